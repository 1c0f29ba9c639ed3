// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contracts/answer.h"
#include "core/lab/vendor_reply.h"

namespace holdpoint::lab {

/// A reply as it would look on the wire.
[[nodiscard]] contracts::HttpOutcome wireOf(const VendorCall& call, const VendorReply& reply, Instant start);
/// What a caller in the same process makes of a reply: what `contracts::readAnswer` makes of its bytes. A plain success
/// takes a short cut with the same result.
[[nodiscard]] VendorAnswer readReply(const VendorCall& call, const VendorReply& reply, Instant start,
                                     const contracts::Contracts& agreed);

}  // namespace holdpoint::lab
