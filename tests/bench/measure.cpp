// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

namespace holdpoint::bench {
namespace {

double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentMb()
{
    std::ifstream in("/proc/self/statm");
    double total = 0, resident = 0;
    in >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

double percentile(std::vector<float>& values, double part)
{
    if (values.empty())
        return 0;
    const auto at = static_cast<std::size_t>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
    return values[at] * 1e3;
}

}  // namespace

double monotonicSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Measure::Measure() : wall_(monotonicSeconds()), cpu_(cpuSeconds()) {}

Figures Measure::figures(std::uint64_t orders, std::uint64_t rowWrites)
{
    Figures f;
    const auto count = static_cast<double>(orders);
    f.orders = orders;
    f.seconds = monotonicSeconds() - wall_;
    f.cpuSecondsPer1000 = (cpuSeconds() - cpu_) / count * 1e3;
    f.ordersPerSecond = count / f.seconds;
    f.p50Ms = percentile(latencies_, 0.50);
    f.p99Ms = percentile(latencies_, 0.99);
    f.rssMb = residentMb();
    f.rowWritesPerOrder = static_cast<double>(rowWrites) / count;
    return f;
}

void Measure::addDisk(Figures& figures, const std::filesystem::path& folder)
{
    double bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().filename() != "reserve")
            bytes += static_cast<double>(entry.file_size());
    figures.diskBytesPerOrder = bytes / static_cast<double>(figures.orders);
}

std::string toText(const std::string& name, const Figures& f)
{
    char line[256];
    std::snprintf(
        line, sizeof line,
        "%-24s %9.0f orders/s  p50 %6.2f ms  p99 %6.2f ms  %.4f CPU s/1000  %6.1f MB  %6.0f B/order  %4.1f rows",
        name.c_str(), f.ordersPerSecond, f.p50Ms, f.p99Ms, f.cpuSecondsPer1000, f.rssMb, f.diskBytesPerOrder,
        f.rowWritesPerOrder);
    return line;
}

}  // namespace holdpoint::bench
