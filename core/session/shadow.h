// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rollout.h"
#include "core/model/vocabulary.h"
#include "core/session/as_of.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the shadow screen shows: how much was compared, what differs and why, and what people have said of it.
namespace holdpoint::session {

inline constexpr std::size_t ShadowDays = 14;

/// All differences of one signature.
struct ClusterRow {
    std::string signature;
    std::string what;  ///< its first difference: `node: EAST-1 → EAST-2`
    Compared about = Compared::Route;
    std::int64_t count = 0;
    std::optional<double> rate;  ///< of what was compared
    std::array<std::int64_t, ShadowDays> trend{};
    Priority severity = Priority::P4;
    DiscrepancyCause cause = DiscrepancyCause::Unclassified;
    std::string why;
    DifferenceVerdict verdict = DifferenceVerdict::Unjudged;
    std::string owner, reason;
    std::string rule;  ///< that judges it; empty: none
    Instant expires = Never;
    std::int64_t ceiling = 0;
    bool overCeiling = false, unsignedPolicy = false;
    Instant first = Never, last = Never;
    std::vector<std::string> segments;
    std::vector<EntityId> orders;  ///< the newest, at most 500: the pairs that can be looked at
    friend bool operator==(const ClusterRow&, const ClusterRow&) = default;
};
struct ShadowReportRow {
    std::uint32_t version = 0;
    Instant day;
    std::string text;  ///< the page as its document
    bool clean = false;
    friend bool operator==(const ShadowReportRow&, const ShadowReportRow&) = default;
};
struct ShadowBoard {
    bool mirroring = false;
    Instant from, to;  ///< the day that is counted
    std::int64_t seen = 0, compared = 0, matched = 0, hiddenOnly = 0, differ = 0, notYet = 0;
    std::int64_t missingInNew = 0, missingInLegacy = 0;
    std::int64_t discrepancies = 0;                 ///< differences: an order may have one in each comparison
    std::int64_t unjudged = 0, unjudgedUrgent = 0;  ///< of those; urgent: P1 and P2
    std::optional<double> coverage;                 ///< mirrored of expected
    std::optional<double> mixes;                    ///< of traffic mixes with enough orders
    std::optional<double> rawMatch, adjustedMatch, adjustedLower;
    std::int64_t suppressed = 0, leaked = 0, selfNoise = 0;
    std::array<std::int64_t, CountOf<DiscrepancyCause>> byCause{};
    std::array<std::int64_t, CountOf<DifferenceVerdict>> byVerdict{};
    std::optional<double> proposalsConfirmed;  ///< of proposals that were judged: share that people kept
    int cleanDays = 0, cleanDaysNeeded = 3;
    std::vector<std::string> lacks;     ///< what keeps the rollout in Shadow
    std::vector<ClusterRow> clusters;   ///< by score
    std::vector<std::string> blind;     ///< segments with too few orders
    std::vector<std::string> hiddenBy;  ///< `rule: hits`
    std::vector<ShadowReportRow> reports;
    friend bool operator==(const ShadowBoard&, const ShadowBoard&) = default;
};

/// One order of a cluster, side by side.
struct ShadowPair {
    EntityId order;
    std::string number;
    struct Field {
        std::string path, legacy, ours, how;  ///< how: empty if both are the same
        friend bool operator==(const Field&, const Field&) = default;
    };
    std::vector<Field> fields, inputs;
    ComparisonResult result = ComparisonResult::NotYetComparable;
    DiscrepancyCause cause = DiscrepancyCause::Unclassified;
    std::string why;
    Instant at;
    friend bool operator==(const ShadowPair&, const ShadowPair&) = default;
};

}  // namespace holdpoint::session
