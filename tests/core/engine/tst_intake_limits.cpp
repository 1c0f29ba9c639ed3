// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake_samples.h"

#include "core/base/rng.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::engine;

/// Both sides of every limit, and what nobody should ever send.
class IntakeLimitsTest : public QObject {
    Q_OBJECT

private:
    Dictionary names_;
    Intake intake_{names_};

    /// "taken", or the rule and the pointer.
    std::string outcome(std::string_view text)
    {
        const Intaken result = intake_.parse(text);
        if (std::holds_alternative<Event>(result))
            return "taken";
        const auto& refused = std::get<RefusedInput>(result);
        return names_.text(refused.rule) + ' ' + refused.where;
    }
    static std::string cancel(const std::string& member)
    {
        return eventText("order.cancel_asked", '{' + member + '}');
    }
    static std::string nested(std::size_t levels)  // beside the two levels of event and data
    {
        return cancel("\"x_deep\":" + std::string(levels, '[') + std::string(levels, ']'));
    }

private slots:
    void bytes()
    {
        std::string text = cancel("");
        text.append(1'048'576 - text.size(), ' ');
        QCOMPARE(outcome(text), std::string("taken"));
        QCOMPARE(outcome(text + ' '), std::string("too_large "));
    }

    void depth()
    {
        QCOMPARE(outcome(nested(30)), std::string("taken"));
        const std::string refused = outcome(nested(31));
        QVERIFY2(refused.starts_with("too_deep /data/x_deep/0/0"), refused.c_str());
    }

    void depthInALargeInput()
    {
        const std::string filler(70'000, ' ');
        QCOMPARE(outcome(nested(30) + filler), std::string("taken"));
        QVERIFY(outcome(nested(31) + filler).starts_with("too_deep /data"));
    }

    void hostileNesting()
    {
        QVERIFY(outcome(std::string(200'000, '[')).starts_with("too_deep /0/0"));
        QVERIFY(outcome(nested(200'000)).starts_with("too_deep /data"));
        std::string objects;
        for (int i = 0; i < 200'000; ++i)
            objects += "{\"a\":";
        QVERIFY(outcome(objects).starts_with("too_deep /a/a"));
    }

    void members()
    {
        // 6 attributes with data, x_many and its items.
        const auto items = [](std::size_t count) {
            std::string text = "\"x_many\":[0";
            for (std::size_t i = 1; i < count; ++i)
                text += ",0";
            return cancel(text + ']');
        };
        QCOMPARE(outcome(items(10'000 - 7)), std::string("taken"));
        QCOMPARE(outcome(items(10'000 - 6)), std::string("too_many_members /data/x_many/9993"));
    }

    void manyMembersOfOneObject()
    {
        std::string text = "\"x_many\":{\"k0\":0";
        for (int i = 1; i < 9'000; ++i)
            text += ",\"k" + std::to_string(i) + "\":0";
        QCOMPARE(outcome(cancel(text + '}')), std::string("taken"));
        QCOMPARE(outcome(cancel(text + ",\"k4711\":0}")), std::string("duplicate_key /data/x_many/k4711"));
    }

    void text()
    {
        QCOMPARE(outcome(cancel("\"x_t\":\"" + std::string(65'536, 'a') + '"')), std::string("taken"));
        QCOMPARE(outcome(cancel("\"x_t\":\"" + std::string(65'537, 'a') + '"')),
                 std::string("text_too_long /data/x_t"));
        const std::string key(65'536, 'x');
        QCOMPARE(outcome(cancel("\"x_" + key.substr(2) + "\":1")), std::string("taken"));
        QVERIFY(outcome(cancel("\"x_" + key + "\":1")).starts_with("text_too_long /data/x_xxx"));
    }

    void names()
    {
        const auto id = [](std::size_t size) {
            return eventText("order.cancel_asked", "{}", "", std::string(size, 'i'));
        };
        QCOMPARE(outcome(id(256)), std::string("taken"));
        QCOMPARE(outcome(id(257)), std::string("text_too_long /id"));
        QCOMPARE(outcome(cancel("\"reason\":\"" + std::string(256, 'r') + '"')), std::string("taken"));
        QCOMPARE(outcome(cancel("\"reason\":\"" + std::string(257, 'r') + '"')),
                 std::string("text_too_long /data/reason"));
    }

    void numbers_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("data");
        const auto row = [](const char* what, const char* type, const char* data) {
            QTest::newRow(what) << QByteArray(type) << QByteArray(data);
        };
        row("last part", "order.cancel_asked", R"({"line":65535})");
        row("whole order", "order.cancel_asked", R"({"line":0})");
        row("most units", "return.asked", R"({"return":1,"line":1,"units":1000000})");
        row("most of a count", "stock.adjusted", R"({"sku":"A","delta":-1000000000})");
        row("last version", "order.address", R"({"region":"r","version":9223372036854775807})");
        row("most money", "payment.failed", R"({"payment":1,"currency":"EUR","amount":"10000000000.00"})");
        row("last 64 bit", "order.cancel_asked",
            R"({"x_a":18446744073709551615,"x_b":-9223372036854775808})");
    }
    void numbers()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, data);
        QCOMPARE(outcome(eventText(type.constData(), data.constData())), std::string("taken"));
    }

    void keptBytesEnd()
    {
        const Intaken result = intake_.parse(std::string(2'000'000, '['));
        QCOMPARE(std::get<RefusedInput>(result).bytes.size(), 65'536u);
    }

    void hostileCorpus_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* what, const std::string& text) {
            QTest::newRow(what) << QByteArray::fromStdString(text);
        };
        row("zero bytes", std::string(300, '\0'));
        row("all bytes", [] {
            std::string all;
            for (int i = 0; i < 256; ++i)
                all += static_cast<char>(i);
            return all;
        }());
        row("byte order mark in the text", cancel("\xEF\xBB\xBF"));
        row("UTF-16", std::string("{\0\"\0i\0d\0\"\0", 10));
        row("open text of 1 MB", '"' + std::string(1'000'000, 'a'));
        row("backslashes", '"' + std::string(999'999, '\\'));
        row("quotes", std::string(1'000'000, '"'));
        row("commas", '[' + std::string(500'000, ',') + ']');
        row("a number of 500,000 digits", cancel("\"x_n\":" + std::string(500'000, '9')));
        row("an exponent", cancel("\"x_n\":1e999999999"));
        row("overlong UTF-8", cancel("\"x_t\":\"\xC0\xAF\""));
        row("beyond Unicode", cancel("\"x_t\":\"\xF5\x80\x80\x80\""));
        row("cut UTF-8", cancel("\"x_t\":\"\xE2\x82\""));
        row("closed too often", cancel("") + std::string(100'000, '}'));
        row("other brackets", std::string("{[}]"));
    }
    void hostileCorpus()
    {
        QFETCH(QByteArray, text);
        QVERIFY(outcome(text.toStdString()) != "taken");
    }

    void noTruncationIsTaken()
    {
        const std::string whole = placedText();
        QCOMPARE(outcome(whole), std::string("taken"));
        for (std::size_t size = 0; size < whole.size(); ++size)
            QVERIFY2(outcome(whole.substr(0, size)).starts_with("bad_json"),
                     qPrintable(QString::number(size)));
    }

    void everyByteAtEveryPlaceGivesAnAnswer()
    {
        const std::string whole = placedText();
        int taken = 0;
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string changed = whole;
                changed[at] = static_cast<char>(byte);
                taken += outcome(changed) == "taken" ? 1 : 0;
            }
        QVERIFY(taken >= static_cast<int>(whole.size()));  // each place once holds its own byte
    }

    void mutationsGiveAnEventOrARefusal()
    {
        const std::uint64_t seed = 20261118;
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        SeededRng rng(seed);
        for (int round = 0; round < 20'000; ++round) {
            std::string text = placedText();
            for (auto changes = 1 + rng.below(8); changes > 0; --changes)
                mutate(text, rng);
            const Intaken result = intake_.parse(text);
            if (const auto* event = std::get_if<Event>(&result))
                QVERIFY(!event->facts.empty() && !event->id.empty());
            else
                QVERIFY(!std::get<RefusedInput>(result).rule.isNone());
        }
    }

private:
    static void mutate(std::string& text, Rng& rng)
    {
        if (text.size() < 2)
            return;
        const auto at = rng.below(text.size());
        const auto length = rng.below(std::min<std::size_t>(40, text.size() - at));
        switch (rng.below(5)) {
        case 0: text[at] = static_cast<char>(rng.next()); break;
        case 1: text.erase(at, length); break;
        case 2: text.insert(rng.below(text.size()), text.substr(at, length)); break;
        case 3: text.insert(at, 1, "{}[]\",:0-.e\\"[rng.below(12)]); break;
        default: text[at] = static_cast<char>(text[at] ^ 1 << rng.below(8));
        }
    }
};

QTEST_GUILESS_MAIN(IntakeLimitsTest)
#include "tst_intake_limits.moc"
