// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/model/policy.h"
#include "core/session/numbers.h"
#include "core/store/store_reader.h"

#include <functional>
#include <string>
#include <vector>

/// The numbers that must agree, computed again from the steps. Reads only.
namespace holdpoint::views {

/// Two places that should say the same, and do not.
struct Disagreement {
    std::string entity;  ///< `O-17`, `frame 12`, `node east, sku HAT` …
    std::string what;    ///< the column or sum
    std::string stored;
    std::string computed;
};

struct ReservationCounts {  ///< opened = consumed + released + expired + live
    std::int64_t opened = 0;
    std::int64_t consumed = 0;
    std::int64_t released = 0;
    std::int64_t expired = 0;
    std::int64_t live = 0;
    std::int64_t refused = 0;            ///< never were grants
    std::int64_t shippedUnreserved = 0;  ///< of released and expired: the units left all the same
};

struct StockTotals {  ///< on_hand = available + reserved + buffer
    std::int64_t positions = 0;
    std::int64_t onHand = 0;
    std::int64_t available = 0;
    std::int64_t reserved = 0;
    std::int64_t buffer = 0;
    std::int64_t oversold = 0;  ///< positions with less than nothing available
};

struct EffectCounts {  ///< planned = open + done + failed + not sent + suppressed
    std::int64_t planned = 0;
    std::int64_t open = 0;
    std::int64_t done = 0;
    std::int64_t failed = 0;
    std::int64_t notSent = 0;
    std::int64_t suppressed = 0;
    std::int64_t calls = 0;      ///< recorded ends of calls
    std::int64_t questions = 0;  ///< recorded ends of status queries
};

/// One effect as we recorded it, to be compared with a vendor's book.
struct RecordedEffect {
    std::string key;
    std::string vendor;
    EntityId order;
    EffectRef ref;
    EffectState state = EffectState::Planned;
    std::uint16_t calls = 0;
    std::uint16_t replies = 0;    ///< of the calls: those the vendor certainly received
    std::uint16_t questions = 0;  ///< status queries
};

struct CheckReport {
    session::Numbers numbers;  ///< from the steps, not from the columns
    std::uint64_t entities = 0;
    std::uint64_t orders = 0;
    FrameNo frames = 0;
    Seq steps = 0;
    Hash
        stateHash{};  ///< observed facts and what follows from them alone: equal under any shuffle or repetition
    Hash journalHash{};  ///< head of the chain
    ReservationCounts reservations;
    StockTotals stock;
    EffectCounts effects;
    std::uint64_t disagreementCount = 0;
    std::vector<Disagreement> disagreements;  ///< the first ones

    [[nodiscard]] bool agrees() const noexcept { return disagreementCount == 0; }
};

struct CheckOptions {
    const Policy* policy = nullptr;  ///< given: deadlines are checked too
    std::size_t keep = 100;          ///< disagreements told one by one
    std::function<void(const RecordedEffect&)> effect;
    /// Called now and then with entities done so far and in all; false ends the check with Unavailable.
    std::function<bool(std::uint64_t done, std::uint64_t of)> progress;
};

/// Folds every entity from its steps and compares it with its columns, verifies the chain, counts every event again, and
/// adds up reservations, stock and effects; all as of one frame. Memory grows by some 50 bytes an order, no more. What it
/// finds wrong is in the report; errors are those of reading: Corrupt, Unavailable, NotFound (nobody ever held the store).
Result<CheckReport> check(store::StoreReader& reader, const CheckOptions& options = {});

}  // namespace holdpoint::views
