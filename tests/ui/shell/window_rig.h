// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/fake_workspace.h"
#include "ui/shell/main_window.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QtTest/QTest>

namespace holdpoint::ui {

class HoldButton;

/// The whole window on a session that the test plays, with clocks that stand still until the test moves them.
class WindowRig {
public:
    /// `settingsFile`: of an earlier window; empty: a new one.
    explicit WindowRig(QString settingsFile = {});

    /// Shows the window; `open`: on a folder with sample data, whose first board has come.
    void show(bool open = true);
    /// Nothing was heard for that long, and a second has struck.
    void grow(std::int64_t ms);
    /// The engine is gone, or there again.
    void link(session::LinkState::State state, std::string detail = {});
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    [[nodiscard]] QString label(const char* name) const;
    template <typename T>
    [[nodiscard]] T* child(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] FakeSession& session() const { return *workspace.session; }
    [[nodiscard]] CommandRegistry& commands() const { return window->context().commands; }
    [[nodiscard]] QAction* action(const char* id) const { return commands().action(QLatin1String(id)); }
    [[nodiscard]] HoldButton* pause() const;
    /// How often it was submitted.
    [[nodiscard]] std::ptrdiff_t submitted(std::string_view what) const;
    /// Name of the page that is shown.
    [[nodiscard]] QString page() const;

    std::int64_t monotonicMs = 1'000;
    Instant wall = sample::now();
    QTemporaryDir folder;
    Theme theme;
    Settings settings;
    Format format;
    FakeWorkspace workspace;
    std::unique_ptr<MainWindow> window;
};

}  // namespace holdpoint::ui
