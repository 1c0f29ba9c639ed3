// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"
#include "core/model/vocabulary.h"

#include <cstdint>

/// Reading what a damaged byte must not turn into undefined behaviour.
namespace holdpoint {

/// A value of the enumeration; any other number fails the reader.
template <typename E>
[[nodiscard]] E readEnum(ByteReader& in) noexcept
{
    const std::uint8_t value = in.u8();
    if (value < CountOf<E>)
        return static_cast<E>(value);
    (void)in.raw(SIZE_MAX);
    return E{};
}

/// `base` and a written difference; wraps.
[[nodiscard]] inline Instant readInstant(ByteReader& in, Instant base) noexcept
{
    return {static_cast<std::int64_t>(static_cast<std::uint64_t>(base.ms) +
                                      static_cast<std::uint64_t>(in.zigzag()))};
}

/// What `readInstant` reads; wraps.
[[nodiscard]] inline std::int64_t differenceOf(Instant at, Instant base) noexcept
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(at.ms) - static_cast<std::uint64_t>(base.ms));
}

}  // namespace holdpoint
