// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/rollout.h"
#include "core/statistics/e_value.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// Why two decisions differ, how bad that is, and what people have said of it. The engine proposes; a person confirms.
namespace holdpoint::shadow {

/// What was found out about one difference.
struct CauseFacts {
    bool contractFailed = false;  ///< either side failed schema, enumeration or type
    bool unknownFieldOnPath = false;
    bool equalAfterMapping = false;  ///< after a change of the mapping table
    bool codeUnmapped = false;       ///< on one side
    bool snapshotsDiffer = false;
    bool rerunOnOtherSnapshotRemovesIt = false;
    bool clockOrArrivalDiffers = false;
    bool replayInOtherOrderRemovesIt = false;
    std::string intendedRule;  ///< a rule that means this change fired
    std::string legacyRuleWithoutCounterpart;
    bool withinTolerance = false;  ///< and the tolerance is signed
    bool selfNoise = false;        ///< we ourselves said two things of one input
    bool reproducible = false;     ///< on the same fingerprint
};

struct Proposal {
    DiscrepancyCause cause = DiscrepancyCause::Unclassified;
    DifferenceVerdict verdict = DifferenceVerdict::Unjudged;
    std::string why;  ///< one line, with the evidence
};
/// The first that fits; the order of the list is the specification's.
[[nodiscard]] Proposal propose(const CauseFacts& facts);

struct SeverityFacts {
    bool oversell = false, shipmentDoubleOrNone = false, wrongCharge = false, lostOrder = false,
         promiseTooEarly = false, wrongAddressOrRegion = false;
    bool costOrSlaEffect = false;  ///< of another node, method or split
    bool otherExceptionClass = false;
    bool cosmetic = false;  ///< nobody would act differently
};
[[nodiscard]] Priority severityOf(const SeverityFacts& facts);
/// For sorting: 100, 10, 2 or 1 times the orders times the segment's share of traffic.
[[nodiscard]] double score(Priority severity, std::int64_t orders, double shareOfTraffic);

/// Differences between two answers of the same system, beside those between the systems.
struct NoiseCounts {
    std::int64_t raw = 0;
    std::int64_t noise = 0;
    std::int64_t rawTotal = 0;
    std::int64_t noiseTotal = 0;
};
/// Diffy's rule: more than noise, by 20 % of both and 0.03 % of all. Kept to compare with.
[[nodiscard]] bool diffyShows(std::int64_t raw, std::int64_t noise, std::int64_t total);
enum class NoiseClass : std::uint8_t { Real, LegacyNoise, Nondeterminism };
/// Real: surely more frequent than noise (valid at any look), or P1 or P2, which are never cancelled.
[[nodiscard]] NoiseClass noiseOf(const NoiseCounts& counts, bool selfNoise, Priority severity,
                                 double alpha = 0.05);

/// A verdict is a rule: it holds for all differences of its signature until it expires or its ceiling is reached.
struct VerdictRule {
    std::string id;
    std::string signature;
    DifferenceVerdict verdict = DifferenceVerdict::Defect;
    std::string owner;
    std::string reason;
    bool signedByCommerce = false;  ///< a PolicyDifference counts once it is
    Instant expires = Never;
    std::int64_t ceiling = 0;  ///< a day; 0: none
};
/// Errors: Forbidden (OpsLead: Defect and AcceptableDrift; Engineer: Defect; CommerceManager: PolicyDifference),
/// InvalidArgument (no reason; no expiry or ceiling where one is due).
Result<> check(const VerdictRule& rule, Role role, Instant now);

/// The rules of a day with what they have judged. Over its ceiling, or expired, a rule judges no more: the rest reopens.
class VerdictBook {
public:
    explicit VerdictBook(std::vector<VerdictRule> rules) : rules_(std::move(rules)) {}
    [[nodiscard]] DifferenceVerdict judge(const std::string& signature, Instant now);
    [[nodiscard]] std::int64_t hits(const std::string& ruleId) const;
    [[nodiscard]] std::vector<std::string> overCeiling() const;
    [[nodiscard]] const std::vector<VerdictRule>& rules() const noexcept { return rules_; }

private:
    std::vector<VerdictRule> rules_;
    std::map<std::string, std::int64_t> hits_;
    std::map<std::string, std::int64_t> refused_;
};

}  // namespace holdpoint::shadow
