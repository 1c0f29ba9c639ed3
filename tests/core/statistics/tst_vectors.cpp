// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/e_value.h"
#include "core/statistics/mann_whitney.h"
#include "core/statistics/ratio.h"
#include "core/statistics/sequence.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>
#include <functional>

using namespace holdpoint::statistics;

namespace {

constexpr double Close = 1e-6;  // what the file asks of logarithms; it is written to nine digits

QJsonObject file()
{
    QFile f("tests/core/statistics/vectors.json");
    return f.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(f.readAll()).object() : QJsonObject();
}

Trials trials(const QJsonObject& row, const char* x, const char* n)
{
    return {row[x].toInteger(), row[n].toInteger()};
}

std::vector<double> numbers(const QJsonValue& array)
{
    std::vector<double> all;
    for (const auto v : array.toArray())
        all.push_back(v.toDouble());
    return all;
}

}  // namespace

#define NEAR(actual, expected, tolerance)                                                                    \
    do {                                                                                                     \
        const double a_ = (actual), e_ = (expected);                                                         \
        QVERIFY2(std::fabs(a_ - e_) <= (tolerance),                                                          \
                 qPrintable(QString("%1 is not %2").arg(a_, 0, 'g', 12).arg(e_, 0, 'g', 12)));               \
    } while (false)

class VectorsTest : public QObject {
    Q_OBJECT

    QJsonObject all_;
    QStringList read_;
    QJsonArray rows(const char* name)
    {
        read_ << name;
        return all_[name].toArray();
    }
    QJsonObject object(const char* name)
    {
        read_ << name;
        return all_[name].toObject();
    }

private slots:
    void initTestCase()
    {
        all_ = file();
        QVERIFY(!all_.isEmpty());
    }
    void concentrations()
    {
        const auto list = rows("kappa");
        QCOMPARE(list.size(), 7);
        for (const auto v : list) {
            const QJsonObject row = v.toObject();
            const Sides sides = row["one_sided"].toBool() ? Sides::One : Sides::Two;
            NEAR(concentration(row["t_opt"].toDouble(), sides, row["alpha_opt"].toDouble()),
                 row["kappa"].toDouble(), Close);
        }
    }
    void harmfulRatios()
    {
        const auto list = rows("one_sided_gt");
        QCOMPARE(list.size(), 10);
        for (const auto v : list) {
            const QJsonObject row = v.toObject();
            const Trials t = trials(row, "x_canary", "n_total");
            const double share = row["pi"].toDouble(), tOpt = row["t_opt"].toDouble();
            const double coin = coinOf(share, row["rho0"].toDouble());
            NEAR(coin, row["theta0"].toDouble(), 1e-9);
            NEAR(Question(coin, tOpt).above(t), row["log_e_gt"].toDouble(), Close);
            NEAR(logEHarm({{share, t}}, row["rho0"].toDouble(), tOpt), row["log_e_gt"].toDouble(), Close);
            NEAR(logE(double(t.x), double(t.n), coin, concentration(tOpt, Sides::Two)),
                 row["log_e_two_sided"].toDouble(), Close);
            if (row.contains("cs_theta"))
                checkRatioIntervals(row, t, share, tOpt);
        }
    }
    void safeRatios()
    {
        const auto list = rows("one_sided_lt");
        QCOMPARE(list.size(), 5);
        for (const auto v : list) {
            const QJsonObject row = v.toObject();
            const double share = row["pi"].toDouble(), ratio = row["rho_ni"].toDouble();
            NEAR(coinOf(share, ratio), row["theta_ni"].toDouble(), 1e-9);
            NEAR(logESafe({{share, trials(row, "x_canary", "n_total")}}, ratio, row["t_opt"].toDouble()),
                 row["log_e_lt"].toDouble(), Close);
        }
    }
    void absoluteRates()
    {
        const auto list = rows("bernoulli_cs");
        QCOMPARE(list.size(), 6);
        for (const auto v : list) {
            const QJsonObject row = v.toObject();
            const Trials t = trials(row, "x", "n");
            const double tOpt = row["t_opt"].toDouble();
            const Question limit(row["T"].toDouble(), tOpt);
            NEAR(limit.above(t), row["log_e_above"].toDouble(), Close);
            NEAR(limit.below(t), row["log_e_below"].toDouble(), Close);
            const Interval cs = confidence(t, row["alpha"].toDouble(), tOpt);
            NEAR(cs.low, row["cs"].toArray()[0].toDouble(), 1e-9);
            NEAR(cs.high, row["cs"].toArray()[1].toDouble(), 1e-9);
        }
    }
    void quantiles()
    {
        const auto list = rows("quantile_cs");
        QCOMPARE(list.size(), 6);
        for (const auto v : list) {
            const QJsonObject row = v.toObject();
            const auto ranks = quantileRanks(row["p"].toDouble(), row["n"].toInteger(),
                                             row["alpha"].toDouble(), row["t_opt"].toDouble());
            QVERIFY(ranks.low.has_value());
            QCOMPARE(*ranks.low, std::int64_t{row["lower_order_stat"].toInteger()});
            QCOMPARE(ranks.high.has_value(), !row["upper_order_stat"].isNull());
            if (ranks.high)
                QCOMPARE(*ranks.high, std::int64_t{row["upper_order_stat"].toInteger()});
        }
    }
    void splits()
    {
        const auto list = rows("srm");
        QCOMPARE(list.size(), 4);
        for (const auto v : list) {
            const QJsonObject row = v.toObject();
            const double log = logESplit(trials(row, "x", "n"), row["pi"].toDouble());
            NEAR(log, row["log_e"].toDouble(), Close);
            QCOMPARE(log >= std::log(SplitAlarm), row["alarm"].toBool());
        }
    }
    void theCusum()
    {
        const QJsonObject row = object("ecusum");
        ECusum cusum(row["pi"].toDouble(), row["t_opt"].toDouble());
        Trials plain;
        std::vector<double> path;
        int alarmAt = 0;
        for (const auto v : row["sequence"].toArray()) {
            plain.add(v.toInt() == 1);
            if (alarmAt != 0)
                continue;
            path.push_back(cusum.add(v.toInt() == 1));
            if (path.back() >= row["threshold"].toDouble())
                alarmAt = static_cast<int>(path.size());
        }
        QCOMPARE(alarmAt, row["alarm_at"].toInt());
        const auto tail = numbers(row["path_tail"]);
        for (std::size_t i = 0; i < tail.size(); ++i)
            NEAR(path[path.size() - tail.size() + i], tail[i], Close);
        NEAR(Question(row["pi"].toDouble(), row["t_opt"].toDouble()).above(plain),
             row["plain_log_e_after_all"].toDouble(), Close);
    }
    void epochsMultiply()
    {
        const QJsonObject row = object("epoch_product");
        std::vector<Epoch> epochs;
        for (const auto v : row["epochs"].toArray()) {
            const QJsonObject one = v.toObject();
            epochs.push_back({one["pi"].toDouble(), trials(one, "x", "n")});
            NEAR(logEHarm({epochs.back()}, 1.0), one["log_e"].toDouble(), Close);
        }
        QCOMPARE(epochs.size(), std::size_t{3});
        NEAR(logEHarm(epochs, 1.0), row["sum_log_e"].toDouble(), Close);
    }
    void means()
    {
        const auto list = rows("mean_cs");
        QCOMPARE(list.size(), 3);
        for (const auto v : list) {
            const QJsonObject r = v.toObject();
            const double alpha = r["alpha"].toDouble(), nStar = r["N_star"].toDouble();
            const auto found = meanDifference(r["mean_c"].toDouble(), r["var_c"].toDouble(),
                                              r["n_c"].toInteger(), r["mean_b"].toDouble(),
                                              r["var_b"].toDouble(), r["n_b"].toInteger(), alpha, nStar);
            NEAR(meanTuning(alpha, nStar), r["rho"].toDouble(), 1e-9);
            NEAR(found.difference, r["diff"].toDouble(), 1e-9);
            NEAR(found.standardError, r["se"].toDouble(), 1e-9);
            NEAR(found.halfWidth, r["half_width"].toDouble(), 1e-8);
            NEAR(found.logE, r["log_e"].toDouble(), Close);
            QVERIFY(found.enough);
        }
    }
    void rankTests()
    {
        const auto list = rows("mann_whitney");
        QCOMPARE(list.size(), 5);
        for (const auto v : list) {
            const QJsonObject row = v.toObject();
            const auto test = mannWhitney(numbers(row["canary"]), numbers(row["control"]));
            QVERIFY(test.has_value());
            NEAR(test->u, row["U"].toDouble(), 1e-9);
            NEAR(test->sigma, row["sigma_tie_corrected"].toDouble(), 1e-9);
            NEAR(test->z, row["z_continuity"].toDouble(), 1e-8);
            NEAR(test->pNormal, row["p_two_sided_normal"].toDouble(), 1e-8);
            QCOMPARE(test->pExact.has_value(), !row["p_two_sided_exact"].isNull());
            if (test->pExact)
                NEAR(*test->pExact, row["p_two_sided_exact"].toDouble(), 1e-8);
            NEAR(test->effect, row["cles"].toDouble(), 1e-8);
            NEAR(test->shift, row["hodges_lehmann"].toDouble(), 1e-9);
        }
    }
    void publishedReferences()
    {
        const auto list = rows("published_reference");
        const double two = concentration(625, Sides::Two), one = concentration(625, Sides::One);
        const auto boundOf = [](const std::function<double(double)>& log) {  // of s = x - 125 at v = 100
            double low = 0, high = 200;
            while (high - low > 1e-9) {
                const double s = (low + high) / 2;
                (log(125 + s) < std::log(20.0) ? low : high) = s;
            }
            return low;
        };
        const NormalMixture normal(100, 0.05);
        const std::vector<double> ours{
            logE(135, 625, 0.2, two),
            logEAbove(135, 625, 0.2, one),
            boundOf([&](double x) { return logE(x, 625, 0.2, two); }),
            boundOf([&](double x) { return logEAbove(x, 625, 0.2, one); }),
            normal.rho(),
            normal.logE(10, 100),
            normal.bound(100, 0.05),
        };
        QCOMPARE(static_cast<std::size_t>(list.size()), ours.size());
        for (std::size_t i = 0; i < ours.size(); ++i) {
            const double theirs = list[static_cast<qsizetype>(i)].toObject()["value"].toDouble();
            NEAR(ours[i], theirs, std::fabs(theirs) * 1e-6);
        }
    }
    void everyGroupOfTheFileIsRead()
    {
        const QStringList elsewhere{"note", "slice_bucket", "diffy_filter"};  // tests of rollout and shadow
        for (const QString& key : all_.keys())
            QVERIFY2(elsewhere.contains(key) || read_.contains(key), qPrintable(key));
    }

private:
    static void checkRatioIntervals(const QJsonObject& row, Trials t, double share, double tOpt)
    {
        const Interval coin = confidence(t, 0.05, tOpt);
        NEAR(coin.low, row["cs_theta"].toArray()[0].toDouble(), 1e-8);
        NEAR(coin.high, row["cs_theta"].toArray()[1].toDouble(), 1e-8);
        const Interval ratio = ratioInterval({share, t}, 0.05, tOpt);
        NEAR(ratio.low, row["cs_ratio"].toArray()[0].toDouble(), 1e-6);
        const auto high = row["cs_ratio"].toArray()[1];
        if (high.isString())
            QVERIFY(std::isinf(ratio.high));
        else
            NEAR(ratio.high, high.toDouble(), 1e-5);
    }
};

QTEST_APPLESS_MAIN(VectorsTest)
#include "tst_vectors.moc"
