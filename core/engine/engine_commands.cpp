// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/retention.h"
#include "core/engine/engine.h"
#include "core/flow/exception.h"
#include "core/flow/retry_verdict.h"
#include "core/model/permissions.h"

#include <algorithm>

namespace holdpoint::engine {
namespace {

constexpr std::string_view JobSpace = "job";

std::uint64_t fingerprintOf(const CommandInput& c)
{
    const std::string all = c.what + '\n' + c.object.text() + '\n' + c.argument + '\n' +
                            std::to_string(c.number) + '\n' + c.text + '\n' + c.actor;
    return hash64(all);
}

std::string rolesOf(std::span<const Role> roles)
{
    std::string text;
    for (const Role role : roles)
        text += (text.empty() ? "" : ", ") + std::string(name(role));
    return text;
}

/// As it was told the first time; what an older version wrote without a code was a conflict.
Code codeOf(const std::string& text)
{
    for (int code = 0; code <= static_cast<int>(Code::Unsupported); ++code)
        if (name(static_cast<Code>(code)) == text)
            return static_cast<Code>(code);
    return Code::Conflict;
}

/// `kind` or `kind vendor`.
Result<> nameOfAlarm(const std::string& argument)
{
    const std::string kind = argument.substr(0, argument.find(' '));
    if (!fromName<AlarmKind>(kind))
        return Error{Code::InvalidArgument, "no alarm is called " + kind};
    return {};
}

/// Recorded like an acknowledgement; the read side takes the alarm off its list.
Result<> mayShelve(const CommandInput& c)
{
    constexpr std::uint32_t MostMinutes = 8 * 60;
    if (c.number == 0 || c.number > MostMinutes)
        return Error{Code::InvalidArgument, "an alarm is shelved for 1 to 480 minutes"};
    if (c.reason.empty())
        return Error{Code::InvalidArgument, "needs a reason"};
    return nameOfAlarm(c.argument);
}

class CommandSteps final : public StepSink {
public:
    void step(const Step& step) override
    {
        const auto body = decodeStep(step.body);
        if (!body)
            return;
        for (const Fact& fact : body->facts) {
            if (const auto* said = std::get_if<CommandReceived>(&fact.body))
                received = *said;
            if (const auto* moved = std::get_if<CommandMoved>(&fact.body))
                last = *moved;
        }
    }
    CommandReceived received;
    CommandMoved last;
};

/// What the same key was used for before and is not now. What was said in full is compared; a number or text that an older
/// version did not write down is all that is left.
std::string_view differsIn(const CommandReceived& first, const CommandReceived& now)
{
    const std::pair<bool, std::string_view> fields[] = {{first.what != now.what, "what"},
                                                        {first.object != now.object, "object"},
                                                        {first.argument != now.argument, "argument"},
                                                        {first.actor != now.actor, "actor"},
                                                        {first.number != now.number, "number"}};
    for (const auto& [differs, field] : fields)
        if (differs)
            return field;
    return "text";
}

}  // namespace

// The same key again: the stored answer, never a second act; with other content it is refused.
Result<> Engine::replayCommand(const Input& input, EntityId known, const CommandReceived& again)
{
    CommandSteps steps;
    const EntityId ids[] = {known};
    if (const auto fresh = newCommands_.find(known); fresh != newCommands_.end()) {
        steps.received = fresh->second.received;
        steps.last = fresh->second.moved;
    } else if (auto loaded = world_.store.load(lease_, ids, steps); !loaded) {
        return loaded;
    }
    Outcome& outcome = pending_.outcomes.emplace_back();
    outcome.tag = input.tag;
    outcome.entity = known;
    outcome.disposition = EventDisposition::Duplicate;
    if (steps.received.fingerprint != again.fingerprint) {
        outcome.failed = true;
        outcome.code = Code::Conflict;
        outcome.where = differsIn(steps.received, again);
        outcome.detail = "this key was used for a command with another " + outcome.where;
    } else {
        outcome.failed = steps.last.state == CommandState::Refused;
        outcome.code = outcome.failed ? codeOf(names_.text(steps.last.why)) : Code{};
        outcome.detail = steps.last.detail;
    }
    return {};
}

CommandReceived Engine::received(const CommandInput& c)
{
    return {names_.intern<NameKind::Code>(c.what),
            c.key,
            names_.intern<NameKind::Actor>(c.actor),
            c.role,
            c.reason,
            c.object,
            c.seen,
            c.dataAge.count(),
            fingerprintOf(c),
            c.argument,
            c.number,
            hash64(c.text),
            c.given};
}

Result<> Engine::takeCommand(const Input& input, const CommandInput& c)
{
    const ProducerName space = names_.intern<NameKind::Producer>(CommandSpace);
    const CommandReceived said = received(c);
    const auto known = lookUp(space, c.key);
    if (!known)
        return known.error();
    if (!known->isNone())
        return replayCommand(input, *known, said);
    const EntityId id = newId(c.key, EntityKind::Command);
    newKey(space, c.key, id);
    whoCan_ = {};
    const Result<> done = isInTime(c) ? act(c) : Error{Code::Stale, "its key is not kept any more"};
    if (!done && done.error().code == Code::Corrupt)
        return done;

    StepBody step;
    step.input = InputKind::Command;
    step.at = frame_.now();
    step.source = c.key;
    step.type = said.what;
    step.facts.push_back({0, frame_.now(), said});
    const CommandMoved moved{done ? CommandState::Effective : CommandState::Refused,
                             names_.intern<NameKind::Code>(done ? "" : name(done.error().code)),
                             done ? "" : done.error().detail};
    step.facts.push_back({0, frame_.now(), moved});
    newCommands_[id] = {said, moved};
    EntityRow row;
    row.id = id;
    row.version = 1;
    row.head = frame_.nextSeq();
    row.status = static_cast<std::uint8_t>(done ? CommandState::Effective : CommandState::Refused);
    row.finished = true;
    row.created = row.changed = frame_.now();
    frame_.step(id, 0, step);
    frame_.row(row);
    Outcome& outcome = pending_.outcomes.emplace_back();
    outcome.tag = input.tag;
    outcome.entity = id;
    outcome.failed = !done;
    if (!done) {
        outcome.code = done.error().code;
        outcome.detail = done.error().detail;
        outcome.whoCan = whoCan_;
    }
    return {};
}

Result<> Engine::act(const CommandInput& c)
{
    const CommandRule* rule = commandRule(c.what);
    if (rule == nullptr)
        return Error{Code::Unsupported, "unknown command " + c.what};
    if (!mayDo(c.role, c.what)) {
        whoCan_ = whoMay(c.what);
        return Error{Code::Forbidden, "needs " + rolesOf(whoCan_)};
    }
    if (c.what == "acknowledge_alarm")  // recorded, no more: alarms are figures of the read side
        return nameOfAlarm(c.argument);
    if (c.what == "shelve_alarm")
        return mayShelve(c);
    if (c.what == "outcome" && c.reason.empty())
        return Error{Code::InvalidArgument, "needs a reason: how is it known?"};
    acted_[c.actor] = frame_.now();
    const bool routed = rollout_ != nullptr && rollout_->routes();
    if (!routed && (c.what == "stop_intake" || c.what == "reopen_intake"))
        return setIntake(c, c.what == "reopen_intake");
    if (flow::isRolloutCommand(c.what))
        return actOnRollout(c);
    if (rule->cls == CommandRight::Judge)
        return actOnShadow(c);
    if (rule->object == CommandObject::Launch)
        return Error{Code::Unsupported, "no rollout"};
    if (c.what == "resolve" && c.argument.empty())
        return Error{Code::InvalidArgument, "needs a root cause"};
    if (auto same = mustBeAsSeen(c); !same)
        return same;
    if (c.what == "retry")
        if (auto may = mayRetry(c); !may)
            return may;
    const OrderCommand command{names_.intern<NameKind::Code>(c.what),
                               c.key,
                               names_.intern<NameKind::Actor>(c.actor),
                               names_.intern<NameKind::Code>(c.argument),
                               c.number,
                               c.text,
                               c.role};
    if (c.object.kind() == EntityKind::Order && rule->object != CommandObject::Item)
        return actOnOrder(command, c.object);
    if (c.object.kind() != EntityKind::Exception)
        return Error{Code::InvalidArgument, "no command for " + c.object.text()};
    // What acts on the order may be given on its item, which follows.
    if (rule->object == CommandObject::Order)
        return actOnOrder(command, c.object.with(EntityKind::Order));
    if (auto done = actOnException(command, c.object); !done || c.what != "resolve")
        return done;
    // What held the order is dealt with. Nothing held it any more, or the item was about something else: as well.
    const auto released = actOnOrder(command, c.object.with(EntityKind::Order));
    return !released && released.error().code == Code::Corrupt ? released : Result<>{};
}

namespace {

template <typename T>
Result<> compareSeen(const Result<Slot<T>*>& slot, Version seen,
                     const std::function<std::string(const T&)>& now)
{
    if (!slot)
        return Error{Code::Corrupt, slot.error().detail};
    if (*slot == nullptr || (*slot)->entity.version == seen)
        return {};  // one that does not exist is told by the command itself
    const T& entity = (*slot)->entity;
    return Error{Code::Stale, "changed since it was looked at: version " + std::to_string(seen) + " is now " +
                                  std::to_string(entity.version) + ", " + now(entity)};
}

}  // namespace

// A person decides about what they saw. What has moved since is told, and they decide again.
Result<> Engine::mustBeAsSeen(const CommandInput& c)
{
    if (c.seen == 0)
        return {};
    if (c.object.kind() == EntityKind::Order)
        return compareSeen<Order>(entities_.order(lease_, c.object), c.seen, [](const Order& order) {
            return std::string(name(order.standing.status)) + ", at " +
                   std::string(name(order.standing.place));
        });
    if (c.object.kind() != EntityKind::Exception)
        return {};
    return compareSeen<ExceptionItem>(
        entities_.exception(lease_, c.object), c.seen, [this](const ExceptionItem& item) {
            const std::string& whose = names_.text(item.assignee);
            return std::string(name(item.state)) + (whose.empty() ? "" : ", assigned to " + whose);
        });
}

// By what it would do. What nobody may do is told by the order itself: nothing is held, or the vendor must be asked first.
Result<> Engine::mayRetry(const CommandInput& c)
{
    const auto order = entities_.order(lease_, c.object.with(EntityKind::Order));
    const auto item = entities_.exception(lease_, c.object.with(EntityKind::Exception));
    if (!order || !item)
        return Error{Code::Corrupt, order ? item.error().detail : order.error().detail};
    if (*order == nullptr || (*order)->entity.problems.empty())
        return {};
    const Order& of = (*order)->entity;
    const ExceptionItem* about = *item == nullptr ? nullptr : &(*item)->entity;
    const Effect* effect = flow::effectInQuestion(of, about, names_);
    if (effect != nullptr && effect->state == EffectState::Unknown)
        return {};
    const VendorProfile* vendor = effect == nullptr ? nullptr : policy_.vendor(effect->vendor);
    delivery::RetryFacts facts;
    if (effect != nullptr) {
        const Milliseconds life = vendor == nullptr ? VendorProfile().keyLife : vendor->keyLife;
        facts.keyAlive = delivery::isAlive(effect->planned, life, frame_.now());
        facts.brokeContract = about != nullptr && !about->pointer.empty();
        facts.vendorGoodSince = gateway_.goodSince(effect->vendor, effect->ref.operation);
    }
    const delivery::Judgement judged = flow::judgeRetry(of, effect, vendor, facts);
    const auto who = whoMayRetry(judged.verdict);
    if (std::find(who.begin(), who.end(), c.role) != who.end())
        return {};
    whoCan_ = who.empty() ? whoMayWithSecond() : who;
    return Error{Code::Forbidden, "the retry is " + std::string(name(judged.verdict)) + " (" +
                                      std::string(judged.reason) + "): needs " + rolesOf(whoCan_) +
                                      (who.empty() ? " and a second person" : "")};
}

Result<> Engine::actOnOrder(const OrderCommand& command, EntityId id)
{
    const auto slot = entities_.order(lease_, id);
    if (!slot)
        return Error{Code::Corrupt, slot.error().detail};
    if (*slot == nullptr)
        return Error{Code::NotFound, "no such order: " + id.text()};
    const Seq before = (*slot)->entity.head;
    beginChange();
    if (auto done = flow::orderCommand((*slot)->entity, command, orderTurn(), change_); !done)
        return done;
    keep(**slot, before);
    // The order has changed: a store that fails now must stop the turn, not look like a refusal.
    if (auto delivered = deliverMessages(); !delivered)
        return Error{Code::Corrupt, delivered.error().detail};
    return {};
}

Result<> Engine::actOnException(const OrderCommand& command, EntityId id)
{
    const auto slot = entities_.exception(lease_, id);
    if (!slot)
        return Error{Code::Corrupt, slot.error().detail};
    if (*slot == nullptr)
        return Error{Code::NotFound, "no such exception: " + id.text()};
    const Seq before = (*slot)->entity.head;
    beginChange();
    if (auto done =
            flow::exceptionCommand((*slot)->entity, command, names_, frame_.now(), frame_.nextSeq(), change_);
        !done)
        return done;
    keep(**slot, before);
    return {};
}

Result<> Engine::takeJob(const Input& input, const StartJob& start)
{
    const ProducerName space = names_.intern<NameKind::Producer>(JobSpace);
    const auto known = lookUp(space, start.name);
    if (!known)
        return known.error();
    Slot<Job>* slot = nullptr;
    if (known->isNone()) {
        const EntityId id = newId(start.name, EntityKind::Job);
        slot = &entities_.newJob(id, frame_.now());
        newKey(space, start.name, id);
        beginChange();
        change_.step.input = InputKind::Internal;
        change_.step.facts.push_back(
            {0, frame_.now(), JobFrozen{names_.intern<NameKind::Code>(start.what), start.name, start.total}});
        ++slot->entity.version;
        slot->entity.head = frame_.nextSeq();
        keep(*slot, 0);
    } else {
        const auto found = entities_.job(lease_, *known);
        if (!found)
            return found.error();
        if (*found == nullptr)
            return Error{Code::Corrupt, "key names a job without steps"};
        slot = *found;
    }
    Outcome& outcome = pending_.outcomes.emplace_back();
    outcome.tag = input.tag;
    outcome.entity = slot->entity.id;
    outcome.position = slot->entity.position;
    outcome.ended = slot->entity.ended;
    return {};
}

Result<> Engine::endJob(const Input& input, const EndJob& end)
{
    const auto slot = entities_.job(lease_, end.job);
    if (!slot)
        return slot.error();
    Outcome outcome;
    outcome.tag = input.tag;
    outcome.entity = end.job;
    if (*slot != nullptr && !(*slot)->entity.ended) {
        Job& job = (*slot)->entity;
        const Seq before = job.head;
        beginChange();
        change_.step.input = InputKind::Internal;
        change_.step.facts.push_back({0, frame_.now(), JobEnded{end.cancelled}});
        job.ended = true;
        ++job.version;
        job.head = frame_.nextSeq();
        keep(**slot, before);
    }
    pending_.outcomes.push_back(outcome);
    return {};
}

// The position of a replay is durable with the rows before it: one fact a frame.
Result<> Engine::moveJobs()
{
    for (const auto& [id, position] : jobPositions_) {
        const auto slot = entities_.job(lease_, id);
        if (!slot)
            return slot.error();
        if (*slot == nullptr || (*slot)->entity.position >= position)
            continue;
        Job& job = (*slot)->entity;
        const Seq before = job.head;
        beginChange();
        change_.step.input = InputKind::Internal;
        change_.step.facts.push_back({0, frame_.now(), JobProgress{position, 0}});
        job.position = position;
        ++job.version;
        job.head = frame_.nextSeq();
        keep(**slot, before);
    }
    return {};
}

}  // namespace holdpoint::engine
