// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contracts/schema.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::contracts;

namespace {

/// The first breach of `document` under `schema`.
std::optional<Breach> breachOf(const char* schema, std::string_view document)
{
    const auto compiled = Schema::compile(schema);
    if (!compiled)
        return Breach{"", "a schema that compiles", compiled.error().detail};
    Json json;
    if (auto breach = json.parse(document))
        return breach;
    return compiled->check(json);
}

std::string nested(int depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

class TestSchema : public QObject {
    Q_OBJECT

private slots:
    void everyKeywordHasTwoSides_data();
    void everyKeywordHasTwoSides();
    void aBreachNamesPointerExpectedAndGot();
    void pointersAreEscaped();
    void anUnknownKeywordIsRefused();
    void aBadSchemaIsRefused_data();
    void aBadSchemaIsRefused();
    void malformedDocumentsAreBreaches_data();
    void malformedDocumentsAreBreaches();
    void limitsHold();
    void aFailedParseLeavesNothing();
};

void TestSchema::everyKeywordHasTwoSides_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("good");
    QTest::addColumn<QString>("bad");
    const auto row = [](const char* tag, const char* schema, const char* good, const char* bad) {
        QTest::newRow(tag) << QString(schema) << QString(good) << QString(bad);
    };
    row("type", R"({"type":"string"})", R"("a")", "1");
    row("types", R"({"type":["string","null"]})", "null", "false");
    row("integer", R"({"type":"integer"})", "1.0", "1.5");
    row("number", R"({"type":"number"})", "1.5", R"("1.5")");
    row("enum", R"({"enum":["a",2,null,true]})", "null", "false");
    row("enum integer", R"({"enum":[2]})", "2.0", R"("2")");
    row("const", R"({"const":"accepted"})", R"("accepted")", R"("Accepted")");
    row("required", R"({"required":["a"]})", R"({"a":null})", R"({"A":1})");
    row("properties", R"({"properties":{"a":{"type":"string"}}})", R"({"b":1})", R"({"a":1})");
    row("closed", R"({"properties":{"a":{}},"additionalProperties":false})", R"({"a":1})",
        R"({"a":1,"b":2})");
    row("others", R"({"additionalProperties":{"type":"null"}})", R"({"a":null})", R"({"a":0})");
    row("items", R"({"items":{"type":"integer"}})", "[1,2]", "[1,null]");
    row("minItems", R"({"minItems":2})", "[1,2]", "[1]");
    row("maxItems", R"({"maxItems":1})", "[1]", "[1,2]");
    row("minLength", R"({"minLength":2})", R"("éé")", R"("é")");
    row("maxLength", R"({"maxLength":2})", R"("éé")", R"("abc")");
    row("minimum", R"({"minimum":1})", "1", "0");
    row("maximum", R"({"maximum":9})", "9", "9.5");
    row("nested", R"({"properties":{"a":{"items":{"required":["b"]}}}})", R"({"a":[{"b":1}]})",
        R"({"a":[{}]})");
    row("never", R"({"properties":{"a":false}})", R"({})", R"({"a":1})");
    row("length is no item count", R"({"minLength":2})", "[1]", R"("x")");
}

void TestSchema::everyKeywordHasTwoSides()
{
    QFETCH(QString, schema);
    QFETCH(QString, good);
    QFETCH(QString, bad);
    QVERIFY(!breachOf(schema.toUtf8(), good.toStdString()));
    QVERIFY(breachOf(schema.toUtf8(), bad.toStdString()));
}

void TestSchema::aBreachNamesPointerExpectedAndGot()
{
    const char* schema =
        R"({"required":["status"],"properties":{"status":{"enum":["accepted","held"]},"lines":{"items":{
            "properties":{"units":{"type":"integer","minimum":1}}}}}})";
    QCOMPARE(*breachOf(schema, R"({"state":"accepted","id":1})"),
             (Breach{"/status", "a member that is required", "missing; there are state, id"}));
    QCOMPARE(*breachOf(schema, R"({"status":"received"})"),
             (Breach{"/status", R"(one of "accepted", "held")", R"("received")"}));
    QCOMPARE(*breachOf(schema, R"({"status":"held","lines":[{"units":2},{"units":"3"}]})"),
             (Breach{"/lines/1/units", "integer", R"(string "3")"}));
    QCOMPARE(*breachOf(schema, R"({"status":"held","lines":[{"units":0}]})"),
             (Breach{"/lines/0/units", "at least 1", "0"}));
}

void TestSchema::pointersAreEscaped()
{
    QCOMPARE(breachOf(R"({"properties":{"a/b~c":{"type":"null"}}})", R"({"a/b~c":1})")->pointer,
             std::string("/a~1b~0c"));
}

void TestSchema::anUnknownKeywordIsRefused()
{
    const auto schema = Schema::compile(R"({"properties":{"a":{"oneOf":[{}]}}})");
    QVERIFY(!schema.has_value());
    QCOMPARE(schema.error().code, Code::Unsupported);
    QCOMPARE(schema.error().detail, std::string("/properties/a: keyword oneOf is not understood"));
    QVERIFY(Schema::compile(R"({"title":"t","x-note":1,"format":"date"})").has_value());
}

void TestSchema::aBadSchemaIsRefused_data()
{
    QTest::addColumn<QString>("schema");
    for (const char* schema :
         {"{", "3", R"({"type":"text"})", R"({"enum":[]})", R"({"enum":"a"})", R"({"const":{}})",
          R"({"minLength":-1})", R"({"minimum":"1"})", R"({"required":"a"})", R"({"required":[1]})",
          R"({"properties":[]})", R"({"items":[{}]})"})
        QTest::newRow(schema) << QString(schema);
}

void TestSchema::aBadSchemaIsRefused()
{
    QFETCH(QString, schema);
    QVERIFY(!Schema::compile(schema.toStdString()).has_value());
}

void TestSchema::malformedDocumentsAreBreaches_data()
{
    QTest::addColumn<QByteArray>("document");
    const std::vector<std::pair<const char*, QByteArray>> rows = {
        {"empty", ""},
        {"open", "{\"a\":1"},
        {"two", "{} {}"},
        {"comma", "[1,]"},
        {"twice", R"({"a":1,"a":1})"},
        {"twice within", R"([{"a":{"b":1,"b":2}}])"},
        {"utf-8", "\"\xFF\""},
        {"big integer", "123456789012345678901234567890"},
        {"html", "<html>"}};
    for (const auto& [tag, document] : rows)
        QTest::newRow(tag) << document;
}

void TestSchema::malformedDocumentsAreBreaches()
{
    QFETCH(QByteArray, document);
    const auto breach = breachOf("{}", document.toStdString());
    QVERIFY(breach);
    QVERIFY(!breach->expected.empty() && !breach->got.empty());
}

void TestSchema::limitsHold()
{
    QVERIFY(!breachOf("{}", nested(MaxDepth)));
    QVERIFY(breachOf("{}", nested(MaxDepth + 1)));

    std::string members = "[0";
    for (std::size_t i = 1; i < MaxMembers; ++i)
        members += ",0";
    QVERIFY(!breachOf("{}", members + "]"));
    QCOMPARE(breachOf("{}", members + ",0]")->expected, std::string("at most 10,000 members"));

    QVERIFY(!breachOf("{}", '"' + std::string(MaxText, 'x') + '"'));
    QCOMPARE(breachOf("{}", '"' + std::string(MaxText + 1, 'x') + '"')->expected,
             std::string("at most 64 KB of text"));

    QVERIFY(!breachOf("{}", std::string(MaxBody - 2, ' ') + "{}"));
    QCOMPARE(breachOf("{}", std::string(MaxBody - 1, ' ') + "{}")->expected, std::string("at most 1 MB"));
}

void TestSchema::aFailedParseLeavesNothing()
{
    Json json;
    QVERIFY(!json.parse(R"({"a":"1"})"));
    QCOMPARE(json.text("/a").value_or(""), std::string_view("1"));
    QVERIFY(json.parse("{"));
    QVERIFY(!json.text("/a"));
    QVERIFY(Schema().check(json));
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
