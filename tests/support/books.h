// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/evidence.h"

#include <set>
#include <string>
#include <vector>

namespace holdpoint::test {

/// What a world may do to a call that neither side can know of.
struct Excuses {
    /// Keys of calls of which a copy may have come after a look-up had proved their absence. Nobody can prevent that; it is
    /// no violation if somebody was told.
    std::set<std::string> copied;
    /// The world may say of a call that it was done although it never arrived.
    bool heardElsewhere = false;
};

/// Of each key the vendor's own book and our journal say the same: no lost effect, no doubled one, none without an intent.
void compareBooks(EngineRig& rig, const Evidence& evidence, const Excuses& excuses,
                  std::vector<std::string>& found);
/// Events, reservations and stock add up.
void checkSums(const views::CheckReport& report, std::vector<std::string>& found);

}  // namespace holdpoint::test
