// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/engine/event_types.h"
#include "core/model/permissions.h"
#include "tests/support/brought.h"

#include <QTest>

#include <fstream>
#include <sstream>

using namespace holdpoint;
using namespace holdpoint::test;
using orders::Stand;

namespace {

constexpr const char* Page = "docs/states.md";

/// How an input comes: a bulk command is one command for each object, keyed `<key>/<n>`, so it is the same row.
enum class Way : std::uint8_t { Event, Import, Recorded, Command };

/// A value that the catalogue takes for a member of `data`.
std::string valueOf(const engine::FieldRule& rule)
{
    switch (rule.wants) {
    case engine::Wants::Part:
    case engine::Wants::Units:
    case engine::Wants::Version: return "1";
    case engine::Wants::Amount: return "\"20.00\"";
    case engine::Wants::Currency: return "\"EUR\"";
    case engine::Wants::HoldReason: return "\"fraud_risk\"";
    case engine::Wants::Lines: return R"([{"line":1,"sku":"HAT","units":3}])";
    case engine::Wants::Text: return "\"x\"";
    default: return "0";
    }
}

/// `data` with what the type needs and no more; an address is newer than any, a decision of legacy has a node.
std::string dataOf(const engine::EventType& type)
{
    const bool decides = type.name == "legacy.decided";
    std::string data;
    for (const engine::FieldRule& rule : type.fields)
        if (rule.required ||
            (decides ? rule.field == engine::Field::Node : rule.wants == engine::Wants::Lines))
            data += (data.empty() ? "\"" : ",\"") + std::string(name(rule.field)) +
                    "\":" + (rule.field == engine::Field::Version ? "9" : valueOf(rule));
    return "{" + data + "}";
}

std::string outcomeOf(const StepBody& step, const EngineRig& rig, const Dictionary& names)
{
    (void)rig;
    std::string text(name(step.disposition));
    for (const Mark mark : {Mark::WouldRegress, Mark::Contradicts})
        if (step.has(mark))
            text += ", " + std::string(name(mark));
    for (const Fact& fact : step.facts)
        if (const auto* told = std::get_if<ProblemRaised>(&fact.body))
            text += ", tells " + names.text(told->code);
    if (step.disposition == EventDisposition::Refused && !step.reasons.empty())
        text += ": " + names.text(step.reasons.front().code);
    return text;
}

std::string stands(const Order& order)
{
    return std::string(name(order.standing.place)) + "/" + std::string(name(order.standing.status));
}

/// What follows, in words: how it was taken, and where the order stands then if it has moved.
std::string cell(Stand stand, Way way, std::string_view input)
{
    Brought at(stand);
    const std::size_t before = at.rig.steps(at.id).size();
    const std::string stood = stands(at.rig.order(at.id));
    std::string text;
    if (way == Way::Command) {
        engine::CommandInput command;
        command.what = input;
        command.role = Role::Engineer;
        command.object = at.id;
        command.number = 1;
        if (!mayDo(command.role, input))
            command.role = whoMay(input).front();
        const engine::Outcome outcome = at.rig.give(command);
        if (outcome.failed)
            return "refused: " + outcome.detail;
        text = "done";
    } else {
        const Lane lane = way == Way::Import     ? Lane::Backfill
                          : way == Way::Recorded ? Lane::Observe
                                                 : Lane::Live;
        const std::string bytes =
            at.rig.event(std::string(input), "1", dataOf(*engine::findEventType(input)), "one-more");
        at.rig.post(bytes, lane, way == Way::Import ? 7 : 0);
        const auto steps = at.rig.steps(at.id);
        if (steps.size() == before)
            return "no step";
        text = outcomeOf(steps[before], at.rig, at.rig.engine().names());
    }
    HP_CHECK(!at.rig.engine().isHalted());
    const std::string now = stands(at.rig.order(at.id));
    return now == stood ? text : text + " → " + now;
}

struct Row {
    Way way;
    std::string input;
};

std::vector<Row> rows()
{
    std::vector<Row> all;
    for (const Way way : {Way::Event, Way::Import, Way::Recorded})
        for (const engine::EventType& type : engine::eventTypes())
            if (type.target == EntityKind::Order)
                all.push_back({way, std::string(type.name)});
    for (const CommandRule& rule : CommandRules)
        if (rule.object == CommandObject::Order || rule.object == CommandObject::OrderOrItem)
            all.push_back({Way::Command, std::string(rule.what)});
    return all;
}

std::string title(Way way)
{
    switch (way) {
    case Way::Event: return "Live events and webhooks";
    case Way::Import: return "Import of history (lane backfill)";
    case Way::Recorded: return "Replay of recorded events (lane observe)";
    case Way::Command: return "Commands; a bulk command is one for each object";
    }
    return {};
}

class Printer {
public:
    std::string page()
    {
        text_ =
            "# Every input at every place\n\n"
            "Printed by `tests/core/flow/tst_states.cpp`, which sends each input to an order at each place; "
            "`step-table.md` says what follows from the inputs that matter most. A cell says how the input was "
            "taken, what was told, and place/status of the order where they have changed. The event is a new one "
            "with the members that its type needs. No cell is empty: an input without an outcome fails the test.\n";
        for (const Row& row : rows())
            add(row);
        return text_;
    }

private:
    void add(const Row& row)
    {
        if (!way_ || *way_ != row.way) {
            way_ = row.way;
            text_ += "\n## " + title(row.way) + "\n| input |";
            for (std::size_t s = 0; s < CountOf<Stand>; ++s)
                text_ += " " + std::string(name(static_cast<Stand>(s))) + " |";
            text_ += "\n| --- |";
            for (std::size_t s = 0; s < CountOf<Stand>; ++s)
                text_ += " --- |";
            text_ += "\n";
        }
        text_ += "| " + row.input + " |";
        for (std::size_t s = 0; s < CountOf<Stand>; ++s)
            text_ += " " + cell(static_cast<Stand>(s), row.way, row.input) + " |";
        text_ += "\n";
    }
    std::string text_;
    std::optional<Way> way_;
};

}  // namespace

class States : public QObject {
    Q_OBJECT

private slots:
    void pageIsUpToDate();
};

// HOLDPOINT_UPDATE=1 writes it anew.
void States::pageIsUpToDate()
{
    const std::string now = Printer().page();
    QVERIFY(now.find("|  |") == std::string::npos);
    if (qEnvironmentVariableIsSet("HOLDPOINT_UPDATE"))
        std::ofstream(Page) << now;
    std::ifstream file(Page);
    std::string line;
    std::stringstream expected(now);
    for (std::string wanted; std::getline(expected, wanted);) {
        QVERIFY2(static_cast<bool>(std::getline(file, line)), "the page is shorter than the table");
        QCOMPARE(QString::fromStdString(line), QString::fromStdString(wanted));
    }
    QVERIFY2(!std::getline(file, line), "the page is longer than the table");
}

QTEST_GUILESS_MAIN(States)
#include "tst_states.moc"
