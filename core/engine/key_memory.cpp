// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/key_memory.h"

#include <utility>

namespace holdpoint::engine {

void KeyMemory::makeRoom()
{
    if (newer_.size() >= KeysInHalf)
        older_ = std::exchange(newer_, {});
}

void KeyMemory::add(ProducerName space, std::string_view text, EntityId entity)
{
    makeRoom();
    newer_.emplace(Key{space, std::string(text)}, entity);
}

// What is found in the older half moves to the newer one: whoever was told of it must find it again in the same turn.
EntityId KeyMemory::find(ProducerName space, std::string_view text)
{
    const View key{space, text};
    if (const auto known = newer_.find(key); known != newer_.end())
        return known->second;
    const auto known = older_.find(key);
    if (known == older_.end())
        return {};
    const EntityId entity = known->second;
    auto kept = older_.extract(known);
    makeRoom();
    newer_.insert(std::move(kept));
    return entity;
}

void KeyMemory::forget(ProducerName space, std::string_view text)
{
    for (Keys* half : {&newer_, &older_})
        if (const auto known = half->find(View{space, text}); known != half->end())
            half->erase(known);
}

void KeyMemory::clear()
{
    newer_.clear();
    older_.clear();
}

}  // namespace holdpoint::engine
