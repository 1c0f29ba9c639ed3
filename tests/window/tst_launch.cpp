// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/hold_button.h"
#include "ui/common/table_view.h"
#include "ui/exceptions/exceptions_screen.h"
#include "ui/exceptions/queue_list.h"
#include "window_world.h"

#include <QLineEdit>
#include <QSignalSpy>

namespace holdpoint::ui {
namespace {

constexpr int DemoMs = 60'000;
constexpr int StepMs = 15'000;

}  // namespace

/// A new user in the demo launch: finds the vendor that broke its contract, retries one order, resolves its cause,
/// pauses.
class LaunchByKeys : public QObject {
    Q_OBJECT

    static exceptions::QueueList& queue(const WindowWorld& w)
    {
        return w.window->findChild<exceptions::ExceptionsScreen*>()->queue();
    }
    static std::size_t breaches(const WindowWorld& w)
    {
        const session::GroupRow* group = queue(w).currentGroup();
        return group == nullptr || group->vendor != "wms-north" ? 0 : group->count;
    }
    static void filter(const WindowWorld& w, const QString& text)
    {
        w.key(Qt::Key_Slash);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("filterEdit"));
        w.key(Qt::Key_A, Qt::ControlModifier);
        w.type(text);
        w.key(Qt::Key_Escape);  // what it offers
        w.key(Qt::Key_Return);
    }
    /// A platform without a window manager gives nobody the focus back when a list of words has closed.
    static void backToTheList(const WindowWorld& w)
    {
        w.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        queue(w).view()->setFocus();
    }
    /// What the open question still wants.
    static QString obstacle(const WindowWorld& w)
    {
        QString why;
        for (const QLabel* label : w.window->findChildren<QLabel*>(QStringLiteral("popoverObstacle")))
            if (label->isVisible())
                why = label->text();
        return why;
    }
    static void runDemo(WindowWorld& w)
    {
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        w.action("file.start_demo")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(w.isOpen() && !w.workspace.demo().preparing && w.workspace.demo().running,
                                 DemoMs);
        QTRY_VERIFY_WITH_TIMEOUT(!w.workspace.demo().running, DemoMs);
    }

private slots:
    void aNewUserFindsRetriesAndResolves()
    {
        WindowWorld w;
        runDemo(w);
        QVERIFY(w.window->windowTitle().contains(QStringLiteral("DEMO")));
        w.key(Qt::Key_G);
        w.key(Qt::Key_E);
        QTRY_VERIFY(w.child<QWidget>("exceptionsScreen")->isVisible());
        queue(w).view()->setFocus();
        filter(w, QStringLiteral("is:open cat:contract_breach vendor:wms-north"));
        queue(w).view()->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(breaches(w) > 3, StepMs);
        const std::size_t before = breaches(w);

        backToTheList(w);
        w.key(Qt::Key_Right);  // its items
        QTRY_VERIFY_WITH_TIMEOUT(!queue(w).isGrouped() && !queue(w).currentItem().isNone(), StepMs);
        QTRY_VERIFY_WITH_TIMEOUT(w.child<QWidget>("contract")->isVisible(), StepMs);
        QString shown;
        for (const QLabel* label : w.child<QWidget>("contract")->findChildren<QLabel*>())
            shown += label->text() + QLatin1Char('\n');
        QVERIFY2(shown.contains(QLatin1Char('/')), qPrintable(shown));  // the pointer
        QVERIFY2(shown.contains(QStringLiteral("wms-north")), qPrintable(shown));
        QVERIFY(!w.label("contractGot").isEmpty());

        QSignalSpy receipts(&w.window->context().client, &Client::receipt);
        QTRY_VERIFY2_WITH_TIMEOUT(w.action("exceptions.retry")->isEnabled(),
                                  qPrintable(w.action("exceptions.retry")->statusTip()), StepMs);
        backToTheList(w);
        w.key(Qt::Key_R);
        QTRY_VERIFY(w.child<QWidget>("popover") != nullptr && w.child<QWidget>("popover")->isVisible());
        w.key(Qt::Key_Return);
        const auto effective = [&](std::string_view what) {
            return std::any_of(receipts.begin(), receipts.end(), [&](const QList<QVariant>& call) {
                return call[0].value<session::Command>().what == what &&
                       call[1].value<session::Receipt>().state == CommandState::Effective;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(effective("retry"), StepMs);

        backToTheList(w);
        w.key(Qt::Key_Left);  // back to the causes
        QTRY_VERIFY_WITH_TIMEOUT(queue(w).isGrouped(), StepMs);
        backToTheList(w);
        w.key(Qt::Key_U);
        QTRY_VERIFY_WITH_TIMEOUT(breaches(w) > 0, StepMs);
        QVERIFY(breaches(w) <= before);
        w.key(Qt::Key_E);
        QTRY_VERIFY(w.child<QLineEdit>("rootCause") != nullptr);
        w.type(QStringLiteral("vendor_changed_word"));
        QTRY_VERIFY_WITH_TIMEOUT(obstacle(w).contains(QStringLiteral("type their number")), StepMs);
        for (QLineEdit* typed : w.window->findChildren<QLineEdit*>(QStringLiteral("bulkTyped")))
            if (typed->isVisible())
                typed->setFocus();
        w.type(QString::number(breaches(w)));
        QTRY_VERIFY2_WITH_TIMEOUT(obstacle(w).isEmpty(), qPrintable(obstacle(w)), StepMs);
        w.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(effective("resolve"), StepMs);
        queue(w).bringIn();
        QTRY_COMPARE_WITH_TIMEOUT(breaches(w), std::size_t{0}, StepMs);
    }
    void holdingF9ReallyStopsIntake()
    {
        auto options = WindowWorld::hurried();
        options.demo.factor = 4;
        WindowWorld w(options);
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        w.action("file.start_demo")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(w.window->board() != nullptr && w.workspace.demo().running &&
                                     !w.workspace.demo().preparing && w.window->board()->orders > 70,
                                 DemoMs);
        QTest::keyPress(w.window.get(), Qt::Key_F9);
        QTRY_VERIFY(!w.child<HoldButton>("pause")->isHolding());
        QTest::keyRelease(w.window.get(), Qt::Key_F9);
        QTRY_VERIFY_WITH_TIMEOUT(!w.window->board()->intake.open, StepMs);
        QTRY_VERIFY2_WITH_TIMEOUT(w.label("pause.receipt").contains(QStringLiteral("verified")),
                                  qPrintable(w.label("pause.receipt")), StepMs);
        QCOMPARE(w.child<HoldButton>("pause")->text(), QStringLiteral("Paused"));
        const auto orders = w.window->board()->orders;
        QTRY_VERIFY_WITH_TIMEOUT(w.window->board()->intake.refusedSince > 20, StepMs);
        QCOMPARE(w.window->board()->orders, orders);
    }
    void whatIsShownIsWhatTheEngineCounts()
    {
        WindowWorld w;
        runDemo(w);
        session::Numbers numbers;
        const auto ask = [&] {
            w.window->context().client.ask(session::AskNumbers{}, w.window.get(),
                                           [&](const session::Answer& answer) {
                                               if (const auto* n = std::get_if<session::Numbers>(&answer))
                                                   numbers = *n;
                                           });
        };
        // What is under way comes to an end; then both speak of the same moment.
        QTRY_VERIFY_WITH_TIMEOUT((ask(), numbers.ordersAccepted() > 300 &&
                                             w.window->board()->orders == numbers.ordersAccepted() &&
                                             w.window->board()->exceptionsOpen == numbers.exceptionsOpen &&
                                             numbers.exceptionsOpen > 0),
                                 DemoMs);
        w.action("go.exceptions")->trigger();
        QTRY_VERIFY(w.child<QWidget>("exceptionsScreen")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(w.label("openCount").contains(w.format.count(numbers.exceptionsOpen)),
                                 StepMs);
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::LaunchByKeys)
#include "tst_launch.moc"
