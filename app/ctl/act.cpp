// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core/host/local_session.h"
#include "core/model/permissions.h"
#include "terminal.h"
#include "world.h"

#include <QCommandLineParser>
#include <QUuid>
#include <cstdio>
#include <deque>

namespace holdpoint::ctl {
namespace {

/// This thread as an executor: runs what comes until the last receipt.
class Receipts final : public session::ReceiptSink {
public:
    [[nodiscard]] session::Executor executor()
    {
        return [this](std::function<void()> call) {
            {
                const std::lock_guard lock(mutex_);
                calls_.push_back(std::move(call));
            }
            arrived_.notify_one();
        };
    }
    void receipt(session::RequestId, const session::Receipt& receipt) override { last_ = receipt; }
    session::Receipt wait()
    {
        while (last_.state != CommandState::Effective && last_.state != CommandState::Refused) {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [this] { return !calls_.empty(); });
            const std::function<void()> call = std::move(calls_.front());
            calls_.pop_front();
            lock.unlock();
            call();
        }
        return last_;
    }

private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> calls_;
    session::Receipt last_;
};

/// Where a command runs: the engine on its folder, with what a session needs of the read side.
struct Desk {
    explicit Desk(const std::string& folder) : views({store::StoreOptions::onDisk(folder)}) {}
    ~Desk()
    {
        session.reset();
        world.reset();
        views.stop();
    }
    /// False: it has told why not.
    bool start(const std::string& folder, const QCommandLineParser& parser)
    {
        host::LabWorld::Options options;
        options.folder = folder;
        options.publisher = &traffic;
        setWorldOptions(parser, options);
        world = startWorld(options);
        if (!world)
            return false;
        session = std::make_unique<host::LocalSession>(
            host::LocalSession::Parts{world->engine(), views, traffic, clock, folder, HOLDPOINT_VERSION},
            receipts.executor());
        return true;
    }
    SystemClock clock;
    Receipts receipts;
    views::Views views;
    host::Traffic traffic{views};
    std::unique_ptr<host::LabWorld> world;
    std::unique_ptr<host::LocalSession> session;
};

void addOptions(QCommandLineParser& parser, bool needsObject)
{
    parser.addHelpOption();
    parser.addPositionalArgument("ID", "O-n or X-n", needsObject ? "ID" : "[ID]");
    parser.addOption(
        {"argument", "root cause, label, priority, hold, or call whose outcome is told", "code"});
    parser.addOption(
        {"text", "words of a note, who it is assigned to, or an outcome: done REF, not_applied", "text"});
    parser.addOption({"number", "minutes of a snooze, line of a cancel (0: the whole order)", "n"});
    parser.addOption({"seen", "version that was looked at; refused if it has changed since", "version"});
    parser.addOption({"reason", "why", "text"});
    parser.addOption({"actor", "who", "name", "operator"});
    parser.addOption(
        {"role", "viewer, support_agent, support_lead, ops_lead, engineer …", "role", "engineer"});
    parser.addOption({"key", "the same key is the same command", "key"});
}

/// A whole number that fits; 0 if the option is not given.
Result<std::uint32_t> numberOf(const QCommandLineParser& parser, const char* option)
{
    bool ok = true;
    const std::uint32_t number = parser.isSet(option) ? parser.value(option).toUInt(&ok) : 0;
    if (!ok)
        return Error{Code::InvalidArgument, std::string("--") + option + " is a whole number"};
    return number;
}

Result<session::Command> commandOf(const QCommandLineParser& parser, const std::string& what,
                                   bool needsObject)
{
    session::Command command;
    command.what = what;
    command.actor = parser.value("actor").toStdString();
    command.argument = parser.value("argument").toStdString();
    command.text = parser.value("text").toStdString();
    command.reason = parser.value("reason").toStdString();
    const auto number = numberOf(parser, "number");
    const auto seen = numberOf(parser, "seen");
    if (!number || !seen)
        return number ? seen.error() : number.error();
    command.number = *number;
    command.seen = *seen;
    command.key = parser.value("key").toStdString();
    if (command.key.empty()) {
        command.key = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        command.given = SystemClock().wall();  // with a key of one's own nobody knows when it was given first
    }
    const auto role = fromName<Role>(parser.value("role").toStdString());
    if (!role)
        return Error{Code::InvalidArgument, "--role is none of the roles"};
    command.role = *role;
    if (!needsObject)
        return command;
    if (parser.positionalArguments().size() != 1)
        return Error{Code::InvalidArgument, "one ID is needed"};
    const auto id = EntityId::parse(parser.positionalArguments().front().toStdString());
    if (!id)
        return id.error();
    command.object = *id;
    return command;
}

}  // namespace

int act(const Common& common, const QStringList& arguments)
{
    const std::string what = QString(arguments.front()).replace('-', '_').toStdString();
    const CommandRule* rule = commandRule(what);
    const bool needsObject = rule == nullptr || rule->object != CommandObject::Launch;
    QCommandLineParser parser;
    addOptions(parser, needsObject);
    addWorldOptions(parser);
    ctl::parse(parser, arguments);
    const auto command = commandOf(parser, what, needsObject);
    if (!command) {
        complain(command.error().detail + ".");
        return Usage;
    }
    Desk desk(common.folder);
    if (!desk.start(common.folder, parser))
        return Failed;
    desk.session->submit(*command, desk.receipts);
    const session::Receipt receipt = desk.receipts.wait();
    if (receipt.state == CommandState::Refused) {
        complain("Refused: " + receipt.detail + ".");
        return Failed;
    }
    host::LabWorld& world = *desk.world;
    world.engine().waitUntil([&](const host::HostState& state) { return world.isQuiet(state); });
    std::printf("%s: %s, recorded as %s\n", arguments.front().toStdString().c_str(),
                receipt.replayed ? "was done before" : "done", receipt.command.text().c_str());
    return Done;
}

}  // namespace holdpoint::ctl
