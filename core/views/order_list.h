// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/filter.h"
#include "core/session/rows.h"
#include "core/store/store_reader.h"

#include <functional>
#include <optional>
#include <vector>

namespace holdpoint::views {

/// Which orders a list shows; everything given must hold.
struct OrderFilter {
    std::optional<Place> place;
    std::optional<OrderStatus> status;
    std::optional<Lane> lane;
    std::optional<OrderOwner> owner;
    std::optional<ChannelName> channel;
    std::optional<RegionName> region;
    std::optional<VendorName> vendor;
    std::uint32_t flags = 0;             ///< bits of Flag that must all be set
    std::int64_t valueFrom = INT64_MIN;  ///< minor units, both included
    std::int64_t valueTo = INT64_MAX;
    Instant createdFrom{INT64_MIN};  ///< both included
    Instant createdTo = Never;
    const search::Filter* search = nullptr;
    Instant now;  ///< what `age:` of the search counts to

    [[nodiscard]] bool matches(const engine::EntityRow& row, const Dictionary& names) const;
};

/// An order's list columns as the filter field sees them.
class SearchedOrder final : public search::Row {
public:
    SearchedOrder(const engine::EntityRow& row, const Dictionary& names, Instant now)
        : row_(row), names_(names), now_(now)
    {}
    [[nodiscard]] bool anyText(search::Field field, const search::TextTest& test) const override;
    [[nodiscard]] std::optional<std::int64_t> number(search::Field field) const override;
    [[nodiscard]] bool is(search::IsWord word) const override;
    [[nodiscard]] bool has(search::HasWord) const override { return false; }
    [[nodiscard]] bool anyWord(const search::TextTest& test) const override;

private:
    const engine::EntityRow& row_;
    const Dictionary& names_;
    Instant now_;
};

struct OrderPage {
    std::vector<EntityId> ids;      ///< newest first
    std::vector<Version> versions;  ///< of each
    EntityId last;                  ///< where to go on; none with `ended`
    bool ended = false;
    std::uint64_t scanned = 0;
};

/// At most `limit` orders born before `before` (none: from the newest), newest first, by keyset; scans until it has them.
/// `goOn` is asked each 1,024 rows; false ends the scan with what there is. To be called inside one transaction.
/// Errors: Corrupt, Unavailable.
Result<OrderPage> orders(store::StoreReader& reader, const Dictionary& names, const OrderFilter& filter,
                         EntityId before, std::size_t limit,
                         const std::function<bool(std::uint64_t scanned)>& goOn = {});

/// One row of the list with its number. Errors: NotFound, Corrupt, Unavailable.
Result<session::OrderRow> orderRow(store::StoreReader& reader, const Dictionary& names, EntityId id);

/// The number of an order; empty: `placed` has not come, or it is no order. Errors: Corrupt, Unavailable.
Result<std::string> orderNumber(store::StoreReader& reader, EntityId id);

/// Minor units in thousandths of the currency's unit, as the filter field counts.
[[nodiscard]] std::int64_t thousandths(std::int64_t minor, Currency currency) noexcept;

}  // namespace holdpoint::views
