// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
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
    double rssMb = 0;  ///< highest
    double diskBytesPerOrder = 0;
    double rowWritesPerOrder = 0;
    std::uint64_t commits = 0;
    std::uint64_t fsyncs = 0;
    double stubShare = 0;  ///< of the time: vendors, producers and bookkeeping of the bench itself
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
    std::uint64_t fsyncs_;
    std::vector<float> latencies_;
};

/// Runs it in a process of its own, so that no run inherits the memory of another. Ends the program if it fails.
[[nodiscard]] Figures inChild(const std::function<Figures()>& run);

/// One line: name, rate, latencies, CPU, memory, disk, rows.
[[nodiscard]] std::string toText(const std::string& name, const Figures& figures);

}  // namespace holdpoint::bench
