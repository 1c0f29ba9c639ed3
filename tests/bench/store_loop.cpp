// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/store_loop.h"

#include "core/engine/chain.h"
#include "core/store/sqlite_store.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace holdpoint::bench {
namespace {

constexpr int Nodes = 5, Skus = 500, Ticks = 5;
// Bytes of the steps: placed with lines, decision record, answer, shipped, settled; granted, consumed.
constexpr std::array<std::size_t, 7> StepBytes{190, 160, 60, 70, 45, 50, 30};

[[noreturn]] void stop(const Error& error)
{
    std::fprintf(stderr, "store loop: %s\n", error.detail.c_str());
    std::exit(1);
}

struct Slot {
    std::uint64_t serial = 0;
    double started = 0;
    int step = 0;
    std::array<Seq, 2> heads{};  // order, reservation
    std::array<Version, 2> versions{};
};

class StoreLoop {
public:
    StoreLoop(const std::filesystem::path& folder, const LoopOptions& options);
    void begin();
    void advance(Slot& slot, std::uint64_t nextSerial);
    void commit();
    [[nodiscard]] std::uint64_t rows() const { return rows_; }

private:
    void write(Slot& slot, int entity, std::size_t bytes, bool ends, bool isNew);
    void placed(const Slot& slot);
    void stock(const Slot& slot);
    void find(const Slot& slot, std::uint64_t what);

    store::SqliteStore store_;
    engine::Lease lease_;
    FrameHasher hasher_;
    bool random_;
    std::int64_t now_ = 1'790'000'000'000;
    std::uint64_t outbox_ = 0, rows_ = 0;
    std::vector<std::byte> body_ = std::vector<std::byte>(256, std::byte{0x5A});
    std::vector<engine::Step> steps_;
    std::vector<engine::EntityRow> entities_;
    std::vector<engine::KeyRow> keys_;
    std::deque<std::string> numbers_;
    std::vector<engine::FindRow> finds_;
    std::vector<engine::StockRow> stock_;
    std::vector<Position> positions_ = std::vector<Position>(Nodes * Skus);
    std::vector<engine::OutboxRow> planned_;
    std::vector<OutboxId> answered_;
};

store::StoreOptions optionsFor(const std::filesystem::path& folder)
{
    auto options = store::StoreOptions::onDisk(folder);
    options.reserveBytes = 0;
    return options;
}

StoreLoop::StoreLoop(const std::filesystem::path& folder, const LoopOptions& options)
    : store_(optionsFor(folder)), random_(options.randomNumbers)
{
    for (Position& position : positions_)
        position = {.version = 1, .counted = 1'000'000, .countedAt = {now_}, .moved = {{{now_}, -3}}};
    auto lease = store_.acquire(0, "bench", {});
    if (!lease)
        stop(lease.error());
    lease_ = *lease;
}

void StoreLoop::begin()
{
    steps_.clear();
    entities_.clear();
    keys_.clear();
    numbers_.clear();
    finds_.clear();
    stock_.clear();
    planned_.clear();
    answered_.clear();
}

void StoreLoop::write(Slot& slot, int entity, std::size_t bytes, bool ends, bool isNew)
{
    const Seq seq = lease_.lastSeq + steps_.size() + 1;
    const EntityId id(slot.serial, 17, entity == 0 ? EntityKind::Order : EntityKind::Reservation);
    const auto at = static_cast<std::size_t>(entity);
    steps_.push_back({seq, id, isNew ? 0 : seq - slot.heads[at], std::span(body_).first(bytes)});
    engine::EntityRow& row = entities_.emplace_back();
    row.id = id;
    row.before = isNew ? 0 : slot.versions[at];
    row.version = row.before + 1;
    row.head = seq;
    row.place = static_cast<std::uint8_t>(slot.step + 1);
    row.finished = ends;
    row.wasOpen = !isNew;
    row.writeDue = isNew;
    row.due = {now_ + 300'000};
    row.created = row.changed = {now_};
    row.value = 5890;
    row.currency = 2345;
    row.channel = row.region = row.slice = 3;
    slot.heads[at] = seq;
    slot.versions[at] = row.version;
}

void StoreLoop::find(const Slot& slot, std::uint64_t what)
{
    std::uint64_t hash = slot.serial * 8 + what;
    hash = (hash ^ hash >> 31) * 0x9E3779B97F4A7C15ULL;
    finds_.push_back({hash ^ hash >> 29, EntityId(slot.serial, 17, EntityKind::Order)});
}

void StoreLoop::placed(const Slot& slot)
{
    std::string& number = numbers_.emplace_back();
    if (random_) {
        const auto bytes = sha256("order " + std::to_string(slot.serial));
        number = toHex(std::span(bytes).first(16));
    } else {
        number = std::to_string(1'000'000 + slot.serial);
    }
    keys_.push_back({{1}, number, EntityId(slot.serial, 17, EntityKind::Order)});
    find(slot, 0);
    find(slot, 1);
}

void StoreLoop::stock(const Slot& slot)
{
    const auto node = static_cast<std::uint32_t>(slot.serial % Nodes);
    const auto first = static_cast<std::uint32_t>(slot.serial % Skus);
    const auto second = static_cast<std::uint32_t>((slot.serial * 7 + 1) % Skus);
    for (const std::uint32_t sku : {first, second}) {
        Position& position = positions_[node * Skus + sku];
        position.reserved += slot.step == 1 ? 1 : -1;
        stock_.push_back({{node}, {sku}, &position});
    }
}

void StoreLoop::advance(Slot& slot, std::uint64_t nextSerial)
{
    if (slot.step == 0) {
        slot = {};
        slot.serial = nextSerial;
        slot.started = monotonicSeconds();
        placed(slot);
    }
    const EntityId order(slot.serial, 17, EntityKind::Order);
    write(slot, 0, StepBytes[static_cast<std::size_t>(slot.step)], slot.step == 4, slot.step == 0);
    switch (slot.step) {
    case 1:
        write(slot, 1, StepBytes[5], false, true);
        stock(slot);
        planned_.push_back({slot.serial * 2, order, {1}, std::span(body_).first(120)});
        break;
    case 2: answered_.push_back(slot.serial * 2); break;
    case 3:
        write(slot, 1, StepBytes[6], true, false);
        stock(slot);
        planned_.push_back({slot.serial * 2 + 1, order, {2}, std::span(body_).first(100)});
        find(slot, 2);
        find(slot, 3);
        break;
    case 4: answered_.push_back(slot.serial * 2 + 1); break;
    default: break;
    }
}

void StoreLoop::commit()
{
    engine::Batch batch;
    batch.number = lease_.lastFrame + 1;
    batch.now = {now_ += 5};
    batch.serial = lease_.serial + 1;
    batch.steps = steps_;
    batch.rows = entities_;
    batch.keys = keys_;
    batch.finds = finds_;
    batch.stock = stock_;
    batch.planned = planned_;
    batch.answered = answered_;
    hasher_.begin(lease_.chain, lease_.partition, batch.number, batch.now, steps_.size());
    for (const engine::Step& step : steps_)
        hasher_.step(step.seq, step.entity, step.previous, step.body);
    batch.chain = hasher_.finish();
    auto done = store_.commit(lease_, batch);
    if (!done)
        stop(done.error());
    if (*done != engine::Durability::durable)
        stop({Code::Unavailable, "a frame was not stored"});
    rows_ += steps_.size() + entities_.size() + keys_.size() + finds_.size() + stock_.size() +
             planned_.size() + answered_.size();
    for (const engine::EntityRow& row : entities_)
        rows_ += row.finished || row.writeDue ? 1 : 0;
}

}  // namespace

Figures runStoreLoop(const std::filesystem::path& folder, std::uint64_t orders, const LoopOptions& options)
{
    Figures figures;
    {
        StoreLoop loop(folder, options);
        std::vector<Slot> slots(std::min<std::uint64_t>(options.inFlight, orders));
        std::vector<double> finished;
        std::uint64_t next = 1, ended = 0;
        Measure measure;
        for (std::uint64_t tick = 0; ended < orders; ++tick) {
            loop.begin();
            finished.clear();
            for (std::size_t i = 0; i < slots.size(); ++i) {
                Slot& slot = slots[i];
                if (tick < i % Ticks || (slot.step == 0 && next > orders))
                    continue;
                loop.advance(slot, next);
                next += slot.step == 0 ? 1 : 0;
                slot.step = (slot.step + 1) % Ticks;
                if (slot.step == 0)
                    finished.push_back(slot.started);
            }
            loop.commit();
            for (const double started : finished)
                measure.done(started);
            ended += finished.size();
        }
        figures = measure.figures(orders, loop.rows());
    }
    Measure::addDisk(figures, folder);
    return figures;
}

}  // namespace holdpoint::bench
