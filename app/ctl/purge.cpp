// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/purge.h"
#include "commands.h"
#include "terminal.h"
#include "world.h"

#include <QCommandLineParser>
#include <cstdio>

namespace holdpoint::ctl {
namespace {

qint64 number(std::uint64_t n) { return static_cast<qint64>(n); }

void tell(const host::PurgeReport& report, bool dryRun, bool json)
{
    if (json)
        return print(QJsonObject{{"commands", number(report.commands())},
                                 {"purged", number(report.purged)},
                                 {"young", number(report.young)},
                                 {"open", number(report.open)},
                                 {"dry_run", dryRun}});
    std::printf(
        "%s of %s keys of commands %s; kept are %s that are not old enough and %s of what has not ended\n",
        grouped(report.purged).c_str(), grouped(report.commands()).c_str(),
        dryRun ? "could be let go of" : "were let go of", grouped(report.young).c_str(),
        grouped(report.open).c_str());
}

}  // namespace

int purge(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Lets go of keys of commands that are older than keys are kept, and about something that has ended.");
    parser.addHelpOption();
    parser.addOption({"dry-run", "counts, lets go of none"});
    addWorldOptions(parser);
    ctl::parse(parser, arguments);
    if (!parser.positionalArguments().isEmpty()) {
        complain("purge takes no argument.");
        return Usage;
    }
    host::LabWorld::Options options;
    options.folder = common.folder;
    setWorldOptions(parser, options);
    const auto world = startWorld(options);
    if (!world)
        return Failed;
    const bool dryRun = parser.isSet("dry-run");
    ProgressLine line(common.json);
    const auto report = host::purgeKeys(world->engine(), dryRun, [&](const host::PurgeReport& so) {
        line.show(0, grouped(so.commands()) + " keys looked at");
    });
    if (!report) {
        complain(sentence(report.error(), common.folder));
        return world->engine().state().halted ? Halted : Failed;
    }
    tell(*report, dryRun, common.json);
    return Done;
}

}  // namespace holdpoint::ctl
