// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/lab/vendor_book.h"
#include "core/model/vendor_call.h"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

namespace holdpoint::lab {

/// What line of business a simulated vendor is in; decides which operations it takes.
enum class VendorKind : std::uint8_t { Shop, Payment, Warehouse, Carrier, Legacy };

/// Whether the vendor does what a call asks for.
struct Verdict {
    std::uint16_t status = 200;
    FailureClass cls = FailureClass::None;
    std::string code;  ///< empty: yes
    std::string field;
};

/// The business of a vendor without keys, books and faults: takes each new call once.
/// shop: confirm. payment: capture (never more than was authorised, where that is known), refund, void.
/// warehouse: ship; cancel, accepted until the shipment has left, also for one that never came, which is then refused,
/// unless it is one that forgets what it has nothing to do about.
/// carrier: book; unbook until the parcel has arrived. legacy: handback.
class Trade {
public:
    explicit Trade(VendorKind kind, bool forgetsEarlyCancel = false)
        : kind_(kind), forgetsEarlyCancel_(forgetsEarlyCancel)
    {}

    /// What would happen; changes nothing.
    [[nodiscard]] Verdict judge(const VendorCall& call, Instant now) const;
    /// It was done. `leaves`: when a shipment leaves the house. Rows may come in any order.
    void done(const BookRow& row, Instant leaves);
    /// The shipment was cancelled before it left.
    [[nodiscard]] bool cancelled(const std::string& order, Part part) const;
    /// How much may be captured under a payment reference; not stated: any amount.
    void authorise(const std::string& reference, std::int64_t amount) { payments_[reference].limit = amount; }
    [[nodiscard]] bool offers(Operation operation) const noexcept;

private:
    struct Shipment {
        Instant leaves = Never;
        bool cancelled = false;
    };
    struct Payment {
        std::int64_t limit = INT64_MAX;
        std::int64_t captured = 0;
    };
    [[nodiscard]] const Shipment* shipment(const std::string& order, Part part) const;
    void cancel(std::uint64_t leg);
    [[nodiscard]] Verdict judgeCapture(const VendorCall& call) const;

    VendorKind kind_;
    bool forgetsEarlyCancel_;
    std::unordered_map<std::uint64_t, Shipment> shipments_;  // by hash of order and part: never listed
    std::map<std::string, Payment> payments_;
};

}  // namespace holdpoint::lab

namespace holdpoint {
HP_NAMES(lab::VendorKind, "shop", "payment", "warehouse", "carrier", "legacy");
}
