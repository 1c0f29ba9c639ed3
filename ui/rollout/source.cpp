// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/source.h"

#include "core/model/permissions.h"
#include "ui/text/rollout_words.h"

#include <algorithm>

namespace holdpoint::ui::rollout {

Source::Source(Context& context, QObject* parent)
    : QObject(parent),
      context_(context),
      watch_(context.client, {session::List::Rollout, {}, {}, {}, Never, Never}, {0, 1}, this)
{
    connect(&watch_, &Watch::snapshot, this, [this](const session::Snapshot& s) { take(s.rows); });
    connect(&watch_, &Watch::delta, this, [this](const session::Delta& d) { take(d.rows); });
    connect(&watch_, &Watch::failed, this, [this](const session::Failed& failed) {
        trouble_ = sentence(failed);
        emit changed();
    });
    connect(&watch_, &Watch::freshnessChanged, this, &Source::freshnessChanged);
    connect(&context.client, &Client::linkChanged, this, &Source::noticeEngine);
}

void Source::take(const session::Rows& rows)
{
    const auto* board = std::get_if<session::RolloutBoard>(&rows);
    if (board == nullptr)
        return;
    board_ = *board;
    known_ = true;
    trouble_.clear();
    emit changed();
}

// Another engine: what is shown is not its own.
void Source::noticeEngine()
{
    const std::string engine = context_.client.link().engine;
    if (engine.empty() || engine == engine_)
        return;
    const bool another = !engine_.empty();
    engine_ = engine;
    if (!another)
        return;
    board_ = {};
    known_ = false;
    emit changed();
}

const session::SliceRow* Source::slice(const std::string& name) const
{
    for (const session::SliceRow& row : board_.slices)
        if (row.name == name)
            return &row;
    return nullptr;
}

const session::ActRow* Source::act(const std::string& what) const
{
    for (const session::ActRow& row : board_.acts)
        if (row.what == what)
            return &row;
    return nullptr;
}

QString Source::obstacle(const std::string& what, bool grows) const
{
    if (!context_.client.isConnected())
        return tr("Not connected: nothing can be sent.");
    if (!mayDo(context_.client.whoami().role, what)) {
        const auto who = whoMay(what);
        return needs({who.begin(), who.end()});
    }
    if (!known_)
        return tr("No data yet.");
    if (grows && watch_.freshness() != Freshness::Live)
        return tr("The data are not fresh. Letting more orders in needs fresh data.");
    const session::ActRow* row = act(what);
    if (row == nullptr)
        return {};  // the board says nothing against it: the engine decides
    if (!row->allowed)
        return refusal(*row);
    if (isAmong(board_, context_.client.whoami(), row->who))
        return {};
    QStringList who;
    for (const std::string& each : row->who)
        who << whoWord(each);
    return tr("Only %1 can do this.").arg(who.join(tr(" or ")));
}

QString Source::refusal(const session::ActRow& row) const
{
    if (row.unmet.empty())
        return tr("Not possible now. State: %1.").arg(stateWord(board_));
    QStringList open;
    for (const std::string& condition : row.unmet)
        open << conditionWord(condition);
    QString text = tr("Still needed: %1.").arg(open.join(QStringLiteral("; ")));
    QStringList who;
    for (const std::string& each : row.who)
        who << whoWord(each);
    if (!who.isEmpty())
        text += QLatin1Char(' ') + tr("Then %1 can.").arg(who.join(tr(" or ")));
    return text;
}

bool isAmong(const session::RolloutBoard& board, const Operator& who, const std::vector<std::string>& allowed)
{
    if (allowed.empty())
        return true;
    const session::CommandCard& command = board.command;
    const auto names = [&](const std::string& word) {
        if (word == who.name || word == name(who.role) || word == "owner" || word == "any_triage")
            return true;
        if (word == "commander")
            return who.name == (command.acting.empty() ? command.commander : command.acting);
        if (word == "deputy" || word == "deputy_acting")
            return who.name == command.deputy;
        const auto seats = seatsOf(board, who.name);
        if (word == "seat_holder")
            return !seats.empty();
        return std::any_of(seats.begin(), seats.end(), [&](Function seat) {
            return word == name(seat) || word == std::string(name(seat)) + "_breakglass";
        });
    };
    return std::any_of(allowed.begin(), allowed.end(), names);
}

std::vector<Function> seatsOf(const session::RolloutBoard& board, const std::string& person)
{
    std::vector<Function> seats;
    for (std::size_t i = 0; i < board.command.owners.size(); ++i)
        if (!person.empty() && board.command.owners[i] == person)
            seats.push_back(static_cast<Function>(i));
    return seats;
}

}  // namespace holdpoint::ui::rollout
