// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/check.h"
#include "core/views/name_cache.h"
#include "core/views/numbers.h"
#include "launch.h"

#include <QTest>

using namespace holdpoint;
using holdpoint::test::Launch;

namespace {

session::Numbers numbersOf(const Launch& launch)
{
    auto reader = launch.reader();
    const views::Moment moment(*reader);
    auto numbers = views::numbers(*reader, launch.names());
    if (!numbers)
        throw std::runtime_error(numbers.error().detail);
    return *numbers;
}

}  // namespace

class NumbersTest : public QObject {
    Q_OBJECT

private slots:
    void areThoseOfTheSteps()
    {
        Launch launch;
        launch.day();
        const session::Numbers fast = numbersOf(launch);
        const auto checked = views::check(*launch.reader());
        QVERIFY(checked.has_value());
        const session::Numbers& slow = checked->numbers;
        QCOMPARE(fast.asOf, slow.asOf);
        QVERIFY(fast.events == slow.events);
        QVERIFY(fast.byProducer == slow.byProducer);
        QVERIFY(fast.orders == slow.orders);
        QCOMPARE(fast.exceptionsOpen, slow.exceptionsOpen);
        QCOMPARE(fast.outbox, slow.outbox);
        QCOMPARE(fast.ordersAccepted(), 4);
    }
    void releasingAParkedEventMovesItInItsMinute()
    {
        Launch launch;
        launch.rig.post(launch.authorised("1"));
        const session::EventCounts waiting = numbersOf(launch).events;
        QCOMPARE(waiting.parked, 1);
        QCOMPARE(waiting.accepted, 0);
        launch.rig.clock().advance(Milliseconds{180'000});
        launch.rig.post(launch.rig.placed("1", {{1, "HAT", 1}}));
        const session::EventCounts released = numbersOf(launch).events;
        QCOMPARE(released.parked, 0);
        QCOMPARE(released.accepted, 2);
        QVERIFY(released.agree());
        QVERIFY(views::check(*launch.reader())->agrees());
    }
    void stayAsOfOneMoment()
    {
        Launch launch;
        launch.day();
        auto reader = launch.reader();
        views::NameCache cache;
        {
            const views::Moment moment(*reader);
            QVERIFY(cache.refresh(*reader).has_value());
            const auto before = views::numbers(*reader, cache.names());
            QVERIFY(before.has_value());
            QCOMPARE(views::numbers(*reader, cache.names())->asOf, before->asOf);
        }
        launch.order("7");
        QVERIFY(cache.refresh(*reader).has_value());
        QCOMPARE(views::numbers(*reader, cache.names())->ordersAccepted(), 5);
    }
    void newNamesAreReadAndOldOnesKept()
    {
        Launch launch;
        launch.rig.post(launch.rig.placed("1", {{1, "HAT", 1}}));
        auto reader = launch.reader();
        views::NameCache cache;
        QVERIFY(cache.refresh(*reader).has_value());
        const Sku hat = cache.names().find<NameKind::Sku>("HAT");
        QVERIFY(!hat.isNone());
        launch.rig.post(launch.rig.placed("2", {{1, "SCARF", 1}}));
        QVERIFY(cache.names().find<NameKind::Sku>("SCARF").isNone());
        QVERIFY(cache.refresh(*reader).has_value());
        QCOMPARE(cache.names().text(cache.names().find<NameKind::Sku>("SCARF")), std::string("SCARF"));
        QCOMPARE(cache.names().find<NameKind::Sku>("HAT"), hat);
    }
};

QTEST_APPLESS_MAIN(NumbersTest)
#include "tst_numbers.moc"
