// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/launch_board.h"

#include <algorithm>

/// The launch board as a store has it at a start.
namespace holdpoint::views {
namespace {

constexpr Milliseconds History{3'600'000};

Result<store::FrameRow> frameAt(store::StoreReader& reader, FrameNo number)
{
    store::FrameRow found;
    auto read = reader.frames(number, number, [&found](const store::FrameRow& row) {
        found = row;
        return true;
    });
    return read ? Result<store::FrameRow>(found) : Result<store::FrameRow>(read.error());
}

/// The first frame at `from` or later. Frames are in order of time.
Result<FrameNo> firstFrame(store::StoreReader& reader, FrameNo last, Instant from)
{
    FrameNo low = 1, high = last;
    while (low < high) {
        const FrameNo middle = low + (high - low) / 2;
        const auto frame = frameAt(reader, middle);
        if (!frame)
            return frame.error();
        if (frame->at < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

class Last final : public engine::StepSink {
public:
    explicit Last(std::function<void(Seq, const StepBody&)> take) : take_(std::move(take)) {}
    void step(const engine::Step& step) override
    {
        if (const auto body = decodeStep(step.body))
            take_(step.seq, *body);
        else
            error = body.error();
    }
    Result<> error;

private:
    std::function<void(Seq, const StepBody&)> take_;
};

Result<> timeline(store::StoreReader& reader, EntityId id, std::function<void(Seq, const StepBody&)> take)
{
    Last sink(std::move(take));
    if (auto read = reader.timeline(id, sink); !read)
        return read;
    return sink.error;
}

}  // namespace

Result<> LaunchBoard::load(store::StoreReader& reader, const Dictionary& names, const ExceptionBoard& items)
{
    const auto head = reader.head();
    if (!head)
        return head.error();
    const engine::Lease& lease = head->lease;
    if (lease.lastFrame == 0)
        return {};
    const auto frame = firstFrame(reader, lease.lastFrame, lease.lastTime - History);
    if (!frame)
        return frame.error();
    const auto before = frameAt(reader, *frame - 1);
    if (!before)
        return before.error();
    const Seq most = lease.lastSeq > MaxSteps ? lease.lastSeq - MaxSteps : 0;
    const Seq first = std::max(before->lastSeq, most) + 1;
    if (auto read = loadIntake(first, reader, names); !read)
        return read;
    if (auto read = loadLog(first, reader, names); !read)
        return read;
    if (auto read = readSteps(first, lease.lastSeq, reader, names, nullptr); !read)
        return read;
    seq_ = loadedTo_ = lease.lastSeq;
    // Nothing came between the start of the hour and the first row of it, so the queue is known there too.
    if (first > 1 && most < before->lastSeq)
        knownFrom_ = lease.lastTime - History;
    return loadPlaces(reader, items);
}

Result<> LaunchBoard::loadIntake(Seq first, store::StoreReader& reader, const Dictionary& names)
{
    const auto space = names.find<NameKind::Producer>("rollout");
    if (space.isNone())
        return {};
    const auto rollout = reader.byKey(space, "default");
    if (!rollout || rollout->isNone())
        return rollout ? Result<>{} : Result<>{rollout.error()};
    return timeline(reader, *rollout, [&](Seq seq, const StepBody& body) {
        for (const Fact& fact : body.facts)
            if (const auto* set = std::get_if<IntakeSet>(&fact.body); set != nullptr && seq < first)
                steps_.intake({set->open, body.at, names.text(set->by), 0});
    });
}

Result<> LaunchBoard::loadPlaces(store::StoreReader& reader, const ExceptionBoard& items)
{
    session::IntakeCard intake = steps_.intake();
    std::int64_t stayed = 0;
    Result<> recalled;
    auto scanned = reader.orderPlaces([&](const store::OrderPlace& row) {
        const PlaceRow place{row.id, row.place, row.status, false};
        const bool held = place.place == Place::Exception;
        stages_.found(place, held ? items.stageOf(row.id.with(EntityKind::Exception)).value_or(Stage::Handoff)
                                  : Stage::Handoff);
        launchStart_ = std::min(launchStart_, row.created);
        const bool isLive = row.lane == Lane::Live;
        stayed += row.place == Place::Elsewhere && isLive && row.created >= intake.since ? 1 : 0;
        if (stages_.isOpen(row.id) && (row.flags >> static_cast<unsigned>(Flag::OutcomeUnknown) & 1U) != 0)
            recalled = steps_.recall(row.id, seq_ + 1, reader);
        return recalled.has_value();
    });
    if (!recalled)
        return recalled;
    steps_.keepOnly([this](EntityId order) { return stages_.isOpen(order); });
    if (!intake.open)
        intake.refusedSince = stayed;
    steps_.intake(intake);
    return scanned;
}

// Commands of before the rows that are read: newest first, as far as the log goes.
Result<> LaunchBoard::loadLog(Seq first, store::StoreReader& reader, const Dictionary& names)
{
    std::vector<EntityId> commands;
    auto listed = reader.entitiesBack(EntityKind::Command, {}, [&](const engine::EntityRow& row) {
        commands.push_back(row.id);
        return commands.size() < LogLength;
    });
    if (!listed)
        return listed;
    for (const EntityId id : commands) {
        auto read = timeline(reader, id, [&](Seq seq, const StepBody& body) {
            if (seq < first)
                if (auto entry = LaunchSteps::commandOf(id, seq, body, names))
                    logOlder(std::move(*entry));
        });
        if (!read)
            return read;
    }
    return {};
}

Result<> readOpenItems(store::StoreReader& reader, ExceptionBoard& items)
{
    return reader.openExceptions([&](const ExceptionItem& item) { items.apply(BoardRow(item)); });
}

Result<session::Board> launchBoardOf(store::StoreReader& reader, const Dictionary& names,
                                     const Integrations* integrations)
{
    const auto head = reader.head();
    if (!head)
        return head.error();
    ExceptionBoard items;
    if (auto read = readOpenItems(reader, items); !read)
        return read.error();
    LaunchBoard board(integrations);
    if (auto loaded = board.load(reader, names, items); !loaded)
        return loaded.error();
    board.tick(head->lease.lastTime, names, items);
    return board.board(head->lease.lastTime, names, items);
}

}  // namespace holdpoint::views
