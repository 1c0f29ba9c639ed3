// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen_rig.h"

#include "ui/common/labels.h"
#include "ui/common/table_view.h"
#include "ui/exceptions/queue_list.h"

#include <QApplication>
#include <QLabel>
#include <QtTest/QTest>

namespace holdpoint::ui::exceptions {

ScreenRig::ScreenRig()
    : settings(folder.filePath(QStringLiteral("settings.ini"))),
      client(TimeSource{[this] { return nowMs; }, [] { return sample::now(); }}),
      context{client, theme, commands, navigator, settings, workspace, format},
      fake(std::make_shared<FakeSession>(executorOf(&client)))
{
    detailOf = [this](EntityId item) {
        session::ExceptionDetail detail = sample::exceptionDetail();
        for (const auto& row : items)
            if (row.id == item)
                detail.row = row;
        detail.orderNumber = item.with(EntityKind::Order).text();
        return detail;
    };
    fake->onWatch = [this](FakeSession& session, const FakeSession::Watched& watch) {
        session::Snapshot snapshot;
        snapshot.result = ++lastResult;
        snapshot.asOf.at = sample::now();
        snapshot.window = watch.window;
        const auto cut = [&](const auto& rows) {
            snapshot.total = rows.size();
            snapshot.window.first = std::min(watch.window.first, rows.size());
            snapshot.window.count = std::min(watch.window.count, rows.size() - snapshot.window.first);
            const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(snapshot.window.first);
            snapshot.rows = std::decay_t<decltype(rows)>(
                begin, begin + static_cast<std::ptrdiff_t>(snapshot.window.count));
        };
        if (watch.query.list == session::List::Exceptions)
            cut(items);
        else if (watch.query.list == session::List::Groups)
            cut(groups);
        else
            snapshot.rows = sample::board();
        session.push(watch.id, snapshot);
    };
    fake->onAsk = [this](FakeSession& session, const FakeSession::Asked& asked) {
        if (const auto* question = std::get_if<session::AskException>(&asked.question); question && answers)
            session.answer(asked.id, detailOf(question->item));
        if (std::holds_alternative<session::AskContrast>(asked.question) && answers)
            session.answer(asked.id, contrast);
    };
    theme.apply();
    client.setOperator({"K. Osei", Role::Engineer});
    client.attach(fake);
    screen = std::make_unique<ExceptionsScreen>(context);
    screen->resize(1256, 790);
}

ScreenRig::~ScreenRig()
{
    screen.reset();
    client.detach();
}

void ScreenRig::open(const QString& filter, bool grouped)
{
    settings.set(Setting::ExceptionsGrouped, grouped);
    navigator.note({QStringLiteral("exceptions"), filter, {}});
    screen->show(Location{QStringLiteral("exceptions"), filter, {}});
    static_cast<QWidget*>(screen.get())->show();
    QVERIFY(QTest::qWaitForWindowExposed(screen.get()));
    screen->activateWindow();
    screen->queue().view()->setFocus();
    QTRY_VERIFY(screen->queue().model() != nullptr);
    QTRY_VERIFY(!screen->queue().model()->isEmptyYet());
    QTRY_VERIFY(!answers || items.empty() || commands.action(QLatin1String("exceptions.note"))->isEnabled() ||
                !client.isAttached());
}

void ScreenRig::key(Qt::Key code, Qt::KeyboardModifiers modifiers)
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : static_cast<QWidget*>(screen.get()), code, modifiers);
}

QString ScreenRig::label(const char* name) const
{
    const auto* found = screen->findChild<QLabel*>(QLatin1String(name));
    return found == nullptr ? QString() : found->text();
}

EntityId ScreenRig::current() const { return screen->queue().currentItem(); }

}  // namespace holdpoint::ui::exceptions
