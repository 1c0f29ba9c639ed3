// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"

#include <array>
#include <compare>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace holdpoint {

/// The dictionaries of a partition. Numbers are stored: append only.
enum class NameKind : std::uint8_t {
    Sku,
    Node,
    Vendor,
    Producer,
    Channel,
    Region,
    Code,
    Actor,
    Method,
    Text
};
inline constexpr std::size_t NameKindCount = 10;

/// A text as its dictionary number; 0 is the empty text. Typed, so that a SKU is never taken for a node.
template <NameKind K>
struct Name {
    std::uint32_t number = 0;

    [[nodiscard]] constexpr bool isNone() const noexcept { return number == 0; }
    friend constexpr auto operator<=>(Name, Name) noexcept = default;
};

using Sku = Name<NameKind::Sku>;
using NodeName = Name<NameKind::Node>;
using VendorName = Name<NameKind::Vendor>;
using ProducerName = Name<NameKind::Producer>;
using ChannelName = Name<NameKind::Channel>;
using RegionName = Name<NameKind::Region>;
using CodeName = Name<NameKind::Code>;
using ActorName = Name<NameKind::Actor>;
using MethodName = Name<NameKind::Method>;
using TextName = Name<NameKind::Text>;

/// A dictionary row, committed with the first use of its number.
struct NameRow {
    NameKind kind = NameKind::Sku;
    std::uint32_t number = 0;
    std::string_view text;
};

/// Texts and their numbers, one counter a kind. Owned by the engine thread; others get a copy.
class Dictionary {
public:
    Dictionary();

    template <NameKind K>
    Name<K> intern(std::string_view text)
    {
        return {number(K, text)};
    }
    /// 0 if the text has no number yet.
    template <NameKind K>
    [[nodiscard]] Name<K> find(std::string_view text) const
    {
        return {findNumber(K, text)};
    }
    template <NameKind K>
    [[nodiscard]] const std::string& text(Name<K> name) const
    {
        return textOf(K, name.number);
    }

    [[nodiscard]] std::uint32_t number(NameKind kind, std::string_view text);
    [[nodiscard]] std::uint32_t findNumber(NameKind kind, std::string_view text) const;
    [[nodiscard]] const std::string& textOf(NameKind kind, std::uint32_t number) const;
    /// Puts back a row read from the store. Rows come in any order.
    void restore(NameKind kind, std::uint32_t number, std::string_view text);

    /// The rows added since the last `committed()`; views stay valid as long as the dictionary.
    [[nodiscard]] const std::vector<NameRow>& added() const noexcept { return added_; }
    void committed() { added_.clear(); }
    /// Takes back what was added since the last `committed()`: the frame that would have stored it failed.
    void rollBack();

private:
    struct Texts {
        std::deque<std::string> byNumber;                             // a deque: addresses of the texts stay
        std::unordered_map<std::string_view, std::uint32_t> numbers;  // lookup only
    };
    std::array<Texts, NameKindCount> kinds_;
    std::vector<NameRow> added_;
};

}  // namespace holdpoint
