// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/rollout/gate.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The roll call at a hold point. A vote is about the evidence its voter saw and about no other; silence is not GO.
namespace holdpoint::rollout {

struct CastVote {
    Vote vote = Vote::Abstain;
    std::string person;
    std::string words;
    Hash evidence{};
    Instant at;
    friend bool operator==(const CastVote&, const CastVote&) = default;
};

class Poll {
public:
    static constexpr Milliseconds Open{15 * 60'000};
    static constexpr Milliseconds VoteLife{30 * 60'000};

    /// Roll call in the order of Function; `commander` holds no seat, or a second owner signs as well.
    Poll(std::set<Function> required, std::string commander, Instant opened)
        : required_(std::move(required)), commander_(std::move(commander)), opened_(opened)
    {}

    /// `holder`: who holds that seat. Errors: Forbidden (not the holder), InvalidArgument (NO-GO or ABSTAIN without words),
    /// Stale (the evidence is not today's: look again). A later vote replaces the earlier one.
    Result<> cast(Function seat, const std::string& holder, CastVote vote, const Hash& current);
    /// A second owner signs where the commander holds the seat. Errors: Forbidden, NotFound (no vote yet).
    Result<> coSign(Function seat, const std::string& person);

    /// Old: past its life, or of other evidence.
    [[nodiscard]] bool isOld(const CastVote& vote, const Hash& current, Instant now) const;
    [[nodiscard]] const CastVote* voteOf(Function seat) const;
    /// Who has not voted, or whose vote is old; the first is called next.
    [[nodiscard]] std::vector<Function> missing(const Hash& current, Instant now) const;
    /// GO of every required seat on today's evidence, and a step verdict of GO, or GO_WITH_ACK with all acknowledged.
    [[nodiscard]] bool isGo(StepVerdict verdict, bool allAcknowledged, const Hash& current,
                            Instant now) const;
    /// Somebody turned to NO-GO: trigger A7 while a slice runs.
    [[nodiscard]] bool anyNoGo(const Hash& current, Instant now) const;
    [[nodiscard]] bool isOpen(Instant now) const noexcept { return now - opened_ < Open; }

private:
    std::set<Function> required_;
    std::string commander_;
    Instant opened_;
    std::map<Function, CastVote> votes_;
    std::set<Function> coSigned_;
};

/// What stands against an override, whatever it says.
struct Standing {
    bool inFlightPlanMissing = false;
    bool journalBroken = false;
    bool contractUnsigned = false;
    bool splitAlarm = false;
};

/// A commander's word against a gate, for one step, never for an invariant.
struct Override {
    int step = 0;
    std::vector<std::string> gates;
    std::string reason;
    std::string typedName;
    std::string commander;
    std::string secondPerson;
    friend bool operator==(const Override&, const Override&) = default;
};
inline constexpr std::size_t LeastReason = 20;

/// `seconds`: who may confirm, the deputy and the owners. Errors: InvalidArgument (short reason, other name, unknown gate or
/// none), Forbidden (not the commander, no second person, an invariant, or something that cannot be overridden).
Result<> check(const Override& order, const std::string& rolloutName, const std::string& commander,
               const std::set<std::string>& seconds, const std::vector<GatePlan>& gates,
               const Standing& standing);
/// Sets `overridden` of the gates it names, if it is of this step.
void apply(const Override& order, int step, std::vector<JudgedGate>& gates);

}  // namespace holdpoint::rollout
