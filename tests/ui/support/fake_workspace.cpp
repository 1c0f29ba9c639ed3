// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_workspace.h"

namespace holdpoint::ui {

std::shared_ptr<session::Session> FakeWorkspace::newSession(session::Executor executor)
{
    session = std::make_shared<FakeSession>(std::move(executor));
    if (showsLists) {
        session->onWatch = [this](FakeSession& s, const FakeSession::Watched& watch) { showList(s, watch); };
        session->onAsk = [this](FakeSession& s, const FakeSession::Asked& question) { answer(s, question); };
    }
    return session;
}

void FakeWorkspace::showList(FakeSession& fake, const FakeSession::Watched& watch)
{
    session::Snapshot snapshot;
    snapshot.result = ++lastResult_;
    snapshot.asOf.at = sample::now();
    const auto cut = [&](const auto& rows) {
        snapshot.total = rows.size();
        snapshot.window.first = std::min(watch.window.first, rows.size());
        snapshot.window.count = std::min(watch.window.count, rows.size() - snapshot.window.first);
        const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(snapshot.window.first);
        snapshot.rows =
            std::decay_t<decltype(rows)>(begin, begin + static_cast<std::ptrdiff_t>(snapshot.window.count));
    };
    switch (watch.query.list) {
    case session::List::Exceptions: cut(exceptions); break;
    case session::List::Groups: cut(groups); break;
    case session::List::Orders: cut(orders); break;
    case session::List::Board:
        snapshot.total = 1;
        snapshot.window = {0, 1};
        snapshot.rows = board;
        break;
    case session::List::Rollout:
        snapshot.total = 1;
        snapshot.window = {0, 1};
        snapshot.rows = rollout;
        break;
    case session::List::Shadow:
        snapshot.total = 1;
        snapshot.window = {0, 1};
        snapshot.rows = shadow;
        break;
    case session::List::Numbers: return;
    }
    fake.push(watch.id, snapshot);
}

void FakeWorkspace::answer(FakeSession& fake, const FakeSession::Asked& question)
{
    if (const auto* one = std::get_if<session::AskException>(&question.question)) {
        session::ExceptionDetail detail = exceptionDetail;
        for (const auto& row : exceptions)
            if (row.id == one->item)
                detail.row = row;
        fake.answer(question.id, detail);
    } else if (std::holds_alternative<session::AskContrast>(question.question)) {
        fake.answer(question.id, sample::contrast());
    } else if (std::holds_alternative<session::AskGateTrend>(question.question)) {
        fake.answer(question.id, sample::gateTrend());
    } else if (std::holds_alternative<session::AskRollbackPlan>(question.question)) {
        fake.answer(question.id, sample::rollbackPlan());
    } else if (std::holds_alternative<session::AskOrder>(question.question)) {
        fake.answer(question.id, orderDetail);
    } else if (std::holds_alternative<session::AskFind>(question.question)) {
        fake.answer(question.id,
                    std::vector<session::Found>{{orderDetail.row.id, "order", orderDetail.row.number}});
    }
}

}  // namespace holdpoint::ui
