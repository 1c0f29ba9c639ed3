// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/retention.h"
#include "tests/support/invariants.h"

#include <QTest>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;

namespace {

constexpr const char* Page = "docs/idempotency.md";

/// Where something comes twice, or dies between once and twice.
enum class Layer : std::uint8_t { Intake, Journal, Store, Gateway, Adapter, Vendor, Wire, Webhooks };

}  // namespace

namespace holdpoint {
HP_NAMES(Layer, "intake", "journal", "store", "gateway", "adapter", "vendor", "wire", "webhooks");
}  // namespace holdpoint

namespace {

constexpr std::string_view Struck[] = {
    "every event and every command comes again, at once and at the end",
    "the process dies after each commit and starts again",
    "each commit in turn is answered as unknown, and was stored",
    "the process dies before each call to a vendor",
    "the answer to the call is lost, after the vendor has done it",
    "the vendor has done it and says 500",
    "the call is made twice, one right after the other",
    "every event of a vendor comes again, at once and at the end",
};

/// A script in which the mutations happen, and the order they happen to.
struct Story {
    const char* name;
    void (*run)(EngineRig& rig);
};

/// The payment vendor's own word, as its webhook brings it.
void pay(EngineRig& rig)
{
    std::string event = rig.authorised("1");
    const std::string source = R"("source":"shop")";
    event.replace(event.find(source), source.size(), R"("source":"pay","numberspace":"shop")");
    rig.post(event);
}

void buy(EngineRig& rig)
{
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    pay(rig);
}

void soldAndReturned(EngineRig& rig)
{
    buy(rig);
    rig.pass(5min);
    rig.post(rig.event("return.asked", "1", R"({"return":1,"line":1,"units":1})"));
    rig.post(
        rig.event("return.received", "1", R"({"return":1,"id":"r","line":1,"units":1,"condition":"good"})"));
    rig.pass(5min);
}

void cancelled(EngineRig& rig)
{
    buy(rig);
    rig.pass(1s);
    rig.post(rig.cancelAsked("1"));
    rig.pass(5min);
}

void handedBack(EngineRig& rig)
{
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.command("hand_back", rig.idOf("1"));
    pay(rig);
    rig.pass(5min);
}

constexpr Story Sold{"sold and returned", soldAndReturned};
constexpr Story Cancelled{"cancelled", cancelled};
constexpr Story HandedBack{"handed back", handedBack};

/// What must be there once: an operation at a vendor, or an entity of ours.
struct Mutation {
    const char* name;
    const Story* story;
    std::optional<Operation> operation;
    EntityKind kind = EntityKind::Order;
};

constexpr Mutation Mutations[] = {
    {"order", &Sold, {}, EntityKind::Order},
    {"reservation", &Sold, {}, EntityKind::Reservation},
    {"command", &HandedBack, {}, EntityKind::Command},
    {"ship", &Sold, Operation::Ship},
    {"cancel", &Cancelled, Operation::Cancel},
    {"capture", &Sold, Operation::Capture},
    {"refund", &Sold, Operation::Refund},
    {"void", &Cancelled, Operation::Void},
    {"book", &Sold, Operation::Book},
    {"confirm", &Sold, Operation::Confirm},
    {"handback", &HandedBack, Operation::Handback},
    {"unbook", &Cancelled, Operation::Unbook},
};

constexpr const char* Vendors[] = {"wms-east", "wms-north", "wms-west", "pay", "carrier", "shop", "legacy"};

int countOf(EngineRig& rig, const Mutation& mutation)
{
    if (mutation.operation) {
        int effects = 0;
        for (const char* vendor : Vendors)
            for (const auto& [key, entry] : rig.vendors().find(vendor)->book().entries())
                if (entry.row.operation == *mutation.operation)
                    effects += static_cast<int>(entry.effects);
        return effects;
    }
    const auto ids = rig.store().entities(rig.engine().lease(), mutation.kind, {}, 100);
    return ids ? static_cast<int>(ids->size()) : -1;
}

/// Makes every call twice.
class Twice final : public engine::Dispatcher {
public:
    Twice(engine::Dispatcher& to, int& made) : to_(to), made_(made) {}
    void dispatch(const VendorCall& call) override
    {
        to_.dispatch(call);
        if (!call.ask) {
            to_.dispatch(call);
            ++made_;
        }
    }

private:
    engine::Dispatcher& to_;
    int& made_;
};

/// One run of a story with one disturbance; how often it struck, and what was counted then.
struct Run {
    int struck = 0;
    int count = 0;
    std::vector<std::string> violated;
};

RigOptions world() { return {.carrier = true, .shop = true, .legacy = true}; }

void end(EngineRig& rig, const Mutation& mutation, Run& run)
{
    run.count = countOf(rig, mutation);
    run.violated = violations(rig);
}

bool isVendors(const std::string& event) { return event.find(R"("source":"shop")") == std::string::npos; }

/// The events so far once more; those of producers, or those of vendors.
void postAgain(EngineRig& rig, bool ofVendors, Run& run)
{
    const std::vector<std::string> sent = rig.sent();
    for (const std::string& event : sent)
        if (isVendors(event) == ofVendors) {
            rig.post(event);
            ++run.struck;
        }
}

void commandsAgain(EngineRig& rig, Run& run)
{
    const auto ids = rig.store().entities(rig.engine().lease(), EntityKind::Command, {}, 100);
    for (const EntityId id : *ids) {
        const std::vector<StepBody> steps = rig.steps(id);
        for (const Fact& fact : steps.front().facts)
            if (const auto* said = std::get_if<CommandReceived>(&fact.body)) {
                engine::CommandInput again;
                again.key = said->key;
                again.what = rig.codeText(said->what);
                again.actor = rig.engine().names().text(said->actor);
                again.role = said->role;
                again.object = said->object;
                again.argument = said->argument;
                std::vector<engine::Input> inputs(1);
                inputs[0].body = again;
                ++run.struck;
                if (rig.turn(std::move(inputs)).front().disposition != EventDisposition::Duplicate)
                    run.violated.emplace_back("a repeated command was no duplicate");
            }
    }
}

Run repeated(const Mutation& mutation, bool ofVendors)
{
    EngineRig rig(world());
    Run run;
    mutation.story->run(rig);
    postAgain(rig, ofVendors, run);
    if (!ofVendors)
        commandsAgain(rig, run);
    rig.pass(5min);
    postAgain(rig, ofVendors, run);
    rig.pass(5min);
    const auto told = run.violated;
    end(rig, mutation, run);
    run.violated.insert(run.violated.end(), told.begin(), told.end());
    return run;
}

/// A fault at the nth commit or call, for every n; `count` is that of the worst run.
Run atEach(const Mutation& mutation, std::optional<StoreFault> fault, int expected)
{
    Run all;
    all.count = expected;
    for (std::uint64_t nth = 1;; ++nth) {
        EngineRig rig(world());
        fault ? rig.store().at(nth, *fault) : rig.crashPoint().at("dispatch.before", nth);
        mutation.story->run(rig);
        if ((fault ? rig.store().commits() : rig.crashPoint().passed()) < nth)
            return all;
        ++all.struck;
        Run one;
        end(rig, mutation, one);
        if (one.count != expected)
            all.count = one.count;
        all.violated.insert(all.violated.end(), one.violated.begin(), one.violated.end());
    }
}

/// The first call of the operation, or of every one, fails so once, after it was done.
Run failing(const Mutation& mutation, lab::FaultKind kind)
{
    EngineRig rig(world());
    Run run;
    for (const char* vendor : Vendors)
        for (std::size_t o = 0; o < CountOf<Operation>; ++o)
            if (const auto operation = static_cast<Operation>(o);
                operation == mutation.operation.value_or(operation))
                rig.fail(vendor, kind, operation, 1);
    mutation.story->run(rig);
    rig.pass(30min);
    run.struck = 1;
    end(rig, mutation, run);
    return run;
}

Run doubled(const Mutation& mutation)
{
    RigOptions options = world();
    int made = 0;
    options.wrapDispatcher = [&](lab::InProcess& vendors) { return std::make_unique<Twice>(vendors, made); };
    EngineRig rig(options);
    Run run;
    mutation.story->run(rig);
    run.struck = made;
    end(rig, mutation, run);
    return run;
}

Run strike(const Mutation& mutation, Layer layer, int expected)
{
    switch (layer) {
    case Layer::Intake: return repeated(mutation, false);
    case Layer::Journal: return atEach(mutation, StoreFault::CrashAfter, expected);
    case Layer::Store: return atEach(mutation, StoreFault::UnknownCommitted, expected);
    case Layer::Gateway: return atEach(mutation, std::nullopt, expected);
    case Layer::Adapter: return failing(mutation, lab::FaultKind::ReplyLost);
    case Layer::Vendor: return failing(mutation, lab::FaultKind::ErrorAfter);
    case Layer::Wire: return doubled(mutation);
    case Layer::Webhooks: return repeated(mutation, true);
    }
    return {};
}

std::string cellOf(const Mutation& mutation, Layer layer)
{
    return std::string(mutation.name) + " at " + std::string(name(layer));
}

std::string days(Milliseconds time)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(time).count();
    return std::to_string(hours / 24) + " d " + std::to_string(hours % 24) + " h";
}

std::string page(const std::vector<std::string>& passed)
{
    std::string text =
        "# Once each\n\n"
        "Printed by `tests/core/engine/tst_once.cpp`. Every mutation is disturbed at every layer; a cell is the name of its "
        "test, which ran, struck and left exactly one effect. A mutation without a story, or a disturbance that strikes "
        "nothing, is a failure, not an empty cell.\n\n| mutation |";
    for (std::size_t l = 0; l < CountOf<Layer>; ++l)
        text += " " + std::string(name(static_cast<Layer>(l))) + " |";
    text += "\n| --- |";
    for (std::size_t l = 0; l < CountOf<Layer>; ++l)
        text += " --- |";
    text += "\n";
    for (const Mutation& mutation : Mutations) {
        text += "| " + std::string(mutation.name) + " |";
        for (std::size_t l = 0; l < CountOf<Layer>; ++l) {
            const std::string cell = cellOf(mutation, static_cast<Layer>(l));
            const bool ran = std::find(passed.begin(), passed.end(), cell) != passed.end();
            text += " " + (ran ? cell : std::string("MISSING")) + " |";
        }
        text += "\n";
    }
    text += "\n";
    for (std::size_t l = 0; l < CountOf<Layer>; ++l)
        text += "- **" + std::string(name(static_cast<Layer>(l))) + "**: " + std::string(Struck[l]) + "\n";
    const delivery::RetentionNeed need = delivery::needOf({});
    text +=
        "\n## How long keys are kept\n\n"
        "At least max(retry, agreement, reconciliation) + window; a policy with less does not start. With the "
        "defaults and no vendor: reconciliation " +
        days(need.reconciliation) + ", window " + days(need.window) + ", so at least " + days(need.floor()) +
        "; kept are " + days(Policy().keys.kept) +
        " after the end of what a command was about.\n\n"
        "- Order numbers and vendors' ids are how an order is found: they are kept with it, for ever. Event ids are in "
        "the order's steps, for ever.\n"
        "- Keys of commands are let go of by `holdpointctl purge`, never while the order or item is open. A command says "
        "when it was given; one that is out of time is refused as `stale`, so that a repeat is known or refused and "
        "never done twice. One that does not say it keeps its key.\n"
        "- A vendor forgets keys too (`keyLife`). After that nothing whose outcome is unknown is sent again, and a "
        "look-up that finds nothing proves nothing: `key_expired`, a person says how it ended.\n";
    return text;
}

std::vector<std::string> passed;

}  // namespace

class Once : public QObject {
    Q_OBJECT

private slots:
    void everyMutationHappens_data();
    void everyMutationHappens();
    void everyMutationHappensOnce_data();
    void everyMutationHappensOnce();
    void pageIsUpToDate();
};

void Once::everyMutationHappens_data()
{
    QTest::addColumn<int>("mutation");
    for (int m = 0; m < static_cast<int>(std::size(Mutations)); ++m)
        QTest::newRow(Mutations[m].name) << m;
}

void Once::everyMutationHappens()
{
    QFETCH(const int, mutation);
    EngineRig rig(world());
    Mutations[mutation].story->run(rig);
    QCOMPARE(countOf(rig, Mutations[mutation]), 1);
    // Every operation has a row.
    QCOMPARE(std::count_if(std::begin(Mutations), std::end(Mutations),
                           [](const Mutation& m) { return m.operation; }),
             static_cast<std::ptrdiff_t>(CountOf<Operation>));
}

void Once::everyMutationHappensOnce_data()
{
    QTest::addColumn<int>("mutation");
    QTest::addColumn<int>("layer");
    for (int m = 0; m < static_cast<int>(std::size(Mutations)); ++m)
        for (int l = 0; l < static_cast<int>(CountOf<Layer>); ++l)
            QTest::newRow(cellOf(Mutations[m], static_cast<Layer>(l)).c_str()) << m << l;
}

void Once::everyMutationHappensOnce()
{
    QFETCH(const int, mutation);
    QFETCH(const int, layer);
    const Run run = strike(Mutations[mutation], static_cast<Layer>(layer), 1);
    QVERIFY(run.struck > 0);
    QVERIFY2(run.violated.empty(), run.violated.empty() ? "" : run.violated.front().c_str());
    QCOMPARE(run.count, 1);
    passed.push_back(cellOf(Mutations[mutation], static_cast<Layer>(layer)));
}

// HOLDPOINT_UPDATE=1 writes it anew. It needs all rows: name none on the command line.
void Once::pageIsUpToDate()
{
    const std::string now = page(passed);
    QVERIFY2(now.find("MISSING") == std::string::npos, "every cell must have run and passed before");
    if (qEnvironmentVariableIsSet("HOLDPOINT_UPDATE"))
        std::ofstream(Page) << now;
    std::ifstream file(Page);
    std::stringstream text;
    text << file.rdbuf();
    QCOMPARE(QString::fromStdString(text.str()), QString::fromStdString(now));
}

QTEST_GUILESS_MAIN(Once)
#include "tst_once.moc"
