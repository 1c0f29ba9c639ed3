// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core/host/lab_world.h"
#include "terminal.h"

#include <QCommandLineParser>
#include <QUuid>
#include <cstdio>
#include <future>
#include <map>

namespace holdpoint::ctl {
namespace {

/// Command of the line → command of the engine, and whether it needs an object.
const std::map<QString, std::pair<std::string, bool>> Acts{{"retry", {"retry", true}},
                                                           {"hand-back", {"hand_back", true}},
                                                           {"assign", {"assign", true}},
                                                           {"note", {"note", true}},
                                                           {"acknowledge", {"acknowledge", true}},
                                                           {"resolve", {"resolve", true}},
                                                           {"label", {"label", true}},
                                                           {"stop-intake", {"stop_intake", false}},
                                                           {"reopen-intake", {"reopen_intake", false}}};

engine::Outcome submit(host::EngineHost& engine, const engine::CommandInput& command)
{
    std::promise<engine::Outcome> answered;
    auto outcome = answered.get_future();
    engine::Input input;
    input.body = command;
    const auto posted = engine.post(std::move(input), host::EngineHost::InputClass::Command,
                                    [&](const engine::Outcome& o) { answered.set_value(o); });
    if (posted)
        return outcome.get();
    engine::Outcome refused;
    refused.failed = true;
    refused.code = posted.error().code;
    refused.detail = posted.error().detail;
    return refused;
}

}  // namespace

int act(const Common& common, const QStringList& arguments)
{
    const auto& [what, needsObject] = Acts.at(arguments.front());
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument("ID", "O-n or X-n", needsObject ? "ID" : "[ID]");
    parser.addOption({"argument", "root cause or label", "code"});
    parser.addOption({"text", "words of a note, or who it is assigned to", "text"});
    parser.addOption({"reason", "why", "text"});
    parser.addOption({"actor", "who", "name", "operator"});
    parser.addOption(
        {"role", "viewer, support_agent, support_lead, ops_lead, engineer …", "role", "engineer"});
    parser.addOption({"key", "the same key is the same command", "key"});
    ctl::parse(parser, arguments);
    engine::CommandInput command;
    command.what = what;
    command.actor = parser.value("actor").toStdString();
    command.argument = parser.value("argument").toStdString();
    command.text = parser.value("text").toStdString();
    command.reason = parser.value("reason").toStdString();
    command.key = parser.isSet("key") ? parser.value("key").toStdString()
                                      : QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    const auto role = fromName<Role>(parser.value("role").toStdString());
    if (!role) {
        complain("--role is none of the roles.");
        return Usage;
    }
    command.role = *role;
    if (needsObject) {
        const auto id = parser.positionalArguments().size() == 1
                            ? EntityId::parse(parser.positionalArguments().front().toStdString())
                            : Result<EntityId>(Error{Code::InvalidArgument, "one ID is needed"});
        if (!id) {
            complain(id.error().detail + ".");
            return Usage;
        }
        command.object = *id;
    }
    host::LabWorld::Options options;
    options.folder = common.folder;
    auto world = host::LabWorld::start(options);
    if (!world) {
        complain(sentence(world.error(), common.folder));
        return Failed;
    }
    const engine::Outcome outcome = submit((*world)->engine(), command);
    if (outcome.failed) {
        complain("Refused: " + outcome.detail + ".");
        return Failed;
    }
    (*world)->engine().waitUntil([&](const host::HostState& state) { return (*world)->isQuiet(state); });
    std::printf("%s: done, recorded as %s\n", arguments.front().toStdString().c_str(),
                outcome.entity.text().c_str());
    return Done;
}

}  // namespace holdpoint::ctl
