// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QCommandLineParser>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace holdpoint::ctl {
namespace {

constexpr int BarWidth = 24;

}  // namespace

ProgressLine::ProgressLine(bool quiet) : quiet_(quiet || isatty(STDERR_FILENO) == 0) {}

ProgressLine::~ProgressLine()
{
    if (shown_)
        std::fputs("\n", stderr);
}

void ProgressLine::show(double share, const std::string& words)
{
    if (quiet_)
        return;
    const int full = static_cast<int>(std::lround(share * BarWidth));
    std::string bar;
    for (int i = 0; i < BarWidth; ++i)
        bar += i < full ? "▓" : "░";
    std::fprintf(stderr, "\r%s %3.0f %%  %s\x1b[K", bar.c_str(), share * 100, words.c_str());
    std::fflush(stderr);
    shown_ = true;
}

std::string grouped(std::uint64_t number)
{
    std::string text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return text;
}

std::string timeLeft(double share, double seconds)
{
    if (share < 0.02 || seconds < 0.5)
        return {};
    return "about " + std::to_string(static_cast<long>(std::ceil(seconds * (1 - share) / share))) + " s left";
}

void complain(const std::string& sentence) { std::fprintf(stderr, "holdpointctl: %s\n", sentence.c_str()); }

std::string sentence(const Error& error, const std::string& folder)
{
    const std::string detail = " (" + error.detail + ")";
    switch (error.code) {
    case Code::Conflict: return "The data folder " + folder + " is in use or the target exists." + detail;
    case Code::Forbidden: return "The data folder " + folder + " cannot be written." + detail;
    case Code::Unsupported:
        return "The data folder " + folder + " is of a newer version or a kind unknown here." + detail;
    case Code::Corrupt: return "The data cannot be trusted and was not touched; restore a backup." + detail;
    case Code::Unavailable: return "There is no room or the disk does not answer; nothing was lost." + detail;
    case Code::NotFound: return "Not found." + detail;
    case Code::InvalidArgument: return "This input cannot be used." + detail;
    case Code::Stale:
    case Code::OutcomeUnknown: return "The outcome is not known yet." + detail;
    }
    return error.detail;
}

void parse(QCommandLineParser& parser, const QStringList& arguments)
{
    if (parser.parse(arguments))
        return parser.process(arguments);  // help
    complain(parser.errorText().toStdString());
    std::exit(Usage);  // the parser's own end would be 1: numbers disagree
}

double residentMegabytes()
{
    std::ifstream statm("/proc/self/statm");
    double pages = 0;
    double resident = 0;
    statm >> pages >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

std::uint64_t storeBytes(const std::string& folder)
{
    std::uint64_t sum = 0;
    for (const char* file : {"holdpoint.db", "holdpoint.db-wal"}) {
        std::error_code missing;
        const auto size = std::filesystem::file_size(std::filesystem::path(folder) / file, missing);
        sum += missing ? 0 : size;
    }
    return sum;
}

}  // namespace holdpoint::ctl
