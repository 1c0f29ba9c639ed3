// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/plan_json.h"

#include "core/rollout/json_members.h"

#include <algorithm>

namespace holdpoint::rollout {
namespace {

constexpr std::size_t LongestDocument = 1'000'000;
constexpr int MostDeep = 16;

// ── predicates ──

void read(const JsonAt& from, Value& to)
{
    using rollout::read;
    if (from.value.is_string())
        to = from.value.get<std::string>();
    else
        read(from, to.emplace<std::int64_t>());
}

Predicate predicateOf(const JsonAt& from, int deep);

std::optional<Predicate> combined(Members& members, int deep)
{
    Predicate p;
    for (const Op op : {Op::All, Op::Any, Op::Not})
        if (const auto parts = members.find(std::string(name(op)))) {
            p.op = op;
            for (const JsonAt& part : op == Op::Not ? std::vector{*parts} : parts->items())
                p.parts.push_back(predicateOf(part, deep + 1));
            return p;
        }
    return std::nullopt;
}

Predicate compared(Members& members, const JsonAt& from)
{
    Predicate p;
    members.must("attribute", p.attribute);
    members.must("op", p.op);
    if (p.op == Op::All || p.op == Op::Any || p.op == Op::Not)
        from.fail("`op` compares; all, any and not are members of their own");
    members.optional("lines", p.quantifier);
    if (const auto values = members.find("values"))
        for (const JsonAt& value : values->items())
            read(value, p.values.emplace_back());
    return p;
}

Predicate predicateOf(const JsonAt& from, int deep)
{
    if (deep > MostDeep)
        from.fail("more than 16 deep");
    Members members(from);
    auto p = combined(members, deep);
    if (!p)
        p = compared(members, from);
    members.end();
    return std::move(*p);
}

Predicate checkedPredicate(const JsonAt& from)
{
    Predicate p = predicateOf(from, 1);
    if (const auto ok = check(p); !ok)
        from.fail(ok.error().detail);
    return p;
}

Json jsonOf(const Predicate& p)
{
    if (p.op == Op::Not)
        return {{"not", p.parts.empty() ? Json() : jsonOf(p.parts.front())}};
    if (p.op == Op::All || p.op == Op::Any) {
        Json parts = Json::array();
        for (const Predicate& part : p.parts)
            parts.push_back(jsonOf(part));
        return {{std::string(name(p.op)), parts}};
    }
    Json leaf = {{"attribute", name(p.attribute)}, {"op", name(p.op)}};
    if (p.quantifier != Quantifier::AllLines)
        leaf["lines"] = name(p.quantifier);
    for (const Value& value : p.values) {
        if (const auto* text = std::get_if<std::string>(&value))
            leaf["values"].push_back(*text);
        if (const auto* number = std::get_if<std::int64_t>(&value))
            leaf["values"].push_back(*number);
    }
    return leaf;
}

// ── the plan ──

GatePlan gateOf(const JsonAt& from)
{
    GatePlan g;
    Members m(from);
    m.must("id", g.id);
    m.must("metric", g.metric);
    m.must("kind", g.kind);
    m.optional("stage", g.stage);
    m.optional("compare", g.compare);
    m.optional("threshold", g.threshold);
    m.optional("unit", g.unit);
    m.optional("ratio_harm", g.ratioHarm);
    m.optional("ratio_safe", g.ratioSafe);
    m.optional("window", g.window);
    m.optional("maturity", g.maturity);
    m.optional("interval", g.interval);
    m.optional("min_sample", g.minSample);
    m.optional("min_events", g.minEvents);
    m.optional("t_opt", g.tOpt);
    m.optional("alpha", g.alpha);
    m.optional("baseline", g.baseline);
    m.optional("owner", g.owner);
    m.optional("blocker", g.blocker);
    m.optional("dry_run", g.dryRun);
    m.optional("on_no_go", g.onNoGo);
    m.optional("clear_ratio", g.clearRatio);
    m.end();
    if (g.interval.count() <= 0)
        from.fail("`interval` is longer than nothing");
    if (!(g.alpha > 0 && g.alpha < 1))
        from.fail("`alpha` lies between 0 and 1");
    if (!(g.ratioHarm > 1 && g.ratioSafe > 1 && g.clearRatio > 0 && g.clearRatio <= 1 && g.tOpt >= 0))
        from.fail("a ratio is out of range");
    return g;
}

/// Writes what differs from the default.
class Writer {
public:
    template <typename T>
    void operator()(const char* name, const T& value, const T& usual)
    {
        if (!(value == usual))
            put(name, value);
    }
    template <typename T>
    void put(const char* name, const T& value)
    {
        if constexpr (std::is_enum_v<T>)
            json_[name] = holdpoint::name(value);
        else
            json_[name] = value;
    }
    void put(const char* name, Milliseconds value) { json_[name] = durationText(value); }
    void put(const char* name, Instant value) { json_[name] = toText(value); }
    template <typename T>
    void put(const char* name, const std::optional<T>& value)
    {
        put(name, *value);
    }
    [[nodiscard]] Json take() { return std::move(json_); }

private:
    Json json_ = Json::object();
};

Json jsonOf(const GatePlan& g)
{
    const GatePlan usual;
    Writer w;
    w.put("id", g.id);
    w.put("metric", g.metric);
    w.put("kind", g.kind);
    w("stage", g.stage, usual.stage);
    w("compare", g.compare, usual.compare);
    w("threshold", g.threshold, usual.threshold);
    w("unit", g.unit, usual.unit);
    w("ratio_harm", g.ratioHarm, usual.ratioHarm);
    w("ratio_safe", g.ratioSafe, usual.ratioSafe);
    w("window", g.window, usual.window);
    w("maturity", g.maturity, usual.maturity);
    w("interval", g.interval, usual.interval);
    w("min_sample", g.minSample, usual.minSample);
    w("min_events", g.minEvents, usual.minEvents);
    w("t_opt", g.tOpt, usual.tOpt);
    w("alpha", g.alpha, usual.alpha);
    w("baseline", g.baseline, usual.baseline);
    w("owner", g.owner, usual.owner);
    w("blocker", g.blocker, usual.blocker);
    w("dry_run", g.dryRun, usual.dryRun);
    w("on_no_go", g.onNoGo, usual.onNoGo);
    w("clear_ratio", g.clearRatio, usual.clearRatio);
    return w.take();
}

PlannedSlice sliceOf(const JsonAt& from)
{
    PlannedSlice s;
    Members m(from);
    m.must("name", s.name);
    m.must("weight_bp", s.weightBp);
    m.optional("holdback_bp", s.holdbackBp);
    m.optional("complex_low_volume", s.complexLowVolume);
    const auto orders = m.find("orders");
    if (!orders)
        from.fail("`orders` is missing");
    s.predicate = checkedPredicate(*orders);
    m.end();
    if (s.name.empty())
        from.fail("a slice has a name");
    return s;
}

Json jsonOf(const PlannedSlice& s)
{
    Writer w;
    w.put("name", s.name);
    w.put("orders", jsonOf(s.predicate));
    w.put("weight_bp", s.weightBp);
    w("holdback_bp", s.holdbackBp, 0);
    w("complex_low_volume", s.complexLowVolume, false);
    return w.take();
}

template <typename T>
void mustDiffer(const std::vector<T>& all, const JsonAt& from, std::string T::*id)
{
    std::set<std::string> seen;
    for (const T& one : all)
        if (!seen.insert(one.*id).second)
            from.fail("`" + one.*id + "` is there twice");
}

RolloutStep stepOf(const JsonAt& from)
{
    RolloutStep s;
    Members m(from);
    m.must("phase", s.phase);
    if (s.phase == Phase::Hypercare)
        from.fail("hypercare is no step of a plan");
    m.optional("min_bake", s.minBake);
    m.optional("max_bake", s.maxBake);
    m.optional("cap_orders_per_hour", s.caps.ordersPerHour);
    m.optional("cap_value_per_hour", s.caps.valuePerHour);
    m.optional("on_invariant", s.onInvariant);
    if (const auto slices = m.find("slices"))
        for (const JsonAt& slice : slices->items())
            s.slices.push_back(sliceOf(slice));
    if (const auto gates = m.find("gates"))
        for (const JsonAt& gate : gates->items())
            s.gates.push_back(gateOf(gate));
    m.end();
    mustDiffer(s.slices, from, &PlannedSlice::name);
    mustDiffer(s.gates, from, &GatePlan::id);
    return s;
}

Json jsonOf(const RolloutStep& s)
{
    const RolloutStep usual;
    Writer w;
    w.put("phase", s.phase);
    w("min_bake", s.minBake, usual.minBake);
    w("max_bake", s.maxBake, usual.maxBake);
    w("cap_orders_per_hour", s.caps.ordersPerHour, usual.caps.ordersPerHour);
    w("cap_value_per_hour", s.caps.valuePerHour, usual.caps.valuePerHour);
    w("on_invariant", s.onInvariant, usual.onInvariant);
    Json slices = Json::array(), gates = Json::array();
    for (const PlannedSlice& slice : s.slices)
        slices.push_back(jsonOf(slice));
    for (const GatePlan& gate : s.gates)
        gates.push_back(jsonOf(gate));
    w("slices", slices, Json::array());
    w("gates", gates, Json::array());
    return w.take();
}

void readPeople(const JsonAt& from, std::map<Function, std::string>& to)
{
    Members m(from);
    for (std::size_t f = 0; f < CountOf<Function>; ++f) {
        std::string person;
        if (m.optional(std::string(name(static_cast<Function>(f))), person))
            to[static_cast<Function>(f)] = person;
    }
    m.end();
}

Json peopleJson(const std::map<Function, std::string>& people)
{
    Json json = Json::object();
    for (const auto& [seat, person] : people)
        json[std::string(name(seat))] = person;
    return json;
}

RollbackPlan rollbackOf(const JsonAt& from)
{
    RollbackPlan r;
    Members m(from);
    m.must("stop_traffic", r.stopTraffic);
    m.must("compensations", r.compensations);
    m.must("reconciliation", r.reconciliation);
    const auto inFlight = m.find("in_flight");
    if (!inFlight)
        from.fail("`in_flight` is missing");
    Members positions(*inFlight);
    for (std::size_t i = 0; i < OrderPositions; ++i)
        positions.optional(std::string(name(static_cast<OrderPosition>(i))), r.inFlight[i]);
    positions.end();
    if (const auto signedBy = m.find("signed_by"))
        readPeople(*signedBy, r.signedBy);
    m.end();
    return r;
}

Json jsonOf(const RollbackPlan& r)
{
    Json inFlight = Json::object();
    for (std::size_t i = 0; i < OrderPositions; ++i)
        if (r.inFlight[i])
            inFlight[std::string(name(static_cast<OrderPosition>(i)))] = name(*r.inFlight[i]);
    Json json = {{"stop_traffic", r.stopTraffic},
                 {"in_flight", inFlight},
                 {"compensations", r.compensations},
                 {"reconciliation", r.reconciliation}};
    if (!r.signedBy.empty())
        json["signed_by"] = peopleJson(r.signedBy);
    return json;
}

void read(const JsonAt& from, Prerequisites& to)
{
    Members m(from);
    m.optional("shadow_phase", to.shadowPhase);
    m.optional("contract_suite", to.contractSuite);
    m.optional("idempotent_writes", to.idempotentWrites);
    m.optional("decision_tree", to.decisionTree);
    m.end();
}

Json jsonOf(const Prerequisites& p)
{
    const std::string none;
    Writer w;
    w("shadow_phase", p.shadowPhase, none);
    w("contract_suite", p.contractSuite, none);
    w("idempotent_writes", p.idempotentWrites, none);
    w("decision_tree", p.decisionTree, none);
    return w.take();
}

RolloutPlan planOf(const JsonAt& from)
{
    RolloutPlan p;
    Members m(from);
    m.must("name", p.name);
    m.must("salt", p.salt);
    m.must("approach", p.approach);
    m.optional("justification", p.justification);
    m.optional("differences_feed_exceptions", p.diffFeedsExceptions);
    m.optional("daily_report_reviewed", p.dailyReportReviewed);
    m.must("start", p.start);
    m.must("commander", p.commander);
    m.optional("deputy", p.deputy);
    for (const char* part : {"owners", "steps", "rollback"})
        if (!m.find(part))
            from.fail("`" + std::string(part) + "` is missing");
    readPeople(from.at("owners"), p.owners);
    for (const JsonAt& step : from.at("steps").items())
        p.steps.push_back(stepOf(step));
    p.rollback = rollbackOf(from.at("rollback"));
    if (const auto prerequisites = m.find("prerequisites"))
        read(*prerequisites, p.prerequisites);
    m.end();
    if (p.name.empty() || p.salt.empty())
        from.fail("a plan has a name and a salt");
    return p;
}

Json jsonOf(const RolloutPlan& p)
{
    Writer w;
    w.put("name", p.name);
    w.put("salt", p.salt);
    w.put("approach", p.approach);
    w("justification", p.justification, std::string());
    w("differences_feed_exceptions", p.diffFeedsExceptions, false);
    w("daily_report_reviewed", p.dailyReportReviewed, false);
    w.put("start", p.start);
    w.put("commander", p.commander);
    w("deputy", p.deputy, std::string());
    w.put("owners", peopleJson(p.owners));
    w("prerequisites", jsonOf(p.prerequisites), Json::object());
    Json steps = Json::array();
    for (const RolloutStep& step : p.steps)
        steps.push_back(jsonOf(step));
    w.put("steps", steps);
    w.put("rollback", jsonOf(p.rollback));
    return w.take();
}

template <typename Read>
auto reading(std::string_view text, Read&& readAll) -> Result<decltype(readAll(std::declval<JsonAt>()))>
{
    if (text.size() > LongestDocument)
        return Error{Code::InvalidArgument, ": longer than 1 MB"};
    try {
        const Json json = parsed(text);
        return readAll(JsonAt{json, ""});
    } catch (const BadDocument& bad) {
        return Error{Code::InvalidArgument, (bad.pointer.empty() ? "/" : bad.pointer) + ": " + bad.what};
    }
}

std::string textOf(const Json& json, bool indent)
{
    return json.dump(indent ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Result<RolloutPlan> readPlan(std::string_view json) { return reading(json, planOf); }
std::string writePlan(const RolloutPlan& plan, bool indent) { return textOf(jsonOf(plan), indent); }

Result<Predicate> readPredicate(std::string_view json) { return reading(json, checkedPredicate); }
std::string writePredicate(const Predicate& predicate) { return textOf(jsonOf(predicate), false); }

Result<std::vector<Predicate>> readPredicates(std::string_view json)
{
    if (json.empty())
        return std::vector<Predicate>{};
    return reading(json, [](const JsonAt& from) {
        std::vector<Predicate> all;
        for (const JsonAt& one : from.items())
            all.push_back(checkedPredicate(one));
        return all;
    });
}

std::string writePredicates(const std::vector<Predicate>& predicates)
{
    if (predicates.empty())
        return {};
    Json all = Json::array();
    for (const Predicate& p : predicates)
        all.push_back(jsonOf(p));
    return textOf(all, false);
}

}  // namespace holdpoint::rollout
