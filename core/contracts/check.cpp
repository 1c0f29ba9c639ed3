// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contracts/schema.h"
#include "core/contracts/schema_types.h"

#include <algorithm>
#include <charconv>
#include <simdjson.h>

namespace holdpoint::contracts {

struct Json::Impl {
    simdjson::dom::parser parser{MaxBody};
    simdjson::dom::element root;
    bool parsed = false;
};

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

std::string shortened(std::string text)
{
    constexpr std::size_t Most = 200;
    if (text.size() <= Most)
        return text;
    std::size_t end = Most;  // not in the middle of a character
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

std::string childOf(const std::string& pointer, std::string_view name)
{
    std::string out = pointer + '/';
    for (const char c : name) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::uint8_t typeOf(const element& value)
{
    switch (value.type()) {
    case element_type::NULL_VALUE: return NullType;
    case element_type::BOOL: return BooleanType;
    case element_type::INT64:
    case element_type::UINT64: return IntegerType;
    case element_type::DOUBLE: {
        const double number = value.get_double().value_unsafe();
        return number == static_cast<double>(static_cast<std::int64_t>(std::clamp(number, -9.0e15, 9.0e15)))
                   ? IntegerType  // 1.0 is an integer
                   : FractionType;
    }
    case element_type::STRING: return StringType;
    case element_type::ARRAY: return ArrayType;
    case element_type::OBJECT: return ObjectType;
    }
    return 0;
}

std::string textOf(const element& value) { return shortened(simdjson::minify(value)); }

std::uint64_t charactersOf(std::string_view text)
{
    return static_cast<std::uint64_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out;
}

std::string numberText(double number)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return {text, end};
}

/// Limits that hold for every document, whatever its schema.
class Limits {
public:
    std::optional<Breach> of(const element& value, const std::string& pointer, std::size_t depth = 1)
    {
        switch (value.type()) {
        case element_type::STRING:
            if (value.get_string_length().value_unsafe() > MaxText)
                return Breach{pointer, "at most 64 KB of text", "more"};
            return std::nullopt;
        case element_type::ARRAY: return ofArray(value.get_array().value_unsafe(), pointer, depth);
        case element_type::OBJECT: return ofObject(value.get_object().value_unsafe(), pointer, depth);
        default: return std::nullopt;
        }
    }

private:
    std::optional<Breach> ofArray(const simdjson::dom::array& array, const std::string& pointer,
                                  std::size_t depth)
    {
        if (depth > MaxDepth)
            return tooDeep(pointer);
        std::size_t index = 0;
        for (const element child : array) {
            if (++members_ > MaxMembers)
                return tooMany(pointer);
            if (hasLimits(child))
                if (auto breach = of(child, pointer + '/' + std::to_string(index), depth + 1))
                    return breach;
            ++index;
        }
        return std::nullopt;
    }

    std::optional<Breach> ofObject(const simdjson::dom::object& object, const std::string& pointer,
                                   std::size_t depth)
    {
        if (depth > MaxDepth)
            return tooDeep(pointer);
        std::vector<std::string_view> names;
        for (const auto [name, child] : object) {
            if (++members_ > MaxMembers)
                return tooMany(pointer);
            names.push_back(name);
            if (hasLimits(child))
                if (auto breach = of(child, childOf(pointer, name), depth + 1))
                    return breach;
        }
        std::sort(names.begin(), names.end());
        const auto twice = std::adjacent_find(names.begin(), names.end());
        if (twice != names.end())
            return Breach{childOf(pointer, *twice), "each member once", "twice"};
        return std::nullopt;
    }

    static bool hasLimits(const element& value)
    {
        return value.is_string() || value.is_array() || value.is_object();
    }
    static Breach tooDeep(const std::string& pointer) { return {pointer, "at most 32 levels", "more"}; }
    static Breach tooMany(const std::string& pointer) { return {pointer, "at most 10,000 members", "more"}; }

    std::size_t members_ = 0;
};

}  // namespace

Json::Json() : impl_(std::make_unique<Impl>()) {}
Json::~Json() = default;

std::optional<Breach> Json::parse(std::string_view bytes)
{
    impl_->parsed = false;
    if (bytes.size() > MaxBody)
        return Breach{"", "at most 1 MB", std::to_string(bytes.size()) + " bytes"};
    if (const auto error = impl_->parser.parse(bytes.data(), bytes.size()).get(impl_->root))
        return Breach{"", "a JSON document", simdjson::error_message(error)};
    if (auto breach = Limits().of(impl_->root, ""))
        return breach;
    impl_->parsed = true;
    return std::nullopt;
}

std::optional<std::string_view> Json::text(std::string_view pointer) const
{
    std::string_view out;
    if (!impl_->parsed || impl_->root.at_pointer(pointer).get(out) != simdjson::SUCCESS)
        return std::nullopt;
    return out;
}

std::optional<std::int64_t> Json::number(std::string_view pointer) const
{
    std::int64_t out = 0;
    if (!impl_->parsed || impl_->root.at_pointer(pointer).get(out) != simdjson::SUCCESS)
        return std::nullopt;
    return out;
}

class Checker {
public:
    explicit Checker(const Schema& schema) : rules_(schema.rules_) {}

    std::optional<Breach> check(const element& value, std::uint32_t number, const std::string& pointer) const
    {
        if (number == 0)
            return std::nullopt;
        const Schema::Rule& rule = rules_[number];
        const std::uint8_t type = typeOf(value);
        if (rule.types == 0)
            return Breach{pointer, "no such member", textOf(value)};
        if (!(rule.types & type))
            return Breach{pointer, wordsOf(rule.types),
                          wordsOf(type == FractionType ? 12 : type) + " " + textOf(value)};
        if (!rule.allowed.empty() && !contains(rule.allowed, value))
            return Breach{pointer, (rule.allowed.size() > 1 ? "one of " : "") + joined(rule.allowed),
                          textOf(value)};
        switch (type) {
        case ObjectType: return checkObject(value.get_object().value_unsafe(), rule, pointer);
        case ArrayType: return checkArray(value.get_array().value_unsafe(), rule, pointer);
        case StringType: return checkLength(value.get_string().value_unsafe(), rule, pointer);
        case IntegerType:
        case FractionType: return checkNumber(value, rule, pointer);
        default: return std::nullopt;
        }
    }

private:
    static bool contains(const std::vector<std::string>& allowed, const element& value)
    {
        std::string text = simdjson::minify(value);
        if (value.is_double() && typeOf(value) == IntegerType)
            text = std::to_string(static_cast<std::int64_t>(value.get_double().value_unsafe()));
        return std::find(allowed.begin(), allowed.end(), text) != allowed.end();
    }

    std::optional<Breach> checkObject(const simdjson::dom::object& object, const Schema::Rule& rule,
                                      const std::string& pointer) const
    {
        for (const std::string& name : rule.required)
            if (object.at_key(name).error() != simdjson::SUCCESS)
                return Breach{childOf(pointer, name), "a member that is required",
                              "missing; there are " + namesOf(object)};
        if (rule.members.empty() && rule.others == 0)
            return std::nullopt;
        for (const auto [name, child] : object)
            if (auto breach = check(child, ruleFor(rule, name), childOf(pointer, name)))
                return breach;
        return std::nullopt;
    }

    static std::uint32_t ruleFor(const Schema::Rule& rule, std::string_view name)
    {
        for (const Schema::Member& member : rule.members)
            if (member.name == name)
                return member.rule;
        return rule.others;
    }

    static std::string namesOf(const simdjson::dom::object& object)
    {
        std::string out;
        for (const auto [name, child] : object)
            out += (out.empty() ? "" : ", ") + std::string(name);
        return out.empty() ? "none" : shortened(std::move(out));
    }

    std::optional<Breach> checkArray(const simdjson::dom::array& array, const Schema::Rule& rule,
                                     const std::string& pointer) const
    {
        std::size_t index = 0;
        for (const element child : array) {
            if (auto breach =
                    check(child, rule.items, rule.items ? pointer + '/' + std::to_string(index) : ""))
                return breach;
            ++index;
        }
        return checkSize(index, rule.minItems, rule.maxItems, pointer, " elements");
    }

    static std::optional<Breach> checkLength(std::string_view text, const Schema::Rule& rule,
                                             const std::string& pointer)
    {
        return checkSize(charactersOf(text), rule.minLength, rule.maxLength, pointer, " characters");
    }

    static std::optional<Breach> checkSize(std::uint64_t size, std::uint64_t least, std::uint64_t most,
                                           const std::string& pointer, const char* unit)
    {
        if (size < least)
            return Breach{pointer, "at least " + std::to_string(least) + unit, std::to_string(size)};
        if (size > most)
            return Breach{pointer, "at most " + std::to_string(most) + unit, std::to_string(size)};
        return std::nullopt;
    }

    static std::optional<Breach> checkNumber(const element& value, const Schema::Rule& rule,
                                             const std::string& pointer)
    {
        const double number = value.get_double().value();
        if (number < rule.minimum)
            return Breach{pointer, "at least " + numberText(rule.minimum), textOf(value)};
        if (number > rule.maximum)
            return Breach{pointer, "at most " + numberText(rule.maximum), textOf(value)};
        return std::nullopt;
    }

    const std::vector<Schema::Rule>& rules_;
};

std::optional<Breach> Schema::check(const Json& document) const
{
    if (!document.impl_->parsed)
        return Breach{"", "a JSON document", "none"};
    return Checker(*this).check(document.impl_->root, static_cast<std::uint32_t>(rules_.size() - 1), "");
}

}  // namespace holdpoint::contracts
