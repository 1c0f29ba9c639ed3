// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/exception.h"

#include "core/exceptions/item.h"
#include "core/model/permissions.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

template <typename Body>
void add(ExceptionItem& item, Instant now, Change& out, Body body)
{
    out.step.facts.push_back({0, now, FactBody(std::move(body))});
    exceptions::apply(item, out.step.facts.back(), now);
}

void close(ExceptionItem& item, Seq seq)
{
    ++item.version;
    item.head = seq;
}

/// One command in progress.
struct Act {
    ExceptionItem& item;
    const OrderCommand& c;
    Dictionary& names;
    Instant now;
    Change& out;

    template <typename Body>
    Result<> state(Body body)
    {
        add(item, now, out, std::move(body));
        return {};
    }
    Result<> move(ExceptionState to)
    {
        if (auto may = exceptions::mayMove(item, to); !may)
            return may;
        return state(ExceptionMoved{to, c.actor});
    }
    Result<> assign()
    {
        if (c.text.empty())
            return Error{Code::InvalidArgument, "nobody is named"};
        return state(Assigned{names.intern<NameKind::Actor>(c.text), c.actor});
    }
    Result<> unassign()
    {
        if (item.assignee.isNone())
            return Error{Code::Conflict, "is nobody's"};
        return state(Assigned{{}, c.actor});
    }
    Result<> note()
    {
        if (c.text.empty())
            return Error{Code::InvalidArgument, "the note is empty"};
        return state(Noted{c.actor, c.text});
    }
    Result<> snooze()
    {
        Instant until = now + std::chrono::minutes{c.number};
        if (!c.text.empty()) {  // a moment in place of a length of time: an earlier snooze comes back
            const auto moment = parseInstant(c.text);
            if (!moment)
                return moment.error();
            until = *moment;
        }
        if (auto may = exceptions::maySnooze(item, until, now); !may)
            return may;
        return state(Snoozed{until, c.actor});
    }
    Result<> wake()
    {
        if (item.snoozedUntil == Never || item.snoozedUntil <= now)
            return Error{Code::Conflict, "is not snoozed"};
        return state(Snoozed{Never, c.actor});
    }
    Result<> label(bool removed)
    {
        if (c.argument.isNone())
            return Error{Code::InvalidArgument, "no label is named"};
        const bool has = std::find(item.labels.begin(), item.labels.end(), c.argument) != item.labels.end();
        if (has != removed)
            return Error{Code::Conflict, removed ? "has no such label" : "has this label already"};
        return state(Labelled{c.argument, c.actor, removed});
    }
    /// Everybody who may label may make it more urgent; less urgent is for few.
    Result<> priority()
    {
        const auto to = fromName<Priority>(names.text(c.argument));
        if (!to)
            return Error{Code::InvalidArgument, "a priority is one of p1 to p4"};
        if (*to == item.priority)
            return Error{Code::Conflict, "has this priority already"};
        if (*to > item.priority && !mayDo(c.role, "lower_priority"))
            return Error{Code::Forbidden, "lowering a priority needs support_lead or engineer"};
        return state(PrioritySet{*to, c.actor});
    }
    Result<> resolve()
    {
        const auto kind = c.text.empty() ? Resolution::Manual : fromName<Resolution>(c.text);
        if (!kind || *kind == Resolution::Auto || *kind == Resolution::SentToLegacy)
            return Error{Code::InvalidArgument,
                         "a person resolves as manual, compensated, accepted or written_off"};
        if (auto may = exceptions::mayResolve(item, *kind, c.argument); !may)
            return may;
        return state(ExceptionResolved{*kind, c.argument, c.actor});
    }
    Result<> reopen()
    {
        if (item.state != ExceptionState::Resolved)
            return Error{Code::Conflict, "is not resolved"};
        return state(ExceptionReopened{});
    }
};

using Doing = Result<> (*)(Act&);
struct Way {
    std::string_view what;
    Doing act;
    bool onResolved = false;
};
constexpr Way Ways[] = {
    {"assign", [](Act& a) { return a.assign(); }},
    {"unassign", [](Act& a) { return a.unassign(); }},
    {"note", [](Act& a) { return a.note(); }, true},
    {"snooze", [](Act& a) { return a.snooze(); }},
    {"wake", [](Act& a) { return a.wake(); }},
    {"label", [](Act& a) { return a.label(false); }},
    {"unlabel", [](Act& a) { return a.label(true); }},
    {"acknowledge", [](Act& a) { return a.move(ExceptionState::Triaged); }},
    {"triage", [](Act& a) { return a.move(ExceptionState::Triaged); }},
    {"working", [](Act& a) { return a.move(ExceptionState::Working); }},
    {"wait_vendor", [](Act& a) { return a.move(ExceptionState::WaitingVendor); }},
    {"wait_customer", [](Act& a) { return a.move(ExceptionState::WaitingCustomer); }},
    {"priority", [](Act& a) { return a.priority(); }},
    {"resolve", [](Act& a) { return a.resolve(); }},
    {"reopen", [](Act& a) { return a.reopen(); }, true},
};

Result<> decide(Act act)
{
    const std::string& what = act.names.text(act.c.what);
    for (const Way& way : Ways) {
        if (way.what != what)
            continue;
        if (act.item.state == ExceptionState::Resolved && !way.onResolved)
            return Error{Code::Conflict, "resolved already"};
        return way.act(act);
    }
    return Error{Code::Unsupported, "unknown command " + what};
}

}  // namespace

void raiseException(ExceptionItem& item, const RaiseException& message, Instant now, Seq seq, Change& out)
{
    out.step.input = InputKind::Message;
    add(item, now, out, message.problem);
    close(item, seq);
}

void endException(ExceptionItem& item, const EndException& message, Instant now, Seq seq, Change& out)
{
    if (item.version == 0 || item.state == ExceptionState::Resolved) {
        out.keep = false;
        return;
    }
    out.step.input = InputKind::Message;
    add(item, now, out, ExceptionResolved{message.resolution, message.cause, {}});
    close(item, seq);
}

Result<> exceptionCommand(ExceptionItem& item, const OrderCommand& command, Dictionary& names, Instant now,
                          Seq seq, Change& out)
{
    out.step.input = InputKind::Command;
    out.step.type = command.what;
    out.step.source = command.key;
    if (auto done = decide({item, command, names, now, out}); !done)
        return done;
    close(item, seq);
    return {};
}

void applyStep(ExceptionItem& item, const StepBody& step, Seq seq)
{
    for (const Fact& fact : step.facts)
        exceptions::apply(item, fact, step.at);
    close(item, seq);
}

}  // namespace holdpoint::flow
