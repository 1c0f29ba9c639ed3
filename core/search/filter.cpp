// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/filter.h"

#include <algorithm>
#include <memory>

namespace holdpoint::search {
namespace {

TextTest textTest(Field field, Op op, const Value& value)
{
    const Kind kind = kindOf(field);
    if (op == Op::Regex) {
        auto regex = Regex::compile(value.text);
        if (!regex)  // parse has refused it already
            return [](std::string_view) { return false; };
        return [compiled = std::make_shared<const Regex>(std::move(*regex))](std::string_view text) {
            return compiled->occursIn(text);
        };
    }
    if (value.form == Value::Form::Present)
        return [](std::string_view text) { return !text.empty(); };
    if (value.form == Value::Form::Wildcard)
        return [pattern = value.text, steps = kind == Kind::Pointer](std::string_view text) {
            return matchesWildcard(text, pattern, steps);
        };
    if (op == Op::Equal)
        return [exact = value.text](std::string_view text) { return text == exact; };
    if (kind == Kind::Any || kind == Kind::Text)
        return [part = lowerCase(value.text)](std::string_view text) {
            return containsIgnoringCase(text, part);
        };
    return [whole = value.text](std::string_view text) { return equalIgnoringCase(text, whole); };
}

struct Limits {
    bool known = true;
    std::int64_t low = 0;   ///< where the value begins
    std::int64_t high = 0;  ///< where it ends, included
    bool isPoint = false;   ///< a time without precision
};

Limits limitsOf(Kind kind, const Value& value, const Context& context)
{
    if (value.form == Value::Form::Number)
        return {true, value.number, value.number, false};
    if (value.form == Value::Form::Duration) {
        const std::int64_t ms = kind == Kind::Duration ? value.number : context.now.ms + value.number;
        return {true, ms, ms, false};
    }
    const Period period = resolve(value.time, context);
    if (period.from == Never)
        return {false, 0, 0, false};
    const bool point = period.from == period.to;
    return {true, period.from.ms, point ? period.to.ms : period.to.ms - 1, point};
}

}  // namespace

Leaf::Leaf(const Term& term, const Context& context) : field_(term.field), negated_(term.op == Op::NotEqual)
{
    for (const Value& value : term.values) {
        switch (kind()) {
        case Kind::Number:
        case Kind::Money:
        case Kind::Moment:
        case Kind::Deadline:
        case Kind::Duration: readBounds(term, value, context); break;
        default: readText(term, value);
        }
    }
    if (tests_.size() == 1)
        text_ = tests_.front();
    else
        text_ = [tests = tests_](std::string_view text) {
            return std::any_of(tests.begin(), tests.end(), [&](const TextTest& test) { return test(text); });
        };
}

void Leaf::readText(const Term& term, const Value& value)
{
    if (field_ == Field::Is) {
        if (const auto word = fromName<IsWord>(value.text))
            words_.push_back(static_cast<std::uint8_t>(*word));
    } else if (field_ == Field::Has) {
        if (const auto word = fromName<HasWord>(value.text))
            words_.push_back(static_cast<std::uint8_t>(*word));
    } else {
        tests_.push_back(textTest(field_, term.op, value));
        const bool plain = value.form == Value::Form::Text && term.op != Op::Regex;
        parts_.push_back(plain ? lowerCase(value.text) : std::string());
    }
}

bool Leaf::fits(std::string_view characters) const noexcept
{
    return std::any_of(parts_.begin(), parts_.end(), [characters](const std::string& part) {
        return part.find_first_not_of(characters) == std::string::npos;
    });
}

void Leaf::readBounds(const Term& term, const Value& value, const Context& context)
{
    Bounds bounds;
    if (value.form == Value::Form::Present) {
        bounds_.push_back(bounds);
        return;
    }
    if (value.form == Value::Form::Range) {
        const Value& low = value.ends.front();
        const Value& high = value.ends.back();
        const Limits from = low.form == Value::Form::Open ? Limits{} : limitsOf(kind(), low, context);
        const Limits to = high.form == Value::Form::Open ? Limits{} : limitsOf(kind(), high, context);
        bounds.low = low.form == Value::Form::Open ? INT64_MIN : from.low;
        // A range of times ends where its upper end begins: 14:00..15:00 is one hour.
        const bool time = high.form == Value::Form::Time && !to.isPoint;
        bounds.high = high.form == Value::Form::Open ? INT64_MAX : (time ? to.low - 1 : to.high);
        if (from.known && to.known)
            bounds_.push_back(bounds);
        return;
    }
    const Limits limits = limitsOf(kind(), value, context);
    if (!limits.known)
        return;
    switch (term.op) {
    case Op::Greater: bounds.low = limits.high + 1; break;
    case Op::GreaterEqual: bounds.low = limits.low; break;
    case Op::Less: bounds.high = limits.low - 1; break;
    case Op::LessEqual: bounds.high = limits.high; break;
    default:
        bounds = {limits.low, limits.high};
        if (limits.isPoint && term.op != Op::Equal) {  // `-15m`, `launch`: since then, or until then
            bounds.low = std::min(limits.low, context.now.ms);
            bounds.high = std::max(limits.low, context.now.ms);
        }
    }
    bounds_.push_back(bounds);
}

bool Leaf::number(std::int64_t value) const noexcept
{
    return std::any_of(bounds_.begin(), bounds_.end(),
                       [value](const Bounds& b) { return value >= b.low && value <= b.high; });
}

bool Leaf::says(const Row& row) const
{
    switch (kind()) {
    case Kind::Number:
    case Kind::Money:
    case Kind::Moment:
    case Kind::Deadline:
    case Kind::Duration: {
        const auto value = row.number(field_);
        return value && number(*value);
    }
    case Kind::Any: return row.anyWord(text_);
    default: break;
    }
    const auto any = [&](auto&& test) { return std::any_of(words_.begin(), words_.end(), test); };
    if (field_ == Field::Is)
        return any([&](std::uint8_t word) { return row.is(static_cast<IsWord>(word)); });
    if (field_ == Field::Has)
        return any([&](std::uint8_t word) { return row.has(static_cast<HasWord>(word)); });
    return row.anyText(field_, text_);
}

bool Leaf::matches(const Row& row) const { return says(row) != negated_; }

Filter::Filter(const Node& node, const Context& context) : kind(node.kind)
{
    if (kind == Node::Kind::Term)
        leaf.emplace(node.term, context);
    for (const Node& child : node.children)
        children.emplace_back(child, context);
}

bool Filter::matches(const Row& row) const
{
    const auto yes = [&](const Filter& child) { return child.matches(row); };
    switch (kind) {
    case Node::Kind::Term: return leaf->matches(row);
    case Node::Kind::Not: return !children.front().matches(row);
    case Node::Kind::Or: return std::any_of(children.begin(), children.end(), yes);
    case Node::Kind::And: return std::all_of(children.begin(), children.end(), yes);
    }
    return false;
}

}  // namespace holdpoint::search
