// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch/metric_card.h"

#include "ui/common/chip.h"
#include "ui/common/sparkline.h"
#include "ui/common/tooltip.h"
#include "ui/text/format.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace holdpoint::ui {
namespace {

using session::LaunchMetric;

/// "1.84 s" as two parts; of "2 m 05 s" the number is all of it.
ValueText split(const QString& text)
{
    const auto space = text.lastIndexOf(QLatin1Char(' '));
    if (space < 0 || text.count(QLatin1Char(' ')) > 1)
        return {text, {}};
    return {text.left(space), text.mid(space + 1)};
}

ValueText ofValue(const Format& format, LaunchMetric metric, double value)
{
    switch (metric) {
    case LaunchMetric::OrchestrationLatency: return split(format.duration(Milliseconds{std::llround(value)}));
    case LaunchMetric::QueueBacklog:
        return {format.shortCount(std::llround(value)), MetricCardButton::tr("orders")};
    case LaunchMetric::Acceptance:
    case LaunchMetric::DownstreamErrors:
    case LaunchMetric::InventoryMismatch: break;
    }
    return {format.percentNumber(value), QStringLiteral("%")};
}

}  // namespace

ValueText valueText(const Format& format, LaunchMetric metric, std::optional<double> value)
{
    return value ? ofValue(format, metric, *value) : ValueText{MetricCardButton::tr("no data"), {}};
}

QString limitText(const Format& format, const session::MetricCard& card)
{
    if (card.limit <= 0)
        return {};
    const ValueText limit = ofValue(format, card.metric, card.limit);
    QString text = limit.number;
    if (card.metric == LaunchMetric::OrchestrationLatency)
        text += QLatin1Char(' ') + limit.unit;
    return (card.atLeast ? MetricCardButton::tr("limit ≥ %1") : MetricCardButton::tr("limit ≤ %1")).arg(text);
}

QString drillFilter(LaunchMetric metric)
{
    switch (metric) {
    case LaunchMetric::Acceptance: return QStringLiteral("is:open stage:intake");
    case LaunchMetric::OrchestrationLatency: return QStringLiteral("is:open cat:delayed_confirmation");
    case LaunchMetric::DownstreamErrors:
        return QStringLiteral("is:open class:transport,validation,unclassified");
    case LaunchMetric::InventoryMismatch: return QStringLiteral("is:open cat:mismatched_inventory");
    case LaunchMetric::QueueBacklog: return QStringLiteral("is:open");
    }
    return {};
}

MetricCardButton::MetricCardButton(const Theme& theme, const Format& format, QWidget* parent)
    : CardButton(theme, parent), format_(format), trend_(new Sparkline(theme, this))
{
    trend_->setAttribute(Qt::WA_TransparentForMouseEvents);
    trend_->setFocusPolicy(Qt::NoFocus);
    describe();
}

void MetricCardButton::setCard(const session::MetricCard& card, Instant now)
{
    card_ = card;
    now_ = now;
    trend_->setValues(card.trend);
    trend_->setLimit(hasLimit() ? std::optional(card.limit) : std::nullopt, card.atLeast);
    describe();
    update();
}

void MetricCardButton::setNow(Instant now)
{
    now_ = now;
    update();
}

void MetricCardButton::setStale(bool stale)
{
    trend_->setStale(stale);
    CardButton::setStale(stale);
}

ValueText MetricCardButton::shown() const { return valueText(format_, card_.metric, card_.value); }

QString MetricCardButton::sampleText() const
{
    if (!hasLimit() && card_.n == 0)
        return tr("n %1").arg(Format::none());
    if (card_.window.count() == 0)
        return tr("n %1").arg(format_.count(card_.n));
    constexpr std::int64_t Minute = 60'000;
    const QString window = card_.window.count() % Minute == 0
                               ? tr("%1 min").arg(card_.window.count() / Minute)
                               : format_.duration(card_.window);
    return tr("n %1 · %2").arg(format_.count(card_.n), window);
}

// The figure and the curve speak of different spans: a curve that ends over the limit and a figure within it both hold.
QString MetricCardButton::spanText() const
{
    const QString number =
        card_.alarmLimit ? ofValue(format_, card_.metric, *card_.alarmLimit).number : QString();
    const QString alarm = number.isEmpty() ? QString()
                          : card_.atLeast  ? tr("alarm < %1").arg(number)
                                           : tr("alarm > %1").arg(number);
    const QString curve = tr("curve: each minute");
    return alarm.isEmpty() ? curve : curve + QStringLiteral(" · ") + alarm;
}

QString MetricCardButton::ageText() const
{
    return card_.asOf == Never
               ? tr("nothing counted yet")
               : tr("newest %1").arg(format_.ago(std::max(now_ - card_.asOf, Milliseconds{0})));
}

void MetricCardButton::describe()
{
    setText(word(card_.metric));
    const ValueText value = shown();
    setAccessibleName(tr("%1: %2 %3, %4, %5")
                          .arg(word(card_.metric), value.number, value.unit,
                               word(card_.verdict, card_.reason), limitText(format_, card_)));
    trend_->setCaptions(tr("30 min ago"), tr("now"));
    setPlainToolTip(this, definition(card_.metric) + QLatin1Char('\n') + sampleText() +
                              QStringLiteral(" · ") + limitText(format_, card_) + QLatin1Char('\n') +
                              spanText());
    setAccessibleDescription(definition(card_.metric) + QLatin1Char(' ') + sampleText() + QLatin1Char(' ') +
                             spanText());
}

void MetricCardButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    CardButton::changeEvent(event);
}

QSize MetricCardButton::sizeHint() const { return {theme().px(236), theme().px(176)}; }
QSize MetricCardButton::minimumSizeHint() const { return {theme().px(150), theme().px(176)}; }

void MetricCardButton::resizeEvent(QResizeEvent* event)
{
    placeTrend();
    CardButton::resizeEvent(event);
}

void MetricCardButton::placeTrend()
{
    const int pad = theme().px(12);
    const int top = pad + theme().px(62);
    const int bottom = pad + theme().px(32);
    trend_->setGeometry(pad, top, width() - 2 * pad, std::max(0, height() - top - bottom));
}

void MetricCardButton::paintContent(QPainter& painter, const QRect& in)
{
    const int title = theme().px(22);
    const int caption = theme().px(16);
    paintTitle(painter, {in.left(), in.top(), in.width(), title});
    paintValue(painter, {in.left(), in.top() + title + 2, in.width(), theme().px(36)});
    paintCaption(painter, {in.left(), in.bottom() - caption + 1, in.width(), caption});
    painter.drawText(QRect(in.left(), in.bottom() - 2 * caption + 3, in.width(), caption),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(spanText(), Qt::ElideRight, in.width()));
}

void MetricCardButton::paintTitle(QPainter& painter, const QRect& line) const
{
    const Tokens& t = theme().tokens();
    const bool few = card_.reason == session::InconclusiveReason::MinSample ||
                     card_.reason == session::InconclusiveReason::MinEvents;
    const bool waits = card_.verdict == session::GateVerdict::Inconclusive && few;
    const ChipKind kind = isAbnormal() ? ChipKind::Critical : waits ? ChipKind::Warning : ChipKind::Plain;
    const QString verdict = word(card_.verdict, card_.reason);
    QRect chip = line;
    chip.setLeft(std::max(line.left(), line.right() - chipSize(theme(), verdict).width() + 1));
    const int right = paintChip(painter, chip, theme(), verdict, kind).left();
    painter.setFont(theme().font(TextRole::Body));
    painter.setPen(t.inkMid);
    const int width = right - line.left() - theme().px(6);
    painter.drawText(QRect(line.left(), line.top(), width, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(word(card_.metric), Qt::ElideRight, width));
}

void MetricCardButton::paintValue(QPainter& painter, const QRect& line) const
{
    const Tokens& t = theme().tokens();
    const ValueText value = shown();
    painter.setFont(theme().font(card_.value ? TextRole::Metric : TextRole::Title));
    painter.setPen(isAbnormal() ? t.p1Ink : card_.value ? t.inkHigh : t.inkLow);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, value.number);
    int left = line.left() + painter.fontMetrics().horizontalAdvance(value.number) + theme().px(6);
    const int base = line.center().y() + painter.fontMetrics().ascent() / 2 - theme().px(2);
    painter.setFont(theme().font(TextRole::Body));
    painter.setPen(t.inkMid);
    painter.drawText(left, base, value.unit);
    left += painter.fontMetrics().horizontalAdvance(value.unit) + theme().px(6);
    if (card_.changePerMinute && std::abs(*card_.changePerMinute) >= 0.5) {
        const auto change = std::llround(*card_.changePerMinute);
        painter.setFont(theme().font(TextRole::Caption));
        painter.drawText(left, base,
                         change > 0 ? tr("▲ +%1/min").arg(format_.count(change))
                                    : tr("▼ −%1/min").arg(format_.count(-change)));
        left += painter.fontMetrics().horizontalAdvance(tr("▲ +%1/min").arg(format_.count(change)));
    }
    painter.setFont(theme().font(TextRole::TableCompact));
    painter.setPen(t.inkLow);
    const QString limit = limitText(format_, card_);
    const int width = painter.fontMetrics().horizontalAdvance(limit);
    if (line.right() - width > left)  // the value itself is never covered; the limit is in the tip as well
        painter.drawText(line.right() - width + 1, base, limit);
}

void MetricCardButton::paintCaption(QPainter& painter, const QRect& line) const
{
    painter.setFont(theme().font(TextRole::Caption));
    painter.setPen(theme().tokens().inkLow);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, sampleText());
    const int used = painter.fontMetrics().horizontalAdvance(sampleText()) + theme().px(8);
    painter.drawText(line.adjusted(used, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(ageText(), Qt::ElideRight, line.width() - used));
}

}  // namespace holdpoint::ui
