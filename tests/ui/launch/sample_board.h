// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/board.h"

namespace holdpoint::test {

/// A launch with one vendor in trouble: handoff is first out, intake is paused.
[[nodiscard]] session::Board sampleBoard(Instant now);

}  // namespace holdpoint::test
