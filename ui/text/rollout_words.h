// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"
#include "ui/text/words.h"

/// Words and sentences of a rollout: states, verdicts, reasons, and every fixed word its board carries as text.
namespace holdpoint::ui {

class Format;

[[nodiscard]] QString word(Function seat);
[[nodiscard]] QString word(Approach approach);
[[nodiscard]] QString word(Phase phase);
[[nodiscard]] QString word(SliceState state);
/// GO, NO-GO, ABSTAIN.
[[nodiscard]] QString word(Vote vote);
[[nodiscard]] QString word(FreezeKind kind);
[[nodiscard]] QString word(FreezeState state);
[[nodiscard]] QString word(Disposition disposition);
[[nodiscard]] QString word(RollbackPart part);
/// Why nothing can be said yet; never empty.
[[nodiscard]] QString word(InconclusiveReason reason);
/// A1 … C3 in a sentence.
[[nodiscard]] QString word(Trigger trigger);
/// GO, or why not, short enough for a chip.
[[nodiscard]] QString verdictWord(StepVerdict verdict, InconclusiveReason reason);

/// State of the rollout as its pill says it: which of the pauses it is.
[[nodiscard]] QString stateWord(const session::RolloutBoard& board);
[[nodiscard]] bool isPaused(RolloutState state);

/// What a gate measures: `downstream_err` → "Downstream errors".
[[nodiscard]] QString metricWord(const std::string& metric);
[[nodiscard]] QString gateTitle(const session::GateRow& gate);
/// A reading in the unit of the gate: a fraction in percent, seconds as a duration.
[[nodiscard]] QString gateValue(const Format& format, const session::GateRow& gate, double value);
/// `≤ 2.0 %`; none if the gate has no threshold.
[[nodiscard]] QString gateRule(const Format& format, const session::GateRow& gate);
/// `+3.4 pt`, `−0.05 s`.
[[nodiscard]] QString pointsDelta(const Format& format, double fraction);
[[nodiscard]] QString timeDelta(const Format& format, Milliseconds delta);
/// 500 → `5 %`.
[[nodiscard]] QString shareText(const Format& format, int basisPoints);
/// The one sentence of a gate: verdict, value, sample, interval, rule, owner, weight.
[[nodiscard]] QString gateSentence(const Format& format, const session::GateRow& gate);

/// What happened to a rollout, from a line of its axis.
[[nodiscard]] QString rolloutEventWord(const session::RolloutEvent& event);
/// It made things worse, or says that they are.
[[nodiscard]] bool isBad(const session::RolloutEvent& event);
/// A condition of a transition that is open: `bake_done` → "the bake is over".
[[nodiscard]] QString conditionWord(const std::string& condition);
/// A person is a name; a role of the rollout or of the matrix is a word.
[[nodiscard]] QString whoWord(const std::string& who);
[[nodiscard]] QString reactionWord(const std::string& reaction);
/// A finding of the plan's check, with its figures.
[[nodiscard]] QString findingSentence(const Format& format, const session::FindingRow& finding);
[[nodiscard]] QString checklistWord(const std::string& item);
[[nodiscard]] QString criterionWord(const std::string& criterion);
/// Why a slice does not suit a first canary.
[[nodiscard]] QString againstWord(const std::string& against);
[[nodiscard]] QString prerequisiteWord(const std::string& prerequisite);
/// A line of a part of the rollback board.
[[nodiscard]] QString partLineWord(const std::string& what);
/// Why an order cannot be undone, what becomes of it.
[[nodiscard]] QString cannotUndoWord(const std::string& why);
/// Cost of going back: `orders_in_flight=214` → "orders in flight 214".
[[nodiscard]] QString wayBackWord(const std::string& line);

}  // namespace holdpoint::ui
