// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/books_check.h"
#include "core/host/replay.h"

#include <QTemporaryDir>
#include <filesystem>
#include <string>
#include <vector>

/// Whole worlds for tests: an engine, its vendors and its files. What cannot be done fails the test that asked for it.
namespace holdpoint::host {

/// A folder that is gone after the test.
class Folder {
public:
    [[nodiscard]] std::filesystem::path path(const std::string& name = "store") const
    {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }

private:
    QTemporaryDir folder_;
};

/// Our own small order files: every ugly case of the real ones, and events with every kind of fault.
[[nodiscard]] std::filesystem::path orderFiles();
[[nodiscard]] std::filesystem::path eventFile();
/// The folder of real order files, by the variable HOLDPOINT_DATA or beside the project; empty if there is none.
[[nodiscard]] std::filesystem::path realFiles();

[[nodiscard]] ReplayOptions observe(const std::string& format, const std::filesystem::path& path);
[[nodiscard]] ReplayOptions control(const std::string& format, const std::filesystem::path& path);

/// A world that is up.
[[nodiscard]] std::unique_ptr<LabWorld> worldOn(const std::filesystem::path& folder);
/// One start, replay and stop on `folder`.
[[nodiscard]] ReplayResult replayInto(const std::filesystem::path& folder, const ReplayOptions& options);
[[nodiscard]] NumbersReport numbersOf(const std::filesystem::path& folder);
/// The first disagreements in words, for a message.
[[nodiscard]] std::string wordsOf(const NumbersReport& report);

/// Events as a shop and a warehouse send them: one line of one unit, and the payment of it.
[[nodiscard]] std::string counted(const std::string& node, const std::string& sku, int units);
[[nodiscard]] std::string placed(const std::string& order, const std::string& sku, int units = 1);
[[nodiscard]] std::string paid(const std::string& order);

/// Sends the events and waits until each is durable.
[[nodiscard]] std::vector<engine::Outcome> post(LabWorld& world, const std::vector<std::string>& events);
/// Until nothing is on its way any more.
void settle(LabWorld& world);

/// One refused input as the journal has it: producer, rule, and where it stood.
struct Refusal {
    std::string producer;
    std::string rule;
    std::string where;
    std::string detail;
};
[[nodiscard]] std::vector<Refusal> refusalsOf(const std::filesystem::path& folder);

[[nodiscard]] std::vector<std::string> linesOf(const std::filesystem::path& file);
std::filesystem::path writeLines(const std::filesystem::path& file, const std::vector<std::string>& lines);

}  // namespace holdpoint::host
