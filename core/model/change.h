// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/model/effect.h"
#include "core/model/event.h"
#include "core/model/order.h"
#include "core/model/policy.h"
#include "core/model/step.h"
#include "core/model/stock.h"

#include <span>
#include <string>
#include <variant>
#include <vector>

/// What goes into a decision about one entity, and what comes out of it.
namespace holdpoint {

// ── Messages: what one entity wants from another. Handled in the same frame when both are local. ────────────────
struct ReserveStock {  // all lines of one leg at one node, or none
    EntityId order;
    Part leg = 0;
    NodeName node;
    Milliseconds hold{0};
    std::vector<LineUnits> lines;
};
struct ConsumeStock {
    EntityId order;
    Part leg = 0;
    EntityId reservation;
    Instant shippedAt;  ///< by the node's clock: a count taken after it includes it
};
struct ReleaseStock {
    EntityId order;
    Part leg = 0;
    EntityId reservation;
    CodeName why;
};
struct StockAnswer {  // from a reservation to its order
    EntityId order;
    Part leg = 0;
    LegStockState state = LegStockState::Granted;
    EntityId reservation;
    Instant expires = Never;
    CodeName code;
    bool oversold = false;  ///< shipped after the grant had ended, and the units were not there any more
};
struct RestockUnits {
    NodeName node;
    Sku sku;
    std::int64_t units = 0;
    std::string id;
};
struct RaiseException {
    ExceptionOpened problem;
};
struct EndException {  // the last problem of an order has ended
    EntityId about;
    Resolution resolution = Resolution::Auto;
    CodeName cause;
};
struct SideDecided {  // shadow: what one of the two has decided of an order
    EntityId order;
    SideSaid said;
};
struct CallEscaped {  // shadow: a call was planned where none may be; it was stopped
    EntityId order;
    CallLeaked call;
};
using Message = std::variant<ReserveStock, ConsumeStock, ReleaseStock, StockAnswer, RestockUnits,
                             RaiseException, EndException, SideDecided, CallEscaped>;

// ── Inputs ──────────────────────────────────────────────────────────────────────────────────────────────────────
struct EventInput {
    Event event;
    Lane lane = Lane::Live;
    std::uint32_t batch = 0;  ///< serial of the backfill batch, 0 if none
};
struct DueInput {};
struct EndOfFile {};     // a replay of recorded events has ended: what still waits, waits for ever
struct GatewayRefused {  // the gateway did not let a planned effect out
    EffectRef ref;
    CodeName why;
};
struct OrderCommand {
    CodeName what;  ///< retry, hand_back, cancel, release_hold, withdraw, note …
    std::string key;
    ActorName actor;
    CodeName argument;
    std::uint32_t number = 0;
    std::string text;
    Role role = Role::Engineer;  ///< of the actor: some moves are legal for some roles only
};

// ── Surroundings: what a decision reads from others, as a value with a version or as a read-only view ───────────
class GatewayView {
public:
    virtual ~GatewayView() = default;
    /// The effect has certainly not been sent: planned in this frame, or it still waits for its first call.
    [[nodiscard]] virtual bool isWaiting(OutboxId outbox) const = 0;
    /// A call or question about it is out and has not been answered.
    [[nodiscard]] virtual bool isUnderWay(OutboxId outbox) const = 0;
    /// Of these, a question: it sends nothing.
    [[nodiscard]] virtual bool isBeingAsked(OutboxId outbox) const = 0;
    /// Found at a start, and nothing was heard of it since: it may have left after the last word about it.
    [[nodiscard]] virtual bool isUnheardOf(OutboxId outbox) const = 0;
    [[nodiscard]] virtual bool breakerOpen(VendorName vendor) const = 0;
};

/// Where the rollout that runs sends a new order. Counts what it lets through against the caps of the hour.
class IntakeRouter {
public:
    virtual ~IntakeRouter() = default;
    [[nodiscard]] virtual RolloutAssigned assign(const Order& order, Instant now) = 0;
};

struct Surroundings {
    const Policy& policy;
    const StockBook& stock;
    const GatewayView& gateway;
    Dictionary& names;  ///< grows: rows are committed with first use
    Rng& rng;
    bool intakeOpen = true;  ///< new orders come to us; else they stay with legacy
    IntakeRouter* rollout =
        nullptr;  ///< decides for each new order, whatever `intakeOpen` says; null: no rollout was ever submitted
    bool mirroring = false;  ///< what stays with legacy is decided by us too, without effects
    bool pairing = false;    ///< what is ours is compared with what legacy would have done
};

/// Everything one input did to one entity. The engine turns it into a step, rows and outbox entries of one frame.
struct Change {
    StepBody step;
    std::vector<Message> messages;
    std::vector<EffectRequest> planned;  ///< new outbox rows, dispatched after the commit
    std::vector<OutboxId> answered;      ///< outbox rows that end
    std::vector<Dispatch>
        again;  ///< rows to send or ask about again; `request` holds outbox id and order only
    Seq duplicateOf = 0;
    bool keep = true;  ///< false: nothing happened, no step is written

    void clear();
};

}  // namespace holdpoint
