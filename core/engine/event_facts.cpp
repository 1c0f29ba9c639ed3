// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_facts.h"

#include <algorithm>

namespace holdpoint::engine {
namespace {

Part partOf(const FieldSet& set, Field field) { return static_cast<Part>(set[field].number); }

/// The fact's own id, or the event's where none is given.
std::string idOf(const Draft& draft)
{
    const FieldValue& own = draft.data[Field::Id];
    return std::string(own.text.empty() ? draft.id : own.text);
}

template <NameKind K>
Name<K> intern(Dictionary& names, const FieldSet& set, Field field)
{
    return names.intern<K>(set[field].text);
}

Currency currencyOf(const FieldSet& set)
{
    return Currency::fromNumber(static_cast<std::uint16_t>(set[Field::Currency].number));
}

void add(Event& event, Part part, FactBody body)
{
    event.facts.push_back({part, event.sourceTime, std::move(body)});
}

/// The second of two items that have the same value in `field`.
template <typename Key>
std::optional<std::size_t> firstRepeated(const std::vector<FieldSet>& items, Key key)
{
    std::vector<std::pair<decltype(key(items[0])), std::size_t>> seen;
    seen.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        seen.emplace_back(key(items[i]), i);
    std::sort(seen.begin(), seen.end());
    std::optional<std::size_t> first;
    for (std::size_t i = 1; i < seen.size(); ++i)
        if (seen[i].first == seen[i - 1].first)
            first = std::min(first.value_or(seen[i].second), seen[i].second);
    return first;
}

std::string itemPointer(std::string_view list, std::size_t index, std::string_view member)
{
    return "/data/" + std::string(list) + '/' + std::to_string(index) + '/' + std::string(member);
}

bool linesKnown(const Draft& draft)
{
    const FieldValue& said = draft.data[Field::LinesKnown];
    return !said.given || said.number != 0;
}

}  // namespace

std::optional<Breach> checkPlaced(const Draft& draft)
{
    if (linesKnown(draft) && draft.items.empty())
        return Breach{IntakeRule::NoLines, "/data/lines", "at least one line, or lines_known false",
                      "no line"};
    if (!linesKnown(draft) && !draft.items.empty())
        return Breach{IntakeRule::LinesNotAllowed, "/data/lines", "no lines, because lines_known is false",
                      std::to_string(draft.items.size()) + " lines"};
    if (draft.items.empty())
        return {};
    const auto number = [](const FieldSet& line) { return line[Field::Line].number; };
    if (const auto again = firstRepeated(draft.items, number))
        return Breach{IntakeRule::DuplicateLine, itemPointer("lines", *again, "line"), "a line number once",
                      std::to_string(number(draft.items[*again])) + " again"};
    return {};
}

std::optional<Breach> checkParcel(const Draft& draft)
{
    // A line without units, or units without a line, says nothing that can be added up.
    const FieldValue& line = draft.data[Field::Line];
    const FieldValue& units = draft.data[Field::Units];
    if (line.number != 0 && units.number == 0)
        return Breach{IntakeRule::MissingField, "/data/units", "units of the line", "none"};
    if (line.number == 0 && units.number != 0)
        return Breach{IntakeRule::MissingField, "/data/line", "the line of the units", "none"};
    return {};
}

namespace {

std::optional<Breach> checkCurrency(const Draft& draft, Field amount)
{
    if (draft.data[amount].given && !draft.data[Field::Currency].given)
        return Breach{IntakeRule::MissingField, "/data/currency", "the currency of the amount", "none"};
    return {};
}

}  // namespace

std::optional<Breach> checkLegacyDecided(const Draft& draft)
{
    if (draft.data[Field::Node].text.empty() && draft.data[Field::Exception].text.empty())
        return Breach{IntakeRule::MissingField, "/data/node", "a node, or the class of the exception",
                      "neither"};
    const auto number = [](const FieldSet& line) { return line[Field::Line].number; };
    if (const auto again = firstRepeated(draft.items, number))
        return Breach{IntakeRule::DuplicateLine, itemPointer("lines", *again, "line"), "a line number once",
                      std::to_string(number(draft.items[*again])) + " again"};
    return checkCurrency(draft, Field::Cost);
}

std::optional<Breach> checkLegacyOutcome(const Draft& draft) { return checkCurrency(draft, Field::Amount); }

std::optional<Breach> checkCounts(const Draft& draft)
{
    if (draft.items.empty())
        return Breach{IntakeRule::MissingField, "/data/counts", "at least one count", "none"};
    const auto sku = [](const FieldSet& count) { return count[Field::Sku].text; };
    if (const auto again = firstRepeated(draft.items, sku))
        return Breach{IntakeRule::DuplicateSku, itemPointer("counts", *again, "sku"), "a SKU once",
                      "\"" + shorten(sku(draft.items[*again])) + "\" again"};
    return {};
}

void buildPlaced(const Draft& draft, Dictionary& names, Event& event)
{
    Placed placed;
    placed.number = event.subject.text;
    placed.producer = event.producer;
    placed.channel = intern<NameKind::Channel>(names, draft.data, Field::Channel);
    placed.region = intern<NameKind::Region>(names, draft.data, Field::Region);
    placed.currency = currencyOf(draft.data);
    placed.total = draft.data[Field::Total].number;
    placed.lines = linesKnown(draft) ? LinesKnown::Known : LinesKnown::Unknown;
    placed.lineCount = static_cast<std::uint16_t>(draft.items.size());
    if (draft.data[Field::Promise].given)
        placed.promise = {draft.data[Field::Promise].number};
    event.facts.reserve(draft.items.size() + 1);
    add(event, 0, std::move(placed));
    for (const FieldSet& line : draft.items)
        add(event, partOf(line, Field::Line),
            LineOrdered{intern<NameKind::Sku>(names, line, Field::Sku), line[Field::Units].number,
                        line[Field::Price].number});
}

void buildCancelWished(const Draft& draft, Dictionary& names, Event& event)
{
    add(event, partOf(draft.data, Field::Line),
        CancelWished{idOf(draft), intern<NameKind::Code>(names, draft.data, Field::Reason)});
}

void buildAddress(const Draft& draft, Dictionary& names, Event& event)
{
    add(event, 0,
        AddressGiven{static_cast<std::uint64_t>(draft.data[Field::Version].number),
                     intern<NameKind::Region>(names, draft.data, Field::Region)});
}

void buildHold(const Draft& draft, Dictionary&, Event& event)
{
    add(event, 0, HoldWished{idOf(draft), static_cast<HoldReason>(draft.data[Field::Reason].number)});
}

template <typename MoneyMovement>
void buildMoney(const Draft& draft, Dictionary& names, Event& event)
{
    MoneyMovement money;
    money.id = idOf(draft);
    money.method = intern<NameKind::Method>(names, draft.data, Field::Method);
    money.amount = draft.data[Field::Amount].number;
    money.currency = currencyOf(draft.data);
    money.code = intern<NameKind::Code>(names, draft.data, Field::Code);
    add(event, partOf(draft.data, Field::Payment), std::move(money));
}
template void buildMoney<Authorised>(const Draft&, Dictionary&, Event&);
template void buildMoney<Captured>(const Draft&, Dictionary&, Event&);
template void buildMoney<Refunded>(const Draft&, Dictionary&, Event&);
template void buildMoney<PaymentFailed>(const Draft&, Dictionary&, Event&);
template void buildMoney<ChargedBack>(const Draft&, Dictionary&, Event&);

template <typename ParcelEvent>
void buildParcel(const Draft& draft, Dictionary& names, Event& event)
{
    ParcelEvent parcel;
    parcel.id = idOf(draft);
    parcel.node = intern<NameKind::Node>(names, draft.data, Field::Node);
    parcel.line = partOf(draft.data, Field::Line);
    parcel.units = draft.data[Field::Units].number;
    parcel.tracking = draft.data[Field::Tracking].text;
    add(event, partOf(draft.data, Field::Leg), std::move(parcel));
}
template void buildParcel<Picked>(const Draft&, Dictionary&, Event&);
template void buildParcel<ShippedFact>(const Draft&, Dictionary&, Event&);
template void buildParcel<DeliveredFact>(const Draft&, Dictionary&, Event&);
template void buildParcel<LostFact>(const Draft&, Dictionary&, Event&);
template void buildParcel<RecalledFact>(const Draft&, Dictionary&, Event&);

void buildNodeAccepted(const Draft& draft, Dictionary&, Event& event)
{
    add(event, partOf(draft.data, Field::Leg), NodeAccepted{idOf(draft)});
}

void buildNodeRefused(const Draft& draft, Dictionary& names, Event& event)
{
    add(event, partOf(draft.data, Field::Leg),
        NodeRefused{idOf(draft), intern<NameKind::Code>(names, draft.data, Field::Code)});
}

void buildReturnAsked(const Draft& draft, Dictionary& names, Event& event)
{
    add(event, partOf(draft.data, Field::Return),
        ReturnAsked{idOf(draft), partOf(draft.data, Field::Line), draft.data[Field::Units].number,
                    intern<NameKind::Code>(names, draft.data, Field::Reason)});
}

void buildReturnReceived(const Draft& draft, Dictionary& names, Event& event)
{
    add(event, partOf(draft.data, Field::Return),
        ReturnReceived{idOf(draft), partOf(draft.data, Field::Line), draft.data[Field::Units].number,
                       intern<NameKind::Code>(names, draft.data, Field::Condition)});
}

namespace {

Instant timeOf(const FieldSet& set, Field field)
{
    return set[field].given ? Instant{set[field].number} : Never;
}

std::int64_t numberOf(const FieldSet& set, Field field) { return set[field].given ? set[field].number : -1; }

std::string textOf(const FieldSet& set, Field field) { return std::string(set[field].text); }

}  // namespace

void buildLegacyDecided(const Draft& draft, Dictionary& names, Event& event)
{
    const FieldSet& data = draft.data;
    LegacyDecided said;
    said.id = idOf(draft);
    said.node = intern<NameKind::Node>(names, data, Field::Node);
    said.fingerprint = static_cast<std::uint64_t>(data[Field::Fingerprint].number);
    for (const FieldSet& line : draft.items)
        said.lines.push_back(
            {partOf(line, Field::Line), line[Field::Units].number, numberOf(line, Field::Saw)});
    said.legs = partOf(data, Field::Legs);
    said.method = intern<NameKind::Code>(names, data, Field::Method);
    said.promise = timeOf(data, Field::Promise);
    said.exception = intern<NameKind::Code>(names, data, Field::Exception);
    said.cost = numberOf(data, Field::Cost);
    said.orderVersion = numberOf(data, Field::OrderVersion);
    said.snapshot = textOf(data, Field::Snapshot);
    said.stockAsOf = timeOf(data, Field::StockAsOf);
    said.rules = textOf(data, Field::Rules);
    said.mapping = textOf(data, Field::Mapping);
    said.decided = timeOf(data, Field::DecidedAt);
    said.fired = textOf(data, Field::Fired);
    add(event, partOf(data, Field::Leg), std::move(said));
}

void buildLegacyOutcome(const Draft& draft, Dictionary& names, Event& event)
{
    add(event, 0,
        LegacyOutcome{idOf(draft), intern<NameKind::Code>(names, draft.data, Field::Outcome),
                      timeOf(draft.data, Field::EndedAt), numberOf(draft.data, Field::Amount)});
}

void buildCounts(const Draft& draft, Dictionary& names, Event& event)
{
    event.facts.reserve(draft.items.size());
    for (const FieldSet& count : draft.items)
        add(event, 0,
            Counted{intern<NameKind::Sku>(names, count, Field::Sku), count[Field::Units].number,
                    static_cast<std::uint64_t>(count[Field::Version].number), count[Field::Buffer].number});
}

void buildAdjusted(const Draft& draft, Dictionary& names, Event& event)
{
    add(event, 0,
        Adjusted{intern<NameKind::Sku>(names, draft.data, Field::Sku), draft.data[Field::Delta].number,
                 idOf(draft)});
}

}  // namespace holdpoint::engine
