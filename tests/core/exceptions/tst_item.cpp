// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/exceptions/item.h"
#include "core/exceptions/triage.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::exceptions;
using namespace std::chrono_literals;

namespace {

constexpr Instant start{1'700'000'000'000};
constexpr ActorName priya{4};

ExceptionOpened problem(Priority priority, std::uint32_t code = 1)
{
    ExceptionOpened p;
    p.about = EntityId(1, 2, EntityKind::Order);
    p.priority = priority;
    p.code = {code};
    p.fingerprint = code * 100;
    p.value = 5'890;
    p.stage = Stage::Handoff;
    p.pointer = "/p" + std::to_string(code);
    return p;
}

struct Item : ExceptionItem {
    template <typename Body>
    Item& add(Body body, Milliseconds after = {})
    {
        apply(*this, {0, start + after, FactBody(std::move(body))}, start + after);
        return *this;
    }
    Item& move(ExceptionState to, Milliseconds after) { return add(ExceptionMoved{to, priya}, after); }
};

Item opened(Priority priority = Priority::P3)
{
    Item item;
    item.add(problem(priority));
    return item;
}

}  // namespace

class ItemTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstProblemOpens()
    {
        const Item item = opened(Priority::P2);
        QCOMPARE(item.state, ExceptionState::New);
        QCOMPARE(item.about, EntityId(1, 2, EntityKind::Order));
        QCOMPARE(item.priority, Priority::P2);
        QCOMPARE(item.code.number, 1U);
        QCOMPARE(item.fingerprint, 100U);
        QCOMPARE(item.value, 5'890);
        QCOMPARE(item.stage, Stage::Handoff);
        QCOMPARE(item.pointer, std::string("/p1"));
        QCOMPARE(item.opened, start);
        QCOMPARE(item.due, start + 1h);
        QCOMPARE(int(item.problems), 1);
    }
    void aMoreUrgentProblemTakesOver()
    {
        Item item = opened(Priority::P3);
        item.add(problem(Priority::P1, 2), 10min);
        QCOMPARE(item.priority, Priority::P1);
        QCOMPARE(item.code.number, 2U);
        QCOMPARE(item.fingerprint, 200U);
        QCOMPARE(item.due, start + 25min);
        QCOMPARE(item.opened, start);
        QCOMPARE(int(item.problems), 2);
        QCOMPARE(item.state, ExceptionState::New);
    }
    void aLessUrgentOneJoinsOnly()
    {
        for (const Priority priority : {Priority::P2, Priority::P3}) {
            Item item = opened(Priority::P2);
            item.add(problem(priority, 2), 10min);
            QCOMPARE(item.priority, Priority::P2);
            QCOMPARE(item.code.number, 1U);
            QCOMPARE(item.due, start + 1h);
            QCOMPARE(int(item.problems), 2);
        }
    }
    void aLaterDueNeverReplacesANearerOne()
    {
        Item item = opened(Priority::P3);
        item.add(problem(Priority::P2, 2), 3h + 30min);
        QCOMPARE(item.priority, Priority::P2);
        QCOMPARE(item.due, start + 4h);
    }
    void oneBlockingProblemBlocks()
    {
        ExceptionOpened harmless = problem(Priority::P1, 2);
        harmless.blocking = false;
        Item item;
        item.add(harmless);
        QVERIFY(!item.blocking);
        item.add(problem(Priority::P4));
        QVERIFY(item.blocking);
        item.add(harmless);
        QVERIFY(item.blocking);
    }
    void aProblemAfterResolvedReopens()
    {
        Item item = opened(Priority::P2);
        item.add(ExceptionResolved{Resolution::Manual, CodeName{9}, priya}, 20min)
            .add(problem(Priority::P3, 2), 2h);
        QCOMPARE(item.state, ExceptionState::Triaged);
        QCOMPARE(item.resolved, Never);
        QVERIFY(item.rootCause.isNone());
        QCOMPARE(int(item.reopened), 1);
        QCOMPARE(int(item.problems), 2);
        QCOMPARE(item.priority, Priority::P2);
        QCOMPARE(item.code.number, 2U);  // what is wrong now, not what was
        QCOMPARE(item.due, start + 3h);
    }
    void whatBlockedBeforeNeedNotBlockAgain()
    {
        Item item = opened();
        ExceptionOpened harmless = problem(Priority::P3, 2);
        harmless.blocking = false;
        item.add(ExceptionResolved{}, 1min).add(harmless, 2min);
        QVERIFY(!item.blocking);
    }
    void resolvedKeepsHowAndWhy()
    {
        Item item = opened();
        item.add(Snoozed{start + 1h, priya})
            .add(ExceptionResolved{Resolution::WrittenOff, CodeName{9}, priya}, 20min);
        QCOMPARE(item.state, ExceptionState::Resolved);
        QCOMPARE(item.resolved, start + 20min);
        QCOMPARE(item.resolution, Resolution::WrittenOff);
        QCOMPARE(item.rootCause.number, 9U);
        QCOMPARE(item.snoozedUntil, Never);
    }
    void theFirstResolutionStays()
    {
        Item item = opened();
        item.add(ExceptionResolved{Resolution::Manual, CodeName{9}, priya}, 20min)
            .add(ExceptionResolved{}, 30min);
        QCOMPARE(item.resolution, Resolution::Manual);
        QCOMPARE(item.resolved, start + 20min);
    }
    void reopenedByAPerson()
    {
        Item item = opened();
        item.add(ExceptionResolved{}, 20min).add(ExceptionReopened{}, 30min);
        QCOMPARE(item.state, ExceptionState::Triaged);
        QCOMPARE(int(item.reopened), 1);
        QCOMPARE(int(item.problems), 1);
        QCOMPARE(item.due, start + 4h + 30min);
    }
    void waitingForOthersStopsTheSla_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("stops");
        for (std::size_t i = 1; i + 1 < CountOf<ExceptionState>; ++i) {
            const auto state = static_cast<ExceptionState>(i);
            const bool stops =
                state == ExceptionState::WaitingVendor || state == ExceptionState::WaitingCustomer;
            QTest::newRow(name(state).data()) << static_cast<int>(i) << stops;
        }
    }
    void waitingForOthersStopsTheSla()
    {
        QFETCH(int, state);
        QFETCH(bool, stops);
        Item item = opened();
        item.move(static_cast<ExceptionState>(state), 10min);
        QCOMPARE(dueAt(item, start + 40min), start + 4h + (stops ? 30min : 0min));
        item.add(ExceptionResolved{}, 70min);
        QCOMPARE(item.due, start + 4h + (stops ? 60min : 0min));
        QCOMPARE(item.waitingSince, Never);
    }
    void waitsAddUp()
    {
        Item item = opened();
        item.move(ExceptionState::WaitingVendor, 10min)
            .move(ExceptionState::WaitingCustomer, 20min)
            .move(ExceptionState::Working, 50min)
            .move(ExceptionState::WaitingVendor, 60min)
            .move(ExceptionState::Working, 65min);
        QCOMPARE(item.due, start + 4h + 45min);
    }
    void aProblemThatJoinsAWaitingItemHasItsOwnTime()
    {
        Item item = opened();
        item.move(ExceptionState::WaitingVendor, 10min).add(problem(Priority::P1, 2), 30min);
        QCOMPARE(item.state, ExceptionState::WaitingVendor);
        QCOMPARE(item.due, start + 45min);
        item.move(ExceptionState::Working, 40min);
        QCOMPARE(item.due, start + 55min);  // stood still from 30 to 40, not from 10
    }
    void peopleLeaveTheirMarks()
    {
        Item item = opened();
        item.add(Assigned{priya, priya}).add(Noted{priya, "called"}).add(Noted{priya, "again"});
        item.add(Labelled{CodeName{5}, priya})
            .add(Labelled{CodeName{6}, priya})
            .add(Labelled{CodeName{5}, priya});
        item.add(Snoozed{start + 1h, priya});
        QCOMPARE(item.assignee, priya);
        QCOMPARE(int(item.notes), 2);
        QCOMPARE(item.labels, (std::vector<CodeName>{{6}, {5}}));
        QCOMPARE(item.snoozedUntil, start + 1h);
        item.add(Labelled{CodeName{6}, priya, true}).add(Assigned{{}, priya}).add(Snoozed{Never, priya});
        QCOMPARE(item.labels, std::vector<CodeName>{{5}});
        QVERIFY(item.assignee.isNone());
        QCOMPARE(item.snoozedUntil, Never);
    }
    void nothingHappensToWhatWasNeverOpened()
    {
        Item item;
        QVERIFY_THROWS_EXCEPTION(CheckFailed, item.add(ExceptionResolved{}));
        QVERIFY_THROWS_EXCEPTION(CheckFailed, item.add(ExceptionReopened{}));
        QVERIFY_THROWS_EXCEPTION(CheckFailed, item.move(ExceptionState::Triaged, 0ms));
        QVERIFY_THROWS_EXCEPTION(CheckFailed, item.add(Noted{}));
        QVERIFY(!isOpened(item));
        item.add(Taken{});  // a fact of another entity
        QVERIFY(!isOpened(item));
    }

    void movesOfTheTable_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("legal");
        for (std::size_t from = 0; from < CountOf<ExceptionState>; ++from)
            for (std::size_t to = 0; to < CountOf<ExceptionState>; ++to) {
                const auto a = static_cast<ExceptionState>(from), b = static_cast<ExceptionState>(to);
                bool legal = a != b && b != ExceptionState::New;
                if (a == ExceptionState::Resolved)
                    legal = b == ExceptionState::Triaged;
                QTest::addRow("%s to %s", name(a).data(), name(b).data())
                    << static_cast<int>(from) << static_cast<int>(to) << legal;
            }
    }
    void movesOfTheTable()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, legal);
        Item item = opened();
        item.state = static_cast<ExceptionState>(from);
        const auto allowed = mayMove(item, static_cast<ExceptionState>(to));
        QCOMPARE(allowed.has_value(), legal);
        if (!legal)
            QCOMPARE(allowed.error().code, Code::Conflict);
    }
    void whatWasNeverOpenedCannotMove()
    {
        QCOMPARE(mayMove(Item{}, ExceptionState::Triaged).error().code, Code::NotFound);
    }
    void resolvingNeedsARootCause()
    {
        Item item = opened();
        QCOMPARE(mayResolve(item, Resolution::Manual, {}).error().code, Code::InvalidArgument);
        QVERIFY(mayResolve(item, Resolution::Manual, CodeName{9}).has_value());
        QVERIFY(mayResolve(item, Resolution::Auto, {}).has_value());
        item.add(ExceptionResolved{});
        QCOMPARE(mayResolve(item, Resolution::Auto, {}).error().code, Code::Conflict);
    }
    void aSnoozeEndsWithinTheSla()
    {
        Item item = opened();
        QVERIFY(!maySnooze(item, start, start));
        QVERIFY(maySnooze(item, start + 1ms, start).has_value());
        QVERIFY(maySnooze(item, start + 4h, start).has_value());
        QCOMPARE(maySnooze(item, start + 4h + 1ms, start).error().code, Code::InvalidArgument);
        item.add(ExceptionResolved{});
        QCOMPARE(maySnooze(item, start + 1h, start).error().code, Code::Conflict);
        QCOMPARE(maySnooze(Item{}, start + 1h, start).error().code, Code::NotFound);
    }
    void theQueueHasOneOrder()
    {
        Item a = opened(Priority::P2), b = opened(Priority::P3), c = opened(Priority::P3),
             d = opened(Priority::P3);
        c.due = b.due + 1ms;
        d.due = b.due;
        b.id = EntityId(1, 0, EntityKind::Exception);
        d.id = EntityId(2, 0, EntityKind::Exception);
        a.due = Never;
        QVERIFY(comesBefore(a, b) && !comesBefore(b, a));
        QVERIFY(comesBefore(b, c) && !comesBefore(c, b));
        QVERIFY(comesBefore(b, d) && !comesBefore(d, b));
        QVERIFY(!comesBefore(a, a));
    }
};

QTEST_APPLESS_MAIN(ItemTest)
#include "tst_item.moc"
