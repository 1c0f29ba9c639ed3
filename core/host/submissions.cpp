// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/submissions.h"

#include "core/model/permissions.h"

namespace holdpoint::host {
namespace {

engine::Input inputOf(const session::Command& c)
{
    engine::CommandInput command{c.key,  c.actor,    c.role,   c.reason, c.what,    c.object,
                                 c.seen, c.argument, c.number, c.text,   c.dataAge, c.given};
    engine::Input input;
    input.body = std::move(command);
    return input;
}

engine::Input inputOf(const session::Command& c, std::size_t n)
{
    session::Command one = c;
    one.key += '/' + std::to_string(n + 1);
    std::tie(one.object, one.seen) = c.objects[n];
    return inputOf(one);
}

std::vector<Role> list(std::span<const Role> roles) { return {roles.begin(), roles.end()}; }

/// Who could have given a command that was refused for want of a right.
std::vector<Role> whoCould(const session::Command& c)
{
    if (c.objects.size() > bulkLimit(c.role) && mayDo(c.role, c.what))
        return {Role::SupportLead, Role::Engineer};
    const bool lowers = c.what == "priority" && mayDo(c.role, c.what);
    return list(whoMay(lowers ? "lower_priority" : c.what));
}

/// What the engine need not be asked about.
Result<> mayStart(const session::Command& c)
{
    if (c.on && c.objects.empty())
        return Error{Code::NotFound, "the result is empty or not known any more"};
    if (c.objects.empty())
        return {};
    const CommandRule* rule = commandRule(c.what);
    if (rule == nullptr || !rule->bulk)
        return Error{Code::Unsupported, c.what + " is for one object at a time"};
    if (!mayDo(c.role, c.what))
        return Error{Code::Forbidden, "is for others"};
    if (c.objects.size() > bulkLimit(c.role))
        return Error{Code::Forbidden, "is for at most " + std::to_string(bulkLimit(c.role)) + " objects"};
    return {};
}

}  // namespace

void Submissions::submit(session::RequestId id, session::Command command, session::ReceiptSink& sink)
{
    const std::lock_guard lock(mutex_);
    forgetEnded();
    Open& open = open_[id];
    open.id = id;
    open.command = std::move(command);
    open.sink = &sink;
    open.outlet = std::make_shared<views::Outlet>(executor_);
    open.clock = ReplyClock(world_.clock.monotonic());
    open.receipt.key = open.command.key;
    open.receipt.of = open.command.objects.size();
    tell(open, CommandState::Requested, false);
    if (auto may = mayStart(open.command); !may) {
        if (may.error().code == Code::Forbidden)
            open.receipt.whoCan = whoCould(open.command);
        return refuse(open, may.error());
    }
    if (open.command.what == "stop_intake") {
        open.counts = true;
        world_.traffic.startCounting();
    }
    open.command.objects.empty() ? send(id, open) : sendMore(id, open);
}

void Submissions::send(session::RequestId id, Open& open)
{
    const auto reply = [self = shared_from_this(), id](const engine::Outcome& o) { self->replied(id, o); };
    const auto posted = world_.engine.post(inputOf(open.command), EngineHost::InputClass::Command, reply);
    if (!posted)
        refuse(open, posted.error());
}

// What finds no room is tried again at the next tick.
void Submissions::sendMore(session::RequestId id, Open& open)
{
    while (open.next < open.command.objects.size() && open.next - open.answered < AtOnce) {
        const auto reply = [self = shared_from_this(), id, n = open.next](const engine::Outcome& o) {
            self->repliedOne(id, n, o);
        };
        if (!world_.engine.post(inputOf(open.command, open.next), EngineHost::InputClass::Command, reply))
            return;
        ++open.next;
    }
}

void Submissions::tell(Open& open, CommandState state, bool last)
{
    open.receipt.state = state;
    open.receipt.asOf = world_.asOf();
    open.receipt.at = open.receipt.asOf.at;
    open.outlet->post(open.outlet,
                      [sink = open.sink, receipt = open.receipt, outlet = open.outlet, last, id = open.id] {
                          if (last)
                              outlet->end();
                          sink->receipt(id, receipt);
                      });
    open.receipt.notDone.clear();
    if (last)
        close(open);
}

void Submissions::refuse(Open& open, const Error& error)
{
    open.receipt.code = error.code;
    open.receipt.detail = error.detail;
    // An engine that took the command has made an entity of it: then an unknown outcome is that of a call it is about.
    const bool isUnknown = error.code == Code::OutcomeUnknown && open.receipt.command.isNone();
    tell(open, isUnknown ? CommandState::Unknown : CommandState::Refused, true);
}

void Submissions::replied(session::RequestId id, const engine::Outcome& outcome)
{
    const std::lock_guard lock(mutex_);
    const auto found = open_.find(id);
    if (found == open_.end() || found->second.over)
        return;
    Open& open = found->second;
    open.clock.replied();
    open.receipt.command = outcome.entity;
    open.receipt.replayed = outcome.disposition == EventDisposition::Duplicate;
    if (!outcome.failed)
        return effective(open);
    if (outcome.code == Code::Forbidden)
        open.receipt.whoCan = outcome.whoCan.empty() ? whoCould(open.command) : list(outcome.whoCan);
    refuse(open, {outcome.code, outcome.detail});
}

void Submissions::effective(Open& open)
{
    tell(open, CommandState::Accepted, false);
    open.receipt.effectiveIn = {0};
    const bool proves = open.command.what == "stop_intake";
    if (proves) {  // from what stood when the caller is told: the time it has heard of it is no part of the wait
        open.proof.emplace(world_.clock.monotonic());
        open.before = world_.traffic.counts();
    }
    tell(open, CommandState::Effective, !proves);
}

namespace {

/// Not a fault of the object: somebody was faster, or this one is for others.
bool isSkipped(const engine::Outcome& outcome)
{
    return outcome.code == Code::Stale || outcome.code == Code::Forbidden;
}

}  // namespace

void Submissions::repliedOne(session::RequestId id, std::size_t n, const engine::Outcome& outcome)
{
    const std::lock_guard lock(mutex_);
    const auto found = open_.find(id);
    if (found == open_.end() || found->second.over)
        return;
    Open& open = found->second;
    open.clock.replied();
    session::Receipt& receipt = open.receipt;
    ++(!outcome.failed ? receipt.done : isSkipped(outcome) ? receipt.skipped : receipt.failed);
    if (outcome.failed)
        receipt.notDone.push_back(
            {open.command.objects[n].first, outcome.code, outcome.detail, list(outcome.whoCan)});
    if (outcome.failed && outcome.code != Code::Stale) {  // the newest reason stands for the others
        receipt.code = outcome.code;
        receipt.detail = outcome.detail;
        receipt.whoCan = list(outcome.whoCan);
    }
    if (open.answered++ % TellEvery == 0)
        tell(open, CommandState::Accepted, false);
    if (open.answered < receipt.of)
        return sendMore(id, open);
    receipt.effectiveIn = {0};
    tell(open, CommandState::Effective, true);
}

void Submissions::tick()
{
    const std::lock_guard lock(mutex_);
    const Milliseconds now = world_.clock.monotonic();
    for (auto& [id, open] : open_) {
        if (open.over)
            continue;
        if (open.clock.turnsUnknown(now))
            tell(open, CommandState::Unknown, false);
        if (open.proof)
            look(open, now);
        if (open.next < open.receipt.of)
            sendMore(id, open);
    }
}

void Submissions::look(Open& open, Milliseconds now)
{
    const Traffic::Counts counts = world_.traffic.counts();
    // Before what came after somebody, whoever it was, has let orders in again.
    const auto verdict =
        open.proof->look(now, counts.seen - open.before.seen, counts.taken - open.before.taken);
    if (counts.reopened != open.before.reopened && verdict != IntakeProof::Verdict::Failed)
        return close(open);
    if (!verdict)
        return;
    open.receipt.detail.clear();
    switch (*verdict) {
    case IntakeProof::Verdict::Verified: return tell(open, CommandState::Verified, false);
    case IntakeProof::Verdict::NothingToMeasure:
        open.receipt.detail = NothingToMeasure;
        return tell(open, CommandState::Effective, false);
    case IntakeProof::Verdict::Failed:
        open.receipt.code = Code::Conflict;
        open.receipt.detail = "an order was taken on the new path";
        return tell(open, CommandState::Failed, true);
    }
}

void Submissions::close(Open& open)
{
    open.over = true;
    open.proof.reset();
    if (std::exchange(open.counts, false))
        world_.traffic.stopCounting();
}

bool Submissions::waits() const
{
    const std::lock_guard lock(mutex_);
    for (const auto& [id, open] : open_)
        if (!open.over)
            return true;
    return false;
}

void Submissions::forget(session::RequestId id)
{
    const std::lock_guard lock(mutex_);
    if (const auto found = open_.find(id); found != open_.end())
        found->second.outlet->end();
}

void Submissions::end()
{
    const std::lock_guard lock(mutex_);
    for (auto& [id, open] : open_) {
        open.outlet->end();
        close(open);
    }
    open_.clear();
}

// One whose last receipt has arrived; one that nobody listens to any more goes on until it is over.
void Submissions::forgetEnded()
{
    std::erase_if(open_, [](const auto& entry) { return entry.second.over && entry.second.outlet->ended(); });
}

}  // namespace holdpoint::host
