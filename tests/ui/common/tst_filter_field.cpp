// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filter_edit.h"
#include "ui/common/filter_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;

class tst_FilterField : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<QWidget> window_;
    FilterField* field_ = nullptr;
    FilterEdit* edit_ = nullptr;
    QWidget* list_ = nullptr;

private slots:
    void init()
    {
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<QWidget>();
        field_ = new FilterField(*theme_);
        edit_ = field_->findChild<FilterEdit*>();
        edit_->setCompleter([](const QString&) { return QStringList(); });
        list_ = new QWidget;
        list_->setFocusPolicy(Qt::StrongFocus);
        auto* column = new QVBoxLayout(window_.get());
        column->addWidget(field_);
        column->addWidget(list_);
        field_->setList(list_);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        field_->focusIt();
    }
    void cleanup() { window_.reset(); }

    void tellsOnceAfterTyping()
    {
        QSignalSpy told(field_, &FilterField::queryChanged);
        QTest::keyClicks(edit_, QStringLiteral("wms"));
        QCOMPARE(told.size(), 0);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toString(), QStringLiteral("wms"));
    }
    void tellsNothingThatCannotBeRead()
    {
        QSignalSpy told(field_, &FilterField::queryChanged);
        field_->setText(QStringLiteral("vendr:wms-west"));
        QVERIFY(!field_->isValid());
        field_->setText(QStringLiteral("vendor:wms-west"));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toString(), QStringLiteral("vendor:wms-west"));
    }
    void saysWhatIsWrongAndMarksIt()
    {
        field_->setText(QStringLiteral("is:open vendr:wms-west"));
        QCOMPARE(field_->complaint(), QStringLiteral("There is no field “vendr”. Did you mean “vendor”?"));
        QVERIFY(edit_->wrong());
        QCOMPARE(edit_->wrong()->from, 8);
        QCOMPARE(edit_->wrong()->length, 5);
    }
    void theMarkCountsCharactersNotBytes()
    {
        field_->setText(QStringLiteral("ü😀 vendr:x"));
        QVERIFY(edit_->wrong());
        QCOMPARE(edit_->wrong()->from, 4);  // the smiley is two of the editor's
    }
    void complaintGoesWhenItIsMended()
    {
        field_->setText(QStringLiteral("vendr:x"));
        field_->setText(QStringLiteral("vendor:x"));
        QVERIFY(field_->isValid());
        QVERIFY(field_->complaint().isEmpty());
        QVERIFY(!edit_->wrong());
    }
    void termsAreChips()
    {
        field_->setText(QStringLiteral("is:open late sort:sla"));
        QCOMPARE(edit_->terms().size(), std::size_t{2});
        QCOMPARE(edit_->terms()[0].from, 0);
        QCOMPARE(edit_->terms()[0].length, 7);
        QCOMPARE(edit_->terms()[1].from, 13);
    }
    void theSameTextIsNotToldAgain()
    {
        QSignalSpy told(field_, &FilterField::queryChanged);
        field_->setText(QStringLiteral("is:open"));
        field_->setText(QStringLiteral("is:open"));
        QCOMPARE(told.size(), 1);
    }
    void escGoesToTheList()
    {
        QTest::keyClick(edit_, Qt::Key_Escape);
        QVERIFY(list_->hasFocus());
    }
    void enterTellsAtOnceAndGoesToTheList()
    {
        QSignalSpy told(field_, &FilterField::queryChanged);
        QTest::keyClicks(edit_, QStringLiteral("wms"));
        QTest::keyClick(edit_, Qt::Key_Return);
        QCOMPARE(told.size(), 1);
        QVERIFY(list_->hasFocus());
        QCOMPARE(field_->text(), QStringLiteral("wms"));
    }
    void staysOneLine()
    {
        field_->setText(QStringLiteral("a\nb"));
        QCOMPARE(field_->text(), QStringLiteral("a b"));
    }
    void completesAWord()
    {
        edit_->setCompleter([](const QString& prefix) {
            return prefix == QStringLiteral("ven") ? QStringList{QStringLiteral("vendor:")} : QStringList();
        });
        QTest::keyClicks(edit_, QStringLiteral("is:open ven"));
        auto* completer = edit_->findChild<QCompleter*>();
        QTRY_VERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QTRY_COMPARE(field_->text(), QStringLiteral("is:open vendor:"));
    }
    void knowsFieldsAndFixedWords()
    {
        QCOMPARE(completeFilterWord(QStringLiteral("ven")), QStringList{QStringLiteral("vendor:")});
        QVERIFY(completeFilterWord(QStringLiteral("is:sn")).contains(QStringLiteral("is:snoozed")));
        QVERIFY(completeFilterWord(QStringLiteral("stage:h")).contains(QStringLiteral("stage:handoff")));
        QVERIFY(completeFilterWord(QStringLiteral("an")).isEmpty());  // "any" is not for people
    }
    void everyFaultHasASentence()
    {
        for (int fault = 0; fault < int(CountOf<search::Fault>); ++fault) {
            search::ParseError error;
            error.fault = static_cast<search::Fault>(fault);
            QVERIFY(!sentence(error, QStringLiteral("x")).isEmpty());
            QVERIFY(sentence(error, QStringLiteral("x")) != QStringLiteral("The filter cannot be read."));
        }
    }
};

QTEST_MAIN(tst_FilterField)
#include "tst_filter_field.moc"
