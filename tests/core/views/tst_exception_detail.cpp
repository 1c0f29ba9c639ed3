// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/exception_detail.h"
#include "core/views/views.h"
#include "launch.h"
#include "mailbox.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::test;
using session::ExceptionDetail;

namespace {

/// The rig's vendors, as a policy of its own would name them.
Policy policyOf(Dictionary& names, Milliseconds keyLife)
{
    Policy policy;
    for (const char* vendor : {"wms-east", "wms-north", "wms-west", "pay"}) {
        VendorProfile& profile = policy.vendors.emplace_back();
        profile.name = names.intern<NameKind::Vendor>(vendor);
        profile.system = std::string_view(vendor) == "pay" ? FeederSystem::Payment : FeederSystem::Wms;
        profile.keyLife = keyLife;
    }
    return policy;
}

views::Integrations integrations(Milliseconds keyLife = std::chrono::hours{24})
{
    return views::Integrations([keyLife](Dictionary& names) { return policyOf(names, keyLife); });
}

ExceptionDetail detailOf(const Launch& launch, EntityId order, Milliseconds keyLife = std::chrono::hours{24})
{
    auto detail = views::exceptionDetail(*launch.reader(), launch.names(), integrations(keyLife),
                                         order.with(EntityKind::Exception));
    if (!detail)
        throw std::runtime_error(detail.error().detail);
    return *detail;
}

std::string verdictOf(const ExceptionDetail& detail)
{
    return std::string(name(detail.verdict.verdict)) + ' ' + detail.verdict.reason;
}

/// Vendors get one try.
RigOptions oneTry()
{
    RigOptions options;
    options.adjust = [](Policy& policy, Dictionary&) {
        for (VendorProfile& vendor : policy.vendors)
            vendor.retry.attempts = 1;
    };
    return options;
}

/// Placed and paid, and its calls answered, if the vendor answers.
EntityId placed(Launch& launch, const std::string& number)
{
    const EntityId id = launch.order(number);
    launch.rig.pass(Milliseconds{100});
    return id;
}

/// The node refuses the body of a call: a field is not what its contract says.
void refuseField(Launch& launch, EntityId id)
{
    const Order order = launch.rig.order(id);
    VendorAnswer answer;
    answer.order = id;
    answer.outbox = order.effects.front().outbox;
    answer.ref = order.effects.front().ref;
    answer.start = answer.end = launch.rig.clock().wall();
    answer.outcome = AttemptOutcome::FailedForCertain;
    answer.cls = FailureClass::Validation;
    answer.code = "invalid_request";
    answer.status = 422;
    answer.pointer = "/lines/0/shipMethod";
    answer.expected = "GROUND, AIR";
    answer.got = "GND";
    answer.body = R"({"code":"invalid_request"})";
    engine::Input input;
    input.body = answer;
    std::vector<engine::Input> inputs;
    inputs.push_back(std::move(input));
    launch.rig.turn(std::move(inputs));
}

EntityId refusedField(Launch& launch, const std::string& number)
{
    launch.rig.fail("wms-east", lab::FaultKind::Timeout, Operation::Ship, 1);
    const EntityId id = placed(launch, number);
    refuseField(launch, id);
    return id;
}

std::vector<std::string> changesOf(const ExceptionDetail& detail)
{
    std::vector<std::string> all;
    for (const session::ItemChange& change : detail.changes)
        all.push_back(change.what + ' ' + change.to + (change.by.empty() ? "" : " by " + change.by));
    return all;
}

}  // namespace

class ExceptionDetailTest : public QObject {
    Q_OBJECT

private slots:
    void nothingWasSent()
    {
        Launch launch;
        launch.day();
        const EntityId id = launch.rig.idOf("4");
        const ExceptionDetail detail = detailOf(launch, id);
        QCOMPARE(verdictOf(detail), std::string("safe nothing_was_sent"));
        QVERIFY(detail.verdict.key.empty());
        QCOMPARE(detail.orderNumber, std::string("4"));
        QCOMPARE(detail.orderVersion, launch.rig.order(id).version);
        QCOMPARE(detail.version, launch.rig.exception(id).version);
        QCOMPARE(detail.row.about, id);
        QCOMPARE(detail.correlation.size(), std::size_t{32});
        QVERIFY(!detail.contract && !detail.rules);
        QVERIFY(!detail.timeline.entries.empty());
        QCOMPARE(detail.notes.size(), std::size_t{1});
        QCOMPARE(detail.notes.front().by, std::string("ada"));
    }
    void aCallThatNeverLeftIsSafe()
    {
        Launch launch(oneTry());
        launch.rig.stockUp();
        launch.rig.fail("wms-east", lab::FaultKind::Outage, Operation::Ship);
        const ExceptionDetail detail = detailOf(launch, placed(launch, "1"));
        QCOMPARE(verdictOf(detail), std::string("safe nothing_was_sent"));
        QCOMPARE(detail.verdict.key, std::string("hp:1:ship:1"));
        QCOMPARE(detail.verdict.vendor, std::string("wms-east"));
    }
    void aBusyVendorIsCoveredByTheKey()
    {
        Launch launch(oneTry());
        launch.rig.stockUp();
        launch.rig.fail("wms-east", lab::FaultKind::TooMany, Operation::Ship);
        const EntityId id = placed(launch, "1");
        QCOMPARE(verdictOf(detailOf(launch, id)), std::string("safe key_covers"));
        launch.rig.pass(Milliseconds{2});
        QCOMPARE(verdictOf(detailOf(launch, id, Milliseconds{1})), std::string("safe refused_for_certain"));
    }
    void aLookUpProvesThatNothingExists()
    {
        Launch launch(oneTry());
        launch.rig.stockUp();
        launch.rig.fail("wms-east", lab::FaultKind::Timeout, Operation::Ship);
        const EntityId id = placed(launch, "1");
        launch.rig.pass(Milliseconds{60'000});
        QCOMPARE(verdictOf(detailOf(launch, id)), std::string("safe proved_not_applied"));
    }
    void anUnknownOutcomeIsUnknownUntilTheKeyExpires()
    {
        Launch launch;
        launch.rig.stockUp();
        launch.rig.fail("wms-east", lab::FaultKind::Timeout, Operation::Ship);
        launch.rig.fail("wms-east", lab::FaultKind::Timeout, {}, -1, true);
        const EntityId id = placed(launch, "1");
        launch.rig.pass(std::chrono::minutes{15});
        QCOMPARE(verdictOf(detailOf(launch, id)), std::string("unknown outcome_unknown"));
        QCOMPARE(verdictOf(detailOf(launch, id, std::chrono::minutes{1})), std::string("unsafe key_expired"));
    }
    void aRefusalComesAgain()
    {
        Launch launch;
        launch.rig.stockUp();
        launch.rig.fail("wms-east", lab::FaultKind::RefuseHard, Operation::Ship, 1);
        const EntityId id = placed(launch, "1");
        placed(launch, "2");  // that the vendor takes another order says nothing about this one
        const ExceptionDetail detail = detailOf(launch, id);
        QCOMPARE(verdictOf(detail), std::string("futile same_answer_again"));
        QVERIFY(!detail.contract);
    }
    void aBrokenContractWithAStoredAnswerIsDone()
    {
        Launch launch;
        launch.rig.stockUp();
        launch.rig.fail("wms-east", lab::FaultKind::ChangedField, Operation::Ship, 1);
        const EntityId id = placed(launch, "1");
        const ExceptionDetail detail = detailOf(launch, id);
        QCOMPARE(verdictOf(detail), std::string("done already_done"));
        QVERIFY(detail.contract);
        const session::ContractFailure& contract = *detail.contract;
        QCOMPARE(contract.vendor, std::string("wms-east"));
        QCOMPARE(contract.operation, std::string("ship"));
        QCOMPARE(contract.version, 1U);
        QVERIFY(!contract.breach.pointer.empty() && !contract.breach.expected.empty());
        QCOMPARE(contract.owner, std::string("operations"));
        QVERIFY(contract.firstSeen <= contract.seen);
        const auto bytes = launch.reader()->body(contract.payload);
        QVERIFY(bytes.has_value());
        QVERIFY(std::string(textOf(*bytes)).find("\"state\"") != std::string::npos);
        QCOMPARE(detail.rules.value().escalation, std::string("operations"));
        QCOMPARE(detail.rules.value().attempts, 8);
    }
    void aBrokenContractIsFutileUntilTheVendorKeepsItAgain()
    {
        Launch launch;
        launch.rig.stockUp();
        const EntityId id = refusedField(launch, "1");
        const ExceptionDetail before = detailOf(launch, id);
        QCOMPARE(verdictOf(before), std::string("futile same_answer_again"));
        QCOMPARE(before.verdict.vendorGoodSince, Never);
        QCOMPARE(before.contract.value().breach.got, std::string("GND"));
        launch.rig.pass(Milliseconds{5'000});
        const Instant mended = launch.rig.clock().wall();
        placed(launch, "2");
        launch.rig.pass(Milliseconds{5'000});
        placed(launch, "3");
        const ExceptionDetail after = detailOf(launch, id);
        QCOMPARE(verdictOf(after), std::string("safe vendor_recovered"));
        QVERIFY(after.verdict.searchedAll);
        QVERIFY(after.verdict.vendorGoodSince >= mended);
        QVERIFY(after.verdict.vendorGoodSince < mended + Milliseconds{5'000});
        const EntityId again = refusedField(launch, "4");
        QCOMPARE(verdictOf(detailOf(launch, id)), std::string("futile same_answer_again"));
        QCOMPARE(verdictOf(detailOf(launch, again)), std::string("futile same_answer_again"));
    }
    void anotherVendorsGoodAnswerDoesNotCount()
    {
        Launch launch;
        launch.rig.post(launch.rig.counted("east", "HAT", 2));
        const EntityId id = refusedField(launch, "1");
        launch.rig.post(launch.rig.counted("east", "HAT", 0, 2));
        launch.rig.post(launch.rig.counted("north", "HAT", 9));
        const EntityId other = placed(launch, "2");
        QCOMPARE(launch.rig.order(other).effects.front().state, EffectState::Done);
        QCOMPARE(verdictOf(detailOf(launch, id)), std::string("futile same_answer_again"));
    }
    void changesAreTheStoryOfTheItem()
    {
        Launch launch;
        launch.day();
        const EntityId id = launch.rig.idOf("4");
        const EntityId item = id.with(EntityKind::Exception);
        launch.rig.command("acknowledge", item);
        launch.rig.command("label", item, "stock");
        launch.rig.command("resolve", item, "stock_was_wrong");
        const ExceptionDetail detail = detailOf(launch, id);
        const auto changes = changesOf(detail);
        QVERIFY(changes.size() >= 4);
        QVERIFY2(changes[0].starts_with("opened "), changes[0].c_str());
        QCOMPARE(changes[1], std::string("moved triaged by ada"));
        QCOMPARE(changes[2], std::string("labelled stock by ada"));
        QCOMPARE(changes[3], std::string("resolved manual by ada"));
        QCOMPARE(detail.labels, std::vector<std::string>{"stock"});
        QVERIFY(std::is_sorted(detail.changes.begin(), detail.changes.end(),
                               [](const auto& a, const auto& b) { return a.seq < b.seq; }));
    }
    void unknownItemsAreNotFound()
    {
        Launch launch;
        launch.day();
        for (const EntityId id : {launch.rig.idOf("1").with(EntityKind::Exception), launch.rig.idOf("4"),
                                  EntityId(9999, 0, EntityKind::Exception)}) {
            const auto detail = views::exceptionDetail(*launch.reader(), launch.names(), integrations(), id);
            QVERIFY(!detail.has_value());
            QCOMPARE(detail.error().code, Code::NotFound);
        }
    }
    void withoutAPolicyNothingIsKnownOfIntegrations()
    {
        const views::Integrations nobody{views::PolicyMaker()};
        QVERIFY(!nobody.rules("wms-east"));
        QCOMPARE(nobody.owner("wms-east"), std::string());
        QCOMPARE(integrations().owner("pay"), std::string("engineering"));
    }
    void theSessionAddsWhatTheOtherItemsSay()
    {
        Launch launch;
        launch.rig.stockUp();
        launch.rig.fail("wms-east", lab::FaultKind::ChangedField, Operation::Ship, 2);
        const EntityId first = placed(launch, "1");
        launch.rig.pass(Milliseconds{5'000});
        const EntityId second = placed(launch, "2");
        launch.rig.fail("wms-east", lab::FaultKind::RefuseHard, Operation::Ship, 1);
        const EntityId other = placed(launch, "3");
        Mailbox mailbox;
        views::ViewsOptions options{launch.rig.storeOptions(), 64, 64};
        options.policy = [](Dictionary& names) { return policyOf(names, std::chrono::hours{1}); };
        views::Views views(std::move(options));
        QVERIFY(views.start().has_value());
        const auto session = views.session(mailbox.executor());
        Asker asker;
        for (const EntityId id : {second, other})
            session->ask(session::AskException{id.with(EntityKind::Exception)}, asker);
        session->ask(session::AskValues{session::List::Exceptions, "vendor", "WMS"}, asker);
        session->ask(session::AskValues{session::List::Exceptions, "colour", ""}, asker);
        QVERIFY(mailbox.until([&] { return asker.answers.size() == 4; }));
        ExceptionDetail breach, refused;
        for (const auto& [id, answer] : asker.answers) {
            if (const auto* d = std::get_if<ExceptionDetail>(&answer))
                (d->row.about == second ? breach : refused) = *d;
            if (const auto* v = std::get_if<std::vector<session::FieldCount>>(&answer))
                QCOMPARE(*v, (std::vector<session::FieldCount>{{"wms-east", 3}}));
            if (const auto* e = std::get_if<Error>(&answer))
                QCOMPARE(e->code, Code::InvalidArgument);
        }
        QCOMPARE(breach.groupOpen, std::size_t{2});
        QCOMPARE(breach.similarOpen, std::size_t{1});
        QCOMPARE(breach.contract.value().others, std::size_t{1});
        QCOMPARE(breach.contract.value().firstSeen, launch.rig.exception(first).opened);
        QCOMPARE(refused.groupOpen, std::size_t{1});
        QCOMPARE(refused.similarOpen, std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(ExceptionDetailTest)
#include "tst_exception_detail.moc"
