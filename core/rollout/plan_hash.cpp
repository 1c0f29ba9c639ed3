// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/plan_hash.h"

#include <bit>

namespace holdpoint::rollout {
namespace {

/// Parts with their lengths, so that no two plans run into the same text.
class Text {
public:
    Text& operator<<(std::string_view part)
    {
        text_ += std::to_string(part.size()) + ':';
        text_ += part;
        return *this;
    }
    Text& operator<<(const std::string& part) { return *this << std::string_view(part); }
    Text& operator<<(std::int64_t number) { return *this << std::to_string(number); }
    Text& operator<<(double number)
    {
        return *this << static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(number));
    }
    template <typename E>
    requires std::is_enum_v<E> Text& operator<<(E value) { return *this << name(value); }
    Text& operator<<(Milliseconds d) { return *this << static_cast<std::int64_t>(d.count()); }
    Text& count(std::size_t n) { return *this << static_cast<std::int64_t>(n); }
    [[nodiscard]] Hash hash() const { return sha256(text_); }

private:
    std::string text_;
};

void put(Text& t, const Predicate& p)
{
    t << static_cast<std::int64_t>(p.op) << p.attribute << static_cast<std::int64_t>(p.quantifier);
    t.count(p.values.size());
    for (const Value& value : p.values) {
        t.count(value.index());
        if (const auto* word = std::get_if<std::string>(&value))
            t << *word;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            t << *number;
    }
    t.count(p.parts.size());
    for (const Predicate& part : p.parts)
        put(t, part);
}

void put(Text& t, const GatePlan& g)
{
    t << g.id << g.metric << g.stage << g.kind << g.compare << g.unit;
    t.count(g.threshold.has_value()) << g.threshold.value_or(0) << g.ratioHarm << g.ratioSafe << g.window
                                     << g.maturity << g.interval << g.minSample << g.minEvents << g.tOpt
                                     << g.alpha << g.baseline;
    t.count(g.owner.has_value()) << g.owner.value_or(Function::Engineering);
    t.count(g.blocker.has_value()).count(g.blocker.value_or(false)).count(g.dryRun)
        << g.onNoGo << g.clearRatio;
}

void put(Text& t, const RolloutStep& s)
{
    t << s.phase << s.minBake << s.maxBake << s.caps.ordersPerHour << s.caps.valuePerHour << s.onInvariant;
    t.count(s.slices.size());
    for (const PlannedSlice& slice : s.slices) {
        t << slice.name << std::int64_t{slice.weightBp} << std::int64_t{slice.holdbackBp};
        t.count(slice.complexLowVolume);
        put(t, slice.predicate);
    }
    t.count(s.gates.size());
    for (const GatePlan& gate : s.gates)
        put(t, gate);
}

void put(Text& t, const std::vector<std::string>& lines)
{
    t.count(lines.size());
    for (const std::string& line : lines)
        t << line;
}

}  // namespace

Hash planHash(const RolloutPlan& p)
{
    Text t;
    t << p.name << p.salt << p.approach << p.justification << p.commander << p.deputy << p.start.ms;
    t.count(p.diffFeedsExceptions).count(p.dailyReportReviewed).count(p.steps.size());
    for (const RolloutStep& step : p.steps)
        put(t, step);
    put(t, p.rollback.stopTraffic);
    for (const auto& action : p.rollback.inFlight)
        t << static_cast<std::int64_t>(action ? static_cast<int>(*action) : -1);
    put(t, p.rollback.compensations);
    put(t, p.rollback.reconciliation);
    t << p.prerequisites.shadowPhase << p.prerequisites.contractSuite << p.prerequisites.idempotentWrites
      << p.prerequisites.decisionTree;
    t.count(p.owners.size());
    for (const auto& [seat, person] : p.owners)
        t << seat << person;
    return t.hash();
}

Hash thresholdsHash(const RolloutStep& step)
{
    Text t;
    t.count(step.gates.size());
    for (const GatePlan& gate : step.gates)
        put(t, gate);
    return t.hash();
}

}  // namespace holdpoint::rollout
