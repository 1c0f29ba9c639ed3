// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/checklist.h"

#include <QTest>

#include <set>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

const Hash ThisPlan = sha256("plan");

const ItemState& stateOf(const std::vector<ItemState>& states, std::string_view id)
{
    for (const ItemState& state : states)
        if (state.item->id == id)
            return state;
    qFatal("no such item");
}

ChecklistMark marked(bool done, std::string evidence)
{
    return {done, std::move(evidence), "K. Braun", Instant{5}, ThisPlan};
}

}  // namespace

class TestChecklist : public QObject {
    Q_OBJECT
private slots:
    void idsAreUnique()
    {
        std::set<std::string_view> ids;
        for (const ChecklistItem& item : checklistItems())
            QVERIFY2(ids.insert(item.id).second, item.id.data());
    }
    void everyPartHasAutomaticItems()
    {
        for (std::size_t part = 0; part < CountOf<ChecklistPart>; ++part) {
            bool any = false;
            for (const ChecklistItem& item : checklistItems())
                any = any || (item.automatic && item.part == static_cast<ChecklistPart>(part));
            QVERIFY(any);
        }
    }
    void whatIsUnknownIsNotDone()
    {
        for (const ItemState& state : checklist({}, {}, ThisPlan))
            QVERIFY(!state.done);
    }
    void anAutomaticItemFollowsItsFacts()
    {
        ChecklistFacts facts{{"writes_keyed", {true, "14,576 of 14,576 calls"}}};
        QVERIFY(stateOf(checklist(facts, {}, ThisPlan), "writes_keyed").done);
        facts["writes_keyed"] = {false, "14,576 of 14,577 calls; hp:8841:ship:1 had none"};
        const auto states = checklist(facts, {}, ThisPlan);
        QVERIFY(!stateOf(states, "writes_keyed").done);
        QCOMPARE(stateOf(states, "writes_keyed").evidence, facts["writes_keyed"].evidence);
    }
    void nobodyTicksWithoutEvidence()
    {
        QCOMPARE(check("support_briefed", marked(true, " \n")).error().code, Code::InvalidArgument);
        QVERIFY(check("support_briefed", marked(true, "minutes of 3 Nov")));
        QVERIFY(check("support_briefed", marked(false, "")));  // taking it back needs none
    }
    void nobodyTicksWhatFactsDecide()
    {
        QCOMPARE(check("writes_keyed", marked(true, "I looked")).error().code, Code::Conflict);
        const auto states = checklist({}, {{"writes_keyed", marked(true, "I looked")}}, ThisPlan);
        QVERIFY(!stateOf(states, "writes_keyed").done);
    }
    void anUnknownItemIsRefused()
    {
        QCOMPARE(check("luck", marked(true, "yes")).error().code, Code::NotFound);
    }
    void anotherPlanVoidsWhatPeopleSaid()
    {
        const ChecklistMarks marks{{"support_briefed", marked(true, "minutes of 3 Nov")}};
        QVERIFY(stateOf(checklist({}, marks, ThisPlan), "support_briefed").done);
        QVERIFY(!stateOf(checklist({}, marks, sha256("another")), "support_briefed").done);
    }
    void aPartIsDoneWhenAllOfItIs()
    {
        ChecklistFacts facts;
        ChecklistMarks marks;
        for (const ChecklistItem& item : checklistItems()) {
            if (item.part != ChecklistPart::LaunchDay)
                continue;
            if (item.automatic)
                facts[std::string(item.id)] = {true, "seen"};
            else
                marks[std::string(item.id)] = marked(true, "seen");
        }
        QVERIFY(isDone(checklist(facts, marks, ThisPlan), ChecklistPart::LaunchDay));
        QVERIFY(!isDone(checklist(facts, marks, ThisPlan), ChecklistPart::PreLaunch));
        marks["pause_drilled"].done = false;
        QVERIFY(!isDone(checklist(facts, marks, ThisPlan), ChecklistPart::LaunchDay));
    }
};

QTEST_GUILESS_MAIN(TestChecklist)
#include "tst_checklist.moc"
