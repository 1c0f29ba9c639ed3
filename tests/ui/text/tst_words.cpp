// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/facts.h"
#include "core/model/permissions.h"
#include "ui/text/words.h"

#include <QSet>
#include <QTranslator>
#include <QtTest/QTest>

#include <array>

using namespace holdpoint;
using namespace holdpoint::ui;

namespace {

/// While it lives every sentence that can be translated begins with a mark: so what is only spelled out is seen.
class Translated final : public QTranslator {
public:
    Translated() { QCoreApplication::installTranslator(this); }
    ~Translated() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QStringLiteral("¤") + QString::fromUtf8(text);
    }
};

bool isNamed(const QString& text) { return text.startsWith(QStringLiteral("¤")); }

/// Every value has its own word.
template <typename E>
void checkAll(const char* what)
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < CountOf<E>; ++i) {
        const QString text = word(static_cast<E>(i));
        QVERIFY2(!text.isEmpty(), what);
        QVERIFY2(!text.contains(QLatin1Char('_')), what);
        QVERIFY2(!seen.contains(text), qPrintable(QLatin1String(what) + QLatin1Char(' ') + text));
        seen << text;
    }
}

}  // namespace

class tst_Words : public QObject {
    Q_OBJECT

private slots:
    void everyValueHasItsOwnWord()
    {
        checkAll<Stage>("stage");
        checkAll<Place>("place");
        checkAll<OrderStatus>("status");
        checkAll<Flag>("flag");
        checkAll<FailureClass>("class");
        checkAll<AttemptOutcome>("outcome");
        checkAll<PaymentStatus>("payment");
        checkAll<ShipmentRequest>("request");
        checkAll<Fulfilment>("fulfilment");
        checkAll<HoldReason>("hold");
        checkAll<OrderOwner>("owner");
        checkAll<Lane>("lane");
        checkAll<FeederSystem>("system");
        checkAll<ExceptionKind>("category");
        checkAll<ExceptionState>("state");
        checkAll<Resolution>("resolution");
        checkAll<Priority>("priority");
        checkAll<RetryVerdict>("verdict");
        checkAll<CommandState>("command");
        checkAll<Role>("role");
        checkAll<Operation>("operation");
        checkAll<EffectState>("effect");
        checkAll<EventDisposition>("disposition");
        checkAll<Mark>("mark");
        checkAll<LossReason>("loss");
        checkAll<session::LaunchMetric>("metric");
        checkAll<session::BreakerState>("breaker");
        checkAll<session::AlarmKind>("alarm");
    }
    void theWordsOfTheVocabulary()
    {
        QCOMPARE(word(OrderStatus::WithNode), QStringLiteral("with the warehouse"));
        QCOMPARE(word(OrderStatus::HandedBack), QStringLiteral("handed back to legacy"));
        QCOMPARE(word(Place::Elsewhere), QStringLiteral("with legacy"));
        QCOMPARE(word(Flag::Sheltered), QStringLiteral("kept here, not started"));
        QCOMPARE(word(EventDisposition::Duplicate), QStringLiteral("already processed"));
        QCOMPARE(word(EventDisposition::Parked), QStringLiteral("waiting for an earlier event"));
        QCOMPARE(word(Mark::WouldRegress), QStringLiteral("ignored: would regress"));
        QCOMPARE(word(OrderOwner::Holdpoint), QStringLiteral("new"));
        QCOMPARE(word(OrderOwner::Transfer), QStringLiteral("being handed back"));
        QCOMPARE(word(FeederSystem::Shop), QStringLiteral("eCommerce"));
        QCOMPARE(word(Priority::P1), QStringLiteral("P1"));
        QCOMPARE(word(CommandState::Effective), QStringLiteral("effective"));
    }
    void lettersOfTheClasses()
    {
        QString all;
        for (std::size_t i = 0; i < CountOf<FailureClass>; ++i)
            all += letter(static_cast<FailureClass>(i));
        QCOMPARE(all, QStringLiteral("TVSH?"));
    }
    void verdictsOfGates()
    {
        using enum session::GateVerdict;
        using R = session::InconclusiveReason;
        QCOMPARE(word(Go, R::None), QStringLiteral("GO"));
        QCOMPARE(word(NoGo, R::MinSample), QStringLiteral("NO-GO"));
        QCOMPARE(word(Inconclusive, R::MinSample), QStringLiteral("Too few samples"));
        QCOMPARE(word(Inconclusive, R::NoData), QStringLiteral("No data"));
        QCOMPARE(word(Inconclusive, R::StaleData), QStringLiteral("Old data"));
    }
    void everyAlarmSaysWhatToDo()
    {
        for (std::size_t i = 0; i < CountOf<session::AlarmKind>; ++i)
            QVERIFY(response(static_cast<session::AlarmKind>(i)).endsWith(QLatin1Char('.')));
        for (std::size_t i = 0; i < CountOf<session::LaunchMetric>; ++i)
            QVERIFY(definition(static_cast<session::LaunchMetric>(i)).endsWith(QLatin1Char('.')));
    }

    void happenings_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("shown");
        QTest::newRow("whole code") << "shipped_unpaid"
                                    << "Shipped, but not paid";
        QTest::newRow("stuck") << "stuck_in_handoff"
                               << "No progress in handoff";
        QTest::newRow("stuck nowhere") << "stuck_in_traffic"
                                       << "Stuck in traffic";
        QTest::newRow("failed") << "capture_failed"
                                << "Capture failed";
        QTest::newRow("breach") << "contract_breach_book"
                                << "Contract broken in the answer to the booking";
        QTest::newRow("unknown") << "outcome_unknown_ship"
                                 << "Outcome of the ship request is unknown";
        QTest::newRow("exhausted") << "attempts_exhausted_cancel"
                                   << "No answer to the ship cancel after all attempts";
        QTest::newRow("no question") << "outcome_unknown_cannot_ask_ship"
                                     << "Outcome of the ship request is unknown and cannot be asked for";
        QTest::newRow("of the vendor") << "E-42_ship"
                                       << "The vendor answered the ship request with “E-42”";
        QTest::newRow("named by nobody") << "late_pickup"
                                         << "Late pickup";
        QTest::newRow("none") << ""
                              << "Delayed confirmation";
    }
    void happenings()
    {
        QFETCH(QString, code);
        QTEST(happening(code.toStdString(), ExceptionKind::DelayedConfirmation), "shown");
    }
    void everyProblemTheEngineRaisesHasWords()
    {
        const Translated translated;
        for (const char* code : {"line_already_requested",
                                 "no_node_after_rounds",
                                 "out_of_stock",
                                 "lines_unknown",
                                 "unmapped_sku",
                                 "stock_gone_after_handoff",
                                 "shipped_without_stock",
                                 "event_without_order",
                                 "delivered_without_shipment",
                                 "shipped_unpaid",
                                 "cancelled_after_shipping",
                                 "shipped_after_cancel",
                                 "shipped_before_asked",
                                 "unpaid_after_shipping",
                                 "quantities_contradict",
                                 "sources_contradict",
                                 "cancel_refused",
                                 "unclassified_failure_ship",
                                 "connect_timeout_capture",
                                 "contract_breach_confirm"})
            QVERIFY2(isNamed(happening(code, ExceptionKind::FailedOrder)), code);
        for (std::size_t i = 0; i < CountOf<Stage>; ++i)
            QVERIFY(isNamed(happening("stuck_in_" + std::string(name(static_cast<Stage>(i))),
                                      ExceptionKind::FailedOrder)));
        for (std::size_t i = 0; i < CountOf<Operation>; ++i)
            QVERIFY(isNamed(happening(std::string(name(static_cast<Operation>(i))) + "_failed",
                                      ExceptionKind::FailedOrder)));
        QVERIFY(!isNamed(happening("late_pickup", ExceptionKind::FailedOrder)));
    }
    void everyCommandHasWords()
    {
        const Translated translated;
        for (const CommandRule& rule : CommandRules)
            QVERIFY2(isNamed(act(std::string(rule.what))), rule.what.data());
    }
    void factsAndActs()
    {
        QCOMPARE(factWord("ship_planned"), QStringLiteral("ship request planned"));
        QCOMPARE(factWord("order.placed"), QStringLiteral("order placed"));
        QCOMPARE(factWord("brand_new"), QStringLiteral("brand new"));
        QCOMPARE(act("stop_intake"), QStringLiteral("stopped intake"));
        QCOMPARE(act("some_thing"), QStringLiteral("some thing"));
    }
    void everyFactHasWords()
    {
        const Translated translated;
        int facts = 0;
        for (int kind = 1; kind < 256; ++kind) {
            const std::string code(nameOfKind(static_cast<std::uint8_t>(kind)));
            if (code.empty() || code == "unknown")
                continue;
            ++facts;
            QVERIFY2(isNamed(factWord(code)), code.c_str());
        }
        QVERIFY(facts > 50);
    }
    void reasonsOfVerdicts()
    {
        for (const char* reason :
             {"nothing_was_sent", "proved_not_applied", "already_done", "same_answer_again",
              "vendor_recovered", "outcome_unknown", "confirmed_without_key", "no_open_effect"}) {
            session::VerdictText verdict;
            verdict.reason = reason;
            QVERIFY2(verdictReason(verdict).endsWith(QLatin1Char('.')), reason);
        }
    }

    void everyErrorIsASentence()
    {
        QSet<QString> seen;
        for (int code = 0; code <= int(Code::Unsupported); ++code) {
            const QString text = sentence(Error{static_cast<Code>(code), {}});
            QVERIFY(text.endsWith(QLatin1Char('.')));
            QVERIFY(!seen.contains(text));
            seen << text;
        }
        QVERIFY(sentence(Error{Code::Conflict, "a call is under way"})
                    .endsWith(QStringLiteral("(a call is under way)")));
    }
    void aFilterThatFails()
    {
        session::Failed failed;
        failed.error = {Code::InvalidArgument, "no field vendr"};
        failed.nearest = "vendor";
        QCOMPARE(sentence(failed),
                 QStringLiteral("This filter cannot be read: no field vendr. Did you mean “vendor”?"));
        failed.error = {Code::Unavailable, {}};
        QCOMPARE(sentence(failed), sentence(failed.error));
    }
    void whoCan()
    {
        QCOMPARE(needs({Role::Engineer}), QStringLiteral("Needs engineer."));
        QCOMPARE(needs({Role::SupportLead, Role::Engineer}),
                 QStringLiteral("Needs support lead or engineer."));
        QCOMPARE(needs({Role::SupportLead, Role::OpsLead, Role::Engineer}),
                 QStringLiteral("Needs support lead, ops lead or engineer."));
        QCOMPARE(needs({}), QStringLiteral("Nobody may do that here."));
    }

    void outsideShowsWhatWouldMislead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const QString sign(QChar(QChar::ReplacementCharacter));
        QTest::newRow("plain") << "WMS-West größer"
                               << "WMS-West größer";
        QTest::newRow("line") << "a\nb\tc" << QString::fromUtf8("a␣b␣c");
        QTest::newRow("escape") << QStringLiteral("a\u001bb") << QString::fromUtf8("a␣b");
        QTest::newRow("markup stays as it is") << "<b>x</b>"
                                               << "<b>x</b>";
        for (const char16_t c : {u'\u202A', u'\u202E', u'\u2066', u'\u2069', u'\u200E', u'\u200F', u'\u061C',
                                 u'\u200B', u'\u2060', u'\uFEFF', u'\u2028', u'\u2029'})
            QTest::newRow(qPrintable(QString::number(c, 16)))
                << QStringLiteral("a") + QChar(c) + QStringLiteral("b")
                << QStringLiteral("a") + sign + QStringLiteral("b");
        QTest::newRow("beside the marks") << QString(QChar(u'\u2010')) << QString(QChar(u'\u2010'));
        QTest::newRow("Arabic is text") << QString::fromUtf8("طلب") << QString::fromUtf8("طلب");
    }
    void outsideShowsWhatWouldMislead()
    {
        QFETCH(QString, text);
        QTEST(outside(text.toStdString()), "shown");
    }
    void outsideIsCut()
    {
        QCOMPARE(outside("12345", 5), QStringLiteral("12345"));
        QCOMPARE(outside("123456", 5), QStringLiteral("1234…"));
        QCOMPARE(outside("😀😀😀", 2), QString::fromUtf8("😀…"));
        QCOMPARE(outside(std::string(1'000'000, 'x'), 200).size(), 200);
    }
    void brokenBytesAreSeen()
    {
        QCOMPARE(outside("a\xff"
                         "b"),
                 QStringLiteral("a") + QChar(QChar::ReplacementCharacter) + QStringLiteral("b"));
    }
};

QTEST_GUILESS_MAIN(tst_Words)
#include "tst_words.moc"
