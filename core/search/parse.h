// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/query.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace holdpoint::search {

/// Why a text is no query. The sentence under the field is made in `ui/text`.
enum class Fault : std::uint8_t {
    UnknownField,  ///< `nearest` may help
    UnknownWord,   ///< no such value of a fixed list; `nearest` may help
    MissingField,  ///< an operator without a name before it
    MissingTerm,   ///< AND, OR, NOT or - without what they join
    MissingValue,
    UnclosedQuote,
    UnclosedParenthesis,
    StrayParenthesis,
    BadNumber,
    BadDuration,
    BadTime,
    BadRegex,
    WrongOperator,  ///< not for this field or this value
    SortInside,     ///< `sort:` stands alone, not in parentheses, OR or NOT
    TooDeep,
    TooLong,
};

/// Where the text is wrong, in bytes; `length` may be 0 at its end.
struct ParseError {
    Fault fault = Fault::MissingTerm;
    std::size_t at = 0;
    std::size_t length = 0;
    std::string detail;   ///< English, for logs and the command line
    std::string nearest;  ///< field or word that was probably meant
};

inline constexpr std::size_t LongestQuery = 4096;
inline constexpr int DeepestQuery = 32;

/// ```
/// query := or ;  or := and { "OR" and } ;  and := not { [ "AND" ] not } ;  not := [ "-" | "NOT" ] atom
/// atom  := "(" query ")" | field op value | word | "quoted text" | /regex/
/// op    := ":" | "=" | "!=" | ">" | ">=" | "<" | "<=" | "~", each also after ":"
/// value := word | "quoted" | a,b,c | x..y | * | prefix*
/// time  := 14:00 | 2026-11-18T14:00Z | -15m | today | launch | launch+30m | last-command
/// ```
/// Empty text is the query that everything matches. A backslash keeps the next character of a quoted text. Bare ids
/// (`O-8841`, `X-90412`, `G-7`, `#8841-207`), effect keys and trace ids become terms of their field.
[[nodiscard]] tl::expected<Query, ParseError> parse(std::string_view text);

/// One spelling for equal queries: parsing it gives the query again.
[[nodiscard]] std::string normalForm(const Query& query);

}  // namespace holdpoint::search

namespace holdpoint {
HP_NAMES(search::Fault, "unknown_field", "unknown_word", "missing_field", "missing_term", "missing_value",
         "unclosed_quote", "unclosed_parenthesis", "stray_parenthesis", "bad_number", "bad_duration",
         "bad_time", "bad_regex", "wrong_operator", "sort_inside", "too_deep", "too_long");
}  // namespace holdpoint
