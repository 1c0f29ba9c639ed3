// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/model/facts.h"

#include <cstdint>
#include <initializer_list>
#include <unordered_map>
#include <utility>
#include <vector>

namespace holdpoint {

/// Units that moved after the newest count, by source time; a later count keeps what is later than it.
struct Movement {
    Instant at;
    std::int64_t units = 0;  ///< negative: left the node

    friend bool operator==(const Movement&, const Movement&) = default;
};

/// Movements, oldest first, with their sum at hand: a decision asks for it of every line at every node.
class Movements {
public:
    Movements() = default;
    Movements(std::vector<Movement> list) : list_(std::move(list))
    {
        for (const Movement& m : list_)
            sum_ += m.units;
    }
    Movements(std::initializer_list<Movement> list) : Movements(std::vector<Movement>(list)) {}

    [[nodiscard]] std::int64_t sum() const noexcept { return sum_; }
    [[nodiscard]] std::size_t size() const noexcept { return list_.size(); }
    [[nodiscard]] auto begin() const noexcept { return list_.begin(); }
    [[nodiscard]] auto end() const noexcept { return list_.end(); }
    /// The list, to be changed and put back; nothing stays.
    [[nodiscard]] std::vector<Movement> take()
    {
        sum_ = 0;
        return std::exchange(list_, {});
    }
    friend bool operator==(const Movements&, const Movements&) = default;

private:
    std::vector<Movement> list_;
    std::int64_t sum_ = 0;
};

/// Stock of one SKU at one node. on_hand = counted + movements since; available = on_hand − reserved − buffer.
struct Position {
    std::uint64_t version = 0;  ///< of the count, by the source
    std::int64_t counted = 0;
    Instant countedAt{INT64_MIN / 2};
    std::int64_t reserved = 0;
    std::int64_t buffer = 0;
    Movements moved;  ///< shipments and adjustments, which a later count includes

    [[nodiscard]] std::int64_t onHand() const noexcept { return counted + moved.sum(); }
    [[nodiscard]] std::int64_t available() const noexcept { return onHand() - reserved - buffer; }
};

/// The day (UTC, since 1970) that daily capacities count in.
[[nodiscard]] constexpr std::int64_t dayOf(Instant at) noexcept
{
    constexpr std::int64_t dayMs = 86'400'000;
    return at.ms >= 0 ? at.ms / dayMs : (at.ms + 1) / dayMs - 1;
}

void encodeMoved(ByteWriter& out, const Movements& moved);
[[nodiscard]] Movements decodeMoved(std::span<const std::byte> bytes);

struct StockKey {
    NodeName node;
    Sku sku;
    friend constexpr auto operator<=>(StockKey, StockKey) noexcept = default;
};
struct StockKeyHash {
    std::size_t operator()(StockKey key) const noexcept
    {
        return (std::uint64_t{key.node.number} << 32 | key.sku.number) * 0x9E3779B97F4A7C15ULL >> 13;
    }
};

/// All positions of a partition. Owned by the engine thread; derived from node and reservation steps.
struct StockBook {
    std::unordered_map<StockKey, Position, StockKeyHash> positions;  // lookup only
    std::unordered_map<std::uint32_t, std::int64_t>
        parcelsToday;                                // lookup only: node number → granted parcels
    std::int64_t day = 0;                            // `dayOf` what `parcelsToday` counts
    std::unordered_map<std::uint32_t, bool> closed;  // lookup only: node number → closed

    [[nodiscard]] const Position* find(NodeName node, Sku sku) const
    {
        const auto found = positions.find({node, sku});
        return found == positions.end() ? nullptr : &found->second;
    }
};

/// A node as an entity: the home of its positions, which live in the book.
struct Node {
    EntityId id;
    Version version = 0;
    Seq head = 0;
    NodeName name;
    struct Seen {
        std::uint64_t id = 0;
        std::uint64_t content = 0;
        Seq seq = 0;
    };
    std::vector<Seen> seen;  ///< events, newest last; bounded
};

/// A grant of stock to one leg. Its end is exclusive: consumed, released or expired.
enum class ReservationState : std::uint8_t { None, Granted, Consumed, Released, Expired, Refused };
HP_NAMES(ReservationState, "none", "granted", "consumed", "released", "expired", "refused");

struct Reservation {
    EntityId id;
    Version version = 0;
    Seq head = 0;
    ReservationState state = ReservationState::None;
    EntityId order;
    Part leg = 0;
    NodeName node;
    Instant granted;  ///< when
    Instant expires = Never;
    std::vector<LineUnits> lines;
    Instant born;
};

}  // namespace holdpoint
