// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/invariants.h"

namespace holdpoint::test {

/// What `violations` does not look at, in a world at rest: of each key the vendor's book and our journal say the same (no
/// lost effect, no doubled one, none without an intent); versions are the number of steps; what a customer saw cancelled
/// was not shipped in silence; who is stuck is in the queue or waits for a dated
/// timer, and who is in the queue is stuck; sums add up.
struct Promises {
    std::vector<std::string> broken;
    Hash stateHash{};
    Hash journalHash{};
    std::map<std::string, Instant> effectsAt;  ///< by the vendors' books
};
/// `heardElsewhere`: the world may say of a call that it was done although it never arrived.
[[nodiscard]] Promises promises(EngineRig& rig, const Evidence& evidence, bool heardElsewhere);

}  // namespace holdpoint::test
