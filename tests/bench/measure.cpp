// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <type_traits>
#include <unistd.h>

namespace holdpoint::bench {
namespace {

std::uint64_t fsyncs = 0;  // of the process: SQLite calls fdatasync from one thread

double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double highestRssMb()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

double percentile(std::vector<float>& values, double part)
{
    if (values.empty())
        return 0;
    const auto at = static_cast<std::size_t>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at), values.end());
    return values[at] * 1e3;
}

static_assert(std::is_trivially_copyable_v<Figures>);

}  // namespace

double monotonicSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Figures inChild(const std::function<Figures()>& run)
{
    int ends[2] = {};
    Figures figures;
    std::fflush(stdout);
    if (::pipe(ends) != 0)
        std::exit(1);
    const pid_t child = ::fork();
    if (child == 0) {
        figures = run();
        const bool told = ::write(ends[1], &figures, sizeof figures) == sizeof figures;
        ::_exit(told ? 0 : 1);
    }
    ::close(ends[1]);
    const bool heard = child > 0 && ::read(ends[0], &figures, sizeof figures) == sizeof figures;
    ::close(ends[0]);
    if (child > 0)
        ::waitpid(child, nullptr, 0);
    if (!heard)
        std::exit(1);  // the child has said why
    return figures;
}

Measure::Measure() : wall_(monotonicSeconds()), cpu_(cpuSeconds()), fsyncs_(fsyncs) {}

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
    f.rssMb = highestRssMb();
    f.fsyncs = fsyncs - fsyncs_;
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

// Stands before the C library's, so that every fdatasync is counted.
extern "C" int fdatasync(int file)
{
    ++holdpoint::bench::fsyncs;
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}
