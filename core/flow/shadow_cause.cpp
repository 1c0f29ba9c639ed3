// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/choose.h"
#include "core/flow/shadow.h"
#include "core/flow/shadow_text.h"

#include <algorithm>
#include <cctype>
#include <set>

/// Why two decisions differ: what can be shown by deciding again with what the other side had.
namespace holdpoint::flow {
namespace {

using Nodes = std::set<std::string>;
constexpr auto Plain = std::to_array<std::string_view>({"none", "not_enough", "no_line", "stale", "closed",
                                                        "no_capacity", "other_zone", "excluded",
                                                        "breaker_open", "costlier", "not_needed", "split"});

/// One investigation: what both sides had, and our decision with all it saw.
struct Case {
    const Difference& d;
    const ShadowRules& rules;
    const Dictionary& names;
    Instant now;
    std::optional<DecisionRecord> record;
    Nodes theirs;  ///< nodes of legacy, as our codes
    Nodes ours;
    shadow::Document inputs;  ///< of legacy

    [[nodiscard]] const std::string& codeOf(const Candidate& c) const { return names.text(c.node); }
    [[nodiscard]] const Candidate* find(const std::string& node) const
    {
        for (const Candidate& c : record->candidates)
            if (codeOf(c) == node)
                return &c;
        return nullptr;
    }
    [[nodiscard]] std::optional<std::int64_t> saw(const std::string& node, std::uint16_t line) const
    {
        const auto found = inputs.find("saw." + node + "." + std::to_string(line));
        return found == inputs.end() ? std::nullopt : std::optional(std::get<std::int64_t>(found->second));
    }
};

std::string mapped(const ShadowRules& rules, std::string node, Instant now)
{
    for (const shadow::NormalRule& rule : rules.normal)
        if (rule.kind == shadow::RuleKind::Mapping && rule.path == "route.nodes" && now < rule.expires)
            if (const auto to = rule.table.find(node); to != rule.table.end())
                node = to->second;
    return node;
}

Nodes nodesOf(const std::optional<SideSaid>& side)
{
    if (!side)
        return {};
    const shadow::Document said = documentOf(side->says);
    const auto list = said.find("route.nodes");
    if (list == said.end())
        return {};
    const auto& nodes = std::get<std::vector<std::string>>(list->second);
    return {nodes.begin(), nodes.end()};
}

Case caseOf(const Difference& d, const ShadowRules& rules, const Dictionary& names, Instant now)
{
    Case c{d, rules, names, now, {}, {}, nodesOf(d.ours), {}};
    for (const std::string& node : nodesOf(d.legacy))
        c.theirs.insert(mapped(rules, node, now));
    if (d.legacy)
        c.inputs = documentOf(d.legacy->inputs);
    if (!d.ours || d.ours->record.empty())
        return c;
    ByteReader reader(std::as_bytes(std::span(d.ours->record)));
    if (auto record = decodeDecisionRecord(reader))
        c.record = std::move(*record);
    return c;
}

/// Deciding again from `record` gives what legacy did.
bool givesTheirs(const Case& c, DecisionRecord record)
{
    decisions::choose(record);
    Nodes nodes;
    for (const RoutedLeg& leg : record.legs)
        nodes.insert(c.names.text(leg.node));
    return nodes == c.theirs;
}

/// Our decision with the stock that legacy knew: what it says it saw at its node, and nothing that was counted after.
DecisionRecord onTheirStock(const Case& c, bool& differs)
{
    DecisionRecord record = *c.record;
    const Instant theirAsOf = c.d.legacy->stockAsOf;
    for (Candidate& candidate : record.candidates) {
        const std::string& node = c.codeOf(candidate);
        for (std::size_t i = 0; i < candidate.offers.size(); ++i) {
            LineOffer& offer = candidate.offers[i];
            const Instant counted = c.d.ours->decided - Milliseconds{offer.ageMs};
            if (const auto saw = c.saw(node, record.lines[i].line)) {
                differs = differs || *saw != offer.available;
                offer.available = *saw;
                offer.ageMs = std::min(offer.ageMs, offer.windowMs == 0 ? offer.ageMs : offer.windowMs);
            } else if (theirAsOf != Never && counted > theirAsOf && !c.theirs.contains(node)) {
                differs = true;
                offer.available = 0;
            } else if (candidate.lost == LossReason::Stale && c.theirs.contains(node)) {
                differs = true;
                offer.ageMs = std::min(offer.ageMs, offer.windowMs);
            }
        }
    }
    return record;
}

/// Our decision a little earlier or later: before others took the day's parcels, or while the vendor could be reached.
DecisionRecord atAnotherMoment(const Case& c, bool& differs)
{
    DecisionRecord record = *c.record;
    for (Candidate& candidate : record.candidates) {
        if (!c.theirs.contains(c.codeOf(candidate)))
            continue;
        if (candidate.lost == LossReason::BreakerOpen || candidate.lost == LossReason::NoCapacity)
            differs = true;
        candidate.breakerOpen = false;
        candidate.capacityLeft = std::max<std::int64_t>(candidate.capacityLeft, 1);
    }
    return record;
}

std::string folded(const std::string& text)
{
    std::string out;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c)))
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

/// A code of legacy that none of our nodes has, and whether it is one of ours in another spelling.
void lookAtCodes(const Case& c, Findings& f)
{
    for (const std::string& node : c.theirs) {
        if (c.record && c.find(node))
            continue;
        f.cause.codeUnmapped = true;
        f.evidence = "no node of ours has the code " + node;
        for (const std::string& ours : c.ours)
            f.cause.equalAfterMapping = f.cause.equalAfterMapping || folded(ours) == folded(node);
    }
    const shadow::Document said = c.d.ours ? documentOf(c.d.ours->says) : shadow::Document{};
    const auto ours = said.find("exception.class");
    if (ours != said.end() && textOf(ours->second) == "unmapped_sku") {
        f.cause.codeUnmapped = true;
        f.evidence = "a SKU of the order has no mapping on our side";
    }
}

std::string ageText(const LineOffer& offer)
{
    std::string text = std::to_string(offer.ageMs / 1000) + " s old";
    return offer.windowMs == 0 ? text : text + ", its window " + std::to_string(offer.windowMs / 1000) + " s";
}

/// Of each node that legacy chose, else that we did: how old the count was that we had, and what legacy saw.
std::string stockEvidence(const Case& c)
{
    std::string text;
    for (const std::string& node : c.theirs.empty() ? c.ours : c.theirs) {
        const Candidate* candidate = c.find(node);
        if (candidate == nullptr || candidate->offers.empty())
            continue;
        const LineOffer& offer = candidate->offers.front();
        text += (text.empty() ? "" : "; ") + node + " had " + std::to_string(offer.available) +
                " by a count " + ageText(offer);
        if (const auto saw = c.saw(node, c.record->lines.front().line))
            text += ", legacy saw " + std::to_string(*saw);
    }
    return text;
}

/// Of each node that we chose: how much later than legacy's stock it was counted.
std::string newerCounts(const Case& c)
{
    std::string text;
    for (const std::string& node : c.ours) {
        const Candidate* candidate = c.find(node);
        if (candidate == nullptr || candidate->offers.empty() || c.d.legacy->stockAsOf == Never)
            continue;
        const Instant counted = c.d.ours->decided - Milliseconds{candidate->offers.front().ageMs};
        if (const Milliseconds later = counted - c.d.legacy->stockAsOf; later > Milliseconds{0})
            text += "; " + node + " was counted " + std::to_string(later.count() / 60'000) +
                    " min after legacy's stock";
    }
    return text;
}

void lookAtStock(const Case& c, Findings& f)
{
    const DecisionRecord theirs = onTheirStock(c, f.cause.snapshotsDiffer);
    f.cause.rerunOnOtherSnapshotRemovesIt = f.cause.snapshotsDiffer && givesTheirs(c, theirs);
    if (f.cause.rerunOnOtherSnapshotRemovesIt && f.evidence.empty())
        f.evidence = stockEvidence(c) + newerCounts(c);
}

void lookAtTime(const Case& c, Findings& f)
{
    const DecisionRecord other = atAnotherMoment(c, f.cause.clockOrArrivalDiffers);
    f.cause.replayInOtherOrderRemovesIt = f.cause.clockOrArrivalDiffers && givesTheirs(c, other);
    if (f.cause.replayInOtherOrderRemovesIt && f.evidence.empty())
        f.evidence = "its node was full or cut off at our moment";
}

/// Why our decision did not take legacy's node, as the name of a rule.
std::vector<std::string> ourRules(const Case& c)
{
    std::vector<std::string> rules;
    for (const std::string& node : c.theirs)
        if (const Candidate* candidate = c.record ? c.find(node) : nullptr;
            candidate && candidate->lost != LossReason::None)
            addOnce(rules, name(candidate->lost));
    return rules;
}

bool isKnown(const ShadowRules& rules, const std::string& id, Instant now)
{
    return std::find(Plain.begin(), Plain.end(), id) != Plain.end() ||
           std::any_of(rules.counterparts.begin(), rules.counterparts.end(), [&](const ExplainingRule& rule) {
               return now < rule.expires && rule.table.contains(id);
           });
}

void lookAtRules(const Case& c, Findings& f)
{
    for (const std::string& id : split(c.d.legacy ? c.d.legacy->fired : std::string_view{}, ','))
        if (!isKnown(c.rules, id, c.now)) {
            f.cause.legacyRuleWithoutCounterpart = id;
            addOnce(f.ruleIds, id);
        }
    if (!f.cause.legacyRuleWithoutCounterpart.empty())
        return;
    for (const std::string& ours : f.ruleIds)
        for (const ExplainingRule& rule : c.rules.intended)
            if (rule.id == ours && c.now < rule.expires)
                f.cause.intendedRule = ours;
}

bool isTolerated(const ShadowRules& rules, const shadow::Difference& d, Instant now)
{
    return d.kind == shadow::DifferenceKind::Numeric &&
           std::any_of(rules.tolerances.begin(), rules.tolerances.end(), [&](const ExplainingRule& rule) {
               return rule.path == d.path && now < rule.expires && std::abs(d.delta) <= rule.tolerance;
           });
}

bool flagOf(const std::optional<SideSaid>& side, const std::string& path)
{
    if (!side)
        return false;
    const shadow::Document said = documentOf(side->says);
    const auto found = said.find(path);
    return found != said.end() && found->second == shadow::Value(true);
}

bool isEarlier(const shadow::Difference& d)
{
    const auto* ours = std::get_if<Instant>(&d.ours);
    const auto* theirs = std::get_if<Instant>(&d.legacy);
    return d.path == "promise.date" && ours && theirs && *ours < *theirs;
}

bool isOf(const std::vector<shadow::Difference>& all, std::string_view prefix)
{
    return std::any_of(all.begin(), all.end(), [&](const auto& d) { return d.path.starts_with(prefix); });
}

void weigh(const Case& c, const std::vector<shadow::Difference>& all, Findings& f)
{
    f.severity.oversell =
        c.d.legacy && flagOf(c.d.ours, "promise.stock") && !flagOf(c.d.legacy, "promise.stock");
    f.severity.lostOrder = !c.d.ours;
    f.severity.promiseTooEarly = std::any_of(all.begin(), all.end(), isEarlier);
    f.severity.costOrSlaEffect = isOf(all, "route.") || isOf(all, "promise.") || !c.d.legacy;
    f.severity.otherExceptionClass = isOf(all, "exception.");
    if (f.cause.withinTolerance)
        f.severity = {.cosmetic = true};
}

std::int64_t costOf(const Case& c, const Nodes& nodes)
{
    std::int64_t cost = 0;
    for (const std::string& node : nodes)
        if (const Candidate* candidate = c.find(node))
            cost += candidate->cost;
    return cost;
}

/// Legacy said what stock it had, and it is what we had.
bool hadTheSame(const Case& c, const Findings& f)
{
    const bool said = c.d.legacy->fingerprint != 0 || c.d.legacy->stockAsOf != Never ||
                      std::any_of(c.inputs.begin(), c.inputs.end(),
                                  [](const auto& entry) { return entry.first.starts_with("saw."); });
    return said && !f.cause.snapshotsDiffer;
}

}  // namespace

Findings investigate(const Difference& d, const std::vector<shadow::Difference>& differences,
                     const ShadowRules& rules, const Dictionary& names, Instant now)
{
    Findings f;
    const Case c = caseOf(d, rules, names, now);
    f.cause.contractFailed = std::any_of(differences.begin(), differences.end(), [](const auto& one) {
        return one.kind == shadow::DifferenceKind::Type;
    });
    f.cause.withinTolerance =
        !differences.empty() && std::all_of(differences.begin(), differences.end(),
                                            [&](const auto& one) { return isTolerated(rules, one, now); });
    f.cause.selfNoise = d.ours && d.ours->noisy;
    if (d.ours && d.legacy && c.record) {
        lookAtCodes(c, f);
        const bool routes = isOf(differences, "route.nodes") || isOf(differences, "route.split") ||
                            isOf(differences, "exception.");
        if (routes && !f.cause.codeUnmapped) {
            lookAtStock(c, f);
            lookAtTime(c, f);
        }
        f.ruleIds = ourRules(c);
        lookAtRules(c, f);
        f.cause.reproducible = decisions::sameAgain(*c.record) && hadTheSame(c, f);
        if (!c.theirs.empty() && !c.ours.empty() && !f.cause.codeUnmapped)
            f.moneyMinor = costOf(c, c.ours) - costOf(c, c.theirs);
    }
    weigh(c, differences, f);
    return f;
}

}  // namespace holdpoint::flow
