// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace holdpoint {

/// What an entity is. The number is stored in every id: append only. The letter starts its text form.
enum class EntityKind : std::uint8_t {
    None = 0,
    Order = 1,        // O
    Node = 2,         // N
    Reservation = 3,  // V
    Exception = 4,    // X
    Group = 5,        // G
    Document = 6,     // D
    Mismatch = 7,     // M
    Rollout = 8,      // L
    Poll = 9,         // P
    Batch = 10,       // B
    Job = 11,         // J
    Command = 12,     // C
    Refusal = 13,     // F
    Alarm = 14,       // A
    Difference = 15,  // S
};
inline constexpr int EntityKindCount = 16;

[[nodiscard]] std::string_view name(EntityKind kind) noexcept;

/// `serial << 16 | slot << 6 | kind`. The serial comes from the partition's counter, inside the commit; so ids
/// sort by birth and need neither clock nor chance. 0 means "none".
class EntityId {
public:
    static constexpr int SlotCount = 1024;

    constexpr EntityId() noexcept = default;
    constexpr EntityId(std::uint64_t serial, int slot, EntityKind kind) noexcept
        : value_(serial << 16 | static_cast<std::uint64_t>(slot) << 6 | static_cast<std::uint64_t>(kind))
    {}
    [[nodiscard]] static constexpr EntityId fromValue(std::uint64_t value) noexcept
    {
        EntityId id;
        id.value_ = value;
        return id;
    }
    /// Parses `O-8841` and `O-8841.17` (slot 17; slot 0 is not written). Errors: InvalidArgument.
    static Result<EntityId> parse(std::string_view text);

    [[nodiscard]] constexpr std::uint64_t value() const noexcept { return value_; }
    [[nodiscard]] constexpr std::uint64_t serial() const noexcept { return value_ >> 16; }
    [[nodiscard]] constexpr int slot() const noexcept { return static_cast<int>(value_ >> 6 & 1023); }
    [[nodiscard]] constexpr EntityKind kind() const noexcept { return static_cast<EntityKind>(value_ & 63); }
    [[nodiscard]] constexpr bool isNone() const noexcept { return value_ == 0; }
    /// The sibling that shares serial and slot: an order's exception item is `with(EntityKind::Exception)`.
    [[nodiscard]] constexpr EntityId with(EntityKind kind) const noexcept { return {serial(), slot(), kind}; }
    [[nodiscard]] std::string text() const;

    friend constexpr auto operator<=>(EntityId, EntityId) noexcept = default;

private:
    std::uint64_t value_ = 0;
};

/// Position in a partition's sequence of steps; 1 is the first, 0 means "none".
using Seq = std::uint64_t;
/// Number of a commit; 1 is the first.
using FrameNo = std::uint64_t;
/// Number of steps of one entity.
using Version = std::uint32_t;
using PartitionId = std::uint32_t;

/// The slot a root key falls into: first 8 bytes of SHA-256(root key) mod 1024.
[[nodiscard]] int slotOf(std::string_view rootKey);

}  // namespace holdpoint

template <>
struct std::hash<holdpoint::EntityId> {
    std::size_t operator()(holdpoint::EntityId id) const noexcept
    {
        return id.value() * 0x9E3779B97F4A7C15ULL >> 7;
    }
};
