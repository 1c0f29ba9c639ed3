// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/next_move.h"

#include "core/delivery/retention.h"
#include "core/delivery/retry.h"

#include <algorithm>

namespace holdpoint::delivery {
namespace {

using Kind = NextMove::Kind;

/// Might an earlier call have had an effect, so that only its key keeps the next from having another?
bool needsKey(const Effect& effect, const VendorAnswer& answer)
{
    if (effect.proved || (answer.asked && answer.outcome == AttemptOutcome::NotSent))
        return false;
    const bool undone = !answer.asked && (answer.outcome == AttemptOutcome::NotSent ||
                                          answer.outcome == AttemptOutcome::FailedForCertain);
    return !undone || effect.state == EffectState::Unknown;
}

bool isNeverRepeated(FailureClass cls) { return cls != FailureClass::None && cls != FailureClass::Transport; }

class Judge {
public:
    Judge(const Effect& effect, const VendorAnswer& answer, const VendorProfile& vendor, Instant now,
          Rng& rng)
        : effect_(effect), answer_(answer), vendor_(vendor), now_(now), rng_(rng)
    {}

    [[nodiscard]] NextMove judge()
    {
        switch (answer_.outcome) {
        case AttemptOutcome::Done:
        case AttemptOutcome::AlreadyProcessed: return ends(FailureClass::None);
        case AttemptOutcome::InProgress: return inProgress();
        case AttemptOutcome::NotSent: return absent();
        case AttemptOutcome::FailedForCertain: return refused();
        case AttemptOutcome::OutcomeUnknown: break;
        }
        return unknown();
    }

private:
    [[nodiscard]] int attempts() const
    {
        return std::max<int>(effect_.attempts, answer_.asked ? 0 : answer_.attempt);
    }
    /// Of the call. A question's own failure says nothing about it, its finding that the call had failed does.
    [[nodiscard]] FailureClass cls() const
    {
        if (answer_.asked)
            return answer_.outcome == AttemptOutcome::FailedForCertain ? answer_.cls : effect_.cls;
        return answer_.cls == FailureClass::None ? effect_.cls : answer_.cls;
    }
    [[nodiscard]] NextMove move(Kind kind, Instant at = Never) const
    {
        return {kind, answer_.outcome, cls(), at, false, false, {}};
    }
    [[nodiscard]] NextMove ends(FailureClass ended) const
    {
        NextMove result = move(Kind::Ends);
        result.cls = ended;
        result.problem = ended != FailureClass::None && ended != FailureClass::SoftBusiness;
        return result;
    }
    [[nodiscard]] NextMove person(std::string_view code) const
    {
        NextMove result = move(Kind::NeedsPerson);
        result.problem = true;
        result.code = code;
        return result;
    }
    [[nodiscard]] NextMove sendAgain()
    {
        const Instant at = nextTry(vendor_.retry, attempts(), answer_.retryAfterMs, now_, rng_);
        return needsKey(effect_, answer_) && !isAlive(effect_.planned, vendor_.keyLife, at)
                   ? person(CodeKeyExpired)
                   : move(Kind::SendAgain, at);
    }
    [[nodiscard]] NextMove askAgain()
    {
        const Instant first = now_ + vendor_.retry.firstQuestion;
        const int asked = effect_.questions + (answer_.asked ? 1 : 0);
        NextMove result = move(Kind::AskAgain, first);
        if (asked > 0 || answer_.retryAfterMs > 0)
            result.at = nextTry(vendor_.retry, std::max(asked, 1), answer_.retryAfterMs, now_, rng_);
        if (!answer_.asked)
            result.at = std::max(result.at, first);
        return result;
    }

    [[nodiscard]] NextMove refused()
    {
        if (cls() == FailureClass::Unclassified && !answer_.asked)
            return unknown();  // without a mapping nobody knows whether it had an effect
        if (cls() != FailureClass::Transport)
            return ends(cls() == FailureClass::None ? FailureClass::HardBusiness : cls());
        return mayRetry(vendor_.retry, cls(), answer_.outcome, attempts()) ? sendAgain()
                                                                           : person(CodeAttemptsExhausted);
    }

    [[nodiscard]] NextMove absent()
    {
        if (answer_.asked && !isAlive(effect_.planned, vendor_.keyLife, now_))
            return forgotten();
        NextMove result;
        if (!answer_.asked && isNeverRepeated(answer_.cls)) {
            result = ends(answer_.cls);
            result.outcome = AttemptOutcome::FailedForCertain;
        } else if (isNeverRepeated(cls())) {
            result = person(cls() == FailureClass::Unclassified ? CodeUnclassified : std::string_view());
        } else if (mayRetry(vendor_.retry, FailureClass::Transport, answer_.outcome, attempts())) {
            result = sendAgain();
        } else {
            result = person(CodeAttemptsExhausted);
        }
        result.proved = answer_.asked;
        return result;
    }

    /// A vendor that forgets keys finds nothing under an old one, whatever it did.
    [[nodiscard]] NextMove forgotten() const
    {
        NextMove result = person(CodeKeyExpired);
        result.outcome = AttemptOutcome::OutcomeUnknown;
        return result;
    }

    [[nodiscard]] NextMove inProgress() { return vendor_.hasStatusQuery ? askAgain() : repeatBlindly(); }

    [[nodiscard]] NextMove unknown()
    {
        NextMove result = vendor_.hasStatusQuery ? askAgain() : repeatBlindly();
        result.outcome = AttemptOutcome::OutcomeUnknown;
        if (isNeverRepeated(cls()))
            raise(result, cls() == FailureClass::Unclassified ? CodeUnclassified : std::string_view());
        else if (std::min(effect_.firstUnknown, now_) + vendor_.retry.unknownLimit <= now_)
            raise(result, CodeOutcomeUnknown);
        return result;
    }

    /// No status query: only a vendor that honours keys may get the call again, and only if its class allows that.
    [[nodiscard]] NextMove repeatBlindly()
    {
        if (!vendor_.honoursKeys || isNeverRepeated(cls()))
            return person(cls() == FailureClass::Unclassified ? CodeUnclassified : CodeCannotAsk);
        return attempts() < vendor_.retry.attempts ? sendAgain() : person(CodeAttemptsExhausted);
    }

    static void raise(NextMove& move, std::string_view code)
    {
        if (move.problem)
            return;
        move.problem = true;
        move.code = code;
    }

    const Effect& effect_;
    const VendorAnswer& answer_;
    const VendorProfile& vendor_;
    Instant now_;
    Rng& rng_;
};

}  // namespace

NextMove afterAnswer(const Effect& effect, const VendorAnswer& answer, const VendorProfile& vendor,
                     Instant now, Rng& rng)
{
    return Judge(effect, answer, vendor, now, rng).judge();
}

NextMove afterRestart(const Effect& effect, const VendorProfile& vendor, Instant now) noexcept
{
    NextMove move{Kind::AskAgain, AttemptOutcome::OutcomeUnknown, effect.cls, now, false, false, {}};
    if (vendor.hasStatusQuery)
        return move;
    const bool alive = isAlive(effect.planned, vendor.keyLife, now);
    if (vendor.honoursKeys && alive && !isNeverRepeated(effect.cls)) {
        move.kind = Kind::SendAgain;
        return move;
    }
    move.kind = Kind::NeedsPerson;
    move.at = Never;
    move.problem = true;
    move.code = vendor.honoursKeys && !alive ? CodeKeyExpired : CodeCannotAsk;
    return move;
}

}  // namespace holdpoint::delivery
