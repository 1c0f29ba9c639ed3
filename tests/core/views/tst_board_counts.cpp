// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/views/exception_board.h"

#include <QTest>
#include <map>

using namespace holdpoint;
using namespace holdpoint::views;
using search::Field;

namespace {

using Values = std::vector<std::pair<std::string, std::size_t>>;

struct Queue {
    Queue()
    {
        for (const char* vendor : {"WMS-East", "WMS-West", "pay"})
            names.intern<NameKind::Vendor>(vendor);
        for (const char* actor : {"ada", "bob"})
            names.intern<NameKind::Actor>(actor);
    }
    BoardRow add(std::uint64_t serial, std::uint32_t vendor, Stage stage = Stage::Handoff,
                 std::uint64_t fingerprint = 7, std::uint32_t actor = 0)
    {
        BoardRow row;
        row.id = EntityId(serial, 0, EntityKind::Exception);
        row.vendor = {vendor};
        row.stage = stage;
        row.fingerprint = fingerprint;
        row.assignee = {actor};
        row.opened = Instant{static_cast<std::int64_t>(1000 - serial)};
        board.apply(row);
        return row;
    }
    [[nodiscard]] Values values(Field field, std::string_view prefix = {}) const
    {
        return board.values(field, prefix, names);
    }

    Dictionary names;
    ExceptionBoard board;
};

EntityId item(std::uint64_t serial) { return EntityId(serial, 0, EntityKind::Exception); }

}  // namespace

class BoardCountsTest : public QObject {
    Q_OBJECT

private slots:
    void valuesMostFrequentFirstThenByText()
    {
        Queue queue;
        QCOMPARE(queue.values(Field::Vendor), Values());
        queue.add(1, 3);
        queue.add(2, 2, Stage::Intake);
        queue.add(3, 2);
        queue.add(4, 1);
        QCOMPARE(queue.values(Field::Vendor), (Values{{"WMS-West", 2}, {"WMS-East", 1}, {"pay", 1}}));
        QCOMPARE(queue.values(Field::Vendor, "wms"), (Values{{"WMS-West", 2}, {"WMS-East", 1}}));
        QCOMPARE(queue.values(Field::Vendor, "x"), Values());
        QCOMPARE(queue.values(Field::Stage), (Values{{"handoff", 3}, {"intake", 1}}));
        QCOMPARE(queue.values(Field::Priority), (Values{{"p3", 4}}));
    }
    void noValueIsNoText()
    {
        Queue queue;
        queue.add(1, 1, Stage::Handoff, 7, 1);
        queue.add(2, 1);
        QCOMPARE(queue.values(Field::Owner), (Values{{"ada", 1}}));
        QCOMPARE(queue.values(Field::Node), Values());
    }
    void fieldsWithManyValuesAreNotCounted()
    {
        Queue queue;
        queue.add(1, 1);
        for (const Field field : {Field::Id, Field::Order, Field::Value, Field::Is, Field::Any})
            QCOMPARE(queue.values(field), Values());
    }
    void resolvedItemsAreGone()
    {
        Queue queue;
        BoardRow row = queue.add(1, 1);
        queue.add(2, 1);
        row.state = ExceptionState::Resolved;
        queue.board.apply(row);
        QCOMPARE(queue.values(Field::Vendor), (Values{{"WMS-East", 1}}));
        QCOMPARE(queue.board.standing(7, {1}, item(9)).open, std::size_t{1});
    }
    void aGroupAndWhatIsLikeIt()
    {
        Queue queue;
        queue.add(1, 1);
        queue.add(2, 1);
        queue.add(3, 1);
        queue.add(4, 1, Stage::Handoff, 8);
        queue.add(5, 2, Stage::Handoff, 8);
        const GroupStanding standing = queue.board.standing(7, {1}, item(3));
        QCOMPARE(standing.open, std::size_t{2});
        QCOMPARE(standing.similar, std::size_t{1});
        QCOMPARE(standing.firstOpened, Instant{998});
        QCOMPARE(queue.board.standing(7, {1}, item(9)).firstOpened, Instant{997});
        QCOMPARE(queue.board.standing(99, {1}, item(9)).firstOpened, Never);
    }
    void itemsWithoutVendorAreLikeNone()
    {
        Queue queue;
        queue.add(1, 0);
        queue.add(2, 0, Stage::Handoff, 8);
        QCOMPARE(queue.board.standing(7, {}, item(1)).similar, std::size_t{0});
    }
    void countsAgreeWithCountingOneByOne()
    {
        constexpr std::uint64_t seed = 20'261'124;
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        SeededRng rng(seed);
        Queue queue;
        std::map<std::string, std::size_t> vendors, stages, owners;
        for (std::uint64_t serial = 1; serial <= 2'000; ++serial) {
            const BoardRow row =
                queue.add(serial, static_cast<std::uint32_t>(rng.below(4)), static_cast<Stage>(rng.below(6)),
                          rng.below(3), static_cast<std::uint32_t>(rng.below(3)));
            ++vendors[queue.names.text(row.vendor)];
            ++stages[std::string(name(row.stage))];
            ++owners[queue.names.text(row.assignee)];
        }
        for (auto& [field, counts] : {std::pair(Field::Vendor, vendors), std::pair(Field::Stage, stages),
                                      std::pair(Field::Owner, owners)}) {
            std::map<std::string, std::size_t> known;
            for (const auto& [text, n] : queue.values(field))
                known[text] = n;
            auto expected = counts;
            expected.erase("");
            QVERIFY(known == expected);
        }
    }
};

QTEST_APPLESS_MAIN(BoardCountsTest)
#include "tst_board_counts.moc"
