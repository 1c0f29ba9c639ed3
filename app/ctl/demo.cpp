// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core/host/books_check.h"
#include "core/host/demo_launch.h"
#include "core/host/metrics_server.h"
#include "core/host/shadow_demo.h"
#include "terminal.h"
#include "world.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <cstdio>
#include <map>

namespace holdpoint::ctl {
namespace {

std::string wordsFor(std::string_view chapter)
{
    static const std::map<std::string_view, std::string> words{
        {"opening", "all is well"},
        {"payment_slow_down", "payment asks us to slow down"},
        {"warehouse_changes_a_word", "wms-north has silently changed a word in its answers"},
        {"replies_get_lost", "replies of wms-east get lost"},
        {"carrier_is_away", "the carrier is away"},
        {"carrier_is_back", "the carrier is back"},
        {"warehouse_refuses", "wms-west refuses some addresses"},
        {"all_heals", "all heals"},
        {"settling", "everything settles"},
    };
    const auto found = words.find(chapter);
    return found == words.end() ? std::string(chapter) : found->second;
}

int report(const Common& common, const host::DemoResult& result, const std::string& folder)
{
    const auto numbers = host::checkNumbers(folder);
    if (!numbers) {
        complain(sentence(numbers.error(), folder));
        return Failed;
    }
    if (common.json) {
        QJsonObject object = toJson(*numbers);
        object.insert("seconds", result.seconds);
        object.insert("settled", result.settled);
        print(object);
    } else {
        std::printf("DEMO       %s orders, %s events in %.1f s%s\n",
                    grouped(static_cast<std::uint64_t>(result.orders)).c_str(),
                    grouped(result.events).c_str(), result.seconds,
                    result.settled ? "" : "; some calls are still open");
        print(*numbers);
    }
    return numbers->agrees() ? Done : Disagree;
}

QJsonObject toJson(const host::ShadowDemoDay& day)
{
    QJsonArray lacks;
    for (const std::string& lack : day.lacks)
        lacks.append(QString::fromStdString(lack));
    return {{"number", day.number},
            {"day", QString::fromStdString(day.day)},
            {"orders", day.orders},
            {"clean", day.clean},
            {"lacks", lacks},
            {"page", QJsonDocument::fromJson(QByteArray::fromStdString(day.page)).object()}};
}

void print(const host::ShadowDemoDay& day)
{
    std::string lacks;
    for (const std::string& lack : day.lacks)
        lacks += (lacks.empty() ? "" : ", ") + lack;
    std::printf("day %d      %s  %5d orders  %s\n", day.number, day.day.c_str(), day.orders,
                day.page.empty() ? "goes on"
                : day.clean      ? "clean"
                                 : ("lacks " + lacks).c_str());
}

/// A week beside legacy, on a clock of its own; what is left in the folder can be looked at with `shadow show`.
int shadowWeek(const Common& common, const std::string& folder, std::uint64_t seed)
{
    host::ShadowDemoOptions options;
    options.folder = folder;
    options.now = SystemClock().wall();
    options.week.seed = seed;
    const auto played = host::playShadowWeek(options, [&](const host::ShadowDemoDay& day) {
        if (!common.json)
            print(day);
        return true;
    });
    if (!played) {
        complain(sentence(played.error(), folder));
        return Failed;
    }
    if (common.json) {
        QJsonArray days;
        for (const host::ShadowDemoDay& day : played->days)
            days.append(toJson(day));
        ctl::print(QJsonObject{{"days", days},
                               {"events", static_cast<qint64>(played->events)},
                               {"refused", static_cast<qint64>(played->refused)},
                               {"calls", static_cast<qint64>(played->calls)},
                               {"leaves_after_day", played->leaves},
                               {"seconds", played->seconds}});
    } else {
        std::printf("SHADOW     %s events in %.1f s, %s calls left, may leave after day %d\n",
                    grouped(played->events).c_str(), played->seconds, grouped(played->calls).c_str(),
                    played->leaves);
    }
    return played->refused == 0 && played->calls == 0 ? Done : Disagree;
}

}  // namespace

int demo(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Runs a launch from a seed, with every ugly case and vendors that break.");
    parser.addHelpOption();
    parser.addOption({"headless", "without a window; the only way there is yet"});
    parser.addOption({"orders", "how many orders", "n", "2000"});
    parser.addOption({"rate", "orders a second", "n", "250"});
    parser.addOption(
        {"script", "launch, or shadow-week: a week beside legacy in seconds", "script", "launch"});
    parser.addOption({"seed", "of everything that is left to chance", "n", "7"});
    parser.addOption({"metrics", "serve the figures for Prometheus on this port of loopback", "port"});
    addWorldOptions(parser);
    ctl::parse(parser, arguments);
    host::DemoOptions options;
    options.orders = parser.value("orders").toInt();
    options.ordersPerSecond = parser.value("rate").toInt();
    options.seed = parser.value("seed").toULongLong();
    if (options.orders < 1 || options.ordersPerSecond < 1) {
        complain("--orders and --rate are numbers of at least 1.");
        return Usage;
    }
    const QTemporaryDir scratch;  // demo and real data never share a store
    const std::string folder = common.folder.empty() ? scratch.path().toStdString() : common.folder;
    if (parser.value("script") == "shadow-week")
        return shadowWeek(common, folder, options.seed);
    if (parser.value("script") != "launch") {
        complain("--script is launch or shadow-week.");
        return Usage;
    }
    std::fprintf(stderr, "DEMO launch: %s orders, seed %llu, nothing leaves this computer\n",
                 grouped(static_cast<std::uint64_t>(options.orders)).c_str(),
                 static_cast<unsigned long long>(options.seed));
    host::LabWorld::Options worldOptions;
    worldOptions.folder = folder;
    worldOptions.seed = options.seed;
    setWorldOptions(parser, worldOptions);
    auto world = startWorld(worldOptions);
    if (!world)
        return Failed;
    const auto metrics = parser.isSet("metrics") ? serveMetrics(parser.value("metrics"), folder) : nullptr;
    if (parser.isSet("metrics") && !metrics)
        return Usage;
    Result<host::DemoResult> result = [&] {
        ProgressLine line(false);
        return host::demoLaunch(*world, options, [&](const host::DemoProgress& p) {
            line.show(static_cast<double>(p.orders) / p.of, grouped(static_cast<std::uint64_t>(p.orders)) +
                                                                " orders · " + wordsFor(p.chapter) + " · " +
                                                                grouped(p.engine.openCalls) + " calls open");
            return true;
        });
    }();
    if (!result) {
        complain(sentence(result.error(), folder));
        return Halted;
    }
    world.reset();
    return report(common, *result, folder);
}

}  // namespace holdpoint::ctl
