// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/split.h"

#include "core/decisions/eligible.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>

namespace holdpoint::decisions {
namespace {

constexpr std::size_t maxNodes = 12;
constexpr int maxSteps =
    100'000;  // of packing lines of one SKU into nodes, a whole decision; then a line is divided

/// A set of nodes; bit i is the i-th by node number, so that of equally large sets the one with the lowest bit that
/// differs has the lower numbers.
using Nodes = std::uint32_t;

/// Lines of one SKU, which share what a node has.
struct Group {
    Sku sku;
    std::vector<const LineUnits*> lines;
    std::int64_t wanted = 0;
};

struct Node {
    Candidate* candidate = nullptr;
    std::vector<std::int64_t> offers;  // by group
};

class Splitter {
public:
    explicit Splitter(DecisionRecord& record) : record_(record)
    {
        makeGroups();
        findNodes();
        shortlist();
    }
    void run()
    {
        for (const bool divide : {false, true})
            for (int size = 2; size <= static_cast<int>(nodes_.size()); ++size)
                if (const Nodes best = cheapest(size, divide); best != 0) {
                    assign(best);
                    explain(best);
                    return;
                }
    }

private:
    void makeGroups();
    void findNodes();
    void shortlist();
    [[nodiscard]] std::size_t bestNext(const std::vector<std::int64_t>& rest, Nodes taken) const;
    [[nodiscard]] Nodes cheapest(int size, bool divide);
    [[nodiscard]] bool covers(Nodes set, bool divide);
    [[nodiscard]] bool pack(std::size_t group, Nodes set, std::vector<std::size_t>& homes);
    [[nodiscard]] bool packFrom(std::size_t group, std::vector<std::size_t>& homes, std::size_t line);
    void assign(Nodes set);
    void divide(std::size_t group, Nodes set);
    void give(std::size_t node, const LineUnits& line, std::int64_t units);
    void explain(Nodes best);

    DecisionRecord& record_;
    std::vector<Group> groups_;
    std::vector<Node> nodes_;           // by node number
    std::vector<std::size_t> byMerit_;  // indexes into nodes_, best first
    Nodes alternatives_ = 0;            // nodes of every split as small as the chosen one
    std::vector<std::int64_t> rest_;    // scratch of pack: left at each node
    Nodes open_ = 0;                    // scratch of pack: the set
    int steps_ = 0;
    std::vector<RoutedLeg> legs_;  // by node
};

void Splitter::makeGroups()
{
    for (const LineUnits& line : record_.lines) {
        if (line.units <= 0)
            continue;
        auto group =
            std::find_if(groups_.begin(), groups_.end(), [&](const Group& g) { return g.sku == line.sku; });
        if (group == groups_.end())
            group = groups_.insert(groups_.end(), Group{line.sku, {}, 0});
        group->lines.push_back(&line);
        group->wanted += line.units;
    }
}

void Splitter::findNodes()
{
    for (Candidate& candidate : record_.candidates) {
        if (barrier(candidate) != LossReason::None)
            continue;
        Node node{&candidate, std::vector<std::int64_t>(groups_.size(), 0)};
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            const auto line = static_cast<std::size_t>(groups_[g].lines[0] - record_.lines.data());
            node.offers[g] = std::min(usable(candidate.offers[line]), groups_[g].wanted);
        }
        if (std::any_of(node.offers.begin(), node.offers.end(), [](std::int64_t units) { return units > 0; }))
            nodes_.push_back(std::move(node));
    }
}

std::size_t Splitter::bestNext(const std::vector<std::int64_t>& rest, Nodes taken) const
{
    std::size_t best = nodes_.size();
    std::tuple<int, std::int64_t> bestGain{0, 0};
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        std::tuple<int, std::int64_t> gain{0, 0};  // whole lines, units
        for (std::size_t g = 0; g < groups_.size() && (taken >> n & 1) == 0; ++g) {
            std::get<1>(gain) += std::min(nodes_[n].offers[g], rest[g]);
            for (const LineUnits* line : groups_[g].lines)
                std::get<0>(gain) += rest[g] > 0 && line->units <= nodes_[n].offers[g];
        }
        if (gain > bestGain) {
            best = n;
            bestGain = gain;
        }
    }
    return best;
}

/// At most `maxNodes` stay: those a greedy cover takes, then the best ones. Then all get their order.
void Splitter::shortlist()
{
    std::sort(nodes_.begin(), nodes_.end(),
              [](const Node& a, const Node& b) { return isBetter(*a.candidate, *b.candidate); });
    if (nodes_.size() > maxNodes) {
        nodes_.resize(std::min(nodes_.size(), std::size_t{32}));
        std::vector<std::int64_t> rest;
        for (const Group& group : groups_)
            rest.push_back(group.wanted);
        Nodes taken = 0;
        for (std::size_t next; std::popcount(taken) < static_cast<int>(maxNodes) &&
                               (next = bestNext(rest, taken)) < nodes_.size();) {
            taken |= Nodes{1} << next;
            for (std::size_t g = 0; g < groups_.size(); ++g)
                rest[g] -= std::min(nodes_[next].offers[g], rest[g]);
        }
        for (std::size_t n = 0; std::popcount(taken) < static_cast<int>(maxNodes); ++n)
            taken |= Nodes{1} << n;
        std::vector<Node> kept;
        for (std::size_t n = 0; n < nodes_.size(); ++n)
            if ((taken >> n & 1) != 0)
                kept.push_back(std::move(nodes_[n]));
        nodes_ = std::move(kept);
    }
    std::sort(nodes_.begin(), nodes_.end(),
              [](const Node& a, const Node& b) { return a.candidate->node < b.candidate->node; });
    byMerit_.resize(nodes_.size());
    std::iota(byMerit_.begin(), byMerit_.end(), std::size_t{0});
    std::sort(byMerit_.begin(), byMerit_.end(), [this](std::size_t a, std::size_t b) {
        return isBetter(*nodes_[a].candidate, *nodes_[b].candidate);
    });
}

Nodes Splitter::cheapest(int size, bool divide)
{
    Nodes best = 0;
    std::int64_t bestCost = 0;
    for (Nodes set = 1; set < Nodes{1} << nodes_.size(); ++set) {
        if (std::popcount(set) != size || !covers(set, divide))
            continue;
        std::int64_t cost = 0;
        for (std::size_t n = 0; n < nodes_.size(); ++n)
            cost += (set >> n & 1) != 0 ? nodes_[n].candidate->cost : 0;
        alternatives_ |= set;
        const Nodes differ = best ^ set;
        if (best == 0 || cost < bestCost || (cost == bestCost && (set & differ & (~differ + 1)) != 0)) {
            best = set;
            bestCost = cost;
        }
    }
    return best;
}

bool Splitter::covers(Nodes set, bool divide)
{
    std::vector<std::size_t> homes;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        std::int64_t rest = groups_[g].wanted;
        for (std::size_t n = 0; n < nodes_.size() && rest > 0; ++n)
            rest -= (set >> n & 1) != 0 ? nodes_[n].offers[g] : 0;
        if (rest > 0 || (!divide && !pack(g, set, homes)))
            return false;
    }
    return true;
}

/// A home in `set` for every line of the group, whole; the first that works, better nodes first for earlier lines.
bool Splitter::pack(std::size_t group, Nodes set, std::vector<std::size_t>& homes)
{
    rest_.clear();
    for (const Node& node : nodes_)
        rest_.push_back(node.offers[group]);
    open_ = set;
    homes.assign(groups_[group].lines.size(), 0);
    return packFrom(group, homes, 0);
}

bool Splitter::packFrom(std::size_t group, std::vector<std::size_t>& homes, std::size_t line)
{
    if (line == homes.size())
        return true;
    const std::int64_t units = groups_[group].lines[line]->units;
    for (const std::size_t n : byMerit_) {
        if ((open_ >> n & 1) == 0 || rest_[n] < units || ++steps_ > maxSteps)
            continue;
        homes[line] = n;
        rest_[n] -= units;
        if (packFrom(group, homes, line + 1))
            return true;
        rest_[n] += units;
    }
    return false;
}

void Splitter::assign(Nodes set)
{
    legs_.resize(nodes_.size());
    std::vector<std::size_t> homes;
    for (std::size_t g = 0; g < groups_.size(); ++g)
        if (pack(g, set, homes))
            for (std::size_t i = 0; i < homes.size(); ++i)
                give(homes[i], *groups_[g].lines[i], groups_[g].lines[i]->units);
        else
            divide(g, set);
    const auto inOrder = [this](const LineUnits& a, const LineUnits& b) {
        const auto place = [this](const LineUnits& u) {
            return std::find_if(record_.lines.begin(), record_.lines.end(),
                                [&](const LineUnits& l) { return l.line == u.line && l.sku == u.sku; });
        };
        return place(a) < place(b);
    };
    for (std::size_t n = 0; n < legs_.size(); ++n) {
        if (legs_[n].lines.empty())
            continue;
        legs_[n].node = nodes_[n].candidate->node;
        legs_[n].vendor = nodes_[n].candidate->vendor;
        std::stable_sort(legs_[n].lines.begin(), legs_[n].lines.end(), inOrder);
        record_.legs.push_back(std::move(legs_[n]));
    }
}

/// Fills lines from the nodes with most of the SKU first: fewest pieces.
void Splitter::divide(std::size_t group, Nodes set)
{
    std::vector<std::size_t> byStock = byMerit_;
    std::stable_sort(byStock.begin(), byStock.end(), [&](std::size_t a, std::size_t b) {
        return nodes_[a].offers[group] > nodes_[b].offers[group];
    });
    std::erase_if(byStock, [set](std::size_t n) { return (set >> n & 1) == 0; });
    auto node = byStock.begin();
    std::int64_t left = nodes_[*node].offers[group];
    for (const LineUnits* line : groups_[group].lines)
        for (std::int64_t rest = line->units; rest > 0;) {
            if (left == 0)
                left = nodes_[*++node].offers[group];
            const std::int64_t units = std::min(rest, left);
            give(*node, *line, units);
            rest -= units;
            left -= units;
        }
}

void Splitter::give(std::size_t node, const LineUnits& line, std::int64_t units)
{
    legs_[node].lines.push_back({line.line, line.sku, units});
}

void Splitter::explain(Nodes best)
{
    for (Candidate& candidate : record_.candidates) {
        const bool hasSome = std::any_of(candidate.offers.begin(), candidate.offers.end(),
                                         [](const LineOffer& offer) { return usable(offer) > 0; });
        if (barrier(candidate) == LossReason::None && hasSome)
            candidate.lost = LossReason::NotNeeded;
    }
    for (std::size_t n = 0; n < nodes_.size(); ++n)
        if ((best >> n & 1) != 0)
            nodes_[n].candidate->lost = LossReason::None;
        else if ((alternatives_ >> n & 1) != 0)
            nodes_[n].candidate->lost = LossReason::Costlier;
}

}  // namespace

void split(DecisionRecord& record) { Splitter(record).run(); }

}  // namespace holdpoint::decisions
