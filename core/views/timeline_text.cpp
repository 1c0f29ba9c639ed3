// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/effect_key.h"
#include "core/model/fact_codec.h"
#include "core/views/timeline.h"

#include <algorithm>

/// Steps as texts.
namespace holdpoint::views {
namespace {

using session::BreachText;

std::vector<session::LineText> linesOf(const std::vector<LineUnits>& lines, const Dictionary& names)
{
    std::vector<session::LineText> texts;
    for (const LineUnits& line : lines)
        texts.push_back({line.line, names.text(line.sku), line.units});
    return texts;
}

session::DecisionText decisionOf(const DecisionRecord& record, const Dictionary& names)
{
    session::DecisionText text;
    text.rules = record.rules;
    text.round = record.round;
    text.splitAllowed = record.splitAllowed;
    text.lines = linesOf(record.lines, names);
    for (const Candidate& c : record.candidates)
        text.candidates.push_back({names.text(c.node), names.text(c.vendor), c.lost, c.open, c.servesRegion,
                                   c.excluded, c.breakerOpen, c.cost, c.capacityLeft, c.offers});
    for (const RoutedLeg& leg : record.legs)
        text.legs.push_back({names.text(leg.node), names.text(leg.vendor), linesOf(leg.lines, names)});
    return text;
}

std::optional<BreachText> breachOf(const Fact& fact)
{
    BreachText breach;
    if (const auto* attempt = std::get_if<Attempted>(&fact.body))
        breach = {attempt->pointer, attempt->expected, attempt->got};
    else if (const auto* opened = std::get_if<ExceptionOpened>(&fact.body))
        breach = {opened->pointer, opened->expected, opened->got};
    else if (const auto* refused = std::get_if<Refused>(&fact.body))
        breach = {refused->where, {}, refused->detail};
    if (breach == BreachText{})
        return {};
    return breach;
}

session::EffectText* find(std::vector<session::EffectText>& effects, Operation operation, Part part,
                          std::uint8_t generation)
{
    const EffectRef ref{operation, part, generation};
    const auto found =
        std::find_if(effects.begin(), effects.end(), [&](const auto& e) { return e.ref == ref; });
    return found == effects.end() ? nullptr : &*found;
}

void addAttempt(session::EffectText& effect, const Attempted& a, Seq seq, const Dictionary& names,
                const Fact& fact)
{
    const Instant before = effect.attempts.empty() ? effect.planned : effect.attempts.back().end;
    effect.attempts.push_back({seq, a.attempt, a.asked, a.start, a.end, a.start - before, a.outcome, a.cls,
                               names.text(a.code), a.status, a.next, breachOf(fact), a.payload});
}

/// What the facts of one step say about effects that are known already.
void addFacts(std::vector<session::EffectText>& effects, const ReadStep& step, const Dictionary& names)
{
    for (const Fact& fact : step.body.facts) {
        if (const auto* p = std::get_if<EffectPlanned>(&fact.body)) {
            if (auto* effect = find(effects, p->operation, fact.part, p->generation)) {
                effect->planned = step.body.at;
                effect->contract = p->contract;
            }
        } else if (const auto* a = std::get_if<Attempted>(&fact.body)) {
            if (auto* effect = find(effects, a->operation, fact.part, a->generation))
                addAttempt(*effect, *a, step.seq, names, fact);
        } else if (const auto* n = std::get_if<NotSent>(&fact.body)) {
            if (auto* effect = find(effects, n->operation, fact.part, n->generation))
                effect->code = names.text(n->why);
        }
    }
}

}  // namespace

session::TimelineEntry entryOf(const ReadStep& step, const Correlation& own, const Dictionary& names)
{
    const StepBody& body = step.body;
    session::TimelineEntry entry;
    entry.seq = step.seq;
    entry.entity = step.entity;
    entry.at = body.at;
    entry.input = body.input;
    entry.disposition = body.disposition;
    for (std::size_t m = 0; m < CountOf<Mark>; ++m)
        if (body.has(static_cast<Mark>(m)))
            entry.marks.push_back(static_cast<Mark>(m));
    entry.producer = names.text(body.producer);
    entry.source = body.source;
    entry.type = names.text(body.type);
    entry.sourceTime = body.sourceTime;
    if (body.sourceTime != Never)
        entry.lateness = body.at - body.sourceTime;
    entry.first = body.refersTo;
    entry.correlation = toHex(body.correlation == Correlation{} ? own : body.correlation);
    for (const Fact& fact : body.facts)
        entry.facts.push_back(
            {std::string(nameOfKind(kindOf(fact))), fact.part, fact.at, describe(fact, names)});
    for (const Reason& reason : body.reasons)
        entry.reasons.push_back({names.text(reason.code), reason.value});
    if (body.record)
        entry.decision = decisionOf(*body.record, names);
    return entry;
}

void addBreaches(const ReadStep& step, std::vector<std::pair<Seq, BreachText>>& out)
{
    for (const Fact& fact : step.body.facts)
        if (const auto breach = breachOf(fact)) {
            const bool known =
                std::any_of(out.begin(), out.end(), [&](const auto& b) { return b.second == *breach; });
            if (!known)  // the exception item repeats what the attempt said
                out.emplace_back(step.seq, *breach);
        }
}

std::vector<session::EffectText> effectsOf(const Order& order, const std::vector<ReadStep>& steps,
                                           const Dictionary& names)
{
    std::vector<session::EffectText> effects;
    for (const Effect& e : order.effects) {
        session::EffectText& text = effects.emplace_back();
        text.key = delivery::effectKey(order.header.number, e.ref);
        text.ref = e.ref;
        text.vendor = names.text(e.vendor);
        text.state = e.state;
        text.planned = e.planned;
        text.amount = e.amount;
        text.next = e.next;
        text.code = names.text(e.code);
        text.reference = e.reference;
    }
    for (const ReadStep& step : steps)
        if (step.entity == order.id)
            addFacts(effects, step, names);
    return effects;
}

}  // namespace holdpoint::views
