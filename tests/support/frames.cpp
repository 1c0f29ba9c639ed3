// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/frames.h"

namespace holdpoint::test {

void FrameBuilder::begin(Instant now)
{
    now_ = now;
    texts_.clear();
    steps_.clear();
    rows_.clear();
    keys_.clear();
    finds_.clear();
    stock.clear();
    planned.clear();
    answered.clear();
    exceptions.clear();
    series.clear();
    bodies.clear();
    names.clear();
}

engine::EntityRow& FrameBuilder::step(EntityId id, std::string_view body)
{
    const Seq seq = lease_.lastSeq + steps_.size() + 1;
    const Known known = known_[id];
    auto [place, isNew] = rows_.try_emplace(id);
    engine::EntityRow& row = place->second;
    if (isNew) {
        row.id = id;
        row.before = row.version = known.version;
        row.head = known.head;
        row.wasOpen = known.open;
        row.writeDue = !known.open;
        row.created = row.changed = now_;
    }
    steps_.push_back({seq, id, row.head == 0 ? 0 : seq - row.head, bytesOf(texts_.emplace_back(body))});
    row.head = seq;
    ++row.version;
    return row;
}

void FrameBuilder::key(std::uint32_t space, std::string_view text, EntityId id)
{
    keys_.push_back({{space}, texts_.emplace_back(text), id});
}

void FrameBuilder::find(std::string_view text, EntityId id) { finds_.push_back({hash64(text), id}); }

engine::Batch FrameBuilder::batch()
{
    flat_.clear();
    for (const auto& [id, row] : rows_)
        flat_.push_back(row);
    const FrameNo number = lease_.lastFrame + 1;
    return {.number = number,
            .now = now_,
            .chain = engine::chainHash(lease_.chain, lease_.partition, number, now_, steps_),
            .serial = lease_.serial + 1,
            .steps = steps_,
            .rows = flat_,
            .keys = keys_,
            .purged = {},
            .finds = finds_,
            .stock = stock,
            .planned = planned,
            .answered = answered,
            .exceptions = exceptions,
            .series = series,
            .bodies = bodies,
            .names = names};
}

void FrameBuilder::committed()
{
    for (const auto& [id, row] : rows_)
        known_[id] = {row.version, row.head, row.finished ? false : row.wasOpen || row.writeDue};
}

}  // namespace holdpoint::test
