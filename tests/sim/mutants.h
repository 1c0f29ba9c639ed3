// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ports.h"
#include "core/engine/store.h"
#include "core/model/policy.h"

#include <memory>
#include <string_view>
#include <vector>

namespace holdpoint::sim {

/// A bug planted around the engine: what a wrong line in it would do to its calls, its rows or its rules.
enum class Mutant : std::uint8_t {
    None,
    KeyOfAttempt,
    KeyOfLife,
    SentTwiceOtherKey,
    CaptureTooMuch,
    WrongWarehouse,
    UnknownIsNo,
    UnknownIsDone,
    NoIsDone,
    LostAnswer,
    AskedInsteadOfSent,
    CommitSkipped,
    UnknownIsDurable,
    CommitWithoutStock,
    CommitWithoutOutbox,
    OutboxRowStays,
    CommitWithoutKeys,
    CommitWithoutItems,
    CommitWithoutSeries,
    DueForgotten,
    OutboxEmptyAtStart,
    NothingOpenAtStart,
    StockForgottenAtStart,
    KeyNotFound,
    LastStepNotRead,
    ShipsUnpaid,
    TimeGoesBack,
    FenceMissing,
    TimerDropped,
    TooManyIgnored,
    AnswerToWrongLeg,
    BodyChanged,
    TurnWithoutEnd,
    Count
};

/// In the order of the values; the first is none.
[[nodiscard]] const std::vector<std::string_view>& mutantNames();

/// The store as a mutant engine would use it. Does not own `store`.
[[nodiscard]] std::unique_ptr<engine::Store> mutantStore(engine::Store& store, Mutant mutant);
/// What a mutant engine would send instead; false: it sends nothing. `life` counts starts.
[[nodiscard]] bool mutateCall(VendorCall& call, Mutant mutant, int life);
/// What a mutant engine would read from an answer; false: it does not read it at all.
[[nodiscard]] bool mutateAnswer(VendorAnswer& answer, Mutant mutant);
void mutatePolicy(Policy& policy, Mutant mutant);

}  // namespace holdpoint::sim
