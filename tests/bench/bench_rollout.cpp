// SPDX-License-Identifier: GPL-3.0-or-later
// bench_rollout [--orders N]: assignments a second beside a bare loop of SHA-256. Tells figures; never fails by time.
#include "core/base/hash.h"
#include "core/rollout/assign.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::vector<std::string> units(std::size_t n)
{
    std::vector<std::string> all;
    for (std::size_t i = 0; i < n; ++i)
        all.push_back("ORD-" + std::to_string(i));
    return all;
}

/// A look-alike of a real step: five regions, each its own slice.
std::vector<ServedSlice> slices()
{
    std::vector<ServedSlice> all;
    for (const char* region : {"BR-SP", "BR-RJ", "BR-MG", "BR-RS", "BR-PR"}) {
        ServedSlice s;
        s.name = region;
        s.predicate = {Op::Eq, Attribute::Region, Quantifier::AllLines, {std::string(region)}, {}};
        s.weightBp = 1000;
        all.push_back(s);
    }
    return all;
}

template <typename F>
double perSecond(const std::vector<std::string>& units, F each)
{
    const double start = seconds();
    for (const std::string& unit : units)
        each(unit);
    return static_cast<double>(units.size()) / (seconds() - start);
}

void assignments(std::size_t n)
{
    const auto all = units(n);
    const auto served = slices();
    const Bucketer bucketer("rollout-2026-01");
    Traits traits;
    traits.set(Attribute::Region, std::string("BR-MG"));
    std::uint64_t sum = 0;
    const double bare = perSecond(all, [&](const std::string& unit) { sum += prefix64(sha256(unit)); });
    const double hashed =
        perSecond(all, [&](const std::string& unit) { sum += static_cast<unsigned>(bucketer(unit)); });
    const double whole = perSecond(all, [&](const std::string& unit) {
        sum += static_cast<unsigned>(assign(bucketer, served, traits, unit).bucket);
    });
    std::printf("bare SHA-256         %12.0f /s\n", bare);
    std::printf("bucket               %12.0f /s  %.2f of bare\n", hashed, hashed / bare);
    std::printf("assignment, 5 slices %12.0f /s  %.2f of bare, asked 2000000\n", whole, whole / bare);
    std::printf("check %llu\n", static_cast<unsigned long long>(sum));
}

}  // namespace

int main(int argc, char** argv)
{
    std::size_t n = 2'000'000;
    if (argc == 3 && std::strcmp(argv[1], "--orders") == 0)
        n = std::strtoull(argv[2], nullptr, 10);
    assignments(n);
}
