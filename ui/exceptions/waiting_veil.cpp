// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/waiting_veil.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>

namespace holdpoint::ui::exceptions {

WaitingVeil::WaitingVeil(const Theme& theme, QWidget* over)
    : QWidget(over), theme_(theme), cancel_(new QPushButton(over))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    cancel_->setObjectName(QStringLiteral("cancelLoading"));
    cancel_->hide();
    hide();
    over->installEventFilter(this);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &WaitingVeil::advance);
    connect(cancel_, &QPushButton::clicked, this, &WaitingVeil::cancelled);
}

void WaitingVeil::start(const QString& what)
{
    what_ = what;
    if (waiting_)
        return;
    waiting_ = true;
    step_ = 0;
    timer_.start(DimMs);
}

void WaitingVeil::stop()
{
    waiting_ = false;
    step_ = 0;
    timer_.stop();
    hide();
    cancel_->hide();
}

void WaitingVeil::advance()
{
    ++step_;
    if (step_ == 1)
        timer_.start(LineMs - DimMs);
    else if (step_ == 2)
        timer_.start(WordsMs - LineMs);
    else
        cancel_->show();
    place();
    show();
    raise();
    cancel_->raise();
    update();
}

void WaitingVeil::place()
{
    setGeometry(parentWidget()->rect());
    cancel_->setText(tr("Cancel"));
    cancel_->adjustSize();
    cancel_->move((width() - cancel_->width()) / 2, height() / 2 + theme_.px(12));
}

void WaitingVeil::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor dim = theme_.tokens().content;
    dim.setAlphaF(0.3F);
    painter.fillRect(rect(), dim);
    if (step_ >= 2)
        painter.fillRect(QRect(0, 0, step_ == 2 ? width() / 3 : 2 * width() / 3, 2), theme_.tokens().accent);
    if (step_ < 3)
        return;
    painter.setPen(theme_.tokens().inkHigh);
    painter.setFont(theme_.font(TextRole::Body));
    painter.drawText(QRect(0, height() / 2 - theme_.px(24), width(), theme_.px(24)), Qt::AlignCenter, what_);
}

bool WaitingVeil::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::Resize && waiting_)
        place();
    return false;
}

}  // namespace holdpoint::ui::exceptions
