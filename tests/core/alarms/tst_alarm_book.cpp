// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarm_book.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::alarms;

namespace {

constexpr Milliseconds Second{1'000};

Instant at(int seconds) { return {1'800'000'000'000 + seconds * 1'000}; }

Sight sight(Reading reading, const std::string& vendor = {}, Delays delays = {60 * Second, 30 * Second})
{
    Sight s;
    s.key = {AlarmKind::DownstreamErrors, vendor};
    s.reading = reading;
    s.delays = delays;
    s.priority = Priority::P2;
    return s;
}

Sight now(Reading reading, const std::string& vendor = {}) { return sight(reading, vendor, {}); }

}  // namespace

class AlarmBookTest : public QObject {
    Q_OBJECT

private slots:
    void aBandReadsBothSidesOfItsLimit()
    {
        const Band most{2.0, 0.5, false};
        QCOMPARE(most.read(2.01), Reading::Breached);
        QCOMPARE(most.read(2.0), Reading::Between);
        QCOMPARE(most.read(1.51), Reading::Between);
        QCOMPARE(most.read(1.5), Reading::Normal);
        QCOMPARE(most.read(std::nullopt), Reading::Unknown);
        const Band least{99.5, 0.1, true};
        QCOMPARE(least.read(99.49), Reading::Breached);
        QCOMPARE(least.read(99.5), Reading::Between);
        QCOMPARE(least.read(99.7), Reading::Normal);
    }
    void itIsRaisedAfterTheOnDelayAndNotBefore()
    {
        AlarmBook book;
        book.look(sight(Reading::Breached), at(0));
        book.look(sight(Reading::Breached), at(59));
        QVERIFY(book.listed().empty());
        book.look(sight(Reading::Breached), at(60));
        QCOMPARE(book.listed().size(), std::size_t{1});
        QCOMPARE(book.listed().front().raised, at(60));
        QCOMPARE(book.listed().front().state, AlarmState::Unacknowledged);
    }
    void aPauseBeginsTheOnDelayAnew()
    {
        AlarmBook book;
        book.look(sight(Reading::Breached), at(0));
        book.look(sight(Reading::Between), at(30));
        book.look(sight(Reading::Breached), at(60));
        book.look(sight(Reading::Breached), at(119));
        QVERIFY(book.listed().empty());
        book.look(sight(Reading::Breached), at(120));
        QCOMPARE(book.listed().size(), std::size_t{1});
    }
    void itIsClearedAfterTheOffDelayAndNotBefore()
    {
        AlarmBook book;
        book.look(sight(Reading::Breached, {}, {{}, 30 * Second}), at(0));
        book.look(sight(Reading::Normal), at(10));
        book.look(sight(Reading::Normal), at(39));
        QVERIFY(book.isOn({AlarmKind::DownstreamErrors, {}}));
        book.look(sight(Reading::Normal), at(40));
        QVERIFY(!book.isOn({AlarmKind::DownstreamErrors, {}}));
        QCOMPARE(book.listed().front().cleared, at(40));
    }
    void insideTheDeadbandItStays()
    {
        AlarmBook book;
        book.look(now(Reading::Breached), at(0));
        book.look(now(Reading::Between), at(600));
        QVERIFY(book.isOn({AlarmKind::DownstreamErrors, {}}));
        book.look(now(Reading::Normal), at(601));
        QVERIFY(!book.isOn({AlarmKind::DownstreamErrors, {}}));
    }
    void withoutAFigureNothingChanges()
    {
        AlarmBook book;
        book.look(now(Reading::Breached), at(0));
        book.look(now(Reading::Unknown), at(600));
        QVERIFY(book.isOn({AlarmKind::DownstreamErrors, {}}));
    }
    void returnedWithoutAcknowledgementItStaysListed()
    {
        AlarmBook book;
        book.look(now(Reading::Breached), at(0));
        book.look(now(Reading::Normal), at(1));
        QCOMPARE(book.listed().front().state, AlarmState::ReturnedUnacknowledged);
        QVERIFY(book.acknowledge({AlarmKind::DownstreamErrors, {}}, at(2)));
        QVERIFY(book.listed().empty());
    }
    void returnedItKeepsTheWorstItWas()
    {
        AlarmBook book;
        const auto look = [&book](Reading reading, double value, int seconds) {
            Sight s = now(reading);
            s.value = value;
            s.limit = 2;
            s.orders = static_cast<std::int64_t>(value);
            book.look(s, at(seconds));
            return book.listed().front();
        };
        QCOMPARE(look(Reading::Breached, 3, 0).value, std::optional(3.0));
        QCOMPARE(look(Reading::Breached, 7, 1).value, std::optional(7.0));
        QCOMPARE(look(Reading::Breached, 4, 2).value, std::optional(4.0));  // while it is on: of now
        const Alarm over = look(Reading::Normal, 0, 3);
        QCOMPARE(over.state, AlarmState::ReturnedUnacknowledged);
        QCOMPARE(over.value, std::optional(7.0));
        QCOMPARE(look(Reading::Normal, 0, 4).value, std::optional(7.0));
        QCOMPARE(look(Reading::Normal, 0, 5).orders, std::int64_t{0});
        QCOMPARE(look(Reading::Breached, 3, 6).value, std::optional(3.0));  // another time
        QCOMPARE(look(Reading::Normal, 0, 7).value, std::optional(3.0));
    }
    void acknowledgedItLeavesWhenItReturns()
    {
        AlarmBook book;
        book.look(now(Reading::Breached), at(0));
        QVERIFY(book.acknowledge({AlarmKind::DownstreamErrors, {}}, at(1)));
        QCOMPARE(book.listed().front().state, AlarmState::Acknowledged);
        QVERIFY(!book.acknowledge({AlarmKind::DownstreamErrors, {}}, at(2)));
        book.look(now(Reading::Normal), at(3));
        QVERIFY(book.listed().empty());
    }
    void raisedAgainItKeepsItsIdAndWantsALook()
    {
        AlarmBook book;
        book.look(now(Reading::Breached), at(0));
        const auto id = book.listed().front().id;
        book.look(now(Reading::Normal), at(1));
        book.look(now(Reading::Breached), at(2));
        QCOMPARE(book.listed().size(), std::size_t{1});
        QCOMPARE(book.listed().front().id, id);
        QCOMPARE(book.listed().front().state, AlarmState::Unacknowledged);
        QCOMPARE(book.listed().front().cleared, Never);
    }
    void acknowledgingWhatIsNotThereDoesNothing()
    {
        AlarmBook book;
        QVERIFY(!book.acknowledge({AlarmKind::LatencyHigh, {}}, at(0)));
        QVERIFY(book.take().empty());
    }
    void theFirstOfAnEpisodeIsMarked()
    {
        AlarmBook book;
        book.look(now(Reading::Breached, "a"), at(0));
        book.look(now(Reading::Breached, "b"), at(1));
        QVERIFY(book.listed()[0].firstOut);
        QVERIFY(!book.listed()[1].firstOut);
        book.look(now(Reading::Normal, "a"), at(2));
        book.look(now(Reading::Normal, "b"), at(3));
        book.look(now(Reading::Breached, "c"), at(4));  // a new episode
        for (const Alarm& alarm : book.listed())
            QCOMPARE(alarm.firstOut, alarm.key.vendor == "c");
    }
    void aConsequenceIsNotRaisedWhileItsCauseIsOn()
    {
        AlarmBook book;
        book.look(now(Reading::Breached, "a"), at(0));
        Sight rising = now(Reading::Breached);
        rising.key.kind = AlarmKind::BacklogRising;
        rising.causes = {{AlarmKind::DownstreamErrors, "a"}};
        book.look(rising, at(1));
        QVERIFY(!book.isOn(rising.key));
        book.look(now(Reading::Normal, "a"), at(2));
        book.look(rising, at(3));
        QVERIFY(book.isOn(rising.key));
    }
    void itGrowsMoreUrgentAndNeverLess()
    {
        AlarmBook book;
        Sight s = now(Reading::Breached);
        book.look(s, at(0));
        s.priority = Priority::P1;
        book.look(s, at(1));
        QCOMPARE(book.listed().front().priority, Priority::P1);
        s.priority = Priority::P3;
        book.look(s, at(2));
        QCOMPARE(book.listed().front().priority, Priority::P1);
    }
    void theMostUrgentComesFirst()
    {
        AlarmBook book;
        book.look(now(Reading::Breached, "late"), at(0));
        Sight urgent = now(Reading::Breached, "urgent");
        urgent.priority = Priority::P1;
        book.look(urgent, at(1));
        QCOMPARE(book.listed().front().key.vendor, std::string("urgent"));
    }
    void whatHappenedIsToldOnceInOrder()
    {
        AlarmBook book;
        book.look(now(Reading::Breached), at(0));
        book.acknowledge({AlarmKind::DownstreamErrors, {}}, at(1));
        book.look(now(Reading::Normal), at(2));
        const auto told = book.take();
        QCOMPARE(told.size(), std::size_t{3});
        QCOMPARE(told[0].what, AlarmChange::What::Raised);
        QCOMPARE(told[1].what, AlarmChange::What::Acknowledged);
        QCOMPARE(told[2].what, AlarmChange::What::Cleared);
        QVERIFY(book.take().empty());
    }
    void aShelvedAlarmIsListedApartAndComesBackByItself()
    {
        AlarmBook book;
        const AlarmKey key{AlarmKind::DownstreamErrors, "a"};
        book.look(now(Reading::Breached, "a"), at(0));
        QVERIFY(!book.shelve(key, at(60), "Ana", {}, at(1)));      // no reason
        QVERIFY(!book.shelve(key, at(1), "Ana", "known", at(1)));  // no time
        QVERIFY(!book.shelve({AlarmKind::SlaWave, {}}, at(60), "Ana", "known", at(1)));
        QVERIFY(book.shelve(key, at(60), "Ana", "known", at(1)));
        QVERIFY(book.listed().empty());
        QCOMPARE(book.shelved().front().shelvedBy, std::string("Ana"));
        book.look(now(Reading::Breached, "a"), at(59));
        QVERIFY(book.listed().empty());
        book.look(now(Reading::Breached, "a"), at(60));
        QCOMPARE(book.listed().size(), std::size_t{1});
        QVERIFY(book.shelved().empty());
    }
    void nobodyShelvesForMoreThanEightHours()
    {
        AlarmBook book;
        const AlarmKey key{AlarmKind::DownstreamErrors, {}};
        book.look(now(Reading::Breached), at(0));
        QVERIFY(book.shelve(key, at(9 * 3'600), "Ana", "known", at(0)));
        QCOMPARE(book.shelved().front().shelvedUntil, at(8 * 3'600));
    }
    void anotherPhaseBringsShelvedAlarmsBack()
    {
        AlarmBook book;
        book.look(now(Reading::Breached), at(0));
        book.shelve({AlarmKind::DownstreamErrors, {}}, at(60), "Ana", "known", at(1));
        book.unshelveAll();
        QCOMPARE(book.listed().size(), std::size_t{1});
    }
    void whatReturnsWhileItIsShelvedStaysShelved()
    {
        AlarmBook book;
        book.look(now(Reading::Breached), at(0));
        book.shelve({AlarmKind::DownstreamErrors, {}}, at(60), "Ana", "known", at(1));
        book.look(now(Reading::Normal), at(2));
        book.look(now(Reading::Breached), at(3));
        QVERIFY(book.listed().empty());
        QCOMPARE(book.shelved().size(), std::size_t{1});
    }
    void aConsequenceIsToldUnderItsCause()
    {
        AlarmBook book;
        Sight follows = now(Reading::Breached);
        follows.key = {AlarmKind::BacklogRising, {}};
        follows.causes = {{AlarmKind::DownstreamErrors, "a"}};
        book.look(now(Reading::Breached, "a"), at(0));
        book.look(follows, at(1));
        QCOMPARE(book.listed().size(), std::size_t{1});
        QCOMPARE(book.listed().front().consequences, 1);
        QCOMPARE(book.suppressed().front().cause, std::string("downstream_errors a"));
        follows.reading = Reading::Normal;
        book.look(follows, at(2));
        QVERIFY(book.suppressed().empty());
        QCOMPARE(book.listed().front().consequences, 0);
    }
    void moreThanTenInTenMinutesAreAFloodUntilFewerThanFive()
    {
        AlarmBook book;
        const auto raise = [&](int n, Instant when) {
            book.look(now(Reading::Breached, std::to_string(n)), when);
        };
        for (int i = 0; i < 10; ++i)
            raise(i, at(i));
        QVERIFY(!book.load().flood());
        raise(10, at(10));
        QVERIFY(book.load().flood());
        QCOMPARE(book.load().floodSince(), at(10));
        book.look(now(Reading::Breached, "0"), at(605));  // six came in the ten minutes before
        QCOMPARE(book.load().lastTenMinutes(), 6);
        QVERIFY(book.load().flood());
        book.look(now(Reading::Breached, "0"), at(607));
        QCOMPARE(book.load().lastTenMinutes(), 4);
        QVERIFY(!book.load().flood());
        QCOMPARE(book.load().most(), 11);
    }
    void threeInAMinuteChatter()
    {
        AlarmLoad load;
        for (const int when : {0, 40, 101})
            load.raised("slow", Priority::P3, at(when));
        for (const int when : {0, 30, 60})
            load.raised("quick", Priority::P3, at(when));
        for (const AlarmLoad::Frequent& one : load.frequent())
            QCOMPARE(one.chatters, one.alarm == "quick");
        QCOMPARE(load.byPriority()[2], 6);
    }
    void whatIsOnForMoreThanADayIsStanding()
    {
        AlarmBook book;
        book.look(now(Reading::Breached), at(0));
        QCOMPARE(book.standing(at(86'400)), 0);
        QCOMPARE(book.standing(at(86'401)), 1);
    }
    void timeToAcknowledgeIsMeasured()
    {
        AlarmBook book;
        QVERIFY(!book.load().meanToAcknowledge());
        book.look(now(Reading::Breached, "a"), at(0));
        book.look(now(Reading::Breached, "b"), at(0));
        book.acknowledge({AlarmKind::DownstreamErrors, "a"}, at(10));
        book.acknowledge({AlarmKind::DownstreamErrors, "b"}, at(30));
        QCOMPARE(*book.load().meanToAcknowledge(), 20 * Second);
    }
};

QTEST_GUILESS_MAIN(AlarmBookTest)
#include "tst_alarm_book.moc"
