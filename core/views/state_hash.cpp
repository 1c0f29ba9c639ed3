// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/state_hash.h"

#include "core/model/fact_codec.h"
#include "core/orders/apply.h"
#include "core/orders/derive.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace holdpoint::views {
namespace {

/// An order made of observed facts alone, with the fact behind each entry of its set.
struct ObservedOrder {
    Order order;
    std::vector<const Fact*> facts;

    void add(const Fact& fact, std::uint64_t source, std::uint32_t batch)
    {
        const orders::Addition added = orders::observe(order, fact, source, batch);
        if (added == orders::Addition::Added)
            facts.push_back(&fact);
        else if (added != orders::Addition::Same)
            replaceWhatChanged(fact);
        known.resize(order.observed.size());
        for (std::size_t i = 0; i < known.size(); ++i)
            known[i] = saidBy(order.observed[i]);
    }

private:
    using Said = std::tuple<Instant, std::uint64_t, std::uint64_t>;
    static Said saidBy(const Observed& o) { return {o.at, o.source, o.content}; }

    /// Of two that state one fact, the one said first is the one that counts.
    void replaceWhatChanged(const Fact& fact)
    {
        for (std::size_t i = 0; i < known.size(); ++i)
            if (saidBy(order.observed[i]) != known[i])
                facts[i] = &fact;
    }

    std::vector<Said> known;
};

ObservedOrder observedOf(std::span<const StepBody> steps)
{
    ObservedOrder observed;
    for (const StepBody& step : steps) {
        const std::uint64_t source = hash64(step.source);
        for (const Fact& fact : step.facts) {
            if (const auto* withdrawn = std::get_if<Withdrawn>(&fact.body))
                observed.order.withdrawnBatch = withdrawn->batch;
            if (isObserved(kindOf(fact)))
                observed.add(fact, source, step.batch);
        }
    }
    return observed;
}

}  // namespace

std::optional<Hash> stateHashOf(std::string_view rootKey, std::span<const StepBody> steps,
                                const Dictionary& names)
{
    const ObservedOrder observed = observedOf(steps);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < observed.facts.size(); ++i) {
        const Observed& o = observed.order.observed[i];
        if (o.batch == 0 || o.batch != observed.order.withdrawnBatch)
            lines.push_back(canonicalText(*observed.facts[i], names));
    }
    if (lines.empty())
        return {};
    std::sort(lines.begin(), lines.end());
    std::string text(rootKey);
    for (const std::string& line : lines)
        text += '\n' + line;
    text += '\n';
    text += name(orders::observedStatus(observed.order));
    return sha256(text);
}

}  // namespace holdpoint::views
