// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/detail.h"

#include <QString>

#include <vector>

namespace holdpoint::ui {

class Format;

/// What kind of thing happened, which decides its ink.
enum class Tone { Plain, Muted, Failed, Unknown };

/// One thing on the picture of a timeline: a point, a call that goes down to another lane and comes back, or a wait.
struct LaneEvent {
    enum class Shape { Point, Call, Wait };
    Shape shape = Shape::Point;
    int lane = 0;
    int from = -1;  ///< lane the line to it starts at; −1: none
    Instant at;
    Instant end;             ///< of a call or a wait; else `at`
    Instant source = Never;  ///< when it happened by its own clock, if that is another time
    Tone tone = Tone::Plain;
    QString label;    ///< short, beside the point
    QString caption;  ///< all that is known, as one line
    EntityId entity;  ///< to open, if it is not the order
    Seq seq = 0;
};

/// The history of one order as lanes, one a system: the producer first, then the engine, then whoever was called.
struct LanePicture {
    static constexpr int EngineLane = 1;
    std::vector<QString> lanes;
    std::vector<LaneEvent> events;  ///< by time
    Instant now;                    ///< where open waits end
    [[nodiscard]] Instant first() const;
    [[nodiscard]] Instant last() const;
};
[[nodiscard]] LanePicture lanesOf(const session::OrderDetail& order, Instant now, const Format& format);

/// Times laid along a line so that a burst of milliseconds and a wait of hours are both readable: order is kept, long
/// gaps are shortened. Positions are 0 to 1.
class TimeScale {
public:
    explicit TimeScale(std::vector<Instant> times = {});
    [[nodiscard]] double at(Instant time) const;
    /// False: some gap is drawn shorter than it was beside another.
    [[nodiscard]] bool isToScale() const;
    [[nodiscard]] const std::vector<Instant>& times() const noexcept { return times_; }

private:
    std::vector<Instant> times_;
    std::vector<double> places_;
};

}  // namespace holdpoint::ui
