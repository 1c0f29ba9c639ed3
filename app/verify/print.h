// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "findings.h"

namespace holdpoint::verify {

/// On standard output.
void printWords(const Findings& findings);
void printJson(const Findings& findings);

}  // namespace holdpoint::verify
