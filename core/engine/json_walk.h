// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/breach.h"

#include <cstdint>
#include <optional>
#include <simdjson.h>
#include <vector>

namespace holdpoint::engine {

/// Walks a parsed document once: counts members, measures texts, finds a key given twice at any depth, and hashes.
/// The parser has the same limit of depth, so that the recursion ends.
class JsonWalk {
public:
    /// Null if the document keeps all limits.
    [[nodiscard]] const Breach* check(simdjson::dom::element document);
    /// Of the document's member `data`: of what it says, whatever the order of members and the white space. Stored and
    /// compared across restarts, so it never changes.
    [[nodiscard]] std::uint64_t dataHash() const noexcept { return data_; }

private:
    struct Key {
        std::uint64_t hash;
        std::string_view text;
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    std::uint64_t visit(simdjson::dom::element value, const Path& path);
    std::uint64_t visitObject(simdjson::dom::object object, const Path& path);
    std::uint64_t visitArray(simdjson::dom::array array, const Path& path);
    std::uint64_t visitText(std::string_view text, const Path& path);
    void findRepeated(std::size_t firstKey, const Path& path);
    void goDeeper(const Path& path);
    void countOne(const Path& path);
    void breach(IntakeRule rule, const Path& path, std::string expected, std::string got);

    std::optional<Breach> breach_;
    std::size_t members_ = 0;
    std::size_t depth_ = 0;
    std::uint64_t data_ = 0;
    std::vector<Key> keys_;  // of the objects that are open, innermost last
};

}  // namespace holdpoint::engine
