// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/model/names.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace holdpoint::engine {

/// What the keys used last name, so that the store is not asked again. A key names one entity as long as it is kept:
/// nothing here grows stale, but a frame that was not stored must clear it. Bounded to two halves, of which the one not used lately is
/// let go: what was added or found is kept through the next `KeysInHalf` keys at least. Engine thread only.
class KeyMemory {
public:
    void add(ProducerName space, std::string_view text, EntityId entity);
    /// None: not remembered; the store may know it.
    [[nodiscard]] EntityId find(ProducerName space, std::string_view text);
    /// The store will not know it any more.
    void forget(ProducerName space, std::string_view text);
    void clear();

    static constexpr std::size_t KeysInHalf = 8'192;

private:
    struct View {
        ProducerName space;
        std::string_view text;
        friend bool operator==(const View&, const View&) = default;
    };
    struct Key {
        ProducerName space;
        std::string text;
        operator View() const { return {space, text}; }
    };
    struct HashKey {
        using is_transparent = void;
        std::size_t operator()(View key) const { return hash64(key.text) + key.space.number; }
    };
    struct SameKey {
        using is_transparent = void;
        bool operator()(View a, View b) const { return a == b; }
    };
    using Keys = std::unordered_map<Key, EntityId, HashKey, SameKey>;  // lookup only

    void makeRoom();

    Keys newer_, older_;
};

}  // namespace holdpoint::engine
