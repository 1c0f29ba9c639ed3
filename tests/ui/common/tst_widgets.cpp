// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/samples.h"
#include "ui/common/chip.h"
#include "ui/common/command_button.h"
#include "ui/common/icons.h"
#include "ui/common/key_value.h"
#include "ui/common/panel.h"
#include "ui/common/sparkline.h"
#include "ui/common/toast.h"
#include "ui/common/tooltip.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;

class tst_Widgets : public QObject {
    Q_OBJECT

    Theme theme_;
    Format format_;

    static session::Receipt receipt(CommandState state, int secondsAgo)
    {
        session::Receipt r;
        r.state = state;
        r.at = sample::before(secondsAgo);
        return r;
    }

private slots:
    void cleanup()
    {
        theme_.setName(ThemeName::Dark);
        theme_.setTextPercent(100);
    }

    void everyColourOfTheSheetIsItsOwn()
    {
        const QString sheet = theme_.styleSheet();
        QVERIFY(!sheet.contains(QRegularExpression(QStringLiteral("%[0-9]"))));
        QVERIFY(
            sheet.contains(QStringLiteral("QLabel[ink=\"low\"] { color: ") + theme_.tokens().inkLow.name()));
        QVERIFY(sheet.contains(QStringLiteral("QMenuBar { background: ") + theme_.tokens().content.name()));
    }
    void markupInATooltipIsText()
    {
        QWidget widget;
        setPlainToolTip(&widget, QStringLiteral("<img src=x> & more"));
        QCOMPARE(widget.toolTip(), QStringLiteral("<qt>&lt;img src=x&gt; &amp; more</qt>"));
        setPlainToolTip(&widget, {});
        QVERIFY(widget.toolTip().isEmpty());
    }
    void anIconHasTheColourItIsAskedFor()
    {
        const QImage red = theme_.icons().pixmap(QStringLiteral("pause"), Qt::red, 24).toImage();
        bool inked = false;
        for (int y = 0; y < red.height(); ++y)
            for (int x = 0; x < red.width(); ++x)
                if (const QColor c = red.pixelColor(x, y); c.alpha() > 128) {
                    QVERIFY(c.red() > 250 && c.green() < 5 && c.blue() < 5);
                    inked = true;
                }
        QVERIFY(inked);
    }
    void anIconIsDrawnOncePerColourAndSize()
    {
        const auto key = [this](const QColor& color, int px) {
            return theme_.icons().pixmap(QStringLiteral("play"), color, px).toImage().constBits();
        };
        QCOMPARE(key(Qt::red, 16), key(Qt::red, 16));
        QVERIFY(key(Qt::red, 16) != key(Qt::blue, 16));
        QVERIFY(key(Qt::red, 16) != key(Qt::red, 20));
    }
    void anIconIsSharpOnADenseScreen()
    {
        const QPixmap pixmap = theme_.icons().pixmap(QStringLiteral("play"), Qt::red, 16, 2);
        QCOMPARE(pixmap.width(), 32);
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }
    void anIconFollowsTheTheme()
    {
        const QIcon icon = theme_.icons().icon(QStringLiteral("pause"), Ink::High);
        const QImage dark = icon.pixmap(24, 24).toImage();
        theme_.setName(ThemeName::Light);
        QVERIFY(icon.pixmap(24, 24).toImage() != dark);
    }
    void anEmptyChipIsHidden()
    {
        QWidget parent;
        auto* chip = new Chip(theme_, QStringLiteral("GO"), ChipKind::Plain, &parent);
        QVERIFY(chip->isVisibleTo(&parent));
        chip->set({}, ChipKind::Plain);
        QVERIFY(!chip->isVisibleTo(&parent));
    }
    void theLimitItselfIsNoBreach()
    {
        Sparkline line(theme_);
        line.setLimit(2.0);
        QVERIFY(!line.isBreached(2.0));
        QVERIFY(line.isBreached(2.01));
        line.setLimit(99.0, true);
        QVERIFY(!line.isBreached(99.0));
        QVERIFY(line.isBreached(98.99));
        line.setLimit({});
        QVERIFY(!line.isBreached(1e9));
    }
    void aGapIsAGap()
    {
        Sparkline line(theme_);
        line.resize(200, 40);
        const std::vector<std::optional<double>> whole{1.0, 1.0, 1.0, 1.0, 1.0};
        const std::vector<std::optional<double>> broken{1.0, 1.0, {}, 1.0, 1.0};
        line.setValues(whole);
        const QImage a = line.grab().toImage();
        line.setValues(broken);
        const QImage b = line.grab().toImage();
        const int middle = 100;
        int inked = 0;
        for (int y = 0; y < a.height(); ++y)
            inked += a.pixel(middle, y) != b.pixel(middle, y) ? 1 : 0;
        QCOMPARE(inked, 1);
    }
    void noValueIsNoData()
    {
        Sparkline line(theme_);
        line.setValues(std::vector<std::optional<double>>(30));
        QCOMPARE(line.accessibleDescription(), QStringLiteral("No data"));
        line.setValues(std::vector<std::optional<double>>{0.0});
        QVERIFY(line.accessibleDescription() != QStringLiteral("No data"));
    }
    void ageOfAPanel()
    {
        Panel panel(theme_, QStringLiteral("Vendors"));
        panel.resize(300, 200);
        panel.show();
        auto* age = panel.findChild<QLabel*>(QStringLiteral("panelAge"));
        panel.showAge({Freshness::Live, sample::now(), Milliseconds{1'000}, Never}, format_);
        auto* overlay = panel.findChild<StaleOverlay*>();
        QVERIFY(age->text().isEmpty() && !overlay->isVisible());
        panel.showAge({Freshness::Ageing, sample::now(), Milliseconds{4'000}, Never}, format_);
        QCOMPARE(age->text(), QStringLiteral("4 s ago"));
        QVERIFY(!overlay->isVisible());
        panel.showAge({Freshness::Stale, sample::now(), Milliseconds{24'000}, Never}, format_);
        QVERIFY(age->text().isEmpty() && overlay->isVisible());
        QCOMPARE(overlay->words(), QStringLiteral("as of 14:31:42 (24 s)"));
        QCOMPARE(overlay->size(), panel.size());
        panel.showAge({Freshness::Disconnected, sample::now(), Milliseconds{24'000}, sample::before(10)},
                      format_);
        QCOMPARE(overlay->words(), QStringLiteral("Not connected since 14:31:32 — showing 14:31:42"));
        panel.showAge({Freshness::Disconnected, Never, {}, Never}, format_);
        QCOMPARE(overlay->words(), QStringLiteral("Not connected"));
    }
    void theMouseGoesThroughTheOverlay()
    {
        Panel panel(theme_, QStringLiteral("Vendors"));
        panel.resize(300, 200);
        auto* button = new QPushButton(QStringLiteral("Ask"));
        panel.body()->addWidget(button);
        panel.show();
        panel.showAge({Freshness::Stale, sample::now(), Milliseconds{24'000}, Never}, format_);
        QCOMPARE(panel.childAt(button->geometry().center()), button);
    }
    void aMissingValueIsADash()
    {
        KeyValue facts(theme_);
        const int row = facts.addRow(QStringLiteral("Promise"));
        QCOMPARE(facts.value(row), QStringLiteral("—"));
        facts.setValue(row, QStringLiteral("<b>x</b>"));
        QCOMPARE(facts.value(row), QStringLiteral("<b>x</b>"));
    }
    void stepsOfAReceipt()
    {
        ReceiptLine line(theme_, format_);
        QVERIFY(!line.isVisibleTo(nullptr));
        line.start(QStringLiteral("Retry O-1"), sample::before(3));
        QCOMPARE(line.text(),
                 QStringLiteral("Retry O-1  requested 14:31:39 · accepted … · effective … · verified …"));
        line.add(receipt(CommandState::Accepted, 2));
        line.add(receipt(CommandState::Effective, 1));
        QCOMPARE(line.text(),
                 QStringLiteral(
                     "Retry O-1  requested 14:31:39 · accepted 14:31:40 · effective 14:31:41 · verified …"));
    }
    void refusedSaysWhoCan()
    {
        ReceiptLine line(theme_, format_);
        line.start(QStringLiteral("Cancel O-1"), sample::before(3));
        session::Receipt refused = receipt(CommandState::Refused, 2);
        refused.whoCan = {Role::SupportLead, Role::Engineer};
        line.add(refused);
        QVERIFY(line.text().endsWith(QStringLiteral("Refused. Needs support lead or engineer.")));
        QVERIFY(!line.text().contains(QStringLiteral("verified")));
    }
    void unknownMayBeHeardOfAgain()
    {
        ReceiptLine line(theme_, format_);
        line.start(QStringLiteral("Retry O-1"), sample::before(3));
        line.add(receipt(CommandState::Unknown, 2));
        QVERIFY(line.text().contains(QStringLiteral("it may have happened")));
        line.add(receipt(CommandState::Effective, 1));
        QVERIFY(!line.text().contains(QStringLiteral("it may have happened")));
    }
    void aToastStaysEightSeconds()
    {
        QWidget window;
        Toasts toasts(theme_, format_, &window);
        Toast* toast = toasts.add(QStringLiteral("Assigned"), [] {});
        toast->advance(Toasts::ShownMs - 1);
        QCOMPARE(toasts.shown().size(), 1);
        toast->advance(1);
        QCOMPARE(toasts.shown().size(), 0);
    }
    void undoIsDoneOnce()
    {
        QWidget window;
        Toasts toasts(theme_, format_, &window);
        int undone = 0;
        toasts.add(QStringLiteral("Noted"));
        toasts.add(QStringLiteral("Assigned"), [&undone] { ++undone; });
        QVERIFY(toasts.undoNewest());
        QVERIFY(!toasts.undoNewest());
        QCOMPARE(undone, 1);
    }
    void undoByItsButton()
    {
        QWidget window;
        auto* toasts = new Toasts(theme_, format_, &window);
        bool undone = false;
        toasts->add(QStringLiteral("Assigned"), [&undone] { undone = true; });
        window.resize(600, 400);
        window.show();
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("undo")), Qt::LeftButton);
        QVERIFY(undone);
    }
    void whatWentWrongStays()
    {
        QWidget window;
        Toasts toasts(theme_, format_, &window);
        Toast* toast = toasts.add(QStringLiteral("Retry"));
        toast->receipt(receipt(CommandState::Failed, 1));
        toast->advance(60'000);
        QCOMPARE(toasts.shown().size(), 1);
    }
    void aButtonIsItsCommand()
    {
        CommandRegistry commands;
        int ran = 0;
        QString obstacle = QStringLiteral("Needs <i>engineer</i>.");
        CommandSpec spec;
        spec.id = "test.retry";
        spec.text = "Retry…";
        spec.keys = {Qt::Key_R};
        spec.run = [&ran] { ++ran; };
        spec.obstacle = [&obstacle] { return obstacle; };
        commands.add(spec);
        CommandButton button(theme_, commands, QLatin1String("test.retry"));
        QCOMPARE(button.key(), QStringLiteral("R"));
        QVERIFY(!button.isEnabled());
        QVERIFY(button.toolTip().contains(QStringLiteral("&lt;i&gt;")));
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(ran, 0);
        obstacle.clear();
        commands.refresh();
        QVERIFY(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(ran, 1);
    }
};

QTEST_MAIN(tst_Widgets)
#include "tst_widgets.moc"
