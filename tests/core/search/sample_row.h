// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/filter.h"
#include "core/search/parse.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace holdpoint::test {

/// 2026-11-18T14:03:20Z, a quarter of an hour after the launch's last command.
inline constexpr Instant Now{1'795'010'600'000};
inline constexpr std::int64_t Minute = 60'000;

inline search::Context context()
{
    return {Now, Now - Milliseconds{60 * Minute}, Now - Milliseconds{15 * Minute}, Milliseconds{0}};
}

/// A row made of what a test puts in.
class SampleRow final : public search::Row {
public:
    std::map<search::Field, std::vector<std::string>> texts;
    std::map<search::Field, std::int64_t> numbers;
    std::set<search::IsWord> words;
    std::set<search::HasWord> things;

    [[nodiscard]] bool anyText(search::Field field, const search::TextTest& test) const override
    {
        const auto found = texts.find(field);
        return found != texts.end() && std::any_of(found->second.begin(), found->second.end(),
                                                   [&](const std::string& t) { return test(t); });
    }
    [[nodiscard]] std::optional<std::int64_t> number(search::Field field) const override
    {
        const auto found = numbers.find(field);
        return found == numbers.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] bool is(search::IsWord word) const override { return words.contains(word); }
    [[nodiscard]] bool has(search::HasWord word) const override { return things.contains(word); }
    [[nodiscard]] bool anyWord(const search::TextTest& test) const override
    {
        return std::any_of(texts.begin(), texts.end(), [&](const auto& field) {
            return std::any_of(field.second.begin(), field.second.end(),
                               [&](const std::string& t) { return test(t); });
        });
    }
};

inline bool matches(const std::string& text, const SampleRow& row)
{
    const auto query = search::parse(text);
    if (!query)
        throw std::runtime_error(text + ": " + query.error().detail);
    return search::Filter(query->root, context()).matches(row);
}

}  // namespace holdpoint::test
