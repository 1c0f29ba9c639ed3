// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shadow/compare.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::shadow;

namespace {

constexpr Instant Now{1'800'000'000'000};
constexpr Milliseconds Patience{900'000};

Value word(const char* text) { return std::string(text); }

Pair pair(Document legacy, Document ours)
{
    Pair p;
    p.order = {1, 0, EntityKind::Order};
    p.segment = "MG";
    p.legacy = Side{7, std::move(legacy)};
    p.ours = Side{7, std::move(ours)};
    p.since = Now;
    return p;
}
NormalRule rule(RuleKind kind, const char* path, Instant expires = Now + Milliseconds{1})
{
    NormalRule r;
    r.id = std::string("r-") + path;
    r.kind = kind;
    r.path = path;
    r.owner = "Bo";
    r.reason = "vendor trace";
    r.expires = expires;
    return r;
}
Comparison of(const Document& legacy, const Document& ours, const std::vector<NormalRule>& rules = {})
{
    return compare(pair(legacy, ours), rules, Now, Patience);
}
DifferenceKind kindOf(const Comparison& c) { return c.differences.at(0).kind; }

}  // namespace

class CompareTest : public QObject {
    Q_OBJECT

private slots:
    void equalIsAMatch()
    {
        const Document d{{"route.nodes", std::vector<std::string>{"N7"}},
                         {"promise.date", word("2026-11-25")}};
        QVERIFY(of(d, d).isMatch());
        QVERIFY(of({}, {}).isMatch());
    }
    void otherInputsAreNotYetComparable()
    {
        Pair p = pair({{"a", word("x")}}, {{"a", word("y")}});
        p.ours->fingerprint = 8;
        QCOMPARE(compare(p, {}, Now, Patience).result, ComparisonResult::NotYetComparable);
        QVERIFY(compare(p, {}, Now, Patience).differences.empty());
    }
    void oneAloneSaysNothingUntilPatienceEnds()
    {
        Pair p = pair({}, {});
        p.ours.reset();
        QCOMPARE(compare(p, {}, Now + Patience - Milliseconds{1}, Patience).result,
                 ComparisonResult::NotYetComparable);
        QCOMPARE(compare(p, {}, Now + Patience, Patience).result, ComparisonResult::MissingInNew);
        std::swap(p.legacy, p.ours);
        QCOMPARE(compare(p, {}, Now + Patience, Patience).result, ComparisonResult::MissingInLegacy);
        p.ours.reset();
        QCOMPARE(compare(p, {}, Now + Patience, Patience).result, ComparisonResult::NotYetComparable);
    }
    void kindsOfDifferences()
    {
        QCOMPARE(kindOf(of({{"a", word("x")}}, {})), DifferenceKind::Missing);
        QCOMPARE(kindOf(of({}, {{"a", word("x")}})), DifferenceKind::Extra);
        QCOMPARE(kindOf(of({{"a", word("1")}}, {{"a", std::int64_t{1}}})), DifferenceKind::Type);
        QCOMPARE(kindOf(of({{"a", word("x")}}, {{"a", word("y")}})), DifferenceKind::Changed);
        const auto cost = of({{"a", std::int64_t{500}}}, {{"a", std::int64_t{470}}});
        QCOMPARE(kindOf(cost), DifferenceKind::Numeric);
        QCOMPARE(cost.differences[0].delta, std::int64_t{-30});
    }
    void orderCountsWhereItIsDeclared()
    {
        using List = std::vector<std::string>;
        const Document a{{"tags", List{"x", "y"}}}, b{{"tags", List{"y", "x"}}}, c{{"tags", List{"x", "x"}}};
        QVERIFY(of(a, b).isMatch());
        QCOMPARE(kindOf(of(a, b, {rule(RuleKind::Ordered, "tags")})), DifferenceKind::Order);
        QCOMPARE(kindOf(of(a, c)), DifferenceKind::Changed);
    }
    void whatIsHiddenIsNotAMatch()
    {
        const auto c =
            of({{"trace.id", word("1")}}, {{"trace.id", word("2")}}, {rule(RuleKind::Ignore, "trace.*")});
        QCOMPARE(c.result, ComparisonResult::Match);
        QVERIFY(!c.isMatch());
        QCOMPARE(c.hidden, std::int64_t{1});
        QCOMPARE(c.usedRules.at("r-trace.*"), std::int64_t{1});
    }
    void aRuleThatHasExpiredDoesNothing()
    {
        const Document a{{"trace.id", word("1")}}, b{{"trace.id", word("2")}};
        QVERIFY(!of(a, b, {rule(RuleKind::Ignore, "trace.*", Now + Milliseconds{1})}).differences.size());
        QCOMPARE(of(a, b, {rule(RuleKind::Ignore, "trace.*", Now)}).result, ComparisonResult::Differs);
    }
    void aRuleIsForItsPath()
    {
        const Document a{{"traces.id", word("1")}}, b{{"traces.id", word("2")}};
        QCOMPARE(of(a, b, {rule(RuleKind::Ignore, "trace.*")}).result, ComparisonResult::Differs);
        QCOMPARE(of(a, b, {rule(RuleKind::Ignore, "traces")}).result, ComparisonResult::Differs);
    }
    void textWithoutCaseAndBlanks()
    {
        const Document a{{"name", word("Sao  Paulo")}}, b{{"name", word("SAO PAULO ")}};
        QCOMPARE(of(a, b).result, ComparisonResult::Differs);
        QVERIFY(of(a, b, {rule(RuleKind::Text, "name")}).isMatch());
    }
    void instantsWithinTheirTolerance()
    {
        const Document a{{"at", Now}}, near{{"at", Now + Milliseconds{2'000}}},
            far{{"at", Now + Milliseconds{2'001}}};
        const std::vector<NormalRule> rules{rule(RuleKind::NearInstant, "at")};
        QVERIFY(of(a, near, rules).isMatch());
        QVERIFY(of(near, a, rules).isMatch());
        QCOMPARE(of(a, far, rules).result, ComparisonResult::Differs);
        QCOMPARE(of(a, near).result, ComparisonResult::Differs);
    }
    void codesByTheirTable()
    {
        NormalRule map = rule(RuleKind::Mapping, "method");
        map.table = {{"EXP", "express"}, {"XP", "express"}};
        QVERIFY(of({{"method", word("EXP")}}, {{"method", word("XP")}}, {map}).isMatch());
        QCOMPARE(of({{"method", word("EXP")}}, {{"method", word("STD")}}, {map}).result,
                 ComparisonResult::Differs);
    }
    void absentNullAndEmptyByRule()
    {
        const std::vector<NormalRule> rules{rule(RuleKind::AbsentIsNull, "note")};
        QVERIFY(of({{"note", word("")}}, {}, rules).isMatch());
        QVERIFY(of({{"note", Value{}}}, {{"note", word("")}}, rules).isMatch());
        QCOMPARE(of({{"note", word("")}}, {}).result, ComparisonResult::Differs);
        QCOMPARE(of({{"note", word("x")}}, {}, rules).result, ComparisonResult::Differs);
    }
    void anotherSplitOfTheSameNodesIsOneDifference()
    {
        const Value nodes = std::vector<std::string>{"N1", "N2"};
        Document a{{"route.nodes", nodes},
                   {"route.split.N1.S", std::int64_t{2}},
                   {"route.split.N2.S", std::int64_t{1}}};
        Document b{{"route.nodes", nodes},
                   {"route.split.N1.S", std::int64_t{1}},
                   {"route.split.N2.S", std::int64_t{2}}};
        const auto c = of(a, b);
        QCOMPARE(c.differences.size(), std::size_t{1});
        QCOMPARE(kindOf(c), DifferenceKind::Split);
        b["route.nodes"] = std::vector<std::string>{"N1", "N3"};
        QCOMPARE(of(a, b).differences.size(), std::size_t{3});
    }
    void signaturesAreAlikeAcrossKeys()
    {
        const auto split = [](const char* sku) {
            const Pair p = pair({{std::string("promise.date.") + sku, word("a")}},
                                {{std::string("promise.date.") + sku, word("b")}});
            return signatureOf(compare(p, {}, Now, Patience), p, {"R2", "R1"});
        };
        QCOMPARE(split("S1"), split("S2"));
        Pair p = pair({{"promise.date.S1", word("a")}}, {{"promise.date.S1", word("b")}});
        QCOMPARE(signatureOf(compare(p, {}, Now, Patience), p, {"R1", "R2"}), split("S1"));
        p.segment = "SP";
        QVERIFY(signatureOf(compare(p, {}, Now, Patience), p, {"R1", "R2"}) != split("S1"));
    }
};

QTEST_APPLESS_MAIN(CompareTest)
#include "tst_compare.moc"
