// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shadow/compare.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace holdpoint::shadow {
namespace {

constexpr std::string_view SplitPaths = "route.split.";
constexpr std::string_view NodesPath = "route.nodes";

bool covers(const NormalRule& rule, std::string_view path)
{
    if (!rule.path.ends_with(".*"))
        return rule.path == path;
    return path.starts_with(std::string_view(rule.path).substr(0, rule.path.size() - 1));
}

std::string folded(const std::string& text)
{
    std::string out;
    for (const char c : text)
        if (!std::isspace(static_cast<unsigned char>(c)))
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

bool isNothing(const Value& v)
{
    const auto* text = std::get_if<std::string>(&v);
    return std::holds_alternative<std::monostate>(v) || (text && text->empty());
}

/// The rules that hold for one path today.
struct Rules {
    const NormalRule *text = nullptr, *instant = nullptr, *mapping = nullptr, *ignore = nullptr;
    bool absentIsNull = false, ordered = false;
};

Rules rulesFor(std::string_view path, const std::vector<NormalRule>& all, Instant now)
{
    Rules r;
    for (const NormalRule& rule : all) {
        if (now >= rule.expires || !covers(rule, path))
            continue;
        switch (rule.kind) {
        case RuleKind::Ignore: r.ignore = &rule; break;
        case RuleKind::Text: r.text = &rule; break;
        case RuleKind::NearInstant: r.instant = &rule; break;
        case RuleKind::Mapping: r.mapping = &rule; break;
        case RuleKind::AbsentIsNull: r.absentIsNull = true; break;
        case RuleKind::Ordered: r.ordered = true; break;
        }
    }
    return r;
}

void makeCanonical(std::string& text, const Rules& rules)
{
    if (rules.mapping)
        if (const auto to = rules.mapping->table.find(text); to != rules.mapping->table.end())
            text = to->second;
    if (rules.text)
        text = folded(text);
}

Value canonical(Value v, const Rules& rules)
{
    if (auto* text = std::get_if<std::string>(&v))
        makeCanonical(*text, rules);
    else if (auto* list = std::get_if<std::vector<std::string>>(&v))
        for (std::string& member : *list)
            makeCanonical(member, rules);
    if (rules.absentIsNull && isNothing(v))
        return {};
    return v;
}

bool sameInstant(const Value& a, const Value& b, const Rules& rules)
{
    const auto* x = std::get_if<Instant>(&a);
    const auto* y = std::get_if<Instant>(&b);
    return x && y && rules.instant && std::max(*x - *y, *y - *x) <= rules.instant->tolerance;
}

bool sameMembers(const Value& a, const Value& b)
{
    const auto* x = std::get_if<std::vector<std::string>>(&a);
    const auto* y = std::get_if<std::vector<std::string>>(&b);
    return x && y &&
           std::multiset<std::string>(x->begin(), x->end()) ==
               std::multiset<std::string>(y->begin(), y->end());
}

/// Nothing: they are the same.
std::optional<Difference> difference(const std::string& path, const Value* legacy, const Value* ours,
                                     const Rules& rules)
{
    const Value a = legacy ? canonical(*legacy, rules) : Value{};
    const Value b = ours ? canonical(*ours, rules) : Value{};
    Difference d{path, DifferenceKind::Changed, a, b, 0};
    if (!legacy || !ours) {
        if (rules.absentIsNull && isNothing(a) && isNothing(b))
            return std::nullopt;
        d.kind = legacy ? DifferenceKind::Missing : DifferenceKind::Extra;
        return d;
    }
    if (a == b || sameInstant(a, b, rules))
        return std::nullopt;
    if (a.index() != b.index()) {
        d.kind = DifferenceKind::Type;
    } else if (const auto* number = std::get_if<std::int64_t>(&a)) {
        d.kind = DifferenceKind::Numeric;
        d.delta = std::get<std::int64_t>(b) - *number;
    } else if (sameMembers(a, b)) {
        if (!rules.ordered)
            return std::nullopt;
        d.kind = DifferenceKind::Order;
    }
    return d;
}

const Value* at(const Document& document, const std::string& path)
{
    const auto value = document.find(path);
    return value == document.end() ? nullptr : &value->second;
}

bool isAll(const std::vector<Difference>& all, std::string_view prefix)
{
    return std::all_of(all.begin(), all.end(),
                       [&](const Difference& d) { return d.path.starts_with(prefix); });
}

/// The same nodes with other units: one difference, not one for each unit moved.
void rollUp(Comparison& c, const Document& ours)
{
    if (c.differences.size() < 2 || !isAll(c.differences, SplitPaths) || !ours.contains(NodesPath))
        return;
    c.differences = {
        {std::string(SplitPaths.substr(0, SplitPaths.size() - 1)), DifferenceKind::Split, {}, {}, 0}};
}

void diff(const Document& legacy, const Document& ours, const std::vector<NormalRule>& all, Instant now,
          Comparison& c)
{
    std::set<std::string> paths;
    for (const auto& [path, value] : legacy)
        paths.insert(path);
    for (const auto& [path, value] : ours)
        paths.insert(path);
    for (const std::string& path : paths) {
        const Rules rules = rulesFor(path, all, now);
        auto found = difference(path, at(legacy, path), at(ours, path), rules);
        if (!found)
            continue;
        if (rules.ignore) {
            ++c.hidden;
            ++c.usedRules[rules.ignore->id];
        } else {
            c.differences.push_back(std::move(*found));
        }
    }
    rollUp(c, ours);
}

/// The first two words of a path: what comes after is a key.
std::string withoutKeys(const std::string& path)
{
    const auto first = path.find('.');
    const auto second = first == path.npos ? path.npos : path.find('.', first + 1);
    return path.substr(0, second);
}

}  // namespace

Comparison compare(const Pair& pair, const std::vector<NormalRule>& rules, Instant now, Milliseconds patience)
{
    Comparison c;
    if (!pair.legacy || !pair.ours) {
        if (now - pair.since >= patience && (pair.legacy || pair.ours))
            c.result = pair.legacy ? ComparisonResult::MissingInNew : ComparisonResult::MissingInLegacy;
        return c;
    }
    if (pair.legacy->fingerprint != pair.ours->fingerprint)
        return c;
    diff(pair.legacy->says, pair.ours->says, rules, now, c);
    c.result = c.differences.empty() ? ComparisonResult::Match : ComparisonResult::Differs;
    return c;
}

std::string signatureOf(const Comparison& comparison, const Pair& pair,
                        const std::vector<std::string>& ruleIds)
{
    std::set<std::string> parts;
    for (const Difference& d : comparison.differences)
        parts.insert(withoutKeys(d.path) + ":" + std::string(name(d.kind)));
    std::string text(name(pair.about));
    text += "|" + std::string(name(comparison.result));
    for (const std::string& part : parts)
        text += "|" + part;
    text += "|" + pair.segment;
    for (const std::string& id : std::set<std::string>(ruleIds.begin(), ruleIds.end()))
        text += "|" + id;
    return text;
}

}  // namespace holdpoint::shadow
