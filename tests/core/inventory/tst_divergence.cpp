// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/divergence.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::inventory;

namespace {

Position ours(std::int64_t units)
{
    Position position;
    position.counted = units;
    position.countedAt = Instant{0};
    return position;
}
Counted theirs(std::int64_t units) { return {Sku{7}, units, 2, 0}; }

}  // namespace

class DivergenceTest : public QObject {
    Q_OBJECT

private slots:
    void equalBooksAgree() { QVERIFY(!diverges(ours(5), theirs(5), SkuClass::Limited)); }
    void unitsByClass_data()
    {
        QTest::addColumn<int>("cls");
        QTest::addColumn<qint64>("units");
        QTest::newRow("limited") << static_cast<int>(SkuClass::Limited) << qint64(1);
        QTest::newRow("hot") << static_cast<int>(SkuClass::Hot) << qint64(3);
        QTest::newRow("standard") << static_cast<int>(SkuClass::Standard) << qint64(10);
        QTest::newRow("long tail") << static_cast<int>(SkuClass::LongTail) << qint64(20);
    }
    void unitsByClass()
    {
        QFETCH(int, cls);
        QFETCH(qint64, units);
        const auto c = static_cast<SkuClass>(cls);
        for (const std::int64_t sign : {-1, 1}) {
            QVERIFY(!diverges(ours(10'000), theirs(10'000 + sign * (units - 1)), c));
            const auto found = diverges(ours(10'000), theirs(10'000 + sign * units), c);
            QVERIFY(found);
            QCOMPARE(found->units, sign * units);
        }
    }
    void shareOfTheLargerBook()
    {
        QVERIFY(!diverges(ours(50), theirs(46), SkuClass::Standard));  // 80 ‰
        const auto found = diverges(ours(50), theirs(45), SkuClass::Standard);
        QVERIFY(found);
        QCOMPARE(found->perMille, 100);
    }
    void valueNeedsAPriceAndALimit()
    {
        DivergenceLimits limits{};
        limits[static_cast<std::size_t>(SkuClass::Standard)].value = 500;
        QVERIFY(!diverges(ours(1'000), theirs(998), SkuClass::Standard, Never, 249, limits));
        QVERIFY(diverges(ours(1'000), theirs(998), SkuClass::Standard, Never, 250, limits));
        QVERIFY(!diverges(ours(1'000), theirs(900), SkuClass::Standard, Never, 0, limits));
    }
    void movementsAfterTheCountAreLeftOut()
    {
        Position position = ours(10);
        position.moved = {{Instant{50}, -2}, {Instant{100}, -3}};
        const auto found = diverges(position, theirs(9), SkuClass::Limited, Instant{100});
        QVERIFY(found);
        QCOMPARE(found->ours, 8);
        QCOMPARE(found->units, 1);
        QVERIFY(!diverges(position, theirs(8), SkuClass::Limited, Instant{100}));
        QVERIFY(!diverges(position, theirs(5), SkuClass::Limited, Instant{101}));
    }
    void emptyBooksDoNotDivideByZero()
    {
        QVERIFY(!diverges(ours(0), theirs(0), SkuClass::Limited));
        QCOMPARE(diverges(ours(0), theirs(1), SkuClass::Limited)->perMille, 1000);
    }
};

QTEST_APPLESS_MAIN(DivergenceTest)
#include "tst_divergence.moc"
