// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/parse.h"
#include "tests/ui/support/screen_rig.h"
#include "ui/common/chip.h"
#include "ui/common/receipt_line.h"
#include "ui/common/table_view.h"
#include "ui/launch/event_log.h"
#include "ui/launch/launch_screen.h"
#include "ui/launch/launch_words.h"
#include "ui/launch/metric_card.h"
#include "ui/launch/resume_sheet.h"
#include "ui/launch/stage_strip.h"
#include "ui/launch/vendors_model.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest/QTest>

namespace holdpoint::ui {

using session::LaunchMetric;

class TestLaunchScreen : public QObject {
    Q_OBJECT

    struct Stand : ScreenRig {
        explicit Stand(Role role = Role::Engineer) : ScreenRig(role), screen(context)
        {
            screen.resize(1256, 790);
            screen.show();
        }
        void push(const session::Board& board)
        {
            session->pushBoard(board, wall);
            QCoreApplication::sendPostedEvents();  // it may equal what is shown
            QTRY_COMPARE(screen.board(), board);
        }
        [[nodiscard]] MetricCardButton* metric(const char* name)
        {
            return screen.findChild<MetricCardButton*>(QLatin1String("metric_") + QLatin1String(name));
        }
        [[nodiscard]] StageButton* stage(const char* name)
        {
            return screen.findChild<StageButton*>(QLatin1String("stage_") + QLatin1String(name));
        }
        template <typename T>
        [[nodiscard]] T* part(const char* name)
        {
            return screen.findChild<T*>(QLatin1String(name));
        }
        LaunchScreen screen;
    };

    static session::Board paused()
    {
        session::Board board = sample::board();
        board.intake.open = false;
        board.intake.by = "k.osei";
        board.intake.since = sample::before(154);
        return board;
    }

private slots:
    void noDataIsNotZero()
    {
        Stand s;
        const MetricCardButton* card = s.metric("downstream_errors");
        QCOMPARE(card->shown().number, QStringLiteral("no data"));
        QVERIFY(!card->accessibleName().contains(QStringLiteral(" 0 ")));
        for (const auto& row : s.stage("handoff")->rows())
            QCOMPARE(row.value, Format::none());
    }
    void aMissingValueAmongOthersIsNotZero()
    {
        Stand s;
        session::Board board = sample::board();
        board.metrics[0].value.reset();
        s.push(board);
        QCOMPARE(s.metric("acceptance")->shown().number, QStringLiteral("no data"));
        QVERIFY(s.metric("downstream_errors")->shown().number != QStringLiteral("no data"));
    }
    void aBreachedCardIsAbnormalTheOthersAreNot()
    {
        Stand s;
        s.push(sample::board());
        QVERIFY(s.metric("downstream_errors")->isAbnormal());
        QVERIFY(!s.metric("acceptance")->isAbnormal());
    }
    void aCardSaysSampleWindowAndAge()
    {
        Stand s;
        s.push(sample::board());
        QCOMPARE(s.metric("acceptance")->sampleText(), QStringLiteral("n 4,102 · 10 min"));
        s.grow(7'000);
        QVERIFY(s.metric("acceptance")->ageText().contains(QStringLiteral("7 s")));
    }
    void staleDataAreHatchedAndFreshAreNot()
    {
        Stand s;
        s.push(sample::board());
        s.grow(10'000);
        QVERIFY(!s.metric("acceptance")->isStale());
        s.grow(1);
        QVERIFY(s.metric("acceptance")->isStale());
        s.session->pushBoard(sample::board(), s.wall);
        QTRY_VERIFY(!s.metric("acceptance")->isStale());
    }
    void whatWasShownStaysAsOldWhenTheConnectionIsLost()
    {
        Stand s;
        s.push(sample::board());
        s.client.detach();
        QVERIFY(s.metric("acceptance")->isStale());
        QVERIFY(s.metric("acceptance")->isVisible());
    }
    void everyMetricLeadsToAFilterThatCanBeRead_data()
    {
        QTest::addColumn<int>("metric");
        for (int i = 0; i < 5; ++i)
            QTest::addRow("%s", holdpoint::name(static_cast<LaunchMetric>(i)).data()) << i;
    }
    void everyMetricLeadsToAFilterThatCanBeRead()
    {
        QFETCH(int, metric);
        Stand s;
        s.push(sample::board());
        const auto which = static_cast<LaunchMetric>(metric);
        MetricCardButton* card = s.metric(holdpoint::name(which).data());
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(s.navigator.here().screen, QStringLiteral("exceptions"));
        QCOMPARE(s.navigator.here().filter, drillFilter(which));
        QVERIFY(search::parse(drillFilter(which).toStdString()).has_value());
    }
    void aStageLeadsToItsExceptions()
    {
        Stand s;
        s.push(sample::board());
        QTest::mouseClick(s.stage("handoff"), Qt::LeftButton);
        QCOMPARE(s.navigator.here().filter, QStringLiteral("is:open stage:handoff"));
    }
    void aVendorLeadsToItsExceptions()
    {
        Stand s;
        s.push(sample::board());
        auto* table = s.part<TableView>("vendorTable");
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY2(s.navigator.here().filter.startsWith(QStringLiteral("is:open vendor:")),
                 qPrintable(s.navigator.here().filter));
    }
    void vendorsKeepTheirNamesWhereItIsNarrow()
    {
        Stand s;
        s.push(sample::board());
        auto* table = s.part<TableView>("vendorTable");
        for (const int width : {1256, 996, 900}) {
            s.screen.resize(width, 720);
            QTRY_VERIFY(table->columnWidth(VendorsModel::Vendor) >= 110);
            QVERIFY(!table->isColumnHidden(VendorsModel::Errors));
        }
        QVERIFY(table->isColumnHidden(VendorsModel::RateLimited));
    }
    void whatFollowsFromTheFirstOutIsNotOutlined()
    {
        Stand s;
        session::Board board = sample::board();
        for (session::StageCard& card : board.stages)
            card.abnormal = true;
        board.stages[0].retries = board.stages[0].failing = 0;
        s.push(board);
        QVERIFY(s.stage("handoff")->isAbnormal());
        QVERIFY(!s.stage("settlement")->isAbnormal());  // downstream
        QVERIFY(!s.stage("intake")->isAbnormal());      // no number to blame
    }
    void theFirstOutStageSaysSoInWords()
    {
        Stand s;
        s.push(sample::board());
        QVERIFY(s.stage("handoff")->isAbnormal());
        QVERIFY(s.stage("handoff")->accessibleName().contains(QStringLiteral("first out")));
        QVERIFY(!s.stage("intake")->accessibleName().contains(QStringLiteral("first out")));
    }
    void countsThatAgreeSaySo()
    {
        Stand s;
        s.push(sample::board());
        QVERIFY(s.part<QLabel>("conservation")->text().contains(QStringLiteral("all six")));
    }
    void countsThatDoNotAgreeNameTheStage()
    {
        Stand s;
        session::Board board = sample::board();
        board.stages[3].entered += 4;
        s.push(board);
        const QString text = s.part<QLabel>("conservation")->text();
        QVERIFY2(text.contains(QStringLiteral("Handoff")) && text.contains(QStringLiteral("4 apart")),
                 qPrintable(text));
    }
    void aPausedIntakeIsSaidWithWhoAndSinceWhen()
    {
        Stand s;
        s.push(paused());
        QVERIFY(s.part<Chip>("intakeChip")->text().contains(QStringLiteral("PAUSED")));
        const QString text = s.part<QLabel>("intakeText")->text();
        QVERIFY2(text.contains(QStringLiteral("14:29:08")) && text.contains(QStringLiteral("k.osei")),
                 qPrintable(text));
    }
    void anOpenIntakeIsGreyAndCannotBeResumed()
    {
        Stand s;
        session::Board board = sample::board();
        board.intake.open = true;
        s.push(board);
        QCOMPARE(s.part<Chip>("intakeChip")->kind(), ChipKind::Plain);
        QVERIFY(!s.commands.find(QLatin1String("launch.resume"))->obstacle().isEmpty());
    }
    void resumingNeedsTheNameTyped()
    {
        Stand s;
        s.push(paused());
        s.commands.action(QLatin1String("launch.resume"))->trigger();
        auto* name = s.part<QLineEdit>("resumeName");
        auto* confirm = s.part<QPushButton>("resumeConfirm");
        QVERIFY(s.part<ResumeSheet>("resumeSheet")->isVisible());
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(name, QStringLiteral("defaul"));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(s.session->submitted.empty());
        QTest::keyClicks(name, QStringLiteral("T"));
        QVERIFY(confirm->isEnabled());
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(s.session->submitted.size(), std::size_t{1});
        QCOMPARE(s.session->submitted[0].command.what, std::string("reopen_intake"));
    }
    void escapeLeavesItPaused()
    {
        Stand s;
        s.push(paused());
        s.commands.action(QLatin1String("launch.resume"))->trigger();
        QTest::keyClick(s.part<QLineEdit>("resumeName"), Qt::Key_Escape);
        QVERIFY(!s.part<ResumeSheet>("resumeSheet")->isVisible());
        QVERIFY(s.session->submitted.empty());
    }
    void oldDataRefuseToTakeMoreOrders()
    {
        Stand s;
        s.push(paused());
        QVERIFY(s.commands.find(QLatin1String("launch.resume"))->obstacle().isEmpty());
        s.grow(10'001);
        QVERIFY(!s.commands.find(QLatin1String("launch.resume"))->obstacle().isEmpty());
        QVERIFY(!s.commands.action(QLatin1String("launch.resume"))->isEnabled());
    }
    void whoMayNotResumeIsToldWhoCan()
    {
        Stand s(Role::SupportAgent);
        s.push(paused());
        QVERIFY(s.commands.find(QLatin1String("launch.resume"))
                    ->obstacle()
                    .contains(QStringLiteral("perations"), Qt::CaseInsensitive) ||
                s.commands.find(QLatin1String("launch.resume"))
                    ->obstacle()
                    .contains(QStringLiteral("engineer"), Qt::CaseInsensitive));
    }
    void theReceiptIsShownWhereItWasStarted()
    {
        Stand s;
        s.push(paused());
        session::Command command;
        command.what = "stop_intake";
        s.client.submit(command);
        s.session->receipt(CommandState::Accepted, s.wall);
        auto* line = s.part<ReceiptLine>("intakeReceipt");
        QTRY_VERIFY(line->text().contains(s.format.clock(s.wall)));
        QVERIFY(line->isVisible());
    }
    void anotherCommandLeavesTheReceiptAlone()
    {
        Stand s;
        s.push(paused());
        session::Command command;
        command.what = "retry";
        s.client.submit(command);
        QVERIFY(!s.part<ReceiptLine>("intakeReceipt")->isVisible());
    }
    void noOrdersYetOffersTheDemoOnlyIfThereIsOne()
    {
        Stand s;
        s.push(sample::emptyBoard());
        QVERIFY(s.part<QPushButton>("file.start_demo") == nullptr);
        CommandSpec spec;
        spec.id = "file.start_demo";
        spec.text = "Start the demo launch";
        s.commands.add(spec);
        s.commands.refresh();
        QVERIFY(s.part<QPushButton>("file.start_demo") != nullptr);
    }
    void hostileNamesStayPlainText()
    {
        Stand s;
        session::Board board = paused();
        const std::string evil = "<img src=x onerror=1>\u202Eevil";
        board.intake.by = evil;
        board.vendors[0].vendor = evil;
        board.log[0].actor = evil;
        s.push(board);
        for (const QLabel* label : s.screen.findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!s.part<QLabel>("intakeText")->text().contains(QChar(0x202E)));
        for (const QWidget* widget : s.screen.findChildren<QWidget*>())
            QVERIFY2(!Qt::mightBeRichText(widget->toolTip()) ||
                         !widget->toolTip().contains(QStringLiteral("<img")),
                     qPrintable(widget->toolTip()));
    }
    void aVendorsNameWithSpacesIsQuoted()
    {
        QCOMPARE(vendorFilter("wms-west"), QStringLiteral("is:open vendor:wms-west"));
        for (const char* name : {"a b", "1..5", "x\"y", "-15m", "a,b", "(c)"}) {
            const auto query = search::parse(vendorFilter(name).toStdString());
            QVERIFY2(query.has_value(), name);
        }
    }
    void anotherEngineDoesNotShowTheBoardOfTheOneBefore()
    {
        Stand s;
        emit s.client.linkChanged();
        s.push(sample::board());
        s.session->linkState.engine = "another";
        emit s.client.linkChanged();
        QCOMPARE(s.metric("downstream_errors")->shown().number, QStringLiteral("no data"));
    }
    void theSameEngineAgainKeepsWhatIsShown()
    {
        Stand s;
        emit s.client.linkChanged();
        s.push(sample::board());
        emit s.client.linkChanged();
        QVERIFY(s.metric("downstream_errors")->shown().number != QStringLiteral("no data"));
    }
    void whoReadsFurtherDownKeepsThePlace()
    {
        Stand s;
        session::Board board = sample::board();
        for (int i = 0; i < 40; ++i) {
            session::LogEntry entry = board.log.back();
            entry.at = entry.at - Milliseconds{1'000 * (i + 1)};
            board.log.push_back(entry);
        }
        s.push(board);
        auto* log = s.part<EventLog>("eventLog");
        log->scrollTo(log->log()->index(20), QAbstractItemView::PositionAtTop);
        const QModelIndex before = log->indexAt(QPoint(5, 5));
        const Instant at = log->log()->entry(before.row()).at;
        session::LogEntry entry = board.log.front();
        entry.at = s.wall;
        board.log.insert(board.log.begin(), entry);
        s.push(board);
        QCOMPARE(log->log()->entry(log->indexAt(QPoint(5, 5)).row()).at, at);
    }
    void missionTimeCountsDays()
    {
        QCOMPARE(missionTime(Milliseconds{2'592'000}), QStringLiteral("T+00:43:12"));
        QCOMPARE(missionTime(Milliseconds{86'399'000}), QStringLiteral("T+23:59:59"));
        QCOMPARE(missionTime(Milliseconds{86'400'000}), QStringLiteral("T+1 d 00:00:00"));
        QCOMPARE(missionTime(Milliseconds{-10'000}), QStringLiteral("T−00:00:10"));
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::TestLaunchScreen)
#include "tst_launch_screen.moc"
