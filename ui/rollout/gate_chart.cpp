// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/gate_chart.h"

#include "ui/common/theme.h"
#include "ui/text/format.h"
#include "ui/text/rollout_words.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

namespace holdpoint::ui::rollout {
namespace {

constexpr int LabelTicks = 4;  // along the time
constexpr int Height = 220;

double seconds(Instant at) { return static_cast<double>(at.ms) / 1'000; }

/// The points of one line in unbroken pieces.
template <typename Value>
std::vector<QList<QPointF>> piecesOf(const session::GateTrend& trend, double scale, Value value)
{
    std::vector<QList<QPointF>> pieces;
    bool open = false;
    for (const auto& point : trend.points) {
        const std::optional<double> v = value(point);
        if (v) {
            if (!open)
                pieces.emplace_back();
            pieces.back() << QPointF(seconds(point.minute), *v * scale);
        }
        open = v.has_value();
    }
    return pieces;
}

/// A round top for an axis of four parts.
double roundTop(double most)
{
    if (most <= 0)
        return 1;
    double step = 1;
    while (step > most)
        step /= 10;
    while (step * 10 < most)
        step *= 10;
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (step * factor >= most)
            return step * factor;
    return step * 10;
}

}  // namespace

class GateChart::View final : public QChartView {
public:
    View(const Theme& theme, const Format& format) : theme_(theme), format_(format)
    {
        setRenderHint(QPainter::Antialiasing);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setBackgroundBrush(Qt::NoBrush);
        viewport()->setAutoFillBackground(false);
        chart()->legend()->hide();
        chart()->setBackgroundVisible(false);
        chart()->setMargins({0, 0, 0, 0});
        chart()->layout()->setContentsMargins(0, 0, 0, 0);
        chart()->addAxis(x_ = new QValueAxis, Qt::AlignBottom);
        chart()->addAxis(y_ = new QValueAxis, Qt::AlignLeft);
    }

    void show(const session::GateTrend& trend)
    {
        trend_ = trend;
        chart()->removeAllSeries();
        styleAxes();
        const double scale = percent() ? 100 : 1;
        setRange(scale);
        addBand(scale);
        const Tokens& t = theme_.tokens();
        canaryPieces_ =
            addLines(piecesOf(trend_, scale, [](const auto& p) { return p.canary; }), QPen(t.pathNew, 1.5));
        addLines(piecesOf(trend_, scale, [](const auto& p) { return p.control; }),
                 QPen(t.pathLegacy, 1, Qt::DashLine));
        viewport()->update();
    }
    [[nodiscard]] const session::GateTrend& trend() const { return trend_; }
    [[nodiscard]] int pieces() const { return canaryPieces_; }

protected:
    void drawForeground(QPainter* painter, const QRectF&) override
    {
        const QRectF plot = chart()->plotArea();
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setFont(theme_.font(TextRole::Caption));
        if (trend_.points.empty()) {
            painter->setPen(theme_.tokens().inkLow);
            painter->drawText(plot, Qt::AlignCenter, GateChart::tr("No data"));
            return;
        }
        paintTimes(*painter, plot);
        paintThreshold(*painter, plot);
        paintMarks(*painter, plot);
    }

private:
    [[nodiscard]] bool percent() const { return trend_.unit == "%"; }

    void styleAxes()
    {
        const Tokens& t = theme_.tokens();
        x_->setVisible(false);
        y_->setGridLinePen(QPen(t.line, 1));
        y_->setLinePen(Qt::NoPen);
        y_->setLabelsBrush(t.inkLow);
        y_->setLabelsFont(theme_.font(TextRole::Caption));
        y_->setTickCount(5);
        // Room for the times that are painted below.
        chart()->setMargins({0, theme_.px(6), theme_.px(4), theme_.px(20)});
    }

    void setRange(double scale)
    {
        double most = trend_.threshold.value_or(0) * scale * 1.25;
        for (const auto& p : trend_.points)
            for (const auto& v : {p.canary, p.canaryHigh, p.control})
                most = std::max(most, v.value_or(0) * scale);
        const double top = roundTop(most);
        y_->setRange(0, top);
        y_->setLabelFormat(top < 0.4 ? QStringLiteral("%.2f") : QStringLiteral("%.1f"));
        if (!trend_.points.empty())
            x_->setRange(seconds(trend_.points.front().minute), seconds(trend_.points.back().minute) + 1);
    }

    int addLines(const std::vector<QList<QPointF>>& pieces, const QPen& pen)
    {
        for (const auto& points : pieces) {
            auto* line = new QLineSeries;
            line->setPen(pen);
            line->replace(points);
            attach(line);
        }
        return static_cast<int>(pieces.size());
    }

    void addBand(double scale)
    {
        const auto low = piecesOf(trend_, scale, [](const auto& p) { return p.canaryLow; });
        const auto high = piecesOf(trend_, scale, [](const auto& p) { return p.canaryHigh; });
        QColor fill = theme_.tokens().pathNew;
        fill.setAlpha(48);
        for (std::size_t i = 0; i < std::min(low.size(), high.size()); ++i) {
            auto* area = new QAreaSeries;
            auto* upper = new QLineSeries(area);
            auto* lower = new QLineSeries(area);
            upper->replace(high[i]);
            lower->replace(low[i]);
            area->setUpperSeries(upper);
            area->setLowerSeries(lower);
            area->setPen(Qt::NoPen);
            area->setBrush(fill);
            attach(area);
        }
    }

    void attach(QAbstractSeries* series)
    {
        chart()->addSeries(series);
        series->attachAxis(x_);
        series->attachAxis(y_);
    }

    [[nodiscard]] double xOf(Instant at, const QRectF& plot) const
    {
        return plot.left() + plot.width() * (seconds(at) - x_->min()) / (x_->max() - x_->min());
    }

    void paintTimes(QPainter& painter, const QRectF& plot) const
    {
        painter.setPen(theme_.tokens().inkLow);
        const Instant from = trend_.points.front().minute, to = trend_.points.back().minute;
        for (int i = 0; i < LabelTicks; ++i) {
            const Instant at = from + (to - from) * i / (LabelTicks - 1);
            const QString text = format_.clock(at).left(5);
            const double width = painter.fontMetrics().horizontalAdvance(text);
            const double left = plot.left() + (plot.width() - width) * i / (LabelTicks - 1);
            painter.drawText(QPointF(left, plot.bottom() + theme_.px(17)), text);
        }
    }

    void paintThreshold(QPainter& painter, const QRectF& plot) const
    {
        if (!trend_.threshold || y_->max() <= 0)
            return;
        const double value = *trend_.threshold * (percent() ? 100 : 1);
        const double y = plot.bottom() - plot.height() * value / y_->max();
        painter.setPen(QPen(theme_.tokens().p1Ink, 1, Qt::DashLine));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        session::GateRow unit;
        unit.unit = trend_.unit;
        const QString text = GateChart::tr("gate %1").arg(gateValue(format_, unit, *trend_.threshold));
        painter.drawText(QPointF(plot.right() - painter.fontMetrics().horizontalAdvance(text) - 2, y - 4),
                         text);
    }

    // Words side by side would cover one another: each next one goes a line lower.
    void paintMarks(QPainter& painter, const QRectF& plot) const
    {
        std::vector<session::RolloutEvent> marks = trend_.marks;
        std::sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
        double before = -1e9;
        int row = 0;
        for (const session::RolloutEvent& mark : marks) {
            const double x = xOf(mark.at, plot);
            if (x < plot.left() || x > plot.right())
                continue;
            const QString text = rolloutEventWord(mark);
            const double width = painter.fontMetrics().horizontalAdvance(text);
            const QColor ink = isBad(mark) ? theme_.tokens().p1Ink : theme_.tokens().inkLow;
            painter.setPen(QPen(ink, 1, Qt::DotLine));
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
            row = x - width - 6 < before ? row + 1 : 0;
            const double left = std::max(x - width - 5, plot.left());
            painter.drawText(QPointF(left, plot.top() + theme_.px(10) + row * theme_.px(15)), text);
            before = x;
        }
    }

    const Theme& theme_;
    const Format& format_;
    session::GateTrend trend_;
    QValueAxis* x_ = nullptr;
    QValueAxis* y_ = nullptr;
    int canaryPieces_ = 0;
};

GateChart::GateChart(const Theme& theme, const Format& format, QWidget* parent)
    : QWidget(parent), view_(new View(theme, format))
{
    setObjectName(QStringLiteral("gateChart"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view_);
    setFixedHeight(theme.px(Height));
    connect(&theme, &Theme::changed, this, [this, &theme] {
        setFixedHeight(theme.px(Height));
        view_->show(view_->trend());
    });
}

GateChart::~GateChart() = default;

void GateChart::setTrend(const session::GateTrend& trend, const QString& name)
{
    view_->show(trend);
    setAccessibleName(trend.points.empty()
                          ? tr("%1: no data").arg(name)
                          : tr("%1 over the last %2 minutes").arg(name).arg(trend.points.size() - 1));
}

const session::GateTrend& GateChart::trend() const noexcept { return view_->trend(); }

int GateChart::pieces() const { return view_->pieces(); }

QSize GateChart::sizeHint() const { return view_->sizeHint(); }

void GateChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        view_->viewport()->update();
    QWidget::changeEvent(event);
}

}  // namespace holdpoint::ui::rollout
