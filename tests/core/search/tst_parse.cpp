// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/search/parse.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::search;

namespace {

std::string normal(const std::string& text)
{
    const auto query = parse(text);
    return query ? normalForm(*query) : "! " + std::string(name(query.error().fault));
}

const Node& root(const tl::expected<Query, ParseError>& query) { return query.value().root; }

std::string randomText(SeededRng& rng)
{
    static const std::vector<std::string> pieces{
        "is:open", "sla:<30m",   "vendor:",   "\"",         "(",     ")", "-",     " ",      " OR ",
        " AND ",   "NOT ",       "/a+(b|c)/", "..",         "*",     ",", "~",     "[",      "\\",
        ":",       ">=",         "!=",        "launch+30m", "value", "é", "14:00", "hp:a:b", "sort:",
        "{3,9}",   "2026-11-18", "O-9",       "\xFF",       "\t",    "a"};
    std::string text;
    for (std::uint64_t n = rng.below(20); n > 0; --n)
        if (rng.chance(800'000))
            text += pieces[rng.below(pieces.size())];
        else
            text += static_cast<char>(rng.below(256));
    return text;
}

}  // namespace

class ParseTest : public QObject {
    Q_OBJECT

private slots:
    void examplesOfTheSpecification_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("normal");
        const auto row = [](const char* text, const char* normal) { QTest::newRow(text) << text << normal; };
        row("is:open slice:NA-West sla:<30m -is:snoozed", "is:open slice:NA-West sla:<30m -is:snoozed");
        row("vendor:WMS-East code:422 pointer:/lines/*/shipMethod",
            "vendor:WMS-East code:422 pointer:/lines/*/shipMethod");
        row("class:T attempts:>=3 next:<5m", "class:transport attempts:>=3 next:<5m");
        row("key:\"ord-8841-207:ship:1\"", "key:ord-8841-207:ship:1");
        row("stage:handoff first:last-command..", "stage:handoff first:last-command..");
        row("verdict:unsafe value:>1000 OR promise:<4h", "verdict:unsafe value:>1000 OR promise:<4h");
    }
    void examplesOfTheSpecification()
    {
        QFETCH(QString, text);
        QFETCH(QString, normal);
        QCOMPARE(QString::fromStdString(::normal(text.toStdString())), normal);
    }
    void everyFieldIsKnown_data()
    {
        QTest::addColumn<QString>("field");
        const QString all =
            "id order corr key state cat cause stage class code pointer vendor contract ver path slice region channel brand "
            "sku skuclass node carrier pay split promise sla due age seen first attempts next value owner team group tag "
            "lane batch verdict note by";
        for (const QString& field : all.split(' '))
            QTest::newRow(qPrintable(field)) << field;
    }
    void everyFieldIsKnown()
    {
        QFETCH(QString, field);
        const auto query = parse(field.toStdString() + ":*");
        QVERIFY(query.has_value());
        QVERIFY(query->root.term.values.front().form == Value::Form::Present);
    }
    void andBindsMoreThanOr()
    {
        const auto query = parse("a b OR c");
        QVERIFY(root(query).kind == Node::Kind::Or);
        QVERIFY(root(query).children[0].kind == Node::Kind::And);
        QVERIFY(root(query).children[1].kind == Node::Kind::Term);
    }
    void parenthesesTurnItRound()
    {
        const auto query = parse("a (b OR c)");
        QVERIFY(root(query).kind == Node::Kind::And);
        QVERIFY(root(query).children[1].kind == Node::Kind::Or);
        QCOMPARE(normal("a (b OR c)"), std::string("a (b OR c)"));
    }
    void notBindsMoreThanAnd()
    {
        const auto query = parse("-a b");
        QVERIFY(root(query).kind == Node::Kind::And);
        QVERIFY(root(query).children[0].kind == Node::Kind::Not);
        QVERIFY(root(parse("-(a b)")).kind == Node::Kind::Not);
    }
    void onlyCapitalsAreKeywords()
    {
        QCOMPARE(normal("a AND b"), std::string("a b"));
        QCOMPARE(normal("a or b"), std::string("a or b"));
        QVERIFY(root(parse("a or b")).kind == Node::Kind::And);
        QCOMPARE(normal("NOT a"), std::string("-a"));
        QCOMPARE(normal("a \"OR\" b"), std::string("a \"OR\" b"));
    }
    void emptyTextIsEverything()
    {
        for (const char* text : {"", "   ", "\t"})
            QCOMPARE(parse(text).value(), Query());
    }
    void bareIdsAndKeysAreRecognised()
    {
        QCOMPARE(normal("O-8841"), std::string("order:O-8841"));
        QCOMPARE(normal("X-90412.17"), std::string("id:X-90412.17"));
        QCOMPARE(normal("#8841-207"), std::string("order:8841-207"));
        QCOMPARE(normal("G-7"), std::string("group:G-7"));
        QCOMPARE(normal("hp:8841-207:ship:1"), std::string("key:hp:8841-207:ship:1"));
        QCOMPARE(normal("4BF92F3577B34DA6A3CE929D0E0E4736"),
                 std::string("corr:4bf92f3577b34da6a3ce929d0e0e4736"));
        QCOMPARE(normal("4bf92f3577b34da6a3ce929d0e0e473"), std::string("4bf92f3577b34da6a3ce929d0e0e473"));
        QCOMPARE(normal("\"O-8841\""), std::string("\"O-8841\""));
    }
    void sortLeavesTheTree()
    {
        const auto query = parse("is:open sort:-value,id");
        QCOMPARE(query->sort, (std::vector<SortKey>{{SortWord::Value, true}, {SortWord::Id, true}}));
        QVERIFY(root(query).kind == Node::Kind::Term);
        QCOMPARE(normal("sort:sla"), std::string("sort:sla"));
        QCOMPARE(normal("(a OR b) sort:sla"), std::string("(a OR b) sort:sla"));
    }
    void olderIsAge() { QCOMPARE(normal("older:10m"), std::string("age:>10m")); }
    void operatorsMayFollowAColon()
    {
        QCOMPARE(normal("value:>=5"), normal("value>=5"));
        QCOMPARE(normal("vendor:!=A"), std::string("vendor!=A"));
        QCOMPARE(normal("vendor~\"^wms\""), std::string("vendor~\"^wms\""));
    }
    void listsAreAnyOf()
    {
        const auto query = parse("vendor:A,\"b c\",D*");
        QCOMPARE(root(query).term.values.size(), std::size_t{3});
        QCOMPARE(root(query).term.values[1].text, std::string("b c"));
        QVERIFY(root(query).term.values[2].form == Value::Form::Wildcard);
    }
    void faults_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("nearest");
        const auto row = [](const char* text, Fault fault, int at, int length, const char* nearest = "") {
            QTest::newRow(text) << text << static_cast<int>(fault) << at << length << nearest;
        };
        row("is:open vender:A", Fault::UnknownField, 8, 6, "vendor");
        row("atempts:3", Fault::UnknownField, 0, 7, "attempts");
        row("zzzz:3", Fault::UnknownField, 0, 4, "");
        row("state:workin", Fault::UnknownWord, 6, 6, "working");
        row("a is:opne", Fault::UnknownWord, 5, 4, "open");
        row("class:T,X", Fault::UnknownWord, 8, 1, "");
        row("a :b", Fault::MissingField, 2, 1);
        row("a OR", Fault::MissingTerm, 2, 2);
        row("OR a", Fault::MissingTerm, 0, 2);
        row("a AND OR b", Fault::MissingTerm, 2, 3);
        row("a NOT", Fault::MissingTerm, 2, 3);
        row("a - b", Fault::MissingTerm, 2, 1);
        row("--a", Fault::MissingTerm, 0, 1);
        row("()", Fault::MissingTerm, 0, 1);
        row("vendor:", Fault::MissingValue, 7, 0);
        row("vendor:A, b", Fault::MissingValue, 9, 0);
        row("value:..", Fault::MissingValue, 6, 2);
        row("a \"b c", Fault::UnclosedQuote, 2, 4);
        row("vendor:\"b", Fault::UnclosedQuote, 7, 2);
        row("/a", Fault::UnclosedQuote, 0, 2);
        row("a (b", Fault::UnclosedParenthesis, 2, 1);
        row("a) b", Fault::StrayParenthesis, 1, 1);
        row(")", Fault::StrayParenthesis, 0, 1);
        row("value:>x", Fault::BadNumber, 7, 1);
        row("attempts:2.5", Fault::BadNumber, 9, 3);
        row("age:10", Fault::BadDuration, 4, 2);
        row("first:25:00", Fault::BadTime, 6, 5);
        row("first:yesterdai", Fault::BadTime, 6, 9);
        row("a /b(/", Fault::BadRegex, 2, 4);
        row("vendor~\"*\"", Fault::BadRegex, 7, 3);
        row("vendor:>A", Fault::WrongOperator, 0, 9);
        row("value:>1..2", Fault::WrongOperator, 0, 11);
        row("value:>1,2", Fault::WrongOperator, 0, 10);
        row("value~\"1\"", Fault::WrongOperator, 0, 9);
        row("a OR sort:sla", Fault::SortInside, 5, 8);
        row("-sort:sla", Fault::SortInside, 1, 8);
    }
    void faults()
    {
        QFETCH(QString, text);
        QFETCH(int, fault);
        QFETCH(int, at);
        QFETCH(int, length);
        QFETCH(QString, nearest);
        const auto query = parse(text.toStdString());
        QVERIFY(!query.has_value());
        QCOMPARE(QString::fromUtf8(name(query.error().fault).data()),
                 QString::fromUtf8(name(static_cast<Fault>(fault)).data()));
        QCOMPARE(static_cast<int>(query.error().at), at);
        QCOMPARE(static_cast<int>(query.error().length), length);
        QCOMPARE(QString::fromStdString(query.error().nearest), nearest);
        QVERIFY(!query.error().detail.empty());
    }
    void lengthHasALimit()
    {
        QVERIFY(parse(std::string(LongestQuery, 'a')).has_value());
        const auto query = parse(std::string(LongestQuery + 1, 'a'));
        QVERIFY(!query.has_value());
        QCOMPARE(query.error().fault, Fault::TooLong);
    }
    void depthHasALimit()
    {
        const auto nested = [](int depth) {
            return std::string(static_cast<std::size_t>(depth), '(') + "a" +
                   std::string(static_cast<std::size_t>(depth), ')');
        };
        QVERIFY(parse(nested(DeepestQuery)).has_value());
        const auto query = parse(nested(DeepestQuery + 1));
        QVERIFY(!query.has_value());
        QCOMPARE(query.error().fault, Fault::TooDeep);
        QCOMPARE(query.error().at, static_cast<std::size_t>(DeepestQuery));
    }
    void randomTextIsAQueryOrAFault()
    {
        constexpr std::uint64_t seed = 20'261'118;
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        SeededRng rng(seed);
        int queries = 0;
        for (int i = 0; i < 2000; ++i) {
            const std::string text = randomText(rng);
            const auto query = parse(text);
            if (!query) {
                QVERIFY2(query.error().at <= text.size(), text.c_str());
                QVERIFY2(query.error().at + query.error().length <= text.size(), text.c_str());
                continue;
            }
            ++queries;
            const std::string once = normalForm(*query);
            const auto again = parse(once);
            QVERIFY2(again.has_value(), (text + " -> " + once).c_str());
            QVERIFY2(*again == *query, (text + " -> " + once + " -> " + normalForm(*again)).c_str());
            QCOMPARE(normalForm(*again), once);
        }
        QVERIFY2(queries > 100, std::to_string(queries).c_str());
    }
};

QTEST_APPLESS_MAIN(ParseTest)
#include "tst_parse.moc"
