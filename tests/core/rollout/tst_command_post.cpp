// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/command_post.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

constexpr Instant T0{1'800'000'000'000};
constexpr Milliseconds Minute{60'000}, Tick{1};

CommandPost post() { return {"Ana", "Dee", {}, T0, T0}; }

}  // namespace

class CommandPostTest : public QObject {
    Q_OBJECT

private slots:
    void commandPassesByAnAcceptedOffer()
    {
        const auto offer = offered(post(), "Ana", "Bo", T0).value();
        QCOMPARE(offer.commander, std::string("Ana"));  // until it is accepted
        QCOMPARE(accepted(offer, "Cy", T0).error().code, Code::NotFound);
        const auto next = accepted(offer, "Bo", T0 + Minute - Tick).value();
        QCOMPARE(next.commander, std::string("Bo"));
        QVERIFY(!next.offer);
        QCOMPARE(accepted(offer, "Bo", T0 + Minute).error().code, Code::Stale);
        QCOMPARE(accepted(next, "Bo", T0).error().code, Code::NotFound);
    }
    void onlyTheCommanderOffers()
    {
        QCOMPARE(offered(post(), "Dee", "Bo", T0).error().code, Code::Forbidden);
        QCOMPARE(offered(post(), "Ana", "Ana", T0).error().code, Code::InvalidArgument);
        QCOMPARE(offered(post(), "Ana", "", T0).error().code, Code::InvalidArgument);
    }
    void theDeputyActsOnlyWhileTheCommanderIsGone()
    {
        CommandPost p = post();
        p.deputySeen = T0 + Minute + Tick;
        QVERIFY(!p.deputyActs(T0 + Minute));
        QVERIFY(p.deputyActs(T0 + Minute + Tick));
        p.deputySeen = T0 - Minute;
        QVERIFY(!p.deputyActs(T0 + Minute + Tick));
    }
    void takingCommand()
    {
        CommandPost p = post();
        QCOMPARE(taken(p, "Dee", false, T0 + Minute).error().code, Code::Conflict);
        p.deputySeen = T0 + 2 * Minute;
        QCOMPARE(taken(p, "Ops", true, T0 + 2 * Minute).error().code, Code::Conflict);  // the deputy is there
        const auto byDeputy = taken(p, "Dee", false, T0 + 2 * Minute).value();
        QCOMPARE(byDeputy.commander, std::string("Dee"));
        QVERIFY(byDeputy.deputy.empty());
        p.deputySeen = T0;
        QCOMPARE(taken(p, "Ops", true, T0 + 2 * Minute).value().commander, std::string("Ops"));
        QCOMPARE(taken(p, "Eve", false, T0 + 2 * Minute).error().code, Code::Forbidden);
    }
    void nobodyThereIsCounted()
    {
        CommandPost p = post();
        QVERIFY(!p.absent(T0 + Minute));
        QCOMPARE(p.absent(T0 + 16 * Minute), std::optional(Milliseconds{16 * Minute}));
        p.deputySeen = T0 + 16 * Minute;
        QVERIFY(!p.absent(T0 + 16 * Minute));
        p.deputy.clear();
        QVERIFY(p.absent(T0 + 16 * Minute));
    }
};

QTEST_APPLESS_MAIN(CommandPostTest)
#include "tst_command_post.moc"
