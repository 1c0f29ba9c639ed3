// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/exception_item.h"

/// One item of the queue: what its facts make of it, and which moves are legal. Pure.
namespace holdpoint::exceptions {

/// Folds one fact, made at engine time `at`; facts of other entities are ignored. The first ExceptionOpened opens the item;
/// later ones join it: the more urgent problem gives priority and cause, the due time moves nearer if it must. One that
/// comes after Resolved reopens it: Triaged, its own cause, a new SLA. Waiting for customer or vendor stops the SLA; the
/// due time moves by the time waited when the wait ends.
/// Asserts that an item is opened before anything else happens to it; whether a move is legal is asked before (`mayMove`).
void apply(ExceptionItem& item, const Fact& fact, Instant at);

[[nodiscard]] inline bool isOpened(const ExceptionItem& item) noexcept { return item.problems > 0; }
[[nodiscard]] bool isPaused(ExceptionState state) noexcept;
/// The due time as it stands at `now`, waiting included.
[[nodiscard]] Instant dueAt(const ExceptionItem& item, Instant now) noexcept;

/// May the item move to that state? From Resolved only to Triaged (that is reopening), to New never.
/// Errors: NotFound (never opened), Conflict (is there already, or the move is not in the table).
Result<> mayMove(const ExceptionItem& item, ExceptionState to);
/// May it be resolved so? A person has to name a root cause; Auto may come without. Errors: as mayMove, InvalidArgument.
Result<> mayResolve(const ExceptionItem& item, Resolution resolution, CodeName rootCause);
/// A snooze ends after `now` and not after the SLA. Errors: NotFound, Conflict (resolved), InvalidArgument.
Result<> maySnooze(const ExceptionItem& item, Instant until, Instant now);

/// The total order of the queue: priority, due, id.
[[nodiscard]] bool comesBefore(const ExceptionItem& a, const ExceptionItem& b) noexcept;

}  // namespace holdpoint::exceptions
