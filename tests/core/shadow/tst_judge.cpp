// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shadow/judge.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::shadow;

namespace {

constexpr Instant Now{1'800'000'000'000};
constexpr Milliseconds Day{24LL * 3'600'000};

VerdictRule rule(DifferenceVerdict v)
{
    VerdictRule r{"v1", "sig", v, "Bo", "agreed on Monday", true, Now + Day, 0};
    if (v == DifferenceVerdict::AcceptableDrift)
        r.ceiling = 2;
    return r;
}
bool ok(const VerdictRule& r, Role role) { return check(r, role, Now).has_value(); }

}  // namespace

class JudgeTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstCauseThatFits()
    {
        using enum DiscrepancyCause;
        CauseFacts f;
        QCOMPARE(propose(f).cause, Unclassified);
        QCOMPARE(propose(f).verdict, DifferenceVerdict::Unjudged);
        f.reproducible = true;  // each line is put before what was there
        QCOMPARE(propose(f).cause, EngineFault);
        f.selfNoise = true;
        QCOMPARE(propose(f).cause, Nondeterminism);
        QCOMPARE(propose(f).verdict, DifferenceVerdict::Defect);
        f.withinTolerance = true;
        QCOMPARE(propose(f).cause, WithinTolerance);
        f.legacyRuleWithoutCounterpart = "L-12";
        QCOMPARE(propose(f).cause, MissingRule);
        QVERIFY(propose(f).why.find("L-12") != std::string::npos);
        f.intendedRule = "R-3";
        QCOMPARE(propose(f).cause, IntendedChange);
        f.clockOrArrivalDiffers = true;
        QCOMPARE(propose(f).cause, IntendedChange);  // not proven by a replay
        f.replayInOtherOrderRemovesIt = true;
        QCOMPARE(propose(f).cause, SyncAnomaly);
        f.snapshotsDiffer = true;
        QCOMPARE(propose(f).cause, SyncAnomaly);
        f.rerunOnOtherSnapshotRemovesIt = true;
        QCOMPARE(propose(f).cause, StaleInventory);
        f.codeUnmapped = true;
        QCOMPARE(propose(f).cause, VendorMapping);
        f.contractFailed = true;
        QCOMPARE(propose(f).cause, ContractMismatch);
    }
    void severities()
    {
        QCOMPARE(severityOf({.oversell = true, .cosmetic = true}), Priority::P1);
        QCOMPARE(severityOf({.promiseTooEarly = true}), Priority::P1);
        QCOMPARE(severityOf({.costOrSlaEffect = true}), Priority::P2);
        QCOMPARE(severityOf({.otherExceptionClass = true}), Priority::P2);
        QCOMPARE(severityOf({}), Priority::P3);
        QCOMPARE(severityOf({.cosmetic = true}), Priority::P4);
        QCOMPARE(score(Priority::P1, 3, 0.5), 150.0);
        QCOMPARE(score(Priority::P4, 3, 0.5), 1.5);
    }
    void diffysRuleIsThatOfTheVectors()
    {
        QFile f("tests/core/statistics/vectors.json");
        QVERIFY(f.open(QIODevice::ReadOnly));
        const auto rows = QJsonDocument::fromJson(f.readAll()).object()["diffy_filter"].toArray();
        QCOMPARE(rows.size(), 5);
        for (const auto v : rows) {
            const QJsonObject r = v.toObject();
            QCOMPARE(diffyShows(r["raw"].toInteger(), r["noise"].toInteger(), r["total"].toInteger()),
                     r["shown"].toBool());
        }
    }
    void noiseIsCancelledOnlyWhereItIsMild()
    {
        const NoiseCounts even{50, 45, 1'000, 1'000}, more{50, 10, 1'000, 1'000};
        QCOMPARE(noiseOf(even, false, Priority::P3), NoiseClass::LegacyNoise);
        QCOMPARE(noiseOf(more, false, Priority::P3), NoiseClass::Real);
        QCOMPARE(noiseOf(even, false, Priority::P2), NoiseClass::Real);
        QCOMPARE(noiseOf(even, true, Priority::P4), NoiseClass::Nondeterminism);
        QCOMPARE(noiseOf({5, 0, 1'000, 0}, false, Priority::P4),
                 NoiseClass::Real);  // nobody asked legacy twice
    }
    void whoMayJudge()
    {
        using enum DifferenceVerdict;
        QVERIFY(ok(rule(Defect), Role::OpsLead));
        QVERIFY(ok(rule(Defect), Role::Engineer));
        QVERIFY(!ok(rule(Defect), Role::CommerceManager));
        QVERIFY(ok(rule(AcceptableDrift), Role::OpsLead));
        QVERIFY(!ok(rule(AcceptableDrift), Role::Engineer));
        QVERIFY(ok(rule(PolicyDifference), Role::CommerceManager));
        QVERIFY(!ok(rule(PolicyDifference), Role::OpsLead));
        QVERIFY(!ok(rule(Unjudged), Role::OpsLead));
    }
    void whatExcusesExpiresAndHasACeiling()
    {
        VerdictRule r = rule(DifferenceVerdict::AcceptableDrift);
        r.expires = Never;
        QVERIFY(!ok(r, Role::OpsLead));
        r.expires = Now;
        QVERIFY(!ok(r, Role::OpsLead));
        r = rule(DifferenceVerdict::AcceptableDrift);
        r.ceiling = 0;
        QVERIFY(!ok(r, Role::OpsLead));
        r = rule(DifferenceVerdict::Defect);
        r.reason.clear();
        QVERIFY(!ok(r, Role::Engineer));
    }
    void overItsCeilingADriftReopens()
    {
        VerdictBook book({rule(DifferenceVerdict::AcceptableDrift)});
        QCOMPARE(book.judge("sig", Now), DifferenceVerdict::AcceptableDrift);
        QCOMPARE(book.judge("sig", Now), DifferenceVerdict::AcceptableDrift);
        QVERIFY(book.overCeiling().empty());
        QCOMPARE(book.judge("sig", Now), DifferenceVerdict::Unjudged);
        QCOMPARE(book.overCeiling(), std::vector<std::string>{"v1"});
        QCOMPARE(book.hits("v1"), std::int64_t{2});
        QCOMPARE(book.judge("other", Now), DifferenceVerdict::Unjudged);
    }
    void anExpiredOrUnsignedVerdictJudgesNothing()
    {
        VerdictBook book({rule(DifferenceVerdict::PolicyDifference)});
        QCOMPARE(book.judge("sig", Now + Day - Milliseconds{1}), DifferenceVerdict::PolicyDifference);
        QCOMPARE(book.judge("sig", Now + Day), DifferenceVerdict::Unjudged);
        VerdictRule unsigned_ = rule(DifferenceVerdict::PolicyDifference);
        unsigned_.signedByCommerce = false;
        QCOMPARE(VerdictBook({unsigned_}).judge("sig", Now), DifferenceVerdict::Unjudged);
    }
};

QTEST_APPLESS_MAIN(JudgeTest)
#include "tst_judge.moc"
