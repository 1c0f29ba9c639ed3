// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step.h"
#include "core/session/rollout.h"

#include <deque>
#include <map>
#include <set>

namespace holdpoint::views {

/// What people are told of a rollout beside the state it decides by: when what happened and by whom, who voted how, what
/// is on. Folded from its steps, oldest first. One thread.
struct RolloutStory {
    struct Passage {
        Instant begun = Never, ended = Never;
        std::string by;
    };
    struct Ballot {
        Vote vote = Vote::Abstain;
        std::string by, words;
        Instant at;
        Hash evidence{};
        bool coSigned = false;
    };
    struct Serving {
        int weightBp = 0;
        int trialBp = -1;  ///< below 0: no trial
        std::string cutOut;
        Instant since = Never;
    };
    struct Turned {
        GateTurned fact;
        Instant at = Never;
    };

    std::map<int, Passage> passages;  ///< by step
    std::string pausedBy, pausedBecause;
    int pollStep = 0;
    Instant pollOpened = Never;
    Hash pollEvidence{};
    std::map<Function, Ballot> ballots;
    std::map<int, session::FreezeRow> freezes;
    std::map<std::string, session::ChecklistRow> checklist;
    std::map<Trigger, session::TriggerRow> triggers;  ///< that are on
    std::map<std::pair<std::string, int>, Turned> gates;
    std::set<std::string> acknowledged, overridden;
    int servedStep = 0;                                  ///< which `serving` is about
    std::map<int, Serving> serving;                      ///< by slice, from 1
    std::map<std::string, std::set<std::string>> signs;  ///< what → by whom
    BakeNoted bake;
    Instant bakeNoted = Never;
    Instant stopAsked = Never;  ///< the newest stop of intake
    std::optional<Instant> proposed;
    bool proposalExecutes = true;
    std::deque<session::RolloutEvent> events;  ///< newest first
    int step = 0;                              ///< after the newest move

    void apply(const StepBody& body, Seq seq, const Dictionary& names);

    static constexpr std::size_t EventsKept = 200;
};

}  // namespace holdpoint::views
