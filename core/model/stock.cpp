// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/stock.h"

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

Movements decodeMoved(std::span<const std::byte> bytes)
{
    std::vector<Movement> moved;
    ByteReader in(bytes);
    std::int64_t last = 0;
    while (!in.atEnd()) {
        last += in.zigzag();
        moved.push_back({Instant{last}, in.zigzag()});
    }
    return moved;
}

}  // namespace holdpoint
