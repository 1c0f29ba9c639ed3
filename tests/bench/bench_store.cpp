// SPDX-License-Identifier: GPL-3.0-or-later
// bench_store [orders] [folder]: the store against the raw loop, in the same run.
#include "tests/bench/raw_loop.h"
#include "tests/bench/store_loop.h"

#include <cstdio>
#include <cstdlib>

using namespace holdpoint::bench;

namespace {

void run(const std::filesystem::path& folder, std::uint64_t orders, const char* words,
         const LoopOptions& options)
{
    std::filesystem::remove_all(folder / "raw");
    std::filesystem::remove_all(folder / "store");
    const Figures raw = runRawLoop(folder / "raw", orders, options);
    std::printf("%s\n", toText(std::string("raw loop, ") + words, raw).c_str());
    const Figures store = runStoreLoop(folder / "store", orders, options);
    std::printf("%s\n", toText(std::string("store, ") + words, store).c_str());
    std::printf("%-24s %9.2f of the rate, %.2f by CPU\n", "ratio",
                store.ordersPerSecond / raw.ordersPerSecond, raw.cpuSecondsPer1000 / store.cpuSecondsPer1000);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::uint64_t orders = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 200'000;
    const std::filesystem::path folder = argc > 2
                                             ? std::filesystem::path(argv[2])
                                             : std::filesystem::temp_directory_path() / "holdpoint-bench";
    std::printf("%llu orders, WAL, synchronous=FULL\n", static_cast<unsigned long long>(orders));
    run(folder, orders, "sequential", {});
    run(folder, orders, "random", {.inFlight = 600, .randomNumbers = true});
    run(folder, std::min<std::uint64_t>(orders, 2'000), "one in flight",
        {.inFlight = 1, .randomNumbers = false});
    std::filesystem::remove_all(folder / "raw");
    std::filesystem::remove_all(folder / "store");
    return 0;
}
