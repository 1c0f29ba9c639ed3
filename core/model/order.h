// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/effect.h"
#include "core/model/facts.h"

#include <cstdint>
#include <string>
#include <vector>

namespace holdpoint {

/// One observed fact, reduced to what sums and registers need. The set of these is the observed half of an order:
/// a second one with the same identity replaces the first only if its (time, id) is smaller.
struct Observed {
    std::uint8_t kind = 0;
    Part part = 0;
    std::uint16_t line = 0;
    std::uint64_t id = 0;       ///< hash of the source's id; 0 where the kind has one per part
    std::int64_t value = 0;     ///< units, minor units or the reason of a hold
    Instant at;                 ///< by the source's clock; 0 if it does not say
    std::uint64_t source = 0;   ///< hash of the event's id: breaks ties of `at`
    std::uint64_t content = 0;  ///< hash of all fields
    std::uint32_t batch = 0;    ///< backfill batch that brought it, 0 = live
};

struct SeenEvent {
    std::uint64_t id = 0;  ///< hash of producer and event id
    std::uint64_t content = 0;
    Seq seq = 0;
    ProducerName producer;
    Instant received;     ///< engine time
    bool parked = false;  ///< waits for an earlier event
};

struct OrderLine {
    std::uint16_t line = 0;
    Sku sku;
    std::int64_t units = 0;
    std::int64_t price = 0;
    std::int64_t cancelled = 0;
};

/// What we asked one node to do, and what stock it has for that.
struct Leg {
    Part part = 0;
    NodeName node;
    VendorName vendor;
    std::uint16_t round = 0;
    std::vector<LineUnits> lines;
    LegStockState stock = LegStockState::Asked;
    EntityId reservation;
    Instant expires = Never;
    ShipmentRequest request = ShipmentRequest::None;
    bool dropped = false;       ///< refused or released for good: a later round took over
    std::uint64_t address = 0;  ///< version of the address in its request
};

enum class EffectState : std::uint8_t { Planned, Unknown, Done, Failed, NotSent, Suppressed };
HP_NAMES(EffectState, "planned", "unknown", "done", "failed", "not_sent", "suppressed");

struct Effect {
    EffectRef ref;
    VendorName vendor;
    EffectState state = EffectState::Planned;
    OutboxId outbox = 0;
    std::uint32_t epoch = 0;
    std::uint16_t attempts = 0;   ///< calls made
    std::uint16_t replies = 0;    ///< of the calls: those the vendor certainly received
    std::uint16_t questions = 0;  ///< status queries made
    bool proved = false;          ///< a look-up proved that nothing exists under the key
    std::uint16_t provedAt = 0;   ///< after how many calls
    Instant planned;
    Instant firstUnknown = Never;
    Instant next = Never;  ///< next try or question
    std::int64_t amount = 0;
    std::uint64_t body = 0;
    CodeName code;
    FailureClass cls = FailureClass::None;
    std::string reference;

    [[nodiscard]] bool isOpen() const noexcept
    {
        return state == EffectState::Planned || state == EffectState::Unknown;
    }
    /// Looked up after the last call.
    [[nodiscard]] bool isProvedAbsent() const noexcept { return proved && provedAt == attempts; }
};

/// Money owed back for one return, over all receipts of it.
struct RefundOwed {
    Part part = 0;
    std::int64_t amount = 0;
};

struct Address {
    std::uint64_t version = 0;
    RegionName region;
};

/// Where the old stack sends a leg.
struct LegacyRoute {
    Part part = 0;
    LegacyDecided said;
};

struct Hold {
    Part handle = 0;
    HoldReason reason = HoldReason::Other;
    CodeName code;
    bool open = true;
};

struct Problem {
    CodeName code;
    ExceptionKind category = ExceptionKind::FailedOrder;
    Stage stage = Stage::Intake;
    Priority priority = Priority::P3;
    bool blocking = true;
    std::uint64_t fingerprint = 0;
};

/// What is computed from an order and never stored in it.
struct Standing {
    OrderStatus status = OrderStatus::Awaited;
    Place place = Place::Awaited;
    Stage stage = Stage::Intake;  ///< kept beside `Place::Exception`
    PaymentStatus payment = PaymentStatus::None;
    std::uint8_t flags = 0;  ///< bits of Flag
    bool finished = false;

    void set(Flag flag) noexcept
    {
        flags = static_cast<std::uint8_t>(flags | 1U << static_cast<unsigned>(flag));
    }
    [[nodiscard]] bool has(Flag flag) const noexcept { return flags & 1U << static_cast<unsigned>(flag); }
    friend bool operator==(const Standing&, const Standing&) = default;
};

/// What a rollout counts of an order, each once.
enum class Happened : std::uint8_t {
    Assigned,
    Decided,  ///< the path it was sent found a node, or legacy said which
    IntakeFailed,
    AllocationFailed,
    HandoffFailed,
    ConfirmationFailed,
    Excepted,
    DuplicateEffect,
    Finished,
    LegacyTold  ///< legacy said how it ended
};

/// An order, folded from its steps. Data only: `orders` applies facts to it and derives status and place from it.
struct Order {
    EntityId id;
    Version version = 0;
    Seq head = 0;
    Instant born;     ///< engine time of the first step
    Instant changed;  ///< engine time of the last step that moved it
    Correlation correlation{};

    // observed
    std::vector<Observed> observed;
    std::vector<SeenEvent> seen;
    bool placed = false;
    Placed header;
    Instant placedAt;
    std::uint32_t headerBatch = 0;
    std::vector<OrderLine> lines;
    std::vector<LegacyRoute> legacyRoutes;
    Address address;  ///< the newest that was given after the order was placed
    bool contradicted = false;

    // decided
    bool taken = false;
    Lane lane = Lane::Live;
    std::uint32_t batch = 0;
    std::uint32_t withdrawnBatch = 0;
    OrderOwner owner = OrderOwner::Holdpoint;
    std::uint32_t epoch = 0;
    RolloutAssigned assigned;  ///< by the rollout; its `rollout` is none if there was none
    Instant assignedAt = Never;
    std::uint16_t happened = 0;  ///< bits of Happened, of an order that a rollout assigned
    std::uint16_t news = 0;      ///< those of its last step
    Disposed disposed;           ///< the newest word of a rollback; its `run` is 0 if there was none
    std::vector<Hold> holds;
    std::uint16_t rounds = 0;          ///< decisions that found a node
    Instant decidedAt = Never;         ///< the first
    Instant lastDecided;               ///< the newest
    bool backordered = false;          ///< the newest found none for what is open
    std::uint64_t decisionInputs = 0;  ///< fingerprint of what the last decision saw
    bool mirrored = false;             ///< we decided beside legacy, and hear what it says
    std::vector<NodeName> excluded;
    std::vector<Leg> legs;
    std::vector<Effect> effects;
    std::uint32_t intents = 0;  ///< effects planned, those planned again included
    std::vector<RefundOwed> refunds;
    std::vector<Problem> problems;   ///< open ones
    std::vector<CodeName> accepted;  ///< what a person has resolved: not told again until it arises anew
    bool opaqueParcel = false;
    bool cancelledByUs = false;  ///< the whole order, before or instead of shipping
    bool cancelRefused = false;
    bool parkExpired = false;
    bool handedBack = false;
    Instant
        stageSince;  ///< when the order entered its present stage, or a person last resolved what held it there
    Standing standing;  ///< derived after each step, kept to save deriving it again

    /// Where it goes: by the newest address, else as it was placed.
    [[nodiscard]] RegionName region() const noexcept
    {
        return address.region.isNone() ? header.region : address.region;
    }
    [[nodiscard]] Leg* leg(Part part)
    {
        for (Leg& leg : legs)
            if (leg.part == part)
                return &leg;
        return nullptr;
    }
    [[nodiscard]] const Leg* leg(Part part) const { return const_cast<Order*>(this)->leg(part); }
    [[nodiscard]] Effect* effect(EffectRef ref)
    {
        for (Effect& effect : effects)
            if (effect.ref == ref)
                return &effect;
        return nullptr;
    }
    [[nodiscard]] const Effect* effect(EffectRef ref) const { return const_cast<Order*>(this)->effect(ref); }
    /// The effect of that operation and part with the highest generation.
    [[nodiscard]] Effect* latest(Operation operation, Part part)
    {
        Effect* found = nullptr;
        for (Effect& e : effects)
            if (e.ref.operation == operation && e.ref.part == part &&
                (found == nullptr || e.ref.generation > found->ref.generation))
                found = &e;
        return found;
    }
    [[nodiscard]] const Effect* latest(Operation operation, Part part) const
    {
        return const_cast<Order*>(this)->latest(operation, part);
    }
    [[nodiscard]] bool blocked() const noexcept
    {
        for (const Problem& problem : problems)
            if (problem.blocking)
                return true;
        return false;
    }
    [[nodiscard]] bool isNews(Happened what) const noexcept
    {
        return (news & 1U << static_cast<unsigned>(what)) != 0;
    }
    [[nodiscard]] bool held() const noexcept
    {
        for (const Hold& hold : holds)
            if (hold.open)
                return true;
        return false;
    }
};

}  // namespace holdpoint
