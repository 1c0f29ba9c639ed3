// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/empty_state.h"

#include "core/base/check.h"
#include "ui/common/command_button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

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
    auto* column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addWidget(title_, 0, Qt::AlignHCenter);
    column->addWidget(sentence_, 0, Qt::AlignHCenter);
    column->addSpacing(theme.px(8));
    column->addLayout(buttons_);
    column->addStretch(2);
    buttons_->setAlignment(Qt::AlignHCenter);
}

// A wrapped text in a column gets the height of some other width: it is given its own.
void EmptyState::fit()
{
    const int width = std::clamp(this->width() - theme_.px(24), 1, theme_.px(520));
    sentence_->setFixedSize(width, std::max(0, sentence_->heightForWidth(width)));
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool EmptyState::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        fit();
    return done;
}

void EmptyState::set(const QString& title, const QString& sentence, const QList<QLatin1String>& commandIds)
{
    HP_CHECK(commandIds.size() <= 3);
    title_->setText(title);
    sentence_->setText(sentence);
    fit();
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    QList<QLatin1String> known;
    for (const QLatin1String id : commandIds)
        if (commands_.find(id) != nullptr)
            known << id;
    if (known == ids_)
        return;
    ids_ = known;
    while (QLayoutItem* item = buttons_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QLatin1String id : known) {
        auto* button = new CommandButton(theme_, commands_, id, this);
        button->setPreferred(id == known.first());
        buttons_->addWidget(button);
    }
}

}  // namespace holdpoint::ui
