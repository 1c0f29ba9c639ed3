// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/screen_rig.h"
#include "ui/common/chip.h"
#include "ui/common/filter_field.h"
#include "ui/common/panel.h"
#include "ui/common/receipt_line.h"
#include "ui/common/table_view.h"
#include "ui/orders/cells_model.h"
#include "ui/orders/order_page.h"
#include "ui/orders/order_tables.h"
#include "ui/orders/orders_list.h"
#include "ui/orders/orders_model.h"
#include "ui/orders/orders_screen.h"
#include "ui/orders/results_page.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest/QTest>

namespace holdpoint::ui {

class TestOrdersScreen : public QObject {
    Q_OBJECT

    struct Stand : ScreenRig {
        explicit Stand(Role role = Role::Engineer) : ScreenRig(role), screen(context)
        {
            QObject::connect(&navigator, &Navigator::went, &screen,
                             [this](const Location& l) { screen.show(l); });
            screen.resize(1256, 790);
            screen.show();
            navigator.go({QStringLiteral("orders"), {}, {}});
        }
        void openOrder(const session::OrderDetail& detail)
        {
            session->onAsk = [detail](FakeSession& s, const FakeSession::Asked& asked) {
                s.answer(asked.id, detail);
            };
            navigator.go({QStringLiteral("orders"), {}, detail.row.id});
            QTRY_VERIFY(screen.page()->detail() != nullptr);
        }
        void find(const QString& text, session::Answer answer)
        {
            session->onAsk = [answer](FakeSession& s, const FakeSession::Asked& asked) {
                s.answer(asked.id, answer);
            };
            commands.action(QLatin1String("orders.find"))->trigger();
            auto* line = part<QLineEdit>("ordersFind");
            line->setText(text);
            QTest::keyClick(line, Qt::Key_Return);
        }
        template <typename T>
        [[nodiscard]] T* part(const char* name)
        {
            return screen.findChild<T*>(QLatin1String(name));
        }
        [[nodiscard]] QString obstacle(const char* id)
        {
            return commands.find(QLatin1String(id))->obstacle();
        }
        OrdersScreen screen;
    };

    static EntityId order(std::uint64_t n) { return {n, 0, EntityKind::Order}; }

private slots:
    void theListShowsWhatTheWatchGives()
    {
        Stand s;
        QAbstractItemModelTester tester(s.screen.list()->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        s.session->pushRows(session::List::Orders, 1, sample::orders());
        QTRY_COMPARE(s.screen.list()->model()->rowCount(), static_cast<int>(sample::orders().size()));
        QCOMPARE(s.screen.list()->model()->index(0, OrdersModel::Number).data().toString(),
                 QStringLiteral("4C-88213"));
    }
    void anUnknownNumberIsADashNotAnEmptyCell()
    {
        Stand s;
        std::vector<session::OrderRow> rows = sample::orders();
        rows[0].number.clear();
        rows[0].value = {};
        s.session->pushRows(session::List::Orders, 1, rows);
        QTRY_VERIFY(s.screen.list()->model()->rowCount() > 0);
        QCOMPARE(s.screen.list()->model()->index(0, OrdersModel::Number).data().toString(), Format::none());
        QCOMPARE(s.screen.list()->model()->index(0, OrdersModel::Value).data().toString(), Format::none());
    }
    void enterOpensTheOrderAndBackReturns()
    {
        Stand s;
        s.session->pushRows(session::List::Orders, 1, sample::orders());
        QTRY_VERIFY(s.screen.list()->model()->rowCount() > 0);
        s.screen.list()->table()->selectRow(0);
        QTest::keyClick(s.screen.list()->table(), Qt::Key_Return);
        QCOMPARE(s.screen.current(), s.screen.page());
        QCOMPARE(s.screen.page()->order(), sample::orders()[0].id);
        s.navigator.back();
        QCOMPARE(s.screen.current(), static_cast<QWidget*>(s.screen.list()));
    }
    void theFilterIsSentAndAWrongOneIsNot()
    {
        Stand s;
        auto* field = s.part<FilterField>("ordersFilter");
        field->setText(QStringLiteral("vendor:wms-west"));
        QTRY_COMPARE(s.session->watchOf(session::List::Orders)->query.filter, std::string("vendor:wms-west"));
        field->setText(QStringLiteral("vendr:x"));
        QVERIFY(!field->isValid());
        QCOMPARE(s.session->watchOf(session::List::Orders)->query.filter, std::string("vendor:wms-west"));
    }
    void anEmptyListSaysWhy()
    {
        Stand s;
        s.session->pushRows(session::List::Orders, 1, std::vector<session::OrderRow>{});
        QTRY_COMPARE(s.part<QLabel>("ordersCount")->text(), QStringLiteral("0"));
    }
    void beforeTheFirstAnswerTheCountIsNotZero()
    {
        Stand s;
        QCOMPARE(s.part<QLabel>("ordersCount")->text(), QStringLiteral("no data yet"));
    }
    void oneHitOpensTheOrder()
    {
        Stand s;
        s.find(QStringLiteral("4C-88213"),
               std::vector<session::Found>{{order(7), "order", "4C-88213"}, {order(7), "key", "4C-88213"}});
        QTRY_COMPARE(s.screen.page()->order(), order(7));
        QCOMPARE(s.screen.current(), static_cast<QWidget*>(s.screen.page()));
    }
    void severalHitsAreListedAndEnterOpensOne()
    {
        Stand s;
        s.find(QStringLiteral("TRK1"),
               std::vector<session::Found>{{order(7), "tracking", "A"}, {order(8), "tracking", "B"}});
        QTRY_COMPARE(s.screen.results()->table()->model()->rowCount(), 2);
        QVERIFY(s.screen.results()->message().isEmpty());
        s.screen.results()->table()->selectRow(1);
        QTest::keyClick(s.screen.results()->table(), Qt::Key_Return);
        QCOMPARE(s.screen.page()->order(), order(8));
    }
    void noHitSaysSo()
    {
        Stand s;
        s.find(QStringLiteral("nope"), std::vector<session::Found>{});
        QTRY_COMPARE(s.screen.results()->message(), QStringLiteral("Nothing has that id"));
    }
    void noHitLeavesAFieldAndAWayBack()
    {
        Stand s;
        s.find(QStringLiteral("abcdef123456"), std::vector<session::Found>{});
        QTRY_COMPARE(s.screen.results()->message(), QStringLiteral("Nothing has that id"));
        auto* field = s.part<QLineEdit>("resultsFind");
        QVERIFY(field->isVisible());
        QCOMPARE(field->text(), QStringLiteral("abcdef123456"));
        field->setText(QStringLiteral("other"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(s.navigator.here().filter, QStringLiteral("find:other"));
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_COMPARE(s.screen.current(), static_cast<QWidget*>(s.screen.list()));
    }
    void aBeginningOfATraceIdIsEightToThirtyOneDigits()
    {
        for (const auto& [size, is] : {std::pair{7, false}, {8, true}, {31, true}, {32, false}})
            QCOMPARE(ResultsPage::isTracePrefix(QString(size, QLatin1Char('a'))), is);
        QVERIFY(!ResultsPage::isTracePrefix(QStringLiteral("abcdefgh")));
    }
    void theWholeTraceIdIsCopied()
    {
        Stand s;
        session::OrderDetail detail = sample::orderDetail();
        detail.correlation = "0af7651916cd43dd8448eb211c80319c";
        s.openOrder(detail);
        auto* trace = s.part<QPushButton>("orderTrace");
        QVERIFY(trace->toolTip().contains(QStringLiteral("0af7651916cd43dd8448eb211c80319c")));
        QTest::mouseClick(trace, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("0af7651916cd43dd8448eb211c80319c"));
    }
    void anExceptionThatWasFoundOpensThere()
    {
        Stand s;
        s.find(QStringLiteral("X-5"),
               std::vector<session::Found>{{order(5).with(EntityKind::Exception), "id", ""}});
        QTRY_COMPARE(s.navigator.here().screen, QStringLiteral("exceptions"));
    }
    void aTraceIdAsksForEveryHop()
    {
        Stand s;
        session::Timeline timeline = sample::orderDetail().timeline;
        s.find(QStringLiteral("0AF7651916cd43dd8448eb211c80319c"), timeline);
        QTRY_COMPARE(s.screen.results()->table()->model()->rowCount(),
                     static_cast<int>(timeline.entries.size()));
        const auto* asked = std::get_if<session::AskCorrelation>(&s.session->asked.back().question);
        QVERIFY(asked != nullptr);
        QCOMPARE(asked->traceId, std::string("0af7651916cd43dd8448eb211c80319c"));
    }
    void thirtyTwoHexDigitsAreATraceIdNothingElseIs()
    {
        QVERIFY(ResultsPage::isTraceId(QString(32, QLatin1Char('a'))));
        QVERIFY(!ResultsPage::isTraceId(QString(31, QLatin1Char('a'))));
        QVERIFY(!ResultsPage::isTraceId(QString(33, QLatin1Char('a'))));
        QVERIFY(!ResultsPage::isTraceId(QString(32, QLatin1Char('g'))));
    }
    void aHeldOrderSaysWhereAndLeadsToItsItem()
    {
        Stand s;
        s.openOrder(sample::orderDetail());
        QCOMPARE(s.part<Chip>("orderPlace")->text(), QStringLiteral("held at handoff"));
        QTest::mouseClick(s.part<QPushButton>("openException"), Qt::LeftButton);
        QCOMPARE(s.navigator.here().screen, QStringLiteral("exceptions"));
        QCOMPARE(s.navigator.here().selected, sample::orderDetail().exception->id);
    }
    void anOrderThatIsNotHeldHasNoBanner()
    {
        Stand s;
        session::OrderDetail detail = sample::orderDetail();
        detail.exception.reset();
        detail.row.place = Place::Handoff;
        s.openOrder(detail);
        QVERIFY(!s.part<QWidget>("exceptionBanner")->isVisible());
        QVERIFY(!s.obstacle("orders.retry").isEmpty());
    }
    void whileTheOutcomeIsUnknownTheVendorIsAskedFirst()
    {
        Stand s;
        session::OrderDetail detail = sample::orderDetail();
        detail.row.flags = 1U << static_cast<unsigned>(Flag::OutcomeUnknown);
        s.openOrder(detail);
        QVERIFY(!s.obstacle("orders.retry").isEmpty());
        QVERIFY(s.obstacle("orders.ask").isEmpty());
        detail.row.flags = 0;
        ++detail.row.version;
        s.openOrder(detail);
        s.screen.page()->open(detail.row.id);
        QTRY_VERIFY(s.obstacle("orders.retry").isEmpty());
        QVERIFY(!s.obstacle("orders.ask").isEmpty());
    }
    void aRetryIsAskedForAndSentWithWhatWasSeen()
    {
        Stand s;
        session::OrderDetail detail = sample::orderDetail();
        detail.row.flags = 0;
        s.openOrder(detail);
        s.commands.action(QLatin1String("orders.retry"))->trigger();
        QVERIFY(s.session->submitted.empty());
        QTest::keyClick(s.part<QPushButton>("confirmAct"), Qt::Key_Return);
        QCOMPARE(s.session->submitted.size(), std::size_t{1});
        const session::Command& sent = s.session->submitted[0].command;
        QCOMPARE(sent.what, std::string("retry"));
        QCOMPARE(sent.object, detail.row.id);
        QCOMPARE(sent.seen, detail.row.version);
        s.session->receipt(CommandState::Refused, s.wall, Code::Conflict, "no");
        QTRY_VERIFY(s.part<ReceiptLine>("orderReceipt")->text().contains(QStringLiteral("Refused")));
    }
    void escapeSendsNothing()
    {
        Stand s;
        session::OrderDetail detail = sample::orderDetail();
        detail.row.flags = 0;
        s.openOrder(detail);
        s.commands.action(QLatin1String("orders.retry"))->trigger();
        QTest::keyClick(s.part<QPushButton>("confirmAct"), Qt::Key_Escape);
        QVERIFY(s.session->submitted.empty());
        QVERIFY(!s.part<QWidget>("confirmSheet")->isVisible());
    }
    void aCancelNeedsItsPhrase()
    {
        Stand s(Role::SupportLead);
        session::OrderDetail detail = sample::orderDetail();
        detail.row.flags = 0;
        s.openOrder(detail);
        s.commands.action(QLatin1String("orders.cancel"))->trigger();
        QVERIFY(!s.part<QPushButton>("confirmAct")->isEnabled());
        QTest::keyClicks(s.part<QLineEdit>("confirmPhrase"),
                         QStringLiteral("cancel ") + QString::fromStdString(detail.row.number));
        QVERIFY(s.part<QPushButton>("confirmAct")->isEnabled());
    }
    void aQuestionDoesNotOutliveTheVersionItWasAskedOn()
    {
        Stand s;
        session::OrderDetail detail = sample::orderDetail();
        detail.row.flags = 0;
        s.openOrder(detail);
        s.commands.action(QLatin1String("orders.retry"))->trigger();
        ++detail.row.version;
        s.session->onAsk = [detail](FakeSession& f, const FakeSession::Asked& asked) {
            f.answer(asked.id, detail);
        };
        s.grow(2'000);
        QTRY_VERIFY(!s.part<QWidget>("confirmSheet")->isVisible());
    }
    void whoMayNotIsToldSo()
    {
        Stand s(Role::Viewer);
        s.openOrder(sample::orderDetail());
        for (const char* id : {"orders.retry", "orders.ask", "orders.hand_back", "orders.cancel"})
            QVERIFY2(!s.obstacle(id).isEmpty(), id);
    }
    void anOldOrderIsHatched()
    {
        Stand s;
        s.openOrder(sample::orderDetail());
        s.session->onAsk = {};
        auto* overlay = s.part<Panel>("timelinePanel")->findChild<QWidget*>(QStringLiteral("staleOverlay"));
        QVERIFY(!overlay->isVisible());
        s.grow(10'001);
        QVERIFY(overlay->isVisible());
    }
    void anOrderThatIsNotThereSaysSo()
    {
        Stand s;
        s.session->onAsk = [](FakeSession& f, const FakeSession::Asked& asked) {
            f.answer(asked.id, Error{Code::NotFound, "no such order"});
        };
        s.navigator.go({QStringLiteral("orders"), {}, order(404)});
        QTRY_VERIFY(!s.part<QLabel>("orderMessage")->text().startsWith(QStringLiteral("Reading")));
        QVERIFY(s.screen.page()->detail() == nullptr);
    }
    void aSlowAnswerAboutAnotherOrderIsForgotten()
    {
        Stand s;
        s.navigator.go({QStringLiteral("orders"), {}, order(1)});
        const session::RequestId first = s.session->asked.back().id;
        s.navigator.go({QStringLiteral("orders"), {}, order(2)});
        s.session->answer(first, sample::orderDetail());
        QCoreApplication::sendPostedEvents();
        QVERIFY(s.screen.page()->detail() == nullptr);
    }
    void theWholeResultIsWritten()
    {
        Stand s;
        s.session->exported = "id,number\nO-1,4C-1\n";
        s.session->pushRows(session::List::Orders, 3, sample::orders());
        QTRY_VERIFY(!s.screen.list()->model()->isEmptyYet());
        const QString path = s.folder.filePath(QStringLiteral("orders.csv"));
        s.screen.exportTo(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().toStdString(), s.session->exported);
        QCOMPARE(std::get<session::ExportResult>(s.session->streams.back()).result, session::ResultId{3});
    }
    void aFolderThatCannotBeWrittenIsSaid()
    {
        Stand s;
        s.session->pushRows(session::List::Orders, 3, sample::orders());
        QTRY_VERIFY(!s.screen.list()->model()->isEmptyYet());
        s.screen.exportTo(s.folder.filePath(QStringLiteral("none/orders.csv")));
        QVERIFY(s.part<QLabel>("ordersFoot")->text().startsWith(QStringLiteral("Not written")));
    }
    void hostileTextsStayPlain()
    {
        Stand s;
        const std::string evil = "<img src=x>\u202E" + std::string(65'536, 'a');
        session::OrderDetail detail = sample::orderDetail();
        detail.row.number = evil;
        detail.row.channel = evil;
        detail.lines[0].sku = evil;
        detail.decisions[0].candidates[0].node = evil;
        detail.timeline.effects[0].vendor = evil;
        detail.timeline.entries[0].facts[0].fields[0].second = evil;
        s.openOrder(detail);
        for (const QLabel* label : s.screen.findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(QChar(0x202E)));
        }
    }
    void slashFocusesTheFilterAndUBringsRowsIn()
    {
        Stand s;
        s.session->pushRows(session::List::Orders, 1, sample::orders());
        QTRY_VERIFY(s.screen.list()->model()->rowCount() > 0);
        s.screen.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&s.screen));
        s.screen.list()->table()->setFocus();
        QTest::keyClick(s.screen.list()->table(), Qt::Key_U);
        QCOMPARE(s.session->watchOf(session::List::Orders)->accepts, 1);
        QTest::keyClick(s.screen.list()->table(), Qt::Key_Slash);
        QVERIFY(s.part<FilterField>("ordersFilter")->isAncestorOf(QApplication::focusWidget()));
    }
    void anotherEngineDoesNotShowTheOrderOfTheOneBefore()
    {
        Stand s;
        emit s.client.linkChanged();
        s.openOrder(sample::orderDetail());
        s.session->onAsk = {};
        s.session->linkState.engine = "another";
        emit s.client.linkChanged();
        QVERIFY(s.screen.page()->detail() == nullptr);
    }
    void theIdIsCopied()
    {
        Stand s;
        s.openOrder(sample::orderDetail());
        s.commands.action(QLatin1String("orders.copy_id"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QString::fromStdString(sample::orderDetail().row.id.text()));
    }
    void theChosenNodeIsFirstAndTheOthersSayWhyTheyLost()
    {
        const session::DecisionText decision = sample::orderDetail().decisions.at(0);
        const CellTable table = candidatesTable(decision, Format());
        QCOMPARE(table.rows.size(), decision.candidates.size());
        QVERIFY(table.rows[0].chosen);
        QCOMPARE(table.rows[0].cells[0].text, QStringLiteral("WMS-West"));
        for (std::size_t i = 1; i < table.rows.size(); ++i) {
            QVERIFY(!table.rows[i].chosen);
            QVERIFY(!table.rows[i].cells.back().text.isEmpty());
        }
        QCOMPARE(whyTitle(decision), QStringLiteral("Why WMS-West"));
    }
    void smallTablesAreSoundModels()
    {
        CellsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (CellTable table :
             {linesTable(sample::orderDetail(), Format()), factsTable(sample::orderDetail(), Format()),
              effectsTable(sample::orderDetail(), Format()), CellTable{}})
            model.set(table.columns, table.rows);
        QCOMPARE(model.rowCount(), 0);
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::TestOrdersScreen)
#include "tst_orders_screen.moc"
