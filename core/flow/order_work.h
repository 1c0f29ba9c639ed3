// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/order.h"
#include "core/orders/apply.h"
#include "core/orders/derive.h"

#include <string_view>
#include <utility>

/// Shared by the parts of the order flow; not for others.
namespace holdpoint::flow {

/// One decision in progress. Every fact added is applied at once, so what follows sees it.
struct Work {
    Order& order;
    const Turn& turn;
    Change& out;

    [[nodiscard]] const Policy& policy() const { return turn.around.policy; }
    [[nodiscard]] CodeName code(std::string_view text) const
    {
        return turn.around.names.intern<NameKind::Code>(text);
    }
    template <typename Body>
    void add(Body body, Part part = 0)
    {
        out.step.facts.push_back({part, turn.now, FactBody(std::move(body))});
        orders::decideFact(order, out.step.facts.back(), turn.now);
    }
    void reason(std::string_view text, std::int64_t value = 0)
    {
        out.step.reasons.push_back({code(text), value});
    }
    void send(Message message) { out.messages.push_back(std::move(message)); }
};

/// A problem of the order: becomes a fact of it and an item of the queue.
struct Trouble {
    ExceptionKind category = ExceptionKind::FailedOrder;
    std::string_view code;
    FailureClass cls = FailureClass::None;
    bool blocking = true;
    std::optional<Priority> priority;  ///< none: by the table of starting priorities
    VendorName vendor;
    NodeName node;
    std::string pointer;
    std::string expected;
    std::string got;
    std::optional<Stage> stage = std::nullopt;  ///< none: where the order is
};

void raise(Work& w, const Trouble& trouble);
/// Told while it is so; a later fact may mend it, and a person may have accepted it: until it arises anew.
void tellWhile(Work& w, bool isSo, const Trouble& trouble);
/// Of what cannot be mended: told, unless a person has accepted it; as news in any case.
void tell(Work& w, bool isNews, const Trouble& trouble);
/// Has this step added such a fact?
[[nodiscard]] bool statedNow(const Work& w, std::uint8_t kind, std::optional<Part> part = {});
/// Ends one problem (or all if `code` is empty), and the queue item with the last.
void endProblem(Work& w, std::string_view code, Resolution resolution);

/// Plans an effect: fact, outbox row (none in a lane without connectors). Nothing if it is planned already.
void planEffect(Work& w, Operation operation, Part part, VendorName vendor, std::int64_t amount = 0,
                std::string_view reference = {});
/// Can a call still be taken back? ToBeAsked: the vendor said that it had no effect, but the network may have doubled it,
/// so it is looked up before anybody counts on that.
enum class Undone : std::uint8_t { Certain, ToBeAsked, No };
[[nodiscard]] Undone undone(const Turn& turn, const Effect& effect);
[[nodiscard]] inline Undone undone(const Work& w, const Effect& effect) { return undone(w.turn, effect); }
/// Ends an effect that is certainly undone.
void dropEffect(Work& w, const Effect& effect, std::string_view why);
/// Takes a call back; one that must be looked up is asked about, and taken back when the answer says that nothing is
/// there. True: it has ended.
bool stopCall(Work& w, Effect& effect, std::string_view why);
/// Has an effect of that operation ended in this step?
[[nodiscard]] bool endedNow(const Work& w, Operation operation, Part part);
/// Sends or asks whatever is due by now.
void sendAgain(Work& w);
/// Its outcome is unknown, nobody can be asked, and the vendor knows its key no longer: a second call could be a second
/// effect. Then a person says how it ended.
[[nodiscard]] bool isKeyForgotten(const Effect& effect, const VendorProfile* profile, Instant now);
void stopForgotten(Work& w, const Effect& effect);
/// Sends one open call again, or asks about it.
void dispatchAgain(Work& w, Effect& effect, bool ask);
/// A person says how a call ended that nobody else can tell. Errors: Conflict, InvalidArgument, NotFound.
Result<> takeOutcome(Work& w, const OrderCommand& command);
/// Ends an effect that something else than its answer shows to be done.
void showDone(Work& w, const Effect& effect, std::string_view by);
/// Ends the request for a leg as refused, so that another node can be asked.
void showRefused(Work& w, const Effect& ship, std::string_view code);
/// The leg's call has left, or may have.
[[nodiscard]] bool wasAsked(const Work& w, Part leg);
/// Gives up a leg: what is granted for it is released, another takes over.
void dropLeg(Work& w, Leg& leg, std::string_view why);

/// Does whatever can be done next: releases holds, cancels, routes, asks for stock, hands off, settles.
void advance(Work& w);
/// Decides again for an order that no node could serve; what is found is recorded either way.
void askStockAgain(Work& w);
/// Units that no leg has: neither a live one nor one that shipped.
[[nodiscard]] std::vector<LineUnits> linesToRoute(const Order& order);
void cancelWhatCan(Work& w);
void settle(Work& w);

// ── in a rollback ──
/// Offers the order to legacy: what is planned is dropped, grants go back, nobody acts until the answer. Errors:
/// Unsupported, Conflict, OutcomeUnknown; nothing is changed then.
Result<> handBack(Work& w);
/// What the step means for what a rollback does with the order; before the step is closed.
void followRollback(Work& w);
/// Ends the step.
void closeOrder(Work& w);
/// By a person. Errors: Conflict, InvalidArgument.
Result<> approveDrain(Work& w, ActorName by);
Result<> followInDoubt(Work& w, ActorName by, std::string person);

// ── holds ──
[[nodiscard]] bool isHeldFor(const Order& order, HoldReason reason);
void releaseHolds(Work& w);
/// Holds that a new order begins with: lines or codes that nobody can read.
void holdAtIntake(Work& w);
/// Releases those whose reason is gone. Errors: Conflict while one is there; nothing is changed then.
Result<> mendIntakeHolds(Work& w);
/// Held for its payment until it has one, and again if that fails before a node was asked.
void holdForPayment(Work& w);
/// The wait for the payment has been too long: what is granted goes back.
void releaseUnpaid(Work& w);
/// A hold that somebody asked for stops what has not been handed off; what has been is told.
void holdAsAsked(Work& w);
/// By a person: holds that were asked for, of one reason or all. Errors: Conflict.
Result<> releaseAskedHolds(Work& w, std::string_view reason);

// ── what comes between decision and shipment ──
/// The newest address goes into what has not left; if something left with an older one, a person is told.
void followAddress(Work& w);
/// A node's own word on a request, by event: acts like the answer of the call.
void nodeSaid(Work& w, const Event& event);
/// Bookings of legs that will not be shipped are cancelled at the carrier.
void cancelBookings(Work& w);

}  // namespace holdpoint::flow
