// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/key_memory.h"

#include <utility>

namespace holdpoint::engine {

void KeyMemory::add(ProducerName space, std::string_view text, EntityId entity)
{
    if (newer_.size() >= KeysInHalf)
        older_ = std::exchange(newer_, {});
    newer_.emplace(Key{space, std::string(text)}, entity);
}

EntityId KeyMemory::find(ProducerName space, std::string_view text) const
{
    for (const Keys* keys : {&newer_, &older_})
        if (const auto known = keys->find(View{space, text}); known != keys->end())
            return known->second;
    return {};
}

void KeyMemory::clear()
{
    newer_.clear();
    older_.clear();
}

}  // namespace holdpoint::engine
