// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sparkline.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace holdpoint::ui {

/// Where a value of a minute is on the widget.
struct Sparkline::Scale {
    QRectF area;
    double low = 0;
    double high = 1;
    std::size_t count = 0;

    [[nodiscard]] QPointF at(std::size_t i, double value) const
    {
        const double across = count < 2 ? 1 : static_cast<double>(i) / static_cast<double>(count - 1);
        return {area.left() + across * area.width(), y(value)};
    }
    [[nodiscard]] double y(double value) const
    {
        return area.bottom() - (value - low) / (high - low) * area.height();
    }
};

Sparkline::Sparkline(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Sparkline::setValues(std::span<const std::optional<double>> values)
{
    values_.assign(values.begin(), values.end());
    describe();
    update();
}

void Sparkline::setLimit(std::optional<double> limit, bool atLeast)
{
    limit_ = limit;
    atLeast_ = atLeast;
    describe();
    update();
}

void Sparkline::setPriority(Priority priority)
{
    priority_ = priority;
    update();
}

void Sparkline::setStale(bool stale)
{
    stale_ = stale;
    update();
}

void Sparkline::setCaptions(const QString& first, const QString& last)
{
    first_ = first;
    last_ = last;
    updateGeometry();
    update();
}

bool Sparkline::isBreached(double value) const
{
    return limit_ && (atLeast_ ? value < *limit_ : value > *limit_);
}

QSize Sparkline::sizeHint() const
{
    const int captions = first_.isEmpty() && last_.isEmpty() ? 0 : theme_.px(20);
    return {theme_.px(120), theme_.px(40) + captions};
}

QSize Sparkline::minimumSizeHint() const { return {theme_.px(48), sizeHint().height()}; }

void Sparkline::describe()
{
    const auto known =
        std::count_if(values_.begin(), values_.end(), [](const auto& v) { return v.has_value(); });
    const auto breached =
        std::count_if(values_.begin(), values_.end(), [this](const auto& v) { return v && isBreached(*v); });
    if (known == 0)
        return setAccessibleDescription(tr("No data"));
    const auto last =
        std::find_if(values_.rbegin(), values_.rend(), [](const auto& v) { return v.has_value(); });
    setAccessibleDescription(tr("%n value(s), last %1, %2 past the limit", nullptr, static_cast<int>(known))
                                 .arg(QLocale().toString(**last))
                                 .arg(breached));
}

void Sparkline::paintEvent(QPaintEvent*)
{
    double low = limit_.value_or(1e300), high = limit_.value_or(-1e300);
    for (const auto& value : values_)
        if (value)
            low = std::min(low, *value), high = std::max(high, *value);
    QPainter painter(this);
    paintCaptions(painter);
    if (low > high)
        return;
    if (low == high)
        low -= 1, high += 1;
    const int captions = first_.isEmpty() && last_.isEmpty() ? 0 : theme_.px(20);
    const Scale scale{QRectF(rect()).adjusted(3, 3, -4, -4 - captions), low, high, values_.size()};
    if (limit_) {
        QColor ink = theme_.tokens().ink(priority_);
        ink.setAlpha(170);
        painter.setPen(QPen(ink, 0, Qt::DashLine));
        painter.drawLine(QPointF(scale.area.left(), scale.y(*limit_)),
                         QPointF(scale.area.right(), scale.y(*limit_)));
    }
    paintLine(painter, scale);
}

void Sparkline::paintLine(QPainter& painter, const Scale& scale) const
{
    const QPen plain(theme_.tokens().pathNew, 0);  // cosmetic: forty times faster than a broad smooth one
    const QPen bad(theme_.tokens().ink(priority_), 0);
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        if (!values_[i])
            continue;
        painter.setPen(isBreached(*values_[i]) ? bad : plain);
        if (i > 0 && values_[i - 1])
            painter.drawLine(scale.at(i - 1, *values_[i - 1]), scale.at(i, *values_[i]));
        else if (i + 1 == values_.size() || !values_[i + 1])
            painter.drawPoint(scale.at(i, *values_[i]));
        last = i;
    }
    if (!last)
        return;
    const QPen& pen = isBreached(*values_[*last]) ? bad : plain;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(stale_ ? theme_.tokens().content : pen.color());
    painter.drawEllipse(scale.at(*last, *values_[*last]), 2.0, 2.0);
}

void Sparkline::paintCaptions(QPainter& painter) const
{
    painter.setFont(theme_.font(TextRole::Caption));
    painter.setPen(theme_.tokens().inkLow);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, first_);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignBottom | Qt::TextSingleLine, last_);
}

}  // namespace holdpoint::ui
