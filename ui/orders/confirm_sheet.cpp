// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/confirm_sheet.h"

#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace holdpoint::ui {

ConfirmSheet::ConfirmSheet(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      title_(plainLabel(theme, {}, TextRole::Section)),
      detail_(plainLabel(theme, {}, TextRole::Body, Ink::Mid)),
      phrase_(new QLineEdit),
      hint_(plainLabel(theme, {}, TextRole::TableCompact, Ink::Low)),
      act_(new QPushButton),
      keep_(new QPushButton)
{
    setObjectName(QStringLiteral("confirmSheet"));
    setProperty("panel", true);
    act_->setObjectName(QStringLiteral("confirmAct"));
    keep_->setObjectName(QStringLiteral("confirmKeep"));
    phrase_->setObjectName(QStringLiteral("confirmPhrase"));
    detail_->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(phrase_, 1);
    row->addWidget(hint_, 1);
    row->addStretch(1);
    row->addWidget(act_);
    row->addWidget(keep_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(title_);
    column->addWidget(detail_);
    column->addLayout(row);
    connect(act_, &QPushButton::clicked, this, &ConfirmSheet::act);
    connect(keep_, &QPushButton::clicked, this, &QWidget::hide);
    connect(phrase_, &QLineEdit::textChanged, this, &ConfirmSheet::refresh);
    hide();
}

void ConfirmSheet::ask(Question question)
{
    question_ = std::move(question);
    title_->setText(question_.title);
    detail_->setText(question_.detail);
    act_->setText(question_.act);
    keep_->setText(question_.keep);
    phrase_->clear();
    phrase_->setVisible(!question_.phrase.isEmpty());
    phrase_->setPlaceholderText(question_.phrase);
    phrase_->setAccessibleName(tr("Type “%1”").arg(question_.phrase));
    setAccessibleName(question_.title);
    setAccessibleDescription(question_.detail);
    refresh();
    show();
    if (question_.phrase.isEmpty())
        act_->setFocus(Qt::OtherFocusReason);
    else
        phrase_->setFocus(Qt::OtherFocusReason);
}

void ConfirmSheet::withdraw() { hide(); }

void ConfirmSheet::refresh()
{
    const bool typed = phrase_->text().trimmed().compare(question_.phrase, Qt::CaseInsensitive) == 0;
    act_->setEnabled(typed);
    hint_->setText(question_.phrase.isEmpty() ? QString()
                   : typed                    ? tr("Enter does it")
                                              : tr("Type “%1”").arg(question_.phrase));
}

void ConfirmSheet::act()
{
    if (!act_->isEnabled() || !isVisible())
        return;
    hide();
    if (question_.run)
        question_.run();
}

void ConfirmSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return hide();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return keep_->hasFocus() ? hide() : act();
    QFrame::keyPressEvent(event);
}

}  // namespace holdpoint::ui
