// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/vocabulary.h"

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// Which orders a slice is about: a predicate over what is known of an order at intake, and nothing later.
namespace holdpoint::rollout {

enum class Attribute : std::uint8_t {
    Channel,
    Region,
    ShipMethod,
    ValueBand,
    LineCount,
    SplitExpected,
    PaymentStatus,
    Backorder,
    CustomerTier,
    Brand,  // from here: of each line
    SkuClass,
};
}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::Attribute, "channel", "region", "ship_method", "value_band", "line_count", "split_expected",
         "payment_status", "backorder", "customer_tier", "brand", "sku_class");
}  // namespace holdpoint

namespace holdpoint::rollout {

using holdpoint::name;

inline constexpr std::size_t OrderTraitCount = 9;
inline constexpr std::size_t LineTraitCount = 2;

[[nodiscard]] constexpr bool isOfLines(Attribute a) noexcept
{
    return static_cast<std::size_t>(a) >= OrderTraitCount;
}
/// Numbers can be ordered, words cannot. value_band, line_count, split_expected (0 or 1), backorder (0 or 1) are numbers.
[[nodiscard]] constexpr bool isNumber(Attribute a) noexcept
{
    return a == Attribute::ValueBand || a == Attribute::LineCount || a == Attribute::SplitExpected ||
           a == Attribute::Backorder;
}

/// monostate: not known.
using Value = std::variant<std::monostate, std::string, std::int64_t>;

/// Frozen at intake; an order never moves between slices because it changed.
struct Traits {
    std::array<Value, OrderTraitCount> order;
    std::vector<std::array<Value, LineTraitCount>> lines;

    void set(Attribute a, Value value) { order[static_cast<std::size_t>(a)] = std::move(value); }
    void setLine(std::size_t line, Attribute a, Value value);
    [[nodiscard]] const Value& of(Attribute a, std::size_t line = 0) const;
};

enum class Op : std::uint8_t { In, NotIn, Eq, Ne, Lt, Le, Gt, Ge, Exists, All, Any, Not };
enum class Quantifier : std::uint8_t { AllLines, AnyLine };

struct Predicate {
    Op op = Op::All;  ///< All of nothing: every order
    Attribute attribute = Attribute::Channel;
    Quantifier quantifier = Quantifier::AllLines;
    std::vector<Value> values;
    std::vector<Predicate> parts;

    friend bool operator==(const Predicate&, const Predicate&) = default;
};

/// Unknown: it hangs on something that is missing. Such an order goes to legacy and is counted.
enum class Eligible : std::uint8_t { No, Yes, Unknown };

/// Three-valued (Kleene): `any` with one yes is yes, whatever is missing beside it. Expects a checked predicate.
[[nodiscard]] Eligible eligible(const Predicate& predicate, const Traits& traits);

/// Errors: InvalidArgument, naming the part (no values, a word where a number must be, ordering words, more than 16 deep,
/// `not` of other than one).
Result<> check(const Predicate& predicate);

/// `region in (BR-SP, BR-RJ) and not channel = marketplace`; `every order` of the empty one.
[[nodiscard]] std::string toText(const Predicate& predicate);

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::Op, "in", "not_in", "eq", "ne", "lt", "le", "gt", "ge", "exists", "all", "any", "not");
HP_NAMES(rollout::Quantifier, "all_lines", "any_line");
}  // namespace holdpoint
