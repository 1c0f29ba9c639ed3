// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm_book.h"
#include "core/alarms/series.h"
#include "core/base/entity_map.h"
#include "core/session/board.h"

namespace holdpoint::views {

/// Where an order is after a frame. A copy made on the engine's thread.
struct PlaceRow {
    EntityId id;
    Place place = Place::Awaited;
    OrderStatus status = OrderStatus::Awaited;
    bool isNew = false;
};

/// The six stages as a pipe: an order that jumps ahead within a frame has passed what lies between. Held orders stand at
/// the stage of their exception. One thread.
class LaunchStages {
public:
    /// An order as the store has it at the start; since when it stands there is not known.
    void found(const PlaceRow& row, Stage heldAt);
    /// `heldAt`: the stage of its exception, if its place is that.
    void move(const PlaceRow& row, Stage heldAt, Instant at);
    /// Its exception speaks of another stage now.
    void heldAt(EntityId order, Stage stage, Instant at);
    /// It stood there all along: the start had not heard of its exception yet. Nothing passes.
    void stoodAt(EntityId order, Stage stage);
    /// An order was accepted: what stops is measured by what comes.
    void taken(Instant at);
    void called(Stage stage, Instant at, bool retry, bool failed);
    /// A blocking exception was opened at that stage.
    void stopped(Stage stage, Instant at);
    /// Looks which stages are abnormal; in steps of time, as alarms are. `closed`: a breaker keeps calls of it back.
    void look(Instant now, const std::array<bool, 6>& closed);

    [[nodiscard]] std::array<session::StageCard, 6> cards(Instant now) const;
    [[nodiscard]] std::int64_t in(Place place) const { return places_[static_cast<std::size_t>(place)]; }
    /// Every place but `awaited`.
    [[nodiscard]] std::int64_t accepted() const;
    [[nodiscard]] bool isOpen(EntityId order) const { return orders_.contains(order); }

private:
    static constexpr int Outside = -1;
    struct Standing {
        Place place = Place::Awaited;
        int stage = Outside;
        Instant since = Never;  // Never: it stood there already at the start
    };
    struct Cell {  // of five seconds
        std::int64_t left = 0, entered = 0, calls = 0, retries = 0, failed = 0, stopped = 0;
        alarms::Histogram took;
        Cell& operator+=(const Cell& other);
    };
    struct OneStage {
        alarms::Ring<Cell> cells{Milliseconds{5'000}, 61};
        std::int64_t waiting = 0, failing = 0, entered = 0, left = 0;
        alarms::Condition abnormal;
        bool firstOut = false;
    };
    [[nodiscard]] alarms::Reading readingOf(const OneStage& stage, Instant now) const;
    [[nodiscard]] std::int64_t& count(const Standing& standing);
    void pass(const Standing& from, int to, Instant at);
    void leave(int stage, std::optional<Milliseconds> took, Instant at);
    void enter(int stage, Instant at);
    void remember(EntityId id, const Standing& standing);

    std::array<OneStage, 6> stages_;
    alarms::Ring<alarms::Counts> taken_{Milliseconds{5'000}, 61};
    std::array<std::int64_t, CountOf<Place>> places_{};
    EntityMap<Standing> orders_;  // unfinished ones
    EntityMap<char> elsewhere_;   // a set
};

}  // namespace holdpoint::views
