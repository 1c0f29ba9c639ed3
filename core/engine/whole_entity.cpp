// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/whole_entity.h"

namespace holdpoint::engine {

Seq writeWhole(Frame& frame, EntityId id, const StepBody& step)
{
    const Seq seq = frame.nextSeq();
    frame.step(id, 0, step);
    EntityRow row;
    row.id = id;
    row.version = 1;
    row.head = seq;
    row.finished = true;
    row.created = row.changed = frame.now();
    frame.row(row);
    return seq;
}

}  // namespace holdpoint::engine
