// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/process_figures.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

namespace holdpoint::bench {

double rssMbNow()
{
    std::ifstream file("/proc/self/statm");
    double all = 0, resident = 0;
    file >> all >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

double cpuSecondsNow()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double loadAverage()
{
    double load = 0;
    return ::getloadavg(&load, 1) == 1 ? load : 0;
}

Spread spreadOf(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto at = [&](double part) {
        return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1) + 0.5)];
    };
    return {values.size(), at(0.50), at(0.95), at(0.99), values.back()};
}

double slopeOf(const std::vector<double>& values)
{
    const auto n = static_cast<double>(values.size());
    double x = 0, y = 0, xx = 0, xy = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at = static_cast<double>(i);
        x += at;
        y += values[i];
        xx += at * at;
        xy += at * values[i];
    }
    const double divisor = n * xx - x * x;
    return divisor == 0 ? 0 : (n * xy - x * y) / divisor;
}

void printLines(const std::vector<Line>& lines, bool json)
{
    if (json) {
        std::printf("{");
        for (const Line& line : lines)
            std::printf("%s\"%s\": %.6g", &line == &lines.front() ? "" : ", ", line.key.c_str(), line.value);
        std::printf("}\n");
        return;
    }
    for (const Line& line : lines) {
        const int digits = line.value >= 1000 ? 0 : line.value >= 10 ? 1 : 3;
        std::printf("%-52s %12.*f %-8s", line.what.c_str(), digits, line.value, line.unit.c_str());
        if (line.most != 0)
            std::printf(" asked ≤ %g%s", line.most, line.value > line.most ? "  MISSED" : "");
        std::printf("\n");
    }
}

}  // namespace holdpoint::bench
