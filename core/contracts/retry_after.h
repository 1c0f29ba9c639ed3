// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <string_view>

namespace holdpoint::contracts {

/// Milliseconds to wait from a Retry-After header: seconds, or an HTTP date seen from `now` (a past one: 0). -1 if it is
/// neither.
[[nodiscard]] std::int64_t retryAfterMs(std::string_view header, Instant now);

}  // namespace holdpoint::contracts
