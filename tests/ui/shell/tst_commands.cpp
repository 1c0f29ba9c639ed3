// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_rig.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

namespace holdpoint::ui {
namespace {

bool share(CommandScope a, CommandScope b)
{
    return a == b || a == CommandScope::Window || b == CommandScope::Window || a == CommandScope::List ||
           b == CommandScope::List;
}

/// The first keys of one are all of the other: it would never get further.
bool shadows(const QKeySequence& a, const QKeySequence& b)
{
    return a.matches(b) == QKeySequence::ExactMatch || a.matches(b) == QKeySequence::PartialMatch;
}

QSet<QString> idsInMenus(const MainWindow& window)
{
    QSet<QString> ids;
    for (const QMenu* menu : window.menuBar()->findChildren<QMenu*>())
        for (const QAction* action : menu->actions())
            ids << action->objectName();
    return ids;
}

}  // namespace

/// What the window can do: all of it in one register, reachable, and with a reason where it cannot be done.
class ShellCommands : public QObject {
    Q_OBJECT

    static QStringList paletteRows(WindowRig& rig, const QString& text)
    {
        auto* palette = rig.child<QWidget>("palette");
        palette->findChild<QLineEdit*>()->setText(text);
        QStringList rows;
        const auto* list = palette->findChild<QListWidget*>();
        for (int i = 0; i < list->count(); ++i)
            rows << list->item(i)->text();
        return rows;
    }
    static void openPalette(WindowRig& rig)
    {
        rig.key(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(rig.child<QWidget>("palette")->isVisible());
    }

private slots:
    void everyIdIsUnique()
    {
        WindowRig rig;
        QSet<QString> ids;
        for (const auto& command : rig.commands().all())
            ids << QLatin1String(command->spec.id);
        QCOMPARE(static_cast<std::size_t>(ids.size()), rig.commands().all().size());
        QVERIFY(ids.size() > 60);
    }
    void noKeyIsBoundTwiceInAScope()
    {
        WindowRig rig;
        const auto& all = rig.commands().all();
        QStringList clashes;
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = 0; j < all.size(); ++j)
                for (const QKeySequence& a : all[i]->spec.keys)
                    for (const QKeySequence& b : all[j]->spec.keys)
                        if (i != j && share(all[i]->spec.scope, all[j]->spec.scope) && shadows(a, b))
                            clashes << QStringLiteral("%1 %2 %3")
                                           .arg(QLatin1String(all[i]->spec.id), b.toString(),
                                                QLatin1String(all[j]->spec.id));
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QLatin1Char('\n'))));
    }
    void aKeyBeforeASequenceCounts()  // the check above sees prefixes
    {
        QVERIFY(shadows(QKeySequence(QStringLiteral("G")), QKeySequence(QStringLiteral("G, L"))));
        QVERIFY(!shadows(QKeySequence(QStringLiteral("G, L")), QKeySequence(QStringLiteral("G"))));
        QVERIFY(!shadows(QKeySequence(QStringLiteral("G, E")), QKeySequence(QStringLiteral("G, L"))));
    }
    void everyDisabledCommandHasItsReason_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("closed") << static_cast<int>(Workspace::State::Closed);
        QTest::newRow("open") << static_cast<int>(Workspace::State::Open);
        QTest::newRow("failed") << static_cast<int>(Workspace::State::Failed);
    }
    void everyDisabledCommandHasItsReason()
    {
        QFETCH(int, state);
        WindowRig rig;
        rig.show(false);
        rig.workspace.enter(static_cast<Workspace::State>(state));
        rig.commands().refresh();
        int disabled = 0;
        for (const auto& command : rig.commands().all()) {
            disabled += !command->action->isEnabled();
            QVERIFY2(command->action->isEnabled() || !command->action->statusTip().isEmpty(),
                     command->spec.id);
        }
        QVERIFY(disabled > 5);
    }
    void everyCommandIsReachable()
    {
        WindowRig rig;
        rig.show();
        const QSet<QString> menus = idsInMenus(*rig.window);
        for (const auto& command : rig.commands().all()) {
            if (menus.contains(QLatin1String(command->spec.id)))
                continue;
            const bool orders = command->spec.scope == CommandScope::Orders;
            const bool launch = command->spec.scope == CommandScope::Launch;
            rig.action(orders ? "go.orders" : launch ? "go.launch" : "go.exceptions")->trigger();
            rig.action("edit.palette")->trigger();
            QVERIFY2(paletteRows(rig, QLatin1Char('>') + command->text()).contains(command->text()),
                     command->spec.id);
        }
    }
    void aCommandThatCannotBeRunIsNotRun()
    {
        WindowRig rig;
        rig.show(false);
        rig.action("demo.stop")->trigger();
        QCOMPARE(rig.workspace.asked, QStringList());
        rig.action("file.start_demo")->trigger();
        QCOMPARE(rig.workspace.asked, QStringList{QStringLiteral("demo")});
    }

    void thePaletteFindsByLettersInOrder()
    {
        WindowRig rig;
        rig.show();
        openPalette(rig);
        QCOMPARE(paletteRows(rig, QStringLiteral("lgt drk")).value(0), QStringLiteral("Light or dark"));
        QVERIFY(!paletteRows(rig, QStringLiteral(">krd thgil")).contains(QStringLiteral("Light or dark")));
    }
    void enterInThePaletteRuns()
    {
        WindowRig rig;
        rig.show();
        QCOMPARE(rig.settings.value(Setting::Theme).toString(), QStringLiteral("dark"));
        openPalette(rig);
        paletteRows(rig, QStringLiteral("light or dark"));
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.settings.value(Setting::Theme).toString(), QStringLiteral("light"));
        QVERIFY(!rig.child<QWidget>("palette")->isVisible());
    }
    void escapeLeavesThePaletteAndRunsNothing()
    {
        WindowRig rig;
        rig.show();
        openPalette(rig);
        paletteRows(rig, QStringLiteral("light or dark"));
        rig.key(Qt::Key_Escape);
        QVERIFY(!rig.child<QWidget>("palette")->isVisible());
        QCOMPARE(rig.settings.value(Setting::Theme).toString(), QStringLiteral("dark"));
    }
    void aHeldCommandOnlyGetsTheFocus()
    {
        WindowRig rig;
        rig.show();
        openPalette(rig);
        paletteRows(rig, QStringLiteral(">Pause the slice in view"));
        rig.key(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("pause"));
        QCOMPARE(rig.submitted("stop_intake"), 0);
    }
    void aPastedIdIsLookedFor()
    {
        WindowRig rig;
        rig.show();
        openPalette(rig);
        QCOMPARE(paletteRows(rig, QStringLiteral("O-8841")).value(0), QStringLiteral("Find “O-8841”"));
        rig.key(Qt::Key_Return);
        QCOMPARE(rig.page(), QStringLiteral("ordersScreen"));
        QTRY_VERIFY(
            std::any_of(rig.session().asked.begin(), rig.session().asked.end(), [](const auto& asked) {
                const auto* find = std::get_if<session::AskFind>(&asked.question);
                return find != nullptr && find->text == "O-8841";
            }));
    }
    void lettersInAFieldAreLetters()  // and no command of the window
    {
        WindowRig rig;
        rig.show();
        openPalette(rig);
        for (const auto key : {Qt::Key_Z, Qt::Key_G, Qt::Key_L, Qt::Key_Question})
            rig.key(key);
        QCOMPARE(rig.child<QWidget>("palette")->findChild<QLineEdit*>()->text().size(), 4);
        QCOMPARE(rig.settings.value(Setting::Zone).toString(), QStringLiteral("utc"));
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::ShellCommands)
#include "tst_commands.moc"
