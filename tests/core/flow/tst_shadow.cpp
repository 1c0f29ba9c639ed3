// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/shadow_book.h"
#include "core/model/stock.h"
#include "tests/support/engine_rig.h"

#include <QTest>

#include <map>

using namespace holdpoint;
using namespace holdpoint::test;

namespace {

const std::vector<RigLine> OneHat{{1, "HAT", 1, "20.00"}};
constexpr Milliseconds Hour{3'600'000};

/// A rig with stock, and short ways to say what legacy did.
struct Shadowed {
    EngineRig rig;

    explicit Shadowed(RigOptions options = {}) : rig(std::move(options))
    {
        rig.start();
        rig.stockUp();
    }
    void placed(const std::string& number) { rig.post(rig.placed(number, OneHat), Lane::Shadow); }
    void legacy(const std::string& number, const std::string& node, const std::string& more = {})
    {
        const auto said =
            rig.post(rig.event("legacy.decided", number, R"({"leg":1,"node":")" + node + "\"" + more + "}"),
                     Lane::Shadow);
        QVERIFY2(said.rule.empty(), (said.rule + " " + said.detail).c_str());
    }
    void both(const std::string& number, const std::string& node, const std::string& more = {})
    {
        placed(number);
        legacy(number, node, more);
    }
    flow::Difference difference(const std::string& number)
    {
        flow::Difference d;
        d.id = rig.idOf(number).with(EntityKind::Difference);
        for (const StepBody& step : rig.steps(d.id))
            flow::applyStep(d, step, 1);
        return d;
    }
    PairCompared told(const std::string& number, Compared about = Compared::Route)
    {
        for (const PairCompared& one : difference(number).told)
            if (one.about == about)
                return one;
        PairCompared none;
        none.signature = "nothing was compared";
        return none;
    }
    engine::Outcome give(const std::string& what, const std::string& argument, const std::string& text,
                         Role role = Role::Engineer)
    {
        engine::CommandInput c;
        c.what = what;
        c.argument = argument;
        c.text = text;
        c.role = role;
        return rig.give(std::move(c));
    }
    [[nodiscard]] const flow::ShadowBook& book() { return rig.engine().shadow(); }
    [[nodiscard]] Instant now() { return rig.clock().wall(); }
    void toNextDay() { rig.pass(Milliseconds{86'400'000 - now().ms % 86'400'000 + 1'000}); }
};

std::string at(Instant time) { return R"(,"stock_as_of":")" + toText(time) + "\""; }

}  // namespace

/// Our decision beside that of legacy.
class Shadow : public QObject {
    Q_OBJECT

private slots:
    void the_same_answer_matches_in_all_three()
    {
        Shadowed s;
        s.both("1", "east", R"(,"lines":[{"line":1,"units":1}])");
        for (const Compared about : {Compared::Route, Compared::InventoryPromise, Compared::ExceptionClass}) {
            QCOMPARE(s.told("1", about).result, ComparisonResult::Match);
            QCOMPARE(s.told("1", about).signature, std::string());
        }
        QCOMPARE(s.told("1").suppressed, 1U);
    }

    void another_node_differs_and_shows_both_sides()
    {
        Shadowed s;
        s.both("1", "north", R"(,"cost":"2.00","currency":"EUR")");
        const PairCompared route = s.told("1");
        QCOMPARE(route.result, ComparisonResult::Differs);
        QCOMPARE(route.severity, Priority::P2);
        std::map<std::string, std::string> says;
        for (const FieldPair& field : route.says)
            says[field.path] = field.legacy + "|" + field.ours + "|" + s.rig.codeText(field.how);
        QCOMPARE(says["route.nodes"], std::string("north|east|value"));
        QCOMPARE(says["route.cost"], std::string("200|100|numeric"));
        QCOMPARE(route.moneyMinor, std::int64_t{-100});
        QCOMPARE(s.told("1", Compared::ExceptionClass).result, ComparisonResult::Match);
    }

    void nobody_is_compared_before_both_have_spoken()
    {
        Shadowed s;
        s.placed("1");
        s.legacy("2", "east");
        s.rig.pass(flow::ShadowPatience - 1min);
        QVERIFY(s.difference("1").told.empty());
        QVERIFY(s.difference("2").told.empty());
        s.rig.pass(2min);
        QCOMPARE(s.told("1").result, ComparisonResult::MissingInLegacy);
        QCOMPARE(s.told("2").result, ComparisonResult::MissingInNew);
        QCOMPARE(s.told("2").severity, Priority::P1);
    }

    void other_inputs_are_not_judged()
    {
        Shadowed s;
        s.both("fingerprint", "north", R"(,"fingerprint":12345)");
        s.both("version", "north", R"(,"order_version":3)");
        s.both("legs", "north", R"(,"legs":2)");
        for (const char* number : {"fingerprint", "version", "legs"})
            QCOMPARE(s.told(number).result, ComparisonResult::NotYetComparable);
        s.both("same", "north", R"(,"order_version":0,"legs":1)");
        QCOMPARE(s.told("same").result, ComparisonResult::Differs);
        s.rig.post(s.rig.event("legacy.decided", "legs", R"({"leg":2,"legs":2,"node":"west"})"),
                   Lane::Shadow);
        QCOMPARE(s.told("legs").result, ComparisonResult::Differs);
    }

    void a_delivery_that_legacy_has_not_heard_of_is_stale_stock()
    {
        Shadowed s;
        s.rig.pass(Hour);
        const Instant before = s.now();
        for (const char* node : {"north", "west"})
            s.rig.post(s.rig.counted(node, "MUG", 50));
        s.rig.pass(Hour);
        s.rig.post(s.rig.counted("east", "MUG", 50, 2));
        s.rig.post(s.rig.placed("1", {{1, "MUG", 1, "20.00"}}), Lane::Shadow);
        s.legacy("1", "north", at(before + 30min));
        QCOMPARE(s.told("1").cause, DiscrepancyCause::StaleInventory);
        QVERIFY2(s.told("1").why.find("by a count") != std::string::npos, s.told("1").why.c_str());
        s.rig.post(s.rig.placed("2", {{1, "MUG", 1, "20.00"}}), Lane::Shadow);
        s.legacy("2", "north", at(s.now()));
        QCOMPARE(s.told("2").cause, DiscrepancyCause::EngineFault);  // it had the same stock
    }

    void what_legacy_saw_at_its_node_is_tried()
    {
        Shadowed s;
        for (const char* node : {"east", "north"})
            s.rig.post(s.rig.counted(node, "MUG", 0));
        s.rig.post(s.rig.counted("west", "MUG", 5));
        s.rig.post(s.rig.placed("1", {{1, "MUG", 1, "20.00"}}), Lane::Shadow);
        s.legacy("1", "north", R"(,"lines":[{"line":1,"units":1,"saw":4}])");
        QCOMPARE(s.told("1").cause, DiscrepancyCause::StaleInventory);
        QVERIFY2(s.told("1").why.find("legacy saw 4") != std::string::npos, s.told("1").why.c_str());
    }

    void a_rule_without_counterpart_is_missing()
    {
        Shadowed s;
        s.both("1", "west", R"(,"fired":"L-OIL,costlier")");
        QCOMPARE(s.told("1").cause, DiscrepancyCause::MissingRule);
        QVERIFY(s.told("1").why.find("L-OIL") != std::string::npos);
        QVERIFY(s.told("1").signature.ends_with("|L-OIL|costlier|missing_rule"));
        QVERIFY(!s.give("normal_rule", {},
                        R"({"rule":"N1","how":"counterpart","reason":"r","days":5,"table":{"L-OIL":"oil"}})")
                     .failed);
        s.both("2", "west", R"(,"fired":"L-OIL")");
        QCOMPARE(s.told("2").cause, DiscrepancyCause::Unclassified);
    }

    void an_unknown_code_is_a_mapping_and_mapped_it_matches()
    {
        Shadowed s;
        const std::string lines = R"(,"lines":[{"line":1,"units":1}])";
        s.both("1", "WH-01", lines);
        QCOMPARE(s.told("1").cause, DiscrepancyCause::VendorMapping);
        const std::string rule =
            R"({"rule":"N1","how":"mapping","path":"route.nodes","reason":"r","days":5,"table":{"WH-01":"east"}})";
        QVERIFY(!s.give("normal_rule", {}, rule).failed);
        s.both("2", "WH-01", lines);
        QCOMPARE(s.told("2").result, ComparisonResult::Match);
        s.rig.pass(24h * 6);
        s.both("3", "WH-01", lines);
        QCOMPARE(s.told("3").result, ComparisonResult::Differs);  // the rule has ended
    }

    void an_intended_change_is_proposed_as_one()
    {
        Shadowed s;
        QVERIFY(
            !s.give("normal_rule", {}, R"({"rule":"costlier","how":"intended","reason":"cheapest","days":9})")
                 .failed);
        s.both("1", "north");
        QCOMPARE(s.told("1").cause, DiscrepancyCause::IntendedChange);
    }

    void a_promise_that_legacy_does_not_make_is_urgent()
    {
        Shadowed s;
        s.placed("1");
        s.rig.post(s.rig.event("legacy.decided", "1", R"({"leg":1,"exception":"out_of_stock"})"),
                   Lane::Shadow);
        QCOMPARE(s.told("1", Compared::InventoryPromise).result, ComparisonResult::Differs);
        QCOMPARE(s.told("1", Compared::InventoryPromise).severity, Priority::P1);
        QCOMPARE(s.told("1", Compared::ExceptionClass).result, ComparisonResult::Differs);
    }

    void the_page_of_a_day_is_made_by_itself_and_again_after_a_death()
    {
        Shadowed s;
        s.both("1", "east");
        s.both("2", "north");
        s.placed("3");
        QVERIFY(s.book().sealed().empty());
        s.rig.crash();
        s.rig.start();
        s.toNextDay();
        QCOMPARE(s.book().sealed().size(), std::size_t{1});
        const flow::SealedDay page = s.book().sealed().begin()->second;
        QCOMPARE(page.version, 1U);
        for (const char* part : {"\"orders_compared\":3", "\"matched\":1", "\"missing_in_legacy\":1",
                                 "\"leaks\":0", "\"suppressed_calls\":3", "\"coverage\":1.000000"})
            QVERIFY2(page.text.find(part) != std::string::npos, (part + page.text).c_str());
        QVERIFY(!page.isClean());
        s.rig.crash();
        s.rig.start();
        QCOMPARE(s.book().sealed().begin()->second.text, page.text);
        QCOMPARE(s.book().cleanDays(), 0);
    }

    void a_verdict_needs_its_role_and_judges_the_whole_cluster()
    {
        Shadowed s;
        s.both("1", "north");
        const std::string signature = s.told("1").signature;
        const std::string rule =
            "{\"signature\":\"" + signature + "\",\"reason\":\"nearest\",\"days\":7,\"ceiling\":2}";
        QVERIFY(s.give("judge_difference", "policy_difference", rule, Role::Engineer).failed);
        QVERIFY(s.give("judge_difference", "policy_difference", "{}", Role::CommerceManager).failed);
        const std::string endless = "{\"signature\":\"x\",\"reason\":\"r\",\"days\":7}";  // no ceiling
        QVERIFY(s.give("judge_difference", "acceptable_drift", endless, Role::OpsLead).failed);
        QVERIFY(!s.give("judge_difference", "policy_difference", rule, Role::CommerceManager).failed);
        for (const char* number : {"2", "3"})
            s.both(number, "north");
        const std::int64_t day = dayOf(s.now());
        const auto clusters = s.book().clusters(day, s.now());
        QCOMPARE(clusters.size(), std::size_t{1});
        QCOMPARE(clusters[0].by[2], std::int64_t{2});  // policy
        QCOMPARE(clusters[0].by[0], std::int64_t{1});  // over the ceiling: open again
        QCOMPARE(s.book().clusters(day, s.now() + 8 * 24h)[0].by[0],
                 std::int64_t{3});  // the verdict has ended
    }

    void a_page_is_made_again_when_what_was_said_since_changes_it()
    {
        Shadowed s;
        s.both("1", "north");
        s.toNextDay();
        const std::string rule =
            "{\"signature\":\"" + s.told("1").signature + "\",\"reason\":\"nearest\",\"days\":7}";
        QVERIFY(!s.give("judge_difference", "defect", rule).failed);
        s.both("2", "east");
        s.toNextDay();
        QCOMPARE(s.book().sealed().size(), std::size_t{2});
        QCOMPARE(s.book().sealed().begin()->second.version, 2U);
        QCOMPARE(s.book().sealed().rbegin()->second.version, 1U);
    }

    void a_call_that_was_stopped_is_counted()
    {
        flow::ShadowBook book;
        Dictionary names;
        const flow::ShadowRules rules;
        flow::Difference difference;
        difference.id = EntityId{1, 0, EntityKind::Difference};
        Change change;
        change.step.at = Instant{86'400'000};
        flow::callEscaped(difference, {EntityId{1, 0, EntityKind::Order}, {Operation::Ship, {}}},
                          {rules, names, change.step.at, 1}, change);
        QVERIFY(change.keep);
        book.difference(difference.id, change.step, true);
        QCOMPARE(book.report(1, change.step.at).leaks, std::int64_t{1});
        QVERIFY(!book.page(1, change.step.at, Phase::Shadow).isClean());
    }

    void two_answers_to_one_input_are_noise()
    {
        DecisionRecord one, other;
        QVERIFY(!flow::isNoisy(one, other));
        other.legs.emplace_back();
        QVERIFY(flow::isNoisy(one, other));
    }
};

QTEST_GUILESS_MAIN(Shadow)
#include "tst_shadow.moc"
