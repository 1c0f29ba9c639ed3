// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/derive.h"
#include "core/views/state_hash.h"
#include "tests/support/invariants.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace holdpoint;
using namespace holdpoint::test;

namespace {

constexpr int Sets = 60;
constexpr int Orders = 6;  ///< of arrival, for each set

/// Writes random recorded events about order 1, few enough names and times that they repeat, tie and contradict.
class Writer {
public:
    Writer(EngineRig& rig, std::uint64_t seed) : rig_(rig), rng_(seed) {}

    std::vector<std::string> events()
    {
        std::vector<std::string> all{placed(2)};
        if (one(4))
            all.push_back(placed(one(2) ? 2 : 3));  // told twice, perhaps differently
        for (int n = pick(2, 9); n > 0; --n)
            all.push_back(one());
        return all;
    }

private:
    bool one(std::uint32_t in) { return rng_.below(in) == 0; }
    int pick(int from, int to)
    {
        return from + static_cast<int>(rng_.below(static_cast<std::uint32_t>(to - from + 1)));
    }
    std::string number(int most) { return std::to_string(pick(1, most)); }
    std::string event(const std::string& type, const std::string& data)
    {
        return rig_.event(type, "1", data, "e" + std::to_string(++ids_),
                          "2027-01-01T00:00:0" + std::to_string(pick(0, 5)) + "Z");
    }
    std::string placed(int units)
    {
        return event("order.placed",
                     R"({"currency":"EUR","total":"20.00","lines":[{"line":1,"sku":"HAT","units":)" +
                         std::to_string(units) + R"(,"price":"10.00"}]})");
    }
    std::string money(const std::string& type)
    {
        return event("payment." + type, R"({"payment":)" + number(2) + R"(,"id":"m)" + number(3) +
                                            R"(","amount":")" + (one(2) ? "20.00" : "10.00") +
                                            R"(","currency":"EUR"})");
    }
    std::string parcel(const std::string& type)
    {
        const std::string units = one(2) ? "" : R"(,"line":1,"units":)" + number(2);
        return event("shipment." + type,
                     R"({"leg":)" + number(2) + R"(,"id":"p)" + number(3) + "\"" + units + "}");
    }
    std::string one()
    {
        switch (pick(0, 9)) {
        case 0: return money("authorised");
        case 1: return money("captured");
        case 2: return money("refunded");
        case 3: return money("failed");
        case 4: return money("charged_back");
        case 5: return parcel("shipped");
        case 6: return parcel("delivered");
        case 7: return event("order.cancel_asked", R"({"id":"w1"})");
        case 8:
            return event("return.received", R"({"return":1,"id":"r)" + number(2) +
                                                R"(","line":1,"units":1,"condition":"good"})");
        default: return parcel("picked");
        }
    }

    EngineRig& rig_;
    SeededRng rng_;
    int ids_ = 0;
};

/// Every event once or more often, in any order.
std::vector<std::string> shuffled(std::vector<std::string> events, SeededRng& rng)
{
    const std::size_t once = events.size();
    for (std::size_t i = 0; i < once; ++i)
        while (rng.below(3) == 0)
            events.push_back(events[i]);
    for (std::size_t i = events.size(); i > 1; --i)
        std::swap(events[i - 1], events[rng.below(static_cast<std::uint32_t>(i))]);
    return events;
}

/// All that must not depend on the order of arrival.
struct Half {
    std::string hash;
    std::string status;
    std::string place;
    std::string payment;
    int flags = 0;
    std::set<std::string> problems;

    friend bool operator==(const Half& a, const Half& b)
    {
        return a.hash == b.hash && a.status == b.status && a.place == b.place && a.payment == b.payment &&
               a.flags == b.flags && a.problems == b.problems;
    }
    [[nodiscard]] std::string text() const
    {
        std::string all = hash.substr(0, 8) + " " + status + " " + place + " " + payment + " flags " +
                          std::to_string(flags);
        for (const std::string& problem : problems)
            all += " " + problem;
        return all;
    }
};

Half halfOf(EngineRig& rig)
{
    const EntityId id = rig.idOf("1");
    const Order order = rig.order(id);
    Half half;
    const auto hash = views::stateHashOf("shop/1", rig.steps(id), rig.engine().names());
    half.hash = hash ? toHex(*hash) : "";
    half.status = std::string(name(order.standing.status));
    half.place = std::string(name(order.standing.place));
    half.payment = std::string(name(order.standing.payment));
    half.flags = order.standing.flags;
    for (const Problem& problem : order.problems)
        half.problems.insert(rig.codeText(problem.code));
    return half;
}

}  // namespace

class Shuffle : public QObject {
    Q_OBJECT

private slots:
    void any_order_and_repetition_gives_one_state();
    void one_event_more_gives_another();
};

void Shuffle::any_order_and_repetition_gives_one_state()
{
    const std::uint64_t base = 20'270'101;
    qInfo("seed %llu", static_cast<unsigned long long>(base));
    std::set<std::string> states;
    for (std::uint64_t seed = base; seed < base + Sets; ++seed) {
        EngineRig writing;
        const std::vector<std::string> events = Writer(writing, seed).events();
        SeededRng rng(seed);
        std::optional<Half> first;
        for (int i = 0; i < Orders; ++i) {
            EngineRig rig;
            for (const std::string& event : shuffled(events, rng))
                rig.post(event, Lane::Observe);
            const auto found = violations(rig);
            QVERIFY2(found.empty(),
                     (std::to_string(seed) + ": " + (found.empty() ? "" : found.front())).c_str());
            const Half half = halfOf(rig);
            if (!first)
                first = half;
            QVERIFY2(half == *first,
                     ("seed " + std::to_string(seed) + ": " + first->text() + " | " + half.text()).c_str());
        }
        states.insert(first->status + first->payment);
    }
    QVERIFY2(states.size() > 10, std::to_string(states.size()).c_str());  // the sets are not all alike
}

void Shuffle::one_event_more_gives_another()
{
    EngineRig rig;
    const std::vector<std::string> events = Writer(rig, 1).events();
    for (const std::string& event : events)
        rig.post(event, Lane::Observe);
    const Half before = halfOf(rig);
    rig.post(rig.event("shipment.shipped", "1", R"({"leg":3,"id":"another"})", "more"), Lane::Observe);
    QVERIFY(halfOf(rig).hash != before.hash);
}

QTEST_GUILESS_MAIN(Shuffle)
#include "tst_shuffle.moc"
