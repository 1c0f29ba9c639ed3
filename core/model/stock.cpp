// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/stock.h"

#include <algorithm>

namespace holdpoint {

void encodeMoved(ByteWriter& out, const Movements& moved)
{
    std::int64_t last = 0;  // times are written as differences: most movements are near one another
    for (const Movement& m : moved) {
        out.zigzag(m.at.ms - last);
        out.zigzag(m.units);
        last = m.at.ms;
    }
}

// Far above what intake takes, far below what would overflow a sum of them.
constexpr std::int64_t MostMoved = std::int64_t{1} << 40;

Movements decodeMoved(std::span<const std::byte> bytes)
{
    std::vector<Movement> moved;
    ByteReader in(bytes);
    std::uint64_t last = 0;  // wraps: a damaged row gives a wrong time, which `check` finds, and no overflow
    while (!in.atEnd()) {
        last += static_cast<std::uint64_t>(in.zigzag());
        const std::int64_t units = std::clamp(in.zigzag(), -MostMoved, MostMoved);
        moved.push_back({Instant{static_cast<std::int64_t>(last)}, units});
    }
    return moved;
}

}  // namespace holdpoint
