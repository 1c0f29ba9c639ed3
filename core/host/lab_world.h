// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contracts/contract.h"
#include "core/host/engine_host.h"
#include "core/lab/http_vendor.h"

#include <atomic>
#include <filesystem>
#include <latch>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace holdpoint::connect {
class HttpDispatcher;
}

namespace holdpoint::host {

/// An engine on a data folder with the simulated vendors beside it: shop, payment, three warehouses, carrier and the legacy
/// stack, as HTTP servers on loopback with books of their own in `FOLDER/vendors`. What the demo launch and replays run on.
class LabWorld {
public:
    struct Options {
        std::filesystem::path folder;
        std::string numberSpace = "shop";  ///< whose order numbers the vendors speak of
        PaymentRule paymentRule = PaymentRule::AnyAuthorised;
        UnknownLines unknownLines = UnknownLines::Hold;
        Milliseconds latency{5};
        Milliseconds fulfilAfter{300};  ///< from acceptance to shipping, from booking to delivery
        std::uint64_t seed = 1;
        engine::Publisher* publisher = nullptr;
        std::filesystem::path checkpoints;  ///< as in `EngineHost::Options`
        std::filesystem::path contracts;  ///< folder of what vendors are held to; empty: what is compiled in
    };

    /// Waits up to 3 s for a holder of the folder that is just going away. Errors: those of the contracts, the store, the
    /// vendors' books, and of opening ports.
    static Result<std::unique_ptr<LabWorld>> start(Options options);
    ~LabWorld();

    [[nodiscard]] EngineHost& engine() noexcept { return *engine_; }
    [[nodiscard]] lab::HttpVendors& vendors() noexcept { return *vendors_; }
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return options_.folder; }
    [[nodiscard]] static const std::vector<std::string>& warehouses();
    [[nodiscard]] static std::vector<std::string> vendorNames();
    [[nodiscard]] static std::filesystem::path bookOf(const std::filesystem::path& folder,
                                                      const std::string& vendor);

    /// Nothing queued, no call open that is not waiting for its vendor to recover, no event on its way.
    [[nodiscard]] bool isQuiet(const HostState& state) const;
    /// Events of vendors that the engine has taken.
    [[nodiscard]] std::uint64_t webhooks() const noexcept { return webhooks_; }

private:
    explicit LabWorld(Options options) : options_(std::move(options)) {}
    Result<> startVendors();
    Result<> startEngine(store::FolderLock folder, contracts::Contracts contracts);
    void take(const lab::Webhook& webhook);

    Options options_;
    SystemClock clock_;
    std::unique_ptr<lab::HttpVendors> vendors_;
    connect::HttpDispatcher* dispatcher_ = nullptr;  // owned by the engine's host
    std::unique_ptr<EngineHost> engine_;
    // Events come on the vendors' thread, from the moment it runs: before `vendors_` is set, and while all this goes away.
    std::latch vendorsKnown_{1};
    lab::HttpVendors* receivers_ = nullptr;  // what `vendors_` owns; set once
    std::mutex readyMutex_;
    EngineHost* ready_ = nullptr;  // null: events come again later
    std::atomic<std::uint64_t> webhooks_{0};
};

/// The policy of the lab: three warehouses with different costs and reach, payment, carrier, shop, legacy.
[[nodiscard]] Policy labPolicy(Dictionary& names, const LabWorld::Options& options);

}  // namespace holdpoint::host
