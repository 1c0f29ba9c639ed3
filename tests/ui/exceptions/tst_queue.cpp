// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen_rig.h"
#include "ui/common/table_view.h"
#include "ui/exceptions/attempt_rows.h"
#include "ui/exceptions/detail_pane.h"
#include "ui/exceptions/queue_list.h"
#include "ui/exceptions/story.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;
using namespace holdpoint::ui::exceptions;

class tst_Queue : public QObject {
    Q_OBJECT

private slots:
    void whatArrivesIsCountedAndMovesNothing()
    {
        ScreenRig rig;
        rig.open();
        const EntityId before = rig.current();
        const int rows = rig.screen->queue().model()->rowCount();
        session::Delta delta;
        delta.waiting = 41;
        delta.gone = 2;
        rig.fake->pushAll(session::List::Exceptions, delta);
        QTRY_VERIFY(rig.child<QPushButton>("bringIn")->text().contains(QLatin1String("41 new")));
        QVERIFY(rig.child<QPushButton>("bringIn")->text().contains(QLatin1String("2 gone")));
        QCOMPARE(rig.screen->queue().model()->rowCount(), rows);
        QCOMPARE(rig.current(), before);
    }
    void uBringsInAndKeepsTheChosenOne()
    {
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_J);
        const EntityId chosen = rig.current();
        session::Delta delta;
        delta.waiting = 1;
        rig.fake->pushAll(session::List::Exceptions, delta);
        QTRY_VERIFY(rig.child<QPushButton>("bringIn")->isVisible());
        QTRY_VERIFY(rig.commands.action(QLatin1String("exceptions.bring_in"))->isEnabled());
        rig.key(Qt::Key_U);
        QTRY_COMPARE(rig.fake->watchOf(session::List::Exceptions)->accepts, 1);
        auto more = rig.items;
        more.insert(more.begin(), sample::manyExceptions(1).front());
        rig.fake->pushRows(session::List::Exceptions, 500, more);
        QTRY_COMPARE(rig.screen->queue().model()->rowCount(), 11);
        QCOMPARE(rig.current(), chosen);
        QVERIFY(!rig.child<QPushButton>("bringIn")->isVisible());
    }
    void aLinkToOneItemOpensThatItem()
    {
        ScreenRig rig;
        rig.open({}, true);
        rig.screen->show(Location{QStringLiteral("exceptions"), QStringLiteral("is:open"), rig.items[3].id});
        QTRY_COMPARE(rig.current(), rig.items[3].id);
        QTRY_COMPARE(rig.label("detailId"), QString::fromStdString(rig.items[3].id.text()));
    }
    void openingACauseKeepsTheKeysOnTheList()
    {
        ScreenRig rig;
        rig.open({}, true);
        rig.screen->queue().view()->setFocus();
        rig.key(Qt::Key_Return);
        QTRY_VERIFY(!rig.screen->queue().isGrouped());
        QTRY_VERIFY(rig.screen->queue().model()->rowCount() > 0);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(rig.screen->queue().view()));
        rig.key(Qt::Key_Escape);
        QTRY_VERIFY(rig.screen->queue().isGrouped());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(rig.screen->queue().view()));
    }
    void lettersAfterAWrongFilterMendIt()
    {
        ScreenRig rig;
        rig.open();
        auto* field = rig.child<QPlainTextEdit>("filterEdit");
        rig.key(Qt::Key_Slash);
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(field));
        QTest::keyClicks(field, QStringLiteral("vender:x "));
        rig.key(Qt::Key_Return);
        rig.key(Qt::Key_J);
        rig.key(Qt::Key_R);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(field));
        QCOMPARE(field->toPlainText(), QStringLiteral("vender:x jr"));
        QVERIFY(rig.fake->submitted.empty());
        field->setPlainText(QStringLiteral("vendor:x"));
        rig.key(Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(rig.screen->queue().view()));
    }
    void theNumberOfTheOrderIsShownWhereThereIsOne()
    {
        ScreenRig rig;
        rig.items[0].orderNumber = "4C-88213";
        rig.items[1].orderNumber.clear();
        rig.open();
        const auto* model = rig.screen->queue().model();
        QCOMPARE(model->index(0, ItemsModel::Order).data().toString(), QStringLiteral("4C-88213"));
        QCOMPARE(model->index(1, ItemsModel::Order).data().toString(),
                 QString::fromStdString(rig.items[1].about.text()));
    }
    void columnsAreTakenOffAndStayOff()
    {
        ScreenRig rig;
        rig.screen->resize(1800, 790);
        rig.open();
        TableView* view = rig.screen->queue().view();
        const auto stage = +ItemsModel::StageColumn;
        QVERIFY(!view->isColumnHidden(stage));
        rig.commands.action(QLatin1String("exceptions.columns"))->trigger();
        auto* menu = rig.child<QMenu>("columnsMenu");
        QVERIFY(menu != nullptr);
        for (QAction* action : menu->actions())
            if (action->text() == QStringLiteral("Stage"))
                action->trigger();
        menu->close();
        QVERIFY(view->isColumnHidden(stage));
        rig.screen->resize(1900, 790);
        QVERIFY(view->isColumnHidden(stage));
        ExceptionsScreen* screen = rig.screen.get();
        QVERIFY(!screen->queue().columns().empty());
        QVERIFY(rig.settings.value(Setting::ExceptionsColumns)
                    .toStringList()
                    .contains(QStringLiteral("items/stage")));
        screen->queue().setColumn(stage, true);
        QVERIFY(!view->isColumnHidden(stage));
    }
    void whatIsTakenOffLeavesItsRoomToOthers()
    {
        const std::set<int> all = ItemsModel::hiddenAt(700);
        const std::set<int> less = ItemsModel::hiddenAt(700, {ItemsModel::Cl, ItemsModel::Order});
        QVERIFY(all.contains(ItemsModel::Owner));
        QVERIFY(!less.contains(ItemsModel::Owner));
    }
    void aCopiedCellIsNoFormula()
    {
        ScreenRig rig;
        rig.items[0].assignee = "=HYPERLINK(1)";
        rig.screen->resize(1800, 790);
        rig.open();
        rig.screen->queue().view()->selectRow(0);
        const QString text = rig.screen->queue().view()->selectedText();
        QVERIFY2(text.contains(QStringLiteral("\t'=HYPERLINK(1)")), qPrintable(text));
    }
    void jAndKShowTheNextDetail()
    {
        ScreenRig rig;
        rig.open();
        QTRY_COMPARE(rig.label("detailId"), QString::fromStdString(rig.items[0].id.text()));
        rig.key(Qt::Key_J);
        QTRY_COMPARE(rig.label("detailId"), QString::fromStdString(rig.items[1].id.text()));
        rig.key(Qt::Key_K);
        QCOMPARE(rig.label("detailId"), QString::fromStdString(rig.items[0].id.text()));
    }
    void comingInPutsTheKeysOnTheList()
    {
        ScreenRig rig;
        rig.open();
        rig.child<QWidget>("filterEdit")->setFocus();
        static_cast<QWidget*>(rig.screen.get())->hide();
        rig.screen->QWidget::show();
        QTRY_COMPARE(rig.screen->focusWidget(), static_cast<QWidget*>(rig.screen->queue().view()));
    }
    void countsOfTheCauseFollowItsRow()
    {
        ScreenRig rig;
        std::size_t open = 203;
        rig.detailOf = [&open](EntityId item) {
            auto detail = sample::exceptionDetail();
            detail.row.id = item;
            detail.groupOpen = open;
            return detail;
        };
        rig.open(QStringLiteral("is:open sort:sla"), true);
        QTRY_VERIFY(rig.label("detailSentence").contains(QLatin1String("203")));
        open = 219;
        session::Delta delta;
        delta.changed = {0};
        rig.groups[0].count = 219;
        delta.rows = std::vector{rig.groups[0]};
        rig.fake->pushAll(session::List::Groups, delta);
        QTRY_VERIFY(rig.label("detailSentence").contains(QLatin1String("219")));
    }
    void aRetryIsPreferredOnlyWhereItIsSafe_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<bool>("preferred");
        QTest::newRow("safe") << int(RetryVerdict::Safe) << true;
        QTest::newRow("done") << int(RetryVerdict::Done) << false;
        QTest::newRow("futile") << int(RetryVerdict::Futile) << false;
        QTest::newRow("unsafe") << int(RetryVerdict::Unsafe) << false;
    }
    void aRetryIsPreferredOnlyWhereItIsSafe()
    {
        QFETCH(int, verdict);
        QFETCH(bool, preferred);
        ScreenRig rig;
        rig.detailOf = [verdict](EntityId item) {
            auto detail = sample::exceptionDetail();
            detail.row.id = item;
            detail.verdict.verdict = static_cast<RetryVerdict>(verdict);
            return detail;
        };
        rig.open();
        QCOMPARE(rig.child<QPushButton>("exceptions.retry")->property("preferred").toBool(), preferred);
    }
    void anEmptyTabSaysWhy()
    {
        ScreenRig rig;
        rig.detailOf = [](EntityId item) {
            auto detail = sample::exceptionDetail();
            detail.row.id = item;
            detail.similarOpen = 0;
            detail.changes.clear();
            return detail;
        };
        rig.open();
        rig.screen->detailPane().setTab(DetailPane::SimilarTab);
        QVERIFY(rig.child<QLabel>("similarItemsNone")->isVisible());
        QVERIFY(!rig.label("similarItemsNone").isEmpty());
        rig.screen->detailPane().setTab(DetailPane::NotesTab);
        QVERIFY(rig.child<QLabel>("noChanges")->isVisible());
    }
    void aDecisionHasALineOfItsOwn()
    {
        session::Timeline timeline;
        session::TimelineEntry entry;
        entry.seq = 7;
        entry.type = "payment.authorised";
        entry.producer = "pay-core";
        entry.decision = session::DecisionText{};
        entry.decision->legs.push_back({"WMS-West", "wms-west", {{1, "8831", 1}}});
        timeline.entries.push_back(entry);
        const auto story = storyOf(timeline, Format{}, StoryMode::All);
        QCOMPARE(story.size(), std::size_t{2});
        QCOMPARE(story[0].title, QStringLiteral("payment.authorised"));
        QVERIFY(!story[0].detail.contains(QLatin1String("WMS-West")));
        QCOMPARE(story[1].title, QStringLiteral("decided"));
        QVERIFY(story[1].detail.contains(QLatin1String("WMS-West")));
    }
    void aBrokenContractIsAFailureWhateverWasDone()
    {
        session::Timeline timeline;
        session::TimelineEntry entry;
        entry.seq = 7;
        timeline.entries.push_back(entry);
        session::EffectText effect;
        session::AttemptText attempt;
        attempt.seq = 7;
        effect.attempts.push_back(attempt);
        timeline.effects.push_back(effect);
        QVERIFY(storyOf(timeline, Format{}, StoryMode::All)[0].weight == Weight::Plain);
        timeline.effects[0].attempts[0].breach = session::BreachText{"/status", "string", "null"};
        QVERIFY(storyOf(timeline, Format{}, StoryMode::All)[0].weight == Weight::Failure);
        const auto rows = attemptRows(timeline, {}, Format{});
        QVERIFY(rows[0][3].ink == CellInk::Failure);
    }
    void neighboursAreAskedForBeforehand()
    {
        ScreenRig rig;
        rig.open();
        std::set<EntityId> asked;
        for (const auto& question : rig.fake->asked)
            if (const auto* about = std::get_if<session::AskException>(&question.question))
                asked.insert(about->item);
        for (std::size_t i = 0; i <= 3; ++i)
            QVERIFY(asked.contains(rig.items[i].id));
        QVERIFY(!asked.contains(rig.items[5].id));
    }
    void aChangedRowAsksForItsDetailAnew()
    {
        ScreenRig rig;
        rig.open();
        const std::size_t before = rig.fake->asked.size();
        session::Delta delta;
        delta.changed = {0};
        auto row = rig.items[0];
        row.assignee = "A. Ruiz";
        rig.items[0] = row;
        delta.rows = std::vector{row};
        rig.fake->pushAll(session::List::Exceptions, delta);
        QTRY_VERIFY(rig.fake->asked.size() > before);
        QTRY_VERIFY(rig.label("detailSentence").contains(QLatin1String("A. Ruiz")));
    }
    void aFilterThatCannotBeReadKeepsTheRows()
    {
        ScreenRig rig;
        rig.open();
        const std::size_t watches = rig.fake->watches.size();
        rig.key(Qt::Key_Slash);
        QWidget* edit = rig.child<QWidget>("filterEdit");
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("venbor:x"));
        QTRY_VERIFY(rig.label("filterComplaint").contains(QLatin1String("vendor")));
        QCOMPARE(rig.fake->watches.size(), watches);
        QCOMPARE(rig.screen->queue().model()->rowCount(), 10);
    }
    void aCauseOpensAsItsItemsAndCloses()
    {
        ScreenRig rig;
        rig.open(QStringLiteral("is:open sort:sla"), true);
        QVERIFY(rig.screen->queue().isGrouped());
        rig.key(Qt::Key_Right);
        QTRY_VERIFY(!rig.screen->queue().isGrouped());
        QVERIFY(rig.screen->queue().filter().contains(groupText(rig.groups[0].fingerprint)));
        rig.key(Qt::Key_Left);
        QVERIFY(rig.screen->queue().isGrouped());
        QCOMPARE(rig.screen->queue().filter(), QStringLiteral("is:open sort:sla"));
    }
    void aHeaderSortsByTheFilterText()
    {
        QCOMPARE(sortedBy(QStringLiteral("is:open sort:sla"), QStringLiteral("value")),
                 QStringLiteral("is:open sort:value"));
        QCOMPARE(sortedBy(QStringLiteral("is:open sort:value"), QStringLiteral("value")),
                 QStringLiteral("is:open sort:-value"));
        QCOMPARE(sortedBy(QStringLiteral("is:open sort:-value"), QStringLiteral("value")),
                 QStringLiteral("is:open sort:value"));
    }
    void aTermIsAddedToTheWholeOfAnOr()
    {
        const QString both =
            narrowed(QStringLiteral("(stage:handoff OR stage:intake) sort:sla"), QStringLiteral("class:t"));
        QVERIFY2(both.startsWith(QLatin1Char('(')) && both.endsWith(QLatin1String(") class:t")),
                 qPrintable(both));
        QVERIFY(narrowed(QStringLiteral("nofield:x"), QStringLiteral("class:t")).isEmpty());
    }
    void allThatMatchIsCounted()
    {
        ScreenRig rig;
        rig.items = sample::manyExceptions(500);
        rig.open();
        rig.key(Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(rig.label("counts").contains(QLatin1String("all 500 selected")));
        rig.key(Qt::Key_Escape);
        QTRY_VERIFY(!rig.label("counts").contains(QLatin1String("selected")));
    }
    void anEmptyQueueSaysSo()
    {
        ScreenRig rig;
        rig.items.clear();
        rig.open();
        QTRY_VERIFY(rig.screen->queue().findChildren<QLabel*>().size() > 0);
        bool said = false;
        for (const QLabel* label : rig.screen->queue().findChildren<QLabel*>())
            said = said || (label->isVisible() && label->text() == QLatin1String("Queue is clear"));
        QVERIFY(said);
    }
    void textsOfOutsideAreShownAsTheyAre()
    {
        ScreenRig rig;
        rig.items[0].vendor = "<img src=x>\xE2\x80\xAE"
                              "evil";
        rig.items[0].code = std::string(64 << 10, 'A');
        rig.items[0].assignee = "<b>bold</b>";
        rig.open();
        QTRY_VERIFY(rig.label("detailSentence").contains(QLatin1String("<img src=x>")));
        QVERIFY(!rig.label("detailSentence").contains(QChar(0x202E)));
        QVERIFY(rig.label("detailTitle").size() < 1'000);
        for (const QLabel* label : rig.screen->findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    void theTimelineIsNeverCutOff()
    {
        ScreenRig rig;
        rig.screen->resize(1256, 500);
        rig.open();
        auto* timeline = rig.child<QWidget>("timeline");
        QTRY_VERIFY(timeline->height() > 0 && timeline->height() == timeline->sizeHint().height());
        auto* attempts = rig.child<QWidget>("attempts");
        QTRY_COMPARE(attempts->height(), attempts->sizeHint().height());
    }
    void theModelsKeepTheRulesOfModels()
    {
        for (const bool grouped : {false, true}) {
            ScreenRig rig;
            rig.open(QStringLiteral("is:open"), grouped);
            QAbstractItemModelTester tester(rig.screen->queue().model(),
                                            QAbstractItemModelTester::FailureReportingMode::QtTest);
            rig.fake->pushRows(session::List::Exceptions, 700, sample::manyExceptions(300));
            rig.fake->pushRows(session::List::Groups, 701, std::vector<session::GroupRow>(3, rig.groups[0]));
            QTRY_COMPARE(rig.screen->queue().model()->rowCount(), grouped ? 3 : 300);
        }
    }
};

QTEST_MAIN(tst_Queue)
#include "tst_queue.moc"
