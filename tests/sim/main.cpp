// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/kinds.h"
#include "tests/sim/shrink.h"
#include "tests/sim/total.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::sim;

namespace {

using Steady = std::chrono::steady_clock;
constexpr std::uint64_t SeedsPerMutant = 200;
constexpr int OrdersPerMutant = 30;

struct Options {
    Range range{1, 100};
    int jobs = 1;
    bool json = false;
    bool shrink = false;
    bool mutants = false;
    bool report = false;
    std::string cases;
    std::string script;
    std::string write;
};

double since(Steady::time_point start)
{
    return std::chrono::duration<double>(Steady::now() - start).count();
}

int usage()
{
    std::fputs(
        "holdpoint_sim --seeds A..B [--orders N] [--jobs N] [--budget SECONDS] [--json] [--report] [--shrink]\n"
        "              [--keep-going] [--mutant N]\n"
        "holdpoint_sim --mutants [--budget SECONDS] [--json]   every planted bug must be found\n"
        "holdpoint_sim --cases FOLDER | --script FILE          plays literal scripts\n"
        "holdpoint_sim --seeds A..A --write FILE               writes the script of a seed\n",
        stderr);
    return 2;
}

bool readSeeds(const std::string& text, Options& o)
{
    const auto dots = text.find("..");
    Range& r = o.range;
    r.from = std::strtoull(text.c_str(), nullptr, 10);
    r.to = dots == std::string::npos ? r.from : std::strtoull(text.c_str() + dots + 2, nullptr, 10);
    return r.from > 0 && r.to >= r.from;
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
        else if (word == "--report")
            o.report = true;
        else if (word == "--keep-going")
            o.range.keepGoing = true;
        else if (word == "--jobs")
            o.jobs = std::atoi(value().c_str());
        else if (word == "--orders")
            o.range.orders = std::atoi(value().c_str());
        else if (word == "--budget")
            o.range.budget = std::atof(value().c_str());
        else if (word == "--mutant")
            o.range.mutant = static_cast<Mutant>(std::atoi(value().c_str()));
        else if (word == "--cases")
            o.cases = value();
        else if (word == "--script")
            o.script = value();
        else if (word == "--write")
            o.write = value();
        else if (word != "--seeds" || !readSeeds(value(), o))
            return false;
    }
    return o.range.mutant < Mutant::Count && o.jobs > 0;
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

std::vector<std::string> unreached(const Total& t)
{
    std::vector<std::string> missing;
    for (std::string& triple : allTriples())
        if (!t.sum.triples.contains(triple))
            missing.push_back(std::move(triple));
    return missing;
}

unsigned long long big(std::uint64_t n) { return n; }
double perCoreSecond(const Total& t) { return static_cast<double>(t.sum.orders) / std::max(t.cpu, 1e-6); }
double hours(const Total& t) { return static_cast<double>(t.sum.simulated) / 3.6e6; }

template <typename List, typename Write>
void printList(const char* before, const List& list, const char* after, Write&& write)
{
    std::printf("%s", before);
    bool first = true;
    for (const auto& each : list) {
        std::printf("%s%s", first ? "" : ",", write(each).c_str());
        first = false;
    }
    std::printf("%s", after);
}

void printJson(const Options& o, const Total& t)
{
    std::printf(
        "{\"from\":%llu,\"seeds\":%llu,\"played_twice\":%llu,\"orders\":%llu,\"finished\":%llu,\"told\":%llu,"
        "\"turns\":%llu,\"frames\":%llu,\"crash_points\":%llu,\"simulated_hours\":%.1f,\"seconds\":%.2f,"
        "\"jobs\":%d,\"orders_per_core_second\":%.0f",
        big(o.range.from), big(t.seeds), big(t.twice), big(t.sum.orders), big(t.sum.finished),
        big(t.sum.told), big(t.sum.turns), big(t.sum.frames), big(t.sum.crashes), hours(t), t.seconds, o.jobs,
        perCoreSecond(t));
    printList(",\"faults\":{", kindsOf(t.sum), "}",
              [](const auto& kind) { return quoted(kind.first) + ":" + std::to_string(kind.second); });
    const auto missing = unreached(t);
    std::printf(",\"triples_reached\":%zu,\"triples_unreached\":%zu", t.sum.triples.size(), missing.size());
    if (o.report)
        printList(",\"unreached\":[", missing, "]", [](const std::string& triple) { return quoted(triple); });
    printList(",\"red\":[", t.red, "]}\n", [](const Total::Red& red) {
        return "{\"seed\":" + std::to_string(red.seed) + ",\"violation\":" + quoted(red.violation) + "}";
    });
}

void printText(const Options& o, const Total& t)
{
    std::printf(
        "%llu seeds from %llu on, %d orders each: %llu orders (%llu finished, %llu in the queue), %llu turns, "
        "%llu frames, %llu deaths, %.0f simulated hours in %.1f s by %d, %.0f orders per core-second; %llu seeds "
        "played twice\n",
        big(t.seeds), big(o.range.from), o.range.orders, big(t.sum.orders), big(t.sum.finished),
        big(t.sum.told), big(t.sum.turns), big(t.sum.frames), big(t.sum.crashes), hours(t), t.seconds, o.jobs,
        perCoreSecond(t), big(t.twice));
    for (const auto& [kind, n] : kindsOf(t.sum))
        std::printf("  %-38s %llu\n", kind.c_str(), big(n));
    const auto missing = unreached(t);
    std::printf("  (place, input, fault): %zu reached, %zu of the table unreached\n", t.sum.triples.size(),
                missing.size());
    if (o.report)
        for (const auto& [triple, n] : t.sum.triples)
            std::printf("  reached: %8llu %s\n", big(n), triple.c_str());
    if (o.report)
        for (const std::string& triple : missing)
            std::printf("  unreached: %s\n", triple.c_str());
    const std::string mutant =
        o.range.mutant == Mutant::None ? "" : " --mutant " + std::to_string(static_cast<int>(o.range.mutant));
    for (const Total::Red& red : t.red) {
        if (red.seed == 0) {
            std::printf("FAILED: %s\n", red.violation.c_str());
            continue;
        }
        std::printf("FAILED: holdpoint_sim --seeds %llu..%llu --orders %d --shrink%s\n  %s\n", big(red.seed),
                    big(red.seed), o.range.orders, mutant.c_str(), red.violation.c_str());
    }
}

/// A smaller script that fails with the same words: numbers aside, or another fault might take its place.
std::string kindOf(const std::string& violation)
{
    std::string kind;
    for (const char c : violation)
        if (std::isdigit(static_cast<unsigned char>(c)) == 0)
            kind += c;
    return kind;
}

void shrinkFailure(const Options& o, const Total::Red& red)
{
    const auto start = Steady::now();
    int runs = 0;
    Progress progress(o.json);
    const std::string kind = kindOf(red.violation);
    const Script small = shrink(generate(red.seed, o.range.orders), [&](const Script& script) {
        progress.show(static_cast<std::uint64_t>(++runs), 2'000, "runs");
        const Run run = play(script, o.range.mutant);
        return !run.violations.empty() && kindOf(run.violations.front()) == kind;
    });
    progress.end();
    const std::string file = "seed-" + std::to_string(red.seed) + ".txt";
    std::ofstream(file) << "# seed " << red.seed << ": " << play(small, o.range.mutant).violations.front()
                        << "\n"
                        << toText(small);
    std::fprintf(o.json ? stderr : stdout, "%zu lines after %d runs, %.1f s: %s\n", small.actions.size(),
                 runs, since(start), file.c_str());
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
        failed += playScript(file.string(), o.range.mutant);
        ++played;
    }
    std::printf("%d cases, %d failed\n", played, failed);
    return failed == 0 && played > 0 ? 0 : 1;
}

int findMutants(const Options& o)
{
    std::vector<std::string> found;
    const int all = static_cast<int>(Mutant::Count) - 1;
    Progress progress(o.json);
    for (int m = 1; m <= all; ++m) {
        progress.show(static_cast<std::uint64_t>(m), static_cast<std::uint64_t>(all), "mutants");
        Range range{1, SeedsPerMutant};
        range.orders = OrdersPerMutant;
        range.mutant = static_cast<Mutant>(m);
        range.budget = o.range.budget > 0 ? o.range.budget / 4 : 0;  // few need so long
        const bool ends = range.mutant == Mutant::TurnWithoutEnd;    // this process, too
        const Total t = ends ? playSeeds(range, 2, {}) : playSeeds(range);
        const std::string name(mutantNames()[static_cast<std::size_t>(m)]);
        if (!t.red.empty())
            found.push_back(name);
        if (!o.json)
            std::printf("%2d %-36s %s\n", m, name.c_str(),
                        t.red.empty()
                            ? ("MISSED in " + std::to_string(t.seeds) + " seeds").c_str()
                            : ("seed " + std::to_string(t.red.front().seed) + ": " + t.red.front().violation)
                                  .c_str());
    }
    progress.end();
    const int count = static_cast<int>(found.size());
    if (o.json)
        printList(("{\"planted\":" + std::to_string(all) + ",\"found\":[").c_str(), found, "]}\n", quoted);
    else
        std::printf("%d of %d planted bugs found\n", count, all);
    return count == all ? 0 : 1;
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
        return playScript(o.script, o.range.mutant);
    if (o.mutants)
        return findMutants(o);
    if (!o.write.empty()) {
        std::ofstream(o.write) << toText(generate(o.range.from, o.range.orders));
        return 0;
    }
    std::uint64_t played = 0;
    Progress progress(o.json);
    const Total total =
        playSeeds(o.range, o.jobs, [&] { progress.show(++played, o.range.to - o.range.from + 1, "seeds"); });
    progress.end();
    o.json ? printJson(o, total) : printText(o, total);
    if (!total.red.empty() && o.shrink && total.red.front().seed != 0)
        shrinkFailure(o, total.red.front());
    return total.red.empty() ? 0 : 1;
}
