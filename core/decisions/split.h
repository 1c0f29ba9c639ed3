// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decision.h"

/// Rules 2 and 3 of `choose`; not for other modules.
namespace holdpoint::decisions {

/// Fills `legs` of a record whose candidates all have a reason why they cannot do it alone; nodes that take part get
/// None, those of another equally small split Costlier, and the rest that had something NotNeeded. Leaves all as it is if
/// no split covers the lines.
void split(DecisionRecord& record);

}  // namespace holdpoint::decisions
