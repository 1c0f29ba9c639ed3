// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/decision_tree.h"

#include <variant>

namespace holdpoint::rollout {
namespace {

struct End {
    TreeAct act = TreeAct::GoOn;
    std::optional<Function> owner;
};
using Next = std::variant<Ask, End>;
struct Node {
    Ask ask = Ask::CustomersHarmed;
    Next yes;
    Next no;
};

using enum Ask;
using enum TreeAct;
constexpr auto Commander = std::nullopt;

// Harm to customers first, then evidence, then what only may become harm. Each ends lower than it began.
const std::array<Node, CountOf<Ask>>& nodes()
{
    static const std::array<Node, CountOf<Ask>> tree{{
        {CustomersHarmed, FromNewPath, BlockerNoGo},
        {FromNewPath, LegacyHealthy, End{VendorIncident, Function::Operations}},
        {LegacyHealthy, End{RollBack, Commander}, End{Park, Commander}},
        {BlockerNoGo, ControlToo, BacklogGrows},
        {ControlToo, End{VendorIncident, Function::Operations}, HarmProven},
        {HarmProven, LegacyHealthy, OneSegment},
        {OneSegment, End{Narrow, Function::Operations}, End{StopIntake, Commander}},
        {BacklogGrows, End{StopGrowth, Function::Support}, DataFresh},
        {DataFresh, End{GoOn, Commander}, End{StopGrowth, Function::Engineering}},
    }};
    return tree;
}

}  // namespace

TreeWalk walk(const TreeFacts& facts, const std::map<Ask, bool>& answers)
{
    TreeWalk done;
    for (Next at = CustomersHarmed;;) {
        if (const End* end = std::get_if<End>(&at)) {
            done.act = end->act;
            done.owner = end->owner;
            return done;
        }
        const Ask ask = std::get<Ask>(at);
        const std::optional<bool> known = facts[static_cast<std::size_t>(ask)];
        const auto said = answers.find(ask);
        if (!known && said == answers.end()) {
            done.next = ask;
            return done;
        }
        const bool byPerson = said != answers.end();
        const bool yes = byPerson ? said->second : *known;
        done.path.push_back({ask, yes, known, byPerson});
        const Node& node = nodes()[static_cast<std::size_t>(ask)];
        at = yes ? node.yes : node.no;
    }
}

std::string toText(const TreeWalk& walk)
{
    const auto word = [](bool yes) { return yes ? "yes" : "no"; };
    std::string text;
    for (const TreeAnswer& answer : walk.path) {
        text += std::string(text.empty() ? "" : " ") + std::string(name(answer.ask)) + '=' + word(answer.yes);
        if (answer.byPerson)
            text += answer.known && *answer.known != answer.yes
                        ? std::string("(person; facts: ") + word(*answer.known) + ')'
                        : "(person)";
    }
    if (walk.act)
        text += " → " + std::string(name(*walk.act));
    return text;
}

}  // namespace holdpoint::rollout
