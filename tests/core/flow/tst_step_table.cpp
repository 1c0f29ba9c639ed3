// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/derive.h"
#include "core/orders/step_table.h"
#include "tests/support/brought.h"

#include <QTest>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace holdpoint;
using namespace holdpoint::test;
using orders::Follows;
using orders::Stand;
using orders::StepInput;

namespace {

using namespace std::chrono_literals;
constexpr const char* Page = "docs/step-table.md";

VendorAnswer answerTo(const Order& order, bool done)
{
    VendorAnswer answer;
    answer.order = order.id;
    answer.ref = {Operation::Ship, 1, 1};
    if (const Effect* ship = order.latest(Operation::Ship, 1))
        answer.outbox = ship->outbox;
    answer.outcome = done ? AttemptOutcome::Done : AttemptOutcome::FailedForCertain;
    answer.cls = done ? FailureClass::None : FailureClass::SoftBusiness;
    answer.code = done ? "" : "out_of_stock_at_node";
    return answer;
}

std::string eventFor(const EngineRig& rig, StepInput input)
{
    switch (input) {
    case StepInput::Placed:
        return rig.event("order.placed", "1", Brought::placedData(2), "again", "2027-01-15T08:00:00Z");
    case StepInput::PlacedOtherwise:
        return rig.event("order.placed", "1", Brought::placedData(3), "again", "2027-01-15T09:00:00Z");
    case StepInput::CancelAsked: return rig.cancelAsked("1");
    case StepInput::HoldAsked:
        return rig.event("order.hold_asked", "1", R"({"id":"h","reason":"fraud_risk"})");
    case StepInput::NewAddress: return rig.event("order.address", "1", R"({"version":2,"region":"us"})");
    case StepInput::NodeAccepted: return rig.event("shipment.accepted", "1", R"({"leg":1,"id":"n"})");
    case StepInput::NodeRefused:
        return rig.event("shipment.refused", "1", R"({"leg":1,"id":"n","code":"no_packer"})");
    case StepInput::Shipped: return rig.shipped("1");
    case StepInput::Delivered: return rig.event("shipment.delivered", "1", R"({"leg":1,"id":"d"})");
    case StepInput::Authorised:
        return rig.event("payment.authorised", "1",
                         R"({"payment":2,"id":"a2","amount":"20.00","currency":"EUR"})");
    case StepInput::PaymentFailed:
        return rig.event("payment.failed", "1",
                         R"({"payment":1,"id":"f","amount":"20.00","currency":"EUR","code":"no"})");
    default: return {};
    }
}

/// When the wait of an order is over.
Instant dueOf(const Order& order, const Deadlines& deadlines)
{
    if (!order.taken)
        return order.born + deadlines.parked;
    const Instant backorder = orders::backorderDue(order, deadlines);
    return backorder != Never ? backorder : orders::stageDeadline(order, order.standing, deadlines);
}

/// What one step of the flow did, without a store.
struct Alone {
    Order order;
    Change change;

    Alone(Brought& at, StepInput input) : order(at.rig.order(at.id))
    {
        Dictionary names = at.rig.engine().names();
        SeededRng rng(1);
        const Surroundings around{at.rig.engine().policy(),
                                  at.rig.engine().entities().stock(),
                                  at.rig.engine().gateway(),
                                  names,
                                  rng,
                                  true};
        const flow::Turn turn{around, at.rig.engine().now(), order.head + 1};
        if (input == StepInput::GrantExpired) {
            const EntityId grant = order.legs.empty() ? EntityId{} : order.legs.front().reservation;
            flow::orderStock(order, {order.id, 1, LegStockState::Expired, grant, Never, {}, false}, turn,
                             change);
        } else {
            const Instant due = dueOf(order, around.policy.deadlines);
            flow::orderDue(order, {around, due, order.head + 1}, change);
        }
    }
};

template <typename Body>
bool states(const std::vector<Fact>& facts)
{
    return std::any_of(facts.begin(), facts.end(),
                       [](const Fact& f) { return std::holds_alternative<Body>(f.body); });
}

bool plans(const std::vector<Fact>& facts, Operation operation)
{
    return std::any_of(facts.begin(), facts.end(), [operation](const Fact& f) {
        const auto* planned = std::get_if<EffectPlanned>(&f.body);
        return planned && planned->operation == operation;
    });
}

bool consumes(const std::vector<Fact>& facts)
{
    return std::any_of(facts.begin(), facts.end(), [](const Fact& f) {
        const auto* stock = std::get_if<LegStock>(&f.body);
        return stock && stock->state == LegStockState::Consumed;
    });
}

/// A hold that stays; one that found nothing to hold is released in its step.
bool holds(const std::vector<Fact>& facts) { return states<Held>(facts) && !states<HoldReleased>(facts); }

/// The verdict on the whole order, if there is one.
const CancelVerdict* verdict(const std::vector<Fact>& facts)
{
    for (const Fact& fact : facts)
        if (const auto* verdict = std::get_if<CancelVerdict>(&fact.body); verdict && fact.part == 0)
            return verdict;
    return nullptr;
}

bool reserves(const std::vector<Message>& messages)
{
    return std::any_of(messages.begin(), messages.end(),
                       [](const Message& m) { return std::holds_alternative<ReserveStock>(m); });
}

/// The weightiest thing that a step did.
Follows weightiest(const StepBody& step, const std::vector<Message>& messages)
{
    const std::vector<Fact>& facts = step.facts;
    if (step.disposition == EventDisposition::Duplicate)
        return Follows::Duplicate;
    if (states<Taken>(facts))
        return Follows::Begins;
    if (step.disposition == EventDisposition::Parked)
        return Follows::Waits;
    if (const CancelVerdict* said = verdict(facts))
        return said->accepted ? Follows::Cancels : Follows::RefusesCancel;
    if (states<RoutingDecided>(facts))
        return Follows::Decides;
    if (holds(facts))
        return Follows::Holds;
    if (states<ProblemRaised>(facts))
        return Follows::Tells;
    if (states<NotSent>(facts) && plans(facts, Operation::Ship))
        return Follows::Redirects;
    if (plans(facts, Operation::Handback))
        return Follows::HandsBack;
    if (plans(facts, Operation::Cancel))
        return Follows::AsksNode;
    if (consumes(facts))
        return Follows::Consumes;
    if (reserves(messages))
        return Follows::ReservesAgain;
    return states<Answered>(facts) ? Follows::Moves : Follows::Adds;
}

/// Steps of order 1 after an input; an order's first step of the turn is the input's own.
Follows seen(Brought& at, std::size_t before)
{
    const auto steps = at.rig.steps(at.id);
    return steps.size() == before ? Follows::Nothing : weightiest(steps[before], {});
}

Follows apply(Brought& at, StepInput input)
{
    const std::size_t before = at.rig.steps(at.id).size();
    if (input == StepInput::GrantExpired || input == StepInput::Due) {
        const Alone alone(at, input);
        return alone.change.keep ? weightiest(alone.change.step, alone.change.messages) : Follows::Nothing;
    }
    if (input >= StepInput::HandBack) {
        const auto outcome = at.rig.command(std::string(name(input)), at.id, {}, 0, Role::SupportLead);
        if (outcome.failed)
            return at.rig.steps(at.id).size() == before ? Follows::Refused : Follows::Blank;
        return seen(at, before);
    }
    std::vector<engine::Input> inputs(1);
    if (input == StepInput::AnswerDone || input == StepInput::AnswerRefused)
        inputs[0].body = answerTo(at.rig.order(at.id), input == StepInput::AnswerDone);
    else
        inputs[0].body = engine::EventBytes{eventFor(at.rig, input)};
    at.rig.turn(std::move(inputs));
    return seen(at, before);
}

}  // namespace

class StepTable : public QObject {
    Q_OBJECT

private slots:
    void orders_stand_where_they_were_brought();
    void behaviour_is_what_the_table_says_data();
    void behaviour_is_what_the_table_says();
    void page_is_up_to_date();
};

void StepTable::orders_stand_where_they_were_brought()
{
    const Place places[] = {Place::Awaited,    Place::Intake,   Place::Exception,
                            Place::Handoff,    Place::Handoff,  Place::Confirmation,
                            Place::Settlement, Place::Finished, Place::Elsewhere};
    for (std::size_t i = 0; i < CountOf<Stand>; ++i) {
        const auto stand = static_cast<Stand>(i);
        Brought at(stand);
        const Order order = at.rig.order(at.id);
        QCOMPARE(name(order.standing.place), name(places[i]));
        if (stand == Stand::InOutbox || stand == Stand::Asked)
            QCOMPARE(at.rig.engine().gateway().isWaiting(order.latest(Operation::Ship, 1)->outbox),
                     stand == Stand::InOutbox);
    }
}

void StepTable::behaviour_is_what_the_table_says_data()
{
    QTest::addColumn<int>("input");
    QTest::addColumn<int>("stand");
    for (int input = 0; input < static_cast<int>(CountOf<StepInput>); ++input)
        for (int stand = 0; stand < static_cast<int>(CountOf<Stand>); ++stand)
            QTest::addRow("%s at %s", std::string(name(static_cast<StepInput>(input))).c_str(),
                          std::string(name(static_cast<Stand>(stand))).c_str())
                << input << stand;
}

void StepTable::behaviour_is_what_the_table_says()
{
    QFETCH(const int, input);
    QFETCH(const int, stand);
    Brought at(static_cast<Stand>(stand));
    const Follows got = apply(at, static_cast<StepInput>(input));
    QCOMPARE(std::string(name(got)),
             std::string(name(orders::follows(static_cast<StepInput>(input), static_cast<Stand>(stand)))));
}

// HOLDPOINT_UPDATE=1 writes it anew.
void StepTable::page_is_up_to_date()
{
    if (qEnvironmentVariableIsSet("HOLDPOINT_UPDATE"))
        std::ofstream(Page) << orders::stepTablePage();
    std::ifstream file(Page);
    std::stringstream text;
    text << file.rdbuf();
    QCOMPARE(text.str(), orders::stepTablePage());
}

QTEST_GUILESS_MAIN(StepTable)
#include "tst_step_table.moc"
