// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/decision_tree.h"

#include <QTest>

#include <set>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

TreeFacts facts(std::initializer_list<std::pair<Ask, bool>> known)
{
    TreeFacts all;
    for (const auto& [ask, yes] : known)
        all[static_cast<std::size_t>(ask)] = yes;
    return all;
}

}  // namespace

class TestDecisionTree : public QObject {
    Q_OBJECT
private slots:
    void everyWalkEndsInAnAct()
    {
        // All ways of answering: each must come to an end, within as many questions as there are.
        std::set<TreeAct> ends;
        for (unsigned bits = 0; bits < 1U << CountOf<Ask>; ++bits) {
            TreeFacts known;
            for (std::size_t i = 0; i < known.size(); ++i)
                known[i] = (bits >> i & 1U) != 0;
            const TreeWalk done = walk(known, {});
            QVERIFY(done.act.has_value());
            QVERIFY(done.path.size() <= CountOf<Ask>);
            ends.insert(*done.act);
        }
        QCOMPARE(ends.size(), CountOf<TreeAct>);  // and every act can be the end of one
    }
    void provenHarmRollsBackIfLegacyCanTakeIt()
    {
        const auto harmed = [](bool healthy) {
            return walk(
                facts(
                    {{Ask::CustomersHarmed, true}, {Ask::FromNewPath, true}, {Ask::LegacyHealthy, healthy}}),
                {});
        };
        QCOMPARE(*harmed(true).act, TreeAct::RollBack);
        QVERIFY(!harmed(true).owner);  // the commander's
        QCOMPARE(*harmed(false).act, TreeAct::Park);
    }
    void aVendorsOutageIsNoReasonToRollBack()
    {
        const TreeWalk done = walk(
            facts({{Ask::CustomersHarmed, false}, {Ask::BlockerNoGo, true}, {Ask::ControlToo, true}}), {});
        QCOMPARE(*done.act, TreeAct::VendorIncident);
        QCOMPARE(*done.owner, Function::Operations);
    }
    void whatNobodyKnowsIsAsked()
    {
        const TreeWalk first = walk(facts({{Ask::CustomersHarmed, false}}), {});
        QVERIFY(!first.act);
        QCOMPARE(*first.next, Ask::BlockerNoGo);
        QCOMPARE(*walk(facts({{Ask::CustomersHarmed, false}}), {{Ask::BlockerNoGo, false}}).next,
                 Ask::BacklogGrows);
    }
    void aPersonMaySayOtherwiseAndBothAreKept()
    {
        const TreeWalk done = walk(facts({{Ask::CustomersHarmed, true}, {Ask::FromNewPath, true}}),
                                   {{Ask::FromNewPath, false}});
        QCOMPARE(*done.act, TreeAct::VendorIncident);
        QVERIFY(done.path[1].byPerson && *done.path[1].known && !done.path[1].yes);
        QCOMPARE(toText(done),
                 std::string("customers_harmed=yes from_new_path=no(person; facts: yes) → vendor_incident"));
    }
};

QTEST_GUILESS_MAIN(TestDecisionTree)
#include "tst_decision_tree.moc"
