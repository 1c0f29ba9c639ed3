// SPDX-License-Identifier: GPL-3.0-or-later
// bench_console [--rows N] [--storm EVENTS_PER_S,SECONDS] [--parts make,start,filter,next,storm,idle] [--dir FOLDER] [--json]
// The window on a queue made through intake. Tells figures; never fails by time.
#include "tests/bench/console/console_parts.h"
#include "tests/bench/console/queue_maker.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"

#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>

using namespace holdpoint;
using namespace holdpoint::bench;

namespace {

struct Asked {
    std::uint64_t rows = 1'000'000;
    double eventsPerSecond = 5'000;
    double stormSeconds = 60;
    double idleSeconds = 20;
    std::string parts = "make,start,filter,next,storm,idle";
    std::filesystem::path folder = "bench-data";
    bool json = false;

    [[nodiscard]] bool has(const std::string& part) const
    {
        return ("," + parts + ",").find("," + part + ",") != std::string::npos;
    }
    [[nodiscard]] std::filesystem::path queue() const { return folder / ("queue-" + std::to_string(rows)); }
};

[[noreturn]] void explain()
{
    std::fprintf(stderr, "bench_console [--rows N] [--storm EVENTS_PER_S,SECONDS] [--dir FOLDER] [--json]\n"
                         "              [--parts make,start,filter,next,storm,idle]\n");
    std::exit(2);
}

Asked read(int argc, char** argv)
{
    Asked asked;
    for (int i = 1; i < argc; ++i) {
        const std::string option = argv[i];
        const auto value = [&]() -> const char* { return ++i < argc ? argv[i] : (explain(), ""); };
        if (option == "--rows")
            asked.rows = std::strtoull(value(), nullptr, 10);
        else if (option == "--storm") {
            char* rest = nullptr;
            asked.eventsPerSecond = std::strtod(value(), &rest);
            asked.stormSeconds = *rest == ',' ? std::strtod(rest + 1, nullptr) : asked.stormSeconds;
        } else if (option == "--parts")
            asked.parts = value();
        else if (option == "--dir")
            asked.folder = value();
        else if (option == "--json")
            asked.json = true;
        else
            explain();
    }
    if (asked.rows == 0 || asked.eventsPerSecond <= 0 || asked.stormSeconds <= 0)
        explain();
    return asked;
}

/// A folder that has rows is used again: making them takes longest.
void make(const Asked& asked, std::vector<Line>& lines)
{
    if (std::filesystem::exists(asked.queue()))
        return;
    const auto unfinished = asked.folder / "unfinished";
    std::filesystem::remove_all(unfinished);
    std::filesystem::create_directories(unfinished);
    const Figures made = inChild([&] { return makeQueue(unfinished, asked.rows); });
    std::filesystem::rename(unfinished, asked.queue());
    lines.push_back({"exceptions made through intake", "made_rows", static_cast<double>(made.orders), ""});
    lines.push_back({"made", "made_per_s", made.ordersPerSecond, "rows/s"});
    lines.push_back({"made: CPU a 1,000", "made_cpu_s_per_1000", made.cpuSecondsPer1000, "s"});
    lines.push_back({"made: highest RSS of the engine alone", "made_rss_mb", made.rssMb, "MB"});
    lines.push_back({"made: disk a row", "made_disk_bytes_per_row", made.diskBytesPerOrder, "B"});
    lines.push_back({"made: load average", "made_load", loadAverage(), ""});
}

void start(const Asked& asked, std::vector<Line>& lines)
{
    const std::string program = (QCoreApplication::applicationDirPath() + "/holdpoint").toStdString();
    QTemporaryDir small(QString::fromStdString((asked.folder / "small-XXXXXX").string()));
    const std::filesystem::path folder = std::filesystem::path(small.path().toStdString()) / "data";
    std::filesystem::create_directories(folder);
    static_cast<void>(inChild([&] { return makeQueue(folder, 100); }));
    measureStart(program, folder, "small", lines);
    measureStart(program, asked.queue(), "full", lines);
}

int inWindow(const Asked& asked, ProbedApplication& application, std::vector<Line>& lines)
{
    QTemporaryDir scratch;
    ui::Settings settings(scratch.filePath(QStringLiteral("settings.ini")));
    ui::Theme theme;
    ui::Format format;
    ui::Language language(settings, format);
    const double before = monotonicSeconds();
    Workbench workbench(asked.queue());
    if (!workbench.start()) {
        std::fprintf(stderr, "%s\n", workbench.error().detail.c_str());
        return 1;
    }
    ui::MainWindow window({theme, settings, workbench, format});
    bool useful = false;
    QObject::connect(&window, &ui::MainWindow::useful, &window, [&] { useful = true; });
    window.QWidget::show();
    static_cast<void>(runUntil([&] { return useful; }, 60));
    const Console console{application, workbench, window, lines, asked.rows};
    console.add("folder open → board, in this process", "open_ms", (monotonicSeconds() - before) * 1e3, "ms");
    runFor(2);
    console.add("RSS after opening", "rss_open_mb", rssMbNow(), "MB", 400);
    if (asked.has("filter"))
        measureFilter(console);
    if (asked.has("next"))
        measureNext(console);
    if (asked.has("storm"))
        measureStorm(console, asked.eventsPerSecond, asked.stormSeconds);
    if (asked.has("idle"))
        measureIdle(console, asked.idleSeconds);
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const Asked asked = read(argc, argv);
    std::filesystem::create_directories(asked.folder);
    std::vector<Line> lines;
    if (asked.has("make"))
        make(asked, lines);  // before there is a second thread: it is done in a child
    ProbedApplication application(argc, argv);
    if (asked.has("start"))
        start(asked, lines);
    const bool window = asked.has("filter") || asked.has("next") || asked.has("storm") || asked.has("idle");
    const int failed = window ? inWindow(asked, application, lines) : 0;
    printLines(lines, asked.json);
    return failed;
}
