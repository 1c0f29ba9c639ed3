// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/rollout/ownership.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

const Ownership Ours{OrderOwner::Holdpoint, 1, {10}, "canary", 2};

EntityId order(std::uint64_t n) { return {n, 0, EntityKind::Order}; }

}  // namespace

class OwnershipTest : public QObject {
    Q_OBJECT

private slots:
    void anOfferStopsEffectsAtOnce()
    {
        QVERIFY(mayAct(Ours, 1));
        const auto offer = offered(Ours, 1, {20}, "rollback").value();
        QCOMPARE(offer.owner, OrderOwner::Transfer);
        QCOMPARE(offer.epoch, 2U);
        QVERIFY(!mayAct(offer, 1));
        QVERIFY(!mayAct(offer, 2));
    }
    void acceptedItIsLegacys()
    {
        const auto offer = offered(Ours, 1, {20}, "rollback").value();
        const auto done = handedBack(offer, 2, {30}).value();
        QCOMPARE(done.owner, OrderOwner::Legacy);
        QCOMPARE(done.reason, std::string("rollback"));
        QVERIFY(!mayAct(done, 2));
    }
    void refusedItIsOursAgainInANewEpoch()
    {
        const auto offer = offered(Ours, 1, {20}, "rollback").value();
        const auto back = refusedBack(offer, 2, {30}, "legacy refused: shipped").value();
        QCOMPARE(back.owner, OrderOwner::Holdpoint);
        QCOMPARE(back.epoch, 3U);
        QVERIFY(mayAct(back, 3));
        QVERIFY(!mayAct(back, 1));  // what was planned before the offer is fenced
    }
    void lateAnswersAndDoubleOffersAreRefused()
    {
        const auto offer = offered(Ours, 1, {20}, "r").value();
        QCOMPARE(offered(offer, 2, {21}, "r").error().code, Code::Conflict);
        QCOMPARE(offered(Ours, 0, {21}, "r").error().code, Code::Conflict);
        QCOMPARE(handedBack(offer, 1, {22}).error().code, Code::Conflict);
        QCOMPARE(handedBack(Ours, 1, {22}).error().code, Code::Conflict);
        const auto back = refusedBack(offer, 2, {23}, "no").value();
        QCOMPARE(handedBack(back, 2, {24}).error().code, Code::Conflict);
    }
    void theFirstDecisionSticks()
    {
        Ledger ledger;
        QVERIFY(ledger.decide(order(1), Ours).second);
        const Ownership other{OrderOwner::Legacy, 0, {99}, "weight lowered", 3};
        const auto again = ledger.decide(order(1), other);
        QVERIFY(!again.second);
        QCOMPARE(again.first, Ours);
    }
    void aStaleWriterIsFenced()
    {
        Ledger ledger;
        ledger.decide(order(1), Ours);
        const auto offer = offered(Ours, 1, {20}, "r").value();
        QVERIFY(ledger.replace(order(1), offer));
        QCOMPARE(ledger.replace(order(1), offer).error().code, Code::Conflict);
        QCOMPARE(ledger.replace(order(1), Ours).error().code, Code::Conflict);
        QVERIFY(ledger.replace(order(1), handedBack(offer, 2, {30}).value()));
        QCOMPARE(ledger.replace(order(2), Ours).error().code, Code::NotFound);
    }
    void oneOwnerWhateverComes()
    {
        SeededRng rng(5);
        Ownership row = Ours;
        std::uint32_t highest = row.epoch;
        for (int i = 0; i < 20'000; ++i) {
            const auto epoch = static_cast<std::uint32_t>(row.epoch + rng.below(3) - 1);
            const auto pick = rng.below(3);
            const auto next = pick == 0   ? offered(row, epoch, {i}, "x")
                              : pick == 1 ? handedBack(row, epoch, {i})
                                          : refusedBack(row, epoch, {i}, "x");
            if (next) {
                QVERIFY(next->epoch >= highest);
                // Who may act never changes hands inside an epoch.
                QVERIFY(!(next->epoch == row.epoch && next->owner == OrderOwner::Holdpoint));
                highest = next->epoch;
                row = *next;
            }
            if (row.owner == OrderOwner::Legacy)
                row = {OrderOwner::Holdpoint, row.epoch + 1, {i}, "new", 2};
        }
        QVERIFY(highest > 100);
    }
};

QTEST_APPLESS_MAIN(OwnershipTest)
#include "tst_ownership.moc"
