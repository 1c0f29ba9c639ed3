// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/order_detail.h"
#include "core/views/views.h"
#include "launch.h"
#include "mailbox.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using session::OrderDetail;

namespace {

OrderDetail detailOf(const Launch& launch, EntityId order)
{
    auto detail = views::orderDetail(*launch.reader(), launch.names(),
                                     views::Integrations(views::PolicyMaker()), order);
    if (!detail)
        throw std::runtime_error(detail.error().detail);
    return *detail;
}

std::string verdictOf(const OrderDetail& detail)
{
    return std::string(name(detail.verdict.verdict)) + ' ' + detail.verdict.reason;
}

}  // namespace

class OrderDetailTest : public QObject {
    Q_OBJECT

private slots:
    void anOrderThatWasShipped()
    {
        Launch launch;
        launch.rig.stockUp();
        const EntityId id = launch.order("1", {{1, "HAT", 2, "10.00"}, {2, "HAT", 1, "5.50"}});
        launch.rig.pass(Milliseconds{1'000});
        const OrderDetail with = detailOf(launch, id);
        QCOMPARE(with.lines.size(), std::size_t{2});
        QCOMPARE(with.lines[0].sku, std::string("HAT"));
        QCOMPARE(with.lines[0].units, std::int64_t{2});
        QCOMPARE(with.lines[1].price.minor, std::int64_t{550});
        QCOMPARE(with.lines[0].node, std::string("east"));
        QCOMPARE(with.lines[0].request, ShipmentRequest::Accepted);
        QCOMPARE(with.lines[0].fulfilment, Fulfilment::None);
        QVERIFY(with.linesKnown);
        QCOMPARE(with.region, std::string("eu"));
        QCOMPARE(with.payment, PaymentStatus::Authorised);
        QCOMPARE(with.stage, Stage::Confirmation);
        QCOMPARE(with.row.number, std::string("1"));
        QCOMPARE(with.row.version, launch.rig.order(id).version);
        QCOMPARE(with.correlation.size(), std::size_t{32});
        launch.rig.pass(Milliseconds{120'000});
        const OrderDetail shipped = detailOf(launch, id);
        QCOMPARE(shipped.lines[0].fulfilment, Fulfilment::Shipped);
        QCOMPARE(shipped.lines[1].fulfilment, Fulfilment::Shipped);
        QCOMPARE(verdictOf(shipped), std::string("done already_done"));
        QVERIFY(!shipped.exception);
    }
    void aReportOfOneLineIsNoReportOfTheOther()
    {
        Launch launch;
        launch.rig.stockUp();
        launch.rig.stockUp("SCARF");
        const EntityId id = launch.order("1", {{1, "HAT", 1}, {2, "SCARF", 1}});
        launch.rig.pass(Milliseconds{1'000});
        launch.rig.post(launch.rig.event("shipment.shipped", "1",
                                         R"({"leg":1,"id":"s1","node":"east","line":2,"units":1})"));
        const OrderDetail detail = detailOf(launch, id);
        QCOMPARE(detail.lines[0].fulfilment, Fulfilment::None);
        QCOMPARE(detail.lines[1].fulfilment, Fulfilment::Shipped);
    }
    void everyDecisionWithEveryCandidate()
    {
        Launch launch;
        launch.rig.stockUp();
        launch.rig.fail("wms-east", lab::FaultKind::RefuseSoft, Operation::Ship, 1);
        const EntityId id = launch.order("1");
        launch.rig.pass(Milliseconds{1'000});
        const OrderDetail detail = detailOf(launch, id);
        QCOMPARE(detail.decisions.size(), std::size_t{2});
        QCOMPARE(detail.decidedAt.size(), std::size_t{2});
        QVERIFY(detail.decidedAt[0] < detail.decidedAt[1]);
        QCOMPARE(detail.decisions[0].candidates.size(), std::size_t{3});
        QCOMPARE(detail.decisions[0].legs.front().node, std::string("east"));
        QCOMPARE(detail.decisions[1].round, std::uint16_t{2});
        QCOMPARE(detail.lines.front().node, std::string("north"));
    }
    void anOpenExceptionIsShownUntilItIsResolved()
    {
        Launch launch;
        launch.day();
        const EntityId id = launch.rig.idOf("4");
        const OrderDetail before = detailOf(launch, id);
        QVERIFY(before.exception);
        QCOMPARE(before.exception->id, id.with(EntityKind::Exception));
        QCOMPARE(before.row.place, Place::Exception);
        QCOMPARE(verdictOf(before), std::string("safe nothing_was_sent"));
        QVERIFY(before.lines.front().node.empty());
        launch.rig.stockUp("SCARF");
        launch.rig.command("resolve", id.with(EntityKind::Exception), "stock_was_wrong");
        launch.rig.pass(Milliseconds{1'000});
        const OrderDetail after = detailOf(launch, id);
        QVERIFY(!after.exception);
        QCOMPARE(after.lines.front().node, std::string("east"));
    }
    void holdsAndWhatIsAwaited()
    {
        Launch launch;
        launch.day();
        const OrderDetail unpaid = detailOf(launch, launch.rig.idOf("3"));
        QCOMPARE(unpaid.holds.size(), std::size_t{1});
        QCOMPARE(unpaid.holds.front().reason, HoldReason::AwaitingPayment);
        QVERIFY(unpaid.holds.front().open);
        const OrderDetail paid = detailOf(launch, launch.rig.idOf("1"));
        for (const session::HoldText& hold : paid.holds)
            QVERIFY(!hold.open);
        const OrderDetail awaited = detailOf(launch, launch.rig.idOf("5"));
        QCOMPARE(awaited.row.place, Place::Awaited);
        QVERIFY(awaited.lines.empty());
    }
    void unknownOrdersAreNotFound()
    {
        Launch launch;
        launch.day();
        for (const EntityId id :
             {EntityId(9999, 0, EntityKind::Order), launch.rig.idOf("4").with(EntityKind::Exception)}) {
            const auto detail = views::orderDetail(*launch.reader(), launch.names(),
                                                   views::Integrations(views::PolicyMaker()), id);
            QVERIFY(!detail.has_value());
            QCOMPARE(detail.error().code, Code::NotFound);
        }
    }
    void theSessionAnswers()
    {
        Launch launch;
        launch.day();
        Mailbox mailbox;
        views::Views views({launch.rig.storeOptions(), 64, 64});
        QVERIFY(views.start().has_value());
        const auto session = views.session(mailbox.executor());
        Asker asker;
        session->ask(session::AskOrder{launch.rig.idOf("1")}, asker);
        session->ask(session::AskOrder{EntityId(9999, 0, EntityKind::Order)}, asker);
        QVERIFY(mailbox.until([&] { return asker.answers.size() == 2; }));
        QCOMPARE(std::get<OrderDetail>(asker.answers[0].second).row.number, std::string("1"));
        QCOMPARE(std::get<Error>(asker.answers[1].second).code, Code::NotFound);
    }
};

QTEST_APPLESS_MAIN(OrderDetailTest)
#include "tst_order_detail.moc"
