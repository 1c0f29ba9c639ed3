// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contracts/contract.h"
#include "core/engine/ports.h"
#include "core/lab/vendor_model.h"

#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace holdpoint::lab {

/// The simulated vendors as the engine's way out, in the same process and on the same thread: for tests, simulator and
/// measurements. Deterministic: the same calls at the same times give the same answers and events in the same order.
/// The driver's round: `advance(now)`, give the engine `takeAnswers()` and `takeWebhooks()`, run its turn; when the engine
/// has stored an event, `delivered()`. Books are synced once per take, before anything is handed out.
class InProcess final : public engine::Dispatcher {
public:
    /// With a folder the books are FOLDER/<name>.book and outlive the process; with an empty one they are in memory.
    /// Errors: those of VendorBook::open.
    static Result<std::unique_ptr<InProcess>> open(const std::vector<VendorOptions>& vendors,
                                                   const std::filesystem::path& folder = {});

    void dispatch(const VendorCall& call) override;

    /// The time of all that follows; never goes back.
    void advance(Instant now);
    /// The answers that have arrived, in the order of arrival. A vendor whose book cannot be written answers nothing:
    /// its calls end as OutcomeUnknown.
    std::vector<VendorAnswer> takeAnswers();
    /// The process that made the calls has died: answers on their way arrive nowhere.
    void loseAnswers() { arriving_.clear(); }
    /// The events that are due, oldest first.
    std::vector<Webhook> takeWebhooks();
    /// The engine has this event for good. An event taken and not delivered comes again after a restart.
    void delivered(const Webhook& webhook);
    /// When the next answer or event is due; Never: nothing is on its way.
    [[nodiscard]] Instant nextDue() const;
    [[nodiscard]] std::size_t callsInFlight() const noexcept { return arriving_.size(); }

    /// Null: no such vendor.
    [[nodiscard]] VendorModel* find(std::string_view name);
    [[nodiscard]] const std::map<std::string, VendorModel, std::less<>>& vendors() const noexcept
    {
        return vendors_;
    }
    /// Effects in all books.
    [[nodiscard]] std::uint64_t effects() const;

private:
    explicit InProcess(contracts::Contracts agreed) : contracts_(std::move(agreed)) {}

    void tellCarriers(const BookRow& row);

    struct Arriving {
        VendorModel* vendor = nullptr;
        VendorAnswer answer;
    };

    contracts::Contracts contracts_;
    std::map<std::string, VendorModel, std::less<>> vendors_;
    std::multimap<Instant, Arriving> arriving_;
    Instant now_;
};

}  // namespace holdpoint::lab
