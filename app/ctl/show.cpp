// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core/search/parse.h"
#include "core/store/store_reader.h"
#include "core/views/exception_board.h"
#include "core/views/export.h"
#include "core/views/find.h"
#include "core/views/live_lists.h"
#include "core/views/name_cache.h"
#include "core/views/order_list.h"
#include "core/views/timeline.h"
#include "terminal.h"

#include <QCommandLineParser>
#include <cstdio>
#include <functional>

namespace holdpoint::ctl {
namespace {

constexpr std::size_t Page = 4'096;

using Reading = std::function<Result<int>(store::StoreReader&, const Dictionary&)>;

/// Opens the store beside whoever holds it, and reads as of one moment.
int read(const Common& common, const Reading& reading)
{
    auto reader = store::StoreReader::open(store::StoreOptions::onDisk(common.folder));
    if (!reader) {
        complain(sentence(reader.error(), common.folder));
        return Failed;
    }
    const views::Moment moment(**reader);
    views::NameCache names;
    Result<> ready = moment.ok;
    if (ready)
        ready = names.refresh(**reader);
    const Result<int> code = ready ? reading(**reader, names.names()) : Result<int>(ready.error());
    if (code)
        return *code;
    complain(sentence(code.error(), common.folder));
    return Failed;
}

/// Outside text on a terminal: control characters could be commands to it.
std::string plain(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    return out;
}

void print(const session::TimelineEntry& entry)
{
    std::printf("%8llu  %s  %-11s %s", static_cast<unsigned long long>(entry.seq), toText(entry.at).c_str(),
                entry.entity.text().c_str(), std::string(name(entry.input)).c_str());
    if (!entry.type.empty())
        std::printf(" %s", plain(entry.type).c_str());
    if (!entry.source.empty())
        std::printf(" [%s %s]", plain(entry.producer).c_str(), plain(entry.source).c_str());
    if (entry.disposition == EventDisposition::Duplicate)
        std::printf(" already processed, see %llu", static_cast<unsigned long long>(entry.first));
    else if (entry.input == InputKind::Event)
        std::printf(" %s", std::string(name(entry.disposition)).c_str());
    for (const Mark mark : entry.marks)
        std::printf(" · %s", std::string(name(mark)).c_str());
    for (const session::ReasonText& reason : entry.reasons)
        std::printf(" · %s", plain(reason.code).c_str());
    std::printf("\n");
    for (const session::FactText& fact : entry.facts) {
        std::printf("            %s", fact.kind.c_str());
        if (fact.part != 0)
            std::printf(" %u", static_cast<unsigned>(fact.part));
        for (const auto& [field, value] : fact.fields)
            if (!value.empty() && value != "0")
                std::printf(" %s=%s", field.c_str(), plain(value).c_str());
        std::printf("\n");
    }
    if (!entry.decision)
        return;
    for (const session::CandidateText& candidate : entry.decision->candidates)
        std::printf("            candidate %s: %s, cost %lld\n", plain(candidate.node).c_str(),
                    candidate.lost == LossReason::None ? "chosen" : std::string(name(candidate.lost)).c_str(),
                    static_cast<long long>(candidate.cost));
}

void print(const session::EffectText& effect)
{
    std::printf("  %s at %s: %s %s\n", plain(effect.key).c_str(), plain(effect.vendor).c_str(),
                std::string(name(effect.state)).c_str(), plain(effect.code).c_str());
    for (const session::AttemptText& a : effect.attempts) {
        std::printf("    %s %u after %lld ms: %s %s %u", a.asked ? "asked" : "call",
                    static_cast<unsigned>(a.attempt), static_cast<long long>(a.waited.count()),
                    std::string(name(a.outcome)).c_str(), plain(a.code).c_str(),
                    static_cast<unsigned>(a.status));
        if (a.breach)
            std::printf("; %s: expected %s, got %s", plain(a.breach->pointer).c_str(),
                        plain(a.breach->expected).c_str(), plain(a.breach->got).c_str());
        std::printf("\n");
    }
}

void print(const session::Timeline& timeline)
{
    for (const session::TimelineEntry& entry : timeline.entries)
        print(entry);
    if (!timeline.effects.empty())
        std::printf("\neffects\n");
    for (const session::EffectText& effect : timeline.effects)
        print(effect);
}

Result<session::Timeline> timelineOf(store::StoreReader& reader, const Dictionary& names,
                                     const std::string& text)
{
    const auto found = views::find(reader, names, text);
    if (!found)
        return found.error();
    if (found->empty())
        return Error{Code::NotFound, "nothing has the id " + plain(text)};
    // A trace id may belong to steps of several entities: all of them, in the order of the journal.
    if (found->front().what == "correlation")
        return views::correlation(reader, names, text);
    return views::timeline(reader, names, found->front().entity);
}

std::string oneText(const QStringList& arguments, const char* does, const char* what)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(does);
    parser.addHelpOption();
    parser.addPositionalArgument("TEXT", what);
    ctl::parse(parser, arguments);
    if (parser.positionalArguments().size() == 1)
        return parser.positionalArguments().front().toStdString();
    complain(arguments.front().toStdString() + " takes one argument: " + what + ".");
    return {};
}

Result<views::ExceptionBoard> boardOf(store::StoreReader& reader)
{
    views::ExceptionBoard board;
    for (EntityId after;;) {
        const auto page = reader.exceptions(true, after, Page);
        if (!page)
            return page.error();
        for (const ExceptionItem& item : *page)
            board.apply(views::BoardRow(item));
        if (page->size() < Page)
            return board;
        after = page->back().id;
    }
}

}  // namespace

int show(const Common& common, const QStringList& arguments)
{
    const std::string text =
        oneText(arguments, "Everything that happened to an order, an exception or a trace.",
                "any id: O-n, X-n, order number, event, trace, tracking, effect key");
    if (text.empty())
        return Usage;
    return read(common, [&](store::StoreReader& reader, const Dictionary& names) -> Result<int> {
        const auto timeline = timelineOf(reader, names, text);
        if (!timeline)
            return timeline.error();
        print(*timeline);
        return Done;
    });
}

int find(const Common& common, const QStringList& arguments)
{
    const std::string text = oneText(arguments, "Which orders and items have an id.", "any id");
    if (text.empty())
        return Usage;
    return read(common, [&](store::StoreReader& reader, const Dictionary& names) -> Result<int> {
        const auto found = views::find(reader, names, text);
        if (!found)
            return found.error();
        for (const session::Found& hit : *found)
            std::printf("%s  %s  %s\n", hit.entity.text().c_str(), hit.what.c_str(),
                        plain(hit.number).c_str());
        return found->empty() ? Failed : Done;
    });
}

int exceptions(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "The open items of the queue, most urgent first, or their groups by cause.");
    parser.addHelpOption();
    parser.addPositionalArgument("FILTER", "as in the console: cat:failed_order code:out_of_stock …",
                                 "[FILTER]");
    parser.addOption({"groups", "one line a cause"});
    parser.addOption({"limit", "lines at most", "n", "50"});
    ctl::parse(parser, arguments);
    const auto query = search::parse(parser.positionalArguments().join(' ').toStdString());
    if (!query) {
        complain("The filter is wrong at character " + std::to_string(query.error().at + 1) + ": " +
                 query.error().detail +
                 (query.error().nearest.empty() ? "." : "; did you mean " + query.error().nearest + "?"));
        return Usage;
    }
    const auto limit = parser.value("limit").toULongLong();
    return read(common, [&](store::StoreReader& reader, const Dictionary& names) -> Result<int> {
        const auto board = boardOf(reader);
        if (!board)
            return board.error();
        const auto head = reader.head();
        if (!head)
            return head.error();
        search::Context context;
        context.now = head->lease.lastTime;
        views::BoardOrder order;
        if (!query->sort.empty())
            order.keys = query->sort;
        const search::Filter filter(query->root, context);
        const auto ids = board->select(filter, order, {context.now, {}}, names);
        const auto format = common.json ? session::ExportFormat::JsonLines : session::ExportFormat::Csv;
        std::size_t lines = 0;
        if (parser.isSet("groups")) {
            std::fputs(views::header(session::List::Groups, format).c_str(), stdout);
            for (const session::GroupRow& row : board->groups(filter, {context.now, {}}, names))
                if (lines++ < limit)
                    std::fputs(views::line(row, format).c_str(), stdout);
            return Done;
        }
        std::fputs(views::header(session::List::Exceptions, format).c_str(), stdout);
        for (const EntityId id : ids) {
            if (lines++ == limit)
                break;
            const auto item = views::storedItem(reader, names, id);
            if (!item)
                return item.error();
            std::fputs(views::line(*item, format).c_str(), stdout);
        }
        return Done;
    });
}

int orders(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("Orders, newest first.");
    parser.addHelpOption();
    parser.addOption({"place", "intake, decisioning … exception, finished, elsewhere", "place"});
    parser.addOption({"limit", "lines at most", "n", "50"});
    ctl::parse(parser, arguments);
    views::OrderFilter filter;
    if (parser.isSet("place")) {
        filter.place = fromName<Place>(parser.value("place").toStdString());
        if (!filter.place) {
            complain("--place is none of the places.");
            return Usage;
        }
    }
    return read(common, [&](store::StoreReader& reader, const Dictionary& names) -> Result<int> {
        const auto page = views::orders(reader, names, filter, {}, parser.value("limit").toULongLong());
        if (!page)
            return page.error();
        const auto format = common.json ? session::ExportFormat::JsonLines : session::ExportFormat::Csv;
        std::fputs(views::header(session::List::Orders, format).c_str(), stdout);
        for (const EntityId id : page->ids) {
            const auto row = views::orderRow(reader, names, id);
            if (!row)
                return row.error();
            std::fputs(views::line(*row, format).c_str(), stdout);
        }
        return Done;
    });
}

}  // namespace holdpoint::ctl
