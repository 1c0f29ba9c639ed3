// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/key_memory.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::engine;

class KeyMemoryTest : public QObject {
    Q_OBJECT

private:
    static constexpr ProducerName Shop{1};

    static EntityId order(std::uint64_t serial) { return {serial, 0, EntityKind::Order}; }

    /// Adds so many keys that nobody asks for.
    static void fill(KeyMemory& keys, std::size_t count, std::uint64_t from = 1'000'000)
    {
        for (std::size_t i = 0; i < count; ++i)
            keys.add(Shop, std::to_string(from + i), order(from + i));
    }

private slots:
    void aKeyIsOfItsSpace()
    {
        KeyMemory keys;
        keys.add(Shop, "A", order(1));
        QCOMPARE(keys.find(Shop, "A"), order(1));
        QVERIFY(keys.find({2}, "A").isNone());
        QVERIFY(keys.find(Shop, "a").isNone());
    }
    void whatWasAddedOutlivesAHalf()
    {
        KeyMemory keys;
        fill(keys, KeyMemory::KeysInHalf - 1, 5'000'000);
        keys.add(Shop, "A", order(1));  // the last before the halves change places
        fill(keys, KeyMemory::KeysInHalf);
        QCOMPARE(keys.find(Shop, "A"), order(1));
    }
    /// An input is routed by what was found; its turn must find it again, whatever came between.
    void whatWasFoundOutlivesAHalf()
    {
        KeyMemory keys;
        keys.add(Shop, "A", order(1));
        fill(keys, KeyMemory::KeysInHalf + KeyMemory::KeysInHalf - 2);  // the next add but one would let A go
        QCOMPARE(keys.find(Shop, "A"), order(1));
        fill(keys, KeyMemory::KeysInHalf, 7'000'000);
        QCOMPARE(keys.find(Shop, "A"), order(1));
    }
    void whatNobodyAsksForIsLetGo()
    {
        KeyMemory keys;
        keys.add(Shop, "A", order(1));
        fill(keys, 2 * KeyMemory::KeysInHalf);
        QVERIFY(keys.find(Shop, "A").isNone());
    }
    void clearedIsEmpty()
    {
        KeyMemory keys;
        keys.add(Shop, "A", order(1));
        keys.clear();
        QVERIFY(keys.find(Shop, "A").isNone());
    }
};

QTEST_GUILESS_MAIN(KeyMemoryTest)
#include "tst_key_memory.moc"
