// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/model/rollout.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What legacy decided beside what we would have. Only like is compared with like, and what a rule hides is never a match.
namespace holdpoint::shadow {

/// A list is a multiset unless its path is declared ordered. Money is in minor units.
using Value =
    std::variant<std::monostate, bool, std::int64_t, std::string, Instant, std::vector<std::string>>;
/// Typed values by path; collections are keyed (`route.split.N7.SKU-1`), so that an order of theirs means nothing.
using Document = std::map<std::string, Value, std::less<>>;

/// What one side knew and what it said.
struct Side {
    std::uint64_t fingerprint = 0;  ///< of all it saw: order version, stock snapshot, rules, clock
    Document says;
};

struct Pair {
    EntityId order;
    Compared about = Compared::Route;
    std::string segment;
    std::optional<Side> legacy;
    std::optional<Side> ours;
    Instant since;  ///< when the first of the two was there
};

enum class DifferenceKind : std::uint8_t { Missing, Extra, Type, Changed, Numeric, Order, Split };

struct Difference {
    std::string path;
    DifferenceKind kind = DifferenceKind::Changed;
    Value legacy;
    Value ours;
    std::int64_t delta = 0;  ///< Numeric: ours minus legacy
};

/// How values are made comparable. Versioned by its id; after its expiry it does nothing.
enum class RuleKind : std::uint8_t {
    Ignore,        ///< volatile: a trace id, a generated id
    Text,          ///< case and blanks do not count
    NearInstant,   ///< two instants within `tolerance` are one
    Mapping,       ///< vendor codes to canonical ones, by `table`
    AbsentIsNull,  ///< nothing, null and the empty text are one
    Ordered,       ///< a list whose order counts
};
struct NormalRule {
    std::string id;
    RuleKind kind = RuleKind::Ignore;
    std::string path;  ///< exact, or all below it if it ends in `.*`
    std::string owner;
    std::string reason;
    Instant expires;
    Milliseconds tolerance{2'000};
    std::map<std::string, std::string> table;
};

struct Comparison {
    ComparisonResult result = ComparisonResult::NotYetComparable;
    std::vector<Difference> differences;
    std::int64_t hidden = 0;                        ///< differences that a rule hid
    std::map<std::string, std::int64_t> usedRules;  ///< hits by rule id
    /// Equal, and nothing was hidden to make it so.
    [[nodiscard]] bool isMatch() const noexcept { return result == ComparisonResult::Match && hidden == 0; }
};

/// One side alone says nothing until `patience` has passed; then it is missing in the other.
[[nodiscard]] Comparison compare(const Pair& pair, const std::vector<NormalRule>& rules, Instant now,
                                 Milliseconds patience);

/// What is alike in many differences: paths without their keys, kinds, the rules of both sides, segment.
[[nodiscard]] std::string signatureOf(const Comparison& comparison, const Pair& pair,
                                      const std::vector<std::string>& ruleIds);

}  // namespace holdpoint::shadow

namespace holdpoint {
HP_NAMES(shadow::DifferenceKind, "missing", "extra", "type", "value", "numeric", "order", "split");
HP_NAMES(shadow::RuleKind, "ignore", "text", "instant", "mapping", "absent_is_null", "ordered");
}  // namespace holdpoint
