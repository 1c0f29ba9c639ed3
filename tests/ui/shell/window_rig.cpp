// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_rig.h"

#include "ui/common/hold_button.h"

#include <QApplication>
#include <QStackedWidget>

namespace holdpoint::ui {

WindowRig::WindowRig(QString settingsFile)
    : settings(settingsFile.isEmpty() ? folder.filePath(QStringLiteral("settings.ini")) : settingsFile)
{
    theme.apply();
    window = std::make_unique<MainWindow>(MainWindow::World{
        theme, settings, workspace, format, {[this] { return monotonicMs; }, [this] { return wall; }}});
}

void WindowRig::show(bool open)
{
    window->QWidget::show();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    if (!open)
        return;
    workspace.enter(Workspace::State::Open);
    if (workspace.showsLists)
        QTRY_VERIFY(window->board() != nullptr);
}

void WindowRig::grow(std::int64_t ms)
{
    monotonicMs += ms;
    wall = wall + Milliseconds{ms};
    emit window->context().client.tick();
}

void WindowRig::link(session::LinkState::State state, std::string detail)
{
    session().linkState.state = state;
    session().linkState.detail = std::move(detail);
    emit window->context().client.linkChanged();
    emit window->context().client.tick();
}

void WindowRig::key(int key, Qt::KeyboardModifiers modifiers) const
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : window.get(), static_cast<Qt::Key>(key), modifiers);
}

QString WindowRig::label(const char* name) const
{
    const auto* found = child<QLabel>(name);
    return found == nullptr ? QString() : found->text();
}

HoldButton* WindowRig::pause() const { return child<HoldButton>("pause"); }

std::ptrdiff_t WindowRig::submitted(std::string_view what) const
{
    return std::count_if(session().submitted.begin(), session().submitted.end(),
                         [&](const auto& s) { return s.command.what == what; });
}

QString WindowRig::page() const { return child<QStackedWidget>("pages")->currentWidget()->objectName(); }

}  // namespace holdpoint::ui
