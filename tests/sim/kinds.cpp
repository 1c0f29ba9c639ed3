// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/kinds.h"

namespace holdpoint::sim {
namespace {

struct Kind {
    const char* name;
    std::vector<const char*> counters;  // of `Run::faults`
};

const std::vector<Kind>& kinds()
{
    static const std::vector<Kind> all{
        {"request lost", {"timeout"}},
        {"reply lost after effect", {"reply_lost", "dropped"}},
        {"request duplicated", {"request duplicated"}},
        {"requests reordered", {"request late"}},
        {"request delayed", {"request late"}},
        {"connect refused", {"outage"}},
        {"slow drip", {"slow drip"}},
        {"timeout", {"cut off"}},
        {"429, with and without Retry-After", {"too_many"}},
        {"500 before effect", {"error_before"}},
        {"500 after effect", {"error_after"}},
        {"malformed body", {"broken_body"}},
        {"schema drift", {"changed_field", "changed_enum"}},
        {"webhook late", {"late_webhook"}},
        {"webhook duplicated", {"duplicate_webhook"}},
        {"webhooks out of order", {"webhooks shuffled"}},
        {"webhook never", {"no_webhook"}},
        {"webhook before the call's own reply", {"webhook first"}},
        {"crash before or after commit",
         {"crash", "store crash_before", "store crash_after", "die commit.before", "die commit.after",
          "die dispatch.before"}},
        {"crash in recovery", {"die_in_recovery"}},
        {"disk full", {"store full"}},
        {"I/O error on write", {"store not_committed", "store busy"}},
        {"I/O error on fsync", {"flush_fails", "store unknown_committed", "store unknown_not_committed"}},
        {"torn unsynced write", {"torn"}},
        {"clock step and drift", {"jump", "drift"}},
        {"lease holder paused past its lease", {"pause"}},
        {"vendor outage with backlog flood", {"outage begun"}},
        {"double click, two operators", {"command again"}}};
    return all;
}

}  // namespace

std::vector<std::pair<std::string, std::uint64_t>> kindsOf(const Run& run)
{
    std::vector<std::pair<std::string, std::uint64_t>> counted;
    for (const Kind& kind : kinds()) {
        std::uint64_t n = 0;
        for (const char* counter : kind.counters)
            if (const auto found = run.faults.find(counter); found != run.faults.end())
                n += found->second;
        counted.emplace_back(kind.name, n);
    }
    return counted;
}

}  // namespace holdpoint::sim
