// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shadow/judge.h"

#include <cmath>
#include <cstdlib>

namespace holdpoint::shadow {

Proposal propose(const CauseFacts& f)
{
    using enum DiscrepancyCause;
    using V = DifferenceVerdict;
    if (f.contractFailed)
        return {ContractMismatch, V::Unjudged, "a side failed its contract"};
    if (f.unknownFieldOnPath)
        return {ContractMismatch, V::Unjudged, "a field that the contract does not know"};
    if (f.equalAfterMapping)
        return {VendorMapping, V::Unjudged, "equal after a change of the mapping"};
    if (f.codeUnmapped)
        return {VendorMapping, V::Unjudged, "a code without mapping on one side"};
    if (f.snapshotsDiffer && f.rerunOnOtherSnapshotRemovesIt)
        return {StaleInventory, V::Unjudged, "gone when run again on the other stock snapshot"};
    if (f.clockOrArrivalDiffers && f.replayInOtherOrderRemovesIt)
        return {SyncAnomaly, V::Unjudged, "gone when replayed in the other order"};
    if (!f.intendedRule.empty())
        return {IntendedChange, V::PolicyDifference, "rule " + f.intendedRule + " means this change"};
    if (!f.legacyRuleWithoutCounterpart.empty())
        return {MissingRule, V::Defect,
                "legacy rule " + f.legacyRuleWithoutCounterpart + " has no counterpart"};
    if (f.withinTolerance)
        return {WithinTolerance, V::AcceptableDrift, "within a tolerance that is signed"};
    if (f.selfNoise)
        return {Nondeterminism, V::Defect, "two answers to one input"};
    if (f.reproducible)
        return {EngineFault, V::Defect, "the same again on the same input"};
    return {};
}

Priority severityOf(const SeverityFacts& f)
{
    if (f.oversell || f.shipmentDoubleOrNone || f.wrongCharge || f.lostOrder || f.promiseTooEarly ||
        f.wrongAddressOrRegion)
        return Priority::P1;
    if (f.costOrSlaEffect || f.otherExceptionClass)
        return Priority::P2;
    return f.cosmetic ? Priority::P4 : Priority::P3;
}

double score(Priority severity, std::int64_t orders, double shareOfTraffic)
{
    constexpr double weights[] = {100, 10, 2, 1};
    return weights[static_cast<std::size_t>(severity)] * static_cast<double>(orders) * shareOfTraffic;
}

bool diffyShows(std::int64_t raw, std::int64_t noise, std::int64_t total)
{
    if (raw <= noise || total <= 0)
        return false;
    const auto apart = static_cast<double>(raw - noise);
    return apart / static_cast<double>(raw + noise) * 100 > 20 &&
           apart / static_cast<double>(total) * 100 > 0.03;
}

NoiseClass noiseOf(const NoiseCounts& c, bool selfNoise, Priority severity, double alpha)
{
    if (selfNoise)
        return NoiseClass::Nondeterminism;
    if (severity <= Priority::P2 || c.noiseTotal == 0 || c.noise == 0)
        return NoiseClass::Real;
    constexpr double TOpt = 50;
    const double p0 = static_cast<double>(c.rawTotal) / static_cast<double>(c.rawTotal + c.noiseTotal);
    if (p0 <= 0 || p0 >= 1)
        return NoiseClass::Real;
    const double log = statistics::Question(p0, TOpt).above({c.raw, c.raw + c.noise});
    return log >= std::log(1 / alpha) ? NoiseClass::Real : NoiseClass::LegacyNoise;
}

Result<> check(const VerdictRule& rule, Role role, Instant now)
{
    using V = DifferenceVerdict;
    const bool may = (rule.verdict == V::Defect && (role == Role::OpsLead || role == Role::Engineer)) ||
                     (rule.verdict == V::AcceptableDrift && role == Role::OpsLead) ||
                     (rule.verdict == V::PolicyDifference && role == Role::CommerceManager);
    if (!may)
        return Error{Code::Forbidden,
                     std::string(name(role)) + " does not judge " + std::string(name(rule.verdict))};
    if (rule.reason.empty() || rule.owner.empty() || rule.signature.empty())
        return Error{Code::InvalidArgument, "a verdict has a signature, an owner and a reason"};
    if (rule.verdict != V::Defect && (rule.expires == Never || rule.expires <= now))
        return Error{Code::InvalidArgument, "a verdict that excuses must expire"};
    if (rule.verdict == V::AcceptableDrift && rule.ceiling <= 0)
        return Error{Code::InvalidArgument, "acceptable drift has a ceiling"};
    return {};
}

DifferenceVerdict VerdictBook::judge(const std::string& signature, Instant now)
{
    for (const VerdictRule& rule : rules_) {
        if (rule.signature != signature || now >= rule.expires)
            continue;
        if (rule.verdict == DifferenceVerdict::PolicyDifference && !rule.signedByCommerce)
            continue;
        if (rule.ceiling > 0 && hits_[rule.id] >= rule.ceiling) {
            ++refused_[rule.id];
            continue;
        }
        ++hits_[rule.id];
        return rule.verdict;
    }
    return DifferenceVerdict::Unjudged;
}

std::int64_t VerdictBook::hits(const std::string& ruleId) const
{
    const auto found = hits_.find(ruleId);
    return found == hits_.end() ? 0 : found->second;
}

std::vector<std::string> VerdictBook::overCeiling() const
{
    std::vector<std::string> all;
    for (const auto& [id, count] : refused_)
        all.push_back(id);
    return all;
}

}  // namespace holdpoint::shadow
