// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/key_packing.h"

#include "core/base/rng.h"

#include <QtTest>
#include <algorithm>
#include <map>

using namespace holdpoint;
using namespace holdpoint::store;

/// Keys come back as they were, different texts stay different, and numbers keep their order.
class KeyPacking : public QObject {
    Q_OBJECT

private slots:
    void come_back_data();
    void come_back();
    void counted_numbers_sort_by_value();
    void different_texts_stay_different();

private:
    static std::vector<std::byte> pack(std::string_view text)
    {
        std::vector<std::byte> scratch;
        const auto packed = packKey(text, scratch);
        return {packed.begin(), packed.end()};
    }
};

void KeyPacking::come_back_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("size");
    const auto row = [](const char* text, int size) { QTest::newRow(text) << QByteArray(text) << size; };
    row("", 1);
    row("0", 2);
    row("1", 2);
    row("255", 2);
    row("256", 3);
    row("007", 4);                     // a leading zero is another text
    row("9999999999999999999", 9);     // 19 digits, below 2^64
    row("10000000000000000000", 11);   // 20 digits: even in number, so hex
    row("123456789012345678901", 22);  // 21 digits: as it is
    row("deadbeef", 5);
    row("DEADBEEF", 9);  // case is kept
    row("deadbee", 8);   // odd
    row("abcdef", 7);    // short texts are words, not hashes
    row("e481f51cbdc54678b7cc49136f2d6af7", 17);
    row("01234567-89ab-cdef-0123-456789abcdef", 17);
    row("01234567-89ab-cdef-0123-456789abcdeF", 37);
    row("01234567-89ab-cdef-01234-56789abcdef", 37);
    row("SO-2026/11 ä", 14);
}

void KeyPacking::come_back()
{
    QFETCH(QByteArray, text);
    QFETCH(int, size);
    const auto packed = pack(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(unpackKey(packed)), text);
    QCOMPARE(static_cast<int>(packed.size()), size);
}

void KeyPacking::counted_numbers_sort_by_value()
{
    std::vector<std::byte> before = pack("1");
    for (const std::uint64_t number :
         {2, 9, 10, 99, 100, 255, 256, 65535, 65536, 16777215, 16777216, 2000000000}) {
        auto packed = pack(std::to_string(number));
        QVERIFY2(before < packed, std::to_string(number).c_str());
        before = std::move(packed);
    }
}

void KeyPacking::different_texts_stay_different()
{
    constexpr std::uint64_t Seed = 20261118;
    qInfo("seed %llu", static_cast<unsigned long long>(Seed));
    SeededRng rng(Seed);
    constexpr std::string_view letters = "0123456789abcdef-A";
    std::map<std::vector<std::byte>, std::string> seen;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::uint64_t length = rng.next() % 12; length > 0; --length)
            text += letters[rng.next() % letters.size()];
        const auto [place, isNew] = seen.emplace(pack(text), text);
        QVERIFY2(isNew || place->second == text, text.c_str());
        QCOMPARE(unpackKey(place->first), text);
    }
}

QTEST_APPLESS_MAIN(KeyPacking)
#include "tst_key_packing.moc"
