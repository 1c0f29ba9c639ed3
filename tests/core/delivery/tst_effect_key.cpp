// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/effect_key.h"

#include "core/base/rng.h"

#include <QTest>
#include <set>

using namespace holdpoint;
using namespace holdpoint::delivery;

namespace {

EffectRef ref(Operation operation, Part part, std::uint8_t generation = 1)
{
    return {operation, part, generation};
}
std::string orderOf(std::string_view key) { return parseKey(key).value().order; }

}  // namespace

class EffectKeyTest : public QObject {
    Q_OBJECT

private slots:
    void spelling_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("operation");
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("generation");
        const auto row = [](const char* key, Operation operation, int part, int generation) {
            QTest::newRow(key) << QString(key) << static_cast<int>(operation) << part << generation;
        };
        row("hp:8841-207:ship:1", Operation::Ship, 1, 1);
        row("hp:8841-207:ship:1:g2", Operation::Ship, 1, 2);
        row("hp:8841-207:ship:1:g255", Operation::Ship, 1, 255);
        row("hp:8841-207:cancel:12", Operation::Cancel, 12, 1);
        row("hp:8841-207:refund:r1", Operation::Refund, 1, 1);
        row("hp:8841-207:refund:r65535:g3", Operation::Refund, 65'535, 3);
        row("hp:8841-207:handback:0", Operation::Handback, 0, 1);
    }
    void spelling()
    {
        QFETCH(QString, key);
        QFETCH(int, operation);
        QFETCH(int, part);
        QFETCH(int, generation);
        const EffectRef expected{static_cast<Operation>(operation), static_cast<Part>(part),
                                 static_cast<std::uint8_t>(generation)};
        QCOMPARE(effectKey("8841-207", expected), key.toStdString());
        QVERIFY((parseKey(key.toStdString()).value() == ParsedKey{"8841-207", expected}));
    }
    void orderNumbersMayLookLikeKeys_data()
    {
        QTest::addColumn<QString>("number");
        for (const char* number : {"a:b", "x:ship:1", "x:ship:1:g2", ":", "g2", "hp:hp", "ABC_def-1.2"})
            QTest::newRow(number) << QString(number);
    }
    void orderNumbersMayLookLikeKeys()
    {
        QFETCH(QString, number);
        for (const std::uint8_t generation : {1, 2}) {
            const EffectRef r = ref(Operation::Ship, 1, generation);
            const auto parsed = parseKey(effectKey(number.toStdString(), r));
            QVERIFY((parsed.value() == ParsedKey{number.toStdString(), r}));
        }
    }
    void sixtyFourCharactersAreTheMost()
    {
        const std::string fits(64 - std::string_view("hp::ship:1").size(), 'x');
        QCOMPARE(effectKey(fits, ref(Operation::Ship, 1)).size(), std::size_t{64});
        QCOMPARE(orderOf(effectKey(fits, ref(Operation::Ship, 1))), fits);
        const std::string hashed = orderOf(effectKey(fits + "x", ref(Operation::Ship, 1)));
        QCOMPARE(hashed.size(), std::size_t{20});
    }
    void oddCharactersAreHashed_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("space") << QByteArray("12 34");
        QTest::newRow("slash") << QByteArray("12/34");
        QTest::newRow("umlaut") << QByteArray("M\xc3\xbcnchen-1");
        QTest::newRow("zero byte") << QByteArray("a\0b", 3);
        QTest::newRow("line feed") << QByteArray("12\n");
    }
    void oddCharactersAreHashed()
    {
        QFETCH(QByteArray, number);
        const std::string key = effectKey(number.toStdString(), ref(Operation::Ship, 1));
        QCOMPARE(orderOf(key).size(), std::size_t{20});
        QVERIFY(orderOf(key).find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string::npos);
    }
    void theHashIsBase32OfSha256()
    {
        // SHA-256 of "" starts with e3b0c44298fc1c149afbf4c8.
        QCOMPARE(effectKey("", ref(Operation::Ship, 1)), std::string("hp:4oymiquy7qobjgx36tej:ship:1"));
    }
    void differentNumbersHaveDifferentHashes()
    {
        std::set<std::string> keys;
        for (int i = 0; i < 10'000; ++i)
            keys.insert(effectKey("order " + std::to_string(i), ref(Operation::Ship, 1)));
        QCOMPARE(keys.size(), std::size_t{10'000});
    }
    void onlyOurOwnSpellingIsAKey_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"",
                                 "hp",
                                 "hp:",
                                 "hp:1",
                                 "hp:1:ship",
                                 "hp::ship:1",
                                 "xx:1:ship:1",
                                 "HP:1:ship:1",
                                 "hp:1:Ship:1",
                                 "hp:1:fly:1",
                                 "hp:1:ship:",
                                 "hp:1:ship:01",
                                 "hp:1:ship:-1",
                                 "hp:1:ship:+1",
                                 "hp:1:ship:65536",
                                 "hp:1:ship:r1",
                                 "hp:1:refund:1",
                                 "hp:1:refund:r",
                                 "hp:1:ship:1:g1",
                                 "hp:1:ship:1:g0",
                                 "hp:1:ship:1:g256",
                                 "hp:1:ship:1:g02",
                                 "hp:1:ship:1:g",
                                 "hp:1:ship:1x",
                                 "hp:1:ship:1 ",
                                 "hp:a b:ship:1",
                                 "hp:1:ship:99999999999999999999"})
            QTest::newRow(*text == '\0' ? "empty" : text) << QString(text);
        QTest::newRow("too long") << QString("hp:") + QString(60, 'x') + ":ship:1";
    }
    void onlyOurOwnSpellingIsAKey()
    {
        QFETCH(QString, text);
        QCOMPARE(parseKey(text.toStdString()).error().code, Code::InvalidArgument);
    }
    void whatIsReadIsWhatWouldBeWritten()
    {
        constexpr std::uint64_t seed = 11;
        constexpr std::string_view alphabet = "hp:srgefund0129";
        SeededRng rng(seed);
        int read = 0;
        for (int i = 0; i < 200'000; ++i) {
            std::string text = "hp:" + std::to_string(rng.below(3));
            text += rng.chance(500'000) ? ":ship:" : ":refund:";
            for (std::uint64_t n = 1 + rng.below(5); n > 0; --n)
                text += alphabet[rng.below(alphabet.size())];
            const auto parsed = parseKey(text);
            if (!parsed)
                continue;
            ++read;
            QVERIFY2(effectKey(parsed->order, parsed->ref) == text,
                     qPrintable(QString("seed %1: %2").arg(seed).arg(text.c_str())));
        }
        QVERIFY(read > 1'000);
    }
};

QTEST_APPLESS_MAIN(EffectKeyTest)
#include "tst_effect_key.moc"
