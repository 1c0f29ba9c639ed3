// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/frame.h"

#include "core/engine/chain.h"

#include <algorithm>

namespace holdpoint::engine {
namespace {

constexpr std::int64_t MinuteMs = 60'000;

}  // namespace

void Frame::begin(FrameNo number, Instant now, Seq first)
{
    number_ = number;
    now_ = now;
    first_ = first;
    bytes_.clear();
    steps_.clear();
    stepBytes_.clear();
    rows_.clear();
    keys_.clear();
    keyBytes_.clear();
    purged_.clear();
    purgedBytes_.clear();
    finds_.clear();
    stock_.clear();
    planned_.clear();
    plannedBytes_.clear();
    answered_.clear();
    exceptions_.clear();
    counts_.clear();
    arms_.clear();
    series_.clear();
    bodies_.clear();
    bodyBytes_.clear();
}

Frame::Range Frame::keep(std::string_view text)
{
    const Range range{bytes_.size(), text.size()};
    const auto bytes = bytesOf(text);
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return range;
}

void Frame::step(EntityId entity, Seq head, const StepBody& body)
{
    const Seq seq = nextSeq();
    const std::size_t from = bytes_.size();
    ByteWriter out(bytes_);
    encode(out, body);
    steps_.push_back({seq, entity, head == 0 ? 0 : seq - head, {}});
    stepBytes_.push_back({from, bytes_.size() - from});
}

void Frame::key(ProducerName space, std::string_view text, EntityId entity)
{
    keys_.push_back({space, {}, entity});
    keyBytes_.push_back(keep(text));
}

bool Frame::isPurged(EntityId entity) const noexcept
{
    return std::any_of(purged_.begin(), purged_.end(),
                       [&](const KeyRow& row) { return row.entity == entity; });
}

void Frame::purge(ProducerName space, std::string_view text, EntityId entity)
{
    purged_.push_back({space, {}, entity});
    purgedBytes_.push_back(keep(text));
}

void Frame::find(std::string_view text, EntityId entity)
{
    if (!text.empty())
        finds_.push_back({hash64(text), entity});
}

void Frame::planned(const EffectRequest& request)
{
    const std::size_t from = bytes_.size();
    ByteWriter out(bytes_);
    encode(out, request);
    planned_.push_back({request.outbox, request.order, request.vendor, {}});
    plannedBytes_.push_back({from, bytes_.size() - from});
}

void Frame::body(std::string_view bytes)
{
    bodies_.push_back({sha256(bytes), {}});
    bodyBytes_.push_back(keep(bytes));
}

void Frame::count(Metric metric, ProducerName producer, Instant at, std::int64_t n)
{
    counts_[{static_cast<std::uint32_t>(metric), producer.number, at.ms / MinuteMs}] += n;
}

flow::ArmCount countOf(const SeriesRow& row) noexcept
{
    return {flow::metricOf(row.metric),
            flow::bucketOf(row.metric),
            row.cell,
            row.minute,
            row.n,
            row.bad,
            row.sum};
}

void Frame::count(const flow::ArmCount& c)
{
    SeriesRow& row = arms_[{c.series(), c.cell, c.minute}];
    row.metric = c.series();
    row.cell = c.cell;
    row.minute = c.minute;
    row.n += c.n;
    row.bad += c.bad;
    row.sum += c.sum;
}

Batch Frame::finish(const Lease& lease, std::uint64_t serial, std::span<const NameRow> names)
{
    for (std::size_t i = 0; i < steps_.size(); ++i)
        steps_[i].body = at(stepBytes_[i]);
    for (std::size_t i = 0; i < keys_.size(); ++i)
        keys_[i].text = textOf(at(keyBytes_[i]));
    for (std::size_t i = 0; i < purged_.size(); ++i)
        purged_[i].text = textOf(at(purgedBytes_[i]));
    for (std::size_t i = 0; i < planned_.size(); ++i)
        planned_[i].body = at(plannedBytes_[i]);
    for (std::size_t i = 0; i < bodies_.size(); ++i)
        bodies_[i].bytes = at(bodyBytes_[i]);
    for (const auto& [cell, n] : counts_)
        if (n != 0)
            series_.push_back({std::get<0>(cell), std::get<1>(cell), std::get<2>(cell), n, 0, 0});
    for (const auto& [cell, row] : arms_)
        series_.push_back(row);
    Batch batch;
    batch.number = number_;
    batch.now = now_;
    batch.chain = chainHash(lease.chain, lease.partition, number_, now_, steps_);
    batch.serial = serial;
    batch.steps = steps_;
    batch.rows = rows_;
    batch.keys = keys_;
    batch.purged = purged_;
    batch.finds = finds_;
    batch.stock = stock_;
    batch.planned = planned_;
    batch.answered = answered_;
    batch.exceptions = exceptions_;
    batch.series = series_;
    batch.bodies = bodies_;
    batch.names = names;
    return batch;
}

}  // namespace holdpoint::engine
