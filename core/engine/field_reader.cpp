// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/field_reader.h"

#include <algorithm>
#include <limits>

namespace holdpoint::engine {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr std::int64_t Max64 = std::numeric_limits<std::int64_t>::max();

std::string quoted(std::string_view text) { return '"' + shorten(text) + '"'; }

/// The names of an enumeration as a sentence lists them.
template <typename E>
std::string oneOf()
{
    std::string text = "one of";
    for (const std::string_view name : Names<E>::values)
        text.append(text.size() > 6 ? ", " : " ").append(name);
    return text;
}

}  // namespace

std::string describe(element value)
{
    if (value.type() == element_type::STRING)
        return quoted(value.get_string().value_unsafe());
    if (value.type() == element_type::OBJECT)
        return "an object";
    if (value.type() == element_type::ARRAY)
        return "an array";
    return simdjson::minify(value);
}

bool isName(std::string_view text, Breach& why)
{
    if (text.size() > IntakeLimits::name) {
        why.rule = IntakeRule::TextTooLong;
        why.expected = "at most 256 bytes";
        why.got = std::to_string(text.size()) + " bytes";
        return false;
    }
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (std::any_of(text.begin(), text.end(), control)) {
        why.rule = IntakeRule::BadText;
        why.expected = "text without control characters";
        why.got = "a control character";
        return false;
    }
    return true;
}

std::optional<Instant> readInstant(std::string_view text)
{
    const bool zone = text.size() > 19 && (text.back() == 'Z' || text.back() == 'z' ||
                                           (text.size() > 24 && text[text.size() - 3] == ':' &&
                                            std::string_view("+-").find(text[text.size() - 6]) != text.npos));
    if (!zone || text[10] == ' ')
        return {};
    const auto at = parseInstant(text);
    return at ? std::optional(*at) : std::nullopt;
}

std::optional<Breach> FieldReader::read(element data, std::span<const FieldRule> rules)
{
    const Path top;
    const Path here = top.member("data");
    draft_.items.clear();
    draft_.data = {};
    (void)(readObject(data, rules, draft_.data, here) && readAmounts(rules, draft_.data, here));
    return std::move(breach_);
}

bool FieldReader::readObject(element object, std::span<const FieldRule> rules, FieldSet& into,
                             const Path& path)
{
    simdjson::dom::object members;
    if (object.get(members) != simdjson::SUCCESS)
        return breach(IntakeRule::WrongType, path, "an object", describe(object));
    for (const auto [key, value] : members) {
        const auto named = [&k = key](const FieldRule& rule) { return name(rule.field) == k; };
        const auto rule = std::find_if(rules.begin(), rules.end(), named);
        const Path here = path.member(key);
        if (rule != rules.end()) {
            if (!readMember(value, *rule, into, here))
                return false;
        } else if (!key.starts_with("x_")) {
            return breach(IntakeRule::UnknownField, here, "a member of this type, or one that starts with x_",
                          quoted(key));
        }
    }
    return allRequired(rules, into, path);
}

bool FieldReader::readMember(element value, const FieldRule& rule, FieldSet& into, const Path& path)
{
    FieldValue& field = into[rule.field];
    field.given = true;
    switch (rule.wants) {
    case Wants::Part: return readInteger(value, 1, 65'535, field, path);
    case Wants::PartOrNone: return readInteger(value, 0, 65'535, field, path);
    case Wants::Units: return readInteger(value, 1, IntakeLimits::units, field, path);
    case Wants::UnitsOrNone: return readInteger(value, 0, IntakeLimits::units, field, path);
    case Wants::Count: return readInteger(value, 0, IntakeLimits::count, field, path);
    case Wants::Delta: return readInteger(value, -IntakeLimits::count, IntakeLimits::count, field, path);
    case Wants::Version: return readInteger(value, 0, Max64, field, path);
    case Wants::Lines: return readItems(value, lineFields(), path);
    case Wants::OldLines: return readItems(value, oldLineFields(), path);
    case Wants::Counts: return readItems(value, countFields(), path);
    case Wants::Flag:
        if (!value.is_bool())
            return breach(IntakeRule::WrongType, path, "true or false", describe(value));
        field.number = value.get_bool().value_unsafe() ? 1 : 0;
        return true;
    case Wants::Text:
    case Wants::Amount:
        if (!readText(value, field, path))
            return false;
        if (rule.required && field.text.empty())
            return breach(IntakeRule::MissingField, path, "a text", "an empty one");
        return true;
    case Wants::Time: return readText(value, field, path) && readTime(field, path);
    case Wants::Currency: return readText(value, field, path) && readCurrency(field, path);
    case Wants::HoldReason: return readText(value, field, path) && readHoldReason(field, path);
    }
    return false;
}

bool FieldReader::readInteger(element value, std::int64_t least, std::int64_t most, FieldValue& into,
                              const Path& path)
{
    if (value.type() != element_type::INT64 && value.type() != element_type::UINT64)
        return breach(IntakeRule::WrongType, path, "an integer", describe(value));
    const bool fits = value.get(into.number) == simdjson::SUCCESS;
    if (!fits || into.number < least || into.number > most)
        return breach(IntakeRule::OutOfRange, path,
                      "an integer from " + std::to_string(least) + " to " + std::to_string(most),
                      describe(value));
    return true;
}

bool FieldReader::readText(element value, FieldValue& into, const Path& path)
{
    if (value.get(into.text) != simdjson::SUCCESS)
        return breach(IntakeRule::WrongType, path, "a text", describe(value));
    Breach why;
    return isName(into.text, why) || breach(why.rule, path, std::move(why.expected), std::move(why.got));
}

bool FieldReader::readTime(FieldValue& into, const Path& path)
{
    const auto at = readInstant(into.text);
    if (!at)
        return breach(IntakeRule::BadTime, path, "a time as in RFC 3339 with its zone", quoted(into.text));
    into.number = at->ms;
    return true;
}

bool FieldReader::readCurrency(FieldValue& into, const Path& path)
{
    const auto currency = Currency::parse(into.text);
    if (!currency)
        return breach(IntakeRule::WrongEnum, path, "a currency of ISO 4217", quoted(into.text));
    into.number = currency->number();
    currency_ = *currency;
    return true;
}

bool FieldReader::readHoldReason(FieldValue& into, const Path& path)
{
    const auto reason = fromName<HoldReason>(into.text);
    if (!reason)
        return breach(IntakeRule::WrongEnum, path, oneOf<HoldReason>(), quoted(into.text));
    into.number = static_cast<std::int64_t>(*reason);
    return true;
}

/// After all members are read: the currency, of which the number of decimals depends, may stand behind the amounts.
bool FieldReader::readAmounts(std::span<const FieldRule> rules, FieldSet& set, const Path& path)
{
    for (const FieldRule& rule : rules) {
        FieldValue& field = set[rule.field];
        const Path here = path.member(name(rule.field));
        if (rule.wants == Wants::Lines) {
            for (std::size_t i = 0; i < draft_.items.size(); ++i)
                if (!readAmounts(lineFields(), draft_.items[i], here.item(i)))
                    return false;
        }
        if (rule.wants != Wants::Amount || field.text.empty())
            continue;
        const auto money = parseMoney(field.text, currency_);
        if (!money)
            return breach(IntakeRule::BadAmount, here, "an amount such as 58.90 in " + currency_.text(),
                          quoted(field.text));
        if (money->minor < 0 || money->minor > IntakeLimits::amount)
            return breach(IntakeRule::OutOfRange, here, "an amount from 0 to 10^12 minor units",
                          quoted(field.text));
        field.number = money->minor;
    }
    return true;
}

bool FieldReader::readItems(element value, std::span<const FieldRule> rules, const Path& path)
{
    simdjson::dom::array items;
    if (value.get(items) != simdjson::SUCCESS)
        return breach(IntakeRule::WrongType, path, "an array", describe(value));
    std::size_t index = 0;
    for (const element item : items)
        if (!readObject(item, rules, draft_.items.emplace_back(), path.item(index++)))
            return false;
    return true;
}

bool FieldReader::allRequired(std::span<const FieldRule> rules, const FieldSet& set, const Path& path)
{
    for (const FieldRule& rule : rules)
        if (rule.required && !set[rule.field].given)
            return breach(IntakeRule::MissingField, path.member(name(rule.field)), "this member", "none");
    return true;
}

bool FieldReader::breach(IntakeRule rule, const Path& path, std::string expected, std::string got)
{
    breach_ = Breach{rule, path.text(), std::move(expected), std::move(got)};
    return false;
}

}  // namespace holdpoint::engine
