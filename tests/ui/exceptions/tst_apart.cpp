// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen_rig.h"
#include "ui/common/table_view.h"
#include "ui/exceptions/apart_panel.h"
#include "ui/exceptions/queue_list.h"
#include "ui/exceptions/share_bars.h"

#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;
using namespace holdpoint::ui::exceptions;

/// What sets the failing orders of a cause apart.
class tst_Apart : public QObject {
    Q_OBJECT

    static ApartPanel* panel(const ScreenRig& rig) { return rig.child<ApartPanel>("apart"); }
    static std::size_t questions(const ScreenRig& rig)
    {
        return static_cast<std::size_t>(
            std::count_if(rig.fake->asked.begin(), rig.fake->asked.end(), [](const auto& asked) {
                return std::holds_alternative<session::AskContrast>(asked.question);
            }));
    }

private slots:
    void aCauseIsComparedWithWhatPassed()
    {
        ScreenRig rig;
        rig.open({}, true);
        QTRY_VERIFY(panel(rig)->contrast() != nullptr);
        QVERIFY(panel(rig)->isVisible());
        const auto* question = &rig.fake->asked.back().question;
        for (const auto& asked : rig.fake->asked)
            if (std::holds_alternative<session::AskContrast>(asked.question))
                question = &asked.question;
        QCOMPARE(std::get<session::AskContrast>(*question).group, rig.groups[0].fingerprint);
        const auto* bars = rig.child<ShareBars>("shareBars");
        QVERIFY(bars->isVisible());
        const QStringList lines = bars->accessibleDescription().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], QStringLiteral("node = west: 100 % of failing, 21.0 % of passing"));
        QVERIFY2(lines[2].endsWith(QStringLiteral("may be chance")), qPrintable(lines[2]));
        QVERIFY(lines[2].startsWith(QStringLiteral("lines = several")));
    }
    void whatIsMissingIsNoData_data()
    {
        QTest::addColumn<int>("failing");
        QTest::addColumn<int>("passing");
        QTest::addColumn<QString>("said");
        QTest::newRow("about no order") << 0 << 0 << "about an order";
        QTest::newRow("nothing passed") << 31 << 0 << "no order passed";
        QTest::newRow("all the same") << 31 << 9 << "look like those that passed";
    }
    void whatIsMissingIsNoData()
    {
        QFETCH(int, failing);
        QFETCH(int, passing);
        QFETCH(QString, said);
        ScreenRig rig;
        session::Contrast none;
        none.failing = static_cast<std::size_t>(failing);
        none.passing = static_cast<std::size_t>(passing);
        rig.contrast = none;
        rig.open({}, true);
        QTRY_VERIFY(panel(rig)->contrast() != nullptr);
        QVERIFY2(panel(rig)->message().contains(said), qPrintable(panel(rig)->message()));
        QVERIFY(!rig.child<ShareBars>("shareBars")->isVisible());
        QCOMPARE(rig.label("apartMessage"), panel(rig)->message());
    }
    void aFaultIsSaidInWords()
    {
        ScreenRig rig;
        rig.contrast = Error{Code::Unavailable, "the store is away"};
        rig.open({}, true);
        QTRY_VERIFY(!panel(rig)->message().isEmpty() && questions(rig) == 1 &&
                    panel(rig)->message() != QStringLiteral("Comparing …"));
        QVERIFY(!rig.child<ShareBars>("shareBars")->isVisible());
    }
    void goingOnQuicklyAsksOnlyAboutTheLast()
    {
        ScreenRig rig;
        rig.open({}, true);
        QTRY_COMPARE(questions(rig), std::size_t{1});
        for (int i = 0; i < 3; ++i)
            rig.key(Qt::Key_J);
        QTRY_COMPARE(questions(rig), std::size_t{2});
        std::uint64_t last = 0;
        for (const auto& asked : rig.fake->asked)
            if (const auto* question = std::get_if<session::AskContrast>(&asked.question))
                last = question->group;
        QCOMPARE(last, rig.groups[3].fingerprint);
    }
    void aMixedListIsOfNoCause()
    {
        ScreenRig rig;
        rig.open({}, false);
        QVERIFY(!panel(rig)->isVisible());
        QCOMPARE(questions(rig), std::size_t{0});
    }
    void anOpenedCauseKeepsIt()
    {
        ScreenRig rig;
        rig.open({}, true);
        QTRY_VERIFY(panel(rig)->isVisible());
        rig.key(Qt::Key_Return);
        QTRY_VERIFY(!rig.screen->queue().isGrouped());
        QTRY_VERIFY(rig.screen->queue().currentCause() != 0);
        QTRY_VERIFY(panel(rig)->isVisible());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(rig.screen->queue().view()));
    }
    void aLowListKeepsItsRows()
    {
        ScreenRig rig;
        rig.open({}, true);
        QTRY_VERIFY(panel(rig)->isVisible());
        rig.screen->resize(1256, 400);
        QTRY_VERIFY(!panel(rig)->isVisible());
        rig.screen->resize(1256, 790);
        QTRY_VERIFY(panel(rig)->isVisible());
    }
};

QTEST_MAIN(tst_Apart)
#include "tst_apart.moc"
