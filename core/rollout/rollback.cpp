// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/rollback.h"

#include "core/base/check.h"

#include <algorithm>

namespace holdpoint::rollout {
namespace {

InFlightAction chosen(OrderPosition position, const Dispositions& plan)
{
    return plan[static_cast<std::size_t>(position)].value_or(actionFor(position, PauseKind::RollingBack));
}

Error wrong(const RollbackOrder& order, News news)
{
    return {Code::Conflict,
            std::string(name(news)) + " does not follow from " + std::string(name(order.state))};
}

/// Where the news would lead, so that news that come twice are known.
bool isRepeat(const RollbackOrder& o, const RollbackBook::Note& n)
{
    switch (n.news) {
    case News::Started: return o.state != RowState::Waiting;
    case News::Released: return o.state == RowState::Offered || o.state == RowState::HandedBack || o.refused;
    case News::ReleaseFailed: return false;
    case News::LegacyAccepted: return o.state == RowState::HandedBack && n.epoch == o.offerEpoch;
    case News::LegacyRefused: return o.refused && n.epoch == o.offerEpoch;
    case News::OfferTimedOut: return o.timedOut;
    case News::OutcomeKnown: return false;
    case News::OwnerNamed: return o.state == RowState::InDoubt && o.inDoubtOwner == n.words;
    case News::DrainApproved: return o.state == RowState::DrainApproved;
    case News::Finished: return o.state == RowState::Finished;
    }
    return false;
}

Disposition nowOf(const RollbackOrder& o)
{
    switch (o.state) {
    case RowState::Waiting: return dispositionOf(o.action).value_or(Disposition::FinishHere);
    case RowState::Releasing:
    case RowState::Offered:
    case RowState::HandedBack: return Disposition::HandBack;
    case RowState::Asking:
    case RowState::InDoubt: return Disposition::Asking;
    case RowState::Draining:
    case RowState::DrainApproved:
    case RowState::Finished: break;
    }
    return Disposition::FinishHere;
}

bool isDisposed(const RollbackOrder& o)
{
    return o.state == RowState::HandedBack || o.state == RowState::DrainApproved ||
           o.state == RowState::Finished || o.state == RowState::InDoubt ||
           o.action == InFlightAction::ReconcileOnly;
}

bool isMoving(const RollbackOrder& o)
{
    return o.state != RowState::HandedBack && o.state != RowState::Finished;
}

bool isDraining(const RollbackOrder& o)
{
    return o.state == RowState::Draining || o.state == RowState::DrainApproved;
}

}  // namespace

void RollbackBook::freeze(EntityId order, OrderPosition position, const Dispositions& plan,
                          int effectsToRelease)
{
    plan_ = plan;
    RollbackOrder row;
    row.frozen = row.position = position;
    row.action = chosen(position, plan);
    row.planned = dispositionOf(row.action);
    row.effectsToRelease =
        row.action == InFlightAction::ReleaseThenHandBack ? std::max(effectsToRelease, 1) : 0;
    undisposed_ += !isDisposed(row);
    moving_ += isMoving(row);
    HP_CHECK(orders_.emplace(order, row).second);
}

void RollbackBook::start(RollbackOrder& o, const Note& note)
{
    if (note.position && *note.position != o.position) {
        o.position = *note.position;
        o.action = chosen(o.position, plan_);
    }
    o.action = note.action.value_or(o.action);
    o.effectsToRelease =
        o.action == InFlightAction::ReleaseThenHandBack ? std::max(o.effectsToRelease, 1) : 0;
    switch (o.action) {
    case InFlightAction::HandBack:
    case InFlightAction::AdoptReservation:
        o.state = RowState::Offered;
        o.offerEpoch = note.epoch;
        break;
    case InFlightAction::ReleaseThenHandBack: o.state = RowState::Releasing; break;
    case InFlightAction::Freeze:
    case InFlightAction::Probe: o.state = RowState::Asking; break;
    case InFlightAction::ReconcileOnly: o.state = RowState::Finished; break;
    case InFlightAction::Continue:
    case InFlightAction::Drain:
    case InFlightAction::RecallOrDrain:
    case InFlightAction::Stay: o.state = RowState::Draining; break;
    }
}

void RollbackBook::outcome(RollbackOrder& o, const Note& note)
{
    o.position = *note.position;
    o.action = chosen(o.position, plan_);
    o.effectsToRelease = o.action == InFlightAction::ReleaseThenHandBack ? 1 : 0;
    o.state = RowState::Waiting;
    o.inDoubtOwner.clear();
}

namespace {

/// What legacy said of an offer, or that it said nothing.
Result<> takeWord(RollbackOrder& o, const RollbackBook::Note& note, bool draining)
{
    // By a person's hand, beside the plan: legacy has it all the same.
    if (note.news == News::LegacyAccepted && draining) {
        o.state = RowState::HandedBack;
        o.offerEpoch = note.epoch;
        return {};
    }
    if (o.state != RowState::Offered)
        return wrong(o, note.news);
    if (note.news == News::OfferTimedOut) {
        o.timedOut = true;
        return {};
    }
    if (note.epoch != o.offerEpoch)
        return wrong(o, note.news);
    o.refused = note.news == News::LegacyRefused;
    o.state = o.refused ? RowState::Draining : RowState::HandedBack;
    o.timedOut = false;
    return {};
}

}  // namespace

Result<> RollbackBook::takeNew(RollbackOrder& o, const Note& note)
{
    const bool asking = o.state == RowState::Asking || o.state == RowState::InDoubt;
    const bool draining = isDraining(o);
    switch (note.news) {
    case News::Started: start(o, note); return {};
    case News::Released:
        if (o.state != RowState::Releasing)
            return wrong(o, note.news);
        released_ += o.effectsToRelease;
        o.state = RowState::Offered;
        o.offerEpoch = note.epoch;
        return {};
    case News::ReleaseFailed:
        if (o.state != RowState::Releasing)
            return wrong(o, note.news);
        failed_ += o.effectsToRelease;
        o.state = RowState::Draining;
        return {};
    case News::LegacyAccepted:
    case News::LegacyRefused:
    case News::OfferTimedOut: return takeWord(o, note, draining);
    case News::OutcomeKnown:
        if (!asking || !note.position || *note.position == OrderPosition::OutcomeUnknown)
            return wrong(o, note.news);
        outcome(o, note);
        return {};
    case News::OwnerNamed:
        if (!asking || note.words.empty())
            return wrong(o, note.news);
        o.state = RowState::InDoubt;
        o.inDoubtOwner = note.words;
        return {};
    case News::DrainApproved:
        if (o.state != RowState::Draining)
            return wrong(o, note.news);
        o.state = RowState::DrainApproved;
        return {};
    case News::Finished:
        if (!draining)
            return wrong(o, note.news);
        o.state = RowState::Finished;
        return {};
    }
    return wrong(o, note.news);
}

Result<> RollbackBook::take(EntityId order, const Note& note)
{
    const auto row = orders_.find(order);
    if (row == orders_.end())
        return Error{Code::NotFound, order.text() + " was not in flight"};
    if (isRepeat(row->second, note))
        return {};
    RollbackOrder& o = row->second;
    undisposed_ -= !isDisposed(o);
    draining_ -= isDraining(o);
    moving_ -= isMoving(o);
    const Result<> taken = takeNew(o, note);
    undisposed_ += !isDisposed(o);
    draining_ += isDraining(o);
    moving_ += isMoving(o);
    return taken;
}

const RollbackOrder* RollbackBook::find(EntityId order) const
{
    const auto row = orders_.find(order);
    return row == orders_.end() ? nullptr : &row->second;
}

RollbackCounts RollbackBook::counts() const
{
    RollbackCounts c;
    for (const auto& [id, o] : orders_) {
        if (!o.planned) {
            ++c.terminal;
            continue;
        }
        ++c.inFlight;
        ++c.planned[static_cast<std::size_t>(*o.planned)];
        ++c.now[static_cast<std::size_t>(nowOf(o))];
        c.handedBack += o.state == RowState::HandedBack;
        c.offered += o.state == RowState::Offered;
        c.draining += o.state == RowState::Draining;
        c.drainApproved += o.state == RowState::DrainApproved;
        c.finished += o.state == RowState::Finished;
        c.asking += o.state == RowState::Asking;
        c.inDoubt += o.state == RowState::InDoubt;
        c.effects += o.effectsToRelease;
        c.timedOut += o.timedOut;
        c.refused += o.refused;
    }
    c.effectsReleased = released_;
    c.effectsFailed = failed_;
    return c;
}

bool RollbackBook::everyOrderDisposed() const { return undisposed_ == 0; }

bool RollbackBook::nothingDrains() const { return draining_ == 0; }

std::vector<EntityId> RollbackBook::waiting() const
{
    std::vector<EntityId> all;
    for (const auto& [id, o] : orders_)
        if (o.state == RowState::Waiting)
            all.push_back(id);
    return all;
}

Preview preview(const std::map<EntityId, OrderPosition>& inFlight, const Dispositions& plan)
{
    Preview all;
    for (const auto& [id, position] : inFlight)
        ++all[position][chosen(position, plan)];
    return all;
}

}  // namespace holdpoint::rollout
