// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/engine_rig.h"

#include <functional>
#include <string>
#include <vector>

namespace holdpoint::test {

/// One scripted way of orders through the engine: the world it needs and what is done to it. A script posts, waits and
/// switches faults, but never looks: so it can be run as it is, or with a death at any commit.
struct Walk {
    std::string name;
    RigOptions options;
    std::function<void(EngineRig&)> run;
    std::vector<std::string> orders;  ///< numbers in the shop's space
    bool races =
        false;  ///< a death may rightly end it in another way: it decides a race, or a call that nobody can
                ///< ask about was not made
};

/// All of them: the eight walks of `docs/engine.md` §18, each in its branches, and what can come between decision and
/// shipment.
[[nodiscard]] const std::vector<Walk>& walks();
/// The walks and what is shown to people as scripts: duplicate storm, last unit, cancel in flight …
[[nodiscard]] const std::vector<Walk>& scenarios();
/// HP_CHECK: there is one of that name.
[[nodiscard]] const Walk& walk(const std::string& name);

/// A world in which a walk was run.
[[nodiscard]] std::unique_ptr<EngineRig> walked(const std::string& name);

}  // namespace holdpoint::test
