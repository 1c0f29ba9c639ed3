// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/fault.h"
#include "core/lab/trade.h"
#include "core/lab/vendor_book.h"
#include "core/lab/vendor_reply.h"

#include <map>
#include <string>
#include <vector>

namespace holdpoint::lab {

/// Who a simulated vendor is.
struct VendorOptions {
    std::string name;  ///< of the vendor and of its events' `source`
    VendorKind kind = VendorKind::Warehouse;
    std::string numberSpace = "shop";     ///< whose order numbers it speaks of
    Milliseconds latency{0};              ///< of an answer …
    Milliseconds jitter{0};               ///< … and up to so much more
    Milliseconds fulfilAfter{3'600'000};  ///< accepted → shipped, booked → delivered …
    Milliseconds fulfilJitter{0};         ///< … and up to so much more
    std::uint64_t seed = 1;               ///< of both jitters
    bool statusQuery = true;              ///< can be asked about a key
    bool forgetsEarlyCancel = false;      ///< a cancel that comes before its shipment is lost
    bool keepBook = true;                 ///< false: totals only, every key is new; for measurements
};

/// An event to deliver to Holdpoint.
struct Webhook {
    Instant due;
    std::string vendor;
    std::string id;     ///< event id, the same for every copy
    std::string bytes;  ///< CloudEvent, JSON
};

/// A simulated vendor: keys, book, faults and events around a `Trade`. No thread, no clock: time is passed in and never
/// goes back. A reply or event may be handed out only after `sync()` succeeded.
class VendorModel {
public:
    explicit VendorModel(VendorOptions options) : VendorModel(options, VendorBook(options.keepBook)) {}
    /// Continues from what the book holds: answers, shipments, events not yet delivered.
    VendorModel(VendorOptions options, VendorBook book);

    /// Takes a call. Same key and body: the stored answer, marked as replayed (a shop: 409 already_processed);
    /// same key and another body: 422 naming
    /// the field; key still running: 409 in_progress.
    VendorReply handle(const VendorCall& call, Instant now);
    /// Answers a question about `call.key`; causes nothing. 200 with the state, or 404 no_such_effect, which proves that
    /// nothing exists under the key.
    VendorReply ask(const VendorCall& call, Instant now);
    /// The events whose time has come, oldest first; each is handed out once.
    std::vector<Webhook> due(Instant now);
    /// The receiver accepted the event: it is not sent again after a restart.
    void delivered(const Webhook& webhook) { book_.addDelivered(webhook.id); }
    /// It was not accepted: hand it out again at `at`.
    void retry(Webhook webhook, Instant at);
    /// Events that have not been handed out.
    [[nodiscard]] std::size_t waitingEvents() const noexcept { return later_.size(); }
    /// When the next event is due.
    [[nodiscard]] Instant nextDue() const { return later_.empty() ? Never : later_.begin()->first; }

    Result<void> sync() { return book_.sync(); }
    [[nodiscard]] FaultPlan& faults() noexcept { return faults_; }
    [[nodiscard]] const FaultPlan& faults() const noexcept { return faults_; }
    [[nodiscard]] Trade& trade() noexcept { return trade_; }
    [[nodiscard]] const VendorBook& book() const noexcept { return book_; }
    [[nodiscard]] const VendorOptions& options() const noexcept { return options_; }

private:
    struct Later {
        std::string id;
        std::string bytes;
        std::string order;
        Part part = 0;
    };
    VendorReply repeat(const BookEntry& entry, const VendorCall& call, BookRow row, Instant now);
    VendorReply answer(VendorReply reply, const Verdict& verdict, BookRow row, bool settled);
    VendorReply perform(VendorReply reply, const VendorCall& call, BookRow row, Instant now);
    bool strikeBefore(const FaultPlan::Occasion& occasion, VendorReply& reply);
    bool strikeAfter(const FaultPlan::Occasion& occasion, VendorReply& reply);
    bool strikeRefusal(const FaultPlan::Occasion& occasion, Verdict& verdict);
    void planWebhook(const FaultPlan::Occasion& occasion, BookRow& row, Instant leaves);
    void enqueue(const BookRow& row);
    [[nodiscard]] Instant arrival(const std::string& key, Instant now) const;
    [[nodiscard]] Instant leaves(const std::string& key, Instant now) const;

    VendorOptions options_;
    VendorBook book_;
    Trade trade_;
    FaultPlan faults_;
    std::multimap<Instant, Later> later_;
    std::map<std::string, std::uint32_t> questions_;  // by key, counted while faults are switched on
};

}  // namespace holdpoint::lab
