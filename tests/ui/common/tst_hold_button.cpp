// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/hold_button.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;

/// Time is a number that the test moves.
class tst_HoldButton : public QObject {
    Q_OBJECT

    std::unique_ptr<Theme> theme_;
    std::unique_ptr<QWidget> window_;
    HoldButton* button_ = nullptr;
    QLineEdit* other_ = nullptr;
    qint64 now_ = 0;

    void pass(qint64 ms)
    {
        now_ += ms;
        button_->advance();
    }
    void key(QEvent::Type type, int code, bool repeat = false, QWidget* to = nullptr)
    {
        QKeyEvent event(type, code, Qt::NoModifier, QString(), repeat);
        QCoreApplication::sendEvent(to == nullptr ? button_ : to, &event);
    }

private slots:
    void init()
    {
        now_ = 10'000;
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<QWidget>();
        button_ = new HoldButton(*theme_, QStringLiteral("Hold to pause"), QStringLiteral("CA-West · F9"),
                                 800, {Qt::Key_F9});
        button_->setClock([this] { return now_; });
        other_ = new QLineEdit;
        auto* column = new QVBoxLayout(window_.get());
        column->addWidget(button_);
        column->addWidget(other_);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        button_->setFocus();
    }
    void cleanup() { window_.reset(); }

    void firesWhenTheTimeIsFull()
    {
        QSignalSpy fired(button_, &HoldButton::confirmed);
        QTest::mousePress(button_, Qt::LeftButton);
        pass(799);
        QCOMPARE(fired.size(), 0);
        pass(1);
        QCOMPARE(fired.size(), 1);
    }
    void theNameItsOwnerGaveComesBack()
    {
        button_->setAccessibleName(QStringLiteral("Press and hold to pause"));
        button_->setTwoStep(true, QStringLiteral("pause CA-West"));
        QTest::mouseClick(button_, Qt::LeftButton);
        QCOMPARE(button_->accessibleName(), QStringLiteral("Press again to pause CA-West"));
        pass(5'000);
        QCOMPARE(button_->accessibleName(), QStringLiteral("Press and hold to pause"));
        QTest::mouseClick(button_, Qt::LeftButton);
        QTest::mouseClick(button_, Qt::LeftButton);
        QCOMPARE(button_->accessibleName(), QStringLiteral("Press and hold to pause"));
        button_->cancel();
        QCOMPARE(button_->accessibleName(), QStringLiteral("Press and hold to pause"));
    }
    void firesOnceWhileItIsStillHeld()
    {
        QSignalSpy fired(button_, &HoldButton::confirmed);
        QTest::mousePress(button_, Qt::LeftButton);
        for (int i = 0; i < 10; ++i)
            pass(800);
        QCOMPARE(fired.size(), 1);
    }
    void restsForASecond()
    {
        QSignalSpy fired(button_, &HoldButton::confirmed);
        QTest::mousePress(button_, Qt::LeftButton);
        pass(800);
        QTest::mouseRelease(button_, Qt::LeftButton);
        pass(999);
        QTest::mousePress(button_, Qt::LeftButton);
        QVERIFY(!button_->isHolding());
        QTest::mouseRelease(button_, Qt::LeftButton);
        pass(1);
        QTest::mousePress(button_, Qt::LeftButton);
        QVERIFY(button_->isHolding());
    }
    void releaseEndsIt()
    {
        QSignalSpy fired(button_, &HoldButton::confirmed);
        QTest::mousePress(button_, Qt::LeftButton);
        pass(700);
        QTest::mouseRelease(button_, Qt::LeftButton);
        pass(500);
        QCOMPARE(fired.size(), 0);
        QCOMPARE(button_->progress(), 0.0);
    }
    /// Only ticks complete a hold: what a window that stood still sees as one long press may have been a tap.
    void aTapInAStallIsNoHold()
    {
        QSignalSpy fired(button_, &HoldButton::confirmed);
        QTest::mousePress(button_, Qt::LeftButton);
        now_ += 800;  // no tick came in between
        QTest::mouseRelease(button_, Qt::LeftButton);
        QCOMPARE(fired.size(), 0);
    }
    void theLabelCountsDown()
    {
        QTest::mousePress(button_, Qt::LeftButton);
        QCOMPARE(button_->shownText(), QStringLiteral("hold 0.8 s"));
        pass(300);
        QCOMPARE(button_->shownText(), QStringLiteral("hold 0.5 s"));
        QCOMPARE(button_->progress(), 0.375);
        QTest::mouseRelease(button_, Qt::LeftButton);
        QCOMPARE(button_->shownText(), QStringLiteral("Hold to pause"));
    }
    void aShortPressSaysKeepHolding()
    {
        QTest::mousePress(button_, Qt::LeftButton);
        pass(249);
        QTest::mouseRelease(button_, Qt::LeftButton);
        QCOMPARE(button_->hint(), QStringLiteral("Keep holding"));
        pass(2'000);
        QVERIFY(button_->hint().isEmpty());
    }
    void aLongerPressThatWasMeantToEndSaysNothing()
    {
        QTest::mousePress(button_, Qt::LeftButton);
        pass(250);
        QTest::mouseRelease(button_, Qt::LeftButton);
        QVERIFY(button_->hint().isEmpty());
    }
    void thePointerMayLeaveByEight()
    {
        QTest::mousePress(button_, Qt::LeftButton, {}, QPoint(5, 5));
        QTest::mouseMove(button_, QPoint(-8, 5));
        QVERIFY(button_->isHolding());
        QTest::mouseMove(button_, QPoint(-9, 5));
        QVERIFY(!button_->isHolding());
    }
    void lossOfFocusEndsIt()
    {
        QTest::mousePress(button_, Qt::LeftButton);
        other_->setFocus();
        QVERIFY(!button_->isHolding());
    }
    void lossOfTheWindowEndsIt()
    {
        QTest::mousePress(button_, Qt::LeftButton);
        QEvent away(QEvent::WindowDeactivate);
        QCoreApplication::sendEvent(window_.get(), &away);
        QVERIFY(!button_->isHolding());
    }
    void escEndsIt()
    {
        QTest::mousePress(button_, Qt::LeftButton);
        QTest::keyClick(button_, Qt::Key_Escape);
        QVERIFY(!button_->isHolding());
    }
    void cancelEndsIt()
    {
        QSignalSpy fired(button_, &HoldButton::confirmed);
        QTest::mousePress(button_, Qt::LeftButton);
        pass(700);
        button_->cancel();
        pass(700);
        QCOMPARE(fired.size(), 0);
    }
    void theRightButtonDoesNothing()
    {
        QTest::mousePress(button_, Qt::RightButton);
        QVERIFY(!button_->isHolding());
    }
    void spaceAndEnterAreHeld_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("return") << int(Qt::Key_Return);
        QTest::newRow("enter") << int(Qt::Key_Enter);
    }
    void spaceAndEnterAreHeld()
    {
        QFETCH(int, code);
        QSignalSpy fired(button_, &HoldButton::confirmed);
        key(QEvent::KeyPress, code);
        pass(400);
        key(QEvent::KeyRelease, code, true);  // auto-repeat is no release …
        key(QEvent::KeyPress, code, true);    // … and no new press
        QVERIFY(button_->isHolding());
        pass(400);
        QCOMPARE(fired.size(), 1);
    }
    void aRepeatedPressDoesNotStart()
    {
        key(QEvent::KeyPress, Qt::Key_Space, true);
        QVERIFY(!button_->isHolding());
    }
    void aKeyThatIsLetGoEndsIt()
    {
        key(QEvent::KeyPress, Qt::Key_Space);
        pass(400);
        key(QEvent::KeyRelease, Qt::Key_Space);
        QVERIFY(!button_->isHolding());
    }
    void theKeyOfTheWindowWorksFromAnywhere()
    {
        QSignalSpy fired(button_, &HoldButton::confirmed);
        other_->setFocus();
        key(QEvent::KeyPress, Qt::Key_F9, false, other_);
        QVERIFY(button_->isHolding());
        pass(400);
        key(QEvent::KeyRelease, Qt::Key_F9, true, other_);
        QVERIFY(button_->isHolding());
        pass(400);
        QCOMPARE(fired.size(), 1);
    }
    void theKeyOfTheWindowIsLetGo()
    {
        other_->setFocus();
        key(QEvent::KeyPress, Qt::Key_F9, false, other_);
        pass(300);
        key(QEvent::KeyRelease, Qt::Key_F9, false, other_);
        QVERIFY(!button_->isHolding());
    }
    void otherKeysAreNotTaken()
    {
        other_->setFocus();
        QTest::keyClicks(other_, QStringLiteral("abc"));
        QCOMPARE(other_->text(), QStringLiteral("abc"));
        key(QEvent::KeyPress, Qt::Key_F8, false, other_);
        QVERIFY(!button_->isHolding());
    }
    void anObstacleDisablesAndIsSaid()
    {
        QTest::mousePress(button_, Qt::LeftButton);
        button_->setObstacle(QStringLiteral("Needs <b>ops lead</b>."));
        QVERIFY(!button_->isHolding());
        QVERIFY(!button_->isEnabled());
        QVERIFY(button_->toolTip().contains(QStringLiteral("&lt;b&gt;")));
        QCOMPARE(button_->accessibleDescription(), QStringLiteral("Needs <b>ops lead</b>."));
        key(QEvent::KeyPress, Qt::Key_F9, false, other_);
        QVERIFY(!button_->isHolding());
        button_->setObstacle({});
        QVERIFY(button_->isEnabled());
        QVERIFY(button_->toolTip().isEmpty());
    }
    void twoStepsInsteadOfHolding()
    {
        button_->setTwoStep(true, QStringLiteral("pause NA-West"));
        QSignalSpy fired(button_, &HoldButton::confirmed);
        QTest::mouseClick(button_, Qt::LeftButton);
        QCOMPARE(button_->shownText(), QStringLiteral("Press again to pause NA-West"));
        QCOMPARE(button_->accessibleName(), QStringLiteral("Press again to pause NA-West"));
        pass(4'999);
        QTest::mouseClick(button_, Qt::LeftButton);
        QCOMPARE(fired.size(), 1);
    }
    void theSecondStepCanBeTooLate()
    {
        button_->setTwoStep(true, QStringLiteral("pause NA-West"));
        QSignalSpy fired(button_, &HoldButton::confirmed);
        QTest::mouseClick(button_, Qt::LeftButton);
        pass(5'000);
        QVERIFY(!button_->isArmed());
        QTest::mouseClick(button_, Qt::LeftButton);
        QCOMPARE(fired.size(), 0);
    }
    void tellsThatItIsHeld()
    {
        QSignalSpy holding(button_, &HoldButton::holdingChanged);
        QTest::mousePress(button_, Qt::LeftButton);
        QTest::mouseRelease(button_, Qt::LeftButton);
        QCOMPARE(holding.size(), 2);
        QCOMPARE(holding[0][0].toBool(), true);
        QCOMPARE(holding[1][0].toBool(), false);
    }
};

QTEST_MAIN(tst_HoldButton)
#include "tst_hold_button.moc"
