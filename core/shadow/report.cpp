// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shadow/report.h"

#include <algorithm>
#include <numeric>

namespace holdpoint::shadow {
namespace {

constexpr Milliseconds Day{24LL * 3'600'000};
constexpr int CleanDays = 3;
constexpr std::size_t Top = 10;

std::int64_t total(const std::map<std::string, std::int64_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& row) { return sum + row.second; });
}

std::optional<double> share(std::int64_t part, std::int64_t all)
{
    return all > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(all)) : std::nullopt;
}

bool isExcused(DifferenceVerdict v)
{
    return v == DifferenceVerdict::PolicyDifference || v == DifferenceVerdict::AcceptableDrift;
}

std::size_t index(Priority p) { return static_cast<std::size_t>(p); }

std::size_t index(DifferenceVerdict v) { return static_cast<std::size_t>(v); }

/// Of a cluster whose rule has reached its ceiling only the rest is open.
void countClusters(const std::map<std::string, Cluster>& clusters, Instant now, DailyReport& r)
{
    for (const auto& [signature, c] : clusters) {
        const std::int64_t unjudged = c.by[index(DifferenceVerdict::Unjudged)];
        const std::int64_t open = unjudged + c.by[index(DifferenceVerdict::Defect)];
        const std::int64_t unclassified = c.cause == DiscrepancyCause::Unclassified ? open : 0;
        r.open[index(c.severity)] += open;
        r.unjudged[index(c.severity)] += unjudged;
        r.unclassified += unclassified;
        r.agedOpen += now - c.first > Day ? std::max(unjudged, unclassified) : 0;
    }
}

std::vector<std::string> onlyIn(const std::map<std::string, Cluster>& one,
                                const std::map<std::string, Cluster>& other)
{
    std::vector<std::string> all;
    for (const auto& [signature, cluster] : one)
        if (!other.contains(signature))
            all.push_back(signature);
    return all;
}

std::vector<Cluster> best(const std::map<std::string, Cluster>& clusters, std::int64_t mirrored,
                          const std::map<std::string, std::int64_t>& bySegment)
{
    std::vector<Cluster> all;
    for (const auto& [signature, cluster] : clusters) {
        Cluster c = cluster;
        std::int64_t traffic = 0;
        for (const std::string& segment : c.segments)
            if (const auto known = bySegment.find(segment); known != bySegment.end())
                traffic += known->second;
        c.score = score(c.severity, c.count, share(traffic, mirrored).value_or(0));
        all.push_back(std::move(c));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Cluster& a, const Cluster& b) { return a.score > b.score; });
    all.resize(std::min(all.size(), Top));
    return all;
}

}  // namespace

namespace {

bool isEnd(ComparisonResult result, std::span<const Judged> order)
{
    return std::any_of(order.begin(), order.end(),
                       [result](const Judged& j) { return j.comparison.result == result; });
}

bool isDifferent(const Judged& j)
{
    return j.comparison.result != ComparisonResult::Match &&
           j.comparison.result != ComparisonResult::NotYetComparable;
}

}  // namespace

void DayBook::add(std::span<const Judged> order)
{
    using enum ComparisonResult;
    if (order.empty())
        return;
    for (const Judged& j : order) {
        for (const auto& [id, hits] : j.comparison.usedRules)
            usedRules_[id] += hits;
        if (isDifferent(j))
            difference(j);
    }
    const bool differs = std::any_of(order.begin(), order.end(), isDifferent);
    if (!differs && isEnd(NotYetComparable, order)) {
        ++counts_.notYet;
        return;
    }
    ++counts_.compared;
    ++compared_[order.front().pair.segment];
    counts_.missingInNew += isEnd(MissingInNew, order);
    counts_.missingInLegacy += isEnd(MissingInLegacy, order);
    if (differs)
        counts_.excused += std::all_of(order.begin(), order.end(), [](const Judged& j) {
            return !isDifferent(j) || isExcused(j.verdict);
        });
    else
        ++(std::all_of(order.begin(), order.end(), [](const Judged& j) { return j.comparison.isMatch(); })
               ? counts_.matched
               : counts_.hiddenOnly);
}

void DayBook::difference(const Judged& j)
{
    Cluster& c = clusters_[j.signature];
    if (c.count++ == 0) {
        c.signature = j.signature;
        c.example = j.pair.order;
        c.cause = j.cause;
        c.verdict = j.verdict;
    }
    if (!isExcused(j.verdict))  // one that its rule no longer covers reopens the cluster
        c.verdict = j.verdict;
    ++c.by[static_cast<std::size_t>(j.verdict)];
    c.segments.insert(j.pair.segment);
    c.severity = std::min(c.severity, j.severity);
    c.first = std::min(c.first, j.first);
    auto& [count, money] = table_[{j.cause, j.severity}];
    ++count;
    money += j.moneyMinor;
}

DailyReport report(const DayBook& today, const DayBook* yesterday, const VerdictBook& verdicts, Instant now)
{
    DailyReport r;
    const DayBook none;
    const DayBook& before = yesterday ? *yesterday : none;
    r.counts = today.counts_;
    r.coverage = share(total(today.mirrored_), total(today.expected_));
    std::int64_t seen = 0;
    for (const auto& [segment, count] : today.expected_) {
        const auto compared = today.compared_.find(segment);
        const bool enough =
            compared != today.compared_.end() && compared->second >= DailyReport::LeastOfSegment;
        seen += enough;
        if (!enough)
            r.blindSegments.push_back(segment);
    }
    r.mixesCovered = share(seen, static_cast<std::int64_t>(today.expected_.size()));
    const std::int64_t adjusted = r.counts.compared - r.counts.excused;
    r.rawMatch = share(r.counts.matched, r.counts.compared);
    r.adjustedMatch = share(r.counts.matched, adjusted);
    r.adjustedLower = statistics::confidence({r.counts.matched, adjusted}, 0.05, 2000).low;
    countClusters(today.clusters_, now, r);
    r.suppressed = today.suppressed_;
    r.leaks = today.leaks_;
    r.selfNoise = today.selfNoise_;
    for (const auto& [key, value] : today.table_) {
        const auto old = before.table_.find(key);
        r.table[key] = {value.first, value.first - (old == before.table_.end() ? 0 : old->second.first),
                        value.second};
    }
    r.top = best(today.clusters_, total(today.mirrored_), today.mirrored_);
    r.appeared = onlyIn(today.clusters_, before.clusters_);
    r.gone = onlyIn(before.clusters_, today.clusters_);
    r.rulesUsed = today.usedRules_;
    for (const VerdictRule& rule : verdicts.rules())
        if (verdicts.hits(rule.id) > 0)
            r.verdictsUsed[rule.id] = verdicts.hits(rule.id);
    r.overCeiling = verdicts.overCeiling();
    return r;
}

std::vector<ShadowLack> lacks(const DailyReport& r, Phase phase)
{
    const bool parallel = phase == Phase::Parallel;
    const double match = parallel ? 0.995 : 0.99, lower = parallel ? 0.99 : 0.985;
    if (!r.adjustedMatch || !r.coverage)
        return {ShadowLack::NoData};
    std::vector<ShadowLack> all;
    const auto lack = [&](bool is, ShadowLack what) {
        if (is)
            all.push_back(what);
    };
    lack(*r.coverage < 0.999, ShadowLack::Coverage);
    lack(r.counts.compared < 2'000, ShadowLack::FewOrders);
    lack(*r.adjustedMatch < match, ShadowLack::Match);
    lack(r.adjustedLower < lower, ShadowLack::MatchLower);
    lack(r.open[index(Priority::P1)] > 0, ShadowLack::OpenP1);
    lack(r.unjudged[index(Priority::P1)] + r.unjudged[index(Priority::P2)] > 0, ShadowLack::UnjudgedP1P2);
    lack(r.agedOpen > 0, ShadowLack::AgedOpen);
    lack(r.selfNoise > 0, ShadowLack::SelfNoise);
    lack(r.leaks > 0, ShadowLack::Leak);
    return all;
}

int cleanStreak(const std::vector<DailyReport>& days, Phase phase)
{
    int streak = 0;
    for (auto day = days.rbegin(); day != days.rend() && lacks(*day, phase).empty(); ++day)
        ++streak;
    return streak;
}

bool mayLeave(const std::vector<DailyReport>& days, Phase phase)
{
    return cleanStreak(days, phase) >= CleanDays;
}

}  // namespace holdpoint::shadow
