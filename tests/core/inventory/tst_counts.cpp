// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/inventory/positions.h"

#include <QTest>
#include <algorithm>
#include <numeric>

using namespace holdpoint;
using namespace holdpoint::inventory;

namespace {

constexpr NodeName east{1};
constexpr Sku shirt{7};

Counted count(std::int64_t units, std::uint64_t version, std::int64_t buffer = 0)
{
    return {shirt, units, version, buffer};
}

const Position& position(const StockBook& book) { return *book.find(east, shirt); }

}  // namespace

class Counts : public QObject {
    Q_OBJECT

private slots:
    void firstCountIsTaken()
    {
        StockBook book;
        QVERIFY(applyCounted(book, east, count(20, 0, 3), Instant{100}));
        QCOMPARE(position(book).onHand(), 20);
        QCOMPARE(position(book).available(), 17);
    }
    void sameCountAgainChangesNothing()
    {
        StockBook book;
        QVERIFY(applyCounted(book, east, count(20, 4), Instant{100}));
        QVERIFY(!applyCounted(book, east, count(20, 4), Instant{100}));
    }
    void newerCountWins_data()
    {
        QTest::addColumn<quint64>("version");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<bool>("wins");
        QTest::newRow("newer version, older time") << quint64(6) << qint64(50) << true;
        QTest::newRow("same version, later") << quint64(5) << qint64(101) << true;
        QTest::newRow("same version, same time") << quint64(5) << qint64(100) << false;
        QTest::newRow("same version, earlier") << quint64(5) << qint64(99) << false;
        QTest::newRow("older version, later") << quint64(4) << qint64(200) << false;
    }
    void newerCountWins()
    {
        QFETCH(quint64, version);
        QFETCH(qint64, at);
        QFETCH(bool, wins);
        StockBook book;
        QVERIFY(applyCounted(book, east, count(20, 5), Instant{100}));
        QCOMPARE(applyCounted(book, east, count(9, version, 1), Instant{at}), wins);
        QCOMPARE(position(book).onHand(), wins ? 9 : 20);
        QCOMPARE(position(book).buffer, wins ? 1 : 0);
    }
    void laterMovementsStayOnTopOfACount_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<qint64>("onHand");
        QTest::newRow("before the count") << qint64(199) << qint64(10);
        QTest::newRow("at the count") << qint64(200) << qint64(8);
        QTest::newRow("after the count") << qint64(201) << qint64(8);
    }
    void laterMovementsStayOnTopOfACount()
    {
        QFETCH(qint64, at);
        QFETCH(qint64, onHand);
        StockBook early, late;  // the movement becomes known before the count, and after it
        applyCounted(early, east, count(20, 1), Instant{100});
        QVERIFY(move(early.positions[{east, shirt}], Instant{at}, -2));
        applyCounted(early, east, count(10, 2), Instant{200});
        applyCounted(late, east, count(10, 2), Instant{200});
        QCOMPARE(move(late.positions[{east, shirt}], Instant{at}, -2), onHand == 8);
        QCOMPARE(position(early).onHand(), onHand);
        QCOMPARE(position(late).onHand(), onHand);
    }
    void reservedSurvivesACount()
    {
        StockBook book;
        book.positions[{east, shirt}].reserved = 4;
        applyCounted(book, east, count(10, 1), Instant{100});
        QCOMPARE(position(book).available(), 6);
    }
    void adjustmentsAreIncludedInALaterCount()
    {
        StockBook book;
        applyCounted(book, east, count(10, 1), Instant{100});
        QVERIFY(applyAdjusted(book, east, {shirt, 5, "a1"}, Instant{150}));
        QCOMPARE(position(book).onHand(), 15);
        applyCounted(book, east, count(15, 2), Instant{200});
        QCOMPARE(position(book).onHand(), 15);
        QVERIFY(!applyAdjusted(book, east, {shirt, 5, "a0"}, Instant{199}));
        QCOMPARE(position(book).onHand(), 15);
    }
    void observedFactsCommute()
    {
        std::vector<int> order(6);
        std::iota(order.begin(), order.end(), 0);
        do {
            StockBook book;
            for (const int i : order)
                applyOne(book, i);
            QCOMPARE(position(book).onHand(), 35 - 4 + 2);
        } while (std::next_permutation(order.begin(), order.end()));
    }
    void manyMovementsKeepTheirSum()
    {
        constexpr std::uint64_t seed = 42;
        SeededRng rng(seed);
        Position position;
        position.counted = 1'000'000;
        position.countedAt = Instant{0};
        std::int64_t sum = position.counted;
        for (int i = 0; i < 20'000; ++i) {
            const std::int64_t units = static_cast<std::int64_t>(rng.below(9)) - 6;
            move(position, Instant{static_cast<std::int64_t>(i * 50 + rng.below(500))}, units);
            sum += units;
        }
        QVERIFY2(position.onHand() == sum, qPrintable(QString("seed %1").arg(seed)));
        QVERIFY2(position.moved.size() <= 41, qPrintable(QString::number(position.moved.size())));
        QVERIFY(std::is_sorted(position.moved.begin(), position.moved.end(),
                               [](const Movement& a, const Movement& b) { return a.at < b.at; }));
    }
    void shipmentsOfAHotSkuStayFew()
    {
        Position position;
        position.countedAt = Instant{0};
        for (int i = 0; i < 100'000; ++i)
            move(position, Instant{i * 10}, -1);
        QCOMPARE(position.onHand(), -100'000);
        QVERIFY2(position.moved.size() <= 41, qPrintable(QString::number(position.moved.size())));
    }
    void aCountAmongTheNewestMovementsIsExact()
    {
        StockBook book;
        applyCounted(book, east, count(1'000, 1), Instant{0});
        for (int i = 1; i <= 500; ++i)
            move(book.positions[{east, shirt}], Instant{i * 10}, -1);
        applyCounted(book, east, count(520, 2), Instant{4'805});
        QCOMPARE(position(book).onHand(), 500);
    }
    void aCountBetweenJoinedMovementsGivesTooLittleNeverTooMuch()
    {
        StockBook book;
        applyCounted(book, east, count(1'000, 1), Instant{0});
        for (int i = 1; i <= 500; ++i)
            move(book.positions[{east, shirt}], Instant{i * 10}, i % 50 == 0 ? 1 : -1);
        std::int64_t after = 0;
        for (int i = 101; i <= 500; ++i)
            after += i % 50 == 0 ? 1 : -1;
        applyCounted(book, east, count(900, 2), Instant{1'005});
        QVERIFY2(position(book).onHand() <= 900 + after,
                 qPrintable(QString::number(position(book).onHand())));
    }

private:
    static void applyOne(StockBook& book, int which)
    {
        Position& p = book.positions[{east, shirt}];
        switch (which) {
        case 0: applyCounted(book, east, count(40, 1), Instant{100}); break;
        case 1: applyCounted(book, east, count(35, 2), Instant{200}); break;
        case 2: move(p, Instant{150}, -3); break;
        case 3: move(p, Instant{250}, -4); break;
        case 4: applyAdjusted(book, east, {shirt, 9, "a"}, Instant{120}); break;
        default: applyAdjusted(book, east, {shirt, 2, "b"}, Instant{260}); break;
        }
    }
};

QTEST_APPLESS_MAIN(Counts)
#include "tst_counts.moc"
