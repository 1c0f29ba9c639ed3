// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/empty_state.h"

#include "core/base/check.h"
#include "ui/common/command_button.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace holdpoint::ui {

EmptyState::EmptyState(const Theme& theme, CommandRegistry& commands, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      commands_(commands),
      title_(plainLabel(theme, {}, TextRole::Section)),
      sentence_(plainLabel(theme, {}, TextRole::Body, Ink::Mid)),
      buttons_(new QHBoxLayout)
{
    title_->setAlignment(Qt::AlignCenter);
    sentence_->setAlignment(Qt::AlignCenter);
    sentence_->setWordWrap(true);
    sentence_->setMinimumWidth(theme.px(320));
    sentence_->setMaximumWidth(theme.px(520));
    auto* column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addWidget(title_, 0, Qt::AlignHCenter);
    // Not aligned: a wrapped text that is gets too little height.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(sentence_, 4);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(theme.px(8));
    column->addLayout(buttons_);
    column->addStretch(2);
    buttons_->setAlignment(Qt::AlignHCenter);
}

void EmptyState::set(const QString& title, const QString& sentence, const QList<QLatin1String>& commandIds)
{
    HP_CHECK(commandIds.size() <= 3);
    title_->setText(title);
    sentence_->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    if (commandIds == ids_)
        return;
    ids_ = commandIds;
    while (QLayoutItem* item = buttons_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QLatin1String id : commandIds) {
        auto* button = new CommandButton(theme_, commands_, id, this);
        button->setPreferred(id == commandIds.first());
        buttons_->addWidget(button);
    }
}

}  // namespace holdpoint::ui
