// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/plan_hash.h"
#include "core/rollout/plan_json.h"
#include "core/rollout/validate.h"

#include <QFile>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

std::string sample()
{
    QFile file("resources/plans/region-canary.json");
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

const std::string Least = R"({"name":"n","salt":"s","approach":"big_bang","start":"2026-12-01T09:00:00.000Z",
"commander":"Ines","owners":{},"steps":[{"phase":"canary","slices":[{"name":"mg","weight_bp":100,
"orders":{"attribute":"region","op":"eq","values":["MG"]}}],"gates":[{"id":"g","metric":"m","kind":"absolute"}]}],
"rollback":{"stop_traffic":[],"in_flight":{},"compensations":[],"reconciliation":[]}})";

std::string with(const std::string& what, const std::string& instead)
{
    std::string text = Least;
    const std::size_t at = text.find(what);
    return at == std::string::npos ? std::string() : text.replace(at, what.size(), instead);
}

Predicate leaf(Op op, Attribute attribute, std::vector<Value> values)
{
    return {op, attribute, Quantifier::AllLines, std::move(values), {}};
}

}  // namespace

class PlanJsonTest : public QObject {
    Q_OBJECT

private slots:
    void theSampleIsReadAndWrittenAgain();
    void theSampleMayBeSubmitted();
    void everyMemberSurvives();
    void whatIsWrongIsNamedByItsPlace_data();
    void whatIsWrongIsNamedByItsPlace();
    void predicatesSurvive_data();
    void predicatesSurvive();
    void durationsAreReadInEveryUnit_data();
    void durationsAreReadInEveryUnit();
};

void PlanJsonTest::theSampleIsReadAndWrittenAgain()
{
    const auto plan = readPlan(sample());
    QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
    const auto again = readPlan(writePlan(*plan));
    QVERIFY(again);
    QCOMPARE(planHash(*again), planHash(*plan));
    QCOMPARE(writePlan(*again), writePlan(*plan));
    QCOMPARE(writePlan(*readPlan(writePlan(*plan, true))), writePlan(*plan));
    QCOMPARE(plan->steps.size(), 8U);
    QVERIFY(writePlan(*plan).size() < 32'000);
}

void PlanJsonTest::theSampleMayBeSubmitted()
{
    const auto plan = readPlan(sample());
    QVERIFY(plan);
    PlanWorld world;
    world.traffic["eu-north"] = {5'000, 0.25, false, 2, 0.01, 0.8};
    world.staffed = {{{plan->start.ms - 1}, {plan->start.ms + 1}}};
    world.cutoffMinutes = {900};
    world.peakMinutes = {1200};
    world.drillPassed = plan->start;
    for (const Finding& finding : validate(*plan, world))
        QVERIFY2(finding.weight == Weight::Warn,
                 (std::string(name(finding.check)) + " " + std::to_string(finding.step) + " " +
                  finding.subject + ": " + finding.detail)
                     .c_str());
    QVERIFY(missing(plan->prerequisites).empty());
}

void PlanJsonTest::everyMemberSurvives()
{
    RolloutPlan p = *readPlan(Least);
    p.justification = "because";
    p.diffFeedsExceptions = p.dailyReportReviewed = true;
    p.deputy = "Dario";
    p.owners[Function::Support] = "Sämi \"the\" \\ one";
    p.rollback.signedBy[Function::Commerce] = "Carla";
    p.rollback.inFlight[3] = InFlightAction::Freeze;
    p.prerequisites = {"a", "b", "c", "d"};
    RolloutStep& s = p.steps[0];
    s.minBake = Milliseconds{90'000};
    s.maxBake = Milliseconds{1};
    s.caps = {100, 2'000'000};
    s.onInvariant = OnNoGo::StopIntake;
    s.slices[0].holdbackBp = 50;
    s.slices[0].complexLowVolume = true;
    GatePlan& g = s.gates[0];
    g = {"i",  "m",  Stage::Handoff,   GateKind::Point,   Compare::Equal,  0.1,  "u",
         1.1,  3.0,  Milliseconds{7},  Milliseconds{8},   Milliseconds{9}, 10,   11,
         12.5, 0.01, Baseline::Frozen, Function::Support, false,           true, OnNoGo::Rollback,
         0.7};
    const auto again = readPlan(writePlan(p));
    QVERIFY2(again, again ? "" : again.error().detail.c_str());
    QCOMPARE(planHash(*again), planHash(p));
    QVERIFY(again->rollback.signedBy == p.rollback.signedBy);
}

void PlanJsonTest::whatIsWrongIsNamedByItsPlace_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& text, const char* says) {
        QTest::addRow("%s", name) << text << QString(says);
    };
    row("right", Least, "");
    row("no JSON", "{", "/: parse error");
    row("no object", "[]", "/: an object is expected");
    row("unknown", with(R"("salt":"s")", R"("salt":"s","pepper":1)"), "/pepper: is unknown");
    row("missing", with(R"("salt":"s",)", ""), "/: `salt` is missing");
    row("twice", with(R"("salt":"s")", R"("salt":"s","salt":"t")"), "/: `salt` is said twice");
    row("no text", with(R"("salt":"s")", R"("salt":1)"), "/salt: a text is expected");
    row("empty", with(R"("salt":"s")", R"("salt":"")"), "/: a plan has a name and a salt");
    row("no steps", with("\"steps\":", "\"stops\":"), "/: `steps` is missing");
    row("enum", with("big_bang", "bang"), "/approach: `bang` is none of its names");
    row("instant", with("2026-12-01T09:00:00.000Z", "soon"), "/start: ");
    row("phase", with("\"canary\"", "\"hypercare\""), "/steps/0: hypercare is no step of a plan");
    row("weight", with("100", "1.5"), "/steps/0/slices/0/weight_bp: a whole number is expected");
    row("huge", with("100", "18446744073709551615"), "/steps/0/slices/0/weight_bp: is out of range");
    row("no orders", with("\"orders\":", "\"order\":"), "/steps/0/slices/0: `orders` is missing");
    row("predicate", with(R"("values":["MG"])", R"("values":[])"), "/steps/0/slices/0/orders: ");
    row("attribute", with("\"region\"", "\"moon\""), "/steps/0/slices/0/orders/attribute: `moon`");
    row("op", with("\"eq\"", "\"all\""), "/steps/0/slices/0/orders: `op` compares");
    row("gate", with("\"kind\":\"absolute\"", "\"kind\":\"absolute\",\"alpha\":0"),
        "/steps/0/gates/0: `alpha`");
    row("gate twice",
        with(R"({"id":"g","metric":"m","kind":"absolute"})",
             R"({"id":"g","metric":"m","kind":"point"},{"id":"g","metric":"n","kind":"point"})"),
        "/steps/0: `g` is there twice");
    row("duration", with("\"phase\":\"canary\"", "\"phase\":\"canary\",\"min_bake\":\"24\""),
        "/steps/0/min_bake: a duration");
    row("position", with("\"in_flight\":{}", "\"in_flight\":{\"lost\":\"drain\"}"),
        "/rollback/in_flight/lost: is unknown");
    row("seat", with("\"owners\":{}", "\"owners\":{\"finance\":\"F\"}"), "/owners/finance: is unknown");
}

void PlanJsonTest::whatIsWrongIsNamedByItsPlace()
{
    QFETCH(const std::string, text);
    QFETCH(const QString, says);
    QVERIFY(!text.empty());
    const auto plan = readPlan(text);
    QCOMPARE(plan.has_value(), says.isEmpty());
    if (!plan) {
        QCOMPARE(plan.error().code, Code::InvalidArgument);
        QVERIFY2(QString::fromStdString(plan.error().detail).startsWith(says), plan.error().detail.c_str());
    }
}

void PlanJsonTest::predicatesSurvive_data()
{
    QTest::addColumn<Predicate>("predicate");
    const Predicate region = leaf(Op::In, Attribute::Region, {std::string("MG"), std::string("SP")});
    Predicate any = leaf(Op::Eq, Attribute::SkuClass, {std::string("hot")});
    any.quantifier = Quantifier::AnyLine;
    QTest::newRow("every order") << Predicate{};
    QTest::newRow("words") << region;
    QTest::newRow("number") << leaf(Op::Ge, Attribute::LineCount, {std::int64_t{3}});
    QTest::newRow("exists") << leaf(Op::Exists, Attribute::Brand, {});
    QTest::newRow("any line") << any;
    QTest::newRow("not") << Predicate{Op::Not, Attribute::Channel, Quantifier::AllLines, {}, {region}};
    QTest::newRow("any of") << Predicate{
        Op::Any, Attribute::Channel, Quantifier::AllLines, {}, {region, any}};
}

void PlanJsonTest::predicatesSurvive()
{
    QFETCH(const Predicate, predicate);
    const auto again = readPredicate(writePredicate(predicate));
    QVERIFY2(again, again ? "" : again.error().detail.c_str());
    QVERIFY(*again == predicate);
    const auto list = readPredicates(writePredicates({predicate, predicate}));
    QVERIFY(list);
    QCOMPARE(list->size(), 2U);
    QVERIFY(list->front() == predicate);
    QVERIFY(writePredicates({}).empty());
    QVERIFY(readPredicates("")->empty());
}

void PlanJsonTest::durationsAreReadInEveryUnit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("ms") << "1500ms" << qint64{1'500};
    QTest::newRow("s") << "90s" << qint64{90'000};
    QTest::newRow("min") << "30min" << qint64{1'800'000};
    QTest::newRow("h") << "25h" << qint64{90'000'000};
    QTest::newRow("d") << "5d" << qint64{432'000'000};
    QTest::newRow("none") << "0s" << qint64{0};
    QTest::newRow("longest") << "3660d" << qint64{316'224'000'000};
    QTest::newRow("too long") << "3661d" << qint64{-1};
    QTest::newRow("negative") << "-1s" << qint64{-1};
    QTest::newRow("unit") << "5w" << qint64{-1};
    QTest::newRow("space") << "5 s" << qint64{-1};
    QTest::newRow("overflow") << "99999999999999999999s" << qint64{-1};
}

void PlanJsonTest::durationsAreReadInEveryUnit()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, ms);
    const std::string phase = R"("phase":"canary",)";
    const auto plan = readPlan(with(phase, phase + R"("min_bake":")" + text.toStdString() + R"(",)"));
    QCOMPARE(plan.has_value(), ms >= 0);
    if (!plan)
        return;
    QCOMPARE(qint64{plan->steps[0].minBake.count()}, ms);
    QCOMPARE(qint64{readPlan(writePlan(*plan))->steps[0].minBake.count()}, ms);
}

QTEST_APPLESS_MAIN(PlanJsonTest)
#include "tst_plan_json.moc"
