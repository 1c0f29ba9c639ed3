// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace holdpoint {

/// Values by entity, in two flat arrays: for a million small values half of the memory and a fifth of the time of
/// std::unordered_map, whose nodes lie about. Entities whose serials follow each other lie beside each other, because
/// they are asked for one after the other. No order is promised. Values are default-constructed
/// and cheap to move; references hold until the next change of the map. One thread.
template <typename Value>
class EntityMap {
public:
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// None: nullptr.
    [[nodiscard]] const Value* find(EntityId id) const
    {
        const std::size_t at = size_ == 0 ? 0 : placeOf(id);
        return size_ == 0 || keys_[at].isNone() ? nullptr : &values_[at];
    }
    [[nodiscard]] Value* find(EntityId id)
    {
        return const_cast<Value*>(
            std::as_const(*this).find(id));  // NOLINT(*-const-cast): the map is not const
    }
    [[nodiscard]] bool contains(EntityId id) const { return find(id) != nullptr; }
    /// Makes it if there is none.
    Value& operator[](EntityId id)
    {
        if ((size_ + 1) * 4 > keys_.size() * 3)
            grow();
        const std::size_t at = placeOf(id);
        if (keys_[at].isNone()) {
            keys_[at] = id;
            ++size_;
        }
        return values_[at];
    }
    /// False: there was none.
    bool erase(EntityId id)
    {
        if (!contains(id))
            return false;
        std::size_t hole = placeOf(id);
        // What stands behind the hole because its own place was taken moves up, so that it is found again.
        for (std::size_t at = next(hole); !keys_[at].isNone(); at = next(at)) {
            const std::size_t wished = wishOf(keys_[at]);
            if (((at - wished) & mask()) < ((at - hole) & mask()))
                continue;
            keys_[hole] = keys_[at];
            values_[hole] = std::move(values_[at]);
            hole = at;
        }
        keys_[hole] = {};
        values_[hole] = {};
        --size_;
        return true;
    }
    /// `goes(id)` for each, in no order.
    template <typename Goes>
    void eraseIf(Goes&& goes)
    {
        std::vector<EntityId> gone;
        for (const EntityId id : keys_)
            if (!id.isNone() && goes(id))
                gone.push_back(id);
        for (const EntityId id : gone)
            erase(id);
    }
    void clear() { *this = {}; }

private:
    static constexpr std::size_t Least = 64;
    static constexpr std::uint64_t Neighbours = 16;  // serials that lie together

    [[nodiscard]] std::size_t mask() const noexcept { return keys_.size() - 1; }
    [[nodiscard]] std::size_t next(std::size_t at) const noexcept { return (at + 1) & mask(); }
    [[nodiscard]] std::size_t wishOf(EntityId id) const noexcept
    {
        const std::uint64_t group = (id.serial() / Neighbours + 1) * 0x9E3779B97F4A7C15ULL >> 20;
        return (group * Neighbours + id.serial() % Neighbours) & mask();
    }
    /// Where it is, or the free place where it belongs.
    [[nodiscard]] std::size_t placeOf(EntityId id) const noexcept
    {
        std::size_t at = wishOf(id);
        while (!keys_[at].isNone() && keys_[at] != id)
            at = next(at);
        return at;
    }
    void grow()
    {
        EntityMap larger;
        larger.keys_.resize(std::max(Least, keys_.size() * 2));
        larger.values_.resize(larger.keys_.size());
        for (std::size_t i = 0; i < keys_.size(); ++i)
            if (!keys_[i].isNone()) {
                const std::size_t at = larger.placeOf(keys_[i]);
                larger.keys_[at] = keys_[i];
                larger.values_[at] = std::move(values_[i]);
            }
        larger.size_ = size_;
        *this = std::move(larger);
    }

    std::vector<EntityId> keys_;  // a power of two of them, none where nothing is
    std::vector<Value> values_;
    std::size_t size_ = 0;
};

}  // namespace holdpoint
