// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/rollout/rollback.h"
#include "core/rollout/stop_receipt.h"

#include <QTest>
#include <numeric>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

EntityId order(std::uint64_t n) { return {n, 0, EntityKind::Order}; }

RollbackBook one(OrderPosition position, const Dispositions& plan = {})
{
    RollbackBook book;
    book.freeze(order(1), position, plan);
    return book;
}
RowState stateOf(const RollbackBook& book, std::uint64_t n = 1) { return book.find(order(n))->state; }
bool take(RollbackBook& book, RollbackBook::Note note, std::uint64_t n = 1)
{
    return book.take(order(n), note).has_value();
}

constexpr Instant T0{1'800'000'000'000};
constexpr Milliseconds Second{1'000};

}  // namespace

class RollbackTest : public QObject {
    Q_OBJECT

private slots:
    void theTableOfDispositions_data()
    {
        QTest::addColumn<int>("position");
        QTest::addColumn<QStringList>("actions");
        const auto row = [](OrderPosition p, QStringList actions) {
            QTest::newRow(name(p).data()) << static_cast<int>(p) << actions;
        };
        using enum OrderPosition;
        row(Undecided, {"continue", "hand_back", "hand_back"});
        row(Decided, {"continue", "hand_back", "hand_back"});
        row(Reserved, {"continue", "drain", "release_then_hand_back", "adopt_reservation"});
        row(OutcomeUnknown, {"probe", "probe", "freeze"});
        row(WithNode, {"continue", "drain", "drain", "recall_or_drain"});
        row(PartlyShipped, {"continue", "drain", "drain"});
        row(Captured, {"continue", "drain", "drain"});
        row(Reversing, {"continue", "drain", "drain"});
        row(InQueue, {"continue", "continue", "stay"});
        row(Terminal, {"reconcile_only", "reconcile_only", "reconcile_only"});
    }
    void theTableOfDispositions()
    {
        QFETCH(int, position);
        QFETCH(QStringList, actions);
        const auto p = static_cast<OrderPosition>(position);
        QStringList ours;
        for (const PauseKind k : {PauseKind::Expansion, PauseKind::Intake})
            ours << name(actionFor(p, k)).data();
        for (const InFlightAction a : choicesFor(p))
            ours << name(a).data();
        QCOMPARE(ours, actions);
    }
    void anUnknownOutcomeBindsMost()
    {
        OrderFacts f{.inQueue = true, .outcomeUnknown = true, .captured = true, .reserved = true};
        QCOMPARE(positionOf(f), OrderPosition::OutcomeUnknown);
        f.outcomeUnknown = false;
        QCOMPARE(positionOf(f), OrderPosition::InQueue);
        f.inQueue = false;
        QCOMPARE(positionOf(f), OrderPosition::Captured);
        f.captured = false;
        QCOMPARE(positionOf(f), OrderPosition::Reserved);
        f.terminal = true;
        QCOMPARE(positionOf(f), OrderPosition::Terminal);
        QCOMPARE(positionOf(OrderFacts{}), OrderPosition::Undecided);
    }
    void aHandBackHasTwoPhases()
    {
        RollbackBook book = one(OrderPosition::Undecided);
        QVERIFY(take(book, {News::Started, 4}));
        QCOMPARE(stateOf(book), RowState::Offered);
        QVERIFY(!book.everyOrderDisposed());
        QVERIFY(!take(book, {News::LegacyAccepted, 3}));  // of another offer
        QVERIFY(take(book, {News::LegacyAccepted, 4}));
        QCOMPARE(stateOf(book), RowState::HandedBack);
        QVERIFY(book.everyOrderDisposed());
    }
    void noAnswerIsNoAnswer()
    {
        RollbackBook book = one(OrderPosition::Undecided);
        take(book, {News::Started, 4});
        QVERIFY(take(book, {News::OfferTimedOut, 4}));
        QCOMPARE(stateOf(book), RowState::Offered);
        QCOMPARE(book.counts().timedOut, std::int64_t{1});
        QVERIFY(!book.everyOrderDisposed());
        QVERIFY(take(book, {News::LegacyAccepted, 4}));  // late is not never
        QCOMPARE(book.counts().timedOut, std::int64_t{0});
    }
    void whatLegacyRefusesFinishesHere()
    {
        RollbackBook book = one(OrderPosition::Decided);
        take(book, {News::Started, 4});
        QVERIFY(take(book, {News::LegacyRefused, 4}));
        QCOMPARE(stateOf(book), RowState::Draining);
        QVERIFY(!book.everyOrderDisposed());  // a drain needs an approval
        QVERIFY(take(book, {News::DrainApproved}));
        QVERIFY(book.everyOrderDisposed());
        QVERIFY(!book.nothingDrains());
        QVERIFY(take(book, {News::Finished}));
        QVERIFY(book.nothingDrains());
        QCOMPARE(book.counts().refused, std::int64_t{1});
    }
    void reservationsAreReleasedFirst()
    {
        RollbackBook book;
        book.freeze(order(1), OrderPosition::Reserved, {}, 3);
        take(book, {News::Started, 4});
        QCOMPARE(stateOf(book), RowState::Releasing);
        QVERIFY(!take(book, {News::LegacyAccepted, 4}));
        QVERIFY(take(book, {News::Released, 5}));
        QCOMPARE(stateOf(book), RowState::Offered);
        QCOMPARE(book.counts().effectsReleased, std::int64_t{3});  // effects, not orders
        QVERIFY(take(book, {News::Released, 5}));
        QCOMPARE(book.counts().effectsReleased, std::int64_t{3});
    }
    void aReleaseThatFailsFinishesHere()
    {
        RollbackBook book = one(OrderPosition::Reserved);
        take(book, {News::Started, 4});
        QVERIFY(take(book, {News::ReleaseFailed}));
        QCOMPARE(stateOf(book), RowState::Draining);
        QCOMPARE(book.counts().effectsFailed, std::int64_t{1});
    }
    void thePlansChoiceHolds()
    {
        Dispositions plan{};
        plan[static_cast<std::size_t>(OrderPosition::Reserved)] = InFlightAction::AdoptReservation;
        RollbackBook book = one(OrderPosition::Reserved, plan);
        take(book, {News::Started, 4});
        QCOMPARE(stateOf(book), RowState::Offered);
    }
    void anUnknownOutcomeIsAskedAndNeverHandedBack()
    {
        RollbackBook book = one(OrderPosition::OutcomeUnknown);
        take(book, {News::Started, 4});
        QCOMPARE(stateOf(book), RowState::Asking);
        QVERIFY(!take(book, {News::LegacyAccepted, 4}));
        QVERIFY(!take(book, {News::OwnerNamed}));
        RollbackBook::Note named{News::OwnerNamed};
        named.words = "Bo";
        QVERIFY(take(book, named));
        QVERIFY(book.everyOrderDisposed());
        RollbackBook::Note known{News::OutcomeKnown};
        known.position = OrderPosition::OutcomeUnknown;
        QVERIFY(!take(book, known));
        known.position = OrderPosition::Decided;
        QVERIFY(take(book, known));
        QCOMPARE(stateOf(book), RowState::Waiting);
        QVERIFY(!book.everyOrderDisposed());
        QCOMPARE(book.waiting(), std::vector{order(1)});
    }
    void terminalOrdersAreReconciledOnly()
    {
        const RollbackBook book = one(OrderPosition::Terminal);
        QCOMPARE(book.counts().inFlight, std::int64_t{0});
        QCOMPARE(book.counts().terminal, std::int64_t{1});
        QVERIFY(book.everyOrderDisposed());
    }
    void whatWasNotFrozenIsNotInTheBook()
    {
        RollbackBook book = one(OrderPosition::Decided);
        QCOMPARE(book.take(order(2), {News::Started, 4}).error().code, Code::NotFound);
    }
    void thePreviewDoesNothing()
    {
        const auto all = preview({{order(1), OrderPosition::Decided},
                                  {order(2), OrderPosition::Decided},
                                  {order(3), OrderPosition::OutcomeUnknown}},
                                 {});
        QCOMPARE(all.at(OrderPosition::Decided).at(InFlightAction::HandBack), std::int64_t{2});
        QCOMPARE(all.at(OrderPosition::OutcomeUnknown).at(InFlightAction::Freeze), std::int64_t{1});
    }
    void theSumIsAlwaysTheFrozenCount()
    {
        SeededRng rng(99);
        RollbackBook book;
        std::int64_t inFlight = 0;
        for (std::uint64_t n = 1; n <= 300; ++n) {
            const auto p = static_cast<OrderPosition>(rng.below(OrderPositions));
            book.freeze(order(n), p, {});
            inFlight += p != OrderPosition::Terminal;
        }
        std::vector<std::pair<EntityId, RollbackBook::Note>> journal;
        for (int i = 0; i < 20'000; ++i) {
            RollbackBook::Note note{static_cast<News>(rng.below(CountOf<News>)),
                                    static_cast<std::uint32_t>(1 + rng.below(2)),
                                    static_cast<OrderPosition>(rng.below(9)), "Bo"};
            const EntityId id = order(1 + rng.below(300));
            if (book.take(id, note))
                journal.emplace_back(id, note);
            const auto c = book.counts();
            if (i % 100 == 0) {
                QCOMPARE(c.inFlight, inFlight);
                QCOMPARE(std::accumulate(c.now.begin(), c.now.end(), std::int64_t{0}), inFlight);
                QCOMPARE(std::accumulate(c.planned.begin(), c.planned.end(), std::int64_t{0}), inFlight);
                QVERIFY(c.remaining() >= 0);
            }
        }
        QVERIFY(journal.size() > 1'000);
        // A crash: the list anew, and the journal once more.
        RollbackBook again;
        SeededRng same(99);
        for (std::uint64_t n = 1; n <= 300; ++n)
            again.freeze(order(n), static_cast<OrderPosition>(same.below(OrderPositions)), {});
        for (const auto& [id, note] : journal)
            (void)again.take(id, note);
        QVERIFY(again.orders() == book.orders());
    }
    void aStopIsVerifiedByTraffic()
    {
        StopReceipt r(T0);
        QCOMPARE(r.read(T0).state, CommandState::Requested);
        QCOMPARE(r.read(T0 + 2 * Second).state, CommandState::Requested);
        QCOMPARE(r.read(T0 + 2 * Second + Milliseconds{1}).state, CommandState::Unknown);
        r.accepted(T0 + Second);
        QCOMPARE(r.read(T0 + 4 * Second).state, CommandState::Accepted);
        QCOMPARE(r.read(T0 + 5 * Second + Milliseconds{1}).alarm, std::optional(Priority::P2));
        QCOMPARE(r.read(T0 + 61 * Second).state, CommandState::Unknown);
        QCOMPARE(r.read(T0 + 61 * Second).alarm, std::optional(Priority::P1));
        r.effective(T0 + 2 * Second);
        r.order(true, T0 + 3 * Second);  // one was under way
        r.order(false, T0 + 4 * Second);
        QCOMPARE(r.read(T0 + 12 * Second).state, CommandState::Effective);
        QCOMPARE(r.read(T0 + 13 * Second).state, CommandState::Verified);
        QCOMPARE(r.read(T0 + 13 * Second).took, std::optional(Milliseconds{3'000}));
    }
    void withoutTrafficNothingIsVerified()
    {
        StopReceipt r(T0);
        r.accepted(T0);
        r.effective(T0);
        QVERIFY(!r.read(T0 + 30 * Second - Milliseconds{1}).nothingToMeasure);
        QVERIFY(r.read(T0 + 30 * Second).nothingToMeasure);
        QCOMPARE(r.read(T0 + 300 * Second).state, CommandState::Effective);
    }
    void anOrderOnTheNewPathTenSecondsLaterIsAFailure()
    {
        StopReceipt r(T0);
        r.accepted(T0);
        r.effective(T0);
        r.order(true, T0 + 10 * Second);
        QVERIFY(r.read(T0 + 11 * Second).state != CommandState::Failed);
        r.order(true, T0 + 10 * Second + Milliseconds{1});
        QCOMPARE(r.read(T0 + 11 * Second).state, CommandState::Failed);
        QCOMPARE(r.read(T0 + 11 * Second).alarm, std::optional(Priority::P1));
    }
};

QTEST_APPLESS_MAIN(RollbackTest)
#include "tst_rollback.moc"
