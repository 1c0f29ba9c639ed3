// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/launch_alarms.h"
#include "core/views/launch_steps.h"

#include <deque>

namespace holdpoint::views {

/// The figures of the launch board. Read once from the store, then kept: rows of the journal are read from the store up to
/// the frame that the lists stand at, where orders are comes with the frames. One thread.
class LaunchBoard {
public:
    /// `integrations`: whose breakers open when; null: as the default plan says. Outlives this.
    explicit LaunchBoard(const Integrations* integrations = nullptr);
    LaunchBoard(const LaunchBoard&) = delete;
    LaunchBoard& operator=(const LaunchBoard&) = delete;

    /// Reads the last hour of the journal, at most `MaxSteps`, and where every order is. One moment of the reader; on an
    /// empty board. Errors: Corrupt, Unavailable.
    Result<> load(store::StoreReader& reader, const Dictionary& names, const ExceptionBoard& items);

    /// After a load beside lists that were not there yet: held orders stand at the stage of their items.
    void settle(const ExceptionBoard& items);

    /// A frame has moved these. Of a frame that was read already only the items are news: the lists hear of them later
    /// than the store.
    void changed(Seq seq, Instant at, std::vector<PlaceRow> rows, std::vector<EntityId> items);
    /// Reads on to `upTo`. Errors: Corrupt, Unavailable.
    Result<> catchUp(Seq upTo, store::StoreReader& reader, const Dictionary& names,
                     const ExceptionBoard& items);
    void stands(const engine::Standing& standing, Instant now);
    /// Time goes on, also when nothing happens.
    void tick(Instant now, const Dictionary& names, const ExceptionBoard& items);

    /// Up to which row it has read.
    [[nodiscard]] Seq seq() const noexcept { return seq_; }
    [[nodiscard]] bool isAt(Seq upTo) const
    {
        return upTo <= seq_ && (moved_.empty() || moved_.front().seq > upTo);
    }
    [[nodiscard]] session::Board board(Instant now, const Dictionary& names,
                                       const ExceptionBoard& items) const;

    static constexpr Seq MaxSteps = 400'000;
    static constexpr std::size_t LogLength = 200;
    static constexpr Milliseconds LookEach{5'000};

private:
    struct Moved {
        Seq seq = 0;
        Instant at;
        std::vector<PlaceRow> rows;
        std::vector<EntityId> items;
    };
    Result<> loadIntake(Seq first, store::StoreReader& reader, const Dictionary& names);
    Result<> loadPlaces(store::StoreReader& reader, const ExceptionBoard& items);
    Result<> loadLog(Seq first, store::StoreReader& reader, const Dictionary& names);
    Result<> readSteps(Seq from, Seq to, store::StoreReader& reader, const Dictionary& names,
                       const ExceptionBoard* items);
    void lookUntil(Instant now, const Dictionary& names, const ExceptionBoard* items);
    void takeCommands();
    void log(session::LogEntry entry);
    /// One of before all that is there.
    void logOlder(session::LogEntry entry);
    void apply(const Moved& moved, const ExceptionBoard& items);

    LaunchMetrics metrics_;
    LaunchStages stages_;
    LaunchVendors vendors_;
    LaunchAlarms alarms_;
    LaunchSteps steps_;
    std::deque<session::LogEntry> log_;  // newest first
    std::deque<Moved> moved_;
    Seq seq_ = 0;
    Seq loadedTo_ = 0;
    Instant nextLook_ = Never;
    Instant knownFrom_ = Never;
    Instant launchStart_ = Never;
};

/// Every open item of the queue. Errors: Corrupt, Unavailable.
Result<> readOpenItems(store::StoreReader& reader, ExceptionBoard& items);

/// The board as a store has it in this moment of the reader; its time is that of the newest frame. Errors: Corrupt,
/// Unavailable, NotFound (nobody ever held the store).
Result<session::Board> launchBoardOf(store::StoreReader& reader, const Dictionary& names,
                                     const Integrations* integrations = nullptr);

}  // namespace holdpoint::views
