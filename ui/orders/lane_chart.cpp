// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/lane_chart.h"

#include "ui/common/theme.h"
#include "ui/common/tooltip.h"
#include "ui/text/format.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>

#include <algorithm>
#include <climits>
#include <cmath>

/// Places, selection and keys; the drawing is in lane_chart_paint.cpp.
namespace holdpoint::ui {
namespace {

constexpr int LabelColumn = 112;
constexpr int Right = 36;
constexpr int Top = 34;
constexpr int Bottom = 38;
constexpr int LaneHeight = 52;
constexpr int Slant = 10;  ///< how far a line to another lane leans
constexpr int Reach = 9;   ///< how near a click has to be
constexpr double MostZoom = 32;

}  // namespace

LaneChart::LaneChart(const Theme& theme, const Format& format, QWidget* parent)
    : QWidget(parent), theme_(theme), format_(format)
{
    setObjectName(QStringLiteral("laneChart"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        arrange();
        emit pictureChanged();
    });
    describe();
}

void LaneChart::setPicture(LanePicture picture)
{
    const LaneEvent* was = selected_ < 0 ? nullptr : &picture_.events[static_cast<std::size_t>(selected_)];
    int again = -1;
    for (std::size_t i = 0; was != nullptr && i < picture.events.size(); ++i)
        if (picture.events[i].at == was->at && picture.events[i].lane == was->lane &&
            picture.events[i].label == was->label)
            again = static_cast<int>(i);
    picture_ = std::move(picture);
    selected_ = again;
    std::vector<Instant> times;
    for (const LaneEvent& event : picture_.events) {
        times.push_back(event.at);
        times.push_back(event.end);
    }
    scale_ = TimeScale(std::move(times));
    updateGeometry();
    arrange();
    describe();
    emit pictureChanged();
    emit selectionChanged(selected_);
}

void LaneChart::focusInEvent(QFocusEvent* event)
{
    ring_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QWidget::focusInEvent(event);
}

void LaneChart::select(int event)
{
    const int count = static_cast<int>(picture_.events.size());
    const int next = count == 0 ? -1 : std::clamp(event, 0, count - 1);
    if (next == selected_)
        return;
    selected_ = next;
    describe();
    update();
    emit selectionChanged(selected_);
}

QString LaneChart::caption() const
{
    if (selected_ < 0)
        return {};
    const LaneEvent& event = picture_.events[static_cast<std::size_t>(selected_)];
    return QStringLiteral("%1  %2  %3")
        .arg(format_.clockMs(event.at), picture_.lanes[static_cast<std::size_t>(event.lane)], event.caption);
}

void LaneChart::describe()
{
    const auto count = picture_.events.size();
    setAccessibleName(selected_ < 0
                          ? tr("Timeline across systems, %1 events").arg(count)
                          : tr("Timeline across systems, event %1 of %2").arg(selected_ + 1).arg(count));
    setAccessibleDescription(selected_ < 0 ? tr("Left and right step through the events") : caption());
}

void LaneChart::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 1.0, MostZoom);
    if (std::abs(zoom - zoom_) < 0.001)
        return;
    zoom_ = zoom;
    const int visible = parentWidget() == nullptr ? width() : parentWidget()->width();
    setMinimumWidth(zoom_ <= 1 ? 0 : static_cast<int>(visible * zoom_));
    emit zoomChanged(zoom_);
}

QSize LaneChart::sizeHint() const
{
    const int lanes = std::max<int>(3, static_cast<int>(picture_.lanes.size()));
    return {theme_.px(600), theme_.px(Top + Bottom + lanes * LaneHeight)};
}

QSize LaneChart::minimumSizeHint() const { return {theme_.px(320), sizeHint().height()}; }

int LaneChart::x(Instant at) const
{
    const int left = theme_.px(LabelColumn);
    return left + theme_.px(10) + static_cast<int>((width() - left - theme_.px(Right)) * scale_.at(at));
}

int LaneChart::y(int lane) const
{
    const int lanes = std::max<int>(1, static_cast<int>(picture_.lanes.size()));
    const int step = (height() - theme_.px(Top + Bottom)) / lanes;
    return theme_.px(Top) + step * lane + step / 3;
}

QRect LaneChart::rectOf(int event) const
{
    const LaneEvent& e = picture_.events[static_cast<std::size_t>(event)];
    const int radius = theme_.px(5);
    const int from = left(e);
    const int right = std::max(from, x(e.end));
    return QRect(QPoint(from - radius, y(e.lane) - radius), QPoint(right + radius, y(e.lane) + radius));
}

int LaneChart::eventAt(const QPoint& point) const
{
    int best = -1;
    int nearest = theme_.px(Reach) + 1;
    for (int i = 0; i < static_cast<int>(picture_.events.size()); ++i) {
        const QRect rect = rectOf(i);
        const int dy = std::abs(point.y() - rect.center().y());
        const int dx = std::abs(point.x() - lefts_[static_cast<std::size_t>(i)]);
        // A point wins over the bar it stands on.
        const int distance = std::max(dx, dy) < nearest ? std::max(dx, dy)
                             : rect.contains(point)     ? theme_.px(Reach)
                                                        : nearest;
        if (distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

void LaneChart::arrange()
{
    placePoints();
    placeLabels();
    update();
}

// What one system did within a millisecond stands side by side, in its order.
void LaneChart::placePoints()
{
    const int apart = theme_.px(14);
    const int most = width() - theme_.px(Right);
    std::vector<int> last(picture_.lanes.size(), INT_MIN / 2);
    lefts_.clear();
    for (const LaneEvent& event : picture_.events) {
        int& before = last[static_cast<std::size_t>(event.lane)];
        const int at = x(event.at);
        before = std::max(at, std::min(before + apart, most));
        lefts_.push_back(before);
    }
}

int LaneChart::left(const LaneEvent& event) const
{
    return lefts_[static_cast<std::size_t>(&event - picture_.events.data())];
}

// Over or under its point, or beside that, clear of every line; if there is no such place it covers a line to another
// lane rather than nothing; never a point, a label or a lane: the caption has it.
void LaneChart::placeLabels()
{
    labels_.assign(picture_.events.size(), {});
    const int off = theme_.px(8);
    const QFontMetrics metrics(theme_.font(TextRole::TableCompact));
    for (const bool clear : {true, false})
        for (std::size_t i = 0; i < picture_.events.size(); ++i) {
            const LaneEvent& event = picture_.events[i];
            const int above = y(event.lane) - off - metrics.height();
            const int below = y(event.lane) + off;
            const bool callee = event.lane > LanePicture::EngineLane;
            const int width = metrics.horizontalAdvance(event.label);
            for (const int top : {callee ? below : above, callee ? above : below})
                for (const int x : {left(event) - width / 2, left(event) + off, left(event) - off - width})
                    if (labels_[i].isEmpty())
                        (void)tryLabel(i, {x, top}, clear);
        }
}

/// Lines between lanes, as they are drawn.
std::vector<QLineF> LaneChart::linksOf(const LaneEvent& event) const
{
    if (event.from < 0 || event.from == event.lane)
        return {};
    const int slant = theme_.px(Slant);
    const int start = left(event);
    const bool call = event.shape == LaneEvent::Shape::Call;
    std::vector<QLineF> lines{call ? QLineF(start - slant, y(event.from), start, y(event.lane))
                                   : QLineF(start, y(event.lane), start + slant, y(event.from))};
    if (call && event.tone != Tone::Unknown) {
        const int end = std::max(start, x(event.end));
        lines.emplace_back(end, y(event.lane), end + slant, y(event.from));
    }
    return lines;
}

bool LaneChart::isOnLink(const QRect& rect) const
{
    const QRectF box = rect;
    const QLineF edges[] = {{box.topLeft(), box.topRight()},
                            {box.bottomLeft(), box.bottomRight()},
                            {box.topLeft(), box.bottomLeft()},
                            {box.topRight(), box.bottomRight()}};
    for (const LaneEvent& event : picture_.events)
        for (const QLineF& line : linksOf(event))
            for (const QLineF& edge : edges)
                if (line.intersects(edge) == QLineF::BoundedIntersection)
                    return true;
    return false;
}

bool LaneChart::tryLabel(std::size_t event, const QPoint& topLeft, bool clear)
{
    const QFontMetrics metrics(theme_.font(TextRole::TableCompact));
    QRect rect(topLeft, QSize(metrics.horizontalAdvance(picture_.events[event].label), metrics.height()));
    rect.moveLeft(std::clamp(rect.left(), theme_.px(LabelColumn),
                             std::max(theme_.px(LabelColumn), width() - rect.width() - 4)));
    const int gap = theme_.px(5);
    for (const QRect& other : labels_)
        if (!other.isEmpty() && other.adjusted(-gap, 0, gap, 0).intersects(rect))
            return false;
    const int radius = theme_.px(6);
    for (std::size_t i = 0; i < picture_.events.size(); ++i) {
        const QPoint middle(lefts_[i], y(picture_.events[i].lane));
        if (i != event && rect.adjusted(-radius, -radius, radius, radius).contains(middle))
            return false;
    }
    for (int lane = 0; lane < static_cast<int>(picture_.lanes.size()); ++lane)
        if (rect.top() <= y(lane) && y(lane) <= rect.bottom())
            return false;
    if (clear && isOnLink(rect.adjusted(-2, 0, 2, 0)))
        return false;
    labels_[event] = rect;
    return true;
}

void LaneChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LaneChart::mousePressEvent(QMouseEvent* event)
{
    if (const int hit = eventAt(event->pos()); hit >= 0)
        select(hit);
}

void LaneChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int hit = eventAt(event->pos());
    if (hit >= 0 && !picture_.events[static_cast<std::size_t>(hit)].entity.isNone())
        emit opened(picture_.events[static_cast<std::size_t>(hit)].entity);
}

void LaneChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return select(selected_ < 0 ? static_cast<int>(picture_.events.size()) - 1 : selected_ - 1);
    case Qt::Key_Right: return select(selected_ + 1);
    case Qt::Key_Home: return select(0);
    case Qt::Key_End: return select(static_cast<int>(picture_.events.size()) - 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal: return setZoom(zoom_ * 1.5);
    case Qt::Key_Minus: return setZoom(zoom_ / 1.5);
    case Qt::Key_0: return setZoom(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (selected_ >= 0 && !picture_.events[static_cast<std::size_t>(selected_)].entity.isNone())
            return emit opened(picture_.events[static_cast<std::size_t>(selected_)].entity);
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

bool LaneChart::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    return QWidget::event(event);
}

}  // namespace holdpoint::ui
