// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace holdpoint {

/// Of Ed25519.
using PublicKey = std::array<std::byte, 32>;
using Signature = std::array<std::byte, 64>;

/// Says with a signature which hash the chain had at a frame. Kept outside the store, so that a store that was written anew
/// or put back to an earlier state is found out. Here and not in `host`, so that a verifier needs base and model alone.
struct Checkpoint {
    FrameNo frame = 0;
    Hash hash{};
    PublicKey key{};  ///< who says so; believed only by those who know this key from elsewhere
    Signature signature{};

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// What is signed: a word that no other message begins with, frame (64 bit, little-endian), hash.
[[nodiscard]] std::vector<std::byte> signedBytes(FrameNo frame, const Hash& hash);

/// One line of a checkpoint file, without its end: JSON with the fields in this order, bytes in hexadecimal.
[[nodiscard]] std::string toLine(const Checkpoint& checkpoint);
/// Only what `toLine` writes. Errors: InvalidArgument.
[[nodiscard]] Result<Checkpoint> checkpointOf(std::string_view line);

}  // namespace holdpoint
