// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace holdpoint::host {

/// Answers `GET /metrics` on loopback, for Prometheus. Owns one thread; one request at a time, each in ten seconds.
class MetricsServer {
public:
    /// The text as it is now; called on the server's thread, not more often than every five seconds.
    using Text = std::function<Result<std::string>()>;

    /// `port` 0: any that is free. Errors: Unavailable (the port is taken).
    static Result<std::unique_ptr<MetricsServer>> open(std::uint16_t port, Text text);
    ~MetricsServer();
    MetricsServer(const MetricsServer&) = delete;
    MetricsServer& operator=(const MetricsServer&) = delete;

    [[nodiscard]] std::uint16_t port() const noexcept;

private:
    struct Inside;
    explicit MetricsServer(std::unique_ptr<Inside> inside);

    std::unique_ptr<Inside> inside_;
};

/// The figures of the store in a folder, read beside whoever holds it.
[[nodiscard]] MetricsServer::Text metricsOfFolder(const std::string& folder);

}  // namespace holdpoint::host
