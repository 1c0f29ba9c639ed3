// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/rollback_work.h"

#include <algorithm>
#include <sstream>

namespace holdpoint::engine {
namespace {

using rollout::InFlightAction;
using rollout::OrderPosition;

constexpr Milliseconds ACall{250};  // what a call to legacy takes, until one is measured

}  // namespace

std::string planText(const rollout::Dispositions& plan)
{
    std::string text;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const auto action = plan[i].value_or(
            rollout::actionFor(static_cast<OrderPosition>(i), rollout::PauseKind::RollingBack));
        text += (text.empty() ? "" : " ") + std::string(name(action));
    }
    return text;
}

rollout::Dispositions planOf(const std::string& text)
{
    rollout::Dispositions plan;
    std::istringstream in(text);
    std::string word;
    for (std::size_t i = 0; i < plan.size() && in >> word; ++i)
        plan[i] = fromName<InFlightAction>(word);
    return plan;
}

Milliseconds expectedTime(const rollout::Preview& counts, int concurrentCalls, Milliseconds firstQuestion)
{
    std::int64_t calls = 0;
    bool asks = false;
    for (const auto& [position, actions] : counts)
        for (const auto& [action, n] : actions) {
            calls += rollout::dispositionOf(action) == Disposition::HandBack ? n : 0;
            asks = asks || (n > 0 && rollout::dispositionOf(action) == Disposition::Asking);
        }
    const std::int64_t side = std::max(concurrentCalls, 1);
    return (calls + side - 1) / side * ACall + (asks ? firstQuestion : Milliseconds{0});
}

std::string reportOf(const Rehearsal& rehearsal, Milliseconds expected, Instant now)
{
    std::string positions;
    for (const auto& [position, actions] : rehearsal.counts) {
        std::string inner;
        for (const auto& [action, n] : actions)
            inner += (inner.empty() ? "\"" : ",\"") + std::string(name(action)) + "\":" + std::to_string(n);
        positions += (positions.empty() ? "\"" : ",\"") + std::string(name(position)) + "\":{" + inner + "}";
    }
    return R"({"report":"rehearsal","made":")" + toText(now) +
           "\",\"orders\":" + std::to_string(rehearsal.orders) + ",\"positions\":{" + positions +
           "},\"expected_ms\":" + std::to_string(expected.count()) + "}";
}

}  // namespace holdpoint::engine
