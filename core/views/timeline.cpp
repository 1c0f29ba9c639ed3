// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/timeline.h"

#include "core/views/numbers.h"

#include <algorithm>
#include <set>

namespace holdpoint::views {
namespace {

constexpr std::string_view CommandSpace = "command";
constexpr std::size_t TraceDigits = 32;

/// The order whose story an id belongs to: its own, or that of the order an exception item is about.
EntityId storyOf(EntityId id) { return id.kind() == EntityKind::Exception ? id.with(EntityKind::Order) : id; }

/// Entities that an order's own steps speak of.
std::set<EntityId> companions(EntityId order, const std::vector<ReadStep>& steps)
{
    std::set<EntityId> ids{order.with(EntityKind::Exception)};
    for (const ReadStep& step : steps)
        for (const Fact& fact : step.body.facts)
            if (const auto* stock = std::get_if<LegStock>(&fact.body); stock && !stock->reservation.isNone())
                ids.insert(stock->reservation);
    return ids;
}

/// A person's acts on what `steps` tell of are entities of their own.
Result<std::set<EntityId>> commandsOf(store::StoreReader& reader, const Dictionary& names,
                                      const std::vector<ReadStep>& steps)
{
    std::set<EntityId> ids;
    const auto space = names.find<NameKind::Producer>(CommandSpace);
    for (const ReadStep& step : steps) {
        if (step.body.input != InputKind::Command || step.body.source.empty() || space.isNone())
            continue;
        const auto id = reader.byKey(space, step.body.source);
        if (!id)
            return id.error();
        if (!id->isNone())
            ids.insert(*id);
    }
    return ids;
}

Result<> readAll(store::StoreReader& reader, const std::set<EntityId>& ids, std::vector<ReadStep>& steps)
{
    for (const EntityId id : ids)
        if (auto read = readSteps(reader, id, steps); !read)
            return read;
    return {};
}

void sortBySeq(std::vector<ReadStep>& steps)
{
    std::sort(steps.begin(), steps.end(), [](const ReadStep& a, const ReadStep& b) { return a.seq < b.seq; });
}

/// All steps of an order's story; empty if there is no such order.
Result<std::vector<ReadStep>> storySteps(store::StoreReader& reader, const Dictionary& names, EntityId order)
{
    std::vector<ReadStep> steps;
    if (auto read = readSteps(reader, order, steps); !read)
        return read.error();
    if (steps.empty())
        return steps;
    if (auto read = readAll(reader, companions(order, steps), steps); !read)
        return read.error();
    const auto commands = commandsOf(reader, names, steps);
    if (!commands)
        return commands.error();
    if (auto read = readAll(reader, *commands, steps); !read)
        return read.error();
    sortBySeq(steps);
    return steps;
}

Result<> addOrder(session::Timeline& timeline, EntityId id, const std::vector<ReadStep>& steps,
                  const Dictionary& names)
{
    const auto order = foldOrder(id, steps);
    if (!order)
        return order.error();
    timeline.number = order->header.number;
    timeline.effects = effectsOf(*order, steps, names);
    return {};
}

Correlation correlationOf(EntityId order, const std::vector<ReadStep>& steps)
{
    for (const ReadStep& step : steps)
        if (step.entity == order)
            return step.body.correlation;
    return {};
}

void addEntries(session::Timeline& timeline, const std::vector<ReadStep>& steps, const Correlation& own,
                const Dictionary& names)
{
    for (const ReadStep& step : steps) {
        timeline.entries.push_back(entryOf(step, own, names));
        addBreaches(step, timeline.breaches);
    }
}

}  // namespace

Result<session::Timeline> timeline(store::StoreReader& reader, const Dictionary& names, EntityId id)
{
    session::Timeline timeline;
    timeline.about = id;
    const auto moment = asOf(reader);
    if (!moment)
        return moment.error();
    timeline.asOf = *moment;
    const EntityId story = storyOf(id);
    std::vector<ReadStep> steps;
    if (story.kind() == EntityKind::Order) {
        auto all = storySteps(reader, names, story);
        if (!all)
            return all.error();
        steps = std::move(*all);
        if (auto added = addOrder(timeline, story, steps, names); !added)
            return added.error();
    }
    if (steps.empty())  // no order: what it is alone
        if (auto read = readSteps(reader, id, steps); !read)
            return read.error();
    if (steps.empty())
        return Error{Code::NotFound, id.text()};
    addEntries(timeline, steps, correlationOf(story, steps), names);
    return timeline;
}

Result<session::Timeline> correlation(store::StoreReader& reader, const Dictionary& names,
                                      std::string_view traceId)
{
    std::string wanted(traceId);
    std::transform(wanted.begin(), wanted.end(), wanted.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (wanted.size() != TraceDigits || wanted.find_first_not_of("0123456789abcdef") != std::string::npos)
        return Error{Code::InvalidArgument, "a trace id has 32 hex digits"};
    session::Timeline all;
    const auto moment = asOf(reader);
    if (!moment)
        return moment.error();
    all.asOf = *moment;
    const auto orders = reader.bySearch(wanted);
    if (!orders)
        return orders.error();
    for (const EntityId order : *orders) {
        const auto steps = storySteps(reader, names, order);
        if (!steps)
            return steps.error();
        session::Timeline one;
        addEntries(one, *steps, correlationOf(order, *steps), names);
        for (session::TimelineEntry& entry : one.entries)
            if (entry.correlation == wanted)
                all.entries.push_back(std::move(entry));
        all.breaches.insert(all.breaches.end(), one.breaches.begin(), one.breaches.end());
    }
    std::sort(all.entries.begin(), all.entries.end(),
              [](const auto& a, const auto& b) { return a.seq < b.seq; });
    return all;
}

}  // namespace holdpoint::views
