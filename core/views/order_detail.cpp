// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/order_detail.h"

#include "core/orders/derive.h"
#include "core/views/board_filter.h"
#include "core/views/order_list.h"
#include "core/views/timeline.h"
#include "core/views/verdict_text.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

bool carries(const Leg& leg, std::uint16_t line)
{
    return std::any_of(leg.lines.begin(), leg.lines.end(),
                       [&](const LineUnits& l) { return l.line == line; });
}

/// The newest leg that still counts; if none does, the newest of all, so that a refusal is seen. Null: there is none.
const Leg* legOf(const Order& order, std::uint16_t line)
{
    const Leg* found = nullptr;
    for (const Leg& leg : order.legs)
        if (carries(leg, line) && (found == nullptr || orders::isActive(leg) || !orders::isActive(*found)))
            found = &leg;
    return found;
}

/// Did a report of this kind speak of the line, or of its whole leg?
bool isReported(const Order& order, std::uint8_t kind, Part leg, std::uint16_t line)
{
    return std::any_of(order.observed.begin(), order.observed.end(), [&](const Observed& o) {
        const bool counts = o.batch == 0 || o.batch != order.withdrawnBatch;
        return counts && o.kind == kind && o.part == leg && (o.line == 0 || o.line == line);
    });
}

Fulfilment fulfilmentOf(const Order& order, Part leg, std::uint16_t line)
{
    constexpr std::pair<std::uint8_t, Fulfilment> Weightiest[] = {
        {LostFact::kind, Fulfilment::Lost},
        {DeliveredFact::kind, Fulfilment::Delivered},
        {ShippedFact::kind, Fulfilment::Shipped},
        {Picked::kind, Fulfilment::Picked}};
    for (const auto& [kind, fulfilment] : Weightiest)
        if (isReported(order, kind, leg, line))
            return fulfilment;
    return Fulfilment::None;
}

void addLines(session::OrderDetail& detail, const Order& order, const Dictionary& names)
{
    detail.linesKnown = !order.standing.has(Flag::LinesUnknown) && order.header.lines == LinesKnown::Known;
    for (const OrderLine& line : order.lines) {
        session::OrderLineText& text = detail.lines.emplace_back();
        text.line = line.line;
        text.sku = names.text(line.sku);
        text.units = line.units;
        text.price = {line.price, order.header.currency};
        text.cancelled = line.cancelled;
        if (const Leg* leg = legOf(order, line.line)) {
            text.node = orders::isActive(*leg) ? names.text(leg->node) : std::string();
            text.request = leg->request;
            text.fulfilment = fulfilmentOf(order, leg->part, line.line);
        }
    }
}

void addOrder(session::OrderDetail& detail, const Order& order, const Dictionary& names)
{
    detail.stage = order.standing.stage;
    detail.correlation = toHex(order.correlation);
    detail.region = names.text(order.header.region);
    detail.payment = order.standing.payment;
    detail.promise = order.header.promise;
    for (const Hold& hold : order.holds)
        detail.holds.push_back({hold.reason, names.text(hold.code), hold.open});
    addLines(detail, order, names);
}

void addDecisions(session::OrderDetail& detail)
{
    for (const session::TimelineEntry& entry : detail.timeline.entries)
        if (entry.decision) {
            detail.decisions.push_back(*entry.decision);
            detail.decidedAt.push_back(entry.at);
        }
}

/// Its open item, as the table has it.
Result<std::optional<ExceptionItem>> openItem(store::StoreReader& reader, EntityId order)
{
    const EntityId id = order.with(EntityKind::Exception);
    auto page = reader.exceptions(false, EntityId::fromValue(id.value() - 1), 1);
    if (!page)
        return page.error();
    if (page->empty() || page->front().id != id || page->front().state == ExceptionState::Resolved)
        return std::optional<ExceptionItem>();
    return std::optional(std::move(page->front()));
}

}  // namespace

Result<session::OrderDetail> orderDetail(store::StoreReader& reader, const Dictionary& names,
                                         const Integrations& integrations, EntityId id)
{
    if (id.kind() != EntityKind::Order)
        return Error{Code::NotFound, id.text()};
    session::OrderDetail detail;
    auto row = orderRow(reader, names, id);
    if (!row)
        return row.error();
    detail.row = std::move(*row);
    auto story = timeline(reader, names, id);
    if (!story)
        return story.error();
    detail.timeline = std::move(*story);
    detail.asOf = detail.timeline.asOf;
    std::vector<ReadStep> steps;
    if (auto read = readSteps(reader, id, steps); !read)
        return read.error();
    const auto order = foldOrder(id, steps);
    if (!order)
        return order.error();
    addOrder(detail, *order, names);
    addDecisions(detail);
    const auto item = openItem(reader, id);
    if (!item)
        return item.error();
    if (*item) {
        detail.exception = textsOf(BoardRow(**item), names);
        detail.exception->orderNumber = detail.row.number;
        if (detail.row.place == Place::Exception)
            detail.stage = (*item)->stage;  // where it is held, as the queue says it
    }
    auto verdict = verdictOf(reader, names, integrations, *order, *item ? &**item : nullptr,
                             detail.timeline.effects, detail.asOf.at);
    if (!verdict)
        return verdict.error();
    detail.verdict = std::move(*verdict);
    return detail;
}

}  // namespace holdpoint::views
