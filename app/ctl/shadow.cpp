// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core/store/store_reader.h"
#include "core/views/name_cache.h"
#include "core/views/numbers.h"
#include "core/views/shadow_view.h"
#include "terminal.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <cstdio>

namespace holdpoint::ctl {
namespace {

using session::ClusterRow;
using session::ShadowBoard;

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}
QJsonValue number(std::int64_t value) { return static_cast<qint64>(value); }
QJsonValue number(std::optional<double> value) { return value ? QJsonValue(*value) : QJsonValue(); }
QJsonValue time(Instant at) { return at == Never ? QJsonValue() : QJsonValue(text(toText(at))); }

QJsonArray array(const std::vector<std::string>& list)
{
    QJsonArray out;
    for (const std::string& one : list)
        out.append(text(one));
    return out;
}

template <typename E, std::size_t N>
QJsonObject byName(const std::array<std::int64_t, N>& counts)
{
    QJsonObject object;
    for (std::size_t i = 0; i < N; ++i)
        object.insert(text(name(static_cast<E>(i))), number(counts[i]));
    return object;
}

QJsonObject toJson(const ClusterRow& row)
{
    QJsonArray orders, trend;
    for (const EntityId order : row.orders)
        orders.append(text(order.text()));
    for (const std::int64_t count : row.trend)
        trend.append(number(count));
    return {{"signature", text(row.signature)},
            {"what", text(row.what)},
            {"compared", text(name(row.about))},
            {"count", number(row.count)},
            {"rate", number(row.rate)},
            {"severity", text(name(row.severity))},
            {"cause", text(name(row.cause))},
            {"why", text(row.why)},
            {"verdict", text(name(row.verdict))},
            {"rule", text(row.rule)},
            {"owner", text(row.owner)},
            {"reason", text(row.reason)},
            {"expires", time(row.expires)},
            {"ceiling", number(row.ceiling)},
            {"over_ceiling", row.overCeiling},
            {"first", time(row.first)},
            {"last", time(row.last)},
            {"segments", array(row.segments)},
            {"trend", trend},
            {"orders", orders}};
}

QJsonArray clustersJson(const ShadowBoard& board)
{
    QJsonArray clusters;
    for (const ClusterRow& row : board.clusters)
        clusters.append(toJson(row));
    return clusters;
}

QJsonObject toJson(const ShadowBoard& b, Instant at)
{
    QJsonArray reports;
    for (const session::ShadowReportRow& row : b.reports)
        reports.append(QJsonObject{{"day", text(toText(row.day).substr(0, 10))},
                                   {"version", static_cast<qint64>(row.version)},
                                   {"clean", row.clean}});
    return {{"as_of", time(at)},
            {"mirroring", b.mirroring},
            {"day", text(toText(b.from).substr(0, 10))},
            {"orders", number(b.seen)},
            {"compared", number(b.compared)},
            {"matched", number(b.matched)},
            {"hidden_only", number(b.hiddenOnly)},
            {"differ", number(b.differ)},
            {"not_yet_comparable", number(b.notYet)},
            {"missing_in_new", number(b.missingInNew)},
            {"missing_in_legacy", number(b.missingInLegacy)},
            {"discrepancies", number(b.discrepancies)},
            {"unjudged", number(b.unjudged)},
            {"unjudged_urgent", number(b.unjudgedUrgent)},
            {"verdicts", byName<DifferenceVerdict>(b.byVerdict)},
            {"causes", byName<DiscrepancyCause>(b.byCause)},
            {"coverage", number(b.coverage)},
            {"mixes_covered", number(b.mixes)},
            {"raw_match", number(b.rawMatch)},
            {"adjusted_match", number(b.adjustedMatch)},
            {"adjusted_lower", number(b.adjustedLower)},
            {"suppressed_calls", number(b.suppressed)},
            {"leaks", number(b.leaked)},
            {"self_noise", number(b.selfNoise)},
            {"proposals_confirmed", number(b.proposalsConfirmed)},
            {"clean_days", b.cleanDays},
            {"clean_days_needed", b.cleanDaysNeeded},
            {"lacks", array(b.lacks)},
            {"hidden_by", array(b.hiddenBy)},
            {"blind_segments", array(b.blind)},
            {"reports", reports},
            {"clusters", clustersJson(b)}};
}

std::string percent(std::optional<double> share)
{
    if (!share)
        return "no value";
    char out[32];
    std::snprintf(out, sizeof out, "%.2f %%", *share * 100);
    return out;
}

std::string count(std::int64_t n) { return grouped(static_cast<std::uint64_t>(n)); }

void print(const ClusterRow& row)
{
    std::printf("  %s %6s  %-17s %-17s %s\n      %s%s\n", std::string(name(row.severity)).c_str(),
                count(row.count).c_str(), std::string(name(row.cause)).c_str(),
                (std::string(name(row.verdict)) + (row.overCeiling ? "!" : "")).c_str(), row.what.c_str(),
                row.signature.c_str(), row.why.empty() ? "" : ("\n      " + row.why).c_str());
}

void print(const ShadowBoard& b, Instant at)
{
    std::printf("shadow as of %s, day %s\n", toText(at).c_str(), toText(b.from).substr(0, 10).c_str());
    std::printf("orders     %s seen, %s compared, %s match, %s differ, %s not yet comparable; coverage %s\n",
                count(b.seen).c_str(), count(b.compared).c_str(), count(b.matched).c_str(),
                count(b.differ).c_str(), count(b.notYet).c_str(), percent(b.coverage).c_str());
    std::printf("match      raw %s, adjusted %s, at least %s\n", percent(b.rawMatch).c_str(),
                percent(b.adjustedMatch).c_str(), percent(b.adjustedLower).c_str());
    std::printf("differ     %s discrepancies: %s unreviewed (%s P1 or P2), %s defect, %s policy, %s drift\n",
                count(b.discrepancies).c_str(), count(b.byVerdict[0]).c_str(),
                count(b.unjudgedUrgent).c_str(), count(b.byVerdict[1]).c_str(), count(b.byVerdict[2]).c_str(),
                count(b.byVerdict[3]).c_str());
    std::printf("effects    %s calls suppressed, %s leaked; self-noise %s\n", count(b.suppressed).c_str(),
                count(b.leaked).c_str(), count(b.selfNoise).c_str());
    std::string lacks;
    for (const std::string& lack : b.lacks)
        lacks += (lacks.empty() ? "" : ", ") + lack;
    std::printf("leaving    %d of %d clean days%s%s\n", b.cleanDays, b.cleanDaysNeeded,
                lacks.empty() ? "; nothing keeps it here" : "; lacks ", lacks.c_str());
    for (const ClusterRow& row : b.clusters)
        print(row);
}

template <typename Read>
int withReader(const Common& common, Read read)
{
    auto reader = store::StoreReader::open(store::StoreOptions::onDisk(common.folder));
    const auto done = [&]() -> Result<> {
        if (!reader)
            return reader.error();
        const views::Moment moment(**reader);
        if (!moment.ok)
            return moment.ok.error();
        views::NameCache names;
        if (auto fresh = names.refresh(**reader); !fresh)
            return fresh.error();
        return read(**reader, names.names());
    }();
    if (!done) {
        complain(sentence(done.error(), common.folder));
        return Failed;
    }
    return Done;
}

int look(const Common& common, const QString& what)
{
    return withReader(common, [&](store::StoreReader& reader, const Dictionary& names) -> Result<> {
        const auto board = views::shadowBoardOf(reader, names);
        if (!board)
            return board.error();
        if (what == "clusters" && common.json)
            ctl::print(QJsonObject{{"clusters", clustersJson(board->first)}});
        else if (common.json)
            ctl::print(toJson(board->first, board->second));
        else if (what == "clusters")
            for (const ClusterRow& row : board->first.clusters)
                print(row);
        else
            print(board->first, board->second);
        return {};
    });
}

/// The page of a day as it was sealed; without a day the newest.
int report(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("The daily page, as it was sealed.");
    parser.addHelpOption();
    parser.addOption({"day", "YYYY-MM-DD; without it the newest", "day"});
    ctl::parse(parser, arguments);
    const std::string wanted = parser.value("day").toStdString();
    return withReader(common, [&](store::StoreReader& reader, const Dictionary& names) -> Result<> {
        const auto board = views::shadowBoardOf(reader, names);
        if (!board)
            return board.error();
        for (const session::ShadowReportRow& row : board->first.reports)
            if (wanted.empty() || toText(row.day).starts_with(wanted)) {
                std::printf("%s\n", row.text.c_str());
                return {};
            }
        return Error{Code::NotFound, "no page of that day"};
    });
}

QJsonArray fieldsJson(const std::vector<session::ShadowPair::Field>& fields)
{
    QJsonArray out;
    for (const session::ShadowPair::Field& field : fields)
        out.append(QJsonObject{{"path", text(field.path)},
                               {"legacy", text(field.legacy)},
                               {"ours", text(field.ours)},
                               {"how", text(field.how)}});
    return out;
}

void print(const session::ShadowPair& pair)
{
    std::printf("order %s (%s): %s, %s\n%s\n", pair.number.c_str(), pair.order.text().c_str(),
                std::string(name(pair.result)).c_str(), std::string(name(pair.cause)).c_str(),
                pair.why.c_str());
    std::printf("  %-24s %-28s %-28s\n", "", "legacy", "ours");
    for (const auto* fields : {&pair.fields, &pair.inputs})
        for (const session::ShadowPair::Field& field : *fields)
            std::printf("%c %-24s %-28s %-28s %s\n", field.how.empty() ? ' ' : '*', field.path.c_str(),
                        field.legacy.c_str(), field.ours.c_str(), field.how.c_str());
}

int pair(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("One order, both decisions side by side.");
    parser.addHelpOption();
    parser.addPositionalArgument("ORDER", "order number or O-n");
    parser.addOption({"signature", "which of its differences", "signature"});
    ctl::parse(parser, arguments);
    if (parser.positionalArguments().size() != 1) {
        complain("shadow pair takes one ORDER.");
        return Usage;
    }
    const std::string wanted = parser.positionalArguments().front().toStdString();
    return withReader(common, [&](store::StoreReader& reader, const Dictionary& names) -> Result<> {
        auto id = EntityId::parse(wanted);
        if (!id || id->kind() != EntityKind::Order) {
            const auto known = reader.byText(wanted);
            if (!known || known->empty())
                return Error{Code::NotFound, "no order " + wanted};
            id = known->front();
        }
        const auto found = views::shadowPair(reader, names, parser.value("signature").toStdString(), *id);
        if (!found)
            return found.error();
        if (common.json)
            ctl::print(QJsonObject{{"order", text(found->order.text())},
                                   {"number", text(found->number)},
                                   {"result", text(name(found->result))},
                                   {"cause", text(name(found->cause))},
                                   {"why", text(found->why)},
                                   {"at", time(found->at)},
                                   {"fields", fieldsJson(found->fields)},
                                   {"inputs", fieldsJson(found->inputs)}});
        else
            print(*found);
        return {};
    });
}

void addRuleOptions(QCommandLineParser& parser)
{
    parser.addHelpOption();
    parser.addOption({"reason", "why", "text"});
    parser.addOption({"days", "how long it holds", "n"});
    parser.addOption({"actor", "who", "name", "operator"});
    parser.addOption({"role", "ops_lead, engineer or commerce_manager", "role", "engineer"});
}

int give(const Common& common, const QCommandLineParser& parser, const QString& what, const QString& argument,
         const QJsonObject& rule)
{
    const QString words = QString::fromUtf8(QJsonDocument(rule).toJson(QJsonDocument::Compact));
    QStringList command{what,
                        "--text",
                        words,
                        "--reason",
                        parser.value("reason"),
                        "--actor",
                        parser.value("actor"),
                        "--role",
                        parser.value("role")};
    if (!argument.isEmpty())
        command << "--argument" << argument;
    return act(common, command);
}

int judge(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("Says what all differences of a signature are.");
    parser.addPositionalArgument("SIGNATURE", "of a cluster");
    parser.addOption(
        {"verdict", "defect, policy_difference, acceptable_drift, or unjudged: taken back", "verdict"});
    parser.addOption({"ceiling", "so many a day, the rest is open again", "n"});
    parser.addOption({"cause", "if it is another than the one proposed", "cause"});
    addRuleOptions(parser);
    ctl::parse(parser, arguments);
    if (parser.positionalArguments().size() != 1) {
        complain("shadow judge takes one SIGNATURE.");
        return Usage;
    }
    QJsonObject rule{{"signature", parser.positionalArguments().front()}, {"reason", parser.value("reason")}};
    if (parser.isSet("days"))
        rule.insert("days", parser.value("days").toInt());
    if (parser.isSet("ceiling"))
        rule.insert("ceiling", parser.value("ceiling").toInt());
    if (parser.isSet("cause"))
        rule.insert("cause", parser.value("cause"));
    return give(common, parser, "judge-difference", parser.value("verdict"), rule);
}

int normalRule(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Sets a rule by which values are made comparable, or differences explained.");
    parser.addPositionalArgument("ID", "of the rule");
    parser.addOption(
        {"how", "ignore, text, instant, mapping, absent_is_null, ordered, intended, counterpart, tolerance",
         "how"});
    parser.addOption({"path", "route.nodes, route.cost …; what ends in .* covers all below", "path"});
    parser.addOption({"map", "THEIRS=OURS; may be given again", "pair"});
    parser.addOption({"tolerance", "milliseconds of an instant, minor units of a tolerance", "n"});
    addRuleOptions(parser);
    ctl::parse(parser, arguments);
    if (parser.positionalArguments().size() != 1) {
        complain("shadow rule takes one ID.");
        return Usage;
    }
    QJsonObject table;
    for (const QString& pair : parser.values("map"))
        table.insert(pair.section('=', 0, 0), pair.section('=', 1));
    QJsonObject rule{{"rule", parser.positionalArguments().front()},
                     {"how", parser.value("how")},
                     {"path", parser.value("path")},
                     {"reason", parser.value("reason")},
                     {"days", parser.value("days").toInt()},
                     {"table", table}};
    if (parser.isSet("tolerance")) {
        rule.insert("tolerance", parser.value("tolerance").toInt());
        rule.insert("tolerance_ms", parser.value("tolerance").toInt());
    }
    return give(common, parser, "normal-rule", {}, rule);
}

}  // namespace

int shadow(const Common& common, const QStringList& arguments)
{
    const QString what = arguments.value(1, "show");
    const QStringList rest = arguments.mid(1);
    if (what == "show" || what == "clusters")
        return look(common, what);
    if (what == "pair")
        return pair(common, rest);
    if (what == "report")
        return report(common, rest);
    if (what == "judge")
        return judge(common, rest);
    if (what == "rule")
        return normalRule(common, rest);
    if (what == "import")
        return replay(common, QStringList{"replay", "--format", "legacy", "--mode", "shadow"} + rest.mid(1));
    if (what == "--help" || what == "-h") {
        std::printf(
            "holdpointctl --local DIR shadow show|clusters|pair ORDER|report|judge SIGNATURE|rule ID|import FILE\n");
        return Done;
    }
    complain("shadow takes show, clusters, pair, report, judge, rule or import.");
    return Usage;
}

}  // namespace holdpoint::ctl
