// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/contrast_scan.h"
#include "core/views/views.h"
#include "launch.h"
#include "mailbox.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using session::Attribute;
using session::Contrast;
using session::ContrastRow;
using session::Weight;
using views::contrastOf;
using views::Traits;

namespace {

std::vector<Traits> times(std::size_t n, const Traits& traits) { return std::vector<Traits>(n, traits); }

std::vector<Traits> both(std::vector<Traits> a, const std::vector<Traits>& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

const Traits West{{Attribute::Node, "west"}};
const Traits East{{Attribute::Node, "east"}};

Weight weightOf(std::size_t failingWest, std::size_t failing, std::size_t passingWest, std::size_t passing)
{
    const Contrast contrast = contrastOf(both(times(failingWest, West), times(failing - failingWest, East)),
                                         both(times(passingWest, West), times(passing - passingWest, East)));
    return contrast.rows.at(0).weight;
}

/// Scans to the end; counts the calls.
Contrast scanned(const Launch& launch, std::vector<EntityId> items, int* calls = nullptr)
{
    views::ContrastScan scan(std::move(items));
    const auto reader = launch.reader();
    const Dictionary names = launch.names();
    for (int n = 1;; ++n) {
        const auto part = scan.more(*reader, names);
        if (!part)
            throw std::runtime_error(part.error().detail);
        if (calls != nullptr)
            *calls = n;
        if (*part)
            return **part;
    }
}

const ContrastRow* rowOf(const Contrast& contrast, Attribute attribute)
{
    for (const ContrastRow& row : contrast.rows)
        if (row.attribute == attribute)
            return &row;
    return nullptr;
}

}  // namespace

class ContrastTest : public QObject {
    Q_OBJECT

private slots:
    void theShareOfEachSideIsCounted()
    {
        const Contrast contrast = contrastOf(times(4, West), both(times(1, West), times(3, East)));
        QCOMPARE(contrast.failing, std::size_t{4});
        QCOMPARE(contrast.passing, std::size_t{4});
        QCOMPARE(contrast.rows.size(), std::size_t{1});
        const ContrastRow& row = contrast.rows.front();
        QCOMPARE(row.value, std::string("west"));
        QCOMPARE(row.failingShare(), 1.0);
        QCOMPARE(row.passingShare(), 0.25);
    }
    void whatDiffersMostComesFirst()
    {
        Traits a{{Attribute::Node, "west"}, {Attribute::Channel, "web"}};
        Traits b{{Attribute::Node, "east"}, {Attribute::Channel, "web"}};
        Traits c{{Attribute::Node, "east"}, {Attribute::Channel, "shop"}};
        const Contrast contrast = contrastOf(times(2, a), {b, b, b, c});
        QCOMPARE(contrast.rows.size(), std::size_t{2});
        QCOMPARE(contrast.rows[0].attribute, Attribute::Node);
        QCOMPARE(contrast.rows[0].difference(), 1.0);
        QCOMPARE(contrast.rows[1].attribute, Attribute::Channel);
        QCOMPARE(contrast.rows[1].difference(), 0.25);
    }
    void onlyTheMostTellingValueOfAnAttributeIsGiven()
    {
        const Traits x{{Attribute::Sku, "HAT"}, {Attribute::Sku, "SCARF"}};
        const Traits y{{Attribute::Sku, "HAT"}};
        const Contrast contrast = contrastOf(times(4, x), times(4, y));
        QCOMPARE(contrast.rows.size(), std::size_t{1});
        QCOMPARE(contrast.rows[0].value, std::string("SCARF"));
    }
    void whatLooksTheSameIsLeftOut()
    {
        QVERIFY(contrastOf(times(3, West), times(5, West)).rows.empty());
        QVERIFY(!contrastOf(times(3, West), both(times(5, West), {East})).rows.empty());
    }
    void whatIsNotKnownIsNotCounted()
    {
        const Contrast contrast = contrastOf({West, Traits{}}, {East, Traits{}, Traits{}});
        QCOMPARE(contrast.rows.front().failingOf, std::size_t{1});
        QCOMPARE(contrast.rows.front().passingOf, std::size_t{1});
        QCOMPARE(contrast.rows.front().failingShare(), 1.0);
        QVERIFY(contrastOf({West}, {Traits{}}).rows.empty());
        QVERIFY(contrastOf({Traits{}}, {East}).rows.empty());
    }
    void nothingToCompareWithGivesNoRows()
    {
        QVERIFY(contrastOf(times(9, West), {}).rows.empty());
        QVERIFY(contrastOf({}, times(9, West)).rows.empty());
    }
    void belowTwentyOfEitherSideNothingIsSaidAboutChance()
    {
        QCOMPARE(weightOf(20, 20, 0, 20), Weight::Sure);
        QCOMPARE(weightOf(19, 19, 0, 20), Weight::TooFew);
        QCOMPARE(weightOf(20, 20, 0, 19), Weight::TooFew);
    }
    void aSmallDifferenceMayBeChance()
    {
        QCOMPARE(weightOf(30, 100, 18, 100), Weight::Sure);    // p = 0.047
        QCOMPARE(weightOf(30, 100, 19, 100), Weight::Chance);  // p = 0.071
    }
    void manyComparisonsAreHeldToOneFalseRate()
    {
        // p = 0.047 alone is sure; beside eight attributes that may be chance it is not.
        const auto side = [](std::size_t west, std::size_t other) {
            std::vector<Traits> orders(100);
            for (std::size_t i = 0; i < 100; ++i) {
                orders[i].emplace(Attribute::Node, i < west ? "a" : "b");
                for (const Attribute more : {Attribute::Vendor, Attribute::Sku, Attribute::Channel,
                                             Attribute::Producer, Attribute::Region})
                    orders[i].emplace(more, i < other ? "a" : "b");
            }
            return orders;
        };
        const Contrast contrast = contrastOf(side(30, 51), side(18, 50));
        QCOMPARE(contrast.rows.front().attribute, Attribute::Node);
        for (const ContrastRow& row : contrast.rows)
            QCOMPARE(row.weight, Weight::Chance);
    }
    void failingOrdersAreComparedWithThoseThatPassed()
    {
        Launch launch;
        launch.rig.stockUp();
        const EntityId fine = launch.order("1", {{1, "HAT", 1}});
        const EntityId stuck = launch.order("2", {{1, "SCARF", 1}});
        const Contrast contrast = scanned(launch, {stuck.with(EntityKind::Exception)});
        QCOMPARE(contrast.failing, std::size_t{1});
        QCOMPARE(contrast.passing, std::size_t{1});
        QCOMPARE(contrast.from, launch.rig.order(stuck).born - views::ContrastScan::Before);
        QCOMPARE(contrast.to, launch.rig.order(stuck).born);
        QVERIFY(!contrast.sampled);
        const ContrastRow* sku = rowOf(contrast, Attribute::Sku);
        QVERIFY(sku != nullptr);
        QCOMPARE(sku->value, std::string("SCARF"));
        QCOMPARE(sku->passingShare(), 0.0);
        QVERIFY(rowOf(contrast, Attribute::Channel) == nullptr);  // the same
        QVERIFY(rowOf(contrast, Attribute::Node) == nullptr);     // it has none: not known
        Q_UNUSED(fine);
    }
    void whatHadAProblemIsNotAmongThosePassed()
    {
        Launch launch;
        launch.rig.stockUp();
        const EntityId other = launch.order("1", {{1, "SCARF", 1}});
        launch.rig.stockUp("SCARF");
        launch.rig.command("resolve", other.with(EntityKind::Exception), "found");
        launch.rig.settle();
        const EntityId stuck = launch.order("2", {{1, "GLOVE", 1}});
        const Contrast contrast = scanned(launch, {stuck.with(EntityKind::Exception)});
        QCOMPARE(contrast.failing, std::size_t{1});
        QCOMPARE(contrast.passing, std::size_t{0});
        QCOMPARE(contrast.from, Never);
    }
    void ordersOfLongBeforeAreNotComparable()
    {
        for (const bool tooOld : {false, true}) {
            Launch launch;
            launch.rig.stockUp();
            launch.order("1", {{1, "HAT", 1}});
            launch.rig.pass(views::ContrastScan::Before + Milliseconds{tooOld ? 60'000 : -60'000});
            const EntityId stuck = launch.order("2", {{1, "SCARF", 1}});
            QCOMPARE(scanned(launch, {stuck.with(EntityKind::Exception)}).passing,
                     std::size_t{tooOld ? 0U : 1U});
        }
    }
    void manyOrdersAreReadInPartsOthersCanComeBetween()
    {
        Launch launch;
        launch.rig.stockUp();
        for (int i = 0; i < 2 * static_cast<int>(views::ContrastScan::OrdersACall); ++i)
            launch.order("p" + std::to_string(i), {{1, "HAT", 1}});
        const EntityId stuck = launch.order("2", {{1, "SCARF", 1}});
        int calls = 0;
        const Contrast contrast = scanned(launch, {stuck.with(EntityKind::Exception)}, &calls);
        QCOMPARE(contrast.passing, 2 * views::ContrastScan::OrdersACall);
        QCOMPARE(calls, 5);  // the failing one, the look, two parts, the answer
    }
    void aSessionAnswersForACause()
    {
        Launch launch;
        launch.rig.stockUp();
        Mailbox mailbox;
        views::Views views({launch.rig.storeOptions(), 64, 64});
        launch.order("1", {{1, "HAT", 1}});
        const EntityId stuck = launch.order("2", {{1, "SCARF", 1}});
        QVERIFY(views.start().has_value());
        const auto session = views.session(mailbox.executor());
        Watcher watcher;
        session->watch({session::List::Groups, {}, "ada", {}, Never, Never}, {0, 5}, watcher);
        QVERIFY(mailbox.until([&] { return watcher.snapshots == 1; }));
        const auto group = watcher.rows<session::GroupRow>().front().fingerprint;
        Asker asker;
        session->ask(session::AskContrast{group}, asker);
        session->ask(session::AskContrast{group + 1}, asker);
        QVERIFY(mailbox.until([&] { return asker.answers.size() == 2; }));
        for (const auto& [id, answer] : asker.answers) {
            const auto* contrast = std::get_if<Contrast>(&answer);
            QVERIFY(contrast != nullptr);
            QVERIFY(!contrast->asOf.parts.empty());
            QCOMPARE(contrast->passing, contrast->failing);  // 1 and 1; of no such cause: none and none
        }
        Q_UNUSED(stuck);
    }
};

QTEST_GUILESS_MAIN(ContrastTest)
#include "tst_contrast.moc"
