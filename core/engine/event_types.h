// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/breach.h"
#include "core/model/event.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// The catalogue of event types as data: type → class → members of `data` → facts.
namespace holdpoint::engine {

/// Every member that some type's `data`, one of its lines or one of its counts may have.
enum class Field : std::uint8_t {
    Amount,
    Buffer,
    Channel,
    Code,
    Condition,
    Counts,
    Currency,
    Delta,
    Fingerprint,
    Id,
    Leg,
    Line,
    Lines,
    LinesKnown,
    Method,
    Node,
    Outcome,
    Payment,
    Price,
    Promise,
    Reason,
    Region,
    Return,
    Sku,
    Total,
    Tracking,
    Units,
    Version,
    Cost,
    DecidedAt,
    EndedAt,
    Exception,
    Fired,
    Legs,
    Mapping,
    OrderVersion,
    Rules,
    Saw,
    Snapshot,
    StockAsOf,
};
inline constexpr auto FieldNames = std::to_array<std::string_view>(
    {"amount",        "buffer",      "channel",  "code",      "condition",  "counts",  "currency",
     "delta",         "fingerprint", "id",       "leg",       "line",       "lines",   "lines_known",
     "method",        "node",        "outcome",  "payment",   "price",      "promise", "reason",
     "region",        "return",      "sku",      "total",     "tracking",   "units",   "version",
     "cost",          "decided_at",  "ended_at", "exception", "fired",      "legs",    "mapping",
     "order_version", "rules",       "saw",      "snapshot",  "stock_as_of"});
static_assert(FieldNames.size() == static_cast<std::size_t>(Field::StockAsOf) + 1);

[[nodiscard]] constexpr std::string_view name(Field field) noexcept
{
    return FieldNames[static_cast<std::size_t>(field)];
}

/// What the value of a member must be.
enum class Wants : std::uint8_t {
    Text,        ///< at most 256 bytes, no control characters
    Part,        ///< 1 to 65535
    PartOrNone,  ///< 0 to 65535
    Units,       ///< 1 to 1,000,000
    UnitsOrNone,
    Count,    ///< 0 to 1,000,000,000
    Delta,    ///< the same with a sign
    Version,  ///< 0 to 2^63 - 1
    Amount,   ///< decimal text, not negative, in the currency of `data`
    Currency,
    Time,
    Flag,
    HoldReason,
    Lines,
    OldLines,  ///< of what legacy decided
    Counts,
};

struct FieldRule {
    Field field;
    Wants wants;
    bool required = false;
};

/// One member as read; `text` points into the parser.
struct FieldValue {
    bool given = false;
    std::string_view text;
    std::int64_t number = 0;  ///< integers, minor units, milliseconds, numbers of enumerations
};

class FieldSet {
public:
    [[nodiscard]] const FieldValue& operator[](Field field) const { return values_[index(field)]; }
    FieldValue& operator[](Field field) { return values_[index(field)]; }

private:
    static constexpr std::size_t index(Field field) { return static_cast<std::size_t>(field); }
    std::array<FieldValue, FieldNames.size()> values_{};
};

/// An event read and checked in every member, but with nothing interned yet.
struct Draft {
    std::string_view id;
    std::string_view subject;
    FieldSet data;
    std::vector<FieldSet> items;  ///< of `lines` or `counts`
};

struct EventType {
    std::string_view name;
    EventClass cls;
    EntityKind target;
    std::span<const FieldRule> fields;
    /// Rules between members; null if there is none.
    std::optional<Breach> (*check)(const Draft&);
    /// Adds the facts to the event, whose head is filled. Cannot fail.
    void (*build)(const Draft&, Dictionary&, Event&);
};

/// Null if unknown.
[[nodiscard]] const EventType* findEventType(std::string_view name) noexcept;
[[nodiscard]] std::span<const EventType> eventTypes() noexcept;
/// Members of one entry of `lines` and `counts`.
[[nodiscard]] std::span<const FieldRule> lineFields() noexcept;
[[nodiscard]] std::span<const FieldRule> oldLineFields() noexcept;
[[nodiscard]] std::span<const FieldRule> countFields() noexcept;

}  // namespace holdpoint::engine
