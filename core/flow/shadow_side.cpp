// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/shadow.h"
#include "core/flow/shadow_text.h"

#include <algorithm>

/// What each side says of an order, under the same paths.
namespace holdpoint::flow {
namespace {

constexpr std::string_view NoException = "none";

std::string segmentOf(const Order& order, const Dictionary& names)
{
    const std::string& channel = names.text(order.header.channel);
    const std::string& region = names.text(order.region());
    return (channel.empty() ? "?" : channel) + "/" + (region.empty() ? "?" : region);
}

void say(std::vector<SaidValue>& to, std::string path, std::int64_t number)
{
    to.push_back({std::move(path), SaidKind::Number, std::to_string(number)});
}
void say(std::vector<SaidValue>& to, std::string path, Instant at)
{
    if (at != Never)
        to.push_back({std::move(path), SaidKind::Time, std::to_string(at.ms)});
}
void say(std::vector<SaidValue>& to, std::string path, std::string_view text)
{
    if (!text.empty())
        to.push_back({std::move(path), SaidKind::Text, std::string(text)});
}
void sayNodes(std::vector<SaidValue>& to, std::vector<std::string> nodes)
{
    std::sort(nodes.begin(), nodes.end());
    to.push_back({"route.nodes", SaidKind::List, joined(nodes, '\n')});
}
void sayFlag(std::vector<SaidValue>& to, std::string path, bool flag)
{
    to.push_back({std::move(path), SaidKind::Flag, flag ? "true" : "false"});
}

const Candidate* candidateOf(const DecisionRecord& record, NodeName node)
{
    for (const Candidate& c : record.candidates)
        if (c.node == node)
            return &c;
    return nullptr;
}

bool isUnmapped(const Order& order, const Policy& policy)
{
    return std::any_of(order.lines.begin(), order.lines.end(),
                       [&](const OrderLine& line) { return policy.unmappedSkus.contains(line.sku.number); });
}

/// Our rules that had a part in it.
std::string firedOf(const DecisionRecord& record)
{
    std::vector<std::string> fired;
    if (record.legs.size() > 1)
        fired.emplace_back("split");
    for (const Candidate& c : record.candidates)
        if (c.lost != LossReason::None)
            if (const std::string rule(name(c.lost));
                std::find(fired.begin(), fired.end(), rule) == fired.end())
                fired.push_back(rule);
    return joined(fired, ',');
}

/// Age and window of the oldest count that the decision rests on.
void sayStock(SideSaid& side, const DecisionRecord& record, Instant now)
{
    std::int64_t oldest = -1, newest = INT64_MAX, window = 0;
    for (const RoutedLeg& leg : record.legs)
        if (const Candidate* c = candidateOf(record, leg.node))
            for (const LineOffer& offer : c->offers) {
                if (offer.ageMs > oldest)
                    window = offer.windowMs;
                oldest = std::max(oldest, offer.ageMs);
                newest = std::min(newest, offer.ageMs);
            }
    if (oldest < 0)
        return;
    side.stockAsOf = now - Milliseconds{newest};
    say(side.inputs, "stock.age_ms", oldest);
    say(side.inputs, "stock.window_ms", window);
    say(side.inputs, "stock.as_of", side.stockAsOf);
}

void sayRoute(SideSaid& side, const DecisionRecord& record, const Dictionary& names)
{
    std::vector<std::string> nodes;
    std::map<std::uint16_t, std::int64_t> units;
    std::int64_t cost = 0;
    for (const RoutedLeg& leg : record.legs) {
        const std::string& node = names.text(leg.node);
        nodes.push_back(node);
        if (const Candidate* c = candidateOf(record, leg.node))
            cost += c->cost;
        for (const LineUnits& line : leg.lines) {
            say(side.says, "route.split." + node + "." + std::to_string(line.line), line.units);
            units[line.line] += line.units;
        }
    }
    sayNodes(side.says, nodes);
    if (!nodes.empty())
        say(side.says, "route.cost", cost);
    for (const auto& [line, count] : units)
        say(side.says, "promise.units." + std::to_string(line), count);
    sayFlag(side.says, "promise.stock", !nodes.empty());
}

std::string encoded(const DecisionRecord& record)
{
    std::vector<std::byte> bytes;
    ByteWriter writer(bytes);
    encode(writer, record);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

SideSaid ourSide(const Order& order, const DecisionRecord& record, const Policy& policy,
                 const Dictionary& names, Instant now)
{
    SideSaid side;
    side.ours = true;
    side.fingerprint = order.decisionInputs;
    side.orderVersion = static_cast<std::int64_t>(order.address.version);
    side.decided = now;
    side.segment = segmentOf(order, names);
    const bool unmapped = isUnmapped(order, policy);
    DecisionRecord shown = record;
    if (unmapped)
        shown.legs.clear();
    sayRoute(side, shown, names);
    say(side.says, "promise.date", order.header.promise);
    say(side.says, "exception.class",
        unmapped             ? std::string_view("unmapped_sku")
        : shown.legs.empty() ? std::string_view("out_of_stock")
                             : NoException);
    side.fired = firedOf(record);
    say(side.inputs, "order.version", side.orderVersion);
    sayStock(side, shown, now);
    say(side.inputs, "rules.version", std::to_string(record.rules));
    say(side.inputs, "rules.fired", side.fired);
    say(side.inputs, "decided_at", now);
    side.record = encoded(record);
    return side;
}

SideSaid legacySide(const Order& order, const Dictionary& names)
{
    SideSaid side;
    std::vector<std::string> nodes, fired;
    std::map<std::uint16_t, std::int64_t> units;
    std::int64_t cost = 0;
    std::string exception(NoException);
    for (const LegacyRoute& route : order.legacyRoutes) {
        const LegacyDecided& said = route.said;
        const std::string& node = names.text(said.node);
        if (!node.empty())
            nodes.push_back(node);
        if (!said.exception.isNone())
            exception = names.text(said.exception);
        cost = said.cost < 0 || cost < 0 ? -1 : cost + said.cost;
        for (const LegacyLine& line : said.lines) {
            say(side.says, "route.split." + node + "." + std::to_string(line.line), line.units);
            units[line.line] += line.units;
            if (line.saw >= 0)
                say(side.inputs, "saw." + node + "." + std::to_string(line.line), line.saw);
        }
        side.fingerprint = std::max(side.fingerprint, said.fingerprint);
        side.orderVersion = std::max(side.orderVersion, said.orderVersion);
        side.complete = side.complete && (said.legs == 0 || order.legacyRoutes.size() >= said.legs);
        side.stockAsOf = said.stockAsOf == Never ? side.stockAsOf : said.stockAsOf;
        side.decided = said.decided == Never ? side.decided : said.decided;
        addOnce(fired, said.fired);
    }
    const auto each = [&](std::string_view path, auto of) {
        for (const LegacyRoute& route : order.legacyRoutes)
            if (const auto value = of(route.said); !(value == decltype(value){}))
                return say(side.inputs, std::string(path), value);
    };
    sayNodes(side.says, nodes);
    if (cost >= 0 && !nodes.empty())
        say(side.says, "route.cost", cost);
    for (const LegacyRoute& route : order.legacyRoutes) {
        say(side.says, "route.method", names.text(route.said.method));
        say(side.says, "promise.date", route.said.promise);
        if (!route.said.method.isNone() || route.said.promise != Never)
            break;
    }
    for (const auto& [line, count] : units)
        say(side.says, "promise.units." + std::to_string(line), count);
    sayFlag(side.says, "promise.stock", !nodes.empty());
    say(side.says, "exception.class", exception);
    if (side.orderVersion >= 0)
        say(side.inputs, "order.version", side.orderVersion);
    say(side.inputs, "stock.as_of", side.stockAsOf);
    say(side.inputs, "decided_at", side.decided);
    each("stock.snapshot", [](const LegacyDecided& said) { return std::string_view(said.snapshot); });
    each("rules.version", [](const LegacyDecided& said) { return std::string_view(said.rules); });
    each("mapping.version", [](const LegacyDecided& said) { return std::string_view(said.mapping); });
    side.fired = joined(fired, ',');
    say(side.inputs, "rules.fired", side.fired);
    side.segment = segmentOf(order, names);
    return side;
}

bool isNoisy(const DecisionRecord& one, const DecisionRecord& other) { return !(one.legs == other.legs); }

}  // namespace holdpoint::flow
