// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "findings.h"
#include "store_file.h"

namespace holdpoint::verify {

/// Computes the chain again over every frame and step. A frame that differs is told, and the next is judged by the hash it
/// was stored with, so that each alteration is told once. Errors: Corrupt, Unavailable.
Result<> verifyJournal(const StoreFile& store, Findings& findings);

}  // namespace holdpoint::verify
