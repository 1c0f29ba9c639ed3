// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/shrink.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace holdpoint::sim {
namespace {

using Fails = std::function<bool(const Script&)>;

/// Leaves out pieces of `size` while it still fails.
bool dropPieces(Script& script, std::size_t size, const Fails& fails, int& tries)
{
    bool shorter = false;
    for (std::size_t from = 0; from < script.actions.size() && tries > 0;) {
        Script less = script;
        const auto begin = less.actions.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = begin + static_cast<std::ptrdiff_t>(std::min(size, less.actions.size() - from));
        less.actions.erase(begin, end);
        --tries;
        if (fails(less)) {
            script = std::move(less);
            shorter = true;
        } else {
            from += size;
        }
    }
    return shorter;
}

/// The order that a line is about; empty: none.
std::string orderOf(const Action& action)
{
    const std::string mark = R"("subject":")";
    if (const auto at = action.text.find(mark);
        at != std::string::npos && action.text.find(R"("type":"stock.)") == std::string::npos)
        return action.text.substr(at + mark.size(),
                                  action.text.find('"', at + mark.size()) - at - mark.size());
    std::istringstream in(action.text);
    std::string word;
    std::string number;
    in >> word >> number >> number >> number >> number >> number;
    return word == "command" ? number : "";
}

/// Whole orders first: a line less of one changes little, an order less makes every later try quicker.
void dropOrders(Script& script, const Fails& fails, int& tries)
{
    std::vector<std::string> orders;
    for (const Action& action : script.actions)
        if (const std::string order = orderOf(action); !order.empty())
            orders.push_back(order);
    std::sort(orders.begin(), orders.end());
    orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
    for (std::size_t size = (orders.size() + 1) / 2; size > 0 && tries > 0; size /= 2)
        for (std::size_t from = 0; from < orders.size() && tries > 0;) {
            const auto begin = orders.begin() + static_cast<std::ptrdiff_t>(from);
            const auto end = begin + static_cast<std::ptrdiff_t>(std::min(size, orders.size() - from));
            const std::set<std::string> gone(begin, end);
            Script less = script;
            std::erase_if(less.actions, [&](const Action& a) { return gone.contains(orderOf(a)); });
            --tries;
            if (fails(less)) {
                script = std::move(less);
                orders.erase(begin, end);
            } else {
                from += size;
            }
        }
}

void dropOptions(Script& script, const Fails& fails, int& tries)
{
    for (const char* name : {"wire_twice", "wire_delay", "wire_drip", "carrier", "shop", "torn", "restock"}) {
        Script less = script;
        if (tries-- > 0 && less.option(name) != 0) {
            less.options[name] = 0;
            if (fails(less))
                script = std::move(less);
        }
    }
}

void roundTimes(Script& script, const Fails& fails, int& tries)
{
    for (std::int64_t unit : {60'000, 10'000, 1'000}) {
        Script round = script;
        for (Action& action : round.actions)
            action.at = Milliseconds{action.at.count() / unit * unit};
        if (tries-- > 0 && fails(round)) {
            script = std::move(round);
            return;
        }
    }
}

}  // namespace

Script shrink(Script script, const Fails& fails, int tries)
{
    dropOrders(script, fails, tries);
    for (std::size_t size = (script.actions.size() + 1) / 2; size > 0 && tries > 0; size /= 2)
        while (dropPieces(script, size, fails, tries) && size == 1) {
        }
    dropOptions(script, fails, tries);
    roundTimes(script, fails, tries);
    return script;
}

}  // namespace holdpoint::sim
