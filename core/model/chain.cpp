// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/chain.h"

#include "core/base/check.h"

namespace holdpoint {

void FrameHasher::begin(const Hash& previous, PartitionId partition, FrameNo number, Instant now,
                        std::size_t count)
{
    buffer_.assign(previous.begin(), previous.end());
    put(partition, 4);
    put(number, 8);
    put(static_cast<std::uint64_t>(now.ms), 8);
    put(count, 4);
    missing_ = count;
}

void FrameHasher::step(Seq seq, EntityId entity, Seq previous, std::span<const std::byte> body)
{
    HP_CHECK(missing_ > 0);
    --missing_;
    put(seq, 8);
    put(entity.value(), 8);
    put(previous, 8);
    put(body.size(), 4);
    buffer_.insert(buffer_.end(), body.begin(), body.end());
}

Hash FrameHasher::finish() const
{
    HP_CHECK(missing_ == 0);
    return sha256(buffer_);
}

void FrameHasher::put(std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        buffer_.push_back(static_cast<std::byte>(value >> 8 * i));
}

}  // namespace holdpoint
