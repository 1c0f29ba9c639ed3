// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace holdpoint::engine {

/// The earliest open deadline of each entity that has one; an indexed binary heap, so that an entity has one place however
/// often its deadline moves. Ties leave by id: no order of hashes. Engine thread only.
class DueQueue {
public:
    /// `Never` takes the entity out.
    void set(EntityId id, Instant due);
    void clear();

    [[nodiscard]] bool empty() const noexcept { return heap_.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return heap_.size(); }
    /// `Never` if empty.
    [[nodiscard]] Instant earliest() const noexcept { return heap_.empty() ? Never : heap_.front().due; }
    /// Takes the earliest out. Must not be empty.
    EntityId pop();

private:
    struct Entry {
        Instant due;
        EntityId id;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };
    void place(std::size_t at, Entry entry);
    void up(std::size_t at);
    void down(std::size_t at);
    void remove(std::size_t at);

    std::vector<Entry> heap_;
    std::unordered_map<EntityId, std::size_t> at_;  // lookup only
};

}  // namespace holdpoint::engine
