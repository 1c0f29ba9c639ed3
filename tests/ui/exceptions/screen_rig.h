// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/fake_session.h"
#include "tests/ui/support/samples.h"
#include "ui/exceptions/exceptions_screen.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace holdpoint::ui::exceptions {

/// A folder is open; nothing else of the program is there.
class OpenWorkspace final : public Workspace {
public:
    [[nodiscard]] State state() const override { return State::Open; }
    [[nodiscard]] QString folder() const override { return QStringLiteral("scratch"); }
    [[nodiscard]] bool isDemo() const override { return false; }
    [[nodiscard]] Error error() const override { return {}; }
    [[nodiscard]] std::shared_ptr<session::Session> newSession(session::Executor) override { return {}; }
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
};

/// The screen on a session that the test plays. Its data: `items` and `groups` are what a watch gets, `detailOf` answers for
/// each item.
class ScreenRig {
public:
    ScreenRig();
    ~ScreenRig();

    /// Shows it at that filter and waits until the first rows are there.
    void open(const QString& filter = QStringLiteral("is:open sort:sla"), bool grouped = false);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] QString label(const char* name) const;
    template <typename T>
    [[nodiscard]] T* child(const char* name) const
    {
        return screen->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] const session::Command& lastCommand() const { return fake->submitted.back().command; }
    /// Shown at the first row.
    [[nodiscard]] EntityId current() const;

    std::vector<session::ExceptionRow> items = sample::exceptions();
    std::vector<session::GroupRow> groups = sample::groups();
    std::function<session::ExceptionDetail(EntityId)> detailOf;
    bool answers = true;  ///< details are answered at once
    session::Answer contrast = sample::contrast();

    QTemporaryDir folder;
    std::int64_t nowMs = 1;
    Theme theme;
    CommandRegistry commands;
    Navigator navigator;
    Settings settings;
    OpenWorkspace workspace;
    Format format;
    Client client;
    Context context;
    std::shared_ptr<FakeSession> fake;
    std::unique_ptr<ExceptionsScreen> screen;
    session::ResultId lastResult = 0;
};

}  // namespace holdpoint::ui::exceptions
