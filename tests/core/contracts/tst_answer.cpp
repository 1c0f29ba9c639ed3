// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contracts/answer.h"
#include "core/contracts/retry_after.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::contracts;
using Way = HttpOutcome::Way;

namespace {

constexpr Instant Start{1'700'000'000'000};

const Contracts& built()
{
    static const Contracts contracts = std::move(*Contracts::compile(builtInDocuments()));
    return contracts;
}

VendorCall callOf(Operation operation = Operation::Ship, bool ask = false)
{
    VendorCall call;
    call.outbox = 5;
    call.order = EntityId(3, 4, EntityKind::Order);
    call.ref = {operation, 2, 1};
    call.ask = ask;
    call.attempt = 3;
    call.vendor = "wms-east";
    call.key = "hp:1:ship:2";
    return call;
}

VendorAnswer read(const VendorCall& call, std::uint16_t status, std::string body)
{
    HttpOutcome outcome;
    outcome.status = status;
    outcome.body = std::move(body);
    outcome.start = Start;
    outcome.end = Start + Milliseconds(40);
    return readAnswer(call, outcome, built());
}

VendorAnswer readWay(Way way, bool ask)
{
    HttpOutcome outcome;
    outcome.way = way;
    outcome.reason = "why";
    return readAnswer(callOf(Operation::Ship, ask), outcome, built());
}

}  // namespace

class TestAnswer : public QObject {
    Q_OBJECT

private slots:
    void identityAndTimesAreFilledIn();
    void successIsDoneWithItsReference();
    void aReplayIsAlreadyProcessed();
    void aBreachWithReadableReferenceIsDone();
    void aBreachWithoutReferenceIsUnknown();
    void aBreachOfAnOperationWithoutReferenceIsUnknown();
    void nothingCameBack_data();
    void nothingCameBack();
    void failuresAreClassified();
    void conflictsAreReadByTheirCode();
    void aFailureWithoutJsonIsReadByItsStatus();
    void retryAfterIsReadFromHeaderAndBody();
    void questions_data();
    void questions();
    void aQuestionAnsweredForAnotherKeyProvesNothing();
    void aLargeBodyIsCutWhenKept();
    void anAnswerThatWasTooLargeIsABreach();
    void retryAfterForms();
    void theRequestBodyKeepsItsContract();
};

void TestAnswer::identityAndTimesAreFilledIn()
{
    const VendorCall call = callOf(Operation::Ship, true);
    const VendorAnswer answer = read(call, 500, "");
    QCOMPARE(answer.outbox, call.outbox);
    QVERIFY(answer.order == call.order && answer.ref == call.ref && answer.asked);
    QCOMPARE(answer.attempt, call.attempt);
    QCOMPARE(answer.start.ms, Start.ms);
    QCOMPARE(answer.end.ms, Start.ms + 40);
    QCOMPARE(answer.status, std::uint16_t{500});
}

void TestAnswer::successIsDoneWithItsReference()
{
    const VendorAnswer answer = read(callOf(), 200, R"({"shipment_id":"S-1","status":"accepted","new":{}})");
    QCOMPARE(answer.outcome, AttemptOutcome::Done);
    QCOMPARE(answer.cls, FailureClass::None);
    QCOMPARE(answer.reference, std::string("S-1"));
    QVERIFY(answer.code.empty() && answer.body.empty() && answer.pointer.empty());
}

void TestAnswer::aReplayIsAlreadyProcessed()
{
    HttpOutcome outcome;
    outcome.status = 200;
    outcome.replayed = true;
    outcome.body = R"({"shipment_id":"S-1","status":"accepted"})";
    const VendorAnswer answer = readAnswer(callOf(), outcome, built());
    QCOMPARE(answer.outcome, AttemptOutcome::AlreadyProcessed);
    QCOMPARE(answer.reference, std::string("S-1"));
}

void TestAnswer::aBreachWithReadableReferenceIsDone()
{
    const VendorAnswer answer = read(callOf(), 200, R"({"shipment_id":"S-1","status":"received"})");
    QCOMPARE(answer.outcome, AttemptOutcome::Done);
    QCOMPARE(answer.cls, FailureClass::Validation);
    QCOMPARE(answer.code, std::string("contract_breach"));
    QCOMPARE(answer.pointer, std::string("/status"));
    QCOMPARE(answer.expected, std::string(R"("accepted")"));
    QCOMPARE(answer.got, std::string(R"("received")"));
    QVERIFY(!answer.body.empty());
}

void TestAnswer::aBreachWithoutReferenceIsUnknown()
{
    for (const char* body : {R"({"shipmentId":"S-1","status":"accepted"})",
                             R"({"shipment_id":7,"status":"accepted"})", "", "[]", "<html>"}) {
        const VendorAnswer answer = read(callOf(), 200, body);
        QCOMPARE(answer.outcome, AttemptOutcome::OutcomeUnknown);
        QCOMPARE(answer.cls, FailureClass::Validation);
        QVERIFY(!answer.expected.empty() && !answer.got.empty());
    }
}

void TestAnswer::aBreachOfAnOperationWithoutReferenceIsUnknown()
{
    const VendorAnswer answer = read(callOf(Operation::Cancel), 200, R"({"state":"cancelled"})");
    QCOMPARE(answer.outcome, AttemptOutcome::OutcomeUnknown);
    QCOMPARE(answer.pointer, std::string("/status"));
    QCOMPARE(read(callOf(Operation::Cancel), 200, R"({"status":"cancelled"})").outcome, AttemptOutcome::Done);
}

void TestAnswer::nothingCameBack_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<bool>("ask");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char* tag, Way way, bool ask, AttemptOutcome outcome) {
        QTest::newRow(tag) << int(way) << ask << int(outcome);
    };
    row("not sent", Way::NotSent, false, AttemptOutcome::NotSent);
    row("timed out", Way::TimedOut, false, AttemptOutcome::OutcomeUnknown);
    row("broken", Way::Broken, false, AttemptOutcome::OutcomeUnknown);
    row("question not sent proves nothing", Way::NotSent, true, AttemptOutcome::OutcomeUnknown);
    row("question timed out", Way::TimedOut, true, AttemptOutcome::OutcomeUnknown);
}

void TestAnswer::nothingCameBack()
{
    QFETCH(int, way);
    QFETCH(bool, ask);
    QFETCH(int, outcome);
    const VendorAnswer answer = readWay(Way(way), ask);
    QCOMPARE(answer.outcome, AttemptOutcome(outcome));
    QCOMPARE(answer.cls, FailureClass::Transport);
    QCOMPARE(answer.code, std::string("why"));
    QCOMPARE(answer.status, std::uint16_t{0});
}

void TestAnswer::failuresAreClassified()
{
    const VendorAnswer soft =
        read(callOf(), 409, R"({"code":"out_of_stock_at_node","side_effect":"none","errors":[
            {"pointer":"/lines/0","code":"no_stock","detail":"2 units"}]})");
    QCOMPARE(soft.cls, FailureClass::SoftBusiness);
    QCOMPARE(soft.outcome, AttemptOutcome::FailedForCertain);
    QCOMPARE(soft.code, std::string("out_of_stock_at_node"));
    QCOMPARE(soft.pointer, std::string("/lines/0"));
    QCOMPARE(soft.got, std::string("no_stock"));
    QCOMPARE(soft.expected, std::string("2 units"));
    QVERIFY(!soft.body.empty());
    // What the vendor claims about its class and effect is not asked: the table decides.
    const VendorAnswer claims =
        read(callOf(), 500, R"({"code":"oops","class":"hard_business","side_effect":"none"})");
    QCOMPARE(claims.cls, FailureClass::Transport);
    QCOMPARE(claims.outcome, AttemptOutcome::OutcomeUnknown);
}

void TestAnswer::conflictsAreReadByTheirCode()
{
    QCOMPARE(read(callOf(), 409, R"({"code":"in_progress"})").outcome, AttemptOutcome::InProgress);
    const VendorAnswer done = read(callOf(), 409, R"({"code":"already_processed","shipment_id":"S-1"})");
    QCOMPARE(done.outcome, AttemptOutcome::AlreadyProcessed);
    QCOMPARE(done.cls, FailureClass::None);
    QCOMPARE(done.reference, std::string("S-1"));
    const VendorAnswer unmapped = read(callOf(), 409, R"({"code":"something"})");
    QCOMPARE(unmapped.outcome, AttemptOutcome::OutcomeUnknown);
    QCOMPARE(unmapped.cls, FailureClass::Unclassified);
    QCOMPARE(read(callOf(), 409, "").outcome, AttemptOutcome::OutcomeUnknown);
}

void TestAnswer::aFailureWithoutJsonIsReadByItsStatus()
{
    const VendorAnswer answer = read(callOf(), 502, "<html>Bad Gateway</html>");
    QCOMPARE(answer.code, std::string("http_502"));
    QCOMPARE(answer.cls, FailureClass::Transport);
    QCOMPARE(answer.body, std::string("<html>Bad Gateway</html>"));
    QCOMPARE(read(callOf(), 302, "").cls, FailureClass::Unclassified);
}

void TestAnswer::retryAfterIsReadFromHeaderAndBody()
{
    HttpOutcome outcome;
    outcome.status = 429;
    QCOMPARE(readAnswer(callOf(), outcome, built()).retryAfterMs, -1);
    outcome.body = R"({"code":"too_many_requests","retry_after_ms":1500})";
    QCOMPARE(readAnswer(callOf(), outcome, built()).retryAfterMs, 1'500);
    outcome.retryAfter = "7";
    const VendorAnswer answer = readAnswer(callOf(), outcome, built());
    QCOMPARE(answer.retryAfterMs, 7'000);
    QCOMPARE(answer.outcome, AttemptOutcome::NotSent);
    QCOMPARE(answer.cls, FailureClass::Transport);
}

void TestAnswer::questions_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("cls");
    using A = AttemptOutcome;
    using C = FailureClass;
    const auto row = [](const char* tag, int status, const char* body, A outcome, C cls) {
        QTest::newRow(tag) << status << QByteArray(body) << int(outcome) << int(cls);
    };
    row("done", 200, R"({"key":"hp:1:ship:2","state":"done","reference":"S-1"})", A::Done, C::None);
    row("done, reference missing", 200, R"({"key":"hp:1:ship:2","state":"done"})", A::Done, C::Validation);
    row("refused", 200, R"({"key":"hp:1:ship:2","state":"refused","code":"cut_off_missed"})",
        A::FailedForCertain, C::SoftBusiness);
    row("refused, unmapped", 200, R"({"key":"hp:1:ship:2","state":"refused","code":"x"})",
        A::FailedForCertain, C::Unclassified);
    row("running", 200, R"({"key":"hp:1:ship:2","state":"in_progress"})", A::InProgress, C::None);
    row("other state", 200, R"({"key":"hp:1:ship:2","state":"maybe"})", A::OutcomeUnknown, C::Validation);
    row("proved absent", 404, R"({"code":"no_such_effect"})", A::NotSent, C::None);
    row("404 of a proxy", 404, "<html>", A::OutcomeUnknown, C::Unclassified);
    row("absent, wrong status", 400, R"({"code":"no_such_effect"})", A::OutcomeUnknown, C::Validation);
    row("too many", 429, "", A::OutcomeUnknown, C::Transport);
    row("failed", 500, "", A::OutcomeUnknown, C::Transport);
}

void TestAnswer::questions()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    QFETCH(int, cls);
    const VendorAnswer answer =
        read(callOf(Operation::Ship, true), static_cast<std::uint16_t>(status), body.toStdString());
    QCOMPARE(answer.outcome, AttemptOutcome(outcome));
    QCOMPARE(answer.cls, FailureClass(cls));
}

void TestAnswer::aQuestionAnsweredForAnotherKeyProvesNothing()
{
    const VendorAnswer answer =
        read(callOf(Operation::Ship, true), 200, R"({"key":"hp:1:ship:3","state":"done","reference":"S-1"})");
    QCOMPARE(answer.outcome, AttemptOutcome::OutcomeUnknown);
    QCOMPARE(answer.pointer, std::string("/key"));
    QCOMPARE(answer.got, std::string("hp:1:ship:3"));
    QVERIFY(answer.reference.empty());
}

void TestAnswer::aLargeBodyIsCutWhenKept()
{
    QCOMPARE(read(callOf(), 500, std::string(MaxKeptBody, 'x')).body.size(), MaxKeptBody);
    QCOMPARE(read(callOf(), 500, std::string(MaxKeptBody + 1, 'x')).body.size(), MaxKeptBody);
}

void TestAnswer::anAnswerThatWasTooLargeIsABreach()
{
    HttpOutcome outcome;
    outcome.status = 200;
    outcome.tooLarge = true;
    const VendorAnswer answer = readAnswer(callOf(), outcome, built());
    QCOMPARE(answer.outcome, AttemptOutcome::OutcomeUnknown);
    QCOMPARE(answer.expected, std::string("at most 1 MB"));
    outcome.status = 503;
    QCOMPARE(readAnswer(callOf(), outcome, built()).cls, FailureClass::Transport);
}

void TestAnswer::retryAfterForms()
{
    const Instant now = *parseInstant("1994-11-06T08:49:00Z");
    QCOMPARE(retryAfterMs("0", now), 0);
    QCOMPARE(retryAfterMs(" 120 ", now), 120'000);
    QCOMPARE(retryAfterMs("99999999999999999", now), 1'000'000'000'000);
    QCOMPARE(retryAfterMs("Sun, 06 Nov 1994 08:49:37 GMT", now), 37'000);
    QCOMPARE(retryAfterMs("Sun, 06 Nov 1994 08:48:59 GMT", now), 0);
    for (const char* bad :
         {"", "-1", "1.5", "soon", "Sun, 06 Xxx 1994 08:49:37 GMT", "Sun, 36 Nov 1994 08:49:37 GMT"})
        QCOMPARE(retryAfterMs(bad, now), -1);
}

void TestAnswer::theRequestBodyKeepsItsContract()
{
    for (std::size_t i = 0; i < CountOf<Operation>; ++i) {
        VendorCall call = callOf(static_cast<Operation>(i));
        call.orderNumber = "10\"01";
        call.node = "east";
        call.lines = {{1, "SKU-1", 2}};
        call.amount = 5890;
        call.currency = "BRL";
        Json json;
        QVERIFY(!json.parse(requestBody(call)));
        QVERIFY(!built().of("v", call.ref.operation).request.check(json));
        QCOMPARE(json.text("/amount").value_or(""), std::string_view("58.90"));
        QCOMPARE(json.text("/order").value_or(""), std::string_view("10\"01"));
        QCOMPARE(json.number("/lines/0/units").value_or(0), 2);
        QVERIFY(!json.text("/reference"));
    }
}

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
