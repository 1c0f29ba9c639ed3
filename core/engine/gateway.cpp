// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/gateway.h"

#include <algorithm>

namespace holdpoint::engine {
namespace {

constexpr Milliseconds BudgetPause{1000};  // a retry that found the budget empty looks again after this

}  // namespace

Gateway::Gateway(const Policy& policy, const Dictionary& names, Dispatcher& dispatcher)
    : policy_(policy), names_(names), dispatcher_(dispatcher)
{}

Gateway::Vendor& Gateway::vendor(VendorName name)
{
    const auto known = vendors_.find(name.number);
    if (known != vendors_.end() && known->second.profile != nullptr)
        return known->second;
    const VendorProfile* profile = policy_.vendor(name);
    if (profile == nullptr)
        profile = &fallback_;
    if (known != vendors_.end()) {
        known->second.profile = profile;
        return known->second;
    }
    return vendors_.emplace(name.number, Vendor{profile, delivery::Breaker(profile->breaker), {}})
        .first->second;
}

bool Gateway::isWaiting(OutboxId outbox) const
{
    const auto row = rows_.find(outbox);
    // Without a row it was planned in this very frame: rows come with the commit and end with the effect.
    return row == rows_.end() || (!row->second.everSent && waiting_.contains(outbox));
}

bool Gateway::isUnderWay(OutboxId outbox) const
{
    const auto row = rows_.find(outbox);
    return row != rows_.end() && row->second.inFlight;
}

bool Gateway::isBeingAsked(OutboxId outbox) const
{
    const auto row = rows_.find(outbox);
    return row != rows_.end() && row->second.inFlight && row->second.asking;
}

bool Gateway::isUnheardOf(OutboxId outbox) const
{
    const auto row = rows_.find(outbox);
    return row != rows_.end() && row->second.unheard;
}

Instant Gateway::goodSince(VendorName name, Operation operation) const
{
    const auto known = vendors_.find(name.number);
    return known == vendors_.end() ? Never : known->second.goodSince[static_cast<std::size_t>(operation)];
}

bool Gateway::breakerOpen(VendorName name) const
{
    const auto known = vendors_.find(name.number);
    return known != vendors_.end() && !known->second.breaker.wouldAllow(now_) &&
           known->second.breaker.state() == delivery::Breaker::State::Open;
}

VendorCall Gateway::callOf(const Row& row, bool ask, std::uint16_t attempt) const
{
    const EffectRequest& r = row.request;
    VendorCall call;
    call.outbox = r.outbox;
    call.order = r.order;
    call.ref = r.ref;
    call.ask = ask;
    call.attempt = attempt;
    call.vendor = names_.text(r.vendor);
    call.key = r.key;
    call.traceId = toHex(r.correlation);
    call.orderNumber = r.orderNumber;
    call.node = names_.text(r.node);
    call.region = names_.text(r.region);
    for (const LineUnits& line : r.lines)
        call.lines.push_back({line.line, names_.text(line.sku), line.units});
    call.amount = r.amount;
    call.currency = r.currency.text();
    call.reference = r.reference;
    call.contract = r.contract;
    if (const VendorProfile* profile = policy_.vendor(r.vendor))
        call.timeout = profile->callTimeout;
    return call;
}

void Gateway::leave(OutboxId outbox, bool ask, std::uint16_t attempt, Instant now)
{
    Row& row = rows_.at(outbox);
    if (row.inFlight)
        return;
    Vendor& to = vendor(row.request.vendor);
    // The probe of an open breaker is taken last, so that a call without a budget does not use it up.
    if (!to.breaker.wouldAllow(now)) {
        waiting_[outbox] = {to.breaker.probeAt(), true, ask, attempt};
        return;
    }
    if (attempt > 1 && !ask && !to.budget.take(now)) {
        waiting_[outbox] = {now + BudgetPause, false, ask, attempt};
        return;
    }
    (void)to.breaker.allows(now);
    waiting_.erase(outbox);
    row.everSent = true;
    row.inFlight = true;
    row.asking = ask;
    row.attempt = attempt;
    dispatcher_.dispatch(callOf(row, ask, attempt));
}

void Gateway::send(EffectRequest request, Instant now)
{
    const OutboxId outbox = request.outbox;
    rows_[outbox] = {std::move(request)};
    leave(outbox, false, 1, now);
}

void Gateway::again(const Dispatch& dispatch, Instant now)
{
    if (rows_.contains(dispatch.request.outbox))
        leave(dispatch.request.outbox, dispatch.ask, dispatch.attempt, now);
}

void Gateway::resume(EffectRequest request, delivery::NextMove::Kind kind, std::uint16_t attempt, Instant now)
{
    const OutboxId outbox = request.outbox;
    rows_[outbox] = {.request = std::move(request), .everSent = true, .unheard = true};
    if (kind != delivery::NextMove::Kind::NeedsPerson)
        leave(outbox, kind == delivery::NextMove::Kind::AskAgain, attempt, now);
}

bool Gateway::rejoin(EffectRequest& request)
{
    const auto out = out_.extract(request.outbox);
    if (out.empty())
        return false;
    const OutboxId outbox = request.outbox;
    rows_[outbox] = {std::move(request), true, true, out.mapped()};
    return true;
}

void Gateway::forget(OutboxId outbox)
{
    rows_.erase(outbox);
    waiting_.erase(outbox);
}

void Gateway::answered(const VendorAnswer& answer, Instant now)
{
    out_.erase(answer.outbox);
    const auto row = rows_.find(answer.outbox);
    if (row == rows_.end())
        return;
    if (row->second.isAnsweredBy(answer))  // else of a call that left in an earlier life: one is out
        row->second.inFlight = row->second.unheard = false;
    Vendor& from = vendor(row->second.request.vendor);
    if (!answer.asked) {
        Instant& good = from.goodSince[static_cast<std::size_t>(answer.ref.operation)];
        const bool done =
            answer.outcome == AttemptOutcome::Done || answer.outcome == AttemptOutcome::AlreadyProcessed;
        good = !answer.pointer.empty() ? Never : done ? std::min(good, now) : good;
    }
    const bool failed = delivery::countsAsFailure(answer);
    from.breaker.record(failed, now);
    if (!failed && answer.attempt == 1 && !answer.asked)
        from.budget.firstCallSucceeded();
}

std::vector<OutboxId> Gateway::dueNow(Instant now) const
{
    std::vector<OutboxId> due;
    for (const auto& [id, waiting] : waiting_) {
        const auto row = rows_.find(id);
        const auto known =
            row == rows_.end() ? vendors_.end() : vendors_.find(row->second.request.vendor.number);
        const bool closed = known != vendors_.end() &&
                            known->second.breaker.state() == delivery::Breaker::State::Closed &&
                            waiting.forBreaker;
        if (closed || waiting.until <= now)
            due.push_back(id);
    }
    return due;
}

void Gateway::retryWaiting(OutboxId outbox, Instant now)
{
    const auto found = waiting_.find(outbox);
    if (found == waiting_.end())
        return;
    const Waiting waiting = found->second;
    leave(outbox, waiting.ask, waiting.attempt, now);
}

Instant Gateway::nextDue() const
{
    Instant due = Never;
    for (const auto& [id, waiting] : waiting_)
        due = std::min(due, waiting.until);
    return due;
}

const EffectRequest* Gateway::request(OutboxId outbox) const
{
    const auto row = rows_.find(outbox);
    return row == rows_.end() ? nullptr : &row->second.request;
}

// What is known about vendors outlives a commit that failed, or each would be a fresh budget; only the policy that the
// profiles point into is made anew. Vendors keep their numbers: the policy names them before any frame does.
void Gateway::clear()
{
    for (const auto& [outbox, row] : rows_)  // into a sorted map
        if (row.inFlight)
            out_.insert_or_assign(outbox, row.asking);
    rows_.clear();
    waiting_.clear();
    for (auto& [number, vendor] : vendors_)
        vendor.profile = nullptr;
}

}  // namespace holdpoint::engine
