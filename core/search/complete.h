// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/field.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What may stand at the cursor of a filter field. Pure; knows the grammar, not the data.
namespace holdpoint::search {

/// Of which list a filter speaks: fields without data there are not offered, though they can be written.
enum class Searched : std::uint8_t { Exceptions, Orders };

[[nodiscard]] std::span<const Field> fieldsOf(Searched list) noexcept;
/// The words a field of a fixed list has there, by name, in their own order; none for other fields.
[[nodiscard]] std::vector<std::string_view> wordsOf(Searched list, Field field);

struct Suggestion {
    std::string text;         ///< put in place of the span: `vendor:`, `handoff`, `<30m`
    std::string description;  ///< code of its sentence: `field.vendor`, `stage.handoff`, `time.launch`
    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// Positions are bytes of the text.
struct Completion {
    enum class What : std::uint8_t { Fields, Values, Nothing };
    What what = What::Nothing;
    std::size_t at = 0;  ///< what a suggestion replaces
    std::size_t length = 0;
    std::size_t termAt = 0;  ///< the term under the cursor, without a minus before it; empty between terms
    std::size_t termLength = 0;
    Field field = Field::Any;  ///< of Values
    std::string typed;         ///< of the span, up to the cursor, without an opening quote
    bool counted = false;      ///< a session counts the values of this field: ask it with `typed`
    std::vector<Suggestion> suggestions;
};

/// A cursor beyond the end counts as the end. Texts that are no query are completed too.
[[nodiscard]] Completion complete(std::string_view text, std::size_t cursor, Searched list);

/// A value as it must be written after `field:`, in quotes if it needs them.
[[nodiscard]] std::string spelled(std::string_view value);

}  // namespace holdpoint::search

namespace holdpoint {
HP_NAMES(search::Searched, "exceptions", "orders");
}
