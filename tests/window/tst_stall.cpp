// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_workspace.h"
#include "ui/shell/main_window.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest/QTest>

#include <thread>

namespace holdpoint::ui {
namespace {

constexpr qint64 MostMs = 100;
constexpr std::chrono::milliseconds Blocked{1'500};

/// The longest time in which the thread did nothing else.
class LongestGap final : public QObject {
public:
    LongestGap()
    {
        since_.start();
        connect(&timer_, &QTimer::timeout, this, [this] { longest_ = std::max(longest_, since_.restart()); });
        timer_.start(5);
    }
    [[nodiscard]] qint64 ms() const { return std::max(longest_, since_.elapsed()); }

private:
    QElapsedTimer since_;
    QTimer timer_;
    qint64 longest_ = 0;
};

/// An engine whose thread is busy: what it says comes a second and a half late.
session::Executor slow(session::Executor executor, std::vector<std::jthread>& workers)
{
    return [executor = std::move(executor), &workers](std::function<void()> call) {
        workers.emplace_back([executor, call = std::move(call)]() mutable {
            std::this_thread::sleep_for(Blocked);
            executor(std::move(call));
        });
    };
}

class SlowWorkspace final : public Workspace {
public:
    [[nodiscard]] State state() const override { return State::Open; }
    [[nodiscard]] QString folder() const override { return QStringLiteral("scratch"); }
    [[nodiscard]] bool isDemo() const override { return false; }
    [[nodiscard]] Error error() const override { return {}; }
    [[nodiscard]] std::shared_ptr<session::Session> newSession(session::Executor executor) override
    {
        return data.newSession(slow(std::move(executor), workers));
    }
    void open(const QString&) override {}
    void startDemo() override {}
    [[nodiscard]] Demo demo() const override { return {}; }
    void setDemoPaused(bool) override {}
    void setDemoSpeed(int) override {}
    void makeWorse(const QString&, bool) override {}
    void stopDemo() override {}
    void backup(const QString&) override {}
    void restartEngine() override {}
    [[nodiscard]] DiskUse diskUse() const override { return {}; }

    FakeWorkspace data;
    std::vector<std::jthread> workers;
};

}  // namespace

/// A session that is slow to answer never keeps the window from painting.
class Stall : public QObject {
    Q_OBJECT

private slots:
    void aBlockedThreadIsNoticed()  // the control: the measure can fail
    {
        LongestGap gap;
        QTest::qWait(20);
        std::this_thread::sleep_for(std::chrono::milliseconds{2 * MostMs});
        QTest::qWait(20);
        QVERIFY(gap.ms() > MostMs);
    }
    void aSlowSessionBlocksNothing()
    {
        QTemporaryDir folder;
        Theme theme;
        theme.apply();
        Settings settings(folder.filePath(QStringLiteral("s.ini")));
        Format format;
        SlowWorkspace workspace;
        MainWindow window({theme, settings, workspace, format, {}});
        window.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (const char* screen : {"go.exceptions", "go.orders", "go.launch"}) {  // first paints are no waits
            window.context().commands.action(QLatin1String(screen))->trigger();
            QTest::qWait(0);
        }
        QTRY_VERIFY_WITH_TIMEOUT(window.board() != nullptr, 10'000);
        QElapsedTimer calls;
        calls.start();
        qint64 longestCall = 0;
        LongestGap gap;
        const auto timed = [&](auto&& call) {
            calls.restart();
            call();
            longestCall = std::max(longestCall, calls.elapsed());
        };
        timed([&] {
            window.context().navigator.go(
                {QStringLiteral("exceptions"), QStringLiteral("is:open vendor:x"), {}});
        });
        QTest::qWait(50);
        timed([&] {
            session::Command pause;
            pause.what = "stop_intake";
            window.context().client.submit(pause);
        });
        for (int i = 0; i < 5; ++i) {
            timed([&] { window.context().commands.action(QLatin1String("exceptions.next"))->trigger(); });
            QTest::qWait(20);
        }
        timed([&] {
            window.context().navigator.go({QStringLiteral("orders"), {}, sample::orderDetail().row.id});
        });
        QTest::qWait(1'000);
        // Half of what a wait would take: a busy machine does not fail it, a wait always does.
        QVERIFY2(longestCall < Blocked.count() / 2, qPrintable(QString::number(longestCall)));
        QVERIFY2(gap.ms() < Blocked.count() / 2, qPrintable(QString::number(gap.ms())));
        qInfo("longest gap %lld ms, longest call %lld ms", static_cast<long long>(gap.ms()),
              static_cast<long long>(longestCall));
        workspace.workers.clear();  // an executor is called while its window lives
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::Stall)
#include "tst_stall.moc"
