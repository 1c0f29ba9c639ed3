// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/session/session.h"

#include <QString>

/// The words on the screen for every fixed name of the core. The core has names and codes; sentences live here, and all
/// of them can be translated.
namespace holdpoint::ui {

[[nodiscard]] QString word(Stage stage);
[[nodiscard]] QString word(Place place);
[[nodiscard]] QString word(OrderStatus status);
[[nodiscard]] QString word(Flag flag);
[[nodiscard]] QString word(FailureClass cls);
/// T, V, S, H, ?; empty for none.
[[nodiscard]] QString letter(FailureClass cls);
[[nodiscard]] QString word(AttemptOutcome outcome);
[[nodiscard]] QString word(PaymentStatus status);
[[nodiscard]] QString word(ShipmentRequest request);
[[nodiscard]] QString word(Fulfilment fulfilment);
[[nodiscard]] QString word(HoldReason reason);
[[nodiscard]] QString word(OrderOwner owner);
[[nodiscard]] QString word(Lane lane);
[[nodiscard]] QString word(FeederSystem system);
[[nodiscard]] QString word(ExceptionKind kind);
[[nodiscard]] QString word(ExceptionState state);
[[nodiscard]] QString word(Resolution resolution);
/// `P1`.
[[nodiscard]] QString word(Priority priority);
[[nodiscard]] QString word(RetryVerdict verdict);
[[nodiscard]] QString word(CommandState state);
[[nodiscard]] QString word(Role role);
[[nodiscard]] QString word(Operation operation);
[[nodiscard]] QString word(EffectState state);
[[nodiscard]] QString word(EventDisposition disposition);
[[nodiscard]] QString word(Mark mark);
[[nodiscard]] QString word(LossReason reason);
[[nodiscard]] QString word(session::LaunchMetric metric);
/// What it counts, in one sentence.
[[nodiscard]] QString definition(session::LaunchMetric metric);
/// GO, NO-GO, or why it cannot be said.
[[nodiscard]] QString word(session::GateVerdict verdict, session::InconclusiveReason reason);
[[nodiscard]] QString word(session::BreakerState state);
[[nodiscard]] QString word(session::AlarmKind kind);
[[nodiscard]] QString word(session::Attribute attribute);
/// What to do, in one line.
[[nodiscard]] QString response(session::AlarmKind kind);

/// What happened, from the code of a problem: `contract_breach` → "Contract broken". A code nobody named: itself, with
/// spaces.
[[nodiscard]] QString happening(const std::string& code, ExceptionKind category);
/// The reason code of a verdict as a sentence.
[[nodiscard]] QString verdictReason(const session::VerdictText& verdict);
/// A command of the engine, as done: "assigned", "stopped intake".
[[nodiscard]] QString act(const std::string& what);
/// A fact, an event or the reason of a step, for the timeline: `ship_planned` → "ship request planned".
[[nodiscard]] QString factWord(const std::string& kind);

/// What went wrong and what a person can do, as one sentence.
[[nodiscard]] QString sentence(const Error& error);
/// Why a data folder did not open, and what that means for what is in it.
[[nodiscard]] QString openingSentence(const Error& error);
/// Why a filter cannot be read.
[[nodiscard]] QString sentence(const session::Failed& failed);
/// "Needs support lead or engineer."
[[nodiscard]] QString needs(const std::vector<Role>& whoCan);

/// Text of outside for one line: control and direction marks shown as a replacement sign, cut at `most` characters.
[[nodiscard]] QString outside(std::string_view text, qsizetype most = 200);

}  // namespace holdpoint::ui
