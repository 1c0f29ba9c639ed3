// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <variant>

namespace holdpoint {

/// Every reason for which intake refuses an input; the name is `RefusedInput::rule`.
enum class IntakeRule : std::uint8_t {
    TooLarge,
    TooDeep,
    TooManyMembers,
    TextTooLong,
    BadJson,
    BadUtf8,
    BigInteger,
    DuplicateKey,
    NotAnObject,
    MissingField,
    UnknownField,
    WrongType,
    WrongEnum,
    OutOfRange,
    BadText,
    BadTime,
    BadAmount,
    BadTraceparent,
    UnknownType,
    WrongClass,
    NoLines,
    LinesNotAllowed,
    DuplicateLine,
    DuplicateSku,
};
HP_NAMES(IntakeRule, "too_large", "too_deep", "too_many_members", "text_too_long", "bad_json", "bad_utf8",
         "big_integer", "duplicate_key", "not_an_object", "missing_field", "unknown_field", "wrong_type",
         "wrong_enum", "out_of_range", "bad_text", "bad_time", "bad_amount", "bad_traceparent",
         "unknown_type", "wrong_class", "no_lines", "lines_not_allowed", "duplicate_line", "duplicate_sku");

}  // namespace holdpoint

namespace holdpoint::engine {

/// What one input may be at most; what is exactly at a limit is taken.
struct IntakeLimits {
    static constexpr std::size_t bytes = 1'048'576;
    static constexpr std::size_t depth = 32;              ///< objects and arrays inside one another
    static constexpr std::size_t members = 10'000;        ///< members of all objects and items of all arrays
    static constexpr std::size_t text = 65'536;           ///< bytes of one text or key, escapes resolved
    static constexpr std::size_t name = 256;              ///< bytes of an id, a number, a SKU, a code …
    static constexpr std::int64_t units = 1'000'000;      ///< of one line
    static constexpr std::int64_t count = 1'000'000'000;  ///< of one stock position
    static constexpr std::int64_t amount = 1'000'000'000'000;  ///< minor units
};

using Intaken = std::variant<Event, RefusedInput>;

/// Strict reader of CloudEvents 1.0 in JSON, one event an input; `docs/events.md` is the catalogue. Takes what it knows
/// exactly and refuses everything else with rule, JSON pointer, expected and got. It never throws and never stops halfway:
/// a refused input leaves nothing but the number of its rule in the dictionary.
/// One thread at a time, the one that owns the dictionary; buffers are kept between calls.
class Intake {
public:
    /// The dictionary must outlive the intake.
    explicit Intake(Dictionary& names);
    ~Intake();
    Intake(const Intake&) = delete;
    Intake& operator=(const Intake&) = delete;

    /// `bytes` is only read during the call.
    [[nodiscard]] Intaken parse(std::string_view bytes);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace holdpoint::engine
