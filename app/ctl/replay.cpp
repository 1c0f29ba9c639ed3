// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/replay.h"
#include "commands.h"
#include "core/host/books_check.h"
#include "terminal.h"
#include "world.h"

#include <QCommandLineParser>
#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace holdpoint::ctl {
namespace {

std::optional<host::ReplayOptions> parse(const QStringList& arguments, host::LabWorld::Options& world)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("Sends the events of real order files into the engine.");
    parser.addHelpOption();
    parser.addPositionalArgument("PATH", "file or folder");
    parser.addOption({"format", "olist, online-retail, ocel, cloudevents or legacy", "format"});
    parser.addOption(
        {"mode",
         "control: decide and act; observe: nothing is sent; shadow: decide, send nothing, compare with legacy",
         "mode", "control"});
    parser.addOption({"speed", "max, or xN: N times the speed of the recorded times", "speed", "max"});
    parser.addOption({"limit", "events at most", "n", "0"});
    parser.addOption(
        {"unknown-lines", "hold, or parcel: orders without known lines go as one parcel", "what", "hold"});
    addWorldOptions(parser);
    ctl::parse(parser, arguments);

    host::ReplayOptions options;
    options.format = parser.value("format").toStdString();
    const QString mode = parser.value("mode");
    const QString speed = parser.value("speed");
    const QString lines = parser.value("unknown-lines");
    bool limitIsNumber = false;
    bool speedIsNumber = speed == "max";
    options.limit = parser.value("limit").toULongLong(&limitIsNumber);
    if (speed.startsWith('x'))
        options.speed = speed.mid(1).toDouble(&speedIsNumber);
    const auto formats = lab::importFormats();
    std::string wrong;
    if (parser.positionalArguments().size() != 1)
        wrong = "replay takes one PATH.";
    else if (std::find(formats.begin(), formats.end(), options.format) == formats.end())
        wrong = "--format is one of olist, online-retail, ocel, cloudevents, legacy.";
    else if (mode != "control" && mode != "observe" && mode != "shadow")
        wrong = "--mode is control, observe or shadow.";
    else if (!speedIsNumber || options.speed < 0)
        wrong = "--speed is max or xN, for example x100.";
    else if (!limitIsNumber)
        wrong = "--limit is a number of events.";
    else if (lines != "hold" && lines != "parcel")
        wrong = "--unknown-lines is hold or parcel.";
    if (!wrong.empty()) {
        complain(wrong);
        return std::nullopt;
    }
    options.path = parser.positionalArguments().front().toStdString();
    options.mode = mode == "observe"  ? lab::ImportMode::Observe
                   : mode == "shadow" ? lab::ImportMode::Shadow
                                      : lab::ImportMode::Control;
    world.unknownLines = lines == "parcel" ? UnknownLines::Parcel : UnknownLines::Hold;
    setWorldOptions(parser, world);
    return options;
}

std::string words(const host::ReplayProgress& p)
{
    const double share =
        p.totalRows == 0 ? 0 : static_cast<double>(p.rows) / static_cast<double>(p.totalRows);
    std::string text = grouped(p.rows) + " / " + grouped(p.totalRows) + " rows";
    if (p.seconds > 0.2)
        text += " · " + grouped(static_cast<std::uint64_t>(static_cast<double>(p.events) / p.seconds)) +
                " events/s";
    if (p.waiting)
        return text + " · waiting for " + grouped(p.engine.openCalls) + " calls";
    const std::string left = timeLeft(share, p.seconds);
    return left.empty() ? text : text + " · " + left;
}

QJsonObject countsJson(const std::map<std::string, std::uint64_t>& counts)
{
    QJsonObject object;
    for (const auto& [key, n] : counts)
        object.insert(QString::fromStdString(key), static_cast<qint64>(n));
    return object;
}

QJsonObject rowsJson(const host::ReplayResult& result)
{
    return {{"rows", static_cast<qint64>(result.report.rows)},
            {"in_events", static_cast<qint64>(result.report.inEvents)},
            {"service", static_cast<qint64>(result.report.service)},
            {"before_resume", static_cast<qint64>(result.report.passed)},
            {"refused", countsJson(result.report.refused)},
            {"noted", countsJson(result.report.noted)}};
}

void addRun(QJsonObject& o, const host::ReplayResult& result, const Common& common)
{
    o.insert("resumed_at", static_cast<qint64>(result.resumedAt));
    o.insert("sent", static_cast<qint64>(result.sent));
    o.insert("file", rowsJson(result));
    o.insert("seconds", result.totalSeconds);
    o.insert("intake_seconds", result.seconds);
    o.insert("orders_per_s", result.seconds > 0 ? o.value("orders_accepted").toDouble() / result.seconds : 0);
    o.insert("events_per_s", result.seconds > 0 ? static_cast<double>(result.sent) / result.seconds : 0);
    o.insert("p50_ms", result.p50Ms);
    o.insert("p99_ms", result.p99Ms);
    o.insert("rss_mb", residentMegabytes());
    o.insert("disk_bytes", static_cast<qint64>(storeBytes(common.folder)));
}

int report(const Common& common, const host::ReplayResult& result)
{
    const auto numbers = host::checkNumbers(common.folder);
    if (!numbers) {
        complain(sentence(numbers.error(), common.folder));
        return Failed;
    }
    if (common.json) {
        QJsonObject object = toJson(*numbers);
        addRun(object, result, common);
        print(object);
    } else {
        print(*numbers);
        std::printf(
            "run        %s events in %.1f s, settled after %.1f s, event durable in %.1f ms (p50), %.1f ms (p99)\n",
            grouped(result.sent).c_str(), result.seconds, result.totalSeconds, result.p50Ms, result.p99Ms);
    }
    return numbers->agrees() ? Done : Disagree;
}

}  // namespace

int replay(const Common& common, const QStringList& arguments)
{
    host::LabWorld::Options asked;
    const auto options = parse(arguments, asked);
    if (!options)
        return Usage;
    std::error_code unreadable;
    if (!std::filesystem::exists(options->path, unreadable)) {
        complain("There is no file or folder " + options->path.string() + ".");
        return Failed;
    }
    auto worldOptions = host::worldFor(*options, common.folder);
    if (!worldOptions) {
        complain(sentence(worldOptions.error(), common.folder));
        return Usage;
    }
    worldOptions->unknownLines = asked.unknownLines;
    worldOptions->checkpoints = asked.checkpoints;
    worldOptions->contracts = asked.contracts;
    auto world = startWorld(*worldOptions);
    if (!world)
        return Failed;
    Result<host::ReplayResult> result = [&] {
        ProgressLine line(false);
        return host::replay(*world, *options, [&](const host::ReplayProgress& p) {
            line.show(p.totalRows == 0 ? 0 : static_cast<double>(p.rows) / static_cast<double>(p.totalRows),
                      words(p));
            return true;
        });
    }();
    if (!result) {
        const bool halted = world->engine().state().halted;
        complain(halted ? sentence(result.error(), common.folder)
                        : "The order files " + options->path.string() + " cannot be read to their end (" +
                              result.error().detail + ").");
        return halted ? Halted : Failed;
    }
    world.reset();  // the books and the store are read from their files
    return report(common, *result);
}

}  // namespace holdpoint::ctl
