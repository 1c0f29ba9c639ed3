// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/lab/fault.h"
#include "core/lab/vendor_model.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace holdpoint::lab {

class HttpServer;

/// Simulated vendors as real HTTP servers on 127.0.0.1, one port each, all on one thread that this object owns. The
/// models, books and faults are those of `InProcess`; `http_routes.h` lists the paths. A reply leaves after its book was
/// synced; calls that arrive together share one sync.
/// An `outage` without rate, limit or operation closes the vendor's port, so that connecting is refused; any other
/// outage drops the connection. The control port serves all vendors under /<vendor>/v1/… and is never down.
/// All functions may be called from any thread but the lab's own.
class HttpVendors {
public:
    struct Options {
        std::vector<VendorOptions> vendors;
        std::filesystem::path folder;                ///< of the books; empty: in memory
        std::map<std::string, std::uint16_t> ports;  ///< by vendor; else, or 0: a free one
        std::uint16_t controlPort = 0;
        /// Called on the lab's thread for every event that is due; `delivered` or `undelivered` must follow.
        std::function<void(const Webhook&)> onWebhook;
        /// Where to POST the events instead, http://127.0.0.1:…/…; tried again with backoff until answered by 2xx.
        std::string webhookUrl;
    };
    /// Errors: those of VendorBook::open; Unavailable (a port cannot be opened); InvalidArgument (URL).
    static Result<std::unique_ptr<HttpVendors>> start(Options options, const Clock& clock);
    /// Stops and joins; open connections are closed, what was received and not answered stays so.
    ~HttpVendors();

    /// `http://127.0.0.1:<port>`; empty: no such vendor.
    [[nodiscard]] std::string url(const std::string& vendor) const;
    [[nodiscard]] std::string controlUrl() const;
    /// Replaces a vendor's switches; holds when it returns.
    void setFaults(const std::string& vendor, std::vector<Fault> faults);
    /// The receiver has the event for good.
    void delivered(const Webhook& webhook);
    /// It has not: hand it out again later.
    void undelivered(const Webhook& webhook, Milliseconds later);
    /// Events that are due later, or handed out and not answered.
    [[nodiscard]] std::size_t pendingWebhooks() const;
    /// Key → receipts and effects, as of now.
    [[nodiscard]] std::map<std::string, BookEntry, std::less<>> book(const std::string& vendor) const;

private:
    explicit HttpVendors(std::unique_ptr<HttpServer> server);
    std::unique_ptr<HttpServer> server_;
};

}  // namespace holdpoint::lab
