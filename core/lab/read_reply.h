// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

<<<<<<< HEAD
#include "core/lab/vendor_reply.h"
#include "core/model/effect.h"

namespace holdpoint::lab {

/// An answer to `call` with its identity filled in and no outcome yet.
[[nodiscard]] VendorAnswer answerFor(const VendorCall& call, Instant start, Instant end);
/// What a caller without a network in between makes of a reply.
[[nodiscard]] VendorAnswer readReply(const VendorCall& call, const VendorReply& reply, Instant start);
=======
#include "core/contracts/answer.h"
#include "core/lab/vendor_reply.h"

namespace holdpoint::lab {

/// A reply as it would look on the wire.
[[nodiscard]] contracts::HttpOutcome wireOf(const VendorCall& call, const VendorReply& reply, Instant start);
/// What a caller in the same process makes of a reply: what `contracts::readAnswer` makes of its bytes. A plain success
/// takes a short cut with the same result.
[[nodiscard]] VendorAnswer readReply(const VendorCall& call, const VendorReply& reply, Instant start,
                                     const contracts::Contracts& agreed);
>>>>>>> vendors

}  // namespace holdpoint::lab
