// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/chain.h"

#include "core/base/check.h"

#include <QtTest>

using namespace holdpoint;

/// The formula of the chain is a promise to verifiers that are not ours: fixed values, made with another program.
class Chain : public QObject {
    Q_OBJECT

private slots:
    void known_values();
    void everything_counts();
    void steps_must_be_as_many_as_announced();
};

void Chain::known_values()
{
    FrameHasher hasher;
    hasher.begin({}, 7, 1, {1'790'000'000'123}, 2);
    hasher.step(1, EntityId::fromValue(0x8000000000000001), 0, bytesOf("one"));
    hasher.step(2, EntityId::fromValue(3), 1, {});
    const Hash first = hasher.finish();
    QCOMPARE(toHex(first), std::string("9f67b0cbda0bdcf3269a65d1f50c297268ae6ac33e033fb5f6ab968dc6d39005"));
    hasher.begin(first, 7, 2, {-5}, 0);
    QCOMPARE(toHex(hasher.finish()),
             std::string("8d1c4ecc5015437c38263dbc533061fdd30e321023cd80253884408e5bb876be"));
}

void Chain::everything_counts()
{
    const auto hash = [](PartitionId partition, FrameNo number, Instant now, Seq seq, EntityId entity,
                         Seq previous, std::string_view body) {
        FrameHasher hasher;
        hasher.begin({}, partition, number, now, 1);
        hasher.step(seq, entity, previous, bytesOf(body));
        return hasher.finish();
    };
    const EntityId id = EntityId::fromValue(5);
    const Hash base = hash(1, 2, {3}, 4, id, 1, "b");
    QVERIFY(base == hash(1, 2, {3}, 4, id, 1, "b"));
    QVERIFY(base != hash(2, 2, {3}, 4, id, 1, "b"));
    QVERIFY(base != hash(1, 3, {3}, 4, id, 1, "b"));
    QVERIFY(base != hash(1, 2, {4}, 4, id, 1, "b"));
    QVERIFY(base != hash(1, 2, {3}, 5, id, 1, "b"));
    QVERIFY(base != hash(1, 2, {3}, 4, EntityId::fromValue(6), 1, "b"));
    QVERIFY(base != hash(1, 2, {3}, 4, id, 2, "b"));
    QVERIFY(base != hash(1, 2, {3}, 4, id, 1, "c"));
}

void Chain::steps_must_be_as_many_as_announced()
{
    FrameHasher hasher;
    hasher.begin({}, 1, 1, {}, 1);
    QVERIFY_THROWS_EXCEPTION(CheckFailed, static_cast<void>(hasher.finish()));
    hasher.step(1, {}, 0, {});
    QVERIFY_THROWS_EXCEPTION(CheckFailed, hasher.step(2, {}, 0, {}));
}

QTEST_APPLESS_MAIN(Chain)
#include "tst_chain.moc"
