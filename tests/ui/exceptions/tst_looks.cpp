// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen_rig.h"
#include "tests/ui/support/shot.h"
#include "ui/exceptions/detail_pane.h"

#include <QPushButton>
#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;
using namespace holdpoint::ui::exceptions;

/// The screen in every look, drawn without a complaint. The pictures go to HOLDPOINT_SHOTS.
class tst_Looks : public QObject {
    Q_OBJECT

private slots:
    void everyLookIsDrawn_data()
    {
        QTest::addColumn<int>("name");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("grouped");
        QTest::newRow("dark") << int(ThemeName::Dark) << 100 << true;
        QTest::newRow("light") << int(ThemeName::Light) << 100 << true;
        QTest::newRow("items") << int(ThemeName::Dark) << 100 << false;
        QTest::newRow("large") << int(ThemeName::Dark) << 160 << true;
    }
    void everyLookIsDrawn()
    {
        QFETCH(int, name);
        QFETCH(int, percent);
        QFETCH(bool, grouped);
        ScreenRig rig;
        rig.theme.setName(static_cast<ThemeName>(name));
        rig.theme.setTextPercent(percent);
        rig.detailOf = [](EntityId item) {
            auto detail = sample::contractDetail();
            detail.row.id = item;
            return detail;
        };
        rig.open(QStringLiteral("is:open sort:sla"), grouped);
        QTest::qWait(0);  // pending layouts
        QVERIFY(shoot(*rig.screen, {1256, 790},
                      QStringLiteral("exceptions-") + QLatin1String(QTest::currentDataTag())));
    }
    void allOfAContractFailureIsDrawn()
    {
        ScreenRig rig;
        rig.detailOf = [](EntityId item) {
            auto detail = sample::contractDetail();
            detail.row.id = item;
            return detail;
        };
        rig.screen->resize(1256, 1180);
        rig.open();
        QVERIFY(rig.label("contractGot").contains(QLatin1String("null")));
        rig.child<QPushButton>("rules")->click();
        QTest::qWait(0);  // pending layouts
        const auto* timeline = rig.child<QWidget>("timeline");
        QTRY_COMPARE(timeline->height(), timeline->sizeHint().height());  // the page scrolls, nothing is cut
        QTest::qWait(0);                                                  // pending layouts
        QVERIFY(shoot(*rig.screen, {1256, 1180}, QStringLiteral("exceptions-contract")));
    }
    void theFormOfARetryIsDrawn()
    {
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_R);
        QVERIFY(shoot(*rig.screen, {1256, 790}, QStringLiteral("exceptions-retry")));
    }
    void theFormOfManyIsDrawn()
    {
        ScreenRig rig;
        rig.open(QStringLiteral("is:open sort:sla"), true);
        rig.key(Qt::Key_E);
        QTRY_VERIFY(rig.label("bulkCount").contains(QLatin1String("10")));
        QTest::qWait(0);  // pending layouts
        QVERIFY(shoot(*rig.screen, {1256, 790}, QStringLiteral("exceptions-bulk")));
    }
    void otherTabsAreDrawn()
    {
        ScreenRig rig;
        rig.open();
        for (int tab = 1; tab < DetailPane::TabCount; ++tab) {
            rig.screen->detailPane().setTab(tab);
            QTest::qWait(0);  // pending layouts
            QVERIFY(shoot(*rig.screen, {1256, 790}, QStringLiteral("exceptions-tab%1").arg(tab + 1)));
        }
    }
    void anEmptyQueueIsDrawn()
    {
        ScreenRig rig;
        rig.items.clear();
        rig.groups.clear();
        rig.open();
        QTest::qWait(0);  // pending layouts
        QVERIFY(shoot(*rig.screen, {1256, 790}, QStringLiteral("exceptions-empty")));
    }
    void disconnectedIsDrawn()
    {
        ScreenRig rig;
        rig.open();
        rig.fake->linkState.state = session::LinkState::State::Disconnected;
        emit rig.client.linkChanged();
        QTest::qWait(0);  // pending layouts
        QVERIFY(shoot(*rig.screen, {1256, 790}, QStringLiteral("exceptions-disconnected")));
    }
};

QTEST_MAIN(tst_Looks)
#include "tst_looks.moc"
