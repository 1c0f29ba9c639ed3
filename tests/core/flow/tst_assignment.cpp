// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/flow/assignment.h"
#include "core/model/arm_cell.h"
#include "core/orders/apply.h"

#include <QTest>

using namespace holdpoint;
using rollout::Attribute;
using rollout::Op;
using rollout::Predicate;
using rollout::Quantifier;

namespace {

constexpr Instant Now{1'800'000'000'000};
constexpr Milliseconds Hour{3'600'000};

Predicate is(Attribute a, rollout::Value v) { return {Op::Eq, a, Quantifier::AllLines, {std::move(v)}, {}}; }

flow::Rollout serving(int weightBp, Predicate predicate = {})
{
    flow::Rollout r;
    r.id = {1, 0, EntityKind::Rollout};
    r.plan.emplace();
    r.plan->salt = "rollout-2026-01";
    r.plan->steps.resize(2);
    r.control.state = RolloutState::Running;
    r.control.step = 1;
    r.control.live = r.control.wasLive = true;
    rollout::ServedSlice slice;
    slice.name = "one";
    slice.predicate = std::move(predicate);
    slice.weightBp = weightBp;
    r.served.push_back(slice);
    return r;
}

}  // namespace

class AssignmentTest : public QObject {
    Q_OBJECT

    Dictionary names_;
    Policy policy_;

    Order order(const std::string& number, std::int64_t total = 2'000)
    {
        Order o;
        o.id = {7, 1, EntityKind::Order};
        o.placed = o.taken = true;
        o.header.number = number;
        o.header.channel = names_.intern<NameKind::Channel>("web");
        o.header.region = names_.intern<NameKind::Region>("SP");
        o.header.total = total;
        o.lines.push_back({1, names_.intern<NameKind::Sku>("HAT"), 1, total, 0});
        return o;
    }
    RolloutAssigned one(const flow::Rollout& r, const Order& o)
    {
        flow::Assignment a(policy_, names_);
        a.refresh(r);
        return a.assign(o, Now);
    }
    bool goesBy(Predicate p) { return one(serving(10'000, std::move(p)), order("ORD-1")).slice == 1; }
    std::string why(const RolloutAssigned& a) { return names_.text(a.why); }

private slots:
    void theHashDecides()
    {
        // ORD-1 falls into bucket 4797 of this salt.
        const RolloutAssigned below = one(serving(4'798), order("ORD-1"));
        QCOMPARE(below.bucket, std::int64_t{4'797});
        QCOMPARE(below.destination, IntakeDestination::NewPath);
        QCOMPARE(below.arm, Arm::Canary);
        QVERIFY(below.hashed && below.inSample);
        const RolloutAssigned at = one(serving(4'797), order("ORD-1"));
        QCOMPARE(at.destination, IntakeDestination::Legacy);
        QCOMPARE(at.arm, Arm::Control);
        QVERIFY(at.hashed && at.inSample);
        QCOMPARE(at.step, std::uint16_t{1});
        QCOMPARE(at.run, 1U);
    }
    void traitsAreWhatTheOrderSays()
    {
        policy_.skuClasses[names_.intern<NameKind::Sku>("HAT").number] = SkuClass::Hot;
        QVERIFY(goesBy(is(Attribute::Channel, std::string("web"))));
        QVERIFY(!goesBy(is(Attribute::Channel, std::string("shop"))));
        QVERIFY(goesBy(is(Attribute::Region, std::string("SP"))));
        QVERIFY(goesBy(is(Attribute::ValueBand, std::int64_t{2'000})));
        QVERIFY(goesBy(is(Attribute::LineCount, std::int64_t{1})));
        QVERIFY(goesBy(is(Attribute::PaymentStatus, std::string("none"))));
        QVERIFY(goesBy(is(Attribute::SkuClass, std::string("hot"))));
        QVERIFY(!goesBy(is(Attribute::SkuClass, std::string("standard"))));
    }
    void whatIsMissingIsUnknownAndStaysWithLegacy_data()
    {
        QTest::addColumn<int>("attribute");
        for (const Attribute a : {Attribute::Brand, Attribute::ShipMethod, Attribute::CustomerTier,
                                  Attribute::SplitExpected, Attribute::Backorder})
            QTest::newRow(name(a).data()) << static_cast<int>(a);
    }
    void whatIsMissingIsUnknownAndStaysWithLegacy()
    {
        QFETCH(int, attribute);
        const auto a = static_cast<Attribute>(attribute);
        const rollout::Value value =
            rollout::isNumber(a) ? rollout::Value(std::int64_t{1}) : rollout::Value(std::string("x"));
        const RolloutAssigned got = one(serving(10'000, is(a, value)), order("ORD-1"));
        QCOMPARE(why(got), std::string("unknown"));
        QCOMPARE(got.destination, IntakeDestination::Legacy);
        QVERIFY(!got.hashed);
    }
    void linesThatNobodyKnowsAreUnknown()
    {
        Order o = order("ORD-1");
        o.header.lines = LinesKnown::Unknown;
        const auto r = serving(10'000, is(Attribute::LineCount, std::int64_t{1}));
        QCOMPARE(why(one(r, o)), std::string("unknown"));
        o = order("ORD-1", 0);
        QCOMPARE(why(one(serving(10'000, is(Attribute::ValueBand, std::int64_t{0})), o)),
                 std::string("unknown"));
    }
    void withoutANumberThereIsNoUnit()
    {
        const RolloutAssigned got = one(serving(10'000), order(""));
        QCOMPARE(why(got), std::string("no_unit"));
        QCOMPARE(got.destination, IntakeDestination::Legacy);
    }
    void whatIsNotLiveServesNobody_data()
    {
        QTest::addColumn<int>("state");
        for (const RolloutState s : {RolloutState::RollingBack, RolloutState::Reconciling,
                                     RolloutState::RolledBack, RolloutState::Draft})
            QTest::newRow(name(s).data()) << static_cast<int>(s);
    }
    void whatIsNotLiveServesNobody()
    {
        QFETCH(int, state);
        flow::Rollout r = serving(10'000);
        r.control.state = static_cast<RolloutState>(state);
        r.control.live = false;
        r.control.run = 2;
        QCOMPARE(one(r, order("ORD-1")).destination, IntakeDestination::Legacy);
    }
    void aHoldIsServedByTheStepBefore()
    {
        flow::Rollout r = serving(10'000);
        r.control.state = RolloutState::Hold;
        r.control.step = 2;
        QCOMPARE(one(r, order("ORD-1")).step, std::uint16_t{1});
        r.control.state = RolloutState::Running;
        QCOMPARE(one(r, order("ORD-1")).step, std::uint16_t{2});
    }
    void aPausedSliceSendsItsCanaryWhereThePlanSays()
    {
        for (const IntakeDestination to : {IntakeDestination::Legacy, IntakeDestination::Park}) {
            flow::Rollout r = serving(4'798);
            r.served[0].state = SliceState::Paused;
            r.served[0].stopped = to;
            const RolloutAssigned got = one(r, order("ORD-1"));
            QCOMPARE(got.destination, to);
            QCOMPARE(why(got), std::string("slice_paused"));
            QVERIFY(!got.inSample);
            r.served[0].weightBp = 4'797;  // the control arm goes to legacy in any case
            QCOMPARE(one(r, order("ORD-1")).destination, IntakeDestination::Legacy);
        }
    }
    void theCapOfTheStepBinds()
    {
        flow::Rollout r = serving(10'000);
        r.plan->steps[0].caps = {2, 0};
        flow::Assignment a(policy_, names_);
        a.refresh(r);
        QCOMPARE(a.assign(order("1"), Now).destination, IntakeDestination::NewPath);
        a.refresh(r);  // told again: the hour's count stays
        QCOMPARE(a.assign(order("2"), Now).destination, IntakeDestination::NewPath);
        QVERIFY(!a.capBound(Now));
        const RolloutAssigned third = a.assign(order("3"), Now);
        QCOMPARE(third.destination, IntakeDestination::Legacy);
        QCOMPARE(why(third), std::string("cap_reached"));
        QVERIFY(!third.inSample);
        QVERIFY(a.capBound(Now));
        QCOMPARE(a.assign(order("4"), Now + Hour).destination, IntakeDestination::NewPath);
    }
    void theValueOfTheHourBinds()
    {
        flow::Rollout r = serving(10'000);
        r.plan->steps[0].caps = {0, 5'000};
        flow::Assignment a(policy_, names_);
        a.refresh(r);
        QCOMPARE(a.assign(order("1", 3'000), Now).destination, IntakeDestination::NewPath);
        QCOMPARE(a.assign(order("2", 2'001), Now).destination, IntakeDestination::Legacy);
        QCOMPARE(a.assign(order("3", 2'000), Now).destination, IntakeDestination::NewPath);
    }
    void anOrderIsAssignedForLife()
    {
        Order o = order("ORD-1");
        const RolloutAssigned first = one(serving(10'000), o);
        orders::decideFact(o, {0, Now, first}, Now);
        QCOMPARE(o.assigned, first);
        const Fact again{0, Now, first};
        QVERIFY_THROWS_EXCEPTION(CheckFailed, orders::decideFact(o, again, Now));
    }
    void theCellOfAnArmIsOneNumber()
    {
        const ArmCell cells[] = {{1, 1, 1, true, Arm::Canary},
                                 {1, 1, 1, true, Arm::Control},
                                 {1, 2, 0, false, Arm::Control},
                                 {1'023, 255, 1'023, true, Arm::Canary}};
        for (const ArmCell& c : cells)
            QVERIFY(armCell(packed(c)) == c);
        QCOMPARE(armCellOf(RolloutAssigned{}), 0U);
        QVERIFY(armCellOf(one(serving(10'000), order("ORD-1"))) != 0);
    }
};

QTEST_APPLESS_MAIN(AssignmentTest)
#include "tst_assignment.moc"
