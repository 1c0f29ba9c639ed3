// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/commands.h"

#include "core/base/check.h"

#include <QCoreApplication>

namespace holdpoint::ui {
namespace {

bool share(CommandScope a, CommandScope b)
{
    const auto inList = [](CommandScope s) {
        return s == CommandScope::List || s == CommandScope::Exceptions || s == CommandScope::Orders;
    };
    return a == b || a == CommandScope::Window || b == CommandScope::Window ||
           (inList(a) && b == CommandScope::List) || (inList(b) && a == CommandScope::List);
}

}  // namespace

QString CommandRegistry::Command::text() const { return QCoreApplication::translate("commands", spec.text); }

QAction* CommandRegistry::add(CommandSpec spec)
{
    HP_CHECK(find(QLatin1String(spec.id)) == nullptr);
    for (const auto& other : commands_)
        for (const QKeySequence& key : spec.keys)
            HP_CHECK(!share(other->spec.scope, spec.scope) || !other->spec.keys.contains(key));
    auto command = std::make_unique<Command>();
    command->spec = std::move(spec);
    const CommandSpec& s = command->spec;
    auto* action = new QAction(command->text(), this);
    action->setObjectName(QLatin1String(s.id));
    if (!s.held)
        action->setShortcuts(s.keys);
    action->setShortcutContext(s.scope == CommandScope::Window ? Qt::WindowShortcut
                                                               : Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(s.kind == CommandClass::View);
    command->action = action;
    connect(action, &QAction::triggered, this, [this, raw = command.get()] {
        if (!raw->obstacle().isEmpty())  // it has grown since it was looked at
            return refresh();
        if (raw->spec.run)
            raw->spec.run();
        emit ran(raw->action->objectName());
    });
    commands_.push_back(std::move(command));
    return action;
}

const CommandRegistry::Command* CommandRegistry::find(QLatin1String id) const
{
    for (const auto& command : commands_)
        if (id == QLatin1String(command->spec.id))
            return command.get();
    return nullptr;
}

QAction* CommandRegistry::action(QLatin1String id) const
{
    const Command* command = find(id);
    return command == nullptr ? nullptr : command->action;
}

QList<QAction*> CommandRegistry::actionsOf(CommandScope scope) const
{
    QList<QAction*> actions;
    for (const auto& command : commands_)
        if (command->spec.scope == scope)
            actions.push_back(command->action);
    return actions;
}

void CommandRegistry::refresh()
{
    for (const auto& command : commands_) {
        const QString obstacle = command->obstacle();
        command->action->setEnabled(obstacle.isEmpty());
        command->action->setStatusTip(obstacle);
    }
    emit refreshed();
}

void CommandRegistry::retranslate()
{
    for (const auto& command : commands_)
        command->action->setText(command->text());
    refresh();
}

}  // namespace holdpoint::ui
