// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/parse.h"
#include "core/views/order_list.h"
#include "launch.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::views;
using holdpoint::test::Launch;

namespace {

std::string numbersOf(const Launch& launch, const std::vector<EntityId>& ids)
{
    auto reader = launch.reader();
    const Dictionary names = launch.names();
    std::string out;
    for (const EntityId id : ids) {
        const auto row = orderRow(*reader, names, id);
        out += (out.empty() ? "" : " ") + (!row                  ? row.error().detail
                                           : row->number.empty() ? "-"
                                                                 : row->number);
    }
    return out;
}

std::string listed(const Launch& launch, const OrderFilter& filter)
{
    const auto page = orders(*launch.reader(), launch.names(), filter, {}, 100);
    return page ? numbersOf(launch, page->ids) : page.error().detail;
}

std::string searched(Launch& launch, const std::string& text)
{
    const auto query = search::parse(text);
    if (!query)
        return query.error().detail;
    search::Context context;
    context.now = launch.rig.engine().now();
    const search::Filter search(query->root, context);
    OrderFilter filter;
    filter.search = &search;
    filter.now = context.now;
    return listed(launch, filter);
}

}  // namespace

class OrderListTest : public QObject {
    Q_OBJECT

private slots:
    void newestFirst()
    {
        Launch launch;
        launch.day();
        QCOMPARE(listed(launch, {}),
                 std::string("- 4 3 2 1"));  // the newest is awaited and has no number yet
    }
    void pagesByKeyset()
    {
        Launch launch;
        launch.day();
        auto reader = launch.reader();
        std::vector<EntityId> all;
        OrderPage page;
        for (int pages = 0; !page.ended; ++pages) {
            QVERIFY(pages < 4);
            page = orders(*reader, launch.names(), {}, page.last, 2).value();
            QVERIFY(page.ids.size() <= 2);
            all.insert(all.end(), page.ids.begin(), page.ids.end());
        }
        QCOMPARE(numbersOf(launch, all), std::string("- 4 3 2 1"));
    }
    void everyFilterHasTwoSides()
    {
        Launch launch;
        launch.day();
        OrderFilter filter;
        filter.place = Place::Finished;
        QCOMPARE(listed(launch, filter), std::string("2 1"));
        filter.status = OrderStatus::Accepted;
        QCOMPARE(listed(launch, filter), std::string());
        filter.place.reset();
        QCOMPARE(listed(launch, filter), std::string("4 3"));
        filter.flags = 1U << static_cast<unsigned>(Flag::Unpaid);
        QCOMPARE(listed(launch, filter), std::string("3"));
        filter = {};
        filter.lane = Lane::Shadow;
        QCOMPARE(listed(launch, filter), std::string());
        filter = {};
        filter.owner = OrderOwner::Legacy;
        QCOMPARE(listed(launch, filter), std::string());
        filter = {};
        filter.channel = launch.names().find<NameKind::Channel>("web");
        QCOMPARE(listed(launch, filter), std::string("4 3 2 1"));
        filter = {};
        filter.vendor = launch.names().find<NameKind::Vendor>("wms-east");
        QCOMPARE(listed(launch, filter), std::string("2 1"));
    }
    void rangesIncludeTheirEnds()
    {
        Launch launch;
        launch.rig.post(launch.rig.placed("1", {{1, "HAT", 1}}, "10.00"));
        launch.rig.post(launch.rig.placed("2", {{1, "HAT", 1}}, "20.00"));
        OrderFilter filter;
        filter.valueFrom = 1000;
        filter.valueTo = 1999;
        QCOMPARE(listed(launch, filter), std::string("1"));
        filter.valueTo = 2000;
        QCOMPARE(listed(launch, filter), std::string("2 1"));
        filter.valueFrom = 1001;
        QCOMPARE(listed(launch, filter), std::string("2"));
        const Instant now = launch.rig.engine().now();
        filter = {};
        filter.createdFrom = now;
        QCOMPARE(listed(launch, filter), std::string("2 1"));
        filter.createdFrom = now + Milliseconds{1};
        QCOMPARE(listed(launch, filter), std::string());
    }
    void speaksTheSearchGrammar()
    {
        Launch launch;
        launch.day();
        QCOMPARE(searched(launch, "state:finished"), std::string("2 1"));
        QCOMPARE(searched(launch, "state:accepted"), std::string("4 3"));
        QCOMPARE(searched(launch, "is:open channel:web"), std::string("4 3"));
        QCOMPARE(searched(launch, "-vendor:* channel:*"), std::string("4 3"));
        QCOMPARE(searched(launch, "value:>=20 value:<20.01"), std::string("4 3 2 1"));
        QCOMPARE(searched(launch, "value:>20"), std::string());
        QCOMPARE(searched(launch, launch.rig.idOf("3").text()), std::string("3"));
        QCOMPARE(searched(launch, "age:>=2m"), std::string("2 1"));
    }
    void scanCanBeStopped()
    {
        Launch launch;
        std::vector<engine::Input> inputs;
        for (int i = 0; i < 1500; ++i) {
            inputs.emplace_back().body =
                engine::EventBytes{launch.rig.placed(std::to_string(i), {{1, "HAT", 1}}), Lane::Live, 0};
            if (inputs.size() == 500)
                launch.rig.turn(std::exchange(inputs, {}));
        }
        OrderFilter nobody;
        nobody.place = Place::Finished;
        std::uint64_t asked = 0;
        const auto page =
            orders(*launch.reader(), launch.names(), nobody, {}, 10, [&](std::uint64_t scanned) {
                asked = scanned;
                return false;
            });
        QVERIFY(page.has_value());
        QCOMPARE(asked, std::uint64_t{1024});
        QVERIFY(!page->ended);
        QCOMPARE(page->scanned, std::uint64_t{1024});
    }
    void thousandthsSaturate()
    {
        const Currency eur = Currency::parse("EUR").value();
        const Currency jpy = Currency::parse("JPY").value();
        QCOMPARE(thousandths(1234, eur), std::int64_t{12'340});
        QCOMPARE(thousandths(1234, jpy), std::int64_t{1'234'000});
        QCOMPARE(thousandths(INT64_MAX, jpy), INT64_MAX);
        QCOMPARE(thousandths(-INT64_MAX, jpy), -INT64_MAX);
    }
};

QTEST_APPLESS_MAIN(OrderListTest)
#include "tst_order_list.moc"
