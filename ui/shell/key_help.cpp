// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_help.h"

#include "ui/common/labels.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdpoint::ui {
namespace {

QString keysOf(const CommandSpec& spec)
{
    QStringList keys;
    for (const QKeySequence& key : spec.keys)
        keys << key.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral("  "));
}

}  // namespace

KeyHelp::KeyHelp(const Context& context, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("keyhelp"));
    setWindowTitle(tr("Keys"));
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(24);
    int row = 0;
    const std::pair<CommandScope, QString> scopes[] = {
        {CommandScope::Window, tr("Everywhere")}, {CommandScope::Launch, tr("Launch")},
        {CommandScope::List, tr("In any list")},  {CommandScope::Exceptions, tr("Exceptions")},
        {CommandScope::Orders, tr("Orders")},     {CommandScope::Rollout, tr("Rollouts")},
        {CommandScope::Poll, tr("Go/no-go poll")}};
    for (const auto& [scope, title] : scopes) {
        bool first = true;
        for (const auto& command : context.commands.all()) {
            if (command->spec.scope != scope || command->spec.keys.isEmpty())
                continue;
            if (first)
                grid->addWidget(plainLabel(context.theme, title, TextRole::Section, Ink::High, page), row++,
                                0, 1, 2);
            first = false;
            QString text = command->text();
            if (command->spec.held)
                text += tr(" (hold)");
            grid->addWidget(plainLabel(context.theme, keysOf(command->spec), TextRole::Mono, Ink::Mid, page),
                            row, 0);
            grid->addWidget(plainLabel(context.theme, text, TextRole::Body, Ink::High, page), row++, 1);
        }
    }
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(windowTitle());
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    resize(context.theme.px(560), context.theme.px(640));
}

}  // namespace holdpoint::ui
