// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/model/effect.h"
#include "core/model/order.h"
#include "core/model/policy.h"

#include <cstdint>
#include <string_view>

/// What to do about an effect after an answer, or the lack of one. Pure but for the chance passed in. Breaker, retry
/// budget, owner and lane are checked by the caller when it dispatches.
namespace holdpoint::delivery {

struct NextMove {
    enum class Kind : std::uint8_t {
        Ends,        ///< the effect is answered with `outcome` and `cls`
        AskAgain,    ///< status query at `at`
        SendAgain,   ///< the same call with the same key at `at`
        NeedsPerson  ///< stays open, nothing is scheduled
    };
    Kind kind = Kind::Ends;
    AttemptOutcome outcome = AttemptOutcome::Done;
    FailureClass cls = FailureClass::None;
    Instant at = Never;
    bool proved = false;    ///< a look-up proved that nothing exists under the key
    bool problem = false;   ///< an exception is due now, whatever `kind` says
    std::string_view code;  ///< of that exception, one of those below; empty: the answer's own code says it
};

inline constexpr std::string_view CodeOutcomeUnknown = "outcome_unknown";
inline constexpr std::string_view CodeAttemptsExhausted = "attempts_exhausted";
inline constexpr std::string_view CodeUnclassified = "unclassified_failure";
inline constexpr std::string_view CodeCannotAsk = "outcome_unknown_cannot_ask";
inline constexpr std::string_view CodeKeyExpired = "key_expired";

/// `effect` as it was before this answer: its attempts, questions, class and first unknown do not include it. Its class is
/// that of the last call; a question's own failure must not replace it.
///
/// | answer | move |
/// |---|---|
/// | Done, AlreadyProcessed | ends so |
/// | SoftBusiness | ends failed; the caller decides again |
/// | Validation, HardBusiness, for certain | ends failed, problem |
/// | Transport, not sent or no effect | same key again while attempts last, then a person |
/// | InProgress | asks again, without status query the same key |
/// | unknown, first time | asks after 5 s; no status query: the same key while attempts last, if keys are honoured; else a person |
/// | Unclassified | frozen: problem at once; asks, never sends again |
/// | question: had failed | as the call's own failure; without a class HardBusiness |
/// | question: proved absent | same key again while attempts last; never where the class forbids: a person |
/// | the vendor knows the key no longer | what would be sent again, and a look-up that finds nothing: a person. Not if it is |
/// |                                    | certain that no call of it ever arrived, or was proved while the key lived |
/// | question: no usable answer | asks again with backoff for ever; problem once it is unknown for `unknownLimit` |
[[nodiscard]] NextMove afterAnswer(const Effect& effect, const VendorAnswer& answer,
                                   const VendorProfile& vendor, Instant now, Rng& rng);

/// After a start every open effect may have been sent: asks at once, else the same key again at once, else a person.
[[nodiscard]] NextMove afterRestart(const Effect& effect, const VendorProfile& vendor, Instant now) noexcept;

}  // namespace holdpoint::delivery
