// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/inventory/positions.h"
#include "core/inventory/reservations.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::inventory;
using namespace std::chrono_literals;

namespace {

constexpr int nodes = 3, skus = 4;
constexpr std::int64_t startUnits = 40;

/// Random grants and ends on a small book, beside a plain tally of what left and what came.
struct Run {
    explicit Run(std::uint64_t seed) : rng(seed)
    {
        for (std::uint32_t n = 1; n <= nodes; ++n)
            for (std::uint32_t s = 1; s <= skus; ++s)
                applyCounted(book, NodeName{n}, {Sku{s}, startUnits, 1, 0}, now);
    }

    void step()
    {
        now = now + Milliseconds{static_cast<std::int64_t>(rng.below(5'000))};
        const std::uint64_t what = rng.below(10);
        if (what < 5)
            grant();
        else if (what < 9)
            endOne();
        else
            adjust();
    }
    void grant()
    {
        const NodeName node{static_cast<std::uint32_t>(1 + rng.below(nodes))};
        std::vector<LineUnits> lines;
        for (std::uint64_t n = 1 + rng.below(3); n > 0; --n)
            lines.push_back({static_cast<std::uint16_t>(n),
                             Sku{static_cast<std::uint32_t>(1 + rng.below(skus))},
                             static_cast<std::int64_t>(1 + rng.below(6))});
        if (!check(book, node, lines))
            return;
        const Granted granted{{}, 1, node, now + 1min, lines};
        applyGranted(book, granted, now);
        apply(reservations.emplace_back(), {0, now, granted});
    }
    void endOne()
    {
        if (reservations.empty())
            return;
        Reservation& r = reservations[rng.below(reservations.size())];
        if (r.state == ReservationState::Granted)
            end(r);
        else if (r.state == ReservationState::Expired && rng.chance(100'000))
            shipLate(r);
    }
    void end(Reservation& r)
    {
        switch (rng.below(3)) {
        case 0:
            applyConsumed(book, r, now);
            apply(r, {0, now, Consumed{}});
            tally(r);
            break;
        case 1:
            applyReleased(book, r, now);
            apply(r, {0, now, Released{}});
            break;
        default:
            applyExpired(book, r, now);
            apply(r, {0, now, Expired{}});
            break;
        }
    }
    void shipLate(Reservation& r)
    {
        if (!check(book, r.node, r.lines))  // else the shelf would go below nothing, which nodes cannot do
            return;
        applyShippedUnreserved(book, r, now);
        apply(r, {0, now, ShippedUnreserved{}});
        tally(r);
    }
    void adjust()
    {
        const StockKey key{{static_cast<std::uint32_t>(1 + rng.below(nodes))},
                           {static_cast<std::uint32_t>(1 + rng.below(skus))}};
        const auto units = static_cast<std::int64_t>(rng.below(10));
        applyAdjusted(book, key.node, {key.sku, units, "a"}, now);
        moved[key.node.number][key.sku.number] += units;
    }
    void tally(const Reservation& r)
    {
        for (const LineUnits& line : r.lines)
            moved[r.node.number][line.sku.number] -= line.units;
    }

    [[nodiscard]] std::vector<std::string> wrong() const
    {
        std::vector<const Reservation*> live;
        for (const Reservation& r : reservations)
            live.push_back(&r);
        return violations(book, live);
    }
    [[nodiscard]] bool conserved() const
    {
        for (std::uint32_t n = 1; n <= nodes; ++n)
            for (std::uint32_t s = 1; s <= skus; ++s)
                if (book.find({n}, {s})->onHand() != startUnits + moved[n][s])
                    return false;
        return true;
    }

    SeededRng rng;
    StockBook book;
    Instant now{1'700'000'000'000};
    std::vector<Reservation> reservations;
    std::int64_t moved[nodes + 1][skus + 1] = {};
};

}  // namespace

class Conservation : public QObject {
    Q_OBJECT

private slots:
    void whateverHappensTheBookAddsUp()
    {
        int shipped = 0;
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            Run run(seed);
            for (int i = 0; i < 300; ++i) {
                run.step();
                const auto wrong = run.wrong();
                QVERIFY2(wrong.empty(), qPrintable(QString("seed %1, step %2: %3")
                                                       .arg(seed)
                                                       .arg(i)
                                                       .arg(wrong.empty() ? "" : wrong[0].c_str())));
                QVERIFY2(run.conserved(), qPrintable(QString("seed %1, step %2").arg(seed).arg(i)));
            }
            for (const Reservation& r : run.reservations)
                shipped += r.state == ReservationState::Consumed;
        }
        QVERIFY2(shipped > 1'000, "the runs did too little to prove anything");
    }
    void aThousandWantsForOneUnitGrantOne()
    {
        StockBook book;
        applyCounted(book, NodeName{1}, {Sku{1}, 1, 1, 0}, Instant{0});
        int granted = 0;
        for (int i = 0; i < 1'000; ++i) {
            const std::vector<LineUnits> lines{{1, Sku{1}, 1}};
            if (!check(book, NodeName{1}, lines))
                continue;
            applyGranted(book, {{}, 1, NodeName{1}, Never, lines}, Instant{i});
            ++granted;
        }
        QCOMPARE(granted, 1);
        QCOMPARE(book.find({1}, {1})->available(), 0);
    }
};

QTEST_APPLESS_MAIN(Conservation)
#include "tst_conservation.moc"
