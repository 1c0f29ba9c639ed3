// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/inventory/positions.h"
#include "core/inventory/reservations.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::inventory;
using namespace std::chrono_literals;

namespace {

constexpr NodeName east{1};
constexpr Sku shirt{7};
constexpr Instant morning{86'400'000LL * 20'000 + 1'000};
constexpr Instant nextDay = morning + 24h;

struct World {
    StockBook book;
    Reservation reservation;

    World()
    {
        applyCounted(book, east, {shirt, 10, 1, 0}, morning - 1h);
        reservation.id = EntityId(5, 3, EntityKind::Reservation);
    }
    void grant(std::int64_t units = 4, Instant at = morning)
    {
        const Granted granted{EntityId(1, 2, EntityKind::Order), 1, east, at + 30min, {{1, shirt, units}}};
        applyGranted(book, granted, at);
        apply(reservation, {0, at, granted});
    }
    template <typename Body>
    void fold(Body body = {})
    {
        apply(reservation, {0, morning, body});
    }
    [[nodiscard]] const Position& position() const { return *book.find(east, shirt); }
    [[nodiscard]] std::vector<std::string> wrong(Instant now = morning) const
    {
        const Reservation* live[] = {&reservation};
        return violations(book, live, now, 45s);
    }
};

}  // namespace

class Reservations : public QObject {
    Q_OBJECT

private slots:
    void grantReserves()
    {
        World world;
        world.grant();
        QCOMPARE(world.position().reserved, 4);
        QCOMPARE(world.position().onHand(), 10);
        QCOMPARE(world.position().available(), 6);
        QCOMPARE(world.reservation.state, ReservationState::Granted);
        QCOMPARE(world.reservation.granted, morning);
        QVERIFY(world.wrong().empty());
    }
    void consumeTakesFromOnHandAndReserved()
    {
        World world;
        world.grant();
        applyConsumed(world.book, world.reservation, morning);
        world.fold<Consumed>();
        QCOMPARE(world.position().reserved, 0);
        QCOMPARE(world.position().onHand(), 6);
        QCOMPARE(world.position().available(), 6);
        QVERIFY(world.wrong().empty());
    }
    void releaseAndExpiryGiveBack_data()
    {
        QTest::addColumn<bool>("expires");
        QTest::newRow("released") << false;
        QTest::newRow("expired") << true;
    }
    void releaseAndExpiryGiveBack()
    {
        QFETCH(bool, expires);
        World world;
        world.grant();
        (expires ? applyExpired : applyReleased)(world.book, world.reservation, morning);
        expires ? world.fold<Expired>() : world.fold<Released>();
        QCOMPARE(world.position().reserved, 0);
        QCOMPARE(world.position().onHand(), 10);
        QVERIFY(world.wrong().empty());
    }
    void shippedAfterExpiryStillLeaves()
    {
        World world;
        world.grant();
        applyExpired(world.book, world.reservation, morning);
        world.fold<Expired>();
        applyShippedUnreserved(world.book, world.reservation, morning);
        world.fold<ShippedUnreserved>();
        QCOMPARE(world.position().onHand(), 6);
        QCOMPARE(world.position().reserved, 0);
        QVERIFY_THROWS_EXCEPTION(CheckFailed, applyShippedUnreserved(world.book, world.reservation, morning));
    }
    void shippedUnreservedNeedsAnEndFirst()
    {
        World world;
        world.grant();
        QVERIFY_THROWS_EXCEPTION(CheckFailed, applyShippedUnreserved(world.book, world.reservation, morning));
        QCOMPARE(world.position().onHand(), 10);
    }
    void endsAreExclusive_data()
    {
        QTest::addColumn<int>("first");
        for (const char* first : {"consumed", "released", "expired"})
            QTest::newRow(first) << static_cast<int>(*fromName<ReservationState>(first));
    }
    void endsAreExclusive()
    {
        QFETCH(int, first);
        World world;
        world.grant();
        world.book.positions[{east, shirt}].reserved = 100;  // another end would find enough to take away
        world.reservation.state = static_cast<ReservationState>(first);
        QVERIFY_THROWS_EXCEPTION(CheckFailed, applyConsumed(world.book, world.reservation, morning));
        QVERIFY_THROWS_EXCEPTION(CheckFailed, applyReleased(world.book, world.reservation, morning));
        QVERIFY_THROWS_EXCEPTION(CheckFailed, applyExpired(world.book, world.reservation, morning));
        QVERIFY_THROWS_EXCEPTION(CheckFailed, world.fold<Consumed>());
        QVERIFY_THROWS_EXCEPTION(CheckFailed, world.fold<Released>());
        QVERIFY_THROWS_EXCEPTION(CheckFailed, world.fold<Expired>());
        QCOMPARE(world.position().reserved, 100);
        QCOMPARE(world.position().onHand(), 10);
    }
    void aReservationIsGrantedOnce()
    {
        World world;
        world.grant();
        QVERIFY_THROWS_EXCEPTION(CheckFailed, world.fold<Granted>());
        QVERIFY_THROWS_EXCEPTION(CheckFailed, world.fold<GrantRefused>());
    }
    void refusedTakesNothing()
    {
        World world;
        world.fold(GrantRefused{EntityId(1, 2, EntityKind::Order), 2, east, shirt, 11, 10, {}});
        QCOMPARE(world.reservation.state, ReservationState::Refused);
        QCOMPARE(world.reservation.leg, Part{2});
        QCOMPARE(world.position().available(), 10);
        QVERIFY_THROWS_EXCEPTION(CheckFailed, world.fold<Consumed>());
    }
    void overdueAfterExpiryAndGrace()
    {
        World world;
        world.grant();
        const Instant end = world.reservation.expires + 45s;
        QVERIFY(!isOverdue(world.reservation, end, 45s));
        QVERIFY(isOverdue(world.reservation, end + 1ms, 45s));
        QVERIFY(world.wrong(end).empty());
        QCOMPARE(world.wrong(end + 1ms).size(), std::size_t{1});
        world.reservation.state = ReservationState::Consumed;
        QVERIFY(!isOverdue(world.reservation, end + 1ms, 45s));
    }
    void anExtendedHoldLivesOn()
    {
        World world;
        world.grant();
        world.fold(HoldExtended{morning + 48h});
        QVERIFY(!isOverdue(world.reservation, morning + 48h + 45s, 45s));
        QVERIFY(isOverdue(world.reservation, morning + 48h + 45s + 1ms, 45s));
        world.fold<Consumed>();
        QVERIFY_THROWS_EXCEPTION(CheckFailed, world.fold(HoldExtended{morning + 49h}));
    }
    void withoutExpiryNeverOverdue()
    {
        World world;
        world.grant();
        world.reservation.expires = Never;
        QVERIFY(!isOverdue(world.reservation, Instant{INT64_MAX - 1}, 45s));
    }
    void parcelsCountPerDay()
    {
        World world;
        world.grant();
        QCOMPARE(world.book.parcelsToday[east.number], 1);
        applyReleased(world.book, world.reservation, morning + 1h);
        QCOMPARE(world.book.parcelsToday[east.number], 0);
    }
    void aNewDayStartsAtNone()
    {
        World world;
        world.grant(1, morning);
        Reservation yesterdays = world.reservation;
        world.reservation.state = ReservationState::None;
        world.grant(1, nextDay);
        QCOMPARE(world.book.day, dayOf(nextDay));
        QCOMPARE(world.book.parcelsToday[east.number], 1);
        applyReleased(world.book, yesterdays, nextDay);  // it was not one of today's parcels
        QCOMPARE(world.book.parcelsToday[east.number], 1);
    }
    void consumedParcelsStayCounted()
    {
        World world;
        world.grant();
        applyConsumed(world.book, world.reservation, morning);
        QCOMPARE(world.book.parcelsToday[east.number], 1);
    }
    void dayEndsAtMidnight()
    {
        QCOMPARE(dayOf(Instant{86'399'999}), 0);
        QCOMPARE(dayOf(Instant{86'400'000}), 1);
        QCOMPARE(dayOf(Instant{-1}), -1);
        QCOMPARE(dayOf(Instant{-86'400'000}), -1);
        QCOMPARE(dayOf(Instant{-86'400'001}), -2);
    }
    void violationsNameWhatIsWrong()
    {
        World world;
        world.grant();
        world.book.positions[{east, shirt}].reserved = 5;
        auto wrong = world.wrong();
        QCOMPARE(wrong.size(), std::size_t{1});
        QCOMPARE(wrong[0], std::string("node 1, sku 7: reserved is 5, reservations add up to 4"));
    }
    void negativesAreViolations()
    {
        World world;
        world.book.positions[{east, shirt}].buffer = 11;
        QCOMPARE(world.wrong(), std::vector<std::string>{"node 1, sku 7: available is -1"});
        world.book.positions[{east, shirt}].buffer = 10;
        QVERIFY(world.wrong().empty());
    }
    void aReservationWithoutAPositionIsSeen()
    {
        World world;
        world.grant();
        world.book.positions.clear();
        QCOMPARE(world.wrong().size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(Reservations)
#include "tst_reservations.moc"
