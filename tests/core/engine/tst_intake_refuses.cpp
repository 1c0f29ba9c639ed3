// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake_samples.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::engine;

/// Every rule with the place it names; the accepted side of a limit stands beside it or in tst_intake_limits.
class IntakeRefuses : public QObject {
    Q_OBJECT

private:
    static void row(const char* what, std::string_view rule, std::string_view where, const std::string& text)
    {
        QTest::newRow(what) << QByteArray(rule.data(), static_cast<int>(rule.size()))
                            << QByteArray(where.data(), static_cast<int>(where.size()))
                            << QByteArray::fromStdString(text);
    }
    static std::string placed(std::string_view members) { return eventText("order.placed", members); }
    static std::string line(std::string_view members)
    {
        return placed(R"({"currency":"EUR","lines":[{"line":1,"sku":"A","units":1},)" + std::string(members) +
                      "]}");
    }
    static std::string money(std::string_view members)
    {
        return eventText("payment.captured", '{' + std::string(members) + '}');
    }
    static std::string cancel(std::string_view head) { return eventText("order.cancel_asked", "{}", head); }

    void notJson()
    {
        row("empty", "bad_json", "", "");
        row("white space", "bad_json", "", "  \n ");
        row("two documents", "bad_json", "", cancel("") + "{}");
        row("trailing comma", "bad_json", "/data/lines/0/line",
            placed(R"({"currency":"EUR","lines":[{"line":1,}]})"));
        row("single quotes", "bad_json", "", "{'id':1}");
        row("NaN", "bad_json", "/data/total", placed(R"({"total":NaN})"));
        row("leading zero", "bad_json", "/data/total", placed(R"({"total":01})"));
        row("control character", "bad_json", "/data/channel", placed("{\"channel\":\"a\nb\"}"));
        row("half a pair", "bad_json", "/data/channel", placed(R"({"channel":"\ud800"})"));
        row("broken UTF-8", "bad_utf8", "/data/channel", placed("{\"channel\":\"\xC3(\"}"));
        row("surrogate in UTF-8", "bad_utf8", "/data/channel", placed("{\"channel\":\"\xED\xA0\x80\"}"));
        row("beyond 64 bit", "big_integer", "/data/x_n", placed(R"({"x_n":18446744073709551616})"));
        row("far below 64 bit", "big_integer", "/data/x_n", placed(R"({"x_n":-9223372036854775809})"));
        row("an array", "not_an_object", "", "[1]");
        row("a text", "not_an_object", "", "\"order\"");
        row("a key twice", "duplicate_key", "/id", cancel(R"(,"id":"e-2")"));
        row("a key twice inside", "duplicate_key", "/data/x_a/1/b", placed(R"({"x_a":[0,{"b":1,"b":1}]})"));
        row("a key twice, escaped", "duplicate_key", "/data/ab", placed(R"({"ab":1,"\u0061b":1})"));
    }
    void heads()
    {
        row("no specversion", "missing_field", "/specversion", "{}");
        row("other specversion", "wrong_enum", "/specversion",
            R"({"specversion":"0.3","id":"1","source":"s","type":"order.address","subject":"1","data":{}})");
        row("empty id", "missing_field", "/id", eventText("order.address", "{}", "", ""));
        row("blank id", "missing_field", "/id", eventText("order.address", "{}", "", "  "));
        row("no data", "missing_field", "/data",
            R"({"specversion":"1.0","id":"1","source":"s","type":"order.address","subject":"1"})");
        row("id is a number", "wrong_type", "/id",
            R"({"specversion":"1.0","id":1,"source":"s","type":"order.address","subject":"1","data":{}})");
        row("unknown type", "unknown_type", "/type", eventText("order.teleported", "{}"));
        row("type in capitals", "unknown_type", "/type", eventText("Order.Placed", "{}"));
        row("other class", "wrong_class", "/eventclass", cancel(R"(,"eventclass":"create")"));
        row("unknown class", "wrong_enum", "/eventclass", cancel(R"(,"eventclass":"delete")"));
        row("other content", "wrong_enum", "/datacontenttype", cancel(R"(,"datacontenttype":"text/xml")"));
        row("time without zone", "bad_time", "/time", cancel(R"(,"time":"2026-11-18T14:00:00")"));
        row("time with a space", "bad_time", "/time", cancel(R"(,"time":"2026-11-18 14:00:00Z")"));
        row("30 February", "bad_time", "/time", cancel(R"(,"time":"2026-02-30T14:00:00Z")"));
        row("time in words", "bad_time", "/time", cancel(R"(,"time":"yesterday")"));
        row("short trace", "bad_traceparent", "/traceparent", cancel(R"(,"traceparent":"00-12-34-01")"));
        row("trace of zeroes", "bad_traceparent", "/traceparent",
            cancel(R"(,"traceparent":"00-00000000000000000000000000000000-b7ad6b7169203331-01")"));
        row("trace in capitals", "bad_traceparent", "/traceparent",
            cancel(R"(,"traceparent":"00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01")"));
        row("base64", "unknown_field", "/data_base64", cancel(R"(,"data_base64":"e30=")"));
        row("structured extension", "wrong_type", "/tenant", cancel(R"(,"tenant":{})"));
        row("control character in id", "bad_text", "/id", eventText("order.address", "{}", "", "a\\u0000b"));
    }
    void members()
    {
        row("data is a list", "wrong_type", "/data", placed("[]"));
        row("data is null", "wrong_type", "/data", placed("null"));
        row("missing", "missing_field", "/data/currency", placed(R"({"lines_known":false})"));
        row("unknown", "unknown_field", "/data/curency", placed(R"({"curency":"EUR"})"));
        row("unknown with a slash", "unknown_field", "/data/a~1b~0", placed(R"({"a/b~":1})"));
        row("of another type", "unknown_field", "/data/leg", placed(R"({"leg":1})"));
        row("missing in a line", "missing_field", "/data/lines/1/sku", line(R"({"line":2,"units":1})"));
        row("unknown in a line", "unknown_field", "/data/lines/1/size",
            line(R"({"line":2,"sku":"B","units":1,"size":"XL"})"));
        row("a line is a number", "wrong_type", "/data/lines/1", line("7"));
        row("lines are an object", "wrong_type", "/data/lines", placed(R"({"currency":"EUR","lines":{}})"));
        row("null", "wrong_type", "/data/channel", placed(R"({"channel":null})"));
        row("empty SKU", "missing_field", "/data/lines/1/sku", line(R"({"line":2,"sku":"","units":1})"));
    }
    void values()
    {
        row("float units", "wrong_type", "/data/lines/1/units", line(R"({"line":2,"sku":"B","units":1.0})"));
        row("text units", "wrong_type", "/data/lines/1/units", line(R"({"line":2,"sku":"B","units":"1"})"));
        row("no units", "out_of_range", "/data/lines/1/units", line(R"({"line":2,"sku":"B","units":0})"));
        row("negative units", "out_of_range", "/data/lines/1/units",
            line(R"({"line":2,"sku":"B","units":-1})"));
        row("too many units", "out_of_range", "/data/lines/1/units",
            line(R"({"line":2,"sku":"B","units":1000001})"));
        row("units near 2^64", "out_of_range", "/data/lines/1/units",
            line(R"({"line":2,"sku":"B","units":18446744073709551615})"));
        row("line 0", "out_of_range", "/data/lines/1/line", line(R"({"line":0,"sku":"B","units":1})"));
        row("line 65536", "out_of_range", "/data/lines/1/line",
            line(R"({"line":65536,"sku":"B","units":1})"));
        row("float amount", "wrong_type", "/data/amount",
            money(R"("payment":1,"currency":"EUR","amount":5.0)"));
        row("integer amount", "wrong_type", "/data/amount",
            money(R"("payment":1,"currency":"EUR","amount":5)"));
        row("a third decimal", "bad_amount", "/data/amount",
            money(R"("payment":1,"currency":"EUR","amount":"5.001")"));
        row("yen have none", "bad_amount", "/data/amount",
            money(R"("payment":1,"amount":"5.01","currency":"JPY")"));
        row("a comma", "bad_amount", "/data/amount",
            money(R"("payment":1,"currency":"EUR","amount":"5,00")"));
        row("negative amount", "out_of_range", "/data/amount",
            money(R"("payment":1,"currency":"EUR","amount":"-0.01")"));
        row("a cent too much", "out_of_range", "/data/amount",
            money(R"("payment":1,"currency":"EUR","amount":"10000000000.01")"));
        row("amount beyond 64 bit", "bad_amount", "/data/amount",
            money(R"("payment":1,"currency":"EUR","amount":"92233720368547758.08")"));
        row("no amount", "missing_field", "/data/amount",
            money(R"("payment":1,"currency":"EUR","amount":"")"));
        row("small currency", "wrong_enum", "/data/currency",
            money(R"("payment":1,"currency":"eur","amount":"5")"));
        row("price of a line", "bad_amount", "/data/lines/1/price",
            line(R"({"line":2,"sku":"B","units":1,"price":"1.999"})"));
        row("promise", "bad_time", "/data/promise", placed(R"({"currency":"EUR","promise":"soon"})"));
        row("hold reason", "wrong_enum", "/data/reason",
            eventText("order.hold_asked", R"({"reason":"mood"})"));
        row("lines_known", "wrong_type", "/data/lines_known",
            placed(R"({"currency":"EUR","lines_known":1})"));
        row("control character", "bad_text", "/data/channel", placed(R"({"channel":"a\tb"})"));
    }
    void betweenMembers()
    {
        row("no lines", "no_lines", "/data/lines", placed(R"({"currency":"EUR","lines":[]})"));
        row("lines not named", "no_lines", "/data/lines", placed(R"({"currency":"EUR"})"));
        row("lines though unknown", "lines_not_allowed", "/data/lines",
            placed(R"({"currency":"EUR","lines_known":false,"lines":[{"line":1,"sku":"A","units":1}]})"));
        row("a line twice", "duplicate_line", "/data/lines/1/line",
            line(R"({"line":1,"sku":"B","units":1})"));
        row("units without line", "missing_field", "/data/line",
            eventText("shipment.shipped", R"({"leg":1,"units":2})"));
        row("line without units", "missing_field", "/data/units",
            eventText("shipment.shipped", R"({"leg":1,"line":2})"));
        row("no counts", "missing_field", "/data/counts", eventText("stock.counted", R"({"counts":[]})"));
        row("a SKU twice", "duplicate_sku", "/data/counts/1/sku",
            eventText("stock.counted", R"({"counts":[{"sku":"A","units":1,"version":1},)"
                                       R"({"sku":"A","units":2,"version":1}]})"));
    }

private slots:
    void each_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QByteArray>("text");
        notJson();
        heads();
        members();
        values();
        betweenMembers();
    }

    void each()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, where);
        QFETCH(QByteArray, text);
        Dictionary names;
        Intake intake(names);
        const Intaken result = intake.parse(text.toStdString());
        const auto* refused = std::get_if<RefusedInput>(&result);
        QVERIFY2(refused, "it was taken");
        QCOMPARE(names.text(refused->rule).c_str(), rule.constData());
        QCOMPARE(refused->where.c_str(), where.constData());
        QVERIFY2(refused->detail.starts_with("expected ") &&
                     refused->detail.find(", got ") != std::string::npos,
                 refused->detail.c_str());
        QCOMPARE(refused->bytes, text.toStdString());
        // Nothing but the rule: numbers are stored with their first use, and a refused input uses none.
        QCOMPARE(names.added().size(), 1u);
    }

    void theRefusalNamesEventAndProducer()
    {
        Dictionary names;
        Intake intake(names);
        for (const std::string& text :
             {placed(R"({"curency":1})"), placed(R"({"curency":)"), cancel(R"(,"id":"e-1")")}) {
            const Intaken result = intake.parse(text);
            QCOMPARE(std::get<RefusedInput>(result).event, std::string("e-1"));
            QCOMPARE(std::get<RefusedInput>(result).producer, std::string("shop"));
        }
    }

    void theDetailSaysExpectedAndGot()
    {
        Dictionary names;
        Intake intake(names);
        const Intaken result = intake.parse(line(R"({"line":2,"sku":"B","units":-1})"));
        QCOMPARE(std::get<RefusedInput>(result).detail,
                 std::string("expected an integer from 1 to 1000000, got -1"));
    }

    void aRefusalDoesNotDisturbTheNext()
    {
        Dictionary names;
        Intake intake(names);
        (void)intake.parse(line(R"({"line":1,"sku":"B","units":1})"));
        (void)intake.parse(placed(R"({"x_a":[{"b":1,"b":1}]})"));
        const Intaken result = intake.parse(placedText());
        QVERIFY(std::holds_alternative<Event>(result));
        QCOMPARE(std::get<Event>(result).facts.size(), 4u);
    }
};

QTEST_GUILESS_MAIN(IntakeRefuses)
#include "tst_intake_refuses.moc"
