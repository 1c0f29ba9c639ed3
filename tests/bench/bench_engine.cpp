// SPDX-License-Identifier: GPL-3.0-or-later
// bench_engine [--orders N] [--in-flight N] [--random-numbers] [--dir FOLDER] [--json] [--profile]
// Workload W1 through the whole engine, beside the raw loop of the same run. Tells figures; never fails by time.
#include "tests/bench/engine_loop.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/vfs.h>

using namespace holdpoint::bench;

namespace {

constexpr long TmpfsMagic = 0x01021994;
constexpr std::uint64_t AloneOrders = 2'000;
constexpr std::size_t Crowd = 50'000;  // room for orders that come at a pace of their own

struct Asked {
    std::uint64_t orders = 200'000;
    LoopOptions loop;
    std::filesystem::path folder = "bench-data";
    bool json = false;
    bool profile = false;  ///< only the run at full load, in this process
};

[[noreturn]] void explain()
{
    std::fprintf(
        stderr,
        "bench_engine [--orders N] [--in-flight N] [--random-numbers] [--dir FOLDER] [--json] [--profile]\n");
    std::exit(2);
}

Asked read(int argc, char** argv)
{
    Asked asked;
    for (int i = 1; i < argc; ++i) {
        const std::string option = argv[i];
        const auto value = [&]() -> const char* { return ++i < argc ? argv[i] : (explain(), ""); };
        if (option == "--orders")
            asked.orders = std::strtoull(value(), nullptr, 10);
        else if (option == "--in-flight")
            asked.loop.inFlight = std::strtoull(value(), nullptr, 10);
        else if (option == "--random-numbers")
            asked.loop.randomNumbers = true;
        else if (option == "--pace")
            asked.loop.ordersPerSecond = std::strtod(value(), nullptr);
        else if (option == "--dir")
            asked.folder = value();
        else if (option == "--json")
            asked.json = true;
        else if (option == "--profile")
            asked.profile = true;
        else
            explain();
    }
    if (asked.orders == 0 || asked.loop.inFlight == 0)
        explain();
    return asked;
}

/// A commit to memory costs nothing and would say nothing.
void mustBeDisk(const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    struct statfs what {};
    if (::statfs(folder.c_str(), &what) != 0 || what.f_type == TmpfsMagic) {
        std::fprintf(stderr, "%s is not on a disk; name another folder with --dir\n", folder.c_str());
        std::exit(2);
    }
}

template <typename Loop>
Figures fresh(const std::filesystem::path& folder, std::uint64_t orders, const LoopOptions& options,
              Loop loop)
{
    std::filesystem::remove_all(folder);
    const Figures figures = inChild([&] { return loop(folder, orders, options); });
    std::filesystem::remove_all(folder);
    return figures;
}

struct Results {
    Figures raw, full, half, alone;
    [[nodiscard]] double ratio() const { return full.ordersPerSecond / raw.ordersPerSecond; }
};

Results measure(const Asked& asked)
{
    Results r;
    const auto folder = asked.folder / "w1";
    r.raw = fresh(folder, asked.orders, asked.loop, runRawLoop);
    r.full = fresh(folder, asked.orders, asked.loop, runEngineLoop);
    LoopOptions half = asked.loop;
    half.inFlight = Crowd;
    half.ordersPerSecond = r.full.ordersPerSecond / 2;
    r.half = fresh(folder, std::min(asked.orders, static_cast<std::uint64_t>(half.ordersPerSecond * 10) + 1),
                   half, runEngineLoop);
    LoopOptions alone = asked.loop;
    alone.inFlight = 1;
    r.alone = fresh(folder, std::min(asked.orders, AloneOrders), alone, runEngineLoop);
    return r;
}

struct Line {
    const char* what;
    const char* key;
    double value;
    const char* unit;
    double asked;  // 0 = nothing asked
    double goal;
    bool atLeast = false;
};

std::vector<Line> lines(const Results& r)
{
    const auto perOrder = [&](std::uint64_t n) {
        return static_cast<double>(n) / static_cast<double>(r.full.orders);
    };
    return {
        {"orders", "orders", static_cast<double>(r.full.orders), "", 0, 0},
        {"engine", "engine_orders_per_s", r.full.ordersPerSecond, "orders/s", 0, 0},
        {"raw loop, same run", "raw_orders_per_s", r.raw.ordersPerSecond, "orders/s", 0, 0},
        {"ratio", "ratio", r.ratio(), "", 0.25, 0.4, true},
        {"p50 at full load", "full_p50_ms", r.full.p50Ms, "ms", 0, 0},
        {"p99 at full load", "full_p99_ms", r.full.p99Ms, "ms", 0, 0},
        {"p50 at half the load", "half_p50_ms", r.half.p50Ms, "ms", 0, 0},
        {"p99 at half the load", "half_p99_ms", r.half.p99Ms, "ms", 60, 25},
        {"one order alone, p50", "alone_p50_ms", r.alone.p50Ms, "ms", 2, 1.2},
        {"one order alone, p99", "alone_p99_ms", r.alone.p99Ms, "ms", 0, 0},
        {"CPU a 1,000 orders", "cpu_s_per_1000", r.full.cpuSecondsPer1000, "s", 0.05, 0.03},
        {"CPU, raw loop", "raw_cpu_s_per_1000", r.raw.cpuSecondsPer1000, "s", 0, 0},
        {"of the time: stubs", "stub_share", r.full.stubShare, "", 0, 0},
        {"highest RSS", "rss_mb", r.full.rssMb, "MB", 120, 64},
        {"disk an order", "disk_bytes_per_order", r.full.diskBytesPerOrder, "B", 2048, 1024},
        {"disk, raw loop", "raw_disk_bytes_per_order", r.raw.diskBytesPerOrder, "B", 0, 0},
        {"row writes an order", "rows_per_order", r.full.rowWritesPerOrder, "", 0, 0},
        {"row writes, raw loop", "raw_rows_per_order", r.raw.rowWritesPerOrder, "", 0, 0},
        {"commits an order", "commits_per_order", perOrder(r.full.commits), "", 0, 0},
        {"fsyncs an order", "fsyncs_per_order", perOrder(r.full.fsyncs), "", 0, 0},
        {"commits of one alone", "alone_commits_per_order",
         static_cast<double>(r.alone.commits) / static_cast<double>(r.alone.orders), "", 0, 0},
    };
}

void printTable(const Results& r)
{
    std::printf("%-24s %14s %-9s %8s %8s\n", "", "measured", "", "asked", "goal");
    for (const Line& line : lines(r)) {
        std::printf("%-24s %14.*f %-9s", line.what,
                    line.value >= 1000 ? 0
                    : line.value >= 10 ? 1
                                       : 4,
                    line.value, line.unit);
        if (line.asked != 0)
            std::printf(" %s%7g %s%7g", line.atLeast ? "≥" : "≤", line.asked, line.atLeast ? "≥" : "≤",
                        line.goal);
        std::printf("\n");
    }
}

void printJson(const Results& r, const Asked& asked)
{
    std::printf("{\"random_numbers\": %s, \"in_flight\": %zu", asked.loop.randomNumbers ? "true" : "false",
                asked.loop.inFlight);
    for (const Line& line : lines(r))
        std::printf(", \"%s\": %.6g", line.key, line.value);
    std::printf("}\n");
}

}  // namespace

int main(int argc, char** argv)
{
    const Asked asked = read(argc, argv);
    mustBeDisk(asked.folder);
    if (asked.profile) {
        std::filesystem::remove_all(asked.folder / "w1");
        std::printf("%s\n",
                    toText("engine", runEngineLoop(asked.folder / "w1", asked.orders, asked.loop)).c_str());
        return 0;
    }
    const Results results = measure(asked);
    if (asked.json)
        printJson(results, asked);
    else
        printTable(results);
    return 0;
}
