// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout_json.h"

#include <string_view>

namespace holdpoint::ctl {
namespace {

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}
QJsonValue number(std::optional<double> value) { return value ? QJsonValue(*value) : QJsonValue(); }
QJsonValue number(std::int64_t value) { return static_cast<qint64>(value); }
QJsonValue number(std::optional<Milliseconds> value)
{
    return value ? QJsonValue(static_cast<qint64>(value->count())) : QJsonValue();
}
QJsonValue time(Instant at) { return at == Never ? QJsonValue() : QJsonValue(text(toText(at))); }

QJsonArray texts(const std::vector<std::string>& all)
{
    QJsonArray array;
    for (const std::string& one : all)
        array.append(text(one));
    return array;
}

template <typename Row>
QJsonArray arrayOf(const std::vector<Row>& rows, QJsonObject (*one)(const Row&))
{
    QJsonArray array;
    for (const Row& row : rows)
        array.append(one(row));
    return array;
}

QJsonObject stepOf(const session::StepRow& row)
{
    return {{"step", row.number},
            {"phase", text(name(row.phase))},
            {"weight_bp", row.weightBp},
            {"slices", texts(row.slices)},
            {"begun", time(row.begun)},
            {"ended", time(row.ended)},
            {"by", text(row.by)},
            {"cap_orders_per_hour", number(row.capOrdersPerHour)},
            {"cap_value_per_hour", number(row.capValuePerHour)}};
}

QJsonObject sliceOf(const session::SliceRow& row)
{
    return {{"slice", text(row.name)},
            {"selector", text(row.selector)},
            {"weight_bp", row.weightBp},
            {"holdback_bp", row.holdbackBp},
            {"observed_share", number(row.observedShare)},
            {"state", text(name(row.state))},
            {"excluded", row.excluded},
            {"on_trial", row.onTrial},
            {"cut_out", texts(row.cutOut)},
            {"canary_orders", number(row.canaryOrders)},
            {"control_orders", number(row.controlOrders)},
            {"errors_delta", number(row.errorsDelta)},
            {"p95_delta_ms", number(row.p95Delta)},
            {"verdict", text(name(row.verdict))},
            {"reason", text(name(row.reason))},
            {"deciding", text(row.deciding)}};
}

QJsonObject armOf(const session::ArmFigure& arm)
{
    return {{"n", number(arm.n)},
            {"bad", number(arm.bad)},
            {"rate", number(arm.rate)},
            {"p95_ms", number(arm.p95)}};
}

QJsonObject gateOf(const session::GateRow& row)
{
    QJsonObject json{{"gate", text(row.id)},
                     {"metric", text(row.metric)},
                     {"slice", text(row.slice)},
                     {"kind", text(row.kind)},
                     {"stage", text(name(row.stage))},
                     {"owner", row.owner ? QJsonValue(text(name(*row.owner))) : QJsonValue()},
                     {"blocker", row.blocker},
                     {"dry_run", row.dryRun},
                     {"overridden", row.overridden},
                     {"acknowledged", row.acknowledged},
                     {"verdict", text(name(row.verdict))},
                     {"reason", text(name(row.reason))}};
    json.insert("value", number(row.value));
    json.insert("threshold", number(row.threshold));
    json.insert("unit", text(row.unit));
    json.insert("compare", text(row.compare));
    json.insert("sample", number(row.sample));
    json.insert("least", number(row.least));
    json.insert("failures", number(row.failures));
    json.insert("canary_failures", number(row.canaryFailures));
    json.insert("share", row.share);
    json.insert("low", number(row.low));
    json.insert("high", number(row.high));
    json.insert("log_e_harm", row.logEHarm);
    json.insert("log_e_safe", row.logESafe);
    json.insert("needed_harm", row.neededHarm);
    json.insert("needed_safe", row.neededSafe);
    json.insert("blockers", row.blockers);
    json.insert("watermark", time(row.watermark));
    json.insert("canary", armOf(row.canary));
    json.insert("control", armOf(row.control));
    json.insert("difference", number(row.difference));
    json.insert("difference_low", number(row.differenceLow));
    json.insert("difference_high", number(row.differenceHigh));
    return json;
}

QJsonObject voteOf(const session::VoteRow& row)
{
    return {{"seat", text(name(row.seat))},
            {"holder", text(row.holder)},
            {"vote", row.vote ? QJsonValue(text(name(*row.vote))) : QJsonValue()},
            {"by", text(row.by)},
            {"words", text(row.words)},
            {"at", time(row.at)},
            {"old", row.old},
            {"old_because", text(row.oldBecause)},
            {"needs_co_sign", row.needsCoSign},
            {"co_signed", row.coSigned}};
}

QJsonObject actOf(const session::ActRow& row)
{
    return {{"command", text(row.what)},
            {"allowed", row.allowed},
            {"why", text(row.why)},
            {"unmet", texts(row.unmet)},
            {"who", texts(row.who)}};
}

QJsonObject findingOf(const session::FindingRow& row)
{
    return {{"check", text(row.check)},       {"blocks", row.blocks},      {"step", row.step},
            {"subject", text(row.subject)},   {"value", row.value},        {"limit", row.limit},
            {"earliest", time(row.earliest)}, {"detail", text(row.detail)}};
}

QJsonObject triggerOf(const session::TriggerRow& row)
{
    return {{"trigger", text(name(row.trigger))},
            {"since", time(row.since)},
            {"detail", text(row.detail)},
            {"reaction", text(row.reaction)}};
}

QJsonObject freezeOf(const session::FreezeRow& row)
{
    return {{"number", row.number},      {"kind", text(name(row.kind))}, {"state", text(name(row.state))},
            {"from", time(row.from)},    {"to", time(row.to)},           {"by", text(row.by)},
            {"reason", text(row.reason)}};
}

QJsonObject itemOf(const session::ChecklistRow& row)
{
    return {{"item", text(row.item)}, {"part", text(row.part)},         {"automatic", row.automatic},
            {"done", row.done},       {"evidence", text(row.evidence)}, {"by", text(row.by)},
            {"at", time(row.at)}};
}

QJsonObject eventOf(const session::RolloutEvent& row)
{
    return {{"seq", number(static_cast<std::int64_t>(row.seq))},
            {"at", time(row.at)},
            {"what", text(row.what)},
            {"subject", text(row.subject)},
            {"by", text(row.by)},
            {"words", text(row.words)},
            {"row", row.row}};
}

QJsonObject commandOf(const session::CommandCard& card)
{
    QJsonObject owners;
    for (std::size_t i = 0; i < card.owners.size(); ++i)
        owners.insert(text(name(static_cast<Function>(i))), text(card.owners[i]));
    return {{"commander", text(card.commander)},
            {"deputy", text(card.deputy)},
            {"acting", text(card.acting)},
            {"offered_to", text(card.offeredTo)},
            {"offer_ends", time(card.offerEnds)},
            {"commander_gone", card.commanderGone},
            {"owners", owners}};
}

}  // namespace

QJsonArray toJson(const std::vector<session::GateRow>& gates) { return arrayOf(gates, gateOf); }
QJsonArray toJson(const std::vector<session::FindingRow>& findings) { return arrayOf(findings, findingOf); }

QJsonObject toJson(const session::PollCard& poll)
{
    return {{"open", poll.open},
            {"step", poll.step},
            {"opened", time(poll.opened)},
            {"closes", time(poll.closes)},
            {"evidence", text(toHex(poll.evidence))},
            {"votes", arrayOf(poll.votes, voteOf)},
            {"go", poll.go}};
}

QJsonObject toJson(const session::RolloutBoard& board, Instant at)
{
    QJsonObject json{
        {"as_of", time(at)},
        {"rollout", board.rollout.isNone() ? QJsonValue() : QJsonValue(text(board.rollout.text()))},
        {"version", number(static_cast<std::int64_t>(board.version))},
        {"name", text(board.name)},
        {"salt", text(board.salt)},
        {"plan_hash", text(toHex(board.planHash))},
        {"approach", text(name(board.approach))},
        {"bet", board.bet},
        {"prerequisites_missing", texts(board.prerequisitesMissing)},
        {"state", text(name(board.state))},
        {"position", text(board.position)},
        {"live", board.live},
        {"mirroring", board.mirroring},
        {"trial", board.trial},
        {"run", board.run},
        {"step", board.step},
        {"phase", text(name(board.phase))},
        {"since", time(board.since)},
        {"paused_by", text(board.pausedBy)},
        {"paused_because", text(board.pausedBecause)}};
    json.insert("baked_ms", number(board.baked.count()));
    json.insert("bake_least_ms", number(board.bakeLeast.count()));
    json.insert("bake_most_ms", number(board.bakeMost.count()));
    json.insert("earliest", time(board.earliest));
    json.insert("verdict", text(name(board.verdict)));
    json.insert("steps", arrayOf(board.steps, stepOf));
    json.insert("slices", arrayOf(board.slices, sliceOf));
    json.insert("gates", toJson(board.gates));
    json.insert("poll", toJson(board.poll));
    json.insert("command", commandOf(board.command));
    json.insert("acts", arrayOf(board.acts, actOf));
    json.insert("findings", toJson(board.findings));
    json.insert("triggers", arrayOf(board.triggers, triggerOf));
    json.insert("freezes", arrayOf(board.freezes, freezeOf));
    json.insert("checklist", arrayOf(board.checklist, itemOf));
    json.insert("overridden", texts(board.overridden));
    json.insert("events", arrayOf(board.events, eventOf));
    json.insert("way_back", texts(board.wayBack));
    return json;
}

}  // namespace holdpoint::ctl
