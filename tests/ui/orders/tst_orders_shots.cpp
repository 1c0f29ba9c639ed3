// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/screen_rig.h"
#include "tests/ui/support/shot.h"
#include "ui/common/table_view.h"
#include "ui/orders/lane_chart.h"
#include "ui/orders/order_page.h"
#include "ui/orders/orders_list.h"
#include "ui/orders/orders_model.h"
#include "ui/orders/orders_screen.h"

#include <QtTest/QTest>

namespace holdpoint::ui {
namespace {

constexpr QSize Area(1256, 790);

/// What was set a moment ago is laid out.
void settle(QWidget& widget, const QSize& size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    for (int i = 0; i < 3; ++i)
        QCoreApplication::sendPostedEvents();
}

}  // namespace

/// Pictures of the orders; into the folder of HOLDPOINT_SHOTS if it is set.
class OrdersShots : public QObject {
    Q_OBJECT

    static void openOrder(ScreenRig& rig, OrdersScreen& screen)
    {
        rig.session->onAsk = [](FakeSession& session, const FakeSession::Asked& asked) {
            session.answer(asked.id, sample::orderDetail());
        };
        screen.resize(Area);
        screen.show();
        screen.show({QStringLiteral("orders"), {}, sample::orderDetail().row.id});
        QTRY_VERIFY(screen.page()->detail() != nullptr);
    }

private slots:
    void oneOrder_data()
    {
        QTest::addColumn<bool>("light");
        QTest::addColumn<int>("percent");
        QTest::newRow("order-dark") << false << 100;
        QTest::newRow("order-light") << true << 100;
        QTest::newRow("order-160") << false << 160;
    }
    void oneOrder()
    {
        QFETCH(bool, light);
        QFETCH(int, percent);
        ScreenRig rig;
        rig.theme.setName(light ? ThemeName::Light : ThemeName::Dark);
        rig.theme.setTextPercent(percent);
        OrdersScreen screen(rig.context);
        openOrder(rig, screen);
        screen.page()->chart()->select(3);
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QString::fromLatin1(QTest::currentDataTag())));
    }
    void staleOrder()
    {
        ScreenRig rig;
        OrdersScreen screen(rig.context);
        openOrder(rig, screen);
        rig.session->onAsk = {};
        rig.grow(24'000);
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QStringLiteral("order-stale")));
    }
    void question()
    {
        ScreenRig rig;
        OrdersScreen screen(rig.context);
        openOrder(rig, screen);
        rig.commands.action(QLatin1String("orders.hand_back"))->trigger();
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QStringLiteral("order-question")));
    }
    void list()
    {
        ScreenRig rig;
        OrdersScreen screen(rig.context);
        rig.session->pushRows(session::List::Orders, 1, sample::orders());
        QTRY_VERIFY(screen.list()->model()->rowCount() > 0);
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QStringLiteral("orders-list")));
    }
    void emptyList()
    {
        ScreenRig rig;
        OrdersScreen screen(rig.context);
        rig.session->pushRows(session::List::Orders, 1, std::vector<session::OrderRow>{});
        QTRY_VERIFY(!screen.list()->model()->isEmptyYet());
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QStringLiteral("orders-empty")));
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::OrdersShots)
#include "tst_orders_shots.moc"
