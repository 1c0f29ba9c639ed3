// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake_samples.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::engine;

/// What intake takes, and which facts it makes of it.
class IntakeAccepts : public QObject {
    Q_OBJECT

private:
    Dictionary names_;
    std::unique_ptr<Intake> intake_;

    Event take(std::string_view text)
    {
        Intaken result = intake_->parse(text);
        if (const auto* refused = std::get_if<RefusedInput>(&result)) {
            QTest::qFail(
                (names_.text(refused->rule) + " at " + refused->where + ": " + refused->detail).c_str(),
                __FILE__, __LINE__);
            return {};
        }
        return std::get<Event>(std::move(result));
    }
    template <typename F>
    F only(std::string_view type, std::string_view data, Part part)
    {
        const Event event = take(eventText(type, data));
        if (event.facts.size() != 1 || event.facts[0].part != part ||
            !std::holds_alternative<F>(event.facts[0].body)) {
            QTest::qFail("not the one fact of the kind and part that was meant", __FILE__, __LINE__);
            return {};
        }
        return std::get<F>(event.facts[0].body);
    }
    std::uint64_t contentOf(std::string_view data, std::string_view head = {})
    {
        return take(eventText("order.placed", data, head)).content;
    }

private slots:
    void init()
    {
        names_ = Dictionary();
        intake_ = std::make_unique<Intake>(names_);
    }

    void readsTheHead()
    {
        const Event event = take(placedText());
        QCOMPARE(event.id, std::string("evt_01HV3ZQ8M2"));
        QCOMPARE(event.type, std::string("order.placed"));
        QCOMPARE(event.cls, EventClass::Create);
        QCOMPARE(event.target, EntityKind::Order);
        QCOMPARE(names_.text(event.producer), std::string("shop"));
        QCOMPARE(event.subject.text, std::string("1001"));
        QCOMPARE(event.subject.space, event.producer);
        QVERIFY(event.hasSourceTime);
        QCOMPARE(toText(event.sourceTime), std::string("2026-11-18T14:00:00.123Z"));
        QVERIFY(event.hasCorrelation);
        QCOMPARE(event.correlation[0], std::byte{0x0a});
        QCOMPARE(event.correlation[15], std::byte{0x9c});
    }

    void makesOneFactOfTheOrderAndOneOfEachLine()
    {
        const Event event = take(placedText());
        QCOMPARE(event.facts.size(), 4u);
        const auto& placed = std::get<Placed>(event.facts[0].body);
        QCOMPARE(placed.number, std::string("1001"));
        QCOMPARE(names_.text(placed.channel), std::string("web"));
        QCOMPARE(names_.text(placed.region), std::string("Bavaria"));
        QCOMPARE(placed.currency.text(), std::string("EUR"));
        QCOMPARE(placed.total, 12670);
        QCOMPARE(placed.lines, LinesKnown::Known);
        QCOMPARE(placed.lineCount, 3);
        QCOMPARE(toText(placed.promise), std::string("2026-11-21T18:00:00.000Z"));
        QCOMPARE(event.facts[2].part, 2);
        QCOMPARE(event.facts[2].at, event.sourceTime);
        const auto& line = std::get<LineOrdered>(event.facts[2].body);
        QCOMPARE(names_.text(line.sku), std::string("POT-GLASS-1L"));
        QCOMPARE(line.units, 1);
        QCOMPARE(line.price, 8900);
    }

    void unknownLinesAreNotNone()
    {
        const auto placed = only<Placed>("order.placed", R"({"currency":"BRL","lines_known":false})", 0);
        QCOMPARE(placed.lines, LinesKnown::Unknown);
        QCOMPARE(placed.promise, Never);
    }

    void withoutTimeTheFactHasNone()
    {
        const Event event = take(eventText("order.cancel_asked", "{}"));
        QVERIFY(!event.hasSourceTime);
        QVERIFY(!event.hasCorrelation);
        QCOMPARE(event.facts[0].at, Instant{0});
    }

    void theNumberSpaceMayDifferFromTheProducer()
    {
        const Event event = take(eventText("order.cancel_asked", "{}", R"(,"numberspace":"old-shop")"));
        QCOMPARE(names_.text(event.producer), std::string("shop"));
        QCOMPARE(names_.text(event.subject.space), std::string("old-shop"));
    }

    void theEventGivesItsIdWhereTheFactHasNone()
    {
        QCOMPARE(only<CancelWished>("order.cancel_asked", "{}", 0).id, std::string("e-1"));
        QCOMPARE(only<CancelWished>("order.cancel_asked", R"({"id":"c9","line":2})", 2).id,
                 std::string("c9"));
    }

    void readsEachMovementOfMoney_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("kind");
        QTest::newRow("authorised") << QByteArray("payment.authorised") << int(Authorised::kind);
        QTest::newRow("captured") << QByteArray("payment.captured") << int(Captured::kind);
        QTest::newRow("refunded") << QByteArray("payment.refunded") << int(Refunded::kind);
        QTest::newRow("failed") << QByteArray("payment.failed") << int(PaymentFailed::kind);
        QTest::newRow("charged back") << QByteArray("payment.charged_back") << int(ChargedBack::kind);
    }
    void readsEachMovementOfMoney()
    {
        QFETCH(QByteArray, type);
        QFETCH(int, kind);
        const Event event =
            take(eventText(type.constData(),
                           R"({"payment":2,"amount":"1000","currency":"JPY","method":"card","code":"x"})"));
        QCOMPARE(event.facts.size(), 1u);
        QCOMPARE(int(kindOf(event.facts[0])), kind);
        QCOMPARE(event.facts[0].part, 2);
    }

    void amountsFollowTheCurrencyEvenIfItStandsBehind()
    {
        const auto yen =
            only<Captured>("payment.captured", R"({"payment":1,"amount":"1000","currency":"JPY"})", 1);
        QCOMPARE(yen.amount, 1000);
        const auto euro =
            only<Captured>("payment.captured", R"({"payment":1,"amount":"1000","currency":"EUR"})", 1);
        QCOMPARE(euro.amount, 100000);
        const auto none =
            only<Captured>("payment.captured", R"({"payment":1,"amount":"0.00","currency":"EUR"})", 1);
        QCOMPARE(none.amount, 0);
    }

    void readsParcels()
    {
        const auto whole = only<ShippedFact>("shipment.shipped", R"({"leg":1,"tracking":"1Z9"})", 1);
        QCOMPARE(whole.line, 0);
        QCOMPARE(whole.units, 0);
        QCOMPARE(whole.tracking, std::string("1Z9"));
        const auto some =
            only<DeliveredFact>("shipment.delivered", R"({"leg":2,"node":"EAST","line":3,"units":4})", 2);
        QCOMPARE(names_.text(some.node), std::string("EAST"));
        QCOMPARE(some.line, 3);
        QCOMPARE(some.units, 4);
        QCOMPARE(only<Picked>("shipment.picked", R"({"leg":1})", 1).id, std::string("e-1"));
        QCOMPARE(only<LostFact>("shipment.lost", R"({"leg":1})", 1).id, std::string("e-1"));
        QCOMPARE(only<RecalledFact>("shipment.recalled", R"({"leg":1})", 1).id, std::string("e-1"));
    }

    void readsWhatNodesAnswer()
    {
        QCOMPARE(only<NodeAccepted>("shipment.accepted", R"({"leg":1,"id":"w7"})", 1).id, std::string("w7"));
        const auto no = only<NodeRefused>("shipment.refused", R"({"leg":1,"code":"no_stock"})", 1);
        QCOMPARE(names_.text(no.code), std::string("no_stock"));
    }

    void readsReturns()
    {
        const auto asked =
            only<ReturnAsked>("return.asked", R"({"return":1,"line":2,"units":3,"reason":"size"})", 1);
        QCOMPARE(asked.line, 2);
        QCOMPARE(asked.units, 3);
        QCOMPARE(names_.text(asked.reason), std::string("size"));
        const auto came = only<ReturnReceived>("return.received",
                                               R"({"return":1,"line":2,"units":3,"condition":"new"})", 1);
        QCOMPARE(names_.text(came.condition), std::string("new"));
    }

    void readsTheRest()
    {
        const auto address = only<AddressGiven>("order.address", R"({"version":2,"region":"Kent"})", 0);
        QCOMPARE(address.version, 2u);
        QCOMPARE(names_.text(address.region), std::string("Kent"));
        QCOMPARE(only<HoldWished>("order.hold_asked", R"({"reason":"fraud_risk"})", 0).reason,
                 HoldReason::FraudRisk);
        const auto old =
            only<LegacyDecided>("legacy.decided", R"({"leg":1,"node":"EAST","fingerprint":77})", 1);
        QCOMPARE(old.fingerprint, 77u);
        QCOMPARE(old.cost, -1);
        QCOMPARE(old.stockAsOf, Never);
        const auto outcome = only<LegacyOutcome>("legacy.outcome", R"({"outcome":"shipped"})", 0);
        QCOMPARE(names_.text(outcome.outcome), std::string("shipped"));
    }

    void whatLegacyDecidedSaysFromWhat()
    {
        const auto said = only<LegacyDecided>(
            "legacy.decided",
            R"({"leg":2,"legs":2,"node":"EAST","lines":[{"line":1,"units":3,"saw":7},{"line":2,"units":1}],)"
            R"("method":"express","promise":"2026-12-01T00:00:00Z","cost":"4.50","currency":"EUR","order_version":2,)"
            R"("snapshot":"n-17","stock_as_of":"2026-11-30T22:00:00Z","rules":"2026.11","mapping":"7",)"
            R"("decided_at":"2026-11-30T22:10:00Z","fired":"L-1,L-2"})",
            2);
        QCOMPARE(said.legs, std::uint16_t{2});
        QCOMPARE(said.lines, (std::vector<LegacyLine>{{1, 3, 7}, {2, 1, -1}}));
        QCOMPARE(names_.text(said.method), std::string("express"));
        QCOMPARE(said.cost, 450);
        QCOMPARE(said.orderVersion, 2);
        QCOMPARE(said.decided - said.stockAsOf, Milliseconds{600'000});
        QCOMPARE(said.promise - said.stockAsOf, Milliseconds{2 * 3'600'000});
        QCOMPARE(said.snapshot + said.rules + said.mapping + said.fired, std::string("n-172026.117L-1,L-2"));
        const auto none = only<LegacyDecided>("legacy.decided", R"({"leg":1,"exception":"out_of_stock"})", 1);
        QVERIFY(none.node.isNone());
        QCOMPARE(names_.text(none.exception), std::string("out_of_stock"));
        const auto ended = only<LegacyOutcome>(
            "legacy.outcome",
            R"({"outcome":"cancelled","ended_at":"2026-12-01T00:00:00Z","amount":"0.00","currency":"EUR"})",
            0);
        QCOMPARE(ended.amount, 0);
        QVERIFY(ended.ended != Never);
    }

    void stockIsAboutTheNode()
    {
        const Event event = take(eventText(
            "stock.counted",
            R"({"counts":[{"sku":"A","units":5,"version":1},{"sku":"B","units":0,"version":1,"buffer":2}]})"));
        QCOMPARE(event.target, EntityKind::Node);
        QCOMPARE(event.facts.size(), 2u);
        const auto& count = std::get<Counted>(event.facts[1].body);
        QCOMPARE(names_.text(count.sku), std::string("B"));
        QCOMPARE(count.units, 0);
        QCOMPARE(count.buffer, 2);
        const Event adjusted = take(eventText("stock.adjusted", R"({"sku":"A","delta":-3,"id":"adj1"})"));
        QCOMPARE(adjusted.target, EntityKind::Node);
        QCOMPARE(std::get<Adjusted>(adjusted.facts[0].body).delta, -3);
    }

    void extensionsAndOwnMembersAreTakenAndIgnored()
    {
        const Event event = take(eventText("order.cancel_asked", R"({"x_note":{"a":[1.5,null]}})",
                                           R"(,"tenant7":"a","dataschema":null)"));
        QCOMPARE(event.facts.size(), 1u);
    }

    void contentIgnoresWhiteSpaceAndTheOrderOfMembers()
    {
        const auto plain = contentOf(R"({"currency":"EUR","lines":[{"line":1,"sku":"A","units":2}]})");
        const auto other =
            contentOf(R"({ "lines" : [ {"units":2, "sku":"A", "line":1} ], "currency" : "EUR" })");
        QCOMPARE(plain, other);
    }

    void contentIsWhatTheEventSays()
    {
        const auto plain = contentOf(R"({"currency":"EUR","lines":[{"line":1,"sku":"A","units":2}]})");
        const auto differs = [&](std::uint64_t content) { return content != plain; };
        QVERIFY(differs(contentOf(R"({"currency":"EUR","lines":[{"line":1,"sku":"A","units":3}]})")));
        QVERIFY(differs(contentOf(R"({"currency":"USD","lines":[{"line":1,"sku":"A","units":2}]})")));
        QVERIFY(differs(contentOf(R"({"currency":"EUR","x_a":1,"lines":[{"line":1,"sku":"A","units":2}]})")));
        QVERIFY(differs(contentOf(R"({"currency":"EUR","lines":[{"line":1,"sku":"A","units":2}]})",
                                  R"(,"time":"2026-11-18T14:00:00Z")")));
        QVERIFY(differs(contentOf(R"({"currency":"EUR","lines":[{"line":1,"sku":"A","units":2}]})",
                                  R"(,"numberspace":"old")")));
        // The way, not what is said: the same content.
        QVERIFY(!differs(contentOf(R"({"currency":"EUR","lines":[{"line":1,"sku":"A","units":2}]})",
                                   R"(,"eventclass":"create")")));
    }

    void contentNeverChanges()
    {
        // Stored beside the event id; another value here means that old events sent again look changed.
        QCOMPARE(take(placedText()).content, std::uint64_t{17854481515075559144U});
    }
};

QTEST_GUILESS_MAIN(IntakeAccepts)
#include "tst_intake_accepts.moc"
