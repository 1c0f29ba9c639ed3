// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core/store/store_reader.h"
#include "core/views/launch_board.h"
#include "core/views/name_cache.h"
#include "core/views/numbers.h"
#include "terminal.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <cstdio>

namespace holdpoint::ctl {
namespace {

using session::Board;

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

QJsonValue number(std::optional<double> value) { return value ? QJsonValue(*value) : QJsonValue(); }
QJsonValue number(std::optional<Milliseconds> value)
{
    return value ? QJsonValue(static_cast<qint64>(value->count())) : QJsonValue();
}
QJsonValue number(std::int64_t value) { return static_cast<qint64>(value); }
QJsonValue time(Instant at) { return at == Never ? QJsonValue() : QJsonValue(text(toText(at))); }

QJsonObject toJson(const session::MetricCard& card)
{
    QJsonArray trend;
    for (const auto& value : card.trend)
        trend.append(number(value));
    return {{"metric", text(name(card.metric))},
            {"value", number(card.value)},
            {"limit", card.limit},
            {"at_least", card.atLeast},
            {"n", number(card.n)},
            {"window_ms", number(card.window.count())},
            {"as_of", time(card.asOf)},
            {"verdict", text(name(card.verdict))},
            {"reason", text(name(card.reason))},
            {"change_per_minute", number(card.changePerMinute)},
            {"trend", trend}};
}

QJsonObject toJson(const session::StageCard& card)
{
    return {{"stage", text(name(card.stage))}, {"per_minute", number(card.perMinute)},
            {"waiting", number(card.waiting)}, {"failing", number(card.failing)},
            {"retries", number(card.retries)}, {"entered", number(card.entered)},
            {"left", number(card.left)},       {"p95_ms", number(card.p95)},
            {"abnormal", card.abnormal},       {"first_out", card.firstOut}};
}

QJsonObject toJson(const session::VendorCard& card)
{
    return {{"vendor", text(card.vendor)},
            {"system", text(name(card.system))},
            {"calls", number(card.calls)},
            {"errors", number(card.errors)},
            {"breaches", number(card.breaches)},
            {"unknown", number(card.unknown)},
            {"rate_limited", number(card.rateLimited)},
            {"p95_ms", number(card.p95)},
            {"breaker", text(name(card.breaker))},
            {"exceptions_open", number(card.exceptionsOpen)},
            {"last_good", time(card.lastGood)},
            {"last_bad", time(card.lastBad)},
            {"abnormal", card.abnormal}};
}

QJsonObject toJson(const session::AlarmRow& row)
{
    return {{"alarm", text(name(row.kind))},  {"priority", text(name(row.priority))},
            {"state", text(name(row.state))}, {"raised", time(row.raised)},
            {"cleared", time(row.cleared)},   {"value", number(row.value)},
            {"limit", number(row.limit)},     {"vendor", text(row.vendor)},
            {"orders", number(row.orders)},   {"first_out", row.firstOut}};
}

template <typename List>
QJsonArray arrayOf(const List& list)
{
    QJsonArray array;
    for (const auto& one : list)
        array.append(toJson(one));
    return array;
}

QJsonObject toJson(const Board& board, Instant at)
{
    return {{"as_of", time(at)},
            {"launch_start", time(board.launchStart)},
            {"intake_open", board.intake.open},
            {"metrics", arrayOf(board.metrics)},
            {"stages", arrayOf(board.stages)},
            {"vendors", arrayOf(board.vendors)},
            {"alarms", arrayOf(board.alarms)},
            {"exceptions_open", number(board.exceptionsOpen)},
            {"past_sla", number(board.pastSla)},
            {"arrived_last_minute", number(board.arrivedLastMinute)},
            {"closed_last_minute", number(board.closedLastMinute)},
            {"orders_per_minute", number(board.ordersPerMinute)},
            {"orders", number(board.orders)},
            {"finished", number(board.finished)}};
}

void print(const session::MetricCard& card)
{
    const std::string value = card.value ? std::to_string(*card.value) : "no value";
    std::printf("  %-22s %14s  %s %-10.2f n=%-9s %s %s\n", std::string(name(card.metric)).c_str(),
                value.c_str(), card.atLeast ? ">=" : "<=", card.limit,
                grouped(static_cast<std::uint64_t>(card.n)).c_str(), std::string(name(card.verdict)).c_str(),
                card.reason == session::InconclusiveReason::None ? ""
                                                                 : std::string(name(card.reason)).c_str());
}

void print(const session::StageCard& card)
{
    std::printf("  %-13s %6lld/min %8lld waiting %7lld failing %6lld retries  p95 %s%s%s\n",
                std::string(name(card.stage)).c_str(), static_cast<long long>(card.perMinute),
                static_cast<long long>(card.waiting), static_cast<long long>(card.failing),
                static_cast<long long>(card.retries),
                card.p95 ? (std::to_string(card.p95->count()) + " ms").c_str() : "not known",
                card.abnormal ? "  ABNORMAL" : "", card.firstOut ? " first out" : "");
}

void print(const session::VendorCard& card)
{
    std::printf("  %-16s %7lld calls %6lld errors %5lld breaches %5lld unknown  breaker %s%s\n",
                card.vendor.c_str(), static_cast<long long>(card.calls), static_cast<long long>(card.errors),
                static_cast<long long>(card.breaches), static_cast<long long>(card.unknown),
                std::string(name(card.breaker)).c_str(), card.abnormal ? "  ABNORMAL" : "");
}

void print(const Board& board, Instant at)
{
    std::printf("as of %s, intake %s\n", toText(at).c_str(), board.intake.open ? "open" : "closed");
    for (const session::MetricCard& card : board.metrics)
        print(card);
    std::printf("stages\n");
    for (const session::StageCard& card : board.stages)
        print(card);
    std::printf("vendors\n");
    for (const session::VendorCard& card : board.vendors)
        print(card);
    std::printf("alarms\n");
    for (const session::AlarmRow& row : board.alarms)
        std::printf("  %s %s %s %s since %s\n", std::string(name(row.priority)).c_str(),
                    std::string(name(row.kind)).c_str(), row.vendor.c_str(),
                    std::string(name(row.state)).c_str(), toText(row.raised).c_str());
    std::printf("queue %lld open, %lld past SLA; orders %lld, finished %lld\n",
                static_cast<long long>(board.exceptionsOpen), static_cast<long long>(board.pastSla),
                static_cast<long long>(board.orders), static_cast<long long>(board.finished));
}

/// The board and its time, as of one moment.
Result<std::pair<Board, Instant>> readBoard(store::StoreReader& reader)
{
    const views::Moment moment(reader);
    if (!moment.ok)
        return moment.ok.error();
    views::NameCache names;
    if (auto fresh = names.refresh(reader); !fresh)
        return fresh.error();
    const auto at = views::asOf(reader);
    if (!at)
        return at.error();
    auto board = views::launchBoardOf(reader, names.names());
    if (!board)
        return board.error();
    return std::pair{std::move(*board), at->at};
}

}  // namespace

int board(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("The launch board as of the newest frame of the store.");
    parser.addHelpOption();
    ctl::parse(parser, arguments);
    auto reader = store::StoreReader::open(store::StoreOptions::onDisk(common.folder));
    const auto read = reader ? readBoard(**reader) : Result<std::pair<Board, Instant>>(reader.error());
    if (!read) {
        complain(sentence(read.error(), common.folder));
        return Failed;
    }
    common.json ? print(toJson(read->first, read->second)) : print(read->first, read->second);
    return Done;
}

}  // namespace holdpoint::ctl
