// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/recovery.h"
#include "core/views/timeline.h"
#include "launch.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using views::Recovery;

namespace {

struct Shop {
    Shop() { launch.rig.stockUp(); }
    /// The step of the order's first call.
    Seq call(const std::string& number)
    {
        const EntityId id = launch.order(number);
        launch.rig.pass(Milliseconds{100});
        const auto story = views::timeline(*launch.reader(), launch.names(), id);
        return story->effects.front().attempts.front().seq;
    }
    [[nodiscard]] Recovery since(Seq failure, Seq most = 20'000, const char* vendor = "wms-east",
                                 Operation operation = Operation::Ship) const
    {
        const auto reader = launch.reader();
        auto recovery = views::recoveryOf(*reader, launch.names().find<NameKind::Vendor>(vendor), operation,
                                          failure, most);
        if (!recovery)
            throw std::runtime_error(recovery.error().detail);
        return *recovery;
    }
    [[nodiscard]] Seq head() { return launch.rig.engine().lease().lastSeq; }

    Launch launch;
};

}  // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatCameAfterTheFailureCounts()
    {
        Shop shop;
        const Seq call = shop.call("1");
        QVERIFY(shop.since(call - 1).goodSince != Never);
        QCOMPARE(shop.since(call).goodSince, Never);
        QVERIFY(shop.since(call).complete);
    }
    void theFirstOfAnUnbrokenRunIsTold()
    {
        Shop shop;
        const Seq before = shop.head();
        shop.call("1");
        shop.launch.rig.fail("wms-east", lab::FaultKind::ChangedField, Operation::Ship, 1);
        const Seq broken = shop.call("2");
        QCOMPARE(shop.since(before).goodSince, Never);
        QVERIFY(shop.since(before).complete);
        const Instant mended = shop.launch.rig.clock().wall();
        shop.call("3");
        const Instant later = shop.launch.rig.clock().wall();
        shop.call("4");
        for (const Seq failure : {before, broken}) {
            QVERIFY(shop.since(failure).goodSince >= mended);
            QVERIFY(shop.since(failure).goodSince < later);
        }
    }
    void otherVendorsAndOperationsDoNotCount()
    {
        Shop shop;
        const Seq before = shop.head();
        shop.call("1");
        QCOMPARE(shop.since(before, 20'000, "wms-north").goodSince, Never);
        QCOMPARE(shop.since(before, 20'000, "wms-east", Operation::Cancel).goodSince, Never);
    }
    void whatIsNeitherGoodNorBrokenSaysNothing()
    {
        Shop shop;
        const Seq before = shop.head();
        shop.call("1");
        shop.launch.rig.fail("wms-east", lab::FaultKind::TooMany, Operation::Ship, 1);
        shop.call("2");
        QVERIFY(shop.since(before).goodSince != Never);
    }
    void itLooksAtSoManyStepsAndSaysIfThatWasNotAll()
    {
        Shop shop;
        const Seq before = shop.head();
        const Seq call = shop.call("1");
        const Seq reach = shop.head() - call;
        QCOMPARE(shop.since(before, reach).goodSince, Never);
        QVERIFY(!shop.since(before, reach).complete);
        QVERIFY(shop.since(before, reach + 1).goodSince != Never);
        QVERIFY(!shop.since(before, reach + 1).complete);
        QVERIFY(shop.since(before, shop.head() - before).complete);
        QVERIFY(!shop.since(before, shop.head() - before - 1).complete);
    }
    void itGoesBackOverManySteps()
    {
        Shop shop;
        const Seq before = shop.head();
        const Seq call = shop.call("1");
        for (int i = 0; i < 1'200; ++i)
            shop.launch.rig.post(shop.launch.rig.counted("north", "HAT", 5, 10 + i));
        QVERIFY(shop.head() > call + 1'100);
        QVERIFY(shop.since(before).goodSince != Never);
    }
};

QTEST_APPLESS_MAIN(RecoveryTest)
#include "tst_recovery.moc"
