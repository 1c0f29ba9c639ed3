// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/launch_steps.h"

#include "core/flow/stock.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

constexpr std::string_view PlacedType = "order.placed";
constexpr std::uint16_t TooManyRequests = 429;

template <typename F>
const F* as(const Fact& fact)
{
    return std::get_if<F>(&fact.body);
}

bool isFailure(const Attempted& call)
{
    return call.outcome == AttemptOutcome::OutcomeUnknown || call.cls == FailureClass::Transport ||
           call.cls == FailureClass::Validation || call.cls == FailureClass::Unclassified ||
           !call.expected.empty();
}

/// Calls the sink for each step of an entity before `before`.
class Earlier final : public engine::StepSink {
public:
    Earlier(Seq before, std::function<void(const StepBody&)> take) : before_(before), take_(std::move(take))
    {}
    void step(const engine::Step& step) override
    {
        if (step.seq >= before_ || !error)
            return;
        if (const auto body = decodeStep(step.body))
            take_(*body);
        else
            error = body.error();
    }
    Result<> error;

private:
    Seq before_;
    std::function<void(const StepBody&)> take_;
};

}  // namespace

Result<> LaunchSteps::step(const engine::Step& step, store::StoreReader& reader, const Dictionary& names)
{
    const EntityKind kind = step.entity.kind();
    if (kind == EntityKind::Reservation || kind == EntityKind::Difference || kind == EntityKind::Job)
        return {};
    const auto body = decodeStep(step.body);
    if (!body)
        return body.error();
    at_ = body->at;
    switch (kind) {
    case EntityKind::Order: {
        if (lacksCall(step, *body))
            if (auto found = lookUp(step.entity, step.seq, reader); !found)
                return found;
        order(step, *body);
        return {};
    }
    case EntityKind::Exception: return item(step, *body, reader);
    case EntityKind::Node: node(*body, names); return {};
    case EntityKind::Refusal: refusal(*body, names); return {};
    case EntityKind::Command:
        if (auto entry = commandOf(step.entity, step.seq, *body, names)) {
            const auto* received = as<CommandReceived>(body->facts.front());
            commands_.push_back({std::move(*entry), received->argument, received->number});
        }
        return {};
    case EntityKind::Rollout:
        for (const Fact& fact : body->facts)
            if (const auto* set = as<IntakeSet>(fact))
                intake_ = {set->open, body->at, names.text(set->by), 0};
            else if (const auto* moved = as<RolloutMoved>(fact)) {
                const std::pair<RolloutState, int> now{moved->state, moved->step};
                phaseChanged_ |= now != phase_;
                phase_ = now;
            }
        return {};
    default: return {};
    }
}

/// It speaks of a call that was planned before the rows that were read.
bool LaunchSteps::lacksCall(const engine::Step& step, const StepBody& body)
{
    if (step.previous == 0)
        return false;
    return std::any_of(body.facts.begin(), body.facts.end(), [&](const Fact& fact) {
        const auto* call = as<Attempted>(fact);
        return call != nullptr &&
               find(step.entity, {call->operation, fact.part, call->generation}) == nullptr;
    });
}

void LaunchSteps::order(const engine::Step& step, const StepBody& body)
{
    const EntityId id = step.entity;
    bool taken = false;
    for (const Fact& fact : body.facts) {
        if (as<Taken>(fact) != nullptr)
            taken = true;
        else if (const auto* owner = as<OwnerSet>(fact); owner != nullptr && taken) {
            // One that stays with legacy was submitted to nobody here.
            if (owner->owner == OrderOwner::Holdpoint) {
                metrics_.submitted(body.at, true);
                stages_.taken(body.at);
                undecided_[id] = body.at;
            } else if (!intake_.open)
                ++intake_.refusedSince;
        } else if (const auto* decided = as<RoutingDecided>(fact); decided != nullptr && decided->legs > 0) {
            if (const Instant* since = undecided_.find(id)) {
                metrics_.decided(body.at, body.at - *since);
                undecided_.erase(id);
            }
        } else if (const auto* call = as<Attempted>(fact)) {
            const EffectRef ref{call->operation, fact.part, call->generation};
            CallTrack* track = find(id, ref);
            note(track != nullptr ? *track : CallTrack{ref, {}, false, true}, *call, body.at);
            if (track != nullptr && !track->ended)
                setUnknown(*track, call->outcome == AttemptOutcome::OutcomeUnknown);
        } else if (as<EffectPlanned>(fact) != nullptr)
            take(effects_[id], fact);
        else if (const auto* answered = as<Answered>(fact)) {
            if (CallTrack* track = find(id, {answered->operation, fact.part, answered->generation})) {
                setUnknown(*track, false);
                track->ended = true;
            }
        } else if (const auto* notSent = as<NotSent>(fact)) {
            if (CallTrack* track = find(id, {notSent->operation, fact.part, notSent->generation})) {
                setUnknown(*track, false);
                track->ended = true;
            }
        }
    }
}

void LaunchSteps::note(const CallTrack& track, const Attempted& call, Instant at)
{
    CallNote note;
    note.vendor = track.vendor;
    note.operation = call.operation;
    note.at = at;
    note.start = call.start;
    note.end = call.end;
    note.retry = !call.asked && call.attempt > 1;
    note.failed = isFailure(call);
    note.unreachable = call.cls == FailureClass::Transport || call.outcome == AttemptOutcome::OutcomeUnknown;
    note.breach = !call.expected.empty();
    note.rateLimited = call.status == TooManyRequests;
    metrics_.called(at, note.failed);
    stages_.called(stageOf(call.operation), at, note.retry, note.failed);
    if (!note.vendor.isNone())
        vendors_.called(note);
}

void LaunchSteps::setUnknown(CallTrack& track, bool unknown)
{
    if (track.unknown != unknown)
        vendors_.unknown(track.vendor, unknown ? 1 : -1);
    track.unknown = unknown;
}

LaunchSteps::CallTrack* LaunchSteps::find(EntityId order, EffectRef ref)
{
    const auto known = effects_.find(order);
    if (known == effects_.end())
        return nullptr;
    const auto at = std::find_if(known->second.begin(), known->second.end(),
                                 [ref](const CallTrack& track) { return track.ref == ref; });
    return at == known->second.end() ? nullptr : &*at;
}

// Folds what the facts say of calls, without counting any.
void LaunchSteps::take(Calls& calls, const Fact& fact)
{
    const auto tracked = [&](Operation operation, std::uint8_t generation) -> CallTrack* {
        const EffectRef ref{operation, fact.part, generation};
        const auto at = std::find_if(calls.begin(), calls.end(),
                                     [ref](const CallTrack& track) { return track.ref == ref; });
        return at == calls.end() ? nullptr : &*at;
    };
    if (const auto* planned = as<EffectPlanned>(fact)) {
        const EffectRef ref{planned->operation, fact.part, planned->generation};
        if (tracked(planned->operation, planned->generation) == nullptr)
            calls.push_back({ref, planned->vendor, false, false});
    } else if (const auto* call = as<Attempted>(fact)) {
        if (CallTrack* track = tracked(call->operation, call->generation))
            track->unknown = !track->ended && call->outcome == AttemptOutcome::OutcomeUnknown;
    } else if (const auto* answered = as<Answered>(fact)) {
        if (CallTrack* track = tracked(answered->operation, answered->generation))
            track->unknown = false, track->ended = true;
    } else if (const auto* notSent = as<NotSent>(fact))
        if (CallTrack* track = tracked(notSent->operation, notSent->generation))
            track->unknown = false, track->ended = true;
}

Result<> LaunchSteps::lookUp(EntityId order, Seq before, store::StoreReader& reader)
{
    Calls calls;
    Earlier sink(before, [&calls](const StepBody& body) {
        for (const Fact& fact : body.facts)
            take(calls, fact);
    });
    if (auto read = reader.timeline(order, sink); !read)
        return read;
    if (!sink.error)
        return sink.error;
    if (const auto known = effects_.find(order); known != effects_.end())
        drop(known);
    for (const CallTrack& track : calls)
        if (track.unknown)
            vendors_.unknown(track.vendor, 1);
    effects_[order] = std::move(calls);
    return {};
}

Result<> LaunchSteps::recall(EntityId order, Seq before, store::StoreReader& reader)
{
    return effects_.contains(order) ? Result<>{} : lookUp(order, before, reader);
}

LaunchSteps::CallMap::iterator LaunchSteps::drop(CallMap::iterator at)
{
    for (CallTrack& track : at->second)
        setUnknown(track, false);
    return effects_.erase(at);
}

void LaunchSteps::forget(EntityId order)
{
    undecided_.erase(order);
    if (const auto known = effects_.find(order); known != effects_.end())
        drop(known);
}

Result<bool> LaunchSteps::wasOpen(const engine::Step& step, store::StoreReader& reader)
{
    if (items_.contains(step.entity))
        return true;
    bool open = false;
    if (step.previous == 0)
        return open;
    Earlier sink(step.seq, [&open](const StepBody& body) {
        for (const Fact& fact : body.facts)
            open = (open || as<ExceptionOpened>(fact) != nullptr) && as<ExceptionResolved>(fact) == nullptr;
    });
    if (auto read = reader.timeline(step.entity, sink); !read)
        return read.error();
    return sink.error ? Result<bool>(open) : Result<bool>(sink.error.error());
}

Result<> LaunchSteps::item(const engine::Step& step, const StepBody& body, store::StoreReader& reader)
{
    const auto before = wasOpen(step, reader);
    if (!before)
        return before.error();
    bool open = *before;
    for (const Fact& fact : body.facts) {
        if (const auto* opened = as<ExceptionOpened>(fact)) {
            if (!open)
                metrics_.opened(body.at);
            open = true;
            if (opened->blocking && opened->about.kind() == EntityKind::Order)
                stages_.stopped(opened->stage, body.at);
        } else if (as<ExceptionReopened>(fact) != nullptr && !open) {
            metrics_.opened(body.at);
            open = true;
        } else if (as<ExceptionResolved>(fact) != nullptr && open) {
            metrics_.closed(body.at);
            open = false;
        }
    }
    if (open)
        items_[step.entity] = 1;
    else
        items_.erase(step.entity);
    return {};
}

void LaunchSteps::node(const StepBody& body, const Dictionary& names)
{
    if (body.input != InputKind::Event || body.disposition != EventDisposition::Accepted)
        return;
    std::int64_t lines = 0, differ = 0;
    for (const Fact& fact : body.facts)
        lines += as<Counted>(fact) != nullptr ? 1 : 0;
    for (const Reason& reason : body.reasons) {
        const std::string& why = names.text(reason.code);
        lines -= why == flow::FirstCount || why == flow::OldCount ? 1 : 0;
        differ += why == flow::CountDiffers ? 1 : 0;
    }
    metrics_.counted(body.at, lines, differ);
}

// What cannot be told to be something else may have been an order.
void LaunchSteps::refusal(const StepBody& body, const Dictionary& names)
{
    if (body.type.isNone() || names.text(body.type) == PlacedType)
        metrics_.submitted(body.at, false);
}

namespace {

/// `KEY` of `KEY/n`; empty: the command is not one of many.
std::string batchOf(const std::string& key)
{
    const std::size_t slash = key.rfind('/');
    const bool numbered = slash != std::string::npos && slash + 1 < key.size() &&
                          key.find_first_not_of("0123456789", slash + 1) == std::string::npos;
    return numbered ? key.substr(0, slash) : std::string();
}

}  // namespace

std::optional<session::LogEntry> LaunchSteps::commandOf(EntityId id, Seq seq, const StepBody& body,
                                                        const Dictionary& names)
{
    const auto* received = body.facts.empty() ? nullptr : as<CommandReceived>(body.facts.front());
    if (received == nullptr)
        return std::nullopt;
    session::LogEntry entry;
    entry.seq = seq;
    entry.at = body.at;
    entry.what = names.text(received->what);
    entry.actor = names.text(received->actor);
    entry.reason = received->reason;
    entry.object = received->object;
    entry.command = id;
    entry.batch = batchOf(received->key);
    if (entry.what == "resolve")
        entry.cause = received->argument;
    for (const Fact& fact : body.facts)
        if (const auto* moved = as<CommandMoved>(fact))
            entry.state = moved->state;
    return entry;
}

}  // namespace holdpoint::views
