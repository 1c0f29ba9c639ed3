// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/decisions/choose.h"

#include <QTest>
#include <map>
#include <set>

using namespace holdpoint;
using namespace holdpoint::decisions;

namespace {

/// The rules once more, as plainly as they are written: try everything, compare everything.
class Reference {
public:
    explicit Reference(const DecisionRecord& record) : record_(record)
    {
        for (const Candidate& c : record.candidates)
            if (c.open && c.servesRegion && !c.excluded && !c.breakerOpen && c.capacityLeft > 0)
                usable_.push_back(&c);
    }

    /// The nodes that should ship; empty if nobody can.
    [[nodiscard]] std::set<std::uint32_t> nodes()
    {
        for (divided = false;; divided = true) {
            for (std::size_t size = 1; size <= (record_.splitAllowed ? usable_.size() : 1); ++size)
                if (const auto best = bestOfSize(size); !best.empty())
                    return best;
            if (divided)
                return {};
        }
    }
    bool divided = false;

private:
    using Merit = std::tuple<std::int64_t, std::int64_t, std::vector<std::uint32_t>>;

    [[nodiscard]] std::set<std::uint32_t> bestOfSize(std::size_t size)
    {
        std::map<Merit, std::set<std::uint32_t>> found;
        for (unsigned bits = 1; bits < 1U << usable_.size(); ++bits) {
            std::vector<const Candidate*> set;
            for (std::size_t i = 0; i < usable_.size(); ++i)
                if ((bits >> i & 1) != 0)
                    set.push_back(usable_[i]);
            if (set.size() != size || !(divided ? coversDivided(set) : coversWhole(set, stockOf(set), 0)))
                continue;
            std::vector<std::uint32_t> numbers;
            std::int64_t cost = 0;
            for (const Candidate* c : set) {
                numbers.push_back(c->node.number);
                cost += c->cost;
            }
            std::sort(numbers.begin(), numbers.end());
            const std::int64_t capacity = size == 1 ? -set[0]->capacityLeft : 0;
            found[{cost, capacity, numbers}] = {numbers.begin(), numbers.end()};
        }
        return found.empty() ? std::set<std::uint32_t>{} : found.begin()->second;
    }

    using Stock = std::map<std::pair<const Candidate*, std::uint32_t>, std::int64_t>;
    [[nodiscard]] Stock stockOf(const std::vector<const Candidate*>& set) const
    {
        Stock stock;
        for (const Candidate* c : set)
            for (std::size_t i = 0; i < record_.lines.size(); ++i) {
                const LineOffer& o = c->offers[i];
                const bool fresh = o.windowMs == 0 || o.ageMs <= o.windowMs;
                stock[{c, record_.lines[i].sku.number}] = fresh ? std::max(o.available, std::int64_t{0}) : 0;
            }
        return stock;
    }
    [[nodiscard]] bool coversWhole(const std::vector<const Candidate*>& set, Stock stock,
                                   std::size_t line) const
    {
        if (line == record_.lines.size())
            return true;
        for (const Candidate* c : set) {
            Stock rest = stock;
            auto& left = rest[{c, record_.lines[line].sku.number}] -= record_.lines[line].units;
            if (left >= 0 && coversWhole(set, rest, line + 1))
                return true;
        }
        return false;
    }
    [[nodiscard]] bool coversDivided(const std::vector<const Candidate*>& set) const
    {
        std::map<std::uint32_t, std::int64_t> balance;
        for (const LineUnits& line : record_.lines)
            balance[line.sku.number] -= line.units;
        for (const auto& [key, units] : stockOf(set))
            balance[key.second] += units;
        return std::all_of(balance.begin(), balance.end(), [](const auto& b) { return b.second >= 0; });
    }

    const DecisionRecord& record_;
    std::vector<const Candidate*> usable_;
};

DecisionRecord randomRecord(SeededRng& rng)
{
    DecisionRecord record;
    record.splitAllowed = !rng.chance(100'000);
    const std::uint64_t lines = 1 + rng.below(4), nodes = 1 + rng.below(5), skus = 1 + rng.below(4);
    for (std::uint64_t i = 0; i < lines; ++i)
        record.lines.push_back({static_cast<std::uint16_t>(i + 1),
                                Sku{static_cast<std::uint32_t>(1 + rng.below(skus))},
                                static_cast<std::int64_t>(1 + rng.below(4))});
    for (std::uint32_t n = 1; n <= nodes; ++n) {
        Candidate& c = record.candidates.emplace_back();
        c.node = {n * 7 % 11};  // not in the order of the candidates
        c.vendor = {n};
        c.open = !rng.chance(60'000);
        c.servesRegion = !rng.chance(60'000);
        c.excluded = rng.chance(60'000);
        c.breakerOpen = rng.chance(60'000);
        c.cost = static_cast<std::int64_t>(rng.below(3)) * 100;
        c.capacityLeft = static_cast<std::int64_t>(rng.below(12)) / 2;
        std::map<std::uint32_t, LineOffer> bySku;
        for (std::uint32_t sku = 1; sku <= skus; ++sku)
            bySku[sku] = {static_cast<std::int64_t>(rng.below(8)) - 1,
                          static_cast<std::int64_t>(rng.below(12)), 10};
        for (const LineUnits& line : record.lines)
            c.offers.push_back(bySku[line.sku.number]);
    }
    return record;
}

/// Empty if the legs ship every line in full, from what is there, in the right order; else what is wrong.
std::string faultOf(const DecisionRecord& r, bool mayDivide)
{
    std::map<std::uint16_t, std::int64_t> units;
    std::map<std::uint16_t, int> pieces;
    for (std::size_t leg = 0; leg < r.legs.size(); ++leg) {
        if (leg > 0 && r.legs[leg].node <= r.legs[leg - 1].node)
            return "legs are not in the order of nodes";
        const auto c = std::find_if(r.candidates.begin(), r.candidates.end(),
                                    [&](const Candidate& one) { return one.node == r.legs[leg].node; });
        if (c == r.candidates.end() || c->vendor != r.legs[leg].vendor || c->lost != LossReason::None)
            return "a leg whose node did not win";
        if (r.legs[leg].lines.empty())
            return "an empty leg";
        std::map<std::uint32_t, std::int64_t> taken;
        for (const LineUnits& line : r.legs[leg].lines) {
            units[line.line] += line.units;
            ++pieces[line.line];
            const LineOffer& o = c->offers[line.line - 1U];
            if (line.units < 1 || (taken[line.sku.number] += line.units) > o.available ||
                o.ageMs > o.windowMs)
                return "more taken than there is";
        }
    }
    for (const LineUnits& line : r.lines) {
        if (units[line.line] != line.units)
            return "line " + std::to_string(line.line) + " is not shipped in full";
        if (!mayDivide && pieces[line.line] != 1)
            return "line " + std::to_string(line.line) + " is divided without need";
    }
    return "";
}

}  // namespace

class ReferenceTest : public QObject {
    Q_OBJECT

private slots:
    void chooseFindsWhatTryingEverythingFinds()
    {
        constexpr std::uint64_t seed = 7'001;
        SeededRng rng(seed);
        std::map<std::size_t, int> legCounts;
        int divided = 0;
        for (int i = 0; i < 30'000; ++i) {
            DecisionRecord r = randomRecord(rng);
            Reference reference(r);
            const auto expected = reference.nodes();
            choose(r);
            std::set<std::uint32_t> got;
            for (const RoutedLeg& leg : r.legs)
                got.insert(leg.node.number);
            QVERIFY2(got == expected,
                     qPrintable(QString("seed %1, record %2: other nodes").arg(seed).arg(i)));
            const std::string fault = r.legs.empty() ? "" : faultOf(r, reference.divided);
            QVERIFY2(fault.empty(),
                     qPrintable(QString("seed %1, record %2: %3").arg(seed).arg(i).arg(fault.c_str())));
            QVERIFY2(sameAgain(r),
                     qPrintable(QString("seed %1, record %2: not the same again").arg(seed).arg(i)));
            ++legCounts[r.legs.size()];
            divided += !r.legs.empty() && reference.divided;
        }
        QVERIFY2(legCounts[0] > 500 && legCounts[1] > 500 && legCounts[2] > 500 && legCounts[3] > 50 &&
                     divided > 200,
                 "the random records do not reach every path");
    }
    void losersAreExplained()
    {
        constexpr std::uint64_t seed = 7'002;
        SeededRng rng(seed);
        for (int i = 0; i < 5'000; ++i) {
            DecisionRecord r = randomRecord(rng);
            choose(r);
            for (const Candidate& c : r.candidates) {
                const bool won = std::any_of(r.legs.begin(), r.legs.end(),
                                             [&](const RoutedLeg& leg) { return leg.node == c.node; });
                QVERIFY2(won == (c.lost == LossReason::None),
                         qPrintable(QString("seed %1, record %2").arg(seed).arg(i)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(ReferenceTest)
#include "tst_reference.moc"
