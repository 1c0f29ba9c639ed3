// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core/model/permissions.h"
#include "core/store/store_reader.h"
#include "core/views/name_cache.h"
#include "core/views/numbers.h"
#include "core/views/rollout_view.h"
#include "rollout_json.h"
#include "terminal.h"

#include <QCommandLineParser>
#include <QFile>
#include <algorithm>
#include <cstdio>

namespace holdpoint::ctl {
namespace {

using session::RolloutBoard;

std::string share(int basisPoints) { return std::to_string(basisPoints / 100.0).substr(0, 5) + " %"; }

std::string joined(const std::vector<std::string>& all)
{
    std::string text;
    for (const std::string& one : all)
        text += (text.empty() ? "" : ", ") + one;
    return text;
}

/// A name of a fixed word as C text.
template <typename E>
std::string word(E value)
{
    return std::string(name(value));
}

void print(const session::GateRow& row)
{
    std::printf("  %-20s %-12s %-12s %-17s %s %s  n=%s of %s, %lld of %lld failures in canary%s\n",
                row.id.c_str(), row.slice.c_str(), word(row.verdict).c_str(),
                row.reason == InconclusiveReason::None ? "" : word(row.reason).c_str(),
                row.value ? std::to_string(*row.value).c_str() : "no value",
                row.threshold ? (row.compare + " " + std::to_string(*row.threshold)).c_str() : "",
                grouped(static_cast<std::uint64_t>(row.sample)).c_str(),
                grouped(static_cast<std::uint64_t>(row.least)).c_str(),
                static_cast<long long>(row.canaryFailures), static_cast<long long>(row.failures),
                row.blocker ? ", blocker" : "");
}

void print(const session::PollCard& poll)
{
    std::printf("poll %s%s\n", poll.open ? "open until " : "closed",
                poll.open ? toText(poll.closes).c_str() : "");
    for (const session::VoteRow& row : poll.votes)
        std::printf("  %-12s %-16s %s%s %s\n", word(row.seat).c_str(), row.holder.c_str(),
                    row.vote ? word(*row.vote).c_str() : "-",
                    row.old ? (" (old: " + row.oldBecause + ")").c_str() : "", row.words.c_str());
}

void print(const RolloutBoard& board, Instant at)
{
    if (board.rollout.isNone()) {
        std::printf("as of %s: no plan was ever written\n", toText(at).c_str());
        return;
    }
    std::printf("%s as of %s: %s, step %d of %zu, run %d, verdict %s\n", board.name.c_str(),
                toText(at).c_str(), board.position.c_str(), board.step, board.steps.size(), board.run,
                word(board.verdict).c_str());
    for (const session::StepRow& row : board.steps)
        std::printf("  %2d %-9s %-8s %-24s %s\n", row.number, word(row.phase).c_str(),
                    share(row.weightBp).c_str(), joined(row.slices).c_str(),
                    row.begun == Never ? "" : ("begun " + toText(row.begun) + " by " + row.by).c_str());
    std::printf("slices\n");
    for (const session::SliceRow& row : board.slices)
        std::printf("  %-16s %-8s %-8s canary %s, control %s  %s\n", row.name.c_str(),
                    share(row.weightBp).c_str(), word(row.state).c_str(),
                    grouped(static_cast<std::uint64_t>(row.canaryOrders)).c_str(),
                    grouped(static_cast<std::uint64_t>(row.controlOrders)).c_str(), row.selector.c_str());
    std::printf("gates\n");
    for (const session::GateRow& row : board.gates)
        print(row);
    print(board.poll);
    std::printf("may be done\n");
    for (const session::ActRow& row : board.acts)
        std::printf("  %-18s %s%s  by %s\n", row.what.c_str(), row.allowed ? "yes" : "no",
                    row.unmet.empty() ? "" : (": " + joined(row.unmet)).c_str(), joined(row.who).c_str());
    for (const session::TriggerRow& row : board.triggers)
        std::printf("trigger %s since %s: %s\n", word(row.trigger).c_str(), toText(row.since).c_str(),
                    row.detail.c_str());
}

/// The board and its time, as of one moment.
Result<std::pair<RolloutBoard, Instant>> readBoard(const std::string& folder)
{
    auto reader = store::StoreReader::open(store::StoreOptions::onDisk(folder));
    if (!reader)
        return reader.error();
    const views::Moment moment(**reader);
    if (!moment.ok)
        return moment.ok.error();
    views::NameCache names;
    if (auto fresh = names.refresh(**reader); !fresh)
        return fresh.error();
    const auto at = views::asOf(**reader);
    if (!at)
        return at.error();
    auto board = views::rolloutBoardOf(**reader, names.names());
    if (!board)
        return board.error();
    return std::pair{std::move(*board), at->at};
}

void tell(const QString& what, const RolloutBoard& board, Instant at, bool json)
{
    if (what == "gates" && json)
        return ctl::print(QJsonObject{{"gates", toJson(board.gates)}});
    if (what == "poll" && json)
        return ctl::print(toJson(board.poll));
    if (json)
        return ctl::print(toJson(board, at));
    if (what == "poll")
        return print(board.poll);
    if (what != "gates")
        return print(board, at);
    for (const session::GateRow& row : board.gates)
        print(row);
}

int look(const Common& common, const QString& what)
{
    const auto read = readBoard(common.folder);
    if (!read) {
        complain(sentence(read.error(), common.folder));
        return Failed;
    }
    tell(what, read->first, read->second, common.json);
    return Done;
}

/// `plan check FILE`: 0 fit to be submitted, 1 not.
int checkPlan(const Common& common, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(path.toStdString() + " cannot be read.");
        return Usage;
    }
    const auto board = views::checkPlan(file.readAll().toStdString());
    if (!board) {
        complain(board.error().detail + ".");
        return Disagree;
    }
    const auto& findings = board->findings;
    const bool fit = std::none_of(findings.begin(), findings.end(), [](const auto& f) { return f.blocks; });
    if (common.json) {
        ctl::print(QJsonObject{{"fit", fit},
                               {"plan_hash", QString::fromStdString(toHex(board->planHash))},
                               {"findings", toJson(findings)}});
        return fit ? Done : Disagree;
    }
    for (const session::FindingRow& f : findings)
        std::printf("%s %s%s %s: %s\n", f.blocks ? "BLOCK" : "warn ", f.check.c_str(),
                    f.step > 0 ? (" step " + std::to_string(f.step)).c_str() : "", f.subject.c_str(),
                    f.detail.c_str());
    std::printf("%s\n", fit ? "fit to be submitted" : "not fit to be submitted");
    return fit ? Done : Disagree;
}

/// `plan set FILE`: the command `set_plan` with the file as its text.
int setPlan(const Common& common, QStringList arguments)
{
    QFile file(arguments.takeFirst());
    if (!file.open(QIODevice::ReadOnly)) {
        complain(file.fileName().toStdString() + " cannot be read.");
        return Usage;
    }
    return act(common, QStringList{"set-plan", "--text", QString::fromUtf8(file.readAll())} + arguments);
}

bool isOfRollout(const QString& word)
{
    const CommandRule* rule = commandRule(QString(word).replace('-', '_').toStdString());
    return rule != nullptr && (rule->object == CommandObject::Launch || rule->what == "approve_drain" ||
                               rule->what == "follow_in_doubt");
}

}  // namespace

int rollout(const Common& common, const QStringList& arguments)
{
    const QStringList rest = arguments.mid(1);
    const QString what = rest.isEmpty() ? QString("--help") : rest.first();
    if (rest.size() == 1 && (what == "show" || what == "gates" || what == "poll"))
        return look(common, what);
    if (what == "plan" && rest.size() >= 3 && rest[1] == "set")
        return setPlan(common, rest.mid(2));
    if (what == "plan" && rest.size() == 3 && rest[1] == "check")
        return checkPlan(common, rest[2]);
    if (isOfRollout(what))
        return act(common, rest);
    std::printf(
        "usage: holdpointctl --local DIR [--json] rollout show | gates | poll | plan check FILE |\n       plan set FILE | COMMAND\n\n"
        "COMMAND is one of:");
    for (const CommandRule& rule : CommandRules)
        if (QString word = QString::fromLatin1(rule.what.data(), static_cast<qsizetype>(rule.what.size()));
            isOfRollout(word))
            std::printf(" %s", word.replace('_', '-').toUtf8().constData());
    std::printf("\n");
    return what == "--help" || what == "-h" ? Done : Usage;
}

}  // namespace holdpoint::ctl
