// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/orders/lanes.h"

#include <QWidget>

namespace holdpoint::ui {

class Theme;

/// The timeline of an order across systems, painted. ← and → step through the events, Home and End go to the first and
/// last, + − 0 zoom, Enter opens what an event is about. Lies in a scroll area and grows by zooming.
class LaneChart final : public QWidget {
    Q_OBJECT

public:
    LaneChart(const Theme& theme, const Format& format, QWidget* parent = nullptr);

    /// The selection stays on the same event if it is still there.
    void setPicture(LanePicture picture);
    [[nodiscard]] const LanePicture& picture() const noexcept { return picture_; }
    /// −1: none.
    [[nodiscard]] int selected() const noexcept { return selected_; }
    void select(int event);
    /// All that is known of the selected event, with its time and system.
    [[nodiscard]] QString caption() const;
    [[nodiscard]] int eventAt(const QPoint& point) const;
    /// Where the event is drawn: its point, or its bar.
    [[nodiscard]] QRect rectOf(int event) const;
    /// 1: fits the width.
    [[nodiscard]] bool isToScale() const { return scale_.isToScale(); }
    [[nodiscard]] double zoom() const noexcept { return zoom_; }
    void setZoom(double zoom);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Labels that found room, in the order of events; for tests.
    [[nodiscard]] const std::vector<QRect>& labelRects() const noexcept { return labels_; }

signals:
    void selectionChanged(int event);
    /// Another number of lanes may want another height.
    void pictureChanged();
    void zoomChanged(double zoom);
    void opened(holdpoint::EntityId entity);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();
    void placePoints();
    void placeLabels();
    [[nodiscard]] int left(const LaneEvent& event) const;
    [[nodiscard]] bool tryLabel(std::size_t event, const QPoint& topLeft, bool clear);
    [[nodiscard]] std::vector<QLineF> linksOf(const LaneEvent& event) const;
    [[nodiscard]] bool isOnLink(const QRect& rect) const;
    void describe();
    [[nodiscard]] int x(Instant at) const;
    [[nodiscard]] int y(int lane) const;
    [[nodiscard]] QColor inkOf(Tone tone) const;
    void paintLanes(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    void paintEventShape(QPainter& painter, const LaneEvent& event) const;
    void paintLink(QPainter& painter, const LaneEvent& event) const;
    void paintLabels(QPainter& painter) const;

    const Theme& theme_;
    const Format& format_;
    LanePicture picture_;
    TimeScale scale_;
    std::vector<int> lefts_;     ///< parallel to the events: where each begins
    std::vector<QRect> labels_;  ///< parallel to the events; empty: no room
    int selected_ = -1;
    double zoom_ = 1;
    bool ring_ = false;  ///< the focus came by a key
};

}  // namespace holdpoint::ui
