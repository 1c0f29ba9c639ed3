// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"
#include "core/shadow/compare.h"
#include "core/shadow/judge.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What legacy decided of an order beside what we would have: the difference as an entity, one an order, and the document
/// of the rules by which people have it judged. Pure, as all of `flow`.
namespace holdpoint::flow {

/// So long one side may be silent before it counts as missing.
inline constexpr Milliseconds ShadowPatience{3'600'000};
/// One order in so many is decided twice: two answers to one input would be a fault of ours.
inline constexpr std::uint64_t SelfNoiseEach = 100;

/// A rule by which the engine explains, beside those that hide or map.
struct ExplainingRule {
    std::string id;
    std::string path;  ///< of a tolerance
    Instant expires = Never;
    std::int64_t tolerance = 0;                ///< of a tolerance: minor units
    std::map<std::string, std::string> table;  ///< of counterparts: legacy's rule → ours
};

/// What people have written about differences: one document.
struct ShadowRules {
    EntityId id;
    Version version = 0;
    Seq head = 0;
    std::vector<shadow::NormalRule> normal;
    std::vector<ExplainingRule> intended;      ///< ids of our rules that mean to decide otherwise
    std::vector<ExplainingRule> counterparts;  ///< which of our rules stands for which of legacy's
    std::vector<ExplainingRule> tolerances;
    std::vector<shadow::VerdictRule> verdicts;
    std::map<std::string, DiscrepancyCause> causes;  ///< as a person confirmed or changed it, by signature
};
void applyStep(ShadowRules& rules, const StepBody& step, Seq seq, const Dictionary& names);

/// The comparison of one order.
struct Difference {
    EntityId id;
    Version version = 0;
    Seq head = 0;
    Instant since = Never;  ///< when the first side spoke
    std::optional<SideSaid> ours;
    std::optional<SideSaid> legacy;
    std::vector<PairCompared> told;  ///< the newest of each kind
    std::uint32_t leaks = 0;
};
void applyStep(Difference& difference, const StepBody& step, Seq seq);
/// When one side has been silent for too long; Never if nothing is awaited.
[[nodiscard]] Instant dueOf(const Difference& difference);

struct ShadowTurn {
    const ShadowRules& rules;
    Dictionary& names;
    Instant now;
    Seq seq = 0;
};
/// Takes down what a side said, and compares once both have. `out.keep` is false if it says nothing new.
void sideDecided(Difference& difference, const SideDecided& message, const ShadowTurn& turn, Change& out);
void callEscaped(Difference& difference, const CallEscaped& message, const ShadowTurn& turn, Change& out);
void differenceDue(Difference& difference, const ShadowTurn& turn, Change& out);

/// What we decided, as a side of a comparison. `suppressed`: calls that were not made.
[[nodiscard]] SideSaid ourSide(const Order& order, const DecisionRecord& record, const Policy& policy,
                               const Dictionary& names, Instant now);
/// What legacy has said so far of all legs.
[[nodiscard]] SideSaid legacySide(const Order& order, const Dictionary& names);
/// Deciding again from the same inputs gives another answer.
[[nodiscard]] bool isNoisy(const DecisionRecord& one, const DecisionRecord& other);

/// What was found out about why the two differ.
struct Findings {
    shadow::CauseFacts cause;
    shadow::SeverityFacts severity;
    std::string evidence;              ///< one line
    std::vector<std::string> ruleIds;  ///< that tell differences of one kind apart
    std::int64_t moneyMinor = 0;       ///< ours minus what legacy's way costs by our table
};
[[nodiscard]] Findings investigate(const Difference& difference,
                                   const std::vector<shadow::Difference>& differences,
                                   const ShadowRules& rules, const Dictionary& names, Instant now);

/// A value as people read it.
[[nodiscard]] std::string textOf(const shadow::Value& value);
[[nodiscard]] shadow::Document documentOf(const std::vector<SaidValue>& says);

}  // namespace holdpoint::flow
