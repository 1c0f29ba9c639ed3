// SPDX-License-Identifier: GPL-3.0-or-later
// bench_rollout [--orders N]: assignments a second beside a bare loop of SHA-256, and 20 gates over 50 slices after ten
// million orders. Tells figures; never fails by time.
#include "core/base/hash.h"
#include "core/base/rng.h"
#include "core/rollout/assign.h"
#include "core/rollout/gate_board.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

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

constexpr std::size_t Gates = 20, Slices = 50;
constexpr std::int64_t Minutes = 5 * 1440, FirstMinute = 30'000'000, Orders = 10'000'000;

/// As the raw series is stored: what one minute, slice and arm has of one metric.
struct Row {
    std::uint32_t minute;
    std::uint8_t slice, arm;
    std::uint16_t n, x;
};

std::vector<Row> recorded()
{
    SeededRng rng(1);
    std::vector<Row> rows;
    const auto each = static_cast<std::uint64_t>(Orders / (Minutes * static_cast<std::int64_t>(Slices)) + 1);
    for (std::uint32_t m = 0; m < Minutes; ++m)
        for (std::uint8_t s = 0; s < Slices; ++s) {
            const auto canary = static_cast<std::uint16_t>(rng.below(each / 5 + 1));
            const auto control = static_cast<std::uint16_t>(each - canary);
            rows.push_back({m, s, 0, canary, static_cast<std::uint16_t>(canary > 0 && rng.chance(20'000))});
            rows.push_back({m, s, 1, control, static_cast<std::uint16_t>(rng.chance(200'000))});
        }
    return rows;
}

std::vector<GatePlan> gates()
{
    std::vector<GatePlan> all(Gates);
    for (std::size_t g = 0; g < Gates; ++g) {
        all[g].id = all[g].metric = "m" + std::to_string(g);
        all[g].kind = g % 2 == 0 ? GateKind::Relative : GateKind::Absolute;
        all[g].threshold = 0.02;
        all[g].blocker = g % 3 != 0;
        all[g].maturity = Milliseconds{static_cast<std::int64_t>(g % 4) * 600'000};
    }
    return all;
}

Instant at(std::int64_t minute) { return {(FirstMinute + minute) * 60'000}; }

void addRow(GateBoard& board, std::size_t metric, const Row& row, std::int64_t minute)
{
    board.cells().add(metric, row.slice, static_cast<Arm>(row.arm), at(minute), {row.x, row.n});
}

void evaluateAt(GateBoard& board, std::int64_t minute)
{
    for (std::size_t g = 0; g < Gates; ++g)
        board.setWatermark("m" + std::to_string(g), at(minute));
    board.evaluate(at(minute));
}

void gateEvaluation()
{
    const auto rows = recorded();
    std::int64_t orders = 0;
    for (const Row& row : rows)
        orders += row.n;
    const double start = seconds();
    GateBoard board(gates(), Slices);
    board.cells().openEpoch(FirstMinute, std::vector<double>(Slices, 0.05));
    board.cells().openEpoch(FirstMinute + Minutes / 2, std::vector<double>(Slices, 0.1));
    board.cells().advance(at(Minutes));
    for (std::size_t metric = 0; metric < Gates; ++metric)
        for (const Row& row : rows)
            addRow(board, metric, row, row.minute);
    const double loaded = seconds();
    evaluateAt(board, Minutes);
    const double evaluated = seconds();
    std::vector<double> minutes;
    const std::clock_t cpu = std::clock();
    for (std::int64_t m = 0; m < 60; ++m) {
        const double begin = seconds();
        for (std::size_t metric = 0; metric < Gates; ++metric)
            for (std::size_t i = 0; i < Slices * 2; ++i)
                addRow(board, metric, rows[static_cast<std::size_t>(m) * Slices * 2 + i], Minutes + m);
        evaluateAt(board, Minutes + m + 1);
        minutes.push_back((seconds() - begin) * 1e3);
    }
    const double cpuMs = 1e3 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC / 60;
    std::sort(minutes.begin(), minutes.end());
    std::printf("recorded orders      %12lld in %zu rows of each of %zu metrics\n",
                static_cast<long long>(orders), rows.size(), Gates);
    std::printf("after start          %12.3f s, of it %.3f reading the series, asked 1\n", evaluated - start,
                loaded - start);
    std::printf("a new minute         %12.3f ms median, %.3f ms worst of 60, %.3f ms of CPU each, asked 20\n",
                minutes[30], minutes.back(), cpuMs);
    int verdicts[3] = {};
    for (std::size_t g = 0; g < Gates; ++g)
        for (std::size_t s = 0; s < Slices; ++s)
            ++verdicts[static_cast<std::size_t>(board.result(g, s).verdict)];
    std::printf("verdicts             %12d GO, %d NO-GO, %d open\n", verdicts[0], verdicts[1], verdicts[2]);
}

}  // namespace

int main(int argc, char** argv)
{
    std::size_t n = 2'000'000;
    if (argc == 3 && std::strcmp(argv[1], "--orders") == 0)
        n = std::strtoull(argv[2], nullptr, 10);
    assignments(n);
    gateEvaluation();
}
