// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/shadow_demo.h"
#include "core/store/store_reader.h"
#include "core/views/name_cache.h"
#include "core/views/shadow_view.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace holdpoint;

namespace {

constexpr Instant Saturday{1'800'100'800'000};  // 2027-01-16T12:00Z

std::int64_t sum(const auto& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

}  // namespace

/// A week of shadow in seconds: script 8.
class ShadowWeekTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(folder_.isValid());
        host::ShadowDemoOptions options;
        options.folder = folder_.path().toStdString();
        options.now = Saturday;
        auto played = host::playShadowWeek(options, [&](const host::ShadowDemoDay& day) {
            if (day.number <= 2)
                boards_.push_back(boardNow());
            return true;
        });
        QVERIFY2(played.has_value(), played ? "" : played.error().detail.c_str());
        week_ = std::move(*played);
        qInfo("%d days, %llu events in %.1f s", static_cast<int>(week_.days.size()),
              static_cast<unsigned long long>(week_.events), week_.seconds);
    }

    void everything_is_taken_and_nothing_leaves()
    {
        QCOMPARE(week_.refused, std::uint64_t{0});
        QCOMPARE(week_.calls, std::uint64_t{0});
        const session::ShadowBoard board = boardNow();
        QCOMPARE(board.leaked, std::int64_t{0});
        QCOMPARE(board.suppressed, board.seen);
        QVERIFY(board.seen > 0);
    }

    void a_page_comes_each_midnight()
    {
        QCOMPARE(week_.days.size(), std::size_t{7});
        for (std::size_t i = 0; i + 1 < week_.days.size(); ++i)
            QVERIFY2(week_.days[i].page.find(week_.days[i].day) != std::string::npos,
                     week_.days[i].day.c_str());
        QCOMPARE(boardNow().reports.size(), std::size_t{6});
    }

    void the_causes_are_proposed_with_their_evidence()
    {
        std::map<DiscrepancyCause, std::int64_t> route;
        for (const session::ClusterRow& row : boards_.at(0).clusters)
            if (row.about == Compared::Route) {
                route[row.cause] += row.count;
                QVERIFY2(!row.why.empty(), row.signature.c_str());
            }
        std::map<lab::LegacyHabit, std::int64_t> habits;
        for (const lab::LegacyHabit habit : lab::ShadowWeek({}).day(1, Instant{0}).habits)
            ++habits[habit];
        QCOMPARE(route[DiscrepancyCause::StaleInventory], habits[lab::LegacyHabit::StaleStock]);
        QCOMPARE(route[DiscrepancyCause::MissingRule], habits[lab::LegacyHabit::OwnRule]);
        QCOMPARE(route[DiscrepancyCause::VendorMapping], habits[lab::LegacyHabit::OtherCode]);
        QCOMPARE(route[DiscrepancyCause::IntendedChange], habits[lab::LegacyHabit::NearestFirst]);
        QCOMPARE(route.size(), std::size_t{4});
    }

    void the_numbers_agree()
    {
        for (const session::ShadowBoard& board : {boards_.at(0), boards_.at(1), boardNow()}) {
            QCOMPARE(sum(board.byVerdict), board.discrepancies);
            QCOMPARE(sum(board.byCause), board.discrepancies);
            QCOMPARE(board.matched + board.hiddenOnly + board.differ, board.compared);
            QCOMPARE(board.compared + board.notYet, board.seen);
            std::int64_t inClusters = 0;
            for (const session::ClusterRow& row : board.clusters)
                inClusters += row.count;
            QCOMPARE(inClusters, board.discrepancies);
        }
    }

    void a_ceiling_opens_again_what_is_more_than_was_allowed()
    {
        const lab::ShadowWeekOptions week;
        const host::ShadowDemoDay& burst = week_.days.at(static_cast<std::size_t>(week.nearestBurst - 1));
        QVERIFY2(burst.page.find("\"over_ceiling\":[\"V-") != std::string::npos, burst.page.c_str());
        QVERIFY(std::find(burst.lacks.begin(), burst.lacks.end(), "unjudged_p1_p2") != burst.lacks.end());
        QVERIFY(std::find(burst.lacks.begin(), burst.lacks.end(), "match") == burst.lacks.end());
    }

    void three_clean_days_let_it_go()
    {
        for (int day = 1; day <= 3; ++day)
            QVERIFY(!week_.days.at(static_cast<std::size_t>(day - 1)).clean);
        for (int day = 4; day <= 6; ++day) {
            const host::ShadowDemoDay& one = week_.days.at(static_cast<std::size_t>(day - 1));
            QVERIFY2(one.clean, (one.day + one.page).c_str());
        }
        QCOMPARE(week_.leaves, 5);  // what was over the ceiling on the third day was signed on the fourth
        QVERIFY(boardNow().lacks.empty());
        QVERIFY(!boards_.at(0).lacks.empty());
    }

    void one_order_is_shown_side_by_side()
    {
        const session::ClusterRow& row = boards_.at(0).clusters.at(0);
        withReader([&](store::StoreReader& reader, const Dictionary& names) {
            const auto pair = views::shadowPair(reader, names, row.signature, row.orders.at(0));
            QVERIFY(pair.has_value());
            QCOMPARE(pair->cause, row.cause);
            QVERIFY(std::any_of(pair->fields.begin(), pair->fields.end(),
                                [](const auto& f) { return !f.how.empty(); }));
            QVERIFY(!pair->inputs.empty());
            QVERIFY(!views::shadowPair(reader, names, {}, EntityId{9'999'999, 0, EntityKind::Order}));
        });
    }

private:
    template <typename Read>
    void withReader(Read read)
    {
        auto reader = store::StoreReader::open(store::StoreOptions::onDisk(folder_.path().toStdString()));
        QVERIFY(reader.has_value());
        views::NameCache names;
        QVERIFY(names.refresh(**reader).has_value());
        read(**reader, names.names());
    }
    session::ShadowBoard boardNow()
    {
        session::ShadowBoard board;
        withReader([&](store::StoreReader& reader, const Dictionary& names) {
            const auto read = views::shadowBoardOf(reader, names);
            QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
            board = read->first;
        });
        return board;
    }

    QTemporaryDir folder_;
    host::ShadowDemoResult week_;
    std::vector<session::ShadowBoard> boards_;
};

QTEST_GUILESS_MAIN(ShadowWeekTest)
#include "tst_shadow_week.moc"
