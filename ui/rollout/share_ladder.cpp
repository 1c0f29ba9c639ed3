// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/share_ladder.h"

#include "ui/common/theme.h"
#include "ui/text/format.h"
#include "ui/text/rollout_words.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <set>

namespace holdpoint::ui::rollout {

ShareLadder::ShareLadder(const Theme& theme, const Format& format, QWidget* parent)
    : QWidget(parent), theme_(theme), format_(format)
{
    setObjectName(QStringLiteral("shareLadder"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ShareLadder::setBoard(const session::RolloutBoard& board)
{
    std::set<int> shares{0};
    current_ = 0;
    for (const session::StepRow& step : board.steps) {
        shares.insert(step.weightBp);
        if (step.number == board.step && board.live)
            current_ = step.weightBp;
    }
    shares_.assign(shares.begin(), shares.end());
    QStringList all;
    for (const int share : shares_)
        all << textOf(share);
    setAccessibleName(tr("Share of orders in slice: %1").arg(textOf(current_)));
    setAccessibleDescription(tr("The plan goes through %1").arg(all.join(QStringLiteral(", "))));
    setVisible(shares_.size() > 1);
    updateGeometry();
    update();
}

QString ShareLadder::textOf(int share) const
{
    return share == 0 ? QStringLiteral("0") : shareText(format_, share);
}

int ShareLadder::widthOf(int share) const
{
    return QFontMetrics(theme_.font(TextRole::Section)).horizontalAdvance(textOf(share)) + theme_.px(30);
}

QSize ShareLadder::sizeHint() const
{
    int width = 2;
    for (const int share : shares_)
        width += widthOf(share);
    return {width, theme_.px(30)};
}

void ShareLadder::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.save();
    painter.setClipPath(frame);
    int left = 1;
    for (const int share : shares_) {
        const QRect box(left, 0, widthOf(share), height());
        const bool now = share == current_;
        if (now)
            painter.fillRect(box, t.accentFill);
        painter.setPen(now ? t.accent : t.inkMid);
        painter.setFont(theme_.font(now ? TextRole::Section : TextRole::Body));
        painter.drawText(box, Qt::AlignCenter, textOf(share));
        left += box.width();
        if (share != shares_.back())
            painter.fillRect(left - 1, 0, 1, height(), t.line);
    }
    painter.restore();
    painter.setPen(t.line);
    painter.drawPath(frame);
}

void ShareLadder::mousePressEvent(QMouseEvent* event)
{
    int left = 1;
    for (const int share : shares_) {
        left += widthOf(share);
        if (event->position().x() < left) {
            if (share != current_)
                emit chosen(share);
            return;
        }
    }
}

}  // namespace holdpoint::ui::rollout
