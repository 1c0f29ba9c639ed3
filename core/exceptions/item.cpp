// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exceptions/item.h"

#include "core/base/check.h"
#include "core/exceptions/triage.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace holdpoint::exceptions {
namespace {

/// From the row's state to the column's; New and Resolved are rows too.
constexpr std::array<std::array<bool, CountOf<ExceptionState>>, CountOf<ExceptionState>> legal{{
    // New, Triaged, Working, WaitingEngine, WaitingVendor, WaitingCustomer, Resolved
    {false, true, true, true, true, true, true},      // New
    {false, false, true, true, true, true, true},     // Triaged
    {false, true, false, true, true, true, true},     // Working
    {false, true, true, false, true, true, true},     // WaitingEngine
    {false, true, true, true, false, true, true},     // WaitingVendor
    {false, true, true, true, true, false, true},     // WaitingCustomer
    {false, true, false, false, false, false, false}  // Resolved
}};

void setState(ExceptionItem& item, ExceptionState to, Instant at)
{
    item.due = dueAt(item, at);
    item.waitingSince = isPaused(to) ? at : Never;
    item.state = to;
}

void takeCause(ExceptionItem& item, const ExceptionOpened& problem)
{
    item.category = problem.category;
    item.stage = problem.stage;
    item.cls = problem.cls;
    item.code = problem.code;
    item.vendor = problem.vendor;
    item.node = problem.node;
    item.fingerprint = problem.fingerprint;
    item.pointer = problem.pointer;
    item.expected = problem.expected;
    item.got = problem.got;
}

void open(ExceptionItem& item, const ExceptionOpened& problem, Instant at)
{
    takeCause(item, problem);
    item.about = problem.about;
    item.priority = problem.priority;
    item.blocking = problem.blocking;
    item.channel = problem.channel;
    item.region = problem.region;
    item.currency = problem.currency;
    item.value = problem.value;
    item.lane = problem.lane;
    item.opened = at;
    item.due = at + slaFor(problem.priority);
}

void reopen(ExceptionItem& item, Instant at)
{
    item.state = ExceptionState::Triaged;
    item.resolved = Never;
    item.rootCause = {};
    item.waitingSince = Never;
    item.due = at + slaFor(item.priority);
    ++item.reopened;
}

void join(ExceptionItem& item, const ExceptionOpened& problem, Instant at)
{
    const bool wasResolved = item.state == ExceptionState::Resolved;
    if (wasResolved || problem.priority < item.priority)
        takeCause(item, problem);
    item.priority = std::min(item.priority, problem.priority);
    item.blocking = problem.blocking || (item.blocking && !wasResolved);
    if (wasResolved)
        return reopen(item, at);
    setState(item, item.state, at);  // what was waited until now must not move the new problem's time
    item.due = std::min(item.due, at + slaFor(problem.priority));
}

struct Fold {
    ExceptionItem& item;
    Instant at;

    void operator()(const ExceptionOpened& fact) const
    {
        isOpened(item) ? join(item, fact, at) : open(item, fact, at);
        ++item.problems;
    }
    void operator()(const ExceptionResolved& fact) const
    {
        HP_CHECK(isOpened(item));
        if (item.state == ExceptionState::Resolved)
            return;
        setState(item, ExceptionState::Resolved, at);
        item.resolved = at;
        item.resolution = fact.resolution;
        item.rootCause = fact.rootCause;
        item.snoozedUntil = Never;
    }
    void operator()(const ExceptionReopened&) const
    {
        HP_CHECK(item.state == ExceptionState::Resolved);
        reopen(item, at);
    }
    void operator()(const ExceptionMoved& fact) const
    {
        HP_CHECK(isOpened(item));  // legal when it was made; the table may have changed since
        setState(item, fact.state, at);
    }
    void operator()(const Assigned& fact) const
    {
        HP_CHECK(isOpened(item));
        item.assignee = fact.to;
    }
    void operator()(const Noted&) const
    {
        HP_CHECK(isOpened(item));
        ++item.notes;
    }
    void operator()(const Snoozed& fact) const
    {
        HP_CHECK(isOpened(item));
        item.snoozedUntil = fact.until;
    }
    void operator()(const Labelled& fact) const
    {
        HP_CHECK(isOpened(item));
        std::erase(item.labels, fact.label);
        if (!fact.removed)
            item.labels.push_back(fact.label);
    }
    void operator()(const PrioritySet& fact) const
    {
        HP_CHECK(isOpened(item));
        setState(item, item.state, at);  // what was waited until now must not move the new time
        const bool raised = fact.priority < item.priority;
        const Instant due = (raised ? at : item.opened) + slaFor(fact.priority);
        item.due = raised ? std::min(item.due, due) : std::max(item.due, due);
        item.priority = fact.priority;
        if (item.snoozedUntil != Never)
            item.snoozedUntil = std::min(item.snoozedUntil, item.due);
    }
    template <typename Other>
    void operator()(const Other&) const
    {}
};

Result<> mustBeOpened(const ExceptionItem& item)
{
    if (!isOpened(item))
        return Error{Code::NotFound, "no such exception"};
    return {};
}

}  // namespace

void apply(ExceptionItem& item, const Fact& fact, Instant at) { std::visit(Fold{item, at}, fact.body); }

bool isPaused(ExceptionState state) noexcept
{
    return state == ExceptionState::WaitingVendor || state == ExceptionState::WaitingCustomer;
}

Instant dueAt(const ExceptionItem& item, Instant now) noexcept
{
    if (item.waitingSince == Never || item.due == Never)
        return item.due;
    return item.due + std::max(now - item.waitingSince, Milliseconds{0});
}

Result<> mayMove(const ExceptionItem& item, ExceptionState to)
{
    if (auto opened = mustBeOpened(item); !opened)
        return opened;
    if (item.state == to)
        return Error{Code::Conflict, "is " + std::string(name(to)) + " already"};
    if (!legal[static_cast<std::size_t>(item.state)][static_cast<std::size_t>(to)])
        return Error{Code::Conflict,
                     std::string(name(item.state)) + " cannot become " + std::string(name(to))};
    return {};
}

Result<> mayResolve(const ExceptionItem& item, Resolution resolution, CodeName rootCause)
{
    if (auto move = mayMove(item, ExceptionState::Resolved); !move)
        return move;
    if (resolution != Resolution::Auto && rootCause.isNone())
        return Error{Code::InvalidArgument, "a root cause is required to resolve"};
    return {};
}

Result<> maySnooze(const ExceptionItem& item, Instant until, Instant now)
{
    if (auto opened = mustBeOpened(item); !opened)
        return opened;
    if (item.state == ExceptionState::Resolved)
        return Error{Code::Conflict, "is resolved"};
    if (until <= now || until > dueAt(item, now))
        return Error{Code::InvalidArgument, "a snooze ends after now and may not outlast the SLA"};
    return {};
}

bool comesBefore(const ExceptionItem& a, const ExceptionItem& b) noexcept
{
    return std::tie(a.priority, a.due, a.id) < std::tie(b.priority, b.due, b.id);
}

}  // namespace holdpoint::exceptions
