// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls.h"
#include "core/base/check.h"
#include "core/lab/in_process.h"
#include "core/lab/read_reply.h"
#include "full_disk.h"

#include <QTemporaryDir>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::lab;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<InProcess> labOf(VendorKind kind = VendorKind::Warehouse,
                                 const std::filesystem::path& folder = {})
{
    auto lab = InProcess::open({vendorOf(kind)}, folder);
    HP_CHECK(lab.has_value());
    (*lab)->advance(T0);
    return std::move(*lab);
}

/// Dispatches and waits, in the lab's time, for the one answer.
VendorAnswer answerTo(InProcess& lab, const VendorCall& call)
{
    lab.dispatch(call);
    lab.advance(T0 + 10min);
    const auto answers = lab.takeAnswers();
    HP_CHECK(answers.size() == 1);
    return answers[0];
}

}  // namespace

class TestInProcess : public QObject {
    Q_OBJECT

private slots:
    void anAnswerCarriesTheIdentityOfItsCall();
    void theShortCutReadsWhatTheBytesSay();
    void changedAnswersAreBreaches();
    void everyFaultGivesItsAnswer_data();
    void everyFaultGivesItsAnswer();
    void faultsOfQuestionsLeaveCallsAlone();
    void answersComeWhenTheyAreDue();
    void aSilentVendorEndsAtTheTimeout();
    void webhookFaults();
    void aRateHitsTheSameCallsInAnyOrder();
    void aFaultWithALimitRunsOut();
    void anUnknownVendorIsAnAnswer();
    void aBookThatFailsMakesTheOutcomeUnknown();
    void aKilledLabLosesNothingThatWasAnswered();
};

void TestInProcess::anAnswerCarriesTheIdentityOfItsCall()
{
    auto lab = labOf();
    VendorCall call = callOf(Operation::Ship);
    call.order = EntityId(9, 3, EntityKind::Order);
    call.attempt = 4;
    lab->dispatch(call);
    const auto answers = lab->takeAnswers();
    QCOMPARE(answers.size(), std::size_t{1});
    const VendorAnswer& answer = answers[0];
    QCOMPARE(answer.outbox, call.outbox);
    QVERIFY(answer.order == call.order && answer.ref == call.ref);
    QCOMPARE(answer.attempt, call.attempt);
    QCOMPARE(answer.start.ms, T0.ms);
    QVERIFY(!answer.asked);
    QCOMPARE(answer.outcome, AttemptOutcome::Done);
    QCOMPARE(answer.cls, FailureClass::None);
    QVERIFY(answer.reference.starts_with("SH-"));
    QCOMPARE(lab->effects(), 1U);
}

void TestInProcess::theShortCutReadsWhatTheBytesSay()
{
    const auto agreed = contracts::Contracts::compile(contracts::builtInDocuments());
    const VendorKind kinds[] = {VendorKind::Shop, VendorKind::Payment, VendorKind::Warehouse,
                                VendorKind::Carrier, VendorKind::Legacy};
    for (std::size_t i = 0; i < CountOf<Operation>; ++i) {
        const VendorCall call = callOf(static_cast<Operation>(i));
        for (const VendorKind kind : kinds) {
            VendorModel vendor(vendorOf(kind));
            if (!vendor.trade().offers(call.ref.operation))
                continue;
            for (const VendorReply& reply : {vendor.handle(call, T0), vendor.handle(call, T0)}) {
                const VendorAnswer fast = readReply(call, reply, T0, *agreed);
                const VendorAnswer slow = contracts::readAnswer(call, wireOf(call, reply, T0), *agreed);
                QVERIFY(fast.outcome == slow.outcome && fast.cls == slow.cls && fast.code == slow.code);
                QVERIFY(fast.reference == slow.reference && fast.status == slow.status);
                QVERIFY(fast.start == slow.start && fast.end == slow.end && fast.body == slow.body);
                QVERIFY(fast.outbox == slow.outbox && fast.ref == slow.ref && fast.order == slow.order);
                QCOMPARE(slow.cls, FailureClass::None);
            }
        }
    }
}

void TestInProcess::changedAnswersAreBreaches()
{
    for (const FaultKind kind : {FaultKind::ChangedField, FaultKind::ChangedEnum}) {
        auto lab = labOf();
        lab->find("wms-east")->faults().add(faultOf(kind));
        const VendorAnswer ship = answerTo(*lab, callOf(Operation::Ship));
        QCOMPARE(ship.outcome, AttemptOutcome::Done);  // the reference can be read
        QCOMPARE(ship.cls, FailureClass::Validation);
        QCOMPARE(ship.pointer, std::string("/status"));
        VendorCall cancel = callOf(Operation::Cancel, "1002");
        lab->dispatch(cancel);
        const VendorAnswer unknown = lab->takeAnswers()[0];
        QCOMPARE(unknown.outcome, AttemptOutcome::OutcomeUnknown);
        QCOMPARE(unknown.cls, FailureClass::Validation);
        cancel.ask = true;
        lab->dispatch(cancel);
        QCOMPARE(lab->takeAnswers()[0].outcome, AttemptOutcome::Done);
        QCOMPARE(lab->effects(), 2U);
    }
}

void TestInProcess::everyFaultGivesItsAnswer_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("cls");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("effects");
    QTest::addColumn<int>("asked");  // outcome of the question that follows
    using F = FaultKind;
    using C = FailureClass;
    using A = AttemptOutcome;
    const std::vector<std::tuple<F, C, A, int, A>> rows = {
        {F::Timeout, C::Transport, A::OutcomeUnknown, 0, A::NotSent},
        {F::ReplyLost, C::Transport, A::OutcomeUnknown, 1, A::Done},
        {F::Dropped, C::Transport, A::OutcomeUnknown, 1, A::Done},
        {F::TooMany, C::Transport, A::NotSent, 0, A::NotSent},
        {F::ErrorBefore, C::Transport, A::OutcomeUnknown, 0, A::NotSent},
        {F::ErrorAfter, C::Transport, A::OutcomeUnknown, 1, A::Done},
        {F::Outage, C::Transport, A::NotSent, 0, A::OutcomeUnknown},
        {F::RefuseSoft, C::SoftBusiness, A::FailedForCertain, 0, A::FailedForCertain},
        {F::RefuseHard, C::HardBusiness, A::FailedForCertain, 0, A::FailedForCertain},
    };
    for (const auto& [kind, cls, outcome, effects, asked] : rows)
        QTest::newRow(std::string(name(kind)).c_str())
            << int(kind) << int(cls) << int(outcome) << effects << int(asked);
}

void TestInProcess::everyFaultGivesItsAnswer()
{
    QFETCH(int, kind);
    QFETCH(int, cls);
    QFETCH(int, outcome);
    QFETCH(int, effects);
    QFETCH(int, asked);
    auto lab = labOf();
    lab->find("wms-east")->faults().add(faultOf(FaultKind(kind)));
    VendorCall call = callOf(Operation::Ship);
    const VendorAnswer answer = answerTo(*lab, call);
    QCOMPARE(answer.cls, FailureClass(cls));
    QCOMPARE(answer.outcome, AttemptOutcome(outcome));
    QVERIFY(!answer.code.empty());
    QCOMPARE(answer.retryAfterMs, FaultKind(kind) == FaultKind::TooMany ? 5'000 : -1);
    QCOMPARE(lab->effects(), std::uint64_t(effects));
    call.ask = true;
    QCOMPARE(answerTo(*lab, call).outcome, AttemptOutcome(asked));
    QCOMPARE(lab->effects(), std::uint64_t(effects));
}

void TestInProcess::faultsOfQuestionsLeaveCallsAlone()
{
    auto lab = labOf();
    Fault fault = faultOf(FaultKind::Timeout);
    fault.asks = true;
    lab->find("wms-east")->faults().add(fault);
    VendorCall call = callOf(Operation::Ship);
    QCOMPARE(answerTo(*lab, call).outcome, AttemptOutcome::Done);
    call.ask = true;
    lab->dispatch(call);
    lab->advance(T0 + 20min);
    QCOMPARE(lab->takeAnswers()[0].outcome, AttemptOutcome::OutcomeUnknown);
}

void TestInProcess::answersComeWhenTheyAreDue()
{
    VendorOptions options = vendorOf(VendorKind::Warehouse);
    options.latency = 100ms;
    auto lab = std::move(*InProcess::open({options}));
    lab->advance(T0);
    lab->dispatch(callOf(Operation::Ship, "1"));
    lab->advance(T0 + 50ms);
    lab->dispatch(callOf(Operation::Ship, "2"));
    QCOMPARE(lab->nextDue().ms, (T0 + 100ms).ms);
    lab->advance(T0 + 99ms);
    QVERIFY(lab->takeAnswers().empty());
    lab->advance(T0 + 100ms);
    QCOMPARE(lab->takeAnswers().size(), std::size_t{1});
    QCOMPARE(lab->callsInFlight(), std::size_t{1});
    lab->advance(T0 + 150ms);
    QCOMPARE(lab->takeAnswers().size(), std::size_t{1});
}

void TestInProcess::aSilentVendorEndsAtTheTimeout()
{
    auto lab = labOf();
    lab->find("wms-east")->faults().add(faultOf(FaultKind::Timeout));
    VendorCall call = callOf(Operation::Ship);
    call.timeout = 700ms;
    lab->dispatch(call);
    lab->advance(T0 + 699ms);
    QVERIFY(lab->takeAnswers().empty());
    lab->advance(T0 + 700ms);
    QCOMPARE(lab->takeAnswers()[0].code, std::string("timeout"));
}

void TestInProcess::webhookFaults()
{
    const auto eventsWith = [](FaultKind kind, Instant at) {
        auto lab = labOf();
        lab->find("wms-east")->faults().add(faultOf(kind));
        lab->dispatch(callOf(Operation::Ship));
        lab->advance(at);
        return lab->takeWebhooks();
    };
    const Instant leaves = T0 + 1h;
    const auto twice = eventsWith(FaultKind::DuplicateWebhook, leaves);
    QCOMPARE(twice.size(), std::size_t{2});
    QCOMPARE(twice[0].bytes, twice[1].bytes);
    QVERIFY(eventsWith(FaultKind::NoWebhook, leaves + 24h).empty());
    QVERIFY(eventsWith(FaultKind::LateWebhook, leaves + 4'999ms).empty());
    QCOMPARE(eventsWith(FaultKind::LateWebhook, leaves + 5'000ms).size(), std::size_t{1});
}

void TestInProcess::aRateHitsTheSameCallsInAnyOrder()
{
    const auto hitsOf = [](bool backwards) {
        auto lab = labOf();
        Fault fault = faultOf(FaultKind::TooMany);
        fault.perMillion = 300'000;
        fault.seed = 42;
        lab->find("wms-east")->faults().add(fault);
        std::map<std::string, bool> hits;
        for (int i = 0; i < 500; ++i) {
            const VendorCall call = callOf(Operation::Ship, std::to_string(backwards ? 499 - i : i));
            lab->dispatch(call);
            hits[call.key] = lab->takeAnswers()[0].status == 429;
        }
        return hits;
    };
    const auto hits = hitsOf(false);
    QVERIFY(hits == hitsOf(true));
    const auto count = std::count_if(hits.begin(), hits.end(), [](const auto& hit) { return hit.second; });
    QVERIFY2(count > 100 && count < 200,
             std::to_string(count).c_str());  // 150 expected, 5 sigma = 51; seed 42
}

void TestInProcess::aFaultWithALimitRunsOut()
{
    auto lab = labOf();
    lab->find("wms-east")->faults().add(faultOf(FaultKind::ErrorBefore, 2));
    const VendorCall call = callOf(Operation::Ship);
    for (const auto outcome :
         {AttemptOutcome::OutcomeUnknown, AttemptOutcome::OutcomeUnknown, AttemptOutcome::Done})
        QCOMPARE(answerTo(*lab, call).outcome, outcome);
    QCOMPARE(lab->find("wms-east")->book().find(call.key)->received, 3U);
}

void TestInProcess::anUnknownVendorIsAnAnswer()
{
    auto lab = labOf();
    VendorCall call = callOf(Operation::Ship);
    call.vendor = "nobody";
    const VendorAnswer answer = answerTo(*lab, call);
    QCOMPARE(answer.outcome, AttemptOutcome::NotSent);
    QCOMPARE(answer.code, std::string("unknown_vendor"));
}

void TestInProcess::aBookThatFailsMakesTheOutcomeUnknown()
{
    QTemporaryDir folder;
    auto lab = labOf(VendorKind::Warehouse, folder.path().toStdString());
    const FullDisk full;
    const VendorAnswer answer = answerTo(*lab, callOf(Operation::Ship));
    QCOMPARE(answer.outcome, AttemptOutcome::OutcomeUnknown);
    QVERIFY(answer.reference.empty());
}

void TestInProcess::aKilledLabLosesNothingThatWasAnswered()
{
    QTemporaryDir folder;
    const std::filesystem::path dir = folder.path().toStdString();
    auto lab = labOf(VendorKind::Warehouse, dir / "a");
    const VendorAnswer answered = answerTo(*lab, callOf(Operation::Ship, "1"));
    lab->dispatch(callOf(Operation::Ship, "2"));  // never taken: its answer never left
    std::filesystem::copy(dir / "a", dir / "b");  // what a kill leaves behind
    auto after = labOf(VendorKind::Warehouse, dir / "b");
    const VendorAnswer again = answerTo(*after, callOf(Operation::Ship, "1"));
    QCOMPARE(again.outcome, AttemptOutcome::AlreadyProcessed);
    QCOMPARE(again.reference, answered.reference);
    QCOMPARE(after->effects(), 1U);
}

QTEST_GUILESS_MAIN(TestInProcess)
#include "tst_in_process.moc"
