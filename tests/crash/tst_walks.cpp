// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/invariants.h"
#include "tests/support/walks.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

namespace {

/// What goes wrong, at the nth time that it can.
struct Fault {
    const char* name;
    std::optional<StoreFault> store;  ///< none: dies between two calls to vendors
};

constexpr Fault Faults[] = {{"dies before the commit", StoreFault::CrashBefore},
                            {"dies after the commit", StoreFault::CrashAfter},
                            {"dies before a call", std::nullopt},
                            {"not committed", StoreFault::NotCommitted},
                            {"unknown, committed", StoreFault::UnknownCommitted},
                            {"unknown, not committed", StoreFault::UnknownNotCommitted}};

void arm(EngineRig& rig, const Fault& fault, std::uint64_t nth)
{
    if (fault.store)
        rig.store().at(nth, *fault.store);
    else
        rig.crashPoint().at("dispatch.before", nth);
}

bool struck(EngineRig& rig, const Fault& fault, std::uint64_t nth)
{
    return (fault.store ? rig.store().commits() : rig.crashPoint().passed()) >= nth;
}

int points = 0;

}  // namespace

class CrashWalks : public QObject {
    Q_OBJECT

private slots:
    void without_a_fault_nothing_is_violated();
    void any_fault_at_any_commit_data();
    void any_fault_at_any_commit();
    void cleanupTestCase();
};

void CrashWalks::without_a_fault_nothing_is_violated()
{
    for (const Walk& walk : walks()) {
        const auto rig = walked(walk.name);
        const auto found = violations(*rig);
        QVERIFY2(found.empty(), (walk.name + ": " + (found.empty() ? "" : found.front())).c_str());
        QCOMPARE(rig->repeats(), 0);
    }
}

void CrashWalks::any_fault_at_any_commit_data()
{
    QTest::addColumn<int>("walk");
    for (int i = 0; i < static_cast<int>(walks().size()); ++i)
        QTest::newRow(walks()[static_cast<std::size_t>(i)].name.c_str()) << i;
}

void CrashWalks::any_fault_at_any_commit()
{
    QFETCH(const int, walk);
    const Walk& script = walks()[static_cast<std::size_t>(walk)];
    const auto untouched = walked(script.name);
    const Aftermath expected = aftermath(*untouched, script.orders);
    for (const Fault& fault : Faults)
        for (std::uint64_t nth = 1;; ++nth) {
            EngineRig rig(script.options);
            arm(rig, fault, nth);
            script.run(rig);
            if (!struck(rig, fault, nth))
                break;
            ++points;
            const std::string where = std::string(fault.name) + " at " + std::to_string(nth) + ": ";
            const auto found = violations(rig);
            QVERIFY2(found.empty(), (where + (found.empty() ? "" : found.front())).c_str());
            const std::string differs = difference(expected, aftermath(rig, script.orders));
            QVERIFY2(script.races || differs.empty(), (where + differs).c_str());
            if (rig.crashes() == untouched->crashes())
                QCOMPARE(static_cast<FrameNo>(rig.published()), rig.engine().lease().lastFrame);
        }
}

void CrashWalks::cleanupTestCase() { qInfo("%d crash points in %zu walks", points, walks().size()); }

QTEST_GUILESS_MAIN(CrashWalks)
#include "tst_walks.moc"
