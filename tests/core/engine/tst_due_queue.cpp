// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/base/rng.h"
#include "core/engine/due_queue.h"

#include <QTest>

#include <map>
#include <set>

using namespace holdpoint;
using engine::DueQueue;

namespace {

EntityId id(std::uint64_t serial) { return {serial, 1, EntityKind::Order}; }

}  // namespace

class DueQueueTest : public QObject {
    Q_OBJECT

private slots:
    void emptyHasNoDeadline();
    void leavesByTimeThenById();
    void movingADeadlineKeepsOnePlace();
    void neverTakesOut();
    void poppingFromEmptyBreaks();
    void agreesWithASortedSet();
};

void DueQueueTest::emptyHasNoDeadline()
{
    DueQueue queue;
    QCOMPARE(queue.earliest(), Never);
    queue.set(id(1), Never);
    QVERIFY(queue.empty());
}

void DueQueueTest::leavesByTimeThenById()
{
    DueQueue queue;
    queue.set(id(3), {10});
    queue.set(id(2), {20});
    queue.set(id(1), {10});
    QCOMPARE(queue.pop(), id(1));
    QCOMPARE(queue.pop(), id(3));
    QCOMPARE(queue.earliest(), Instant{20});
    QCOMPARE(queue.pop(), id(2));
    QVERIFY(queue.empty());
}

void DueQueueTest::movingADeadlineKeepsOnePlace()
{
    DueQueue queue;
    queue.set(id(1), {10});
    queue.set(id(2), {20});
    queue.set(id(1), {30});
    QCOMPARE(queue.size(), std::size_t{2});
    QCOMPARE(queue.earliest(), Instant{20});
    queue.set(id(1), {5});
    QCOMPARE(queue.earliest(), Instant{5});
    QCOMPARE(queue.size(), std::size_t{2});
}

void DueQueueTest::neverTakesOut()
{
    DueQueue queue;
    queue.set(id(1), {10});
    queue.set(id(2), {20});
    queue.set(id(1), Never);
    QCOMPARE(queue.size(), std::size_t{1});
    QCOMPARE(queue.pop(), id(2));
}

void DueQueueTest::poppingFromEmptyBreaks()
{
    DueQueue queue;
    QVERIFY_THROWS_EXCEPTION(CheckFailed, queue.pop());
}

void DueQueueTest::agreesWithASortedSet()
{
    constexpr std::uint64_t seed = 4711;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    SeededRng rng(seed);
    DueQueue queue;
    std::map<EntityId, Instant> expected;
    for (int i = 0; i < 20'000; ++i) {
        if (rng.below(3) == 0 && !expected.empty()) {
            auto first = expected.begin();
            for (auto it = expected.begin(); it != expected.end(); ++it)
                if (std::pair(it->second, it->first) < std::pair(first->second, first->first))
                    first = it;
            QCOMPARE(queue.earliest(), first->second);
            QCOMPARE(queue.pop(), first->first);
            expected.erase(first);
            continue;
        }
        const EntityId entity = id(rng.below(40));
        const Instant due = rng.below(8) == 0 ? Never : Instant{static_cast<std::int64_t>(rng.below(50))};
        queue.set(entity, due);
        due == Never ? (void)expected.erase(entity) : (void)expected.insert_or_assign(entity, due);
        QCOMPARE(queue.size(), expected.size());
    }
}

QTEST_GUILESS_MAIN(DueQueueTest)
#include "tst_due_queue.moc"
