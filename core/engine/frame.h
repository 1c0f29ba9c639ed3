// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"
#include "core/flow/order_metrics.h"
#include "core/model/step.h"

#include <map>
#include <tuple>
#include <vector>

namespace holdpoint::engine {

/// A row of a series as a count of an arm; its metric says whether it is one.
[[nodiscard]] flow::ArmCount countOf(const SeriesRow& row) noexcept;

/// Collects what one turn does until it is one batch. Buffers are kept from frame to frame. Engine thread only.
class Frame {
public:
    void begin(FrameNo number, Instant now, Seq first);

    [[nodiscard]] FrameNo number() const noexcept { return number_; }
    [[nodiscard]] Instant now() const noexcept { return now_; }
    [[nodiscard]] Seq nextSeq() const noexcept { return first_ + steps_.size(); }
    [[nodiscard]] bool empty() const noexcept { return steps_.empty(); }

    /// Encodes the step; `head` is the entity's last sequence number, 0 if this is its first step. Its number is the one
    /// `nextSeq` said before.
    void step(EntityId entity, Seq head, const StepBody& body);
    void key(ProducerName space, std::string_view text, EntityId entity);
    void purge(ProducerName space, std::string_view text, EntityId entity);
    [[nodiscard]] bool isPurged(EntityId entity) const noexcept;
    void find(std::string_view text, EntityId entity);
    void planned(const EffectRequest& request);
    void answered(OutboxId outbox) { answered_.push_back(outbox); }
    void body(std::string_view bytes);
    void count(Metric metric, ProducerName producer, Instant at, std::int64_t n = 1);
    void count(const flow::ArmCount& count);
    void row(const EntityRow& row) { rows_.push_back(row); }
    void stock(StockKey key, const Position& position) { stock_.push_back({key.node, key.sku, &position}); }
    void exception(const ExceptionItem& item) { exceptions_.push_back(&item); }

    /// The batch over everything collected; its chain is computed here. Valid until the next `begin`.
    Batch finish(const Lease& lease, std::uint64_t serial, std::span<const NameRow> names);

private:
    struct Range {
        std::size_t from = 0;
        std::size_t size = 0;
    };
    Range keep(std::string_view text);
    [[nodiscard]] std::span<const std::byte> at(Range range) const
    {
        return {bytes_.data() + range.from, range.size};
    }

    FrameNo number_ = 0;
    Instant now_;
    Seq first_ = 1;
    std::vector<std::byte> bytes_;
    std::vector<Step> steps_;
    std::vector<Range> stepBytes_;
    std::vector<EntityRow> rows_;
    std::vector<KeyRow> keys_;
    std::vector<Range> keyBytes_;
    std::vector<KeyRow> purged_;
    std::vector<Range> purgedBytes_;
    std::vector<FindRow> finds_;
    std::vector<StockRow> stock_;
    std::vector<OutboxRow> planned_;
    std::vector<Range> plannedBytes_;
    std::vector<OutboxId> answered_;
    std::vector<const ExceptionItem*> exceptions_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::int64_t>, std::int64_t> counts_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::int64_t>, SeriesRow> arms_;
    std::vector<SeriesRow> series_;
    std::vector<BodyRow> bodies_;
    std::vector<Range> bodyBytes_;
};

}  // namespace holdpoint::engine
