// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/entity_map.h"
#include "core/base/rng.h"

#include <QTest>
#include <map>

using namespace holdpoint;

namespace {

EntityId order(std::uint64_t serial, int slot = 0) { return {serial, slot, EntityKind::Order}; }

}  // namespace

class EntityMapTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyOneHasNothing()
    {
        const EntityMap<int> map;
        QCOMPARE(map.find(order(1)), nullptr);
        QVERIFY(!map.contains(order(1)));
        QCOMPARE(map.size(), std::size_t{0});
    }
    void aValueIsFoundUntilItIsErased()
    {
        EntityMap<int> map;
        map[order(7)] = 70;
        QCOMPARE(*map.find(order(7)), 70);
        QVERIFY(map.erase(order(7)));
        QVERIFY(!map.contains(order(7)));
        QVERIFY(!map.erase(order(7)));
    }
    void whatIsMadeAnewBeginsAnew()
    {
        EntityMap<int> map;
        map[order(7)] = 70;
        map.erase(order(7));
        QCOMPARE(map[order(7)], 0);
    }
    void slotsAndKindsAreDifferentEntities()
    {
        EntityMap<int> map;
        map[order(7, 1)] = 1;
        map[order(7, 2)] = 2;
        map[order(7, 1).with(EntityKind::Exception)] = 3;
        QCOMPARE(map.size(), std::size_t{3});
        QCOMPARE(*map.find(order(7, 1)), 1);
        QCOMPARE(*map.find(order(7, 2)), 2);
    }
    void eraseIfLeavesTheOthers()
    {
        EntityMap<int> map;
        for (std::uint64_t serial = 1; serial <= 1'000; ++serial)
            map[order(serial)] = 1;
        map.eraseIf([](EntityId id) { return id.serial() % 2 == 0; });
        QCOMPARE(map.size(), std::size_t{500});
        QVERIFY(map.contains(order(999)) && !map.contains(order(1'000)));
    }
    void itAgreesWithAMapThroughAnything_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : {1U, 2U, 3U, 4U})
            QTest::newRow(qPrintable(QString("seed %1").arg(seed))) << seed;
    }
    void itAgreesWithAMapThroughAnything()
    {
        QFETCH(quint64, seed);
        SeededRng rng(seed);
        EntityMap<int> map;
        std::map<EntityId, int> model;
        for (int i = 0; i < 40'000; ++i) {
            // Some serials close together, some far off, so that places collide and wrap around.
            const auto serial = rng.next() % 3 == 0 ? rng.next() % 1'000'000 : rng.next() % 2'000;
            const EntityId id = order(serial, static_cast<int>(rng.next() % 3));
            if (rng.next() % 5 < 2) {
                QCOMPARE(map.erase(id), model.erase(id) > 0);
            } else {
                map[id] = i;
                model[id] = i;
            }
            QCOMPARE(map.size(), model.size());
        }
        for (const auto& [id, value] : model) {
            QVERIFY(map.contains(id));
            QCOMPARE(*map.find(id), value);
        }
    }
};

QTEST_APPLESS_MAIN(EntityMapTest)
#include "tst_entity_map.moc"
