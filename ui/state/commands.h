// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace holdpoint::ui {

/// What a command can do, which decides how it is confirmed.
enum class CommandClass {
    View,  ///< opens, filters, shows
    Own,   ///< own and reversible: at once, with undo
    One,   ///< one order, reversible: a popover, then Enter
    Down,  ///< exposure goes down: hold 0.8 s, no dialog
    Up,    ///< exposure goes up: a sheet, the name typed
    Bulk,  ///< many: preview, above 100 the count typed
    Wide   ///< cannot be taken back
};
enum class CommandMenu { None, File, Edit, View, Go, Launch, Exception, Order, Window, Help };
/// Where its keys work. A key goes to the innermost scope in focus.
enum class CommandScope { Window, List, Exceptions, Orders, Launch, Rollout, Poll };

/// One command of the program. Menus, palette, key help and buttons are made from these and from nothing else.
struct CommandSpec {
    const char* id = "";    ///< `exceptions.retry`
    const char* text = "";  ///< QT_TRANSLATE_NOOP("commands", "…")
    CommandMenu menu = CommandMenu::None;
    CommandClass kind = CommandClass::View;
    CommandScope scope = CommandScope::Window;
    const char* engineCommand = "";  ///< what it submits; empty: nothing. Permission is asked by this name.
    QList<QKeySequence> keys = {};
    bool held = false;  ///< the keys are held down: whoever owns the hold button listens to them
    std::function<void()> run = {};
    /// Why it cannot be run now, and who can; empty: it can.
    std::function<QString()> obstacle = {};
};

/// All commands of one window. Owns their actions. GUI thread.
class CommandRegistry final : public QObject {
    Q_OBJECT

public:
    struct Command {
        CommandSpec spec;
        QAction* action = nullptr;
        [[nodiscard]] QString text() const;
        [[nodiscard]] QString obstacle() const { return spec.obstacle ? spec.obstacle() : QString(); }
    };

    using QObject::QObject;

    /// The id must be new, and no key may be taken in its scope or in the window's: both are our own bugs.
    QAction* add(CommandSpec spec);
    /// Null: there is none.
    [[nodiscard]] QAction* action(QLatin1String id) const;
    [[nodiscard]] const Command* find(QLatin1String id) const;
    [[nodiscard]] const std::vector<std::unique_ptr<Command>>& all() const noexcept { return commands_; }
    /// For `QWidget::addActions` of the widget whose focus is the scope.
    [[nodiscard]] QList<QAction*> actionsOf(CommandScope scope) const;

    /// Asks every command for its obstacle anew.
    void refresh();
    /// After a change of language.
    void retranslate();

signals:
    void ran(const QString& id);
    void refreshed();

private:
    std::vector<std::unique_ptr<Command>> commands_;
};

}  // namespace holdpoint::ui
