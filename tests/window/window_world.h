// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/local_workspace.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QTemporaryDir>
#include <QtTest/QTest>

namespace holdpoint::ui {

/// The program but for its `main`: the real window, settings in a scratch folder, the embedded engine.
struct WindowWorld {
    explicit WindowWorld(console::LocalWorkspace::Options options = hurried())
        : workspace(settings, at(std::move(options), scratch.path()))
    {
        theme.apply();
        window = std::make_unique<MainWindow>(MainWindow::World{theme, settings, workspace, format, {}});
        window->QWidget::show();
        window->activateWindow();
    }

    /// A demo launch of 160 seconds in ten, on vendors that answer at once.
    static console::LocalWorkspace::Options hurried()
    {
        console::LocalWorkspace::Options options;
        options.version = QStringLiteral("1");
        options.demo.history = 60;
        options.demo.duration = std::chrono::seconds{160};
        options.demo.factor = 16;
        options.latency = Milliseconds{2};
        options.fulfilAfter = Milliseconds{20};
        return options;
    }
    static console::LocalWorkspace::Options at(console::LocalWorkspace::Options options,
                                               const QString& folder)
    {
        options.demoFolders = folder;
        return options;
    }
    template <typename T>
    [[nodiscard]] T* child(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] QString label(const char* name) const
    {
        const auto* found = child<QLabel>(name);
        return found == nullptr ? QString() : found->text();
    }
    [[nodiscard]] QAction* action(const char* id) const
    {
        return window->context().commands.action(QLatin1String(id));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : window.get(), key, modifiers);
    }
    void type(const QString& text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    [[nodiscard]] bool isOpen() const { return workspace.state() == Workspace::State::Open; }

    QTemporaryDir scratch;
    Theme theme;
    Settings settings{scratch.filePath(QStringLiteral("settings.ini"))};
    Format format;
    console::LocalWorkspace workspace;
    std::unique_ptr<MainWindow> window;
};

}  // namespace holdpoint::ui
