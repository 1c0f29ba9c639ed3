// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/hatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

namespace holdpoint::ui {

void paintHatch(QPainter& painter, const QRect& rect, const Tokens& tokens)
{
    QColor ink = tokens.inkLow;
    ink.setAlpha(70);
    painter.save();
    painter.setClipRect(rect);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1));
    constexpr int Step = 8;
    // The same lines wherever the rectangle begins, so that neighbours join.
    const int first = (rect.left() + rect.top()) / Step * Step;
    for (int x = first; x < rect.right() + rect.bottom() + Step; x += Step)
        painter.drawLine(x - rect.top(), rect.top(), x - rect.bottom() - 1, rect.bottom() + 1);
    painter.restore();
}

DataAge DataAge::of(const Watch& watch, const Client& client)
{
    DataAge age{watch.freshness(), watch.asOf().at, watch.age(), Never};
    if (age.asOf == Instant{})
        age.asOf = Never;
    if (age.freshness == Freshness::Disconnected && age.asOf != Never)
        age.lost = client.time().wall() - age.age;
    return age;
}

QString ageWords(const Format& format, const DataAge& age)
{
    switch (age.freshness) {
    case Freshness::NoData:
    case Freshness::Live: return {};
    case Freshness::Ageing: return format.ago(age.age);
    case Freshness::Stale:
        return StaleOverlay::tr("as of %1 (%2 s)").arg(format.clock(age.asOf)).arg(age.age.count() / 1'000);
    case Freshness::Disconnected:
        if (age.asOf == Never)
            return StaleOverlay::tr("Not connected");
        return StaleOverlay::tr("Not connected since %1 — showing %2")
            .arg(format.clock(age.lost), format.clock(age.asOf));
    }
    return {};
}

StaleOverlay::StaleOverlay(const Theme& theme, const Format& format, QWidget* over)
    : QWidget(over), theme_(theme), format_(format)
{
    setObjectName(QStringLiteral("staleOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    over->installEventFilter(this);
    resize(over->size());
    hide();
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void StaleOverlay::set(const DataAge& age)
{
    const bool old = age.freshness == Freshness::Stale || age.freshness == Freshness::Disconnected;
    words_ = old ? ageWords(format_, age) : QString();
    setAccessibleName(words_);
    setVisible(old);
    if (old) {
        raise();
        update();
    }
}

bool StaleOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        resize(parentWidget()->size());
    return QWidget::eventFilter(watched, event);
}

void StaleOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintHatch(painter, rect(), theme_.tokens());
    painter.setFont(theme_.font(TextRole::TableCompact));
    const int pad = theme_.px(6);
    constexpr int Flags = Qt::AlignCenter | Qt::TextWordWrap;
    const QRect most = rect().adjusted(2 * pad, 0, -2 * pad, 0);
    QRect box =
        painter.fontMetrics().boundingRect(most, Flags, words_).adjusted(-pad, -pad / 2, pad, pad / 2);
    box.moveBottomRight({width() - pad, height() - pad});  // the title and the value stay free
    painter.setPen(theme_.tokens().line);
    painter.setBrush(theme_.tokens().raised);
    painter.drawRect(box);
    painter.setPen(theme_.tokens().inkHigh);
    painter.drawText(box, Flags, words_);
}

}  // namespace holdpoint::ui
