// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/total.h"

#include "core/base/check.h"
#include "tests/sim/turn_limit.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace holdpoint::sim {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::uint64_t TwiceEach = 50;

/// Of this process, whatever else the machine does.
double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double since(Steady::time_point start)
{
    return std::chrono::duration<double>(Steady::now() - start).count();
}

template <typename Visit>
void eachNumber(Total& t, Visit&& visit)
{
    visit("seeds", t.seeds);
    visit("twice", t.twice);
    visit("orders", t.sum.orders);
    visit("finished", t.sum.finished);
    visit("told", t.sum.told);
    visit("turns", t.sum.turns);
    visit("frames", t.sum.frames);
    visit("crashes", t.sum.crashes);
}

void add(Total& total, const Run& run)
{
    ++total.seeds;
    total.sum.orders += run.orders;
    total.sum.finished += run.finished;
    total.sum.told += run.told;
    total.sum.turns += run.turns;
    total.sum.frames += run.frames;
    total.sum.crashes += run.crashes;
    total.sum.simulated += run.simulated;
    for (const auto& [kind, n] : run.faults)
        total.sum.faults[kind] += n;
    for (const auto& [triple, n] : run.triples)
        total.sum.triples[triple] += n;
}

/// One line a number, so that a parent can add up what its children say.
std::string toLines(Total total)
{
    std::ostringstream out;
    eachNumber(total, [&](const char* name, std::uint64_t n) { out << "n " << n << ' ' << name << '\n'; });
    out << "s " << total.sum.simulated << '\n' << "c " << static_cast<std::int64_t>(total.cpu * 1e6) << '\n';
    for (const auto& [kind, n] : total.sum.faults)
        out << "f " << n << ' ' << kind << '\n';
    for (const auto& [triple, n] : total.sum.triples)
        out << "t " << n << ' ' << triple << '\n';
    for (const Total::Red& red : total.red)
        out << "r " << red.seed << ' ' << red.violation << '\n';
    return out.str();
}

void addLine(Total& total, const std::string& line)
{
    std::istringstream in(line);
    char what = 0;
    std::int64_t n = 0;
    std::string rest;
    in >> what >> n >> std::ws;
    std::getline(in, rest);
    const auto count = static_cast<std::uint64_t>(n);
    if (what == 'n')
        eachNumber(total, [&](const char* name, std::uint64_t& sum) { sum += name == rest ? count : 0; });
    else if (what == 's')
        total.sum.simulated += n;
    else if (what == 'c')
        total.cpu += static_cast<double>(n) / 1e6;
    else if (what == 'f')
        total.sum.faults[rest] += count;
    else if (what == 't')
        total.sum.triples[rest] += count;
    else if (what == 'r')
        total.red.push_back({count, rest});
}

[[noreturn]] void playShare(const Range& range, int out)
{
    const auto say = [out](const std::string& text) {
        for (std::size_t written = 0; written < text.size();) {
            const auto n = ::write(out, text.data() + written, text.size() - written);
            if (n <= 0)
                ::_exit(1);
            written += static_cast<std::size_t>(n);
        }
    };
    TurnLimit::sayTo(out, "r ", " a turn did not end\ne\n");
    const Total share = playSeeds(range, [&] { say("d\n"); });
    say(toLines(share));
    say("e\n");
    ::_exit(0);
}

struct Child {
    ::pid_t id = 0;
    std::FILE* from = nullptr;
};

Child startShare(const Range& range)
{
    int ends[2];
    HP_CHECK(::pipe(ends) == 0);
    const ::pid_t id = ::fork();
    HP_CHECK(id >= 0);
    if (id == 0) {
        ::close(ends[0]);
        playShare(range, ends[1]);
    }
    ::close(ends[1]);
    return {id, ::fdopen(ends[0], "r")};
}

}  // namespace

Total playSeeds(const Range& range, const std::function<void()>& done)
{
    Total total;
    const auto start = Steady::now();
    const double cpu = cpuSeconds();
    for (std::uint64_t seed = range.from; seed <= range.to; seed += range.step) {
        if (range.budget > 0 && since(start) > range.budget)
            break;
        const Script script = generate(seed, range.orders);
        Run run = play(script, range.mutant);
        if (run.violations.empty() && seed % TwiceEach == 0) {
            ++total.twice;
            if (play(script, range.mutant).trace != run.trace)
                run.violations.emplace_back("the same seed gave another trace");
        }
        add(total, run);
        if (done)
            done();
        if (run.violations.empty())
            continue;
        total.red.push_back({seed, run.violations.front()});
        if (!range.keepGoing)
            break;
    }
    total.seconds = since(start);
    total.cpu = cpuSeconds() - cpu;
    return total;
}

Total playSeeds(const Range& range, int jobs, const std::function<void()>& done)
{
    if (jobs <= 1)
        return playSeeds(range, done);
    const auto start = Steady::now();
    std::vector<Child> children;
    for (int job = 0; job < jobs; ++job) {
        Range share = range;
        share.from += static_cast<std::uint64_t>(job);
        share.step = static_cast<std::uint64_t>(jobs);
        children.push_back(startShare(share));
    }
    Total total;
    for (std::size_t open = children.size(); open > 0;)
        for (Child& child : children) {
            char line[4096];
            if (child.from == nullptr)
                continue;
            if (std::fgets(line, sizeof line, child.from) == nullptr) {
                total.red.push_back({0, "a process of the simulator died"});  // of which seed is not known
                line[0] = 'e';
            }
            std::string text(line, std::find(line, line + sizeof line, '\n'));
            if (line[0] == 'd' && done)
                done();
            else if (line[0] == 'e') {
                std::fclose(child.from);
                child.from = nullptr;
                ::waitpid(child.id, nullptr, 0);
                --open;
            } else
                addLine(total, text);
        }
    std::sort(total.red.begin(), total.red.end(),
              [](const auto& a, const auto& b) { return a.seed < b.seed; });
    total.seconds = since(start);
    return total;
}

}  // namespace holdpoint::sim
