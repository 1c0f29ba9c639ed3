// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/traits.h"

#include "core/base/check.h"

#include <algorithm>

namespace holdpoint::rollout {
namespace {

constexpr int MostDeep = 16;

Eligible yesIf(bool yes) { return yes ? Eligible::Yes : Eligible::No; }
Eligible notOf(Eligible e) { return e == Eligible::Unknown ? e : yesIf(e == Eligible::No); }

/// One No (Yes) decides a conjunction (disjunction); else what is unknown stays so.
template <typename Range, typename F>
Eligible fold(const Range& range, bool conjunction, F each)
{
    const Eligible decides = conjunction ? Eligible::No : Eligible::Yes;
    Eligible all = notOf(decides);
    for (const auto& one : range) {
        const Eligible e = each(one);
        if (e == decides)
            return e;
        if (e == Eligible::Unknown)
            all = e;
    }
    return all;
}

bool among(const Value& value, const std::vector<Value>& values)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

Eligible compare(const Predicate& p, const Value& value)
{
    const bool missing = std::holds_alternative<std::monostate>(value);
    if (p.op == Op::Exists)
        return yesIf(!missing);
    if (missing)
        return Eligible::Unknown;
    switch (p.op) {
    case Op::In: return yesIf(among(value, p.values));
    case Op::NotIn: return yesIf(!among(value, p.values));
    case Op::Eq: return yesIf(value == p.values.front());
    case Op::Ne: return yesIf(value != p.values.front());
    case Op::Lt: return yesIf(value < p.values.front());
    case Op::Le: return yesIf(value <= p.values.front());
    case Op::Gt: return yesIf(value > p.values.front());
    case Op::Ge: return yesIf(value >= p.values.front());
    case Op::Exists:
    case Op::All:
    case Op::Any:
    case Op::Not: break;
    }
    HP_CHECK(false);
    return Eligible::Unknown;
}

bool isCombinator(Op op) { return op == Op::All || op == Op::Any || op == Op::Not; }
bool isOrdering(Op op) { return op == Op::Lt || op == Op::Le || op == Op::Gt || op == Op::Ge; }

Error wrong(const Predicate& p, const char* what)
{
    return {Code::InvalidArgument, std::string(name(p.attribute)) + ": " + what};
}

Result<> checkLeaf(const Predicate& p)
{
    if (!p.parts.empty())
        return wrong(p, "a comparison has no parts");
    if (p.op == Op::Exists)
        return p.values.empty() ? Result<>{} : Result<>(wrong(p, "exists takes no value"));
    if (p.values.empty())
        return wrong(p, "a value is missing");
    if (p.op != Op::In && p.op != Op::NotIn && p.values.size() != 1)
        return wrong(p, "one value only");
    if (isOrdering(p.op) && !isNumber(p.attribute))
        return wrong(p, "words have no order");
    for (const Value& value : p.values)
        if (std::holds_alternative<std::int64_t>(value) != isNumber(p.attribute) ||
            std::holds_alternative<std::monostate>(value))
            return wrong(p, isNumber(p.attribute) ? "a number is needed" : "a word is needed");
    return {};
}

Result<> checkAt(const Predicate& p, int depth)
{
    if (depth > MostDeep)
        return Error{Code::InvalidArgument, "a slice is nested more than 16 deep"};
    if (!isCombinator(p.op))
        return checkLeaf(p);
    if (!p.values.empty())
        return Error{Code::InvalidArgument, "a combination takes no values"};
    if (p.op == Op::Not && p.parts.size() != 1)
        return Error{Code::InvalidArgument, "`not` is of one part"};
    if (p.op == Op::Any && p.parts.empty())
        return Error{Code::InvalidArgument, "`any` of nothing is no order at all"};
    for (const Predicate& part : p.parts)
        if (const auto ok = checkAt(part, depth + 1); !ok)
            return ok;
    return {};
}

std::string textOf(const Value& value)
{
    if (const auto* word = std::get_if<std::string>(&value))
        return *word;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    return "?";
}

std::string joined(const std::vector<std::string>& words, const char* between)
{
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : between) + word;
    return all;
}

std::string leafText(const Predicate& p)
{
    static constexpr std::array<const char*, 9> signs{" in ", " not in ", " = ", " ≠ ",      " < ",
                                                      " ≤ ",  " > ",      " ≥ ", " is known"};
    std::string text = isOfLines(p.attribute) && p.quantifier == Quantifier::AnyLine ? "any line's " : "";
    text += std::string(name(p.attribute)) + signs[static_cast<std::size_t>(p.op)];
    std::vector<std::string> words;
    for (const Value& value : p.values)
        words.push_back(textOf(value));
    const bool list = p.op == Op::In || p.op == Op::NotIn;
    return text + (list ? "(" + joined(words, ", ") + ")" : joined(words, ""));
}

}  // namespace

void Traits::setLine(std::size_t line, Attribute a, Value value)
{
    HP_CHECK(isOfLines(a));
    if (lines.size() <= line)
        lines.resize(line + 1);
    lines[line][static_cast<std::size_t>(a) - OrderTraitCount] = std::move(value);
}

const Value& Traits::of(Attribute a, std::size_t line) const
{
    return isOfLines(a) ? lines[line][static_cast<std::size_t>(a) - OrderTraitCount]
                        : order[static_cast<std::size_t>(a)];
}

Eligible eligible(const Predicate& p, const Traits& traits)
{
    if (p.op == Op::Not)
        return notOf(eligible(p.parts.front(), traits));
    if (isCombinator(p.op))
        return fold(p.parts, p.op == Op::All, [&](const Predicate& part) { return eligible(part, traits); });
    if (!isOfLines(p.attribute))
        return compare(p, traits.of(p.attribute));
    if (traits.lines.empty())  // lines unknown is not "no line"
        return Eligible::Unknown;
    const auto index = static_cast<std::size_t>(p.attribute) - OrderTraitCount;
    return fold(traits.lines, p.quantifier == Quantifier::AllLines,
                [&](const auto& line) { return compare(p, line[index]); });
}

Result<> check(const Predicate& predicate) { return checkAt(predicate, 1); }

std::string toText(const Predicate& p)
{
    if (!isCombinator(p.op))
        return leafText(p);
    if (p.parts.empty())
        return "every order";
    std::vector<std::string> words;
    for (const Predicate& part : p.parts) {
        const bool bracket = isCombinator(part.op) && part.op != Op::Not && part.parts.size() > 1;
        words.push_back(bracket ? "(" + toText(part) + ")" : toText(part));
    }
    return p.op == Op::Not ? "not " + words.front() : joined(words, p.op == Op::All ? " and " : " or ");
}

}  // namespace holdpoint::rollout
