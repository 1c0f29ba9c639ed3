// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

#include "core/lab/in_process.h"

using namespace holdpoint;
using namespace holdpoint::lab;
using namespace std::chrono_literals;

namespace {

const std::map<std::string, VendorKind> Kinds = {{"shop", VendorKind::Shop},
                                                 {"pay", VendorKind::Payment},
                                                 {"wms", VendorKind::Warehouse},
                                                 {"carrier", VendorKind::Carrier},
                                                 {"legacy", VendorKind::Legacy}};

std::string vendorOf(Operation operation)
{
    for (const auto& [name, kind] : Kinds)
        if (Trade(kind).offers(operation))
            return name;
    return {};
}

std::vector<VendorOptions> vendorOptions(Milliseconds latency = 0ms)
{
    std::vector<VendorOptions> out;
    for (const auto& [name, kind] : Kinds) {
        out.push_back({});
        out.back().name = name;
        out.back().kind = kind;
        out.back().latency = latency;
    }
    return out;
}

Fault faultOf(FaultKind kind, std::uint32_t perMillion = 1'000'000)
{
    Fault fault;
    fault.kind = kind;
    fault.perMillion = perMillion;
    return fault;
}

/// All vendors over HTTP, and a dispatcher that knows where they are.
struct House {
    explicit House(Milliseconds latency = 0ms, int concurrent = 16)
    {
        HttpVendors::Options options;
        options.vendors = vendorOptions(latency);
        auto started = HttpVendors::start(std::move(options), clock);
        HP_CHECK(started.has_value());
        vendors = std::move(*started);
        std::map<std::string, std::string> urls;
        for (const auto& [name, kind] : Kinds)
            urls[name] = vendors->url(name);
        engineless = std::make_unique<Engineless>(urls, concurrent);
    }
    void dispatch(const VendorCall& call) { engineless->dispatcher->dispatch(call); }
    [[nodiscard]] std::size_t count() const { return engineless->answers.size(); }
    [[nodiscard]] VendorAnswer last() const { return engineless->answers.all().back(); }

    SystemClock clock;
    std::unique_ptr<HttpVendors> vendors;
    std::unique_ptr<Engineless> engineless;
};

}  // namespace

/// Dispatches and waits for the answer.
#define ANSWER_TO(house, call)                                                                               \
    do {                                                                                                     \
        const std::size_t before = (house).count();                                                          \
        (house).dispatch(call);                                                                              \
        QTRY_COMPARE((house).count(), before + 1);                                                           \
    } while (false)

class TestEndToEnd : public QObject {
    Q_OBJECT

private slots:
    void everyOperationIsDoneAndInTheBook();
    void everyFaultGivesItsAnswer_data();
    void everyFaultGivesItsAnswer();
    void changedAnswersAreBreaches_data();
    void changedAnswersAreBreaches();
    void aDroppedCallIsSentOnce();
    void theKeyRulesHold();
    void aRunningKeyIsInProgress();
    void httpAndInProcessAgree();
    void anOutageEnds();
    void onlySoManyCallsAtOnce();
};

void TestEndToEnd::everyOperationIsDoneAndInTheBook()
{
    House house;
    for (std::size_t i = 0; i < CountOf<Operation>; ++i) {
        const auto operation = static_cast<Operation>(i);
        const VendorCall call = callOf(operation, vendorOf(operation));
        ANSWER_TO(house, call);
        const VendorAnswer answer = house.last();
        QCOMPARE(answer.outcome, AttemptOutcome::Done);
        QCOMPARE(answer.cls, FailureClass::None);
        QCOMPARE(answer.status, std::uint16_t{200});
        QCOMPARE(answer.reference.empty(), referenceField(operation).empty());
        QVERIFY(answer.ref == call.ref && answer.order == call.order && answer.outbox == call.outbox);
        QVERIFY(answer.start.ms > 0 && answer.end >= answer.start);

        const auto book = house.vendors->book(call.vendor);
        QVERIFY(book.contains(call.key));
        const BookEntry& entry = book.find(call.key)->second;
        QCOMPARE(entry.effects, 1U);
        QCOMPARE(entry.row.trace, call.traceId);
        QCOMPARE(entry.row.order, call.orderNumber);
        QCOMPARE(entry.row.amount, call.amount);
        QCOMPARE(entry.row.reference, answer.reference);
    }
    QCOMPARE(house.engineless->dispatcher->callsInFlight(), std::size_t{0});
}

void TestEndToEnd::everyFaultGivesItsAnswer_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("cls");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("effects");
    QTest::addColumn<int>("asked");
    using F = FaultKind;
    using C = FailureClass;
    using A = AttemptOutcome;
    const std::vector<std::tuple<F, C, A, const char*, int, A>> rows = {
        {F::Timeout, C::Transport, A::OutcomeUnknown, "timeout", 0, A::NotSent},
        {F::ReplyLost, C::Transport, A::OutcomeUnknown, "timeout", 1, A::Done},
        {F::Dropped, C::Transport, A::OutcomeUnknown, "connection_closed", 1, A::Done},
        {F::TooMany, C::Transport, A::NotSent, "too_many_requests", 0, A::NotSent},
        {F::ErrorBefore, C::Transport, A::OutcomeUnknown, "internal_error", 0, A::NotSent},
        {F::ErrorAfter, C::Transport, A::OutcomeUnknown, "internal_error", 1, A::Done},
        {F::Outage, C::Transport, A::NotSent, "connection_refused", 0, A::OutcomeUnknown},
        {F::RefuseSoft, C::SoftBusiness, A::FailedForCertain, "out_of_stock_at_node", 0, A::FailedForCertain},
        {F::RefuseHard, C::HardBusiness, A::FailedForCertain, "address_undeliverable", 0,
         A::FailedForCertain},
    };
    for (const auto& [kind, cls, outcome, code, effects, asked] : rows)
        QTest::newRow(std::string(name(kind)).c_str())
            << int(kind) << int(cls) << int(outcome) << QString(code) << effects << int(asked);
}

void TestEndToEnd::everyFaultGivesItsAnswer()
{
    QFETCH(int, kind);
    QFETCH(int, cls);
    QFETCH(int, outcome);
    QFETCH(QString, code);
    QFETCH(int, effects);
    QFETCH(int, asked);
    House house;
    house.vendors->setFaults("wms", {faultOf(FaultKind(kind))});
    VendorCall call = callOf(Operation::Ship, "wms");
    call.timeout = 300ms;
    ANSWER_TO(house, call);
    QCOMPARE(house.last().cls, FailureClass(cls));
    QCOMPARE(house.last().outcome, AttemptOutcome(outcome));
    QCOMPARE(QString::fromStdString(house.last().code), code);
    QCOMPARE(house.last().retryAfterMs, FaultKind(kind) == FaultKind::TooMany ? 5'000 : -1);
    const auto book = house.vendors->book("wms");
    QCOMPARE(book.contains(call.key) ? int(book.find(call.key)->second.effects) : 0, effects);
    call.ask = true;
    ANSWER_TO(house, call);
    QCOMPARE(house.last().outcome, AttemptOutcome(asked));
    QVERIFY(house.last().asked);
    QCOMPARE(house.vendors->book("wms").size(), book.size());
}

void TestEndToEnd::changedAnswersAreBreaches_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("got");
    QTest::newRow("field") << int(FaultKind::ChangedField) << "a member that is required"
                           << "missing; there are shipment_id, state";
    QTest::newRow("enum") << int(FaultKind::ChangedEnum) << "\"accepted\""
                          << "\"received\"";
}

void TestEndToEnd::changedAnswersAreBreaches()
{
    QFETCH(int, kind);
    QFETCH(QString, expected);
    QFETCH(QString, got);
    House house;
    house.vendors->setFaults("wms", {faultOf(FaultKind(kind))});
    ANSWER_TO(house, callOf(Operation::Ship, "wms"));
    const VendorAnswer answer = house.last();
    QCOMPARE(answer.cls, FailureClass::Validation);
    QCOMPARE(answer.outcome, AttemptOutcome::Done);
    QCOMPARE(answer.code, std::string("contract_breach"));
    QCOMPARE(answer.pointer, std::string("/status"));
    QCOMPARE(QString::fromStdString(answer.expected), expected);
    QCOMPARE(QString::fromStdString(answer.got), got);
    ANSWER_TO(house, callOf(Operation::Cancel, "wms", "1002"));
    QCOMPARE(house.last().outcome, AttemptOutcome::OutcomeUnknown);
    QCOMPARE(house.last().cls, FailureClass::Validation);
}

void TestEndToEnd::aDroppedCallIsSentOnce()
{
    House house;
    ANSWER_TO(house, callOf(Operation::Ship, "wms", "warm"));  // the next call finds an open connection
    house.vendors->setFaults("wms", {faultOf(FaultKind::Dropped)});
    const VendorCall call = callOf(Operation::Ship, "wms");
    ANSWER_TO(house, call);
    QCOMPARE(house.last().outcome, AttemptOutcome::OutcomeUnknown);
    QCOMPARE(house.vendors->book("wms").find(call.key)->second.received, 1U);
}

void TestEndToEnd::theKeyRulesHold()
{
    House house;
    const VendorCall ship = callOf(Operation::Ship, "wms");
    ANSWER_TO(house, ship);
    const std::string reference = house.last().reference;
    ANSWER_TO(house, ship);
    QCOMPARE(house.last().outcome, AttemptOutcome::AlreadyProcessed);
    QCOMPARE(house.last().reference, reference);
    VendorCall other = ship;
    other.lines[0].units = 3;
    ANSWER_TO(house, other);
    QCOMPARE(house.last().outcome, AttemptOutcome::FailedForCertain);
    QCOMPARE(house.last().cls, FailureClass::Validation);
    QCOMPARE(house.last().code, std::string("key_reused"));
    QCOMPARE(house.last().pointer, std::string("/lines"));
    const VendorCall confirm = callOf(Operation::Confirm, "shop");
    ANSWER_TO(house, confirm);
    ANSWER_TO(house, confirm);
    QCOMPARE(house.last().status, std::uint16_t{409});
    QCOMPARE(house.last().outcome, AttemptOutcome::AlreadyProcessed);
    QCOMPARE(house.vendors->book("wms").find(ship.key)->second.effects, 1U);
    QCOMPARE(house.vendors->book("wms").find(ship.key)->second.received, 3U);
}

void TestEndToEnd::aRunningKeyIsInProgress()
{
    House house(400ms);
    const VendorCall ship = callOf(Operation::Ship, "wms");
    house.dispatch(ship);
    QTRY_VERIFY(house.vendors->book("wms").contains(ship.key));
    house.dispatch(ship);
    VendorCall ask = ship;
    ask.ask = true;
    house.dispatch(ask);
    QTRY_COMPARE(house.count(), std::size_t{3});
    std::map<AttemptOutcome, int> outcomes;
    for (const VendorAnswer& answer : house.engineless->answers.all())
        ++outcomes[answer.outcome];
    QCOMPARE(outcomes[AttemptOutcome::Done], 1);
    QCOMPARE(outcomes[AttemptOutcome::InProgress], 2);
}

void TestEndToEnd::httpAndInProcessAgree()
{
    std::vector<Fault> faults;
    for (const FaultKind kind :
         {FaultKind::TooMany, FaultKind::ErrorBefore, FaultKind::ErrorAfter, FaultKind::RefuseSoft,
          FaultKind::RefuseHard, FaultKind::ChangedEnum, FaultKind::ChangedField, FaultKind::Dropped})
        faults.push_back(faultOf(kind, 100'000));
    House house;
    house.vendors->setFaults("wms", faults);
    auto lab = std::move(*InProcess::open(vendorOptions()));
    lab->find("wms")->faults().set(faults);

    constexpr std::size_t Keys = 200;
    std::map<OutboxId, VendorAnswer> expected;
    for (std::size_t round = 1; round <= 2; ++round) {  // each key twice
        for (std::size_t i = 0; i < Keys; ++i) {
            VendorCall call = callOf(Operation::Ship, "wms", std::to_string(i));
            call.outbox = round * 1'000 + i;
            lab->dispatch(call);
            expected[call.outbox] = lab->takeAnswers().at(0);
            house.dispatch(call);
        }
        QTRY_COMPARE(house.count(), round * Keys);
    }
    std::map<AttemptOutcome, int> seen;
    for (const VendorAnswer& got : house.engineless->answers.all()) {
        const VendorAnswer& want = expected.at(got.outbox);
        const QByteArray which = QByteArray::number(qulonglong(got.outbox)) + " " + got.code.c_str();
        QVERIFY2(got.outcome == want.outcome && got.cls == want.cls && got.code == want.code, which);
        QVERIFY2(got.reference == want.reference && got.status == want.status, which);
        QVERIFY2(got.pointer == want.pointer && got.got == want.got && got.body == want.body, which);
        QVERIFY2(got.retryAfterMs == want.retryAfterMs, which);
        ++seen[got.outcome];
    }
    QVERIFY(seen.size() >= 5);
    const auto theirs = house.vendors->book("wms");
    const auto& ours = lab->find("wms")->book().entries();
    QCOMPARE(theirs.size(), ours.size());
    for (const auto& [key, entry] : ours)
        QCOMPARE(theirs.find(key)->second.effects, entry.effects);
}

void TestEndToEnd::anOutageEnds()
{
    House house;
    const VendorCall call = callOf(Operation::Ship, "wms");
    house.vendors->setFaults("wms", {faultOf(FaultKind::Outage)});
    ANSWER_TO(house, call);
    QCOMPARE(house.last().outcome, AttemptOutcome::NotSent);
    ANSWER_TO(house, callOf(Operation::Book, "carrier"));  // the others work
    QCOMPARE(house.last().outcome, AttemptOutcome::Done);
    house.vendors->setFaults("wms", {});
    ANSWER_TO(house, call);
    QCOMPARE(house.last().outcome, AttemptOutcome::Done);
}

void TestEndToEnd::onlySoManyCallsAtOnce()
{
    for (const std::size_t limit : {std::size_t{1}, std::size_t{8}}) {
        House house(0ms, static_cast<int>(limit));
        house.vendors->setFaults("wms", {faultOf(FaultKind::Timeout)});
        for (int i = 0; i < 12; ++i) {
            VendorCall call = callOf(Operation::Ship, "wms", std::to_string(i));
            call.timeout = 1s;
            house.dispatch(call);
        }
        QTRY_COMPARE(house.vendors->book("wms").size(), limit);
        QCOMPARE(house.count(), std::size_t{0});
        house.vendors->setFaults("wms", {});
        QTRY_COMPARE_WITH_TIMEOUT(house.count(), std::size_t{12}, 20'000);
        QCOMPARE(house.vendors->book("wms").size(), std::size_t{12});
    }
}

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_end_to_end.moc"
