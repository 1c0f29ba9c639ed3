// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/contrast_scan.h"
#include "core/views/exception_detail.h"
#include "core/views/find.h"
#include "core/views/numbers.h"
#include "core/views/order_detail.h"
#include "core/views/rollout_view.h"
#include "core/views/shadow_view.h"
#include "core/views/timeline.h"
#include "core/views/views.h"
#include "core/views/views_parts.h"

#include <algorithm>
#include <map>

namespace holdpoint::views {
namespace {

using session::Answer;

template <typename T>
Answer answerOf(Result<T> result)
{
    return result ? Answer(std::move(*result)) : Answer(result.error());
}

struct AnswerTo {
    store::StoreReader& reader;
    const Dictionary& names;
    const Integrations& integrations;

    Answer operator()(const session::AskTimeline& q) const
    {
        return answerOf(timeline(reader, names, q.about));
    }
    Answer operator()(const session::AskCorrelation& q) const
    {
        return answerOf(correlation(reader, names, q.traceId));
    }
    Answer operator()(const session::AskFind& q) const { return answerOf(find(reader, names, q.text)); }
    Answer operator()(const session::AskNumbers&) const { return answerOf(numbers(reader, names)); }
    Answer operator()(const session::AskPayload& q) const { return answerOf(reader.body(q.hash)); }
    Answer operator()(const session::AskException& q) const
    {
        return answerOf(exceptionDetail(reader, names, integrations, q.item));
    }
    Answer operator()(const session::AskOrder& q) const
    {
        return answerOf(orderDetail(reader, names, integrations, q.order));
    }
    Answer operator()(const session::AskValues&) const  // the board knows
    {
        return Error{Code::Unsupported, "values"};
    }
    Answer operator()(const session::AskContrast&) const  // in parts
    {
        return Error{Code::Unsupported, "contrast"};
    }
    Answer operator()(const session::AskGateTrend& q) const { return answerOf(gateTrend(reader, names, q)); }
    Answer operator()(const session::AskShadowPair& q) const
    {
        return answerOf(shadowPair(reader, names, q.signature, q.order));
    }
    Answer operator()(const session::AskRollbackPlan&) const { return Error{Code::Unsupported, "rollback"}; }
    Answer operator()(const session::AskPlanCheck& q) const { return answerOf(checkPlan(q.plan)); }
};

/// What the other open items say, from the board.
void addGroup(session::ExceptionDetail& detail, const LiveLists& lists, const Dictionary& names)
{
    const auto vendor = names.find<NameKind::Vendor>(detail.row.vendor);
    const GroupStanding group = lists.board().standing(detail.row.group, vendor, detail.row.id);
    detail.groupOpen = group.open + (detail.row.state == ExceptionState::Resolved ? 0 : 1);
    detail.similarOpen = group.similar;
    if (!detail.contract)
        return;
    detail.contract->others = group.open;
    detail.contract->firstSeen = std::min(detail.contract->firstSeen, group.firstOpened);
}

Answer valuesOf(const session::AskValues& question, const LiveLists& lists, const Dictionary& names)
{
    const auto field = search::fieldOf(question.field);
    if (!field)
        return Error{Code::InvalidArgument, "no such field: " + question.field};
    if (question.list != session::List::Exceptions && question.list != session::List::Groups)
        return Error{Code::Unsupported, "values are counted among the items of the queue"};
    return lists.board().values(*field, question.prefix, names);
}

using Reply = std::function<void(const Answer&)>;

/// One part of a scan, then the next behind whatever else was asked meanwhile.
void scanOn(Worker& worker, const std::shared_ptr<Outlet>& outlet, const Reply& reply,
            const std::shared_ptr<ContrastScan>& scan)
{
    const auto posted = worker.post([&worker, outlet, reply, scan] {
        if (outlet->ended())
            return;
        const auto part = worker.read(
            [&](store::StoreReader& reader, const Dictionary& names) { return scan->more(reader, names); });
        if (!part)
            reply(Answer(part.error()));
        else if (*part)
            reply(Answer(**part));
        else
            scanOn(worker, outlet, reply, scan);
    });
    if (!posted)
        reply(Answer(posted.error()));
}

}  // namespace

struct ViewSession::State {
    struct Open {
        std::shared_ptr<Outlet> outlet;
        bool orders = false;  ///< a watch that wants order rows
    };
    Views::Parts& parts;
    session::Executor executor;
    std::map<std::uint64_t, Open> open;

    std::shared_ptr<Outlet> outletFor(std::uint64_t id, bool orders = false)
    {
        forgetEnded();
        // A task that does nothing: after its tasks the worker sends what has gathered.
        auto outlet = std::make_shared<Outlet>(
            executor, [&p = parts] { static_cast<void>(p.live.post([] {}).has_value()); });
        open[id] = {outlet, orders};
        return outlet;
    }
    void end(std::uint64_t id)
    {
        const auto found = open.find(id);
        if (found == open.end())
            return;
        found->second.outlet->end();
        if (found->second.orders)
            parts.orderWatches.fetch_sub(1);
        open.erase(found);
    }
    /// Requests that were answered end themselves.
    void forgetEnded()
    {
        std::erase_if(open, [](const auto& entry) { return entry.second.outlet->ended(); });
    }
};

ViewSession::ViewSession(Views::Parts& parts, session::Executor executor)
    : state_(new State{parts, std::move(executor), {}})
{}

ViewSession::~ViewSession()
{
    while (!state_->open.empty()) {
        const std::uint64_t id = state_->open.begin()->first;
        unwatch(id);
        cancel(session::Session::Stream{id});
    }
}

session::WatchId ViewSession::watch(const session::Query& query, session::Window first,
                                    session::UpdateSink& sink)
{
    Views::Parts& p = state_->parts;
    const session::WatchId id = ++p.lastId;
    const bool orders = query.list == session::List::Orders;
    if (orders)
        p.orderWatches.fetch_add(1);
    if (query.list == session::List::Board &&
        !p.boardWatched.exchange(true))  // before its first frame that counts
        p.readLaunch();
    const auto outlet = state_->outletFor(id, orders);
    const auto posted =
        p.live.post([&p, wish = NewWatch{id, query, first, &sink, outlet}] { p.lists.watch(wish); });
    if (!posted)
        outlet->post(outlet, [&sink, id, error = posted.error()] {
            sink.update(id, session::Failed{error, 0, 0, {}});
        });
    return id;
}

// The queue's places for requests are for all callers; one that finds them full loses this wish, and the watch says so
// with the window that its next snapshot names.
void ViewSession::adjust(session::WatchId id, session::Window window)
{
    Views::Parts& p = state_->parts;
    static_cast<void>(p.live.post([&p, id, window] { p.lists.adjust(id, window); }).has_value());
}

void ViewSession::accept(session::WatchId id)
{
    Views::Parts& p = state_->parts;
    static_cast<void>(p.live.post([&p, id] { p.lists.accept(id); }).has_value());
}

void ViewSession::unwatch(session::WatchId id)
{
    Views::Parts& p = state_->parts;
    if (!state_->open.contains(id))
        return;
    state_->end(id);
    static_cast<void>(p.live.post([&p, id] { p.lists.unwatch(id); }).has_value());
}

session::RequestId ViewSession::ask(const session::Question& question, session::AnswerSink& sink)
{
    Views::Parts& p = state_->parts;
    const session::RequestId id = ++p.lastId;
    const auto outlet = state_->outletFor(id);
    const auto reply = [&sink, id, outlet](const Answer& answer) {
        outlet->post(outlet, [&sink, id, outlet, answer] {
            outlet->end();
            sink.answer(id, answer);
        });
    };
    const auto answered = [&p, outlet, reply](Answer answer) {
        auto* detail = std::get_if<session::ExceptionDetail>(&answer);
        if (detail == nullptr)
            return reply(answer);
        const auto passed = p.live.post([&p, outlet, reply, detail = std::move(*detail)]() mutable {
            if (outlet->ended())
                return;
            addGroup(detail, p.lists, p.live.names());
            reply(Answer(std::move(detail)));
        });
        if (!passed)
            reply(Answer(passed.error()));
    };
    Result<> posted;
    if (const auto* values = std::get_if<session::AskValues>(&question))
        posted =
            p.live.post([&p, reply, values = *values] { reply(valuesOf(values, p.lists, p.live.names())); });
    else if (const auto* contrast = std::get_if<session::AskContrast>(&question))
        posted = p.live.post([&p, outlet, reply, group = contrast->group] {
            scanOn(p.query, outlet, reply, std::make_shared<ContrastScan>(p.lists.board().ordersOf(group)));
        });
    else
        posted = p.query.post([&p, outlet, question, answered] {
            if (outlet->ended())
                return;
            auto answer =
                p.query.read([&](store::StoreReader& reader, const Dictionary& names) -> Result<Answer> {
                    return std::visit(AnswerTo{reader, names, p.integrations}, question);
                });
            answered(answer ? std::move(*answer) : Answer(answer.error()));
        });
    if (!posted)
        reply(Answer(posted.error()));
    return id;
}

session::StreamId ViewSession::open(const session::StreamRequest& request, session::ChunkSink& sink)
{
    Views::Parts& p = state_->parts;
    const session::StreamId id = ++p.lastId;
    const auto outlet = state_->outletFor(id);
    const auto posted = p.query.post([&p, wish = NewStream{id, std::get<session::ExportResult>(request),
                                                           &sink, outlet}] { p.exporter.open(wish); });
    if (!posted)
        outlet->post(outlet, [&sink, id, error = posted.error()] { sink.chunk(id, {{}, true, 0, error}); });
    return id;
}

void ViewSession::more(session::StreamId id, std::uint32_t chunks)
{
    Views::Parts& p = state_->parts;
    static_cast<void>(p.query.post([&p, id, chunks] { p.exporter.more(id, chunks); }).has_value());
}

void ViewSession::cancel(std::variant<session::Session::Request, session::Session::Stream> what)
{
    Views::Parts& p = state_->parts;
    const std::uint64_t id = std::visit([](const auto& request) { return request.id; }, what);
    state_->end(id);
    if (std::holds_alternative<session::Session::Stream>(what))
        static_cast<void>(p.query.post([&p, id] { p.exporter.cancel(id); }).has_value());
}

}  // namespace holdpoint::views
