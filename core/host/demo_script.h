// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/fault.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What goes wrong in the live demo and when, by mission time. Pure.
namespace holdpoint::host {

/// Switches that make a launch worse, beside the script.
enum class Worse : std::uint8_t { RateLimits, LateWebhooks, Duplicates, CancelsInFlight };

}  // namespace holdpoint::host

namespace holdpoint {
HP_NAMES(host::Worse, "rate_limits", "late_webhooks", "duplicates", "cancels_in_flight");
}

namespace holdpoint::host {

struct DemoChapter {
    Milliseconds from;  ///< mission time
    std::string_view code;
};
/// In the order of their times; the last one stays.
[[nodiscard]] const std::vector<DemoChapter>& demoChapters();
/// The newest chapter at that time: what to tell people.
[[nodiscard]] std::string_view demoChapterAt(Milliseconds mission);

/// Units that a warehouse has lost without a word: its next count lacks them.
struct DemoLoss {
    Milliseconds from;  ///< mission time
    std::string_view node;
    std::string_view sku;
    std::int64_t units = 0;
};
/// In the order of their times.
[[nodiscard]] const std::vector<DemoLoss>& demoLosses();

using WorseSet = std::array<bool, CountOf<Worse>>;
/// Faults by vendor, all vendors that have any. The same seed hits the same calls.
[[nodiscard]] std::map<std::string, std::vector<lab::Fault>>
demoFaults(Milliseconds mission, const WorseSet& worse, std::uint64_t seed);

}  // namespace holdpoint::host
