// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace holdpoint::search {

/// A regular expression that takes time in proportion to text and pattern, whatever they are: patterns come from
/// anybody, and the backtracking of common libraries is a way to stop a server. Knows literals, `.`, `[a-z]`, `[^…]`,
/// `\d \w \s` and their opposites, `( ) | * + ?`, `{m}`, `{m,}`, `{m,n}`, `^`, `$`. Ignores the case of A–Z. Bytes, not characters.
class Regex {
public:
    /// Errors: InvalidArgument (where it is wrong), Unsupported (too large).
    static Result<Regex> compile(std::string_view pattern);

    /// Does it occur anywhere in the text?
    [[nodiscard]] bool occursIn(std::string_view text) const;

private:
    friend class RegexCompiler;
    using Set = std::bitset<256>;
    enum class Code : std::uint8_t { Bytes, Split, Jump, Begin, End, Match };
    struct Step {
        Code code = Code::Match;
        std::uint32_t a = 0;  ///< Bytes: number of its set; Split, Jump: where to go on
        std::uint32_t b = 0;  ///< Split: the other way
    };
    struct Threads;
    void add(Threads& threads, std::uint32_t step, std::size_t at, std::size_t size) const;

    std::vector<Step> program_;
    std::vector<Set> sets_;
};

/// The whole text against a pattern in which `*` is any run of characters; not across `/` if `steps`. Ignores the case of
/// A–Z.
[[nodiscard]] bool matchesWildcard(std::string_view text, std::string_view pattern, bool steps);

[[nodiscard]] bool equalIgnoringCase(std::string_view a, std::string_view b) noexcept;
/// `lower` has no capital A–Z.
[[nodiscard]] bool containsIgnoringCase(std::string_view text, std::string_view lower) noexcept;

}  // namespace holdpoint::search
