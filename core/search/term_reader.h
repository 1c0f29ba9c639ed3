// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/parse.h"

#include <optional>
#include <vector>

/// Reads one term at a place of the text. For `parse`.
namespace holdpoint::search {

struct Read {
    Term term;
    std::size_t end = 0;  ///< after the term
};
using ReadTerm = tl::expected<Read, ParseError>;

/// `at` is at something that is neither space nor parenthesis.
[[nodiscard]] ReadTerm readTerm(std::string_view text, std::size_t at);

[[nodiscard]] inline bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
[[nodiscard]] inline bool endsWord(char c) { return isSpace(c) || c == '(' || c == ')'; }

/// What goes wrong at a place, as the value `tl::expected` takes.
[[nodiscard]] inline tl::unexpected<ParseError> wrong(Fault fault, std::size_t at, std::size_t length,
                                                      std::string detail, std::string_view nearest = {})
{
    return tl::make_unexpected(ParseError{fault, at, length, std::move(detail), std::string(nearest)});
}

}  // namespace holdpoint::search
