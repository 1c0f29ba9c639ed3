// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/shadow.h"

#include "core/flow/shadow_text.h"

#include <algorithm>
#include <array>

namespace holdpoint::flow {
namespace {

using shadow::Comparison;
using shadow::Document;

constexpr std::array Prefixes{"route.", "promise.", "exception."};  // by Compared
/// What not every side can say: compared only where both do.
constexpr std::array Optional{"route.split.", "route.cost", "route.method", "promise.units.", "promise.date"};

void keep(Difference& d, const Fact& fact, Instant at)
{
    if (const auto* said = std::get_if<SideSaid>(&fact.body)) {
        d.since = std::min(d.since, at);
        (said->ours ? d.ours : d.legacy) = *said;
    } else if (const auto* told = std::get_if<PairCompared>(&fact.body)) {
        std::erase_if(d.told, [&](const PairCompared& old) { return old.about == told->about; });
        d.told.push_back(*told);
    } else if (std::holds_alternative<CallLeaked>(fact.body)) {
        ++d.leaks;
    }
}

void add(Difference& d, const ShadowTurn& turn, Change& out, FactBody body)
{
    out.step.facts.push_back({0, turn.now, std::move(body)});
    keep(d, out.step.facts.back(), turn.now);
}

void close(Difference& d, const ShadowTurn& turn, Change& out, InputKind input)
{
    out.step.input = input;
    out.keep = !out.step.facts.empty();
    if (!out.keep)
        return;
    ++d.version;
    d.head = turn.seq;
}

bool has(const Document& document, std::string_view prefix)
{
    const auto at = document.lower_bound(prefix);
    return at != document.end() && at->first.starts_with(prefix);
}

void drop(Document& document, std::string_view prefix)
{
    std::erase_if(document, [prefix](const auto& entry) { return entry.first.starts_with(prefix); });
}

Document part(const SideSaid& side, Compared about)
{
    Document all = documentOf(side.says);
    std::erase_if(all, [&](const auto& entry) {
        return !entry.first.starts_with(Prefixes[static_cast<std::size_t>(about)]);
    });
    return all;
}

/// Vendor codes of nodes stand in the keys of a split too.
void mapNodes(Document& legacy, const ShadowRules& rules, Instant now)
{
    constexpr std::string_view Split = "route.split.";
    for (const shadow::NormalRule& rule : rules.normal) {
        if (rule.kind != shadow::RuleKind::Mapping || rule.path != "route.nodes" || now >= rule.expires)
            continue;
        Document mapped;
        for (auto& [path, value] : legacy) {
            const auto end = path.rfind('.');
            const bool isSplit = path.starts_with(Split) && end > Split.size();
            const auto to =
                isSplit ? rule.table.find(path.substr(Split.size(), end - Split.size())) : rule.table.end();
            mapped[to == rule.table.end() ? path : std::string(Split) + to->second + path.substr(end)] =
                value;
        }
        legacy = std::move(mapped);
    }
}

shadow::Pair pairOf(const Difference& d, Compared about, const ShadowRules& rules, Instant now)
{
    shadow::Pair pair;
    pair.order = d.id.with(EntityKind::Order);
    pair.about = about;
    pair.segment = d.ours ? d.ours->segment : d.legacy->segment;
    pair.since = d.since;
    if (d.legacy)
        pair.legacy = shadow::Side{1, part(*d.legacy, about)};
    if (d.ours)
        pair.ours = shadow::Side{1, part(*d.ours, about)};
    if (!d.legacy || !d.ours)
        return pair;
    mapNodes(pair.legacy->says, rules, now);
    for (const std::string_view prefix : Optional)
        if (has(pair.legacy->says, prefix) != has(pair.ours->says, prefix)) {
            drop(pair.legacy->says, prefix);
            drop(pair.ours->says, prefix);
        }
    const bool sameInputs = d.legacy->complete &&
                            (d.legacy->fingerprint == 0 || d.legacy->fingerprint == d.ours->fingerprint) &&
                            (d.legacy->orderVersion < 0 || d.legacy->orderVersion == d.ours->orderVersion);
    pair.legacy->fingerprint = sameInputs ? 1 : 0;
    return pair;
}

std::string textAt(const Document& document, const std::string& path)
{
    const auto found = document.find(path);
    return found == document.end() ? std::string() : textOf(found->second);
}

/// All that both say, with how it differs.
std::vector<FieldPair> fields(const Document& legacy, const Document& ours, const Comparison& c,
                              Dictionary& names)
{
    std::map<std::string, FieldPair> all;
    for (const Document* side : {&legacy, &ours})
        for (const auto& [path, value] : *side)
            all[path] = {path, {}, textAt(legacy, path), textAt(ours, path)};
    for (const shadow::Difference& d : c.differences) {
        FieldPair& field = all[d.path];
        field.path = d.path;
        field.how = names.intern<NameKind::Code>(name(d.kind));
    }
    std::vector<FieldPair> list;
    for (auto& [path, field] : all)
        list.push_back(std::move(field));
    return list;
}

std::string hiddenBy(const Comparison& c)
{
    std::vector<std::string> ids;
    for (const auto& [id, hits] : c.usedRules)
        ids.insert(ids.end(), static_cast<std::size_t>(hits), id);
    return joined(ids, ',');
}

/// What people have ruled, without ceilings: those are counted over a day.
DifferenceVerdict verdictOf(const ShadowRules& rules, const std::string& signature, Instant now)
{
    for (const shadow::VerdictRule& rule : rules.verdicts)
        if (rule.signature == signature && now < rule.expires &&
            (rule.verdict != DifferenceVerdict::PolicyDifference || rule.signedByCommerce))
            return rule.verdict;
    return DifferenceVerdict::Unjudged;
}

bool isDifferent(const Comparison& c)
{
    return c.result != ComparisonResult::Match && c.result != ComparisonResult::NotYetComparable;
}

void explain(PairCompared& told, const Findings& found, const Comparison& c, const shadow::Pair& pair,
             const ShadowTurn& turn)
{
    const shadow::Proposal proposal = shadow::propose(found.cause);
    told.cause = proposal.cause;
    told.why = proposal.why + (found.evidence.empty() || proposal.why.empty() ? "" : ": ") + found.evidence;
    told.severity = shadow::severityOf(found.severity);
    told.moneyMinor = pair.about == Compared::Route ? found.moneyMinor : 0;
    std::vector<std::string> alike = found.ruleIds;  // what looks the same for another cause is judged apart
    alike.emplace_back(name(proposal.cause));
    told.signature = shadow::signatureOf(c, pair, alike);
    told.verdict = verdictOf(turn.rules, told.signature, turn.now);
}

/// Each of the three; nothing is written where nothing is news.
void compareSides(Difference& d, const ShadowTurn& turn, Change& out)
{
    std::vector<shadow::Pair> pairs;
    std::vector<Comparison> results;
    std::vector<shadow::Difference> differences;
    for (const Compared about : {Compared::Route, Compared::InventoryPromise, Compared::ExceptionClass}) {
        pairs.push_back(pairOf(d, about, turn.rules, turn.now));
        results.push_back(shadow::compare(pairs.back(), turn.rules.normal, turn.now, ShadowPatience));
        differences.insert(differences.end(), results.back().differences.begin(),
                           results.back().differences.end());
    }
    if (results.front().result == ComparisonResult::NotYetComparable && (!d.ours || !d.legacy))
        return;  // one side alone says nothing
    const bool any = std::any_of(results.begin(), results.end(), isDifferent);
    const Findings found = any ? investigate(d, differences, turn.rules, turn.names, turn.now) : Findings{};
    const std::size_t count = d.ours && d.legacy ? pairs.size() : 1;  // what is missing is missing once
    for (std::size_t i = 0; i < count; ++i) {
        PairCompared told;
        told.order = pairs[i].order;
        told.about = pairs[i].about;
        told.result = results[i].result;
        told.segment = pairs[i].segment;
        const Document nothing;
        told.says = fields(pairs[i].legacy ? pairs[i].legacy->says : nothing,
                           pairs[i].ours ? pairs[i].ours->says : nothing, results[i], turn.names);
        told.hidden = static_cast<std::uint32_t>(results[i].hidden);
        told.hiddenBy = hiddenBy(results[i]);
        if (isDifferent(results[i]))
            explain(told, found, results[i], pairs[i], turn);
        if (told.about == Compared::Route) {
            told.suppressed = d.ours ? d.ours->suppressed : 0;
            told.inputs = fields(d.legacy ? documentOf(d.legacy->inputs) : nothing,
                                 d.ours ? documentOf(d.ours->inputs) : nothing, {}, turn.names);
        }
        if (std::find(d.told.begin(), d.told.end(), told) == d.told.end())
            add(d, turn, out, std::move(told));
    }
}

}  // namespace

void applyStep(Difference& difference, const StepBody& step, Seq seq)
{
    for (const Fact& fact : step.facts)
        keep(difference, fact, step.at);
    ++difference.version;
    difference.head = seq;
}

Instant dueOf(const Difference& d)
{
    const bool both = d.ours && d.legacy;
    const bool silent = d.ours && !d.ours->expected;
    const bool told = !d.told.empty();
    return both || silent || told || d.since == Never ? Never : d.since + ShadowPatience;
}

void sideDecided(Difference& d, const SideDecided& message, const ShadowTurn& turn, Change& out)
{
    const std::optional<SideSaid>& known = message.said.ours ? d.ours : d.legacy;
    if (known != message.said)
        add(d, turn, out, message.said);
    if (!out.step.facts.empty() && d.ours && d.legacy)
        compareSides(d, turn, out);
    close(d, turn, out, InputKind::Message);
}

void callEscaped(Difference& d, const CallEscaped& message, const ShadowTurn& turn, Change& out)
{
    add(d, turn, out, message.call);
    close(d, turn, out, InputKind::Message);
}

void differenceDue(Difference& d, const ShadowTurn& turn, Change& out)
{
    if (dueOf(d) <= turn.now)
        compareSides(d, turn, out);
    close(d, turn, out, InputKind::Due);
}

Document documentOf(const std::vector<SaidValue>& says)
{
    Document document;
    for (const SaidValue& value : says) {
        switch (value.type) {
        case SaidKind::Text: document[value.path] = value.text; break;
        case SaidKind::Number: document[value.path] = std::int64_t{std::atoll(value.text.c_str())}; break;
        case SaidKind::Time: document[value.path] = Instant{std::atoll(value.text.c_str())}; break;
        case SaidKind::Flag: document[value.path] = value.text == "true"; break;
        case SaidKind::List: document[value.path] = split(value.text, '\n'); break;
        }
    }
    return document;
}

std::string textOf(const shadow::Value& value)
{
    struct Text {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(Instant at) const { return toText(at); }
        std::string operator()(const std::vector<std::string>& list) const
        {
            return list.empty() ? "none" : joined(list, ',');
        }
    };
    return std::visit(Text{}, value);
}

}  // namespace holdpoint::flow
