// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/views.h"

#include "core/views/numbers.h"
#include "core/views/views_parts.h"

namespace holdpoint::views {
namespace {

FrameChange changeOf(const engine::Batch& batch, bool orders, bool places)
{
    FrameChange change;
    change.frame = batch.number;
    change.seq = batch.steps.empty() ? 0 : batch.steps.back().seq;
    change.at = batch.now;
    for (const NameRow& name : batch.names)
        change.names.push_back({name.kind, name.number, std::string(name.text)});
    for (const ExceptionItem* item : batch.exceptions)
        change.items.emplace_back(*item);
    change.rollout = rolloutChangeOf(batch);
    if (orders)
        for (const engine::EntityRow& row : batch.rows)
            if (row.id.kind() == EntityKind::Order)
                change.orders.push_back(row);
    if (places)
        for (const engine::EntityRow& row : batch.rows)
            if (row.id.kind() == EntityKind::Order)
                change.places.push_back({row.id, static_cast<Place>(row.place),
                                         static_cast<OrderStatus>(row.status), row.before == 0});
    return change;
}

}  // namespace

Views::Views(ViewsOptions options) : parts_(std::make_unique<Parts>(std::move(options))) {}

Views::~Views() { stop(); }

void Views::stop()
{
    parts_->live.stop();
    parts_->query.stop();
}

Result<> Views::start()
{
    Parts& p = *parts_;
    auto reader = store::StoreReader::open(p.options.store);
    if (!reader)
        return reader.error();
    if (const auto moment = views::asOf(**reader)) {
        const std::lock_guard lock(p.asOfMutex);
        if (p.newest.parts.empty())
            p.newest = *moment;
    }
    if (auto started = p.query.start(p.options.store, {}); !started)
        return started;
    const auto settle = [&p] {
        if (p.lost.exchange(false))
            p.lists.load();
        if (p.standingChanged.exchange(false))
            p.lists.stands(p.standingNow());
        p.lists.flush();
    };
    return p.live.start(p.options.store, {[&p] { p.lists.load(); }, settle,
                                          [&p, settle] {
                                              settle();
                                              p.lists.heartbeat();
                                          }});
}

void Views::Parts::readLaunch()
{
    if (!live.post([this] { lists.awaitLaunch(); }))
        return;  // the watch reads it itself
    const auto take = [this](std::unique_ptr<LaunchBoard> loaded) {
        const auto held = std::make_shared<std::unique_ptr<LaunchBoard>>(std::move(loaded));
        if (!live.post([this, held] { lists.takeLaunch(std::move(*held)); }))
            lost.store(true);
    };
    const auto posted = query.post([this, take] {
        auto fresh = std::make_unique<LaunchBoard>(&integrations);
        const auto loaded = query.read([&](store::StoreReader& reader, const Dictionary& names) {
            return fresh->load(reader, names, ExceptionBoard{});
        });
        take(loaded ? std::move(fresh) : nullptr);
    });
    if (!posted)
        take(nullptr);
}

void Views::published(const engine::Batch& batch)
{
    Parts& p = *parts_;
    FrameChange change = changeOf(batch, p.orderWatches.load() > 0, p.boardWatched.load());
    {
        const std::lock_guard lock(p.asOfMutex);
        if (p.newest.parts.empty())
            p.newest.parts.emplace_back();
        session::AsOf::Part& part = p.newest.parts.front();
        part.frame = change.frame;
        part.seq = change.seq == 0 ? part.seq : change.seq;
        p.newest.at = change.at;
    }
    const auto posted =
        p.live.post([&p, change = std::move(change)] { p.lists.change(change); }, Worker::Class::Change);
    if (!posted)
        p.lost.store(true);
}

void Views::stands(const engine::Standing& standing)
{
    Parts& p = *parts_;
    {
        const std::lock_guard lock(p.asOfMutex);
        p.standing = standing;
    }
    p.standingChanged.store(true);
    // Only to wake it: a full queue comes by there anyway.
    static_cast<void>(p.live.post([] {}, Worker::Class::Change).has_value());
}

session::AsOf Views::asOf() const
{
    const std::lock_guard lock(parts_->asOfMutex);
    return parts_->newest;
}

std::vector<std::pair<EntityId, Version>> Views::objectsOf(session::ResultId result) const
{
    std::vector<std::pair<EntityId, Version>> objects;
    const SharedResult found = parts_->results.find(result);
    for (std::size_t i = 0; found && i < found->ids.size(); ++i)
        objects.emplace_back(found->ids[i], found->versions[i]);
    return objects;
}

std::unique_ptr<ViewSession> Views::session(session::Executor executor)
{
    return std::unique_ptr<ViewSession>(new ViewSession(*parts_, std::move(executor)));
}

}  // namespace holdpoint::views
