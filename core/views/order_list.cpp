// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/order_list.h"

#include "core/views/steps.h"

namespace holdpoint::views {
namespace {

constexpr std::uint64_t AskEach = 1024;

Currency currencyOf(const engine::EntityRow& row)
{
    return Currency::fromNumber(static_cast<std::uint16_t>(row.currency));
}

bool hasFlag(const engine::EntityRow& row, Flag flag)
{
    return (row.flags >> static_cast<unsigned>(flag) & 1U) != 0;
}

}  // namespace

std::int64_t thousandths(std::int64_t minor, Currency currency) noexcept
{
    constexpr std::int64_t Limit = INT64_MAX / 1000;
    std::int64_t value = minor;
    for (int digits = currency.digits(); digits < 3; ++digits) {
        if (value > Limit / 10 || value < -Limit / 10)
            return value < 0 ? -INT64_MAX : INT64_MAX;
        value *= 10;
    }
    return value;
}

bool OrderFilter::matches(const engine::EntityRow& row, const Dictionary& names) const
{
    const auto is = [](const auto& wanted, std::uint64_t has) {
        return !wanted || static_cast<std::uint64_t>(*wanted) == has;
    };
    const auto named = [](const auto& wanted, std::uint32_t has) { return !wanted || wanted->number == has; };
    return is(place, row.place) && is(status, row.status) && is(lane, row.lane) && is(owner, row.owner) &&
           named(channel, row.channel) && named(region, row.region) && named(vendor, row.vendor) &&
           (row.flags & flags) == flags && row.value >= valueFrom && row.value <= valueTo &&
           row.created >= createdFrom && row.created <= createdTo &&
           (search == nullptr || search->matches(SearchedOrder(row, names, now)));
}

bool SearchedOrder::anyText(search::Field field, const search::TextTest& test) const
{
    using search::Field;
    const auto place = static_cast<Place>(row_.place);
    switch (field) {
    case Field::Id:
    case Field::Order: return test(row_.id.text());
    case Field::State: return test(name(static_cast<OrderStatus>(row_.status))) || test(name(place));
    case Field::Stage: return test(name(place));
    case Field::Lane: return test(name(static_cast<Lane>(row_.lane)));
    case Field::Owner: return test(name(static_cast<OrderOwner>(row_.owner)));
    case Field::Channel: return test(names_.text(ChannelName{row_.channel}));
    case Field::Region: return test(names_.text(RegionName{row_.region}));
    case Field::Vendor: return test(names_.text(VendorName{row_.vendor}));
    default: return false;
    }
}

std::optional<std::int64_t> SearchedOrder::number(search::Field field) const
{
    switch (field) {
    case search::Field::Value: return thousandths(row_.value, currencyOf(row_));
    case search::Field::First: return row_.created.ms;
    case search::Field::Seen: return row_.changed.ms;
    case search::Field::Age: return (now_ - row_.created).count();
    default: return {};
    }
}

bool SearchedOrder::is(search::IsWord word) const
{
    switch (word) {
    case search::IsWord::Open: return row_.wasOpen;
    case search::IsWord::Inflight: return row_.wasOpen && static_cast<Place>(row_.place) != Place::Awaited;
    case search::IsWord::Waiting: return hasFlag(row_, Flag::OnHold);
    default: return false;
    }
}

bool SearchedOrder::anyWord(const search::TextTest& test) const
{
    using search::Field;
    for (const Field field : {Field::Order, Field::Channel, Field::Region, Field::Vendor})
        if (anyText(field, test))
            return true;
    return false;
}

Result<OrderPage> orders(store::StoreReader& reader, const Dictionary& names, const OrderFilter& filter,
                         EntityId before, std::size_t limit, const std::function<bool(std::uint64_t)>& goOn)
{
    OrderPage page;
    page.ended = true;
    if (limit == 0)
        return page;
    auto read = reader.entitiesBack(EntityKind::Order, before, [&](const engine::EntityRow& row) {
        page.last = row.id;
        if (filter.matches(row, names)) {
            page.ids.push_back(row.id);
            page.versions.push_back(row.version);
        }
        page.ended =
            page.ids.size() < limit && (++page.scanned % AskEach != 0 || !goOn || goOn(page.scanned));
        return page.ended;
    });
    if (!read)
        return read.error();
    if (page.ended)
        page.last = {};
    return page;
}

Result<std::string> orderNumber(store::StoreReader& reader, EntityId id)
{
    if (id.kind() != EntityKind::Order)
        return std::string();
    std::vector<ReadStep> steps;
    if (auto read = readSteps(reader, id, steps); !read)
        return read.error();
    for (const ReadStep& step : steps)
        for (const Fact& fact : step.body.facts)
            if (const auto* placed = std::get_if<Placed>(&fact.body))
                return placed->number;
    return std::string();
}

Result<session::OrderRow> orderRow(store::StoreReader& reader, const Dictionary& names, EntityId id)
{
    const auto stored = reader.entity(id);
    if (!stored)
        return stored.error();
    std::vector<ReadStep> steps;
    if (auto read = readSteps(reader, id, steps); !read)
        return read.error();
    session::OrderRow row;
    for (const ReadStep& step : steps)
        for (const Fact& fact : step.body.facts)
            if (const auto* placed = std::get_if<Placed>(&fact.body); placed && row.number.empty()) {
                row.number = placed->number;
                row.producer = names.text(placed->producer);
            }
    row.id = id;
    row.version = stored->version;
    row.place = static_cast<Place>(stored->place);
    row.status = static_cast<OrderStatus>(stored->status);
    row.lane = static_cast<Lane>(stored->lane);
    row.owner = static_cast<OrderOwner>(stored->owner);
    row.created = stored->created;
    row.changed = stored->changed;
    row.value = {stored->value, currencyOf(*stored)};
    row.channel = names.text(ChannelName{stored->channel});
    row.region = names.text(RegionName{stored->region});
    row.vendor = names.text(VendorName{stored->vendor});
    row.flags = stored->flags;
    return row;
}

}  // namespace holdpoint::views
