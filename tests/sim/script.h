// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace holdpoint::sim {

/// One thing that is done to the world; `text` is a line of the grammar in `docs/engine.md`, "Simulator".
struct Action {
    Milliseconds at{0};  ///< since the start
    std::string text;

    friend bool operator==(const Action&, const Action&) = default;
};

/// All that a run depends on: the same script gives the same run on every machine.
struct Script {
    std::map<std::string, std::int64_t> options;
    std::vector<Action> actions;  ///< in the order of their times

    [[nodiscard]] std::int64_t option(const std::string& name, std::int64_t otherwise = 0) const
    {
        const auto found = options.find(name);
        return found == options.end() ? otherwise : found->second;
    }
    friend bool operator==(const Script&, const Script&) = default;
};

/// `option NAME VALUE` and `MS ACTION`, one a line.
[[nodiscard]] std::string toText(const Script& script);
/// Errors: InvalidArgument, naming the line.
Result<Script> parseScript(const std::string& text);

/// Orders that are placed in it.
[[nodiscard]] std::uint64_t ordersIn(const Script& script);

/// What a seed stands for: a world, a day's work of about `orders` orders, and what goes wrong in it. Each fault kind is
/// there with p = 1/2, else at a drawn rate.
[[nodiscard]] Script generate(std::uint64_t seed, int orders = 100);

}  // namespace holdpoint::sim
