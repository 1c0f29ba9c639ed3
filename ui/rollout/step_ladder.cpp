// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/step_ladder.h"

#include "ui/common/theme.h"
#include "ui/text/format.h"
#include "ui/text/rollout_words.h"

#include <QEvent>
#include <QPainter>

namespace holdpoint::ui::rollout {
namespace {

constexpr int Line = 24;

}  // namespace

StepLadder::StepLadder(const Theme& theme, const Format& format, QWidget* parent)
    : QWidget(parent), theme_(theme), format_(format)
{
    setObjectName(QStringLiteral("stepLadder"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StepLadder::setBoard(const session::RolloutBoard& board)
{
    steps_ = board.steps;
    current_ = board.step;
    describe();
}

void StepLadder::describe()
{
    setAccessibleName(tr("Steps: %1").arg(lines().join(QStringLiteral("; "))));
    updateGeometry();
    update();
}

QString StepLadder::whenOf(const session::StepRow& step) const
{
    if (step.begun == Never)
        return tr("not begun");
    const QString by = step.by.empty() ? tr("the engine") : outside(step.by, 40);
    return tr("%1 by %2").arg(format_.clock(step.begun), by);
}

QStringList StepLadder::lines() const
{
    QStringList all;
    for (const session::StepRow& step : steps_)
        all << QStringLiteral("%1 %2, %3")
                   .arg(shareText(format_, step.weightBp), word(step.phase), whenOf(step));
    return all;
}

QSize StepLadder::sizeHint() const
{
    return {theme_.px(260), theme_.px(Line) * std::max(static_cast<int>(steps_.size()), 1)};
}

void StepLadder::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int height = theme_.px(Line), dot = theme_.px(4), x = theme_.px(6);
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        const session::StepRow& step = steps_[i];
        const int top = static_cast<int>(i) * height, middle = top + height / 2;
        painter.setPen(t.line);
        if (i + 1 < steps_.size())
            painter.drawLine(x, middle, x, middle + height);
        const bool now = step.number == current_;
        const bool begun = step.begun != Never;
        painter.setPen(QPen(now ? t.accent : t.inkLow, 1.5));
        painter.setBrush(now ? t.accent : begun ? t.inkLow : t.content);
        painter.drawEllipse(QPoint(x, middle), dot, dot);
        const auto write = [&](int left, int width, const QString& text, const QColor& ink) {
            const QRect box(theme_.px(left), top, width, height);
            painter.setPen(ink);
            painter.drawText(box, int(Qt::AlignLeft) | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
        };
        painter.setFont(theme_.font(now ? TextRole::Section : TextRole::Body));
        write(20, theme_.px(52), shareText(format_, step.weightBp), begun ? t.inkHigh : t.inkMid);
        write(74, theme_.px(86), word(step.phase), begun ? t.inkHigh : t.inkMid);
        painter.setFont(theme_.font(TextRole::TableCompact));
        write(162, width() - theme_.px(162), whenOf(step), t.inkLow);
    }
}

void StepLadder::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

}  // namespace holdpoint::ui::rollout
