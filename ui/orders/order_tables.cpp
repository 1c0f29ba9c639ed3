// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_tables.h"

#include "ui/text/format.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace holdpoint::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(holdpoint::ui::OrderTables)
};

constexpr int Mid = inkValue(Ink::Mid);
constexpr int Low = inkValue(Ink::Low);

QString sentenceCase(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString idText(EntityId id) { return QString::fromStdString(id.text()); }

Cell lineState(const session::OrderDetail& order, const session::OrderLineText& line, const Format& format)
{
    if (line.cancelled >= line.units && line.units > 0)
        return {Text::tr("cancelled"), Mid};
    if (order.row.place == Place::Exception && line.fulfilment == Fulfilment::None)
        return {Text::tr("held at %1").arg(inSentence(format, word(order.stage))), inkValue(Ink::High), false,
                false, ChipKind::Critical};
    if (line.fulfilment != Fulfilment::None)
        return {word(line.fulfilment), Mid};
    if (line.request == ShipmentRequest::Unknown)
        return {word(line.request), inkValue(Ink::High), false, false, ChipKind::Warning};
    return {word(line.request), Mid};
}

QString fieldsOf(const session::FactText& fact)
{
    QStringList parts;
    for (const auto& [key, value] : fact.fields)
        if (!value.empty())
            parts << QStringLiteral("%1 %2").arg(outside(key, 40), outside(value, 120));
    return parts.join(QStringLiteral(" · "));
}

QString sourceOf(const session::TimelineEntry& entry)
{
    switch (entry.input) {
    case InputKind::Event:
        return QStringLiteral("%1 %2").arg(outside(entry.producer, 40), outside(entry.source, 60));
    case InputKind::Command: return Text::tr("command %1").arg(outside(entry.source, 60));
    default: return Text::tr("engine");
    }
}

QString proofOf(const session::EffectText& effect)
{
    if (!effect.reference.empty())
        return outside(effect.reference, 80);
    if (!effect.code.empty())
        return outside(effect.code, 80);
    return Format::none();
}

Cell effectState(EffectState state)
{
    switch (state) {
    case EffectState::Unknown: return {word(state), inkValue(Ink::High), false, false, ChipKind::Warning};
    case EffectState::Failed: return {word(state), inkValue(Ink::High), false, false, ChipKind::Critical};
    default: return {word(state), Mid};
    }
}

/// Lines of the order that the node could have sent whole.
std::size_t linesCovered(const session::DecisionText& decision, const session::CandidateText& candidate)
{
    std::size_t covered = 0;
    for (std::size_t i = 0; i < std::min(decision.lines.size(), candidate.offers.size()); ++i)
        covered += candidate.offers[i].available >= decision.lines[i].units ? 1 : 0;
    return covered;
}

QString oldestStock(const session::CandidateText& candidate, const Format& format)
{
    if (candidate.offers.empty())
        return Format::none();
    std::int64_t oldest = 0;
    for (const LineOffer& offer : candidate.offers)
        oldest = std::max(oldest, offer.ageMs);
    return format.duration(Milliseconds{oldest});
}

bool isChosen(const session::DecisionText& decision, const session::CandidateText& candidate)
{
    return std::any_of(decision.legs.begin(), decision.legs.end(),
                       [&](const session::LegText& leg) { return leg.node == candidate.node; });
}

}  // namespace

QString inSentence(const Format& format, const QString& word)
{
    return format.locale().language() == QLocale::English ? word.toLower() : word;
}

CellTable linesTable(const session::OrderDetail& order, const Format& format)
{
    CellTable table;
    table.columns = {{Text::tr("SKU")},
                     {Text::tr("Qty"), true},
                     {Text::tr("Price"), true},
                     {Text::tr("Ships from")},
                     {Text::tr("State")}};
    for (const session::OrderLineText& line : order.lines) {
        const bool priced = line.price != Money{};
        table.rows.push_back({{{outside(line.sku, 80), inkValue(Ink::High), true},
                               {line.cancelled > 0 ? Text::tr("%1 of %2")
                                                         .arg(format.count(line.units - line.cancelled),
                                                              format.count(line.units))
                                                   : format.count(line.units)},
                               {priced ? format.money(line.price) : Format::none()},
                               {line.node.empty() ? Format::none() : outside(line.node, 60), Mid},
                               lineState(order, line, format)}});
    }
    return table;
}

CellTable factsTable(const session::OrderDetail& order, const Format& format)
{
    CellTable table;
    table.columns = {
        {Text::tr("Fact")}, {Text::tr("Time")}, {Text::tr("Source")}, {Text::tr("What it says")}};
    for (const session::TimelineEntry& entry : order.timeline.entries)
        for (const session::FactText& fact : entry.facts) {
            const Instant at = fact.at == Instant{} || fact.at == Never ? entry.at : fact.at;
            const QString fields = fieldsOf(fact);
            CellRow row{{{sentenceCase(factWord(fact.kind))},
                         {format.clockMs(at), Low, true, false, {}, format.dateTime(at), Format::iso(at)},
                         {sourceOf(entry), Mid, false, false, {}, sourceOf(entry)},
                         {fields.isEmpty() ? Format::none() : fields, Mid, false, false, {}, fields}}};
            if (entry.entity != order.row.id)
                row.opens = entry.entity;
            table.rows.push_back(std::move(row));
        }
    return table;
}

CellTable effectsTable(const session::OrderDetail& order, const Format& format)
{
    CellTable table;
    table.columns = {{Text::tr("Effect")},      {Text::tr("Vendor")}, {Text::tr("State")},
                     {Text::tr("Tries"), true}, {Text::tr("Proof")},  {Text::tr("Key")}};
    for (const session::EffectText& effect : order.timeline.effects) {
        const auto tries = std::count_if(effect.attempts.begin(), effect.attempts.end(),
                                         [](const auto& a) { return !a.asked; });
        table.rows.push_back({{{sentenceCase(word(effect.ref.operation))},
                               {outside(effect.vendor, 60), Mid},
                               effectState(effect.state),
                               {format.count(tries)},
                               {proofOf(effect), Mid, true, false, {}, proofOf(effect)},
                               {outside(effect.key, 120), Low, true, false, {}, outside(effect.key, 200)}}});
    }
    return table;
}

CellTable candidatesTable(const session::DecisionText& decision, const Format& format)
{
    CellTable table;
    table.columns = {{Text::tr("Node")},           {Text::tr("Can ship")},
                     {Text::tr("Cost"), true},     {Text::tr("Stock age"), true},
                     {Text::tr("Capacity"), true}, {QString()}};
    for (const session::CandidateText& c : decision.candidates) {
        const bool chosen = isChosen(decision, c);
        CellRow row{{{outside(c.node, 60), inkValue(Ink::High), false, true},
                     {Text::tr("%1 of %2").arg(linesCovered(decision, c)).arg(decision.lines.size()), Mid},
                     {format.locale().toString(static_cast<double>(c.cost) / 100, 'f', 2)},
                     {oldestStock(c, format)},
                     {format.count(c.capacityLeft)},
                     {chosen ? Text::tr("chosen") : word(c.lost),
                      chosen ? Mid : Low,
                      false,
                      false,
                      {},
                      chosen ? Text::tr("chosen") : word(c.lost)}}};
        row.chosen = chosen;
        table.rows.push_back(std::move(row));
    }
    std::stable_sort(table.rows.begin(), table.rows.end(),
                     [](const CellRow& a, const CellRow& b) { return a.chosen > b.chosen; });
    return table;
}

QString whyTitle(const session::DecisionText& decision)
{
    QStringList nodes;
    for (const session::LegText& leg : decision.legs)
        nodes << outside(leg.node, 40);
    return nodes.isEmpty() ? Text::tr("Why no node")
                           : Text::tr("Why %1").arg(nodes.join(QStringLiteral(" + ")));
}

QString whySubtitle(const session::DecisionText& decision, const Format& format)
{
    return Text::tr("%1 nodes weighed, rule set %2")
        .arg(format.count(static_cast<std::int64_t>(decision.candidates.size())),
             format.count(decision.rules));
}

CellTable hitsTable(const std::vector<session::Found>& hits)
{
    CellTable table;
    table.columns = {{Text::tr("Id")}, {Text::tr("Order number")}, {Text::tr("Found as")}};
    for (const session::Found& hit : hits)
        table.rows.push_back({{{idText(hit.entity), inkValue(Ink::High), true},
                               {hit.number.empty() ? Format::none() : outside(hit.number, 80)},
                               {factWord(hit.what), Mid}},
                              hit.entity});
    return table;
}

CellTable correlationTable(const session::Timeline& timeline, const Format& format)
{
    CellTable table;
    table.columns = {{Text::tr("Time")},
                     {Text::tr("About")},
                     {Text::tr("Source")},
                     {Text::tr("What")},
                     {Text::tr("Details")}};
    for (const session::TimelineEntry& entry : timeline.entries) {
        QStringList facts;
        for (const session::FactText& fact : entry.facts)
            facts << factWord(fact.kind) +
                         (fieldsOf(fact).isEmpty() ? QString() : QStringLiteral(": ") + fieldsOf(fact));
        const QString what = entry.type.empty()                  ? Text::tr("engine's turn")
                             : entry.input == InputKind::Command ? act(entry.type)
                                                                 : factWord(entry.type);
        const QString detail = facts.join(QStringLiteral("; "));
        table.rows.push_back({{{format.clockMs(entry.at),
                                Low,
                                true,
                                false,
                                {},
                                format.dateTime(entry.at),
                                Format::iso(entry.at)},
                               {idText(entry.entity), inkValue(Ink::High), true},
                               {sourceOf(entry), Mid},
                               {what},
                               {detail, Mid, false, false, {}, detail}},
                              entry.entity});
    }
    return table;
}

}  // namespace holdpoint::ui
