// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/chain.h"
#include "core/engine/store.h"

#include <deque>
#include <map>
#include <string>

namespace holdpoint::test {

/// Builds frames as the engine does: sequence numbers, distances, versions, chain. Keeps what a frame points to until the
/// next `begin`.
class FrameBuilder {
public:
    explicit FrameBuilder(const engine::Lease& lease) : lease_(lease) {}

    void begin(Instant now = {1'000});
    /// One step of an entity and its row; the first step inserts the row. The row may be changed until `batch`.
    engine::EntityRow& step(EntityId id, std::string_view body);
    void key(std::uint32_t space, std::string_view text, EntityId id);
    void find(std::string_view text, EntityId id);

    std::vector<engine::StockRow> stock;
    std::vector<engine::OutboxRow> planned;
    std::vector<OutboxId> answered;
    std::vector<const ExceptionItem*> exceptions;
    std::vector<engine::SeriesRow> series;
    std::vector<engine::BodyRow> bodies;
    std::vector<NameRow> names;

    /// The frame after the lease's last.
    engine::Batch batch();
    /// Tells the builder that the frame is stored: entities are at their new versions.
    void committed();

private:
    struct Known {
        Version version = 0;
        Seq head = 0;
        bool open = false;
    };
    const engine::Lease& lease_;
    Instant now_;
    std::deque<std::string> texts_;
    std::vector<engine::Step> steps_;
    std::map<EntityId, engine::EntityRow> rows_;
    std::vector<engine::EntityRow> flat_;
    std::vector<engine::KeyRow> keys_;
    std::vector<engine::FindRow> finds_;
    std::map<EntityId, Known> known_;
};

/// Collects steps as text.
class CollectSteps final : public engine::StepSink {
public:
    void step(const engine::Step& step) override
    {
        bodies.emplace_back(textOf(step.body));
        steps.push_back(step);
    }
    std::vector<std::string> bodies;
    std::vector<engine::Step> steps;  ///< their bodies are gone
};

[[nodiscard]] inline EntityId order(std::uint64_t serial) { return {serial, 17, EntityKind::Order}; }

}  // namespace holdpoint::test
