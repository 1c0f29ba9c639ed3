// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite_store.h"
#include "tests/support/frames.h"

#include <memory>

namespace holdpoint::test {

/// A store with its lease and a builder of its next frame. Reopening is what a restart does.
struct StoreRig {
    store::StoreOptions options;
    std::unique_ptr<store::SqliteStore> store;
    engine::Lease lease;
    std::unique_ptr<FrameBuilder> frame;

    explicit StoreRig(store::StoreOptions where) : options(std::move(where)) {}

    /// Drops the store and opens it anew; the builder keeps what it knows of entities if the head is where it was.
    Result<> open(std::string_view holder = "test")
    {
        store.reset();
        store = std::make_unique<store::SqliteStore>(options);
        auto taken = store->acquire(0, holder, {});
        if (!taken)
            return taken.error();
        lease = *taken;
        frame = std::make_unique<FrameBuilder>(lease);
        frame->begin();
        return {};
    }
    Result<engine::Durability> commit()
    {
        auto done = store->commit(lease, frame->batch());
        if (done && *done == engine::Durability::durable)
            frame->committed();
        frame->begin();
        return done;
    }
    /// One new order with a step of so many bytes.
    Result<engine::Durability> commitOrder(std::uint64_t serial, std::size_t bytes = 100)
    {
        frame->step(order(serial), std::string(bytes, 'x')).due = {1};
        frame->key(1, std::to_string(serial), order(serial));
        return commit();
    }
    [[nodiscard]] bool durable(const Result<engine::Durability>& done) const
    {
        return done && *done == engine::Durability::durable;
    }
};

[[nodiscard]] inline store::StoreOptions onDisk(const std::string& folder)
{
    auto options = store::StoreOptions::onDisk(folder);
    options.reserveBytes = 0;
    return options;
}

}  // namespace holdpoint::test
