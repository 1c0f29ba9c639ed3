// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "window_world.h"

#include <QElapsedTimer>
#include <QFile>

namespace holdpoint::ui {
namespace {

constexpr int StepMs = 15'000;

}  // namespace

/// Folders that cannot be opened, and one that goes away.
class FoldersInWords : public QObject {
    Q_OBJECT

    static void fails(WindowWorld& w, const QString& folder)
    {
        w.workspace.open(folder);
        QTRY_VERIFY_WITH_TIMEOUT(w.workspace.state() == Workspace::State::Failed, StepMs);
        QVERIFY(w.child<QWidget>("welcome")->isVisible());
        QVERIFY(w.action("file.open_again")->isEnabled());
        QVERIFY(!w.window->context().client.isAttached());
    }

private slots:
    void aNewFolderIsMadeAndRemembered()
    {
        WindowWorld w;
        const QString folder = w.scratch.filePath(QStringLiteral("new"));
        w.workspace.open(folder);
        QTRY_VERIFY_WITH_TIMEOUT(w.isOpen() && w.window->board() != nullptr, StepMs);
        QCOMPARE(w.settings.value(Setting::DataFolder).toString(), folder);
        QVERIFY(w.child<QWidget>("launchScreen")->isVisible());
        QVERIFY(QDir(folder).exists());
    }
    void inUse()
    {
        WindowWorld first;
        const QString folder = first.scratch.filePath(QStringLiteral("shared"));
        first.workspace.open(folder);
        QTRY_VERIFY_WITH_TIMEOUT(first.isOpen(), StepMs);
        WindowWorld second;
        fails(second, folder);
        QVERIFY2(
            second.label("welcome.sentence").contains(QStringLiteral("Another program has this folder open")),
            qPrintable(second.label("welcome.sentence")));
        first.workspace.open(first.scratch.filePath(QStringLiteral("other")));
        second.action("file.open_again")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(second.isOpen(), StepMs);
    }
    void notWritable()
    {
        WindowWorld w;
        const QString file = w.scratch.filePath(QStringLiteral("file"));
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly));
        fails(w, file + QStringLiteral("/under"));
        QVERIFY2(w.label("welcome.sentence").contains(QStringLiteral("cannot be made or written")),
                 qPrintable(w.label("welcome.sentence")));
    }
    void ofANewerVersion()
    {
        WindowWorld w;
        const QString folder = w.scratch.filePath(QStringLiteral("newer"));
        w.workspace.open(folder);
        QTRY_VERIFY_WITH_TIMEOUT(w.isOpen(), StepMs);
        w.workspace.open(w.scratch.filePath(QStringLiteral("other")));
        QTRY_VERIFY_WITH_TIMEOUT(w.isOpen(), StepMs);
        const QString file = folder + QStringLiteral("/holdpoint.db");
        {
            auto store = store::Database::open({file.toStdString(), {}, false});
            QVERIFY(store.has_value());
            QVERIFY(
                (*store)->execute("PRAGMA user_version=999; PRAGMA wal_checkpoint(TRUNCATE)").has_value());
        }
        const auto bytes = [&file] {
            QFile store(file);
            return store.open(QIODevice::ReadOnly) ? store.readAll() : QByteArray();
        };
        const QByteArray before = bytes();
        QVERIFY(!before.isEmpty());
        fails(w, folder);
        const QString said = w.label("welcome.sentence");
        QVERIFY2(said.contains(QStringLiteral("written by a newer version")) &&
                     said.contains(QStringLiteral("999")),
                 qPrintable(said));
        QVERIFY(bytes() == before);
        w.workspace.open(w.scratch.filePath(QStringLiteral("other")));  // the window lives on
        QTRY_VERIFY_WITH_TIMEOUT(w.isOpen(), StepMs);
    }
    void closingWhileItOpensDoesNotWait()
    {
        WindowWorld first;
        const QString folder = first.scratch.filePath(QStringLiteral("shared"));
        first.workspace.open(folder);
        QTRY_VERIFY_WITH_TIMEOUT(first.isOpen(), StepMs);
        WindowWorld second;
        second.workspace.open(folder);  // waits three seconds for whoever has it
        QCOMPARE(second.workspace.state(), Workspace::State::Opening);
        QElapsedTimer closing;
        closing.start();
        second.workspace.open(second.scratch.filePath(QStringLiteral("mine")));
        QVERIFY2(closing.elapsed() < 500, qPrintable(QString::number(closing.elapsed())));
        QTRY_VERIFY_WITH_TIMEOUT(second.isOpen(), StepMs);
        QCOMPARE(second.workspace.folder(), second.scratch.filePath(QStringLiteral("mine")));
    }
    void twoFoldersOfOneNameAreTwoEngines()
    {
        WindowWorld w;
        QStringList engines;
        for (const char* parent : {"a", "b"}) {
            w.workspace.open(w.scratch.filePath(QLatin1String(parent) + QStringLiteral("/launch")));
            QTRY_VERIFY_WITH_TIMEOUT(w.isOpen() && w.window->context().client.isConnected(), StepMs);
            engines << QString::fromStdString(w.window->context().client.link().engine);
        }
        QVERIFY2(engines[0] != engines[1], qPrintable(engines[0]));
    }
    void aFolderThatIsMovedAwayIsSurvived()
    {
        auto options = WindowWorld::hurried();
        options.demo.factor = 2;
        WindowWorld w(options);
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        w.action("file.start_demo")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(w.window->board() != nullptr && !w.workspace.demo().preparing &&
                                     w.workspace.demo().running && w.window->board()->orders > 65,
                                 60'000);
        const QString folder = w.workspace.folder();
        QVERIFY(QDir().rename(folder, folder + QStringLiteral("-away")));
        const auto orders = w.window->board()->orders;
        // Either it goes on with the files it has open, or it says that it has stopped; never silence.
        QTRY_VERIFY_WITH_TIMEOUT(
            w.window->board()->orders > orders + 10 || w.child<QWidget>("linkbanner")->isVisible(), 30'000);
        for (const char* screen : {"go.exceptions", "go.orders", "go.launch"})
            w.action(screen)->trigger();
        QVERIFY(w.window->isVisible());
        QVERIFY(!w.label("status.link").isEmpty());
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::FoldersInWords)
#include "tst_folders.moc"
