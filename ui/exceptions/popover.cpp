// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/popover.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace holdpoint::ui::exceptions {

Popover::Popover(const Theme& theme, const QString& title, QWidget* anchor)
    : QFrame(anchor->window()), theme_(theme), anchor_(anchor), before_(QApplication::focusWidget())
{
    setObjectName(QStringLiteral("popover"));
    setProperty("panel", true);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    all->setSpacing(theme.px(8));
    all->addWidget(plainLabel(theme, title, TextRole::Section, Ink::High, this));
    lines_ = new QVBoxLayout;
    lines_->setSpacing(theme.px(6));
    all->addLayout(lines_);
    obstacle_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid, this);
    obstacle_->setObjectName(QStringLiteral("popoverObstacle"));
    obstacle_->setWordWrap(true);
    obstacle_->hide();
    all->addWidget(obstacle_);
    auto* buttons = new QHBoxLayout;
    confirm_ = new QPushButton(this);
    confirm_->setObjectName(QStringLiteral("popoverConfirm"));
    confirm_->setProperty("preferred", true);
    keep_ = new QPushButton(tr("Keep as it is"), this);
    keep_->setObjectName(QStringLiteral("popoverKeep"));
    buttons->addStretch();
    buttons->addWidget(keep_);
    buttons->addWidget(confirm_);
    all->addLayout(buttons);
    connect(confirm_, &QPushButton::clicked, this, &Popover::confirm);
    connect(keep_, &QPushButton::clicked, this, &Popover::dismiss);
    connect(anchor, &QObject::destroyed, this, &QObject::deleteLater);
}

QLabel* Popover::say(const QString& text, Ink ink)
{
    QLabel* label = plainLabel(theme_, text, TextRole::Body, ink, this);
    label->setWordWrap(true);
    lines_->addWidget(label);
    return label;
}

void Popover::add(QWidget* widget) { lines_->addWidget(widget); }

void Popover::setConfirm(const QString& outcome, std::function<void()> act)
{
    confirm_->setText(outcome);
    act_ = std::move(act);
}

void Popover::setObstacle(const QString& reason)
{
    confirm_->setEnabled(reason.isEmpty());
    obstacle_->setText(reason);
    obstacle_->setVisible(!reason.isEmpty());
    if (isVisible())
        place();
}

void Popover::open(QWidget* focus)
{
    for (Popover* other : window()->findChildren<Popover*>())
        if (other != this)
            other->dismiss();
    place();
    show();
    raise();
    QWidget* target = focus != nullptr ? focus : confirm_->isEnabled() ? confirm_ : keep_;
    target->setFocus(Qt::PopupFocusReason);
}

void Popover::place()
{
    const QWidget* home = parentWidget();
    const int margin = theme_.px(8);
    setFixedWidth(std::min(theme_.px(380), home->width() - 2 * margin));
    if (layout()->hasHeightForWidth())
        setFixedHeight(std::min(layout()->totalHeightForWidth(width()), home->height() - 2 * margin));
    else
        adjustSize();
    const QPoint below = anchor_->mapTo(home, QPoint(0, anchor_->height() + theme_.px(4)));
    move(std::clamp(below.x(), margin, std::max(margin, home->width() - width() - margin)),
         std::clamp(below.y(), margin, std::max(margin, home->height() - height() - margin)));
}

void Popover::dismiss()
{
    if (isHidden())
        return deleteLater();
    const bool inside = isAncestorOf(QApplication::focusWidget());
    hide();
    if (inside && before_)
        before_->setFocus(Qt::PopupFocusReason);
    emit closed();
    deleteLater();
}

void Popover::confirm()
{
    if (!confirm_->isEnabled() || isHidden())
        return;
    const auto act = std::move(act_);
    dismiss();
    if (act)
        act();
}

bool Popover::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    const bool done = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())  // what it says has another length
        place();
    return done;
}

void Popover::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()) == nullptr)
        return keep_->hasFocus() ? dismiss() : confirm();
    event->accept();  // nothing below hears what is typed here
}

}  // namespace holdpoint::ui::exceptions
