// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exceptions/triage.h"
#include "core/flow/order_work.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

Priority startingPriority(const Work& w, const Trouble& t)
{
    exceptions::Circumstances c;
    c.category = t.category;
    c.cls = t.cls;
    c.lane = w.order.lane;
    c.promise = w.order.header.promise;
    c.now = w.turn.now;
    return exceptions::startingPriority(c);
}

}  // namespace

void raise(Work& w, const Trouble& t)
{
    Order& order = w.order;
    const CodeName code = w.code(t.code);
    const bool known = std::any_of(order.problems.begin(), order.problems.end(),
                                   [&](const Problem& p) { return p.code == code; });
    if (known)
        return;
    const Stage stage = t.stage ? *t.stage : order.taken ? orders::derive(order).stage : Stage::Intake;
    const Dictionary& names = w.turn.around.names;
    ExceptionOpened item;
    item.about = order.id;
    item.category = t.category;
    item.stage = stage;
    item.priority = t.priority.value_or(startingPriority(w, t));
    item.blocking = t.blocking;
    item.cls = t.cls;
    item.code = code;
    item.vendor = t.vendor;
    item.node = t.node;
    item.channel = order.header.channel;
    item.region = order.header.region;
    item.currency = order.header.currency;
    item.value = order.header.total;
    item.lane = order.lane;
    item.fingerprint =
        exceptions::fingerprint(t.category, stage, t.cls, t.code, names.text(t.vendor), t.pointer);
    item.pointer = t.pointer;
    item.expected = t.expected;
    item.got = t.got;
    w.add(
        ProblemRaised{t.category, stage, item.priority, t.blocking, t.cls, code, t.vendor, item.fingerprint});
    // Loading history must not ring anybody's bell.
    if (order.lane != Lane::Backfill)
        w.send(RaiseException{item});
}

bool statedNow(const Work& w, std::uint8_t kind, std::optional<Part> part)
{
    return std::any_of(w.out.step.facts.begin(), w.out.step.facts.end(), [&](const Fact& fact) {
        return kindOf(fact) == kind && (!part || fact.part == *part);
    });
}

namespace {

bool isAccepted(const Work& w, std::string_view code)
{
    const auto& accepted = w.order.accepted;
    return !accepted.empty() && std::find(accepted.begin(), accepted.end(), w.code(code)) != accepted.end();
}

}  // namespace

void tellWhile(Work& w, bool isSo, const Trouble& trouble)
{
    if (isSo)
        return tell(w, false, trouble);
    endProblem(w, trouble.code, Resolution::Auto);
    if (isAccepted(w, trouble.code))  // over: what was accepted is not what may come
        w.add(ProblemEnded{Resolution::Auto, w.code(trouble.code)});
}

void tell(Work& w, bool isNews, const Trouble& trouble)
{
    if (isNews || !isAccepted(w, trouble.code))
        raise(w, trouble);
}

void endProblem(Work& w, std::string_view code, Resolution resolution)
{
    if (w.order.problems.empty())
        return;
    const CodeName which = code.empty() ? CodeName{} : w.code(code);
    const bool open = std::any_of(w.order.problems.begin(), w.order.problems.end(),
                                  [&](const Problem& p) { return code.empty() || p.code == which; });
    if (!open)
        return;
    const CodeName cause = w.order.problems.front().code;
    w.add(ProblemEnded{resolution, which});
    if (w.order.problems.empty())
        w.send(EndException{w.order.id, resolution, cause});
}

}  // namespace holdpoint::flow
