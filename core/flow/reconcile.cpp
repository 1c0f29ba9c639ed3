// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/reconcile.h"

#include "core/orders/derive.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

constexpr std::size_t MostTold = 1000;

std::string number(std::string_view key, std::int64_t value)
{
    return '"' + std::string(key) + "\":" + std::to_string(value);
}

std::string word(std::string_view key, std::string_view value)
{
    return '"' + std::string(key) + "\":\"" + std::string(value) + '"';
}

/// Only fixed words, numbers and ids stand in it: nothing to escape.
std::string jsonOf(const BookDifference& d)
{
    return "{" + word("order", d.order.text()) + "," + word("check", name(d.check)) + "," +
           word("what", d.what) + "," + word("known", d.known ? "yes" : "no") + "," +
           number("amount", d.amount) + "}";
}

template <typename E>
std::string named(const std::array<std::int64_t, CountOf<E>>& values)
{
    std::string all;
    for (std::size_t i = 0; i < values.size(); ++i)
        all += (all.empty() ? "" : ",") + number(name(static_cast<E>(i)), values[i]);
    return "{" + all + "}";
}

}  // namespace

bool isChecked(BookCheck check) noexcept
{
    return check != BookCheck::States && check != BookCheck::Notifications && check != BookCheck::Backfill;
}

void Reconciliation::differs(const Order& order, BookCheck check, std::string what, std::int64_t amount)
{
    const bool known = !order.problems.empty();
    ++count_;
    unknown_ += !known;
    atRisk_ += amount;
    ++byCheck_[static_cast<std::size_t>(check)];
    if (first_.size() < MostTold)
        first_.push_back({order.id, check, std::move(what), known, amount});
}

void Reconciliation::counts(const Order& order, bool disposed)
{
    ++orders_;
    ++(order.standing.finished ? finished_ : open_)[static_cast<std::size_t>(order.owner)];
    if (order.standing.finished || order.owner == OrderOwner::Legacy || disposed)
        return;
    ++orphans_;
    differs(order, BookCheck::Counts, "open_without_disposition");
}

void Reconciliation::reservations(const Order& order, const std::vector<GrantSeen>& grants)
{
    for (const GrantSeen& grant : grants) {
        const Leg* leg = order.leg(grant.leg);
        const bool held = leg != nullptr && leg->stock == LegStockState::Granted;
        if (held != grant.open)
            differs(order, BookCheck::Reservations, held ? "grant_is_gone" : "grant_is_still_held");
        else if (held && grant.units != orders::unitsOf(*leg))
            differs(order, BookCheck::Reservations, "grant_of_other_units");
        if (grant.open && order.owner == OrderOwner::Legacy)
            differs(order, BookCheck::Reservations, "held_for_an_order_of_legacy");
    }
}

void Reconciliation::shipments(const Order& order)
{
    for (const Leg& leg : order.legs)
        if (orders::shippedOf(order, leg.part) > orders::unitsOf(leg))
            differs(order, BookCheck::Shipments, "more_shipped_than_planned");
    if (orders::quantities(order).broken)
        differs(order, BookCheck::Shipments, "quantities_contradict");
}

void Reconciliation::money(const Order& order, bool paymentIsOurs)
{
    const orders::Payments m = orders::payments(order);
    const orders::Quantities q = orders::quantities(order);
    captured_ += m.captured;
    refunded_ += m.refunded;
    if (m.refunded > m.captured)
        differs(order, BookCheck::Money, "more_given_back_than_taken", m.refunded - m.captured);
    const bool authorised = orders::has(order, Authorised::kind);
    if (authorised && m.captured > m.authorised)
        differs(order, BookCheck::Money, "more_taken_than_authorised", m.captured - m.authorised);
    if (!paymentIsOurs || order.owner != OrderOwner::Holdpoint || !order.standing.finished)
        return;
    const bool left = std::max(q.shipped, q.delivered) > 0;
    if (order.cancelledByUs && !left && m.captured > m.refunded)
        differs(order, BookCheck::Money, "taken_from_a_cancelled_order", m.captured - m.refunded);
    if (left && authorised && m.authorised > 0 && m.captured == 0)
        differs(order, BookCheck::Money, "nothing_taken_for_what_shipped", m.authorised);
}

void Reconciliation::symmetry(const Order& order, bool paymentIsOurs)
{
    const orders::Quantities q = orders::quantities(order);
    if (order.cancelledByUs && std::max(q.shipped, q.delivered) > 0)
        differs(order, BookCheck::Symmetry, "shipped_after_cancel");
    if (order.cancelledByUs && order.standing.finished)
        for (const Leg& leg : order.legs)
            if (orders::isActive(leg) && leg.request == ShipmentRequest::Accepted)
                differs(order, BookCheck::Symmetry, "cancelled_and_still_with_its_node");
    const bool back = orders::has(order, ReturnReceived::kind);
    if (back && paymentIsOurs && order.standing.finished && orders::payments(order).captured > 0 &&
        order.refunds.empty() && orders::payments(order).refunded == 0)
        differs(order, BookCheck::Symmetry, "returned_without_refund");
}

void Reconciliation::keys(const Order& order)
{
    for (const Effect& a : order.effects)
        for (const Effect& b : order.effects)
            if (a.ref.operation == b.ref.operation && a.ref.part == b.ref.part &&
                a.ref.generation < b.ref.generation && a.state == EffectState::Done &&
                b.state == EffectState::Done)
                differs(order, BookCheck::Keys, "two_effects_of_one_intent", a.amount);
}

void Reconciliation::add(const Order& order, const std::vector<GrantSeen>& grants, bool disposed,
                         bool paymentIsOurs)
{
    counts(order, disposed);
    reservations(order, grants);
    shipments(order);
    money(order, paymentIsOurs);
    symmetry(order, paymentIsOurs);
    keys(order);
}

std::int64_t Reconciliation::unclassified() const noexcept { return unknown_; }

std::string Reconciliation::report(std::uint32_t run, std::uint32_t version, const rollout::RollbackCounts& c,
                                   Instant now) const
{
    std::string checks;
    for (std::size_t i = 0; i < BookChecks; ++i) {
        const auto check = static_cast<BookCheck>(i);
        checks += (checks.empty() ? "\"" : ",\"") + std::string(name(check)) +
                  "\":" + (isChecked(check) ? std::to_string(byCheck_[i]) : std::string("\"not_checked\""));
    }
    std::string list;
    for (const BookDifference& d : first_)
        list += (list.empty() ? "" : ",") + jsonOf(d);
    return "{" + word("report", "reconciliation") + "," + number("run", run) + "," +
           number("version", version) + "," + word("made", toText(now)) + "," + number("orders", orders_) +
           ",\"open\":" + named<OrderOwner>(open_) + ",\"finished\":" + named<OrderOwner>(finished_) +
           ",\"in_flight\":" + std::to_string(c.inFlight) + ",\"planned\":" + named<Disposition>(c.planned) +
           ",\"now\":" + named<Disposition>(c.now) + "," + number("handed_back", c.handedBack) + "," +
           number("draining", c.draining + c.drainApproved) + "," + number("in_doubt", c.inDoubt) + "," +
           number("captured", captured_) + "," + number("refunded", refunded_) + ",\"checks\":{" + checks +
           "}," + number("differences", count_) + "," + number("unclassified", unknown_) + "," +
           number("money_at_risk", atRisk_) + ",\"list\":[" + list + "]}";
}

}  // namespace holdpoint::flow
