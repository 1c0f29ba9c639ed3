// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change.h"

namespace holdpoint {

void Change::clear()
{
    step.clear();
    messages.clear();
    planned.clear();
    answered.clear();
    again.clear();
    duplicateOf = 0;
    keep = true;
}

}  // namespace holdpoint
