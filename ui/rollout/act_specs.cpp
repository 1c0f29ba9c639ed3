// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/act_specs.h"

#include <QtGlobal>

#include <array>

namespace holdpoint::ui::rollout {
namespace {

#define W QT_TRANSLATE_NOOP
using enum CommandClass;

constexpr std::array Specs{
    ActSpec{"rollout.stop_growth", W("commands", "Stop growth…"), "stop_growth", Down, OfSlice},
    ActSpec{"rollout.narrow", W("commands", "Narrow the slice…"), "narrow", Down, OfSlice | Share},
    ActSpec{"rollout.commit", W("commands", "Commit the step…"), "commit_step", Up, Name},
    ActSpec{"rollout.resume", W("commands", "Resume the rollout…"), "resume", Up, Name},
    ActSpec{"rollout.reopen_trial", W("commands", "Take a tenth of the orders on trial…"), "reopen_trial", Up,
            Name | OfSlice},
    ActSpec{"rollout.reopen", W("commands", "Take orders of the slice again…"), "reopen_intake", Up,
            Name | OfSlice},
    ActSpec{"rollout.step_back", W("commands", "Step back…"), "step_back", One, Name | Step},
    ActSpec{"rollout.override", W("commands", "Override a gate…"), "override", Up,
            Name | Reason | Person | Gate},
    ActSpec{"rollout.acknowledge_gate", W("commands", "Acknowledge a gate…"), "acknowledge_gate", One, Gate},
    ActSpec{"rollout.hand_over", W("commands", "Hand over command…"), "offer_command", One, Person},
    ActSpec{"rollout.accept_command", W("commands", "Accept the command offered"), "accept_command", Own,
            AtOnce},
    ActSpec{"rollout.take_command", W("commands", "Take command…"), "take_command", One, Name},
    ActSpec{"rollout.note", W("commands", "Note into the event log…"), "rollout_note", Own, Words, "",
            "Ctrl+Shift+M"},
    ActSpec{"rollout.rehearse", W("commands", "Rehearse a rollback"), "rehearse", Own, AtOnce},
    ActSpec{"rollout.stop_proposal", W("commands", "Stop the proposed rollback…"), "stop_proposal", Up,
            Words},
    ActSpec{"rollout.submit_plan", W("commands", "Submit the plan…"), "submit_plan", One, Name},
    ActSpec{"rollout.edit_plan", W("commands", "Take the plan back to draft…"), "edit_plan", One, Words},
    ActSpec{"rollout.sign_plan", W("commands", "Sign the rollback plan…"), "sign", One, Words,
            "rollback_plan"},
    ActSpec{"rollout.sign_reconciliation", W("commands", "Sign the reconciliation…"), "sign", One, Words,
            "reconciliation"},
    ActSpec{"rollout.checklist_done", W("commands", "Close the checklist…"), "checklist_done", Up, Name},
    ActSpec{"rollout.enter_hypercare", W("commands", "Enter hypercare…"), "enter_hypercare", Up, Name},
    ActSpec{"rollout.resume_hypercare", W("commands", "Resume hypercare…"), "resume_hypercare", Up, Name},
    ActSpec{"rollout.close", W("commands", "Close the rollout…"), "close_rollout", Up, Name},
    ActSpec{"rollout.sign_off", W("commands", "Sign off the rollback…"), "sign_off", One, Words},
    ActSpec{"rollout.new_attempt", W("commands", "New attempt…"), "new_attempt", One, Words},
    ActSpec{"rollout.scrub", W("commands", "Scrub the rollout…"), "scrub", Wide, Name | Words},
};

}  // namespace

std::span<const ActSpec> actSpecs() { return Specs; }

}  // namespace holdpoint::ui::rollout
