// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"
#include "ui/text/rollout_words.h"

#include <QtTest/QTest>

#include <cmath>

namespace holdpoint::ui {

/// Sentences of a rollout: every figure that decides is in them.
class TestRolloutWords : public QObject {
    Q_OBJECT

    static session::GateRow relative()
    {
        session::GateRow g;
        g.id = g.metric = "success.allocation";
        g.stage = Stage::Allocation;
        g.kind = "relative";
        g.owner = Function::Engineering;
        g.blocker = true;
        g.verdict = GateVerdict::NoGo;
        g.value = 4.4, g.low = 1.58, g.high = 12.9;
        g.failures = 40, g.canaryFailures = 14, g.share = 0.1;
        g.logEHarm = std::log(294.0), g.neededHarm = std::log(120.0), g.blockers = 6;
        g.ratioHarm = 1.25, g.ratioSafe = 2;
        return g;
    }

private slots:
    void aNoGoNamesWhatDecided()
    {
        QCOMPARE(gateSentence(Format(), relative()),
                 QStringLiteral(
                     "NO-GO — allocation failures: 14 of 40 failures were in canary (10.0 % share), ratio "
                     "1.58–12.9×, E = 294 against 1.25×; needs E ≥ 20 × 6 gates = 120. Owner: "
                     "Engineering. Blocker."));
    }
    void aGoIsJudgedByWhatIsSafe()
    {
        session::GateRow g = relative();
        g.verdict = GateVerdict::Go;
        g.logESafe = std::log(61.0), g.neededSafe = std::log(20.0);
        const QString text = gateSentence(Format(), g);
        QVERIFY2(text.startsWith(QStringLiteral("GO — ")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("E = 61 against 2×; needs E ≥ 20.")), qPrintable(text));
    }
    void whoWaitsSaysForHowMany()
    {
        session::GateRow g = relative();
        g.verdict = GateVerdict::Inconclusive;
        g.reason = InconclusiveReason::MinSample;
        g.sample = 266, g.least = 500;
        const QString text = gateSentence(Format(), g);
        QVERIFY2(text.startsWith(QStringLiteral("WAIT, too few samples — ")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("266 of 500 orders are there.")), qPrintable(text));
    }
    void noReadingIsNotZero()
    {
        session::GateRow g;
        g.id = g.metric = "recon_acc";
        g.kind = "point", g.unit = "%", g.compare = "ge", g.threshold = 0.999;
        const QString text = gateSentence(Format(), g);
        QVERIFY2(text.contains(QStringLiteral("no reading")) && !text.contains(QLatin1String(" 0")),
                 qPrintable(text));
        QCOMPARE(gateRule(Format(), g), QStringLiteral("≥ 99.90 %"));
    }
    void aDryRunDecidesNothing()
    {
        session::GateRow g = relative();
        g.dryRun = true;
        const QString text = gateSentence(Format(), g);
        QVERIFY(text.contains(QStringLiteral("Dry run")) && !text.contains(QStringLiteral("Blocker")));
    }
    void thePillSaysWhichPauseItIs_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("phase");
        QTest::addColumn<bool>("mirroring");
        QTest::addColumn<bool>("trial");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* tag, RolloutState s, Phase p, bool mirroring, bool trial,
                            const char* said) {
            QTest::newRow(tag) << int(s) << int(p) << mirroring << trial << QString::fromUtf8(said);
        };
        row("growth", RolloutState::PausedExpansion, Phase::Canary, false, false, "growth stopped");
        row("intake", RolloutState::PausedIntake, Phase::Canary, false, false, "new orders to legacy");
        row("trial", RolloutState::PausedIntake, Phase::Canary, false, true, "on trial");
        row("mirror off", RolloutState::PausedExpansion, Phase::Shadow, false, false, "mirroring off");
        row("mirror on", RolloutState::PausedExpansion, Phase::Parallel, true, false, "growth stopped");
    }
    void thePillSaysWhichPauseItIs()
    {
        QFETCH(int, state);
        QFETCH(int, phase);
        QFETCH(bool, mirroring);
        QFETCH(bool, trial);
        QFETCH(QString, said);
        session::RolloutBoard b;
        b.rollout = EntityId(1, 0, EntityKind::Rollout);
        b.state = static_cast<RolloutState>(state);
        b.phase = static_cast<Phase>(phase);
        b.mirroring = mirroring, b.trial = trial;
        const QString pill = stateWord(b);
        QVERIFY2(pill.contains(QStringLiteral("PAUSED")) && pill.endsWith(said), qPrintable(pill));
        for (const char* other : {"growth stopped", "new orders to legacy", "on trial", "mirroring off"})
            QCOMPARE(pill.contains(QLatin1String(other)), said == QLatin1String(other));
    }
    void aFindingHasItsFigures()
    {
        session::FindingRow f{"first_canary_too_large", true, 2, "CA-West", 0.12, 0.05, Never, ""};
        QCOMPARE(findingSentence(Format(), f),
                 QStringLiteral("Step 2: The first canary takes 12 % of all orders; at most 5 % may begin."));
        f = {"gate_incomplete", true, 0, "100%1 sure", 0, 0, Never, ""};
        QVERIFY(findingSentence(Format(), f).contains(QStringLiteral("100%1 sure")));
    }
    void aWordNobodyKnowsIsShownAsItIs()
    {
        QCOMPARE(conditionWord("some_new_thing"), QStringLiteral("some new thing"));
        QCOMPARE(whoWord("K. Osei"), QStringLiteral("K. Osei"));
        QCOMPARE(whoWord("commander"), QStringLiteral("the commander"));
        QCOMPARE(metricWord("latency.p95"), QStringLiteral("Orchestration p95"));
        QCOMPARE(metricWord("latency.p50"), QStringLiteral("Orchestration latency"));
    }
    void differencesCarryTheirSign()
    {
        QCOMPARE(pointsDelta(Format(), 0.034), QStringLiteral("+3.4 pt"));
        QCOMPARE(pointsDelta(Format(), -0.002), QStringLiteral("−0.2 pt"));
        QCOMPARE(timeDelta(Format(), Milliseconds{-50}), QStringLiteral("−0.05 s"));
        QCOMPARE(shareText(Format(), 500), QStringLiteral("5 %"));
        QCOMPARE(shareText(Format(), 150), QStringLiteral("1.5 %"));
    }
};

}  // namespace holdpoint::ui

QTEST_GUILESS_MAIN(holdpoint::ui::TestRolloutWords)
#include "tst_rollout_words.moc"
