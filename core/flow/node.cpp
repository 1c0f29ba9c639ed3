// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/stock.h"
#include "core/inventory/divergence.h"
#include "core/inventory/positions.h"
#include "core/orders/apply.h"

#include <tuple>

namespace holdpoint::flow {
namespace {

// A node's feed repeats recent events, not old ones: source versions guard against those.
constexpr std::size_t SeenLimit = 512;

void remember(Node& node, const StepBody& step, Seq seq)
{
    if (step.input == InputKind::Event && step.disposition == EventDisposition::Accepted) {
        if (node.seen.size() == SeenLimit)
            node.seen.erase(node.seen.begin());
        node.seen.push_back({orders::eventKey(step.producer, step.source), step.content, seq});
    }
    ++node.version;
    node.head = seq;
}

bool applyTo(StockBook& book, NodeName node, const Fact& fact, Instant now)
{
    const Instant at = fact.at == Instant{} ? now : std::min(fact.at, now);
    if (const auto* counted = std::get_if<Counted>(&fact.body))
        return inventory::applyCounted(book, node, *counted, at);
    if (const auto* adjusted = std::get_if<Adjusted>(&fact.body))
        return inventory::applyAdjusted(book, node, *adjusted, at);
    return false;
}

/// How a count fits what we thought, before it is applied: a reason of its step for each first count and each that is
/// too far off. Counts that bring no news say nothing.
void compare(const StockTurn& turn, NodeName node, const Fact& fact, StepBody& step)
{
    const auto* counted = std::get_if<Counted>(&fact.body);
    if (counted == nullptr)
        return;
    const Instant at = fact.at == Instant{} ? turn.now : std::min(fact.at, turn.now);
    const Position* ours = turn.book.find(node, counted->sku);
    if (ours == nullptr || ours->countedAt == Position{}.countedAt)
        step.reasons.push_back({turn.names.intern<NameKind::Code>(FirstCount), counted->units});
    else if (std::tuple(counted->version, at) <= std::tuple(ours->version, ours->countedAt))
        step.reasons.push_back({turn.names.intern<NameKind::Code>(OldCount), counted->units});
    else if (const auto apart = inventory::diverges(*ours, *counted, turn.policy.classOf(counted->sku), at))
        step.reasons.push_back({turn.names.intern<NameKind::Code>(CountDiffers), apart->units});
}

}  // namespace

void nodeEvent(Node& node, const Event& event, const StockTurn& turn, Change& out)
{
    StepBody& step = out.step;
    step.input = InputKind::Event;
    step.producer = event.producer;
    step.source = event.id;
    step.type = turn.names.intern<NameKind::Code>(event.type);
    step.sourceTime = event.hasSourceTime ? event.sourceTime : Never;
    step.content = event.content;
    const std::uint64_t key = orders::eventKey(event.producer, event.id);
    for (const Node::Seen& seen : node.seen)
        if (seen.id == key) {
            step.disposition =
                seen.content == event.content ? EventDisposition::Duplicate : EventDisposition::Refused;
            step.refersTo = seen.seq;
            if (seen.content != event.content)
                step.mark(Mark::OtherContent);
            return remember(node, step, turn.seq);
        }
    bool news = false;
    for (const Fact& fact : event.facts) {
        compare(turn, node.name, fact, step);
        news = applyTo(turn.book, node.name, fact, turn.now) || news;
        step.facts.push_back(fact);
    }
    if (!news) {  // an older count than the one we have
        step.mark(Mark::Late);
        step.mark(Mark::WouldRegress);
    }
    remember(node, step, turn.seq);
}

void restock(Node& node, const RestockUnits& message, const StockTurn& turn, Change& out)
{
    out.step.input = InputKind::Message;
    const Fact fact{0, turn.now, Adjusted{message.sku, message.units, message.id}};
    applyTo(turn.book, node.name, fact, turn.now);
    out.step.facts.push_back(fact);
    remember(node, out.step, turn.seq);
}

void applyStep(Node& node, const StepBody& step, Seq seq) { remember(node, step, seq); }

}  // namespace holdpoint::flow
