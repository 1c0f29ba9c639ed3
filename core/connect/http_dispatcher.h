// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/contracts/contract.h"
#include "core/engine/ports.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace holdpoint::connect {

class Caller;

/// The engine's calls as HTTP: one dispatch is exactly one request, `POST <base>/v1/<operation>` or, for a question,
/// `GET <base>/v1/effects/<key>`. Retries and waiting are the engine's. Follows no redirect, uses no proxy, cookie or
/// cache, and reads at most 1 MB of an answer. Owns a thread with an event loop, so a QCoreApplication must exist.
///
/// Every dispatched call is answered once, by `sink` on that thread: what `contracts::readAnswer` makes of it. Not sent
/// for certain: connection_refused, host_not_found, unknown_vendor, connect_queue_full, stopped (still waiting), and
/// connect_timeout (no connection within 2 s). Outcome unknown: timeout, connection_closed, stopped (was started).
class HttpDispatcher final : public engine::Dispatcher {
public:
    struct Vendor {
        std::string name;
        std::string baseUrl;       ///< http://127.0.0.1:8101; plain http is for this machine alone
        int concurrentCalls = 16;  ///< the rest waits its turn, and its time-out starts with it
    };
    struct Options {
        std::vector<Vendor> vendors;
        contracts::Contracts contracts;
        std::size_t maxCalls = 16'384;  ///< dispatched and not answered; beyond it a call is answered at once
        Milliseconds connectTimeout{2'000};
    };
    using Sink = std::function<void(VendorAnswer)>;

    /// `clock` outlives the dispatcher. Errors: InvalidArgument (not a URL), Unsupported (not on this machine).
    static Result<std::unique_ptr<HttpDispatcher>> start(Options options, const Clock& clock, Sink sink);
    /// Stops: every call without an answer gets one, then the thread ends. Not from the sink.
    ~HttpDispatcher() override;

    /// From any thread; never waits.
    void dispatch(const VendorCall& call) override;
    /// Calls without an answer.
    [[nodiscard]] std::size_t callsInFlight() const;

private:
    explicit HttpDispatcher(std::unique_ptr<Caller> caller);
    std::unique_ptr<Caller> caller_;
};

}  // namespace holdpoint::connect
