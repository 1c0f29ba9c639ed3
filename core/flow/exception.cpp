// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/exception.h"

#include "core/exceptions/item.h"

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

Result<> decide(ExceptionItem& item, const OrderCommand& c, Dictionary& names, Instant now, Change& out)
{
    const std::string& what = names.text(c.what);
    const bool resolved = item.state == ExceptionState::Resolved;
    if (resolved && what != "note")
        return Error{Code::Conflict, "resolved already"};
    if (what == "assign")
        add(item, now, out, Assigned{names.intern<NameKind::Actor>(c.text), c.actor});
    else if (what == "note")
        add(item, now, out, Noted{c.actor, c.text});
    else if (what == "snooze") {
        const Instant until = now + Milliseconds{std::int64_t{c.number} * 1000};
        if (auto may = exceptions::maySnooze(item, until, now); !may)
            return may;
        add(item, now, out, Snoozed{until, c.actor});
    } else if (what == "label")
        add(item, now, out, Labelled{c.argument, c.actor, false});
    else if (what == "acknowledge") {
        if (auto may = exceptions::mayMove(item, ExceptionState::Triaged); !may)
            return may;
        add(item, now, out, ExceptionMoved{ExceptionState::Triaged, c.actor});
    } else if (what == "resolve") {
        if (auto may = exceptions::mayResolve(item, Resolution::Manual, c.argument); !may)
            return may;
        add(item, now, out, ExceptionResolved{Resolution::Manual, c.argument, c.actor});
    } else
        return Error{Code::Unsupported, "unknown command " + what};
    return {};
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
    if (auto done = decide(item, command, names, now, out); !done)
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
