// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/toast.h"

#include "ui/common/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

Toasts::Toasts(const Theme& theme, const Format& format, QWidget* over)
    : QWidget(over), theme_(theme), format_(format), column_(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("toasts"));
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(theme.px(8));
    over->installEventFilter(this);
    hide();
}

Toast* Toasts::add(const QString& message, std::function<void()> undo, bool stays)
{
    auto* toast = new Toast(*this, message, std::move(undo), stays);
    column_->addWidget(toast);
    toast->show();
    place();
    return toast;
}

bool Toasts::undoNewest()
{
    const auto toasts = shown();
    for (auto i = toasts.rbegin(); i != toasts.rend(); ++i)
        if ((*i)->canUndo()) {
            (*i)->undo();
            return true;
        }
    return false;
}

QList<Toast*> Toasts::shown() const
{
    QList<Toast*> toasts;
    for (int i = 0; i < column_->count(); ++i)
        if (auto* toast = qobject_cast<Toast*>(column_->itemAt(i)->widget()))
            toasts << toast;
    return toasts;
}

bool Toasts::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        place();
    return QWidget::eventFilter(watched, event);
}

bool Toasts::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        place();
    return done;
}

void Toasts::place()
{
    setVisible(column_->count() > 0);
    const int gap = theme_.px(16);
    column_->activate();
    resize(sizeHint().boundedTo(parentWidget()->size() - QSize(2 * gap, 2 * gap)));
    move(parentWidget()->width() - width() - gap, parentWidget()->height() - height() - gap);
    raise();
}

Toast::Toast(Toasts& owner, const QString& message, std::function<void()> undo, bool stays)
    : QFrame(&owner),
      owner_(owner),
      message_(plainLabel(owner.theme_, message)),
      line_(new ReceiptLine(owner.theme_, owner.format_)),
      undo_(std::move(undo)),
      stays_(stays)
{
    setProperty("panel", true);
    setAccessibleName(message);
    auto* row = new QHBoxLayout(this);
    auto* column = new QVBoxLayout;
    column->addWidget(message_);
    column->addWidget(line_);
    row->addLayout(column, 1);
    if (undo_) {
        auto* button = new QPushButton(tr("Undo"));
        button->setObjectName(QStringLiteral("undo"));
        connect(button, &QPushButton::clicked, this, &Toast::undo);
        row->addWidget(button);
    }
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("closeToast"));
    close->setAutoRaise(true);
    close->setIconSize({owner.theme_.px(16), owner.theme_.px(16)});
    close->setIcon(owner.theme_.icons().icon(QStringLiteral("close")));
    close->setAccessibleName(tr("Close message"));
    connect(close, &QToolButton::clicked, this, &Toast::dismiss);
    row->addWidget(close);
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer] { advance(timer->interval()); });
    timer->start(250);
}

QString Toast::message() const { return message_->text(); }

void Toast::undo()
{
    if (const auto undo = std::exchange(undo_, {}))
        undo();
    dismiss();
}

void Toast::receipt(const session::Receipt& receipt)
{
    if (!line_->isVisibleTo(this))
        line_->start({}, receipt.at);
    line_->add(receipt);
    stays_ = stays_ || !troubleOf(receipt).isEmpty();  // what went wrong is read, not missed
    owner_.place();
}

bool Toast::isHeld() const
{
    const QWidget* focus = focusWidget();
    return stays_ || underMouse() || (focus != nullptr && focus->hasFocus());
}

void Toast::advance(int ms)
{
    if (isHeld())
        return;
    leftMs_ -= ms;
    if (leftMs_ <= 0)
        dismiss();
}

void Toast::dismiss()
{
    owner_.column_->removeWidget(this);
    hide();
    deleteLater();
    owner_.place();
}

}  // namespace holdpoint::ui
