// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/turn_limit.h"

#include <csignal>
#include <cstdio>
#include <cstring>
#include <sys/time.h>
#include <unistd.h>

namespace holdpoint::sim {
namespace {

// A signal finds nothing else: the words are ready before it comes.
char words[512] = "";
int target = STDOUT_FILENO;
const char* sayBefore = "FAILED: seed ";
const char* sayAfter = "\n  a turn did not end\n";

void tooLong(int)
{
    // Nothing can be done about words that do not arrive.
    [[maybe_unused]] const auto written = ::write(target, words, std::strlen(words));
    ::_exit(1);
}

void arm(int seconds)
{
    ::itimerval limit{};
    limit.it_value.tv_sec = seconds;
    ::setitimer(ITIMER_VIRTUAL, &limit, nullptr);
}

}  // namespace

void TurnLimit::sayTo(int file, const char* before, const char* after)
{
    target = file;
    sayBefore = before;
    sayAfter = after;
}

TurnLimit::TurnLimit(std::uint64_t seed)
{
    std::snprintf(words, sizeof words, "%s%llu%s", sayBefore, static_cast<unsigned long long>(seed),
                  sayAfter);
    struct sigaction action {};
    action.sa_handler = tooLong;
    ::sigaction(SIGVTALRM, &action, nullptr);
}

TurnLimit::~TurnLimit() { end(); }

void TurnLimit::begin() const { arm(Seconds); }

void TurnLimit::end() const { arm(0); }

}  // namespace holdpoint::sim
