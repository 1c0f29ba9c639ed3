// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contracts/schema.h"
#include "core/contracts/schema_types.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace holdpoint::contracts {

namespace {

using nlohmann::json;

constexpr std::uint32_t Everything = 0;
constexpr std::uint32_t Nothing = 1;

struct Unusable {
    Error error;
};

[[noreturn]] void fail(Code code, const std::string& where, const std::string& what)
{
    throw Unusable{{code, (where.empty() ? "/" : where) + ": " + what}};
}

bool isAnnotation(const std::string& word)
{
    static constexpr std::array<std::string_view, 8> Words{"$schema",     "$id",     "$comment", "title",
                                                           "description", "default", "examples", "format"};
    return word.starts_with("x-") || std::find(Words.begin(), Words.end(), word) != Words.end();
}

std::uint8_t bitsOf(const json& word, const std::string& where)
{
    for (const TypeWord& type : TypeWords)
        if (word.is_string() && word.get_ref<const std::string&>() == type.word)
            return type.bits;
    fail(Code::InvalidArgument, where, "no such type");
}

std::uint64_t sizeOf(const json& value, const std::string& where)
{
    if (!value.is_number_unsigned())
        fail(Code::InvalidArgument, where, "a size is an integer from 0");
    return value.get<std::uint64_t>();
}

double boundOf(const json& value, const std::string& where)
{
    if (!value.is_number())
        fail(Code::InvalidArgument, where, "a bound is a number");
    return value.get<double>();
}

std::string scalarOf(const json& value, const std::string& where)
{
    if (value.is_structured() || value.is_number_float())
        fail(Code::Unsupported, where, "only strings, integers, booleans and null can be listed");
    return value.dump();
}

}  // namespace

/// Turns one schema after the other, innermost first, into a rule.
class Compiler {
public:
    explicit Compiler(Schema& schema) : schema_(schema) {}

    std::uint32_t add(const json& schema, const std::string& where)
    {
        if (schema.is_boolean())
            return schema.get<bool>() ? Everything : Nothing;
        if (!schema.is_object())
            fail(Code::InvalidArgument, where, "a schema is an object, true or false");
        Schema::Rule rule;
        for (const auto& [word, value] : schema.items())
            if (!structure(rule, word, value, where) && !limit(rule, word, value, where) &&
                !isAnnotation(word))
                fail(Code::Unsupported, where, "keyword " + word + " is not understood");
        schema_.rules_.push_back(std::move(rule));
        return static_cast<std::uint32_t>(schema_.rules_.size() - 1);
    }

private:
    bool structure(Schema::Rule& rule, const std::string& word, const json& value, const std::string& where)
    {
        if (word == "properties")
            properties(rule, value, where + "/properties");
        else if (word == "required")
            required(rule, value, where + "/required");
        else if (word == "additionalProperties")
            rule.others = add(value, where + "/additionalProperties");
        else if (word == "items")
            rule.items = add(value, where + "/items");
        else
            return false;
        return true;
    }

    static bool limit(Schema::Rule& rule, const std::string& word, const json& value,
                      const std::string& where)
    {
        const std::string here = where + "/" + word;
        if (word == "type")
            types(rule, value, here);
        else if (word == "enum")
            listed(rule, value, here);
        else if (word == "const")
            rule.allowed = {scalarOf(value, here)};
        else if (word == "minLength")
            rule.minLength = sizeOf(value, here);
        else if (word == "maxLength")
            rule.maxLength = sizeOf(value, here);
        else if (word == "minItems")
            rule.minItems = sizeOf(value, here);
        else if (word == "maxItems")
            rule.maxItems = sizeOf(value, here);
        else if (word == "minimum")
            rule.minimum = boundOf(value, here);
        else if (word == "maximum")
            rule.maximum = boundOf(value, here);
        else
            return false;
        return true;
    }

    void properties(Schema::Rule& rule, const json& value, const std::string& where)
    {
        if (!value.is_object())
            fail(Code::InvalidArgument, where, "properties are an object");
        for (const auto& [name, schema] : value.items())
            rule.members.push_back({name, add(schema, where + "/" + name)});
    }

    static void required(Schema::Rule& rule, const json& value, const std::string& where)
    {
        for (const json& name : value) {
            if (!value.is_array() || !name.is_string())
                fail(Code::InvalidArgument, where, "required is a list of names");
            rule.required.push_back(name.get<std::string>());
        }
    }

    static void types(Schema::Rule& rule, const json& value, const std::string& where)
    {
        rule.types = 0;
        for (const json& word : value.is_array() ? value : json::array({value}))
            rule.types |= bitsOf(word, where);
    }

    static void listed(Schema::Rule& rule, const json& value, const std::string& where)
    {
        if (!value.is_array() || value.empty())
            fail(Code::InvalidArgument, where, "enum is a list of values");
        for (const json& one : value)
            rule.allowed.push_back(scalarOf(one, where));
    }

    Schema& schema_;
};

Schema::Schema() : rules_(2) { rules_[Nothing].types = 0; }

Result<Schema> Schema::compile(std::string_view text)
{
    Schema schema;
    try {
        const std::uint32_t root = Compiler(schema).add(json::parse(text), "");
        if (root + 1 != schema.rules_.size())
            schema.rules_.push_back(schema.rules_[root]);
    } catch (const json::exception& error) {
        return Error{Code::InvalidArgument, error.what()};
    } catch (const Unusable& unusable) {
        return unusable.error;
    }
    return schema;
}

}  // namespace holdpoint::contracts
