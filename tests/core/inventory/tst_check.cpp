// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/positions.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::inventory;

namespace {

constexpr NodeName east{1};
constexpr Sku shirt{7}, cap{8};

StockBook tenShirtsTwoCaps()
{
    StockBook book;
    applyCounted(book, east, {shirt, 12, 1, 1}, Instant{0});
    book.positions[{east, shirt}].reserved = 1;
    applyCounted(book, east, {cap, 2, 1, 0}, Instant{0});
    return book;
}

}  // namespace

class Check : public QObject {
    Q_OBJECT

private slots:
    void upToAvailableIsGranted()
    {
        const StockBook book = tenShirtsTwoCaps();
        QVERIFY(check(book, east, {{1, shirt, 10}}).has_value());
        QCOMPARE(check(book, east, {{1, shirt, 11}}).error().code, Code::Conflict);
    }
    void oneLackingLineRefusesTheLeg()
    {
        const StockBook book = tenShirtsTwoCaps();
        Shortage shortage;
        QVERIFY(!check(book, east, {{1, shirt, 1}, {2, cap, 3}}, &shortage));
        QVERIFY((shortage == Shortage{cap, 3, 2}));
    }
    void theFirstLackingLineIsNamed()
    {
        const StockBook book = tenShirtsTwoCaps();
        Shortage shortage;
        const auto refused = check(book, east, {{4, shirt, 11}, {5, cap, 3}}, &shortage);
        QVERIFY(refused.error().detail.starts_with("line 4:"));
        QVERIFY((shortage == Shortage{shirt, 11, 10}));
    }
    void linesOfOneSkuAddUp()
    {
        const StockBook book = tenShirtsTwoCaps();
        Shortage shortage;
        QVERIFY(check(book, east, {{1, shirt, 5}, {2, shirt, 5}}, &shortage).has_value());
        QVERIFY(!check(book, east, {{1, shirt, 5}, {2, shirt, 6}}, &shortage));
        QVERIFY((shortage == Shortage{shirt, 11, 10}));
    }
    void aSkuNeverCountedHasNone()
    {
        Shortage shortage;
        QVERIFY(!check(tenShirtsTwoCaps(), NodeName{2}, {{1, shirt, 1}}, &shortage));
        QVERIFY((shortage == Shortage{shirt, 1, 0}));
    }
    void noUnitsIsNoRequest()
    {
        QCOMPARE(check(tenShirtsTwoCaps(), east, {{1, shirt, 0}}).error().code, Code::InvalidArgument);
        QCOMPARE(check(tenShirtsTwoCaps(), east, {{1, shirt, -1}}).error().code, Code::InvalidArgument);
    }
    void noLinesNeedNoStock() { QVERIFY(check(StockBook{}, east, {}).has_value()); }
};

QTEST_APPLESS_MAIN(Check)
#include "tst_check.moc"
