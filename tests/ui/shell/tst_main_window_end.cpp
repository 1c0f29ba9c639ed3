// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/screen_rig.h"
#include "ui/shell/main_window.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::ui;

namespace {

/// Open from the start.
class OpenWorkspace final : public Workspace {
    Q_OBJECT

public:
    [[nodiscard]] State state() const override { return State::Open; }
    [[nodiscard]] QString folder() const override { return {}; }
    [[nodiscard]] bool isDemo() const override { return false; }
    [[nodiscard]] Error error() const override { return {}; }
    [[nodiscard]] std::shared_ptr<session::Session> newSession(session::Executor executor) override
    {
        session = std::make_shared<FakeSession>(std::move(executor));
        return session;
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

    std::shared_ptr<FakeSession> session;
};

}  // namespace

class MainWindowEndTest : public QObject {
    Q_OBJECT

private slots:
    // Its parts hear that the session has gone, and look at what they were given once more.
    void itEndsWhileItsFolderIsOpen()
    {
        ScreenRig rig;
        OpenWorkspace workspace;
        std::weak_ptr<session::Session> session;
        int heard = 0;
        {
            MainWindow window({rig.theme, rig.settings, workspace, rig.format});
            window.QWidget::show();
            session = workspace.session;
            QVERIFY(window.context().client.isAttached());
            connect(&window.context().client, &Client::detached, this, [&] {
                ++heard;
                QCOMPARE(window.boardWatch().age(), Milliseconds{0});
            });
        }
        QCOMPARE(heard, 1);
        workspace.session.reset();
        QVERIFY(session.expired());
    }
};

QTEST_MAIN(MainWindowEndTest)
#include "tst_main_window_end.moc"
