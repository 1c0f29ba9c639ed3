// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/shrink.h"
#include "tests/sim/world.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::sim;

namespace {

using Steady = std::chrono::steady_clock;
constexpr std::uint64_t TwiceEach = 16;
constexpr std::uint64_t SeedsPerMutant = 200;
constexpr int OrdersPerMutant = 30;

struct Options {
    std::uint64_t from = 1;
    std::uint64_t to = 100;
    int orders = 100;
    double budget = 0;  // seconds; 0: none
    bool json = false;
    bool shrink = false;
    bool mutants = false;
    Mutant mutant = Mutant::None;
    std::string cases;
    std::string script;
    std::string write;
};

/// Of this process, whatever else the machine does.
double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double since(Steady::time_point start)
{
    return std::chrono::duration<double>(Steady::now() - start).count();
}

int usage()
{
    std::fputs("holdpoint_sim --seeds A..B [--orders N] [--budget SECONDS] [--json] [--shrink] [--mutant N]\n"
               "holdpoint_sim --mutants [--budget SECONDS]       every planted bug must be found\n"
               "holdpoint_sim --cases FOLDER | --script FILE     plays literal scripts\n"
               "holdpoint_sim --seeds A..A --write FILE          writes the script of a seed\n",
               stderr);
    return 2;
}

bool readSeeds(const std::string& text, Options& o)
{
    const auto dots = text.find("..");
    o.from = std::strtoull(text.c_str(), nullptr, 10);
    o.to = dots == std::string::npos ? o.from : std::strtoull(text.c_str() + dots + 2, nullptr, 10);
    return o.from > 0 && o.to >= o.from;
}

bool readArguments(int argc, char** argv, Options& o)
{
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const auto value = [&] { return std::string(i + 1 < argc ? argv[++i] : ""); };
        if (word == "--json")
            o.json = true;
        else if (word == "--shrink")
            o.shrink = true;
        else if (word == "--mutants")
            o.mutants = true;
        else if (word == "--orders")
            o.orders = std::atoi(value().c_str());
        else if (word == "--budget")
            o.budget = std::atof(value().c_str());
        else if (word == "--mutant")
            o.mutant = static_cast<Mutant>(std::atoi(value().c_str()));
        else if (word == "--cases")
            o.cases = value();
        else if (word == "--script")
            o.script = value();
        else if (word == "--write")
            o.write = value();
        else if (word != "--seeds" || !readSeeds(value(), o))
            return false;
    }
    return o.mutant < Mutant::Count;
}

class Progress {
public:
    explicit Progress(bool quiet) : on_(!quiet && isatty(STDERR_FILENO) != 0) {}
    void show(std::uint64_t done, std::uint64_t of, const std::string& what)
    {
        if (!on_)
            return;
        const int filled = static_cast<int>(done * 30 / (of == 0 ? 1 : of));
        std::fprintf(
            stderr, "\r[%-30s] %llu/%llu %s ", std::string(static_cast<std::size_t>(filled), '#').c_str(),
            static_cast<unsigned long long>(done), static_cast<unsigned long long>(of), what.c_str());
    }
    void end() const
    {
        if (on_)
            std::fputc('\n', stderr);
    }

private:
    bool on_;
};

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    return out + "\"";
}

struct Total {
    std::uint64_t seeds = 0;
    std::uint64_t twice = 0;
    Run sum;
    std::uint64_t failedSeed = 0;
    Run failed;
    double seconds = 0;
    double cpu = 0;
};

void addTo(Total& total, const Run& run)
{
    ++total.seeds;
    total.sum.orders += run.orders;
    total.sum.turns += run.turns;
    total.sum.frames += run.frames;
    total.sum.crashes += run.crashes;
    total.sum.simulated += run.simulated;
    for (const auto& [kind, n] : run.faults)
        total.sum.faults[kind] += n;
}

Total playSeeds(const Options& o)
{
    Total total;
    Progress progress(o.json);
    const auto start = Steady::now();
    const double cpu = cpuSeconds();
    for (std::uint64_t seed = o.from; seed <= o.to && total.failedSeed == 0; ++seed) {
        if (o.budget > 0 && since(start) > o.budget)
            break;
        progress.show(seed - o.from, o.to - o.from + 1, "seeds");
        const Script script = generate(seed, o.orders);
        Run run = play(script, o.mutant);
        if (run.violations.empty() && seed % TwiceEach == 0) {
            ++total.twice;
            if (play(script, o.mutant).trace != run.trace)
                run.violations.emplace_back("the same seed gave another trace");
        }
        addTo(total, run);
        if (!run.violations.empty()) {
            total.failedSeed = seed;
            total.failed = std::move(run);
        }
    }
    progress.end();
    total.seconds = since(start);
    total.cpu = cpuSeconds() - cpu;
    return total;
}

void printJson(const Options& o, const Total& t)
{
    std::printf(
        "{\"from\":%llu,\"seeds\":%llu,\"played_twice\":%llu,\"orders\":%llu,\"turns\":%llu,\"frames\":%llu,"
        "\"crashes\":%llu,\"simulated_hours\":%.1f,\"seconds\":%.2f,\"orders_per_core_second\":%.0f,\"faults\":{",
        static_cast<unsigned long long>(o.from), static_cast<unsigned long long>(t.seeds),
        static_cast<unsigned long long>(t.twice), static_cast<unsigned long long>(t.sum.orders),
        static_cast<unsigned long long>(t.sum.turns), static_cast<unsigned long long>(t.sum.frames),
        static_cast<unsigned long long>(t.sum.crashes), static_cast<double>(t.sum.simulated) / 3.6e6,
        t.seconds, static_cast<double>(t.sum.orders) / t.cpu);
    bool first = true;
    for (const auto& [kind, n] : t.sum.faults) {
        std::printf("%s%s:%llu", first ? "" : ",", quoted(kind).c_str(), static_cast<unsigned long long>(n));
        first = false;
    }
    std::printf("},\"failed_seed\":%llu,\"violations\":[", static_cast<unsigned long long>(t.failedSeed));
    for (std::size_t i = 0; i < t.failed.violations.size(); ++i)
        std::printf("%s%s", i == 0 ? "" : ",", quoted(t.failed.violations[i]).c_str());
    std::printf("]}\n");
}

void printText(const Options& o, const Total& t)
{
    std::printf(
        "seeds %llu..%llu, %d orders each: %llu orders, %llu turns, %llu frames, %llu deaths, %.0f simulated hours "
        "in %.1f s, %.0f orders per core-second; %llu seeds played twice\n",
        static_cast<unsigned long long>(o.from), static_cast<unsigned long long>(o.from + t.seeds - 1),
        o.orders, static_cast<unsigned long long>(t.sum.orders), static_cast<unsigned long long>(t.sum.turns),
        static_cast<unsigned long long>(t.sum.frames), static_cast<unsigned long long>(t.sum.crashes),
        static_cast<double>(t.sum.simulated) / 3.6e6, t.seconds, static_cast<double>(t.sum.orders) / t.cpu,
        static_cast<unsigned long long>(t.twice));
    for (const auto& [kind, n] : t.sum.faults)
        std::printf("  %-30s %llu\n", kind.c_str(), static_cast<unsigned long long>(n));
    if (t.failedSeed == 0)
        return;
    std::printf(
        "FAILED: holdpoint_sim --seeds %llu..%llu --orders %d --shrink%s\n",
        static_cast<unsigned long long>(t.failedSeed), static_cast<unsigned long long>(t.failedSeed),
        o.orders,
        o.mutant == Mutant::None ? "" : (" --mutant " + std::to_string(static_cast<int>(o.mutant))).c_str());
    for (const std::string& text : t.failed.violations)
        std::printf("  %s\n", text.c_str());
}

void shrinkFailure(const Options& o, const Total& t)
{
    const auto start = Steady::now();
    int runs = 0;
    Progress progress(o.json);
    const Script small = shrink(generate(t.failedSeed, o.orders), [&](const Script& script) {
        progress.show(static_cast<std::uint64_t>(++runs), 2'000, "runs");
        return !play(script, o.mutant).violations.empty();
    });
    progress.end();
    const std::string file = "seed-" + std::to_string(t.failedSeed) + ".txt";
    std::ofstream(file) << "# seed " << t.failedSeed << ": " << play(small, o.mutant).violations.front()
                        << "\n"
                        << toText(small);
    std::printf("%zu lines after %d runs, %.1f s: %s\n", small.actions.size(), runs, since(start),
                file.c_str());
}

int playScript(const std::string& file, Mutant mutant)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    const auto script = parseScript(text.str());
    if (!script) {
        std::printf("%s: %s\n", file.c_str(), script.error().detail.c_str());
        return 1;
    }
    const Run run = play(*script, mutant);
    const bool same = toText(*script) == toText(*parseScript(toText(*script)));
    std::printf("%s: %s\n", file.c_str(), run.violations.empty() && same ? "holds" : "FAILED");
    for (const std::string& violation : run.violations)
        std::printf("  %s\n", violation.c_str());
    return run.violations.empty() && same ? 0 : 1;
}

int playCases(const Options& o)
{
    int failed = 0;
    int played = 0;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(o.cases))
        if (entry.path().extension() == ".txt")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        failed += playScript(file.string(), o.mutant);
        ++played;
    }
    std::printf("%d cases, %d failed\n", played, failed);
    return failed == 0 && played > 0 ? 0 : 1;
}

int findMutants(const Options& o)
{
    int found = 0;
    const int all = static_cast<int>(Mutant::Count) - 1;
    Progress progress(o.json);
    for (int m = 1; m <= all; ++m) {
        progress.show(static_cast<std::uint64_t>(m), static_cast<std::uint64_t>(all), "mutants");
        Options each = o;
        each.json = true;  // no progress of its own
        each.orders = OrdersPerMutant;
        each.mutant = static_cast<Mutant>(m);
        each.from = 1;
        each.to = SeedsPerMutant;
        each.budget = o.budget > 0 ? o.budget / 4 : 0;  // few need so long
        const Total t = playSeeds(each);
        found += t.failedSeed != 0;
        std::printf(
            "%2d %-36s %s\n", m, std::string(mutantNames()[static_cast<std::size_t>(m)]).c_str(),
            t.failedSeed == 0
                ? ("MISSED in " + std::to_string(t.seeds) + " seeds").c_str()
                : ("seed " + std::to_string(t.failedSeed) + ": " + t.failed.violations.front()).c_str());
    }
    progress.end();
    std::printf("%d of %d planted bugs found\n", found, all);
    return found == all ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    Options o;
    if (argc < 2 || !readArguments(argc, argv, o))
        return usage();
    if (!o.cases.empty())
        return playCases(o);
    if (!o.script.empty())
        return playScript(o.script, o.mutant);
    if (o.mutants)
        return findMutants(o);
    if (!o.write.empty()) {
        std::ofstream(o.write) << toText(generate(o.from, o.orders));
        return 0;
    }
    const Total total = playSeeds(o);
    o.json ? printJson(o, total) : printText(o, total);
    if (total.failedSeed != 0 && o.shrink)
        shrinkFailure(o, total);
    return total.failedSeed == 0 ? 0 : 1;
}
