// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/vendor_reply.h"
#include "core/model/effect.h"

namespace holdpoint::lab {

/// An answer to `call` with its identity filled in and no outcome yet.
[[nodiscard]] VendorAnswer answerFor(const VendorCall& call, Instant start, Instant end);
/// What a caller without a network in between makes of a reply.
[[nodiscard]] VendorAnswer readReply(const VendorCall& call, const VendorReply& reply, Instant start);

}  // namespace holdpoint::lab
