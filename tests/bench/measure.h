// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace holdpoint::bench {

/// What one run cost. Rates mean little on a shared machine: compare with a control of the same run.
struct Figures {
    std::uint64_t orders = 0;
    double seconds = 0;
    double ordersPerSecond = 0;
    double p50Ms = 0;  ///< from intake to the last commit of an order
    double p99Ms = 0;
    double cpuSecondsPer1000 = 0;
    double rssMb = 0;
    double diskBytesPerOrder = 0;
    double rowWritesPerOrder = 0;
};

/// Seconds of a clock that never goes back.
[[nodiscard]] double monotonicSeconds();

/// Measures from its making to `figures`.
class Measure {
public:
    Measure();
    void done(double startedAt) { latencies_.push_back(static_cast<float>(monotonicSeconds() - startedAt)); }
    /// `folder`: every file in it counts as disk.
    [[nodiscard]] Figures figures(std::uint64_t orders, std::uint64_t rowWrites);
    static void addDisk(Figures& figures, const std::filesystem::path& folder);

private:
    double wall_, cpu_;
    std::vector<float> latencies_;
};

/// One line: name, rate, latencies, CPU, memory, disk, rows.
[[nodiscard]] std::string toText(const std::string& name, const Figures& figures);

}  // namespace holdpoint::bench
