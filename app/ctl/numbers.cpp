// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core/host/books_check.h"
#include "terminal.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <cstdio>

namespace holdpoint::ctl {
namespace {

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

QJsonArray toJson(const std::vector<views::Disagreement>& list)
{
    QJsonArray array;
    for (const views::Disagreement& d : list)
        array.append(QJsonObject{{"entity", text(d.entity)},
                                 {"what", text(d.what)},
                                 {"stored", text(d.stored)},
                                 {"computed", text(d.computed)}});
    return array;
}

QJsonObject stages(const session::Numbers& numbers)
{
    QJsonObject object;
    for (const Place place : {Place::Intake, Place::Decisioning, Place::Allocation, Place::Handoff,
                              Place::Confirmation, Place::Settlement})
        object.insert(text(name(place)), static_cast<qint64>(numbers.in(place)));
    return object;
}

void print(const std::vector<views::Disagreement>& list)
{
    for (const views::Disagreement& d : list)
        std::printf("  DISAGREES %s %s: %s, but %s\n", d.entity.c_str(), d.what.c_str(), d.stored.c_str(),
                    d.computed.c_str());
}

}  // namespace

QJsonObject toJson(const host::NumbersReport& report)
{
    const session::Numbers& n = report.store.numbers;
    QJsonObject o;
    o.insert("received", static_cast<qint64>(n.events.received));
    o.insert("accepted", static_cast<qint64>(n.events.accepted));
    o.insert("refused", static_cast<qint64>(n.events.refused));
    o.insert("parked", static_cast<qint64>(n.events.parked));
    o.insert("duplicate", static_cast<qint64>(n.events.duplicate));
    o.insert("late", static_cast<qint64>(n.events.late));
    o.insert("would_regress", static_cast<qint64>(n.events.wouldRegress));
    o.insert("orders_accepted", static_cast<qint64>(n.ordersAccepted()));
    o.insert("finished", static_cast<qint64>(n.in(Place::Finished)));
    o.insert("in_stage", stages(n));
    o.insert("orders_in_exception", static_cast<qint64>(n.in(Place::Exception)));
    o.insert("elsewhere", static_cast<qint64>(n.in(Place::Elsewhere)));
    o.insert("awaited", static_cast<qint64>(n.in(Place::Awaited)));
    o.insert("exceptions_open", static_cast<qint64>(n.exceptionsOpen));
    o.insert("outbox", static_cast<qint64>(n.outbox));
    o.insert("effects_recorded", static_cast<qint64>(report.books.effectsRecorded));
    o.insert("effects_in_vendor_books", static_cast<qint64>(report.books.effectsInBooks));
    o.insert("calls_recorded", static_cast<qint64>(report.books.callsRecorded));
    o.insert("calls_in_vendor_books", static_cast<qint64>(report.books.callsInBooks));
    o.insert("reservations",
             QJsonObject{{"opened", static_cast<qint64>(report.store.reservations.opened)},
                         {"consumed", static_cast<qint64>(report.store.reservations.consumed)},
                         {"released", static_cast<qint64>(report.store.reservations.released)},
                         {"expired", static_cast<qint64>(report.store.reservations.expired)},
                         {"live", static_cast<qint64>(report.store.reservations.live)}});
    o.insert("frames", static_cast<qint64>(report.store.frames));
    o.insert("steps", static_cast<qint64>(report.store.steps));
    o.insert("agree", report.agrees());
    o.insert("disagreements",
             static_cast<qint64>(report.store.disagreementCount + report.books.disagreementCount));
    QJsonArray first = toJson(report.store.disagreements);
    for (const QJsonValue& value : toJson(report.books.disagreements))
        first.append(value);
    if (!first.isEmpty())
        o.insert("first_disagreements", first);
    o.insert("state_hash", text(toHex(report.store.stateHash)));
    o.insert("journal_hash", text(toHex(report.store.journalHash)));
    return o;
}

void print(const QJsonObject& object)
{
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Indented).constData());
}

void print(const host::NumbersReport& report)
{
    const session::Numbers& n = report.store.numbers;
    const auto count = [](std::int64_t number) { return grouped(static_cast<std::uint64_t>(number)); };
    std::printf("events     %s received = %s accepted + %s refused + %s parked + %s already processed\n",
                count(n.events.received).c_str(), count(n.events.accepted).c_str(),
                count(n.events.refused).c_str(), count(n.events.parked).c_str(),
                count(n.events.duplicate).c_str());
    std::printf("orders     %s accepted:", count(n.ordersAccepted()).c_str());
    for (std::size_t place = 1; place < n.orders.size(); ++place)
        if (n.orders[place] != 0)
            std::printf(" %s %s;", count(n.orders[place]).c_str(),
                        std::string(name(static_cast<Place>(place))).c_str());
    std::printf("\nqueue      %s open exceptions\n", count(n.exceptionsOpen).c_str());
    std::printf("effects    %s recorded, %s in the vendors' books; calls %s recorded, %s received\n",
                grouped(report.books.effectsRecorded).c_str(), grouped(report.books.effectsInBooks).c_str(),
                grouped(report.books.callsRecorded).c_str(), grouped(report.books.callsInBooks).c_str());
    std::printf("journal    %s steps in %s frames, chain verified, state %s\n",
                grouped(report.store.steps).c_str(), grouped(report.store.frames).c_str(),
                toHex(report.store.stateHash).substr(0, 16).c_str());
    print(report.store.disagreements);
    print(report.books.disagreements);
    std::printf("%s\n", report.agrees() ? "all numbers agree" : "THE NUMBERS DO NOT AGREE");
}

int check(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Computes the numbers that must agree from the journal and compares them with the store and the vendors' books.");
    parser.addHelpOption();
    ctl::parse(parser, arguments);
    ProgressLine line(common.json);
    const auto report = host::checkNumbers(common.folder, [&](std::uint64_t done, std::uint64_t of) {
        line.show(of == 0 ? 1 : static_cast<double>(done) / static_cast<double>(of), "checking");
        return true;
    });
    if (!report) {
        complain(sentence(report.error(), common.folder));
        return Failed;
    }
    common.json ? print(toJson(*report)) : print(*report);
    return report->agrees() ? Done : Disagree;
}

}  // namespace holdpoint::ctl
