// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls.h"

#include <QTemporaryDir>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::lab;
using namespace std::chrono_literals;
using Way = VendorReply::Way;

namespace {

VendorModel warehouse() { return VendorModel(vendorOf(VendorKind::Warehouse)); }

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

class TestVendorModel : public QObject {
    Q_OBJECT

private slots:
    void everyOperationSucceedsAtItsVendor();
    void anOperationOfAnotherTradeIsRefused();
    void sameKeySameBodyGivesTheStoredAnswer();
    void aShopSaysAlreadyProcessedBy409();
    void sameKeyOtherBodyNamesTheField_data();
    void sameKeyOtherBodyNamesTheField();
    void aRunningKeyIsInProgress();
    void aQuestionTellsTheState();
    void aQuestionCausesNothing();
    void aVendorWithoutStatusQueryCannotBeAsked();
    void aShipmentLeavesOnce();
    void aCancelledShipmentNeverLeaves();
    void cancellingIsRefusedOnceShipped();
    void aShipmentCancelledBeforeItCameIsRefused();
    void aCancelBeforeItsShipmentMayBeForgotten();
    void aBookingIsCancelledUntilTheParcelHasArrived();
    void aCaptureBeyondTheAuthorisedAmountIsRefused();
    void aRestartedVendorGoesOnFromItsBook();
};

void TestVendorModel::everyOperationSucceedsAtItsVendor()
{
    const std::vector<std::tuple<VendorKind, Operation, std::string>> rows = {
        {VendorKind::Shop, Operation::Confirm, R"({"status":"recorded"})"},
        {VendorKind::Payment, Operation::Capture, R"(","status":"succeeded"})"},
        {VendorKind::Payment, Operation::Refund, R"({"transaction_id":"TX-)"},
        {VendorKind::Payment, Operation::Void, R"(","status":"succeeded"})"},
        {VendorKind::Warehouse, Operation::Ship, R"({"shipment_id":"SH-)"},
        {VendorKind::Warehouse, Operation::Cancel, R"({"status":"cancelled"})"},
        {VendorKind::Carrier, Operation::Book, R"({"tracking":"TR-)"},
        {VendorKind::Carrier, Operation::Unbook, R"({"status":"cancelled"})"},
        {VendorKind::Legacy, Operation::Handback, R"({"status":"accepted"})"},
    };
    for (const auto& [kind, operation, body] : rows) {
        VendorModel vendor(vendorOf(kind));
        const VendorCall call = callOf(operation);
        const VendorReply reply = vendor.handle(call, T0);
        QCOMPARE(reply.status, std::uint16_t{200});
        QVERIFY2(contains(bodyOf(reply, call), body), bodyOf(reply, call).c_str());
        QCOMPARE(vendor.book().effects(), 1U);
    }
}

void TestVendorModel::anOperationOfAnotherTradeIsRefused()
{
    VendorModel vendor(vendorOf(VendorKind::Shop));
    const VendorReply reply = vendor.handle(callOf(Operation::Ship), T0);
    QCOMPARE(reply.status, std::uint16_t{400});
    QCOMPARE(reply.cls, FailureClass::Validation);
    QCOMPARE(vendor.book().effects(), 0U);
}

void TestVendorModel::sameKeySameBodyGivesTheStoredAnswer()
{
    VendorModel vendor = warehouse();
    const VendorReply first = vendor.handle(callOf(Operation::Ship), T0);
    const VendorReply again = vendor.handle(callOf(Operation::Ship), T0 + 1s);
    QVERIFY(!first.replayed && again.replayed);
    QCOMPARE(again.reference, first.reference);
    QCOMPARE(again.status, std::uint16_t{200});
    QCOMPARE(vendor.book().find("hp:1001:ship:1")->received, 2U);
    QCOMPARE(vendor.book().find("hp:1001:ship:1")->effects, 1U);
}

void TestVendorModel::aShopSaysAlreadyProcessedBy409()
{
    VendorModel vendor(vendorOf(VendorKind::Shop));
    vendor.handle(callOf(Operation::Confirm), T0);
    const VendorReply again = vendor.handle(callOf(Operation::Confirm), T0);
    QCOMPARE(again.status, std::uint16_t{409});
    QCOMPARE(again.code, std::string("already_processed"));
    QCOMPARE(vendor.book().effects(), 1U);
}

void TestVendorModel::sameKeyOtherBodyNamesTheField_data()
{
    QTest::addColumn<QString>("field");
    for (const std::string_view field : BodyFields)
        QTest::newRow(std::string(field).c_str()) << QString::fromStdString(std::string(field));
}

void TestVendorModel::sameKeyOtherBodyNamesTheField()
{
    QFETCH(QString, field);
    VendorModel vendor = warehouse();
    vendor.handle(callOf(Operation::Ship), T0);
    VendorCall other = callOf(Operation::Ship);
    other.orderNumber += field == "order" ? "x" : "";
    other.lines[0].units += field == "lines" ? 1 : 0;
    other.node += field == "node" ? "x" : "";
    other.region += field == "region" ? "x" : "";
    other.amount += field == "amount" ? 1 : 0;
    other.currency += field == "currency" ? "x" : "";
    other.reference += field == "reference" ? "x" : "";
    const VendorReply reply = vendor.handle(other, T0);
    QCOMPARE(reply.status, std::uint16_t{422});
    QCOMPARE(reply.code, std::string("key_reused"));
    QCOMPARE(QString::fromStdString(reply.field), "/" + field);
    QCOMPARE(vendor.book().effects(), 1U);
}

void TestVendorModel::aRunningKeyIsInProgress()
{
    VendorOptions options = vendorOf(VendorKind::Warehouse);
    options.latency = 200ms;
    VendorModel vendor(options);
    QCOMPARE(vendor.handle(callOf(Operation::Ship), T0).due.ms, (T0 + 200ms).ms);
    const VendorReply early = vendor.handle(callOf(Operation::Ship), T0 + 199ms);
    QCOMPARE(early.status, std::uint16_t{409});
    QCOMPARE(early.code, std::string("in_progress"));
    QCOMPARE(vendor.ask(callOf(Operation::Ship), T0 + 199ms).code, std::string("in_progress"));
    QVERIFY(vendor.handle(callOf(Operation::Ship), T0 + 200ms).replayed);
}

void TestVendorModel::aQuestionTellsTheState()
{
    VendorModel vendor = warehouse();
    const VendorCall call = callOf(Operation::Ship);
    QCOMPARE(vendor.ask(call, T0).status, std::uint16_t{404});
    QCOMPARE(vendor.ask(call, T0).code, std::string("no_such_effect"));
    const VendorReply done = vendor.handle(call, T0);
    const VendorReply state = vendor.ask(call, T0);
    QCOMPARE(state.reference, done.reference);
    QVERIFY(contains(bodyOf(state, call), R"("state":"done")"));

    vendor.faults().add(faultOf(FaultKind::RefuseSoft));
    const VendorCall second = callOf(Operation::Ship, "1002");
    vendor.handle(second, T0);
    const VendorReply refused = vendor.ask(second, T0);
    QCOMPARE(refused.cls, FailureClass::SoftBusiness);
    QVERIFY(contains(bodyOf(refused, second), R"("state":"refused","code":"out_of_stock_at_node")"));
}

void TestVendorModel::aQuestionCausesNothing()
{
    VendorModel vendor = warehouse();
    vendor.ask(callOf(Operation::Ship), T0);
    QCOMPARE(vendor.book().received(), 0U);
    QCOMPARE(vendor.nextDue().ms, Never.ms);
}

void TestVendorModel::aVendorWithoutStatusQueryCannotBeAsked()
{
    VendorOptions options = vendorOf(VendorKind::Warehouse);
    options.statusQuery = false;
    VendorModel vendor(options);
    vendor.handle(callOf(Operation::Ship), T0);
    QCOMPARE(vendor.ask(callOf(Operation::Ship), T0).status, std::uint16_t{405});
}

void TestVendorModel::aShipmentLeavesOnce()
{
    VendorModel vendor = warehouse();
    const VendorReply reply = vendor.handle(callOf(Operation::Ship), T0);
    const Instant leaves = T0 + vendor.options().fulfilAfter;
    QCOMPARE(vendor.nextDue().ms, leaves.ms);
    QVERIFY(vendor.due(leaves - 1ms).empty());
    const auto events = vendor.due(leaves);
    QCOMPARE(events.size(), std::size_t{1});
    QVERIFY(vendor.due(leaves + 1h).empty());
    const std::string& text = events[0].bytes;
    QVERIFY(contains(text, R"("type":"shipment.shipped","subject":"1001")"));
    QVERIFY(contains(text, R"("source":"wms-east","numberspace":"shop")"));
    QVERIFY(contains(text, "\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-"));
    QVERIFY(contains(text, R"("data":{"leg":1,"id":")" + reply.reference + R"(","node":"east"})"));
    QVERIFY(contains(text, toText(leaves)));
}

void TestVendorModel::aCancelledShipmentNeverLeaves()
{
    VendorModel vendor = warehouse();
    vendor.handle(callOf(Operation::Ship), T0);
    const Instant leaves = T0 + vendor.options().fulfilAfter;
    QCOMPARE(vendor.handle(callOf(Operation::Cancel), leaves - 1ms).status, std::uint16_t{200});
    QVERIFY(vendor.due(leaves + 1h).empty());
}

void TestVendorModel::cancellingIsRefusedOnceShipped()
{
    VendorModel vendor = warehouse();
    vendor.handle(callOf(Operation::Ship), T0);
    const VendorReply reply = vendor.handle(callOf(Operation::Cancel), T0 + vendor.options().fulfilAfter);
    QCOMPARE(reply.status, std::uint16_t{409});
    QCOMPARE(reply.code, std::string("already_shipped"));
    QCOMPARE(reply.cls, FailureClass::HardBusiness);
    QCOMPARE(vendor.due(T0 + 2h).size(), std::size_t{1});
}

void TestVendorModel::aShipmentCancelledBeforeItCameIsRefused()
{
    VendorModel vendor = warehouse();
    QCOMPARE(vendor.handle(callOf(Operation::Cancel), T0).status, std::uint16_t{200});
    const VendorReply reply = vendor.handle(callOf(Operation::Ship), T0);
    QCOMPARE(reply.code, std::string("cancelled"));
    QVERIFY(vendor.due(T0 + 2h).empty());
}

void TestVendorModel::aCancelBeforeItsShipmentMayBeForgotten()
{
    VendorOptions options = vendorOf(VendorKind::Warehouse);
    options.forgetsEarlyCancel = true;
    VendorModel vendor(options);
    QCOMPARE(vendor.handle(callOf(Operation::Cancel), T0).status, std::uint16_t{200});
    QCOMPARE(vendor.handle(callOf(Operation::Ship), T0).status, std::uint16_t{200});
    QCOMPARE(vendor.due(T0 + 2h).size(), std::size_t{1});  // it leaves all the same
    vendor.handle(callOf(Operation::Ship, "2"), T0);
    vendor.handle(callOf(Operation::Cancel, "2"), T0);  // in time
    QVERIFY(vendor.trade().cancelled("2", 1));
}

void TestVendorModel::aBookingIsCancelledUntilTheParcelHasArrived()
{
    VendorModel vendor(vendorOf(VendorKind::Carrier));
    const Instant arrives = T0 + vendor.options().fulfilAfter;
    vendor.handle(callOf(Operation::Book, "1"), T0);
    vendor.handle(callOf(Operation::Book, "2"), T0);
    QCOMPARE(vendor.handle(callOf(Operation::Unbook, "1"), arrives - 1ms).status, std::uint16_t{200});
    QCOMPARE(vendor.handle(callOf(Operation::Unbook, "2"), arrives).code, std::string("already_collected"));
    const auto told = vendor.due(arrives + 1h);
    QCOMPARE(told.size(), std::size_t{1});
}

void TestVendorModel::aCaptureBeyondTheAuthorisedAmountIsRefused()
{
    VendorModel vendor(vendorOf(VendorKind::Payment));
    vendor.trade().authorise("auth-1", 10'000);
    VendorCall call = callOf(Operation::Capture);
    call.reference = "auth-1";
    QCOMPARE(vendor.handle(call, T0).status, std::uint16_t{200});  // 58.90 of 100.00
    call.key = "hp:1001:capture:2";
    call.amount = 4'111;
    QCOMPARE(vendor.handle(call, T0).code, std::string("exceeds_authorised"));
    call.key = "hp:1001:capture:3";
    call.amount = 4'110;
    QCOMPARE(vendor.handle(call, T0).status, std::uint16_t{200});
}

void TestVendorModel::aRestartedVendorGoesOnFromItsBook()
{
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("wms.book").toStdString();
    const VendorOptions options = vendorOf(VendorKind::Warehouse);
    std::string reference;
    {
        VendorModel vendor(options, std::move(*VendorBook::open(file)));
        reference = vendor.handle(callOf(Operation::Ship, "1"), T0).reference;
        vendor.handle(callOf(Operation::Ship, "2"), T0);
        vendor.handle(callOf(Operation::Ship, "3"), T0);
        vendor.handle(callOf(Operation::Cancel, "3"), T0);
        QVERIFY(vendor.sync().has_value());
    }
    Webhook first;
    {
        VendorModel vendor(options, std::move(*VendorBook::open(file)));
        QVERIFY(vendor.handle(callOf(Operation::Ship, "1"), T0).replayed);
        QCOMPARE(vendor.ask(callOf(Operation::Ship, "1"), T0).reference, reference);
        const auto events = vendor.due(T0 + 2h);
        QCOMPARE(events.size(), std::size_t{2});
        first = events[0];
        vendor.delivered(first);
        QVERIFY(vendor.sync().has_value());
    }
    VendorModel vendor(options, std::move(*VendorBook::open(file)));
    const auto events = vendor.due(T0 + 2h);
    QCOMPARE(events.size(), std::size_t{1});  // handed out before, but never accepted
    QVERIFY(events[0].id != first.id);
    QCOMPARE(vendor.handle(callOf(Operation::Cancel, "1"), T0 + 2h).code, std::string("already_shipped"));
}

QTEST_GUILESS_MAIN(TestVendorModel)
#include "tst_vendor_model.moc"
