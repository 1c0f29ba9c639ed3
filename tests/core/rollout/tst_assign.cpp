// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/base/rng.h"
#include "core/rollout/assign.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

Predicate region(const char* text)
{
    return {Op::Eq, Attribute::Region, Quantifier::AllLines, {std::string(text)}, {}};
}

ServedSlice slice(const char* where, int weightBp)
{
    ServedSlice s;
    s.name = where;
    s.predicate = region(where);
    s.weightBp = weightBp;
    return s;
}

Traits in(const char* where)
{
    Traits t;
    t.set(Attribute::Region, std::string(where));
    return t;
}

std::string unit(int i) { return "ORD-" + std::to_string(i); }

}  // namespace

class AssignTest : public QObject {
    Q_OBJECT

    const Bucketer bucket_{"rollout-2026-01"};
    Assignment one(const ServedSlice& s, std::string_view unit)
    {
        return assign(bucket_, {&s, 1}, in("SP"), unit);
    }

private slots:
    void bucketsAreThoseOfTheVectors()
    {
        QFile f("tests/core/statistics/vectors.json");
        QVERIFY(f.open(QIODevice::ReadOnly));
        const auto rows = QJsonDocument::fromJson(f.readAll()).object()["slice_bucket"].toArray();
        QCOMPARE(rows.size(), 7);
        for (const auto v : rows) {
            const QJsonObject row = v.toObject();
            const std::string salt = row["salt"].toString().toStdString(),
                              u = row["unit"].toString().toStdString();
            QCOMPARE(Bucketer(salt)(u), row["bucket"].toInt());
            QCOMPARE(QString::fromStdString(toHex(sha256(salt + '\x1F' + u)).substr(0, 16)),
                     row["sha256_first8"].toString());
        }
    }
    void sharesOfAHundredThousand()
    {
        int below500 = 0, below2500 = 0;
        for (int i = 1; i <= 100'000; ++i) {
            const int b = bucket_(unit(i));
            below500 += b < 500;
            below2500 += b < 2500;
        }
        QCOMPARE(below500, 5044);
        QCOMPARE(below2500, 24'888);
    }
    void bothSidesOfTheWeight()
    {
        QCOMPARE(one(slice("SP", 4797), "ORD-1").destination, IntakeDestination::Legacy);
        QCOMPARE(one(slice("SP", 4797), "ORD-1").arm, std::optional(Arm::Control));
        QCOMPARE(one(slice("SP", 4798), "ORD-1").destination, IntakeDestination::NewPath);
        QCOMPARE(one(slice("SP", 4798), "ORD-1").arm, std::optional(Arm::Canary));
    }
    void raisingTheWeightEvictsNobody()
    {
        SeededRng rng(11);
        for (int i = 0; i < 2'000; ++i) {
            const int low = static_cast<int>(rng.below(10'001));
            const int high = low + static_cast<int>(rng.below(static_cast<std::uint64_t>(10'001 - low)));
            const std::string u = unit(static_cast<int>(rng.below(1'000'000)));
            if (one(slice("SP", low), u).destination == IntakeDestination::NewPath)
                QCOMPARE(one(slice("SP", high), u).destination, IntakeDestination::NewPath);
        }
    }
    void twoRolloutsPickDifferently()
    {
        const Bucketer other("rollout-2026-02");
        int both = 0;
        for (int i = 0; i < 10'000; ++i)
            both += bucket_(unit(i)) < 1000 && other(unit(i)) < 1000;
        QVERIFY2(both > 50 && both < 150, qPrintable(QString::number(both)));  // 100 if independent
    }
    void withoutAUnitItIsLegacy()
    {
        const auto a = one(slice("SP", 10'000), "");
        QCOMPARE(a.destination, IntakeDestination::Legacy);
        QCOMPARE(a.why, Why::NoUnit);
        QVERIFY(!a.arm);
    }
    void notEligibleAndUnknownAreTwoCounts()
    {
        const auto s = slice("SP", 10'000);
        QCOMPARE(assign(bucket_, {&s, 1}, in("RJ"), "ORD-1").why, Why::NotEligible);
        QCOMPARE(assign(bucket_, {&s, 1}, Traits{}, "ORD-1").why, Why::Unknown);
        QCOMPARE(assign(bucket_, {&s, 1}, Traits{}, "ORD-1").destination, IntakeDestination::Legacy);
    }
    void theFirstFittingSliceDecides()
    {
        const std::vector<ServedSlice> slices{slice("RJ", 10'000), slice("SP", 0), slice("SP", 10'000)};
        const auto a = assign(bucket_, slices, in("SP"), "ORD-1");
        QCOMPARE(a.slice, std::optional(std::size_t{1}));
        QCOMPARE(a.destination, IntakeDestination::Legacy);
    }
    void aHoldbackStaysAtFullWeight()
    {
        auto s = slice("SP", 10'000);
        s.holdbackBp = 5'203;  // ORD-1 is bucket 4797
        QCOMPARE(one(s, "ORD-1").destination, IntakeDestination::Legacy);
        s.holdbackBp = 5'202;
        QCOMPARE(one(s, "ORD-1").destination, IntakeDestination::NewPath);
    }
    void aPausedSliceTakesNothing()
    {
        auto s = slice("SP", 10'000);
        s.state = SliceState::Paused;
        QCOMPARE(one(s, "ORD-1").destination, IntakeDestination::Legacy);
        QCOMPARE(one(s, "ORD-1").why, Why::SlicePaused);
        s.stopped = IntakeDestination::Park;
        QCOMPARE(one(s, "ORD-1").destination, IntakeDestination::Park);
        QCOMPARE(one(s, "ORD-1").arm, std::optional(Arm::Canary));  // the hash is still counted
        QVERIFY(!one(s, "ORD-1").inSample);
    }
    void aTrialServesPartOfAPausedSlice()
    {
        auto s = slice("SP", 10'000);
        s.state = SliceState::Paused;
        s.trialBp = 4'797;
        QCOMPARE(one(s, "ORD-1").destination, IntakeDestination::Legacy);
        s.trialBp = 4'798;
        QCOMPARE(one(s, "ORD-1").destination, IntakeDestination::NewPath);
        QVERIFY(!one(s, "ORD-1").inSample);
    }
    void whatIsExcludedOrMightBeStaysWithLegacy()
    {
        auto s = slice("SP", 10'000);
        s.excluded = {{Op::Eq, Attribute::Channel, Quantifier::AllLines, {std::string("app")}, {}}};
        Traits app = in("SP"), web = in("SP");
        app.set(Attribute::Channel, std::string("app"));
        web.set(Attribute::Channel, std::string("web"));
        QCOMPARE(assign(bucket_, {&s, 1}, app, "ORD-1").why, Why::Excluded);
        QCOMPARE(assign(bucket_, {&s, 1}, in("SP"), "ORD-1").why, Why::Excluded);
        QCOMPARE(assign(bucket_, {&s, 1}, web, "ORD-1").destination, IntakeDestination::NewPath);
    }
    void theCapOfOrdersBindsToTheEndOfTheHour()
    {
        CapMeter meter;
        const Caps caps{2, 0};
        const auto take = [&](Instant at) {
            auto a = one(slice("SP", 10'000), "ORD-1");
            meter.apply(a, caps, 100, at);
            return a;
        };
        QVERIFY(take({0}).inSample);
        QCOMPARE(take({1}).destination, IntakeDestination::NewPath);
        const auto third = take({2});
        QCOMPARE(third.destination, IntakeDestination::Legacy);
        QCOMPARE(third.why, Why::CapReached);
        QCOMPARE(third.arm, std::optional(Arm::Canary));
        QVERIFY(!third.inSample);
        auto control = one(slice("SP", 0), "ORD-1");
        meter.apply(control, caps, 100, {3});
        QVERIFY(!control.inSample);  // both arms leave the sample
        QVERIFY(take({3'600'000}).inSample);
    }
    void theCapOfValueTakesWhatStillFits()
    {
        CapMeter meter;
        const Caps caps{0, 250};
        const auto goes = [&](std::int64_t value) {
            auto a = one(slice("SP", 10'000), "ORD-1");
            meter.apply(a, caps, value, {0});
            return a.destination == IntakeDestination::NewPath;
        };
        QVERIFY(goes(200));
        QVERIFY(!goes(51));
        QVERIFY(goes(50));
    }
    void slicesAreNestedIfNothingFalls()
    {
        const std::vector<ServedSlice> small{slice("SP", 500)}, large{slice("SP", 500), slice("RJ", 100)};
        QVERIFY(nested(small, large));
        QVERIFY(!nested(large, small));
        const std::vector<ServedSlice> lower{slice("SP", 499)};
        QVERIFY(!nested(small, lower));
    }
};

QTEST_APPLESS_MAIN(AssignTest)
#include "tst_assign.moc"
