// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/shadow/compare.h"
#include "core/shadow/judge.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

/// One day of shadowing, counted as it goes, and the page it ends in. Coverage stands next to the match rate: much agreement
/// on little traffic is not green.
namespace holdpoint::shadow {

/// One comparison with all that was said of it.
struct Judged {
    Pair pair;
    Comparison comparison;
    std::string signature;
    DiscrepancyCause cause = DiscrepancyCause::Unclassified;
    Priority severity = Priority::P3;
    DifferenceVerdict verdict = DifferenceVerdict::Unjudged;
    std::int64_t moneyMinor = 0;  ///< what it would have cost
    Instant first;
};

struct Cluster {
    std::string signature;
    std::int64_t count = 0;
    std::array<std::int64_t, CountOf<DifferenceVerdict>> by{};  ///< of them, by verdict
    std::set<std::string> segments;
    EntityId example;
    DiscrepancyCause cause = DiscrepancyCause::Unclassified;
    Priority severity = Priority::P4;
    DifferenceVerdict verdict = DifferenceVerdict::Unjudged;
    Instant first = Never;
    double score = 0;
};

struct DailyReport;

/// Counts of one day; adding is O(log n).
class DayBook {
public:
    void expected(const std::string& segment) { ++expected_[segment]; }
    void mirrored(const std::string& segment) { ++mirrored_[segment]; }
    void suppressedCall() { ++suppressed_; }
    void leak() { ++leaks_; }
    void selfNoise() { ++selfNoise_; }
    /// All that was compared of one order: it matches if all of that does, and is excused if each difference is.
    void add(std::span<const Judged> order);
    void add(const Judged& judged) { add(std::span(&judged, 1)); }

    struct Counts {
        std::int64_t compared = 0;    ///< orders, match or not
        std::int64_t matched = 0;     ///< without anything hidden
        std::int64_t hiddenOnly = 0;  ///< equal only because a rule hides something: no match
        std::int64_t excused = 0;     ///< signed policy and acceptable drift
        std::int64_t notYet = 0;
        std::int64_t missingInNew = 0, missingInLegacy = 0;
    };
    [[nodiscard]] const Counts& counts() const noexcept { return counts_; }
    [[nodiscard]] const std::map<std::string, Cluster>& clusters() const noexcept { return clusters_; }

private:
    friend DailyReport report(const DayBook&, const DayBook*, const VerdictBook&, Instant);
    void difference(const Judged& judged);
    std::map<std::string, std::int64_t> expected_, mirrored_, compared_;
    std::map<std::string, Cluster> clusters_;
    std::map<std::string, std::int64_t> usedRules_;
    std::map<std::pair<DiscrepancyCause, Priority>, std::pair<std::int64_t, std::int64_t>>
        table_;  // count, money
    Counts counts_;
    std::int64_t suppressed_ = 0, leaks_ = 0, selfNoise_ = 0;
};

struct TableCell {
    std::int64_t count = 0;
    std::int64_t change = 0;  ///< against the day before
    std::int64_t moneyMinor = 0;
};

/// The page. Rates are missing, not zero, where nothing was counted.
struct DailyReport {
    std::optional<double> coverage;      ///< mirrored of expected
    std::optional<double> mixesCovered;  ///< segments with enough orders, of all
    DayBook::Counts counts;
    std::optional<double> rawMatch;                      ///< matched of compared
    std::optional<double> adjustedMatch;                 ///< of compared without what is excused
    double adjustedLower = 0;                            ///< of its confidence sequence
    std::array<std::int64_t, CountOf<Priority>> open{};  ///< not excused, by severity
    std::array<std::int64_t, CountOf<Priority>> unjudged{};
    std::int64_t unclassified = 0;
    std::int64_t agedOpen = 0;  ///< unjudged or unclassified for more than 24 h
    std::int64_t suppressed = 0, leaks = 0, selfNoise = 0;
    std::map<std::pair<DiscrepancyCause, Priority>, TableCell> table;
    std::vector<Cluster> top;                          ///< ten, by score
    std::vector<std::string> appeared, gone;           ///< signatures against the day before
    std::map<std::string, std::int64_t> rulesUsed;     ///< that hide, by id
    std::map<std::string, std::int64_t> verdictsUsed;  ///< that judge, by id
    std::vector<std::string> overCeiling;
    std::vector<std::string> blindSegments;  ///< fewer than 50 orders

    static constexpr std::int64_t LeastOfSegment = 50;
};
[[nodiscard]] DailyReport report(const DayBook& today, const DayBook* yesterday, const VerdictBook& verdicts,
                                 Instant now);

/// What keeps a rollout in Shadow (or Parallel). Empty: this day is clean.
enum class ShadowLack : std::uint8_t {
    NoData,
    Coverage,
    FewOrders,
    Match,
    MatchLower,
    OpenP1,
    UnjudgedP1P2,
    AgedOpen,
    SelfNoise,
    Leak,
};
[[nodiscard]] std::vector<ShadowLack> lacks(const DailyReport& report, Phase phase = Phase::Shadow);
/// Three clean days in a row, newest last.
[[nodiscard]] bool mayLeave(const std::vector<DailyReport>& days, Phase phase = Phase::Shadow);
[[nodiscard]] int cleanStreak(const std::vector<DailyReport>& days, Phase phase = Phase::Shadow);

}  // namespace holdpoint::shadow

namespace holdpoint {
HP_NAMES(shadow::ShadowLack, "no_data", "coverage", "few_orders", "match", "match_lower", "open_p1",
         "unjudged_p1_p2", "aged_open", "self_noise", "leak");
}  // namespace holdpoint
