// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <string>

class QCommandLineParser;

namespace holdpoint::ctl {

/// What the program ends with.
enum ExitCode : int { Done = 0, Disagree = 1, Usage = 2, Failed = 3, Halted = 4 };

/// One line on standard error that is written over and over; nothing where nobody watches.
class ProgressLine {
public:
    explicit ProgressLine(bool quiet);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    /// `share` 0 to 1.
    void show(double share, const std::string& words);

private:
    bool shown_ = false;
    bool quiet_;
};

/// `1,234,567`
[[nodiscard]] std::string grouped(std::uint64_t number);
/// `about 12 s left`, empty while nobody can know.
[[nodiscard]] std::string timeLeft(double share, double seconds);

/// One sentence for a person, on standard error.
void complain(const std::string& sentence);
/// What an error means for somebody who runs this program; the detail stands behind it.
[[nodiscard]] std::string sentence(const Error& error, const std::string& folder);

/// Reads the arguments of a command; ends the program after `--help`, and with `Usage` and one sentence after a wrong option.
void parse(QCommandLineParser& parser, const QStringList& arguments);

/// Resident memory of this process in MB, and the bytes of a store on disk.
[[nodiscard]] double residentMegabytes();
[[nodiscard]] std::uint64_t storeBytes(const std::string& folder);

}  // namespace holdpoint::ctl
