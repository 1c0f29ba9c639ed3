// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/search/complete.h"
#include "core/search/parse.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::search;
using What = Completion::What;

namespace {

/// The text with `|` where the cursor is.
Completion at(std::string text, Searched list = Searched::Exceptions)
{
    const std::size_t cursor = text.find('|');
    text.erase(cursor, 1);
    return complete(text, cursor, list);
}

std::string offered(const Completion& completion)
{
    std::string all;
    for (const Suggestion& s : completion.suggestions)
        all += (all.empty() ? "" : " ") + s.text;
    return all;
}

std::string span(const std::string& text)
{
    const Completion c = at(text);
    std::string plain = text;
    plain.erase(plain.find('|'), 1);
    return plain.substr(c.at, c.length) + " of " + plain.substr(c.termAt, c.termLength);
}

}  // namespace

class CompleteTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyFieldOffersEveryField()
    {
        const Completion c = at("|");
        QCOMPARE(c.what, What::Fields);
        QCOMPARE(c.suggestions.size(), fieldsOf(Searched::Exceptions).size() + 1);
        QCOMPARE(c.suggestions.front(), (Suggestion{"is:", "field.is"}));
        QCOMPARE(at("is:open |").suggestions.size(), c.suggestions.size());
        QCOMPARE(at("(|").suggestions.size(), c.suggestions.size());
    }
    void aNameOffersFieldsThatBeginSo()
    {
        QCOMPARE(offered(at("is:open st|")), std::string("stage: state:"));
        QCOMPARE(offered(at("-VEN|")), std::string("vendor:"));
        QCOMPARE(offered(at("s|t")), std::string("stage: state: sla: sort:"));
        QCOMPARE(offered(at("ol|")), std::string("older:"));
        QCOMPARE(offered(at("se|", Searched::Exceptions)), std::string());
        QCOMPARE(offered(at("se|", Searched::Orders)), std::string("seen:"));
    }
    void aFieldBeforeItsOperatorIsReplacedAlone()
    {
        QCOMPARE(offered(at("ven|dor:x")), std::string("vendor"));
        QCOMPARE(span("a ven|dor:x b"), std::string("vendor of vendor:x"));
        QCOMPARE(offered(at("vendro|:x")), std::string("vendor"));
    }
    void wordsAreNotFields()
    {
        QCOMPARE(at("hello|").what, What::Nothing);
        QCOMPARE(at("8841|").what, What::Nothing);
        QCOMPARE(at("O-88|").what, What::Nothing);
        QCOMPARE(at("\"a st|\"").what, What::Nothing);
        QCOMPARE(at("/st|/").what, What::Nothing);
        QCOMPARE(at("hello:|").what, What::Nothing);
    }
    void aFixedListOffersItsWords()
    {
        const Completion c = at("stage:h|");
        QCOMPARE(c.what, What::Values);
        QCOMPARE(c.field, Field::Stage);
        QCOMPARE(c.suggestions, (std::vector<Suggestion>{{"handoff", "stage.handoff"}}));
        QCOMPARE(offered(at("class:|")),
                 std::string("transport validation soft_business hard_business unclassified"));
        QCOMPARE(offered(at("class:soft-|")), std::string("soft_business"));
        QCOMPARE(offered(at("state:w|")),
                 std::string("working waiting_engine waiting_vendor waiting_customer"));
        QCOMPARE(offered(at("state:w|", Searched::Orders)), std::string("with_node"));
        QCOMPARE(offered(at("is:br|")), std::string("breaching breached"));
        QCOMPARE(offered(at("is:br|", Searched::Orders)), std::string());
        QCOMPARE(offered(at("is:opne|")), std::string("open"));
    }
    void onePieceOfAListIsCompleted()
    {
        QCOMPARE(offered(at("stage:intake,h|")), std::string("handoff"));
        QCOMPARE(span("stage:in|,handoff x"), std::string("in of stage:in,handoff"));
        QCOMPARE(span("stage:intake,h| x"), std::string("h of stage:intake,h"));
        QCOMPARE(offered(at("sort:-va|")), std::string("value"));
        QCOMPARE(span("sort:-va|"), std::string("va of sort:-va"));
    }
    void namesAreCountedByTheSession()
    {
        const Completion c = at("vendor:\"wms e|\" is:open");
        QVERIFY(c.counted && c.suggestions.empty());
        QCOMPARE(c.typed, std::string("wms e"));
        QCOMPARE(span("vendor:\"wms e|\" is:open"), std::string("\"wms e\" of vendor:\"wms e\""));
        QVERIFY(!at("vendor:w|", Searched::Orders).counted);
        QVERIFY(at("stage:h|").counted);
        QVERIFY(!at("value:1|").counted);
    }
    void timesAreOfferedWithTheirOperator()
    {
        QCOMPARE(offered(at("sla:|")), std::string("<15m <30m <4h today"));
        QCOMPARE(offered(at("sla:<3|")), std::string("30m"));
        QCOMPARE(offered(at("older:|")), std::string("10m 1h"));
        QCOMPARE(offered(at("first:la|")), std::string("launch.. last-command.."));
    }
    void everySuggestionIsAQuery()
    {
        for (const Searched list : {Searched::Exceptions, Searched::Orders})
            for (const Field field : fieldsOf(list)) {
                const std::string term(std::string(name(field)) + ':');
                for (const Suggestion& s : complete(term, term.size(), list).suggestions)
                    QVERIFY2(parse(term + s.text).has_value(), (term + s.text).c_str());
            }
        QVERIFY(parse("older:10m").has_value());
    }
    void valuesAreSpelledSoThatTheyAreReadBack()
    {
        QCOMPARE(spelled("wms-east"), std::string("wms-east"));
        for (const char* value : {"", "a b", "a\"b", "a,b", "x*", "(", ":a", "back\\slash"}) {
            QVERIFY(spelled(value).starts_with('"'));
            if (*value != '\0')
                QCOMPARE(parse("vendor:" + spelled(value)).value().root.term.values.front().text,
                         std::string(value));
        }
    }
    void anyTextAndCursorHaveASpanInside()
    {
        constexpr std::uint64_t seed = 20'261'123;
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        SeededRng rng(seed);
        constexpr std::string_view Letters = "ab:,\"\\/-()<>=! is:vendor";
        for (int i = 0; i < 3000; ++i) {
            std::string text;
            for (std::uint64_t n = rng.below(16); n > 0; --n)
                text += Letters[rng.below(Letters.size())];
            for (std::size_t cursor = 0; cursor <= text.size() + 1; ++cursor) {
                const Completion c = complete(text, cursor, Searched::Exceptions);
                const std::size_t here = std::min(cursor, text.size());
                QVERIFY2(c.at + c.length <= text.size(), text.c_str());
                QVERIFY2(c.termAt + c.termLength <= text.size(), text.c_str());
                if (c.what != What::Nothing)
                    QVERIFY2(c.at <= here && here <= c.at + c.length, text.c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(CompleteTest)
#include "tst_complete.moc"
