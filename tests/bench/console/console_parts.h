// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/console/gui_probe.h"
#include "tests/bench/console/process_figures.h"
#include "tests/bench/console/workbench.h"

#include <filesystem>

namespace holdpoint::ui {
class MainWindow;
}
namespace holdpoint::ui::exceptions {
class ExceptionsScreen;
}

namespace holdpoint::bench {

/// A window on the folder, and what is measured on it.
struct Console {
    ProbedApplication& application;
    Workbench& workbench;
    ui::MainWindow& window;
    std::vector<Line>& lines;
    std::uint64_t rows = 0;

    [[nodiscard]] ui::exceptions::ExceptionsScreen& exceptions() const;
    void goTo(const char* screen) const;
    void add(std::string what, std::string key, double value, std::string unit, double most = 0) const
    {
        lines.push_back({std::move(what), std::move(key), value, std::move(unit), most});
    }
};

/// Key to painted list, by cause and one row each, beside the bare list.
void measureFilter(const Console& console);
/// J to the next detail painted, beside the bare list.
void measureNext(const Console& console);
/// Events at that pace, half the time on Launch, half on Exceptions; stalls, age of what is painted, memory.
void measureStorm(const Console& console, double eventsPerSecond, double seconds);
/// CPU of a window that has nothing to do, and the watchdog on it.
void measureIdle(const Console& console, double seconds);
/// `program` is started on the folder, a few times.
void measureStart(const std::string& program, const std::filesystem::path& folder, const std::string& name,
                  std::vector<Line>& lines);

}  // namespace holdpoint::bench
