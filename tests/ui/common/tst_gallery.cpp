// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"
#include "tests/ui/support/shot.h"
#include "ui/common/hold_button.h"

#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;

/// Every widget in every look: drawn without a complaint of Qt, nothing cut off. The pictures go to HOLDPOINT_SHOTS.
class tst_Gallery : public QObject {
    Q_OBJECT

private slots:
    void everyLookIsDrawn_data()
    {
        QTest::addColumn<int>("name");
        QTest::addColumn<int>("percent");
        QTest::newRow("dark") << int(ThemeName::Dark) << 100;
        QTest::newRow("light") << int(ThemeName::Light) << 100;
        QTest::newRow("dark large") << int(ThemeName::Dark) << 160;
        QTest::newRow("light small") << int(ThemeName::Light) << 90;
    }
    void everyLookIsDrawn()
    {
        QFETCH(int, name);
        QFETCH(int, percent);
        Theme theme;
        theme.setName(static_cast<ThemeName>(name));
        theme.setTextPercent(percent);
        Gallery gallery(theme);
        gallery.resize(1256, 900);
        gallery.show();
        auto* held = gallery.findChild<HoldButton*>(QStringLiteral("held"));
        qint64 now = 0;
        held->setClock([&now] { return now; });
        QTest::mousePress(held, Qt::LeftButton);
        now = 1'200;
        held->advance();
        QVERIFY(held->isHolding());
        QVERIFY(shoot(gallery, {1256 * percent / 100, 900 * percent / 100},
                      QStringLiteral("gallery-%1")
                          .arg(QLatin1String(QTest::currentDataTag()))
                          .replace(QLatin1Char(' '), QLatin1Char('-'))));
        for (const auto* button : gallery.findChildren<HoldButton*>())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }
};

QTEST_MAIN(tst_Gallery)
#include "tst_gallery.moc"
