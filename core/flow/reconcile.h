// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/order.h"
#include "core/rollout/rollback.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

/// The books of one run compared after its rollback, by what our store knows. What other systems would have to say is named
/// as not checked, never as equal. Formula source: rollout.md §1.10.
namespace holdpoint::flow {

enum class BookCheck : std::uint8_t {
    Counts,        ///< in = finished + open, for each owner; none of ours without a disposition
    States,        ///< legacy = warehouse = payment
    Reservations,  ///< an order's grant = what the stock holds for it; none for an order that is not ours
    Shipments,     ///< at most what was planned, for each leg
    Money,  ///< refunded ≤ taken ≤ authorised; nothing taken from a cancelled one, something from a shipped one
    Symmetry,       ///< a cancelled order has nothing on its way, a return has its refund
    Notifications,  ///< the last word to the customer
    Keys,           ///< no idempotency key with two effects
    Backfill,       ///< checksums of the ledger
};
inline constexpr std::size_t BookChecks = 9;
[[nodiscard]] bool isChecked(BookCheck check) noexcept;

struct BookDifference {
    EntityId order;
    BookCheck check = BookCheck::Counts;
    std::string what;
    bool known = false;       ///< an open item of the order has it: somebody owns it
    std::int64_t amount = 0;  ///< money at risk, minor units
};

/// What the stock has for one order.
struct GrantSeen {
    Part leg = 0;
    std::int64_t units = 0;
    bool open = false;
};

class Reconciliation {
public:
    /// One order of the run, each once. `grants`: of the reservations its legs name. `disposed`: it is in the books of the
    /// rollback, or has nothing to do there.
    void add(const Order& order, const std::vector<GrantSeen>& grants, bool disposed, bool paymentIsOurs);

    [[nodiscard]] std::int64_t orders() const noexcept { return orders_; }
    [[nodiscard]] bool orphan() const noexcept { return orphans_ > 0; }
    /// Differences that nobody has.
    [[nodiscard]] std::int64_t unclassified() const noexcept;
    [[nodiscard]] std::int64_t differences() const noexcept { return count_; }
    /// The report as its document: totals, each check, differences (the first thousand), money at risk.
    [[nodiscard]] std::string report(std::uint32_t run, std::uint32_t version,
                                     const rollout::RollbackCounts& counts, Instant now) const;

private:
    void differs(const Order& order, BookCheck check, std::string what, std::int64_t amount = 0);
    void counts(const Order& order, bool disposed);
    void reservations(const Order& order, const std::vector<GrantSeen>& grants);
    void shipments(const Order& order);
    void money(const Order& order, bool paymentIsOurs);
    void symmetry(const Order& order, bool paymentIsOurs);
    void keys(const Order& order);

    std::int64_t orders_ = 0;
    std::array<std::int64_t, CountOf<OrderOwner>> open_{};
    std::array<std::int64_t, CountOf<OrderOwner>> finished_{};
    std::int64_t orphans_ = 0;
    std::int64_t captured_ = 0, refunded_ = 0;
    std::int64_t count_ = 0, unknown_ = 0, atRisk_ = 0;
    std::array<std::int64_t, BookChecks> byCheck_{};
    std::vector<BookDifference> first_;
};

}  // namespace holdpoint::flow

namespace holdpoint {
HP_NAMES(flow::BookCheck, "counts", "states", "reservations", "shipments", "money", "symmetry",
         "notifications", "keys", "backfill");
}  // namespace holdpoint
