// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_rig.h"

#include <QAbstractButton>
#include <QFontInfo>
#include <QTabBar>

namespace holdpoint::ui {

/// Text at 160 %: every label grows, no button and no tab is cut.
class TextSize : public QObject {
    Q_OBJECT

    static void goTo(WindowRig& rig, const QString& screen)
    {
        Location place{screen, {}, {}};
        if (screen == QLatin1String("exceptions"))
            place = {screen, QStringLiteral("is:open sort:sla"), {}};
        else if (screen == QLatin1String("order"))
            place = {QStringLiteral("orders"), {}, rig.workspace.orderDetail.row.id};
        rig.window->context().navigator.go(place);
        QTest::qWait(0);
        for (int i = 0; i < 3; ++i)
            QCoreApplication::sendPostedEvents();
    }
    template <typename T>
    static std::map<QString, int> sizes(const WindowRig& rig)
    {
        std::map<QString, int> sizes;
        int n = 0;
        for (T* widget : rig.window->findChildren<T*>()) {
            if (!widget->isVisible() || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;  // frames without a text
            const int pixels = QFontInfo(widget->font()).pixelSize();
            sizes[QStringLiteral("%1 %2 %3")
                      .arg(++n)
                      .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())] = pixels;
        }
        return sizes;
    }
    static void screens()
    {
        QTest::addColumn<QString>("screen");
        for (const char* screen : {"launch", "exceptions", "orders", "order"})
            QTest::newRow(screen) << QString::fromLatin1(screen);
    }
    /// A text wider than what its widget leaves for it.
    static QString cutText(const QWidget* widget)
    {
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)) > tabs->tabRect(i).width())
                    return tabs->tabText(i);
            return {};
        }
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (button == nullptr || button->text().isEmpty())
            return {};
        QString text = button->text();
        text.replace(QStringLiteral("&&"), QStringLiteral("&"));
        return button->sizeHint().width() > button->width() + 1 ? text : QString();
    }

private slots:
    void everyTextGrows_data() { screens(); }
    void everyTextGrows()
    {
        QFETCH(QString, screen);
        for (const bool beforeTheFirstShow : {true, false}) {
            if (!beforeTheFirstShow && screen != QLatin1String("launch"))
                break;  // one screen will do
            WindowRig small;
            small.show();
            goTo(small, screen);
            const auto before = sizes<QWidget>(small);
            WindowRig large;
            if (beforeTheFirstShow)
                large.settings.set(Setting::TextPercent, 160);
            large.show();
            goTo(large, screen);
            if (!beforeTheFirstShow)
                large.settings.set(Setting::TextPercent, 160);
            QTest::qWait(0);
            QStringList stayed;
            for (const auto& [widget, size] : sizes<QWidget>(large))
                if (const auto was = before.find(widget); was != before.end() && size < was->second * 3 / 2)
                    stayed << widget + QStringLiteral(" %1 → %2").arg(was->second).arg(size);
            QVERIFY2(stayed.isEmpty(), qPrintable(stayed.join(QLatin1Char('\n'))));
        }
    }
    void noTextIsCut_data() { screens(); }
    void noTextIsCut()
    {
        QFETCH(QString, screen);
        WindowRig rig;
        rig.settings.set(Setting::TextPercent, 160);
        rig.window->resize(1440, 900);
        rig.show();
        goTo(rig, screen);
        QStringList cut;
        for (const QWidget* widget : rig.window->findChildren<QWidget*>())
            if (const QString text = cutText(widget); widget->isVisible() && !text.isEmpty())
                cut << widget->objectName() + QStringLiteral(": ") + text;
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::TextSize)
#include "tst_text_size.moc"
