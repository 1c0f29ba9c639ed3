// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store_reader.h"
#include "core/views/contrast.h"

#include <optional>

namespace holdpoint::views {

/// Reads the orders of a cause and those that passed in the same time, a little at a call, so that other questions of the
/// same thread do not wait. Of many orders of either side it takes evenly spread ones. One thread.
class ContrastScan {
public:
    static constexpr std::size_t MostFailing = 300;
    static constexpr std::size_t MostPassing = 600;
    static constexpr std::size_t MostScanned = 50'000;  ///< rows looked through for passing orders
    static constexpr std::size_t OrdersACall = 30;
    static constexpr std::size_t RowsACall = 5'000;
    static constexpr Milliseconds Before{
        10 * 60'000};  ///< how much older than the oldest failing order one may be

    /// Open items of the cause that are about orders.
    explicit ContrastScan(std::vector<EntityId> items);

    /// One part of the work, inside one transaction; the answer with the last. Errors: Corrupt, Unavailable.
    Result<std::optional<session::Contrast>> more(store::StoreReader& reader, const Dictionary& names);

private:
    Result<> readFailing(store::StoreReader& reader, const Dictionary& names);
    Result<> look(store::StoreReader& reader);
    Result<> readPassing(store::StoreReader& reader, const Dictionary& names);
    void take(const engine::EntityRow& row);
    [[nodiscard]] session::Contrast result(store::StoreReader& reader) const;

    std::vector<EntityId> failing_;  // orders, by id
    std::vector<EntityId> passing_;  // candidates
    std::vector<Traits> failed_, passed_;
    std::size_t failingRead_ = 0, passingRead_ = 0;
    Instant from_ = Never, to_{0};
    EntityId at_;  // the scan has come down to it
    std::size_t scanned_ = 0;
    std::size_t stride_ = 1, skip_ = 0;  // every how many-th candidate is kept
    bool looked_ = false;
    bool sampled_ = false;
};

}  // namespace holdpoint::views
