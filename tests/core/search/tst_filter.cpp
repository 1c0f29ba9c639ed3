// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_row.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::search;
using holdpoint::test::matches;
using holdpoint::test::Minute;
using holdpoint::test::Now;
using holdpoint::test::SampleRow;

class FilterTest : public QObject {
    Q_OBJECT

private slots:
    void firstExample()
    {
        const std::string text = "is:open slice:NA-West sla:<30m -is:snoozed";
        SampleRow row;
        row.words = {IsWord::Open};
        row.texts[Field::Slice] = {"NA-West"};
        row.numbers[Field::Sla] = Now.ms + 29 * Minute;
        QVERIFY(matches(text, row));
        row.words.insert(IsWord::Snoozed);
        QVERIFY(!matches(text, row));
        row.words = {IsWord::Open};
        row.numbers[Field::Sla] = Now.ms + 30 * Minute;
        QVERIFY(!matches(text, row));
    }
    void secondExample()
    {
        const std::string text = "vendor:WMS-East code:422 pointer:/lines/*/shipMethod";
        SampleRow row;
        row.texts[Field::Vendor] = {"wms-east"};
        row.texts[Field::Code] = {"422"};
        row.texts[Field::Pointer] = {"/lines/3/shipMethod"};
        QVERIFY(matches(text, row));
        row.texts[Field::Pointer] = {"/lines/3/more/shipMethod"};
        QVERIFY(!matches(text, row));
    }
    void thirdExample()
    {
        const std::string text = "class:T attempts:>=3 next:<5m";
        SampleRow row;
        row.texts[Field::Class] = {"transport"};
        row.numbers[Field::Attempts] = 3;
        row.numbers[Field::Next] = Now.ms + 4 * Minute;
        QVERIFY(matches(text, row));
        row.numbers[Field::Attempts] = 2;
        QVERIFY(!matches(text, row));
    }
    void fourthExample()
    {
        SampleRow row;
        row.texts[Field::Key] = {"hp:x:ship:1", "ord-8841-207:ship:1"};
        QVERIFY(matches("key:\"ord-8841-207:ship:1\"", row));
        QVERIFY(!matches("key:\"ord-8841-207:ship:2\"", row));
    }
    void fifthExample()
    {
        const std::string text = "stage:handoff first:last-command..";
        SampleRow row;
        row.texts[Field::Stage] = {"handoff"};
        row.numbers[Field::First] = Now.ms - 15 * Minute;
        QVERIFY(matches(text, row));
        row.numbers[Field::First] = Now.ms - 15 * Minute - 1;
        QVERIFY(!matches(text, row));
    }
    void sixthExample()
    {
        const std::string text = "verdict:unsafe value:>1000 OR promise:<4h";
        SampleRow row;
        row.texts[Field::Verdict] = {"unsafe"};
        row.numbers[Field::Value] = 1'000'001;
        QVERIFY(matches(text, row));
        row.numbers[Field::Value] = 1'000'000;
        QVERIFY(!matches(text, row));
        row.numbers[Field::Promise] = Now.ms;
        QVERIFY(matches(text, row));
    }
    void namesAreWholeTextsAreParts()
    {
        SampleRow row;
        row.texts[Field::Vendor] = {"WMS-East"};
        row.texts[Field::Note] = {"Customer CALLED twice"};
        QVERIFY(!matches("vendor:WMS", row));
        QVERIFY(matches("vendor:WMS*", row));
        QVERIFY(matches("note:called", row));
        QVERIFY(!matches("note=called", row));
    }
    void equalKeepsCase()
    {
        SampleRow row;
        row.texts[Field::Vendor] = {"WMS-East"};
        QVERIFY(matches("vendor:wms-east", row));
        QVERIFY(!matches("vendor=wms-east", row));
        QVERIFY(matches("vendor=WMS-East", row));
    }
    void quotedStarIsAStar()
    {
        SampleRow row;
        row.texts[Field::Vendor] = {"WMS"};
        QVERIFY(!matches("vendor:\"W*\"", row));
        QVERIFY(matches("vendor:W*", row));
    }
    void notEqualIsNoneOf()
    {
        SampleRow row;
        row.texts[Field::Vendor] = {"B"};
        QVERIFY(!matches("vendor!=A,B", row));
        QVERIFY(matches("vendor!=A,C", row));
        QVERIFY(matches("node!=A", row));  // has none
    }
    void presentMeansAny()
    {
        SampleRow row;
        row.texts[Field::Vendor] = {""};
        QVERIFY(!matches("vendor:*", row));
        row.texts[Field::Vendor] = {"A"};
        QVERIFY(matches("vendor:*", row));
        QVERIFY(!matches("value:*", row));
        row.numbers[Field::Value] = 0;
        QVERIFY(matches("value:*", row));
    }
    void rangesIncludeBothEnds_data()
    {
        QTest::addColumn<int>("value");
        QTest::addColumn<bool>("in");
        QTest::newRow("below") << 1 << false;
        QTest::newRow("low") << 2 << true;
        QTest::newRow("high") << 4 << true;
        QTest::newRow("above") << 5 << false;
    }
    void rangesIncludeBothEnds()
    {
        QFETCH(int, value);
        QFETCH(bool, in);
        SampleRow row;
        row.numbers[Field::Attempts] = value;
        QCOMPARE(matches("attempts:2..4", row), in);
        QCOMPARE(matches("attempts:..4", row), value <= 4);
        QCOMPARE(matches("attempts:2..", row), value >= 2);
    }
    void timesCoverWhatTheySay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last");
        const qint64 day = Now.ms - Now.ms % 86'400'000;
        const auto row = [](const char* text, qint64 first, qint64 last) {
            QTest::newRow(text) << text << first << last;
        };
        row("first:14:00", day + 840 * Minute, day + 841 * Minute - 1);
        row("first:14:00..14:30", day + 840 * Minute, day + 870 * Minute - 1);
        row("first:today", day, day + 1440 * Minute - 1);
        row("first:-15m", Now.ms - 15 * Minute, Now.ms);
        row("first:2026-11-18", day, day + 1440 * Minute - 1);
        row("first:2026-11-18T14:00Z", day + 840 * Minute, day + 841 * Minute - 1);
        row("first:2026-11-18T14:00+02:00", day + 720 * Minute, day + 721 * Minute - 1);
        row("first:launch..launch+30m", Now.ms - 60 * Minute, Now.ms - 30 * Minute);
        row("first:>14:00 first:<=14:01", day + 841 * Minute, day + 842 * Minute - 1);
    }
    void timesCoverWhatTheySay()
    {
        QFETCH(QString, text);
        QFETCH(qint64, first);
        QFETCH(qint64, last);
        SampleRow row;
        const auto at = [&](qint64 ms) {
            row.numbers[Field::First] = ms;
            return matches(text.toStdString(), row);
        };
        QVERIFY(at(first));
        QVERIFY(at(last));
        QVERIFY(!at(first - 1));
        QVERIFY(!at(last + 1));
    }
    void timesAreOfTheZoneShown()
    {
        const auto query = parse("first:00:30");
        QVERIFY(query.has_value());
        Context zone = test::context();
        zone.zone = Milliseconds{120 * Minute};
        const Period period = resolve(query->root.term.values.front().time, zone);
        QCOMPARE(toText(period.from), std::string("2026-11-17T22:30:00.000Z"));
        zone.zone = Milliseconds{-300 * Minute};
        QCOMPARE(toText(resolve(query->root.term.values.front().time, zone).from),
                 std::string("2026-11-18T05:30:00.000Z"));
    }
    void unknownTimesMatchNothing()
    {
        SampleRow row;
        row.numbers[Field::First] = Now.ms;
        const auto query = parse("first:>launch");
        Context none = test::context();
        QVERIFY(Filter(query->root, none).matches(row));
        none.launch = Never;
        QVERIFY(!Filter(query->root, none).matches(row));
    }
    void ageIsADuration()
    {
        SampleRow row;
        row.numbers[Field::Age] = 10 * Minute;
        QVERIFY(!matches("older:10m", row));
        row.numbers[Field::Age] = 10 * Minute + 1;
        QVERIFY(matches("older:10m", row));
    }
    void wordsLookEverywhere()
    {
        SampleRow row;
        row.texts[Field::Sku] = {"RED-HAT"};
        row.texts[Field::Vendor] = {"WMS"};
        QVERIFY(matches("hat", row));
        QVERIFY(matches("hat wms", row));
        QVERIFY(!matches("\"hat wms\"", row));
        QVERIFY(matches("/^red-h.t$/", row));
        QVERIFY(!matches("/^hat/", row));
    }
    void regularExpressions_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* pattern, const char* text, bool found) {
            QTest::addRow("%s in %s", pattern, text) << pattern << text << found;
        };
        row("a|b", "xbx", true);
        row("^(a|bc|d)$", "bc", true);
        row("^(a|bc|d)$", "b", false);
        row("^a*$", "aaaa", true);
        row("^a+$", "", false);
        row("^ab?c$", "ac", true);
        row("^ab?c$", "abbc", false);
        row("^[a-c]{2,3}$", "abc", true);
        row("^[a-c]{2,3}$", "a", false);
        row("^[a-c]{2,3}$", "abca", false);
        row("^(ab){2}$", "abab", true);
        row("^(ab){2}$", "ab", false);
        row("^(a|b*c){2,}$", "abbcc", true);
        row("[^0-9]", "123", false);
        row("\\d{3}", "x42", false);
        row("\\d{3}", "x422", true);
        row("A.C", "xabc", true);
        row("a\\.c", "abc", false);
        row("(x|y|z)+$", "ayzx", true);
        row("^(a*)*$", "aab", false);
        row("", "anything", true);
    }
    void regularExpressions()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(bool, found);
        const auto regex = Regex::compile(pattern.toStdString());
        QVERIFY(regex.has_value());
        QCOMPARE(regex->occursIn(text.toStdString()), found);
    }
    void evilPatternsTakeLinearTime()
    {
        const auto regex = Regex::compile("^(a+)+(b|a)*c$");
        QVERIFY(regex.has_value());
        QVERIFY(
            !regex->occursIn(std::string(20'000, 'a')));  // a backtracking matcher never returns from this
        QVERIFY(!Regex::compile("((a{100}){100}){100}").has_value());
    }
};

QTEST_APPLESS_MAIN(FilterTest)
#include "tst_filter.moc"
