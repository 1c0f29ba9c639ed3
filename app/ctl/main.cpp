// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "terminal.h"

#include <QCoreApplication>
#include <cstdio>
#include <map>

using namespace holdpoint;

namespace {

struct Command {
    int (*run)(const ctl::Common&, const QStringList&);
    bool needsFolder;
    const char* does;
};

const std::map<QString, Command> Commands{
    {"replay", {ctl::replay, true, "send real order files through the engine"}},
    {"demo", {ctl::demo, false, "run the demo launch"}},
    {"check", {ctl::check, true, "compute the numbers that must agree"}},
    {"show", {ctl::show, true, "everything that happened to an order, an exception or a trace"}},
    {"find", {ctl::find, true, "which order or item has an id"}},
    {"exceptions", {ctl::exceptions, true, "the open exceptions, or their groups"}},
    {"orders", {ctl::orders, true, "the orders, newest first"}},
    {"board", {ctl::board, true, "the launch board: metrics, stages, vendors, alarms"}},
    {"metrics", {ctl::metrics, true, "the figures for Prometheus: once, or on a port of loopback"}},
    {"shadow",
     {ctl::shadow, true,
      "what legacy decided beside what we would: show, clusters, pair, judge, report, import"}},
    {"rollout", {ctl::rollout, true, "the rollout: show, gates, poll, plan, and every command of it"}},
    {"backup", {ctl::backup, true, "copy the store, also while it is in use"}},
    {"restore", {ctl::restore, true, "put a backup in its place"}},
    {"purge", {ctl::purge, true, "let go of keys that nobody can use again"}},
    {"bundle", {ctl::bundle, true, "write a support bundle"}},
    {"retry", {ctl::act, true, "try again what is held"}},
    {"hand-back", {ctl::act, true, "give an order back to legacy"}},
    {"acknowledge", {ctl::act, true, "take note of an exception"}},
    {"assign", {ctl::act, true, "give an exception to somebody"}},
    {"note", {ctl::act, true, "write something on an exception"}},
    {"label", {ctl::act, true, "label an exception"}},
    {"resolve", {ctl::act, true, "close an exception with a root cause"}},
    {"reopen", {ctl::act, true, "open a closed exception again"}},
    {"unassign", {ctl::act, true, "take an exception from whoever has it"}},
    {"unlabel", {ctl::act, true, "take a label off an exception"}},
    {"snooze", {ctl::act, true, "hide an exception for some minutes, at most to its SLA"}},
    {"wake", {ctl::act, true, "end a snooze"}},
    {"working", {ctl::act, true, "somebody works on an exception"}},
    {"wait-vendor", {ctl::act, true, "an exception waits for its vendor; the SLA stands still"}},
    {"wait-customer", {ctl::act, true, "an exception waits for its customer; the SLA stands still"}},
    {"priority", {ctl::act, true, "set the priority of an exception, p1 to p4"}},
    {"cancel-order", {ctl::act, true, "cancel an order, or one line of it"}},
    {"release-hold", {ctl::act, true, "end a hold that was asked for"}},
    {"outcome", {ctl::act, true, "say how a call ended that nobody can tell"}},
    {"ask-vendor", {ctl::act, true, "ask the vendor what became of a call"}},
    {"stop-intake", {ctl::act, true, "new orders stay with legacy"}},
    {"reopen-intake", {ctl::act, true, "new orders come to us again"}},
};

void usage()
{
    std::printf("holdpointctl " HOLDPOINT_VERSION
                "\n\nusage: holdpointctl --local DIR [--json] COMMAND [options]\n\n");
    for (const auto& [word, command] : Commands)
        std::printf("  %-14s %s\n", word.toUtf8().constData(), command.does);
    std::printf("\nholdpointctl COMMAND --help tells the options of a command.\n"
                "exit: 0 done, 1 numbers disagree, 2 usage, 3 failed, 4 the engine halted\n");
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName("holdpointctl");
    QStringList rest = QCoreApplication::arguments().mid(1);
    ctl::Common common;
    common.json = rest.removeAll("--json") > 0;
    if (const qsizetype at = rest.indexOf("--local"); at >= 0 && at + 1 < rest.size()) {
        common.folder = rest.at(at + 1).toStdString();
        rest.remove(at, 2);
    }
    if (rest.isEmpty() || rest.first() == "--help" || rest.first() == "-h") {
        usage();
        return rest.isEmpty() ? ctl::Usage : ctl::Done;
    }
    const auto command = Commands.find(rest.first());
    if (command == Commands.end()) {
        ctl::complain("there is no command " + rest.first().toStdString() + "; --help lists them.");
        return ctl::Usage;
    }
    const bool asksHelp = rest.contains("--help") || rest.contains("-h");
    if (command->second.needsFolder && common.folder.empty() && !asksHelp) {
        ctl::complain("--local DIR names the data folder.");
        return ctl::Usage;
    }
    return command->second.run(common, rest);
}
