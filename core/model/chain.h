// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/time.h"

#include <vector>

namespace holdpoint {

/// The hash of one frame: SHA-256(hash of the frame before ‖ partition ‖ number ‖ now ‖ count ‖ steps as stored). Integers
/// are little-endian of fixed width (partition and count 32 bit, the rest 64); a step is seq, entity, previous, length
/// (32 bit), body. Here and not in `engine`, so that a verifier needs base and model alone.
class FrameHasher {
public:
    /// Starts a frame of `count` steps; may be used again for the next one.
    void begin(const Hash& previous, PartitionId partition, FrameNo number, Instant now, std::size_t count);
    void step(Seq seq, EntityId entity, Seq previous, std::span<const std::byte> body);
    /// Steps must have been as many as announced.
    [[nodiscard]] Hash finish() const;

private:
    void put(std::uint64_t value, int bytes);

    std::vector<std::byte> buffer_;
    std::size_t missing_ = 0;
};

}  // namespace holdpoint
