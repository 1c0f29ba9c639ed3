// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;

namespace {

Instant at(const char* text) { return parseInstant(text).value(); }

Milliseconds ms(std::int64_t n) { return Milliseconds{n}; }

}  // namespace

/// Both sides of every limit. The local zone is Berlin, for the two nights on which its clock jumps.
class tst_Format : public QObject {
    Q_OBJECT

    Format en_{QLocale(QLocale::English, QLocale::UnitedStates)};
    Format de_{QLocale(QLocale::German, QLocale::Germany)};

private slots:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void counts_data()
    {
        QTest::addColumn<qint64>("n");
        QTest::addColumn<QString>("exact");
        QTest::addColumn<QString>("shortened");
        QTest::newRow("0") << qint64(0) << "0"
                           << "0";
        QTest::newRow("below ten thousand") << qint64(9'999) << "9,999"
                                            << "9,999";
        QTest::newRow("ten thousand") << qint64(10'000) << "10,000"
                                      << "10.0 k";
        QTest::newRow("thousands") << qint64(41'233) << "41,233"
                                   << "41.2 k";
        QTest::newRow("a million") << qint64(1'000'000) << "1,000,000"
                                   << "1.00 M";
        QTest::newRow("negative") << qint64(-12'345) << "-12,345"
                                  << "-12.3 k";
    }
    void counts()
    {
        QFETCH(qint64, n);
        QTEST(en_.count(n), "exact");
        QTEST(en_.shortCount(n), "shortened");
    }

    void percents_data()
    {
        QTest::addColumn<double>("percent");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << 0.0 << "0 %";
        QTest::newRow("small") << 0.184 << "0.18 %";
        QTest::newRow("below ten") << 9.99 << "9.99 %";
        QTest::newRow("ten") << 10.0 << "10.0 %";
        QTest::newRow("ninety") << 90.0 << "90.0 %";
        QTest::newRow("above ninety") << 90.01 << "90.01 %";
        QTest::newRow("acceptance") << 99.42 << "99.42 %";
        QTest::newRow("nearly all is not all") << 99.995 << "99.99 %";
        QTest::newRow("all") << 100.0 << "100 %";
        QTest::newRow("more than all") << 104.0 << "104.00 %";
    }
    void percents()
    {
        QFETCH(double, percent);
        QTEST(en_.percent(percent), "shown");
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QString>("shown");
        QTest::newRow("0") << qint64(0) << "0 ms";
        QTest::newRow("ms") << qint64(999) << "999 ms";
        QTest::newRow("a second") << qint64(1'000) << "1.00 s";
        QTest::newRow("below ten") << qint64(9'990) << "9.99 s";
        QTest::newRow("ten seconds") << qint64(10'000) << "10.0 s";
        QTest::newRow("a minute") << qint64(60'000) << "1 m 00 s";
        QTest::newRow("minutes") << qint64(125'000) << "2 m 05 s";
        QTest::newRow("below an hour") << qint64(3'599'999) << "59 m 59 s";
        QTest::newRow("an hour") << qint64(3'600'000) << "1 h 00 m";
        QTest::newRow("hours") << qint64(11'400'000) << "3 h 10 m";
        QTest::newRow("below a day") << qint64(86'399'999) << "23 h 59 m";
        QTest::newRow("a day") << qint64(86'400'000) << "1 d 0 h";
        QTest::newRow("negative") << qint64(-412) << "−412 ms";
    }
    void durations()
    {
        QFETCH(qint64, length);
        QTEST(en_.duration(ms(length)), "shown");
    }

    void timeLeft_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QString>("shown");
        QTest::newRow("minutes") << qint64(252'000) << "04:12";
        QTest::newRow("now") << qint64(0) << "00:00";
        QTest::newRow("just past") << qint64(-1) << "−1 m";
        QTest::newRow("a minute past") << qint64(-60'000) << "−1 m";
        QTest::newRow("over a minute past") << qint64(-60'001) << "−2 m";
        QTest::newRow("past") << qint64(-240'000) << "−4 m";
        QTest::newRow("below an hour") << qint64(3'599'999) << "59:59";
        QTest::newRow("an hour") << qint64(3'600'000) << "1 h 00";
        QTest::newRow("hours") << qint64(4'800'000) << "1 h 20";
        QTest::newRow("a day") << qint64(86'400'000) << "1 d 0 h";
    }
    void timeLeft()
    {
        QFETCH(qint64, length);
        QTEST(en_.left(ms(length)), "shown");
    }

    void agos_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QString>("shown");
        QTest::newRow("now") << qint64(999) << "now";
        QTest::newRow("a second") << qint64(1'000) << "1 s ago";
        QTest::newRow("below a minute") << qint64(59'999) << "59 s ago";
        QTest::newRow("a minute") << qint64(60'000) << "1 min ago";
        QTest::newRow("an hour") << qint64(3'600'000) << "1 h ago";
        QTest::newRow("a day") << qint64(86'400'000) << "1 d ago";
    }
    void agos()
    {
        QFETCH(qint64, length);
        QTEST(en_.ago(ms(length)), "shown");
    }

    void clocks()
    {
        QCOMPARE(en_.clock(at("2026-11-18T14:03:20.114Z")), QStringLiteral("14:03:20"));
        QCOMPARE(en_.clockMs(at("2026-11-18T14:03:20.114Z")), QStringLiteral("14:03:20.114"));
        QCOMPARE(en_.dateTime(at("2026-11-18T14:03:20.114Z")), QStringLiteral("18 Nov 2026 14:03:20 UTC"));
    }
    void theClockJumps()
    {
        Format local = en_;
        local.setZone(ZoneName::Local);
        QCOMPARE(local.clock(at("2026-03-29T00:59:59Z")), QStringLiteral("01:59:59"));
        QCOMPARE(local.clock(at("2026-03-29T01:00:00Z")), QStringLiteral("03:00:00"));
        QCOMPARE(local.clock(at("2026-10-25T00:59:59Z")), QStringLiteral("02:59:59"));
        QCOMPARE(local.clock(at("2026-10-25T01:00:00Z")), QStringLiteral("02:00:00"));
        QCOMPARE(local.zoneOffset(at("2026-03-29T00:59:59Z")), ms(3'600'000));
        QCOMPARE(local.zoneOffset(at("2026-03-29T01:00:00Z")), ms(7'200'000));
        QCOMPARE(en_.zoneOffset(at("2026-03-29T01:00:00Z")), ms(0));
    }
    void copiesAreUtcWhateverIsShown()
    {
        QCOMPARE(Format::iso(at("2026-11-18T14:03:20.114Z")), QStringLiteral("2026-11-18T14:03:20.114Z"));
    }
    void whatIsNotThereIsADash()
    {
        QCOMPARE(en_.clock(Never), Format::none());
        QCOMPARE(en_.clockMs(Never), Format::none());
        QCOMPARE(en_.dateTime(Never), Format::none());
        QCOMPARE(en_.bytes(-1), Format::none());
        QVERIFY(Format::iso(Never).isEmpty());
        QVERIFY(en_.bytes(0) != Format::none());
    }

    void money()
    {
        const auto in = [](std::int64_t minor, const char* code) {
            return Money{minor, Currency::parse(code).value()};
        };
        QCOMPARE(en_.money(in(1'845'000, "USD")), QStringLiteral("18,450.00 USD"));
        QCOMPARE(en_.money(in(1'845, "JPY")), QStringLiteral("1,845 JPY"));
        QCOMPARE(de_.money(in(1'845'099, "EUR")), QStringLiteral("18.450,99 EUR"));
        QCOMPARE(en_.money(in(-5, "USD")), QStringLiteral("-0.05 USD"));
    }

    void german()
    {
        QCOMPARE(de_.count(41'233), QStringLiteral("41.233"));
        QCOMPARE(de_.percent(99.42), QStringLiteral("99,42 %"));
        QCOMPARE(de_.duration(ms(1'310)), QStringLiteral("1,31 s"));
        QCOMPARE(de_.shortCount(41'233), QStringLiteral("41,2 k"));
    }
};

QTEST_GUILESS_MAIN(tst_Format)
#include "tst_format.moc"
