// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/rollout/in_flight.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The books of one rollback: a list that was frozen at the command, and where each of its orders has got to. Resumable: the
/// same news in the same order give the same books, and news that come twice change nothing.
namespace holdpoint::rollout {

enum class RowState : std::uint8_t {
    Waiting,     ///< nothing done yet
    Releasing,   ///< reversible effects are being taken back
    Offered,     ///< to legacy; nobody acts until the answer is there
    HandedBack,  ///< legacy has it
    Draining,    ///< finishes here, not approved yet
    DrainApproved,
    Asking,    ///< an outcome is unknown
    InDoubt,   ///< still unknown, a named person follows it
    Finished,  ///< terminal
};

enum class News : std::uint8_t {
    Started,  ///< the job has come to it
    Released,
    ReleaseFailed,  ///< finishes here instead, a person looks
    LegacyAccepted,
    LegacyRefused,  ///< stays ours and finishes here
    OfferTimedOut,  ///< to the exception queue; the offer stands
    OutcomeKnown,   ///< where it now stands decides again
    OwnerNamed,
    DrainApproved,
    Finished,
};

struct RollbackOrder {
    OrderPosition frozen = OrderPosition::Undecided;  ///< where it stood at the command
    std::optional<Disposition> planned;               ///< nothing: it was over by then
    OrderPosition position =
        OrderPosition::Undecided;  ///< where it stands; moves when an outcome becomes known
    InFlightAction action = InFlightAction::HandBack;
    RowState state = RowState::Waiting;
    std::uint32_t offerEpoch = 0;
    bool timedOut = false;
    bool refused = false;  ///< by legacy
    std::string inDoubtOwner;
    int effectsToRelease = 0;  ///< counted in Compensate
    friend bool operator==(const RollbackOrder&, const RollbackOrder&) = default;
};

/// The counts of the board's four parts.
struct RollbackCounts {
    std::array<std::int64_t, CountOf<Disposition>> planned{};  ///< of the orders in flight at the command
    std::array<std::int64_t, CountOf<Disposition>> now{};
    std::int64_t inFlight = 0;
    std::int64_t terminal = 0;  ///< reconciled only
    std::int64_t handedBack = 0, offered = 0, draining = 0, drainApproved = 0, finished = 0;
    std::int64_t asking = 0, inDoubt = 0;
    std::int64_t effects = 0, effectsReleased = 0,
                 effectsFailed = 0;  ///< Compensate counts effects, not orders
    std::int64_t timedOut = 0, refused = 0;
    [[nodiscard]] std::int64_t remaining() const noexcept
    {
        return inFlight - handedBack - drainApproved - finished - inDoubt;
    }
};

class RollbackBook {
public:
    /// Frozen: an order is added once, before anything moves. `plan`: the choices that were signed.
    void freeze(EntityId order, OrderPosition position, const Dispositions& plan, int effectsToRelease = 0);

    /// Errors: NotFound; Conflict (that does not follow from where the order stands, or the offer was another). The same
    /// news again: no error, no change. OutcomeKnown needs `position`, OwnerNamed `words`, offers their epoch. Started may
    /// say where the order stands by now and what is done with it: between list and action it may have moved.
    struct Note {
        News news = News::Started;
        std::uint32_t epoch = 0;
        std::optional<OrderPosition> position{};
        std::string words{};
        std::optional<InFlightAction> action{};
    };
    Result<> take(EntityId order, const Note& note);

    [[nodiscard]] const RollbackOrder* find(EntityId order) const;
    [[nodiscard]] RollbackCounts counts() const;
    /// Row 16: each is handed back, finished, draining with approval, or in doubt with a name.
    [[nodiscard]] bool everyOrderDisposed() const;
    /// Row 18: nothing drains any more.
    [[nodiscard]] bool nothingDrains() const;
    /// Each is with legacy or over: no news can come any more.
    [[nodiscard]] bool everyOrderEnded() const { return moving_ == 0; }
    /// What the job has to do next, oldest id first: those that wait. Resumes after a crash by asking again.
    [[nodiscard]] std::vector<EntityId> waiting() const;
    [[nodiscard]] const std::map<EntityId, RollbackOrder>& orders() const noexcept { return orders_; }

private:
    Result<> takeNew(RollbackOrder& order, const Note& note);
    void start(RollbackOrder& order, const Note& note);
    void outcome(RollbackOrder& order, const Note& note);

    std::map<EntityId, RollbackOrder> orders_;
    Dispositions plan_{};
    std::int64_t undisposed_ = 0;
    std::int64_t draining_ = 0;
    std::int64_t moving_ = 0;
    std::int64_t released_ = 0;
    std::int64_t failed_ = 0;
};

/// "What would happen if I roll back now": counts for each row of the table, without doing anything.
using Preview = std::map<OrderPosition, std::map<InFlightAction, std::int64_t>>;
[[nodiscard]] Preview preview(const std::map<EntityId, OrderPosition>& inFlight, const Dispositions& plan);

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::RowState, "waiting", "releasing", "offered", "handed_back", "draining", "drain_approved",
         "asking", "in_doubt", "finished");
HP_NAMES(rollout::News, "started", "released", "release_failed", "legacy_accepted", "legacy_refused",
         "offer_timed_out", "outcome_known", "owner_named", "drain_approved", "finished");
}  // namespace holdpoint
