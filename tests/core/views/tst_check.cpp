// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/check.h"
#include "launch.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::views;
using holdpoint::test::Launch;

namespace {

CheckReport checked(const Launch& launch, const CheckOptions& options = {})
{
    auto report = check(*launch.reader(), options);
    if (!report)
        throw std::runtime_error(report.error().detail);
    return *report;
}

std::string firstOf(const CheckReport& report)
{
    if (report.disagreements.empty())
        return "agrees";
    const Disagreement& d = report.disagreements.front();
    return d.entity + ' ' + d.what + ": " + d.stored + " / " + d.computed;
}

/// Writes to the store behind everybody's back.
void spoil(const Launch& launch, const char* sql)
{
    auto database = store::Database::open(launch.rig.storeOptions().connection(false));
    QVERIFY(database.has_value());
    QVERIFY2((*database)->execute(sql).has_value(), sql);
}

}  // namespace

class CheckTest : public QObject {
    Q_OBJECT

private slots:
    void aRealStoreAgrees()
    {
        Launch launch;
        launch.day();
        CheckOptions options;
        options.policy = &launch.rig.engine().policy();
        const CheckReport report = checked(launch, options);
        QCOMPARE(firstOf(report), std::string("agrees"));
        QCOMPARE(report.journalHash, launch.rig.engine().lease().chain);
        QCOMPARE(report.numbers.asOf.parts.front().seq, launch.rig.engine().lease().lastSeq);
        QCOMPARE(report.steps, launch.rig.engine().lease().lastSeq);
        QCOMPARE(report.orders, std::uint64_t{5});
        QCOMPARE(report.numbers.in(Place::Finished), 2);
        QCOMPARE(report.numbers.in(Place::Intake), 1);
        QCOMPARE(report.numbers.in(Place::Exception), 1);
        QCOMPARE(report.numbers.in(Place::Awaited), 1);
        QCOMPARE(report.numbers.ordersAccepted(), 4);
        QCOMPARE(report.numbers.exceptionsOpen, 1);
        QCOMPARE(report.numbers.events.parked, 1);
        QCOMPARE(report.numbers.events.duplicate, 1);
        QCOMPARE(report.numbers.events.refused, 2);
        QVERIFY(report.numbers.events.agree());
        QCOMPARE(report.reservations.consumed, 2);
        QCOMPARE(report.stock.onHand, 3 * 100 - 6);
        QCOMPARE(report.effects.done, 4);
    }
    void anEmptyStoreAgrees()
    {
        Launch launch;
        launch.rig.stockUp();
        const CheckReport report = checked(launch);
        QCOMPARE(firstOf(report), std::string("agrees"));
        QCOMPARE(report.stateHash, Hash{});
    }
    void everyLieIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* what, const char* sql) { QTest::newRow(sql) << sql << what; };
        row("place", "UPDATE entity SET place=3 WHERE place=8");
        row("status", "UPDATE entity SET status=status+1 WHERE place=8");
        row("lane", "UPDATE entity SET lane=1 WHERE place=8");
        row("owner", "UPDATE entity SET owner=2 WHERE place=8");
        row("version", "UPDATE entity SET version=version+1 WHERE place=8");
        row("value", "UPDATE entity SET value=1 WHERE place=8");
        row("flags", "UPDATE entity SET flags=1 WHERE place=8");
        row("open", "DELETE FROM open");
        row("open", "INSERT INTO open(id, due) SELECT id, 0 FROM entity WHERE place=8");
        row("due", "UPDATE open SET due=due+1");
        row("key", "DELETE FROM key WHERE entity IN (SELECT id FROM entity WHERE place=8)");
        row("chain", "UPDATE frame SET hash=zeroblob(32) WHERE number=3");
        row("chain", "UPDATE step SET body=x'00' WHERE seq=1");
        row("received", "UPDATE series SET n=n+1 WHERE metric=1");
        row("duplicate", "DELETE FROM series WHERE metric=5");
        row("on_hand", "UPDATE stock SET on_hand=on_hand+1");
        row("reserved", "UPDATE stock SET reserved=reserved+1, on_hand=on_hand");
        row("state", "UPDATE exception SET state=6");
        row("sla", "UPDATE exception SET due=due+1");
        row("queue", "DELETE FROM exception");
        row("items",
            "INSERT INTO exception SELECT id+65536*1000, order_id, version, head, state, category, stage, priority, "
            "blocking, class, code, vendor, node, channel, region, currency, value, lane, fingerprint, opened, due, "
            "resolved, resolution, root_cause, assignee, snoozed, reopened, problems FROM exception");
        row("outbox",
            "INSERT INTO outbox(id, entity, vendor, body) SELECT 99, id, 1, x'00' FROM entity LIMIT 1");
    }
    void everyLieIsFound()
    {
        QFETCH(QString, sql);
        QFETCH(QString, what);
        Launch launch;
        launch.day();
        spoil(launch, qPrintable(sql));
        CheckOptions options;
        options.policy = &launch.rig.engine().policy();
        const CheckReport report = checked(launch, options);
        QVERIFY(!report.agrees());
        const bool named = std::any_of(report.disagreements.begin(), report.disagreements.end(),
                                       [&](const Disagreement& d) { return d.what == what.toStdString(); });
        QVERIFY2(named, firstOf(report).c_str());
    }
    void aLostEffectIsFound()
    {
        Launch launch;
        launch.rig.stockUp();
        launch.rig.post(launch.rig.placed("1", {{1, "HAT", 2}}));
        launch.rig.post(launch.authorised("1"));  // planned, not answered yet
        QCOMPARE(checked(launch).numbers.outbox, 1);
        spoil(launch, "DELETE FROM outbox");
        QCOMPARE(firstOf(checked(launch)).substr(0, 13), std::string("outbox effect"));
    }
    void aDisagreementNamesEntityAndBothValues()
    {
        Launch launch;
        launch.day();
        spoil(launch, "UPDATE entity SET value=1 WHERE place=1");
        const CheckReport report = checked(launch);
        QCOMPARE(report.disagreementCount, std::uint64_t{1});
        QCOMPARE(firstOf(report), launch.rig.idOf("3").text() + " value: 1 / 2000");
    }
    void effectsAreTheVendorsBooks()
    {
        Launch launch;
        launch.day();
        CheckOptions options;
        int shipped = 0;
        options.effect = [&](const RecordedEffect& e) {
            if (e.ref.operation == Operation::Ship && e.state == EffectState::Done) {
                QVERIFY(launch.rig.vendors().find(e.vendor)->book().entries().contains(e.key));
                ++shipped;
            }
        };
        checked(launch, options);
        QCOMPARE(shipped, 2);
    }
    void stateHashForgetsOrderAndRepetition()
    {
        const auto hashOf = [](const std::vector<std::string>& events) {
            Launch launch;
            for (const std::string& event : events)
                launch.rig.post(event, Lane::Observe);
            const CheckReport report = checked(launch);
            return report.agrees() ? toHex(report.stateHash) : firstOf(report);
        };
        Launch maker;
        const std::string at = "2027-01-15T08:00:00.000Z";
        const std::string placed = maker.rig.placed("1", {{1, "HAT", 2}});
        const std::string paid = maker.authorised("1", "p");
        const std::string shipped = maker.rig.event(
            "shipment.shipped", "1", R"({"leg":1,"id":"s","node":"east","tracking":"T"})", "s", at);
        const std::string delivered =
            maker.rig.event("shipment.delivered", "1", R"({"leg":1,"id":"d"})", "d", at);
        const std::string forward = hashOf({placed, paid, shipped, delivered});
        QCOMPARE(forward.size(), std::size_t{64});
        QCOMPARE(hashOf({delivered, shipped, paid, placed}), forward);
        QCOMPARE(hashOf({shipped, placed, shipped, delivered, delivered, paid, placed, paid}), forward);
        QVERIFY(hashOf({placed, paid, shipped}) != forward);
        QVERIFY(hashOf({placed, shipped, delivered}) != forward);
    }
    void stateHashKeepsTheSmallerOfAContradiction()
    {
        const auto hashOf = [](const std::vector<std::string>& events) {
            Launch launch;
            for (const std::string& event : events)
                launch.rig.post(event, Lane::Observe);
            return toHex(checked(launch).stateHash);
        };
        Launch maker;
        const std::string early = maker.rig.placed("1", {{1, "HAT", 2}}, "20.00");
        maker.rig.clock().advance(Milliseconds{5});
        const std::string late = maker.rig.placed("1", {{1, "HAT", 2}}, "25.00");
        QCOMPARE(hashOf({early, late}), hashOf({late, early}));
        QCOMPARE(hashOf({early, late}), hashOf({early}));
        QVERIFY(hashOf({late}) != hashOf({early}));
    }
    void progressCanCancel()
    {
        Launch launch;
        launch.rig.stockUp();
        std::vector<engine::Input> inputs;
        for (int i = 0; i < 1100; ++i) {
            inputs.emplace_back().body =
                engine::EventBytes{launch.rig.placed(std::to_string(i), {{1, "HAT", 1}}), Lane::Live, 0};
            if (inputs.size() == 500 || i == 1099)
                launch.rig.turn(std::exchange(inputs, {}));
        }
        CheckOptions options;
        std::uint64_t all = 0;
        options.progress = [&](std::uint64_t, std::uint64_t of) {
            all = of;
            return false;
        };
        const auto report = check(*launch.reader(), options);
        QVERIFY(!report.has_value());
        QCOMPARE(report.error().code, Code::Unavailable);
        QVERIFY(all >= 1100);
        options.progress = [](std::uint64_t, std::uint64_t) { return true; };
        QVERIFY(check(*launch.reader(), options).has_value());
    }
};

QTEST_APPLESS_MAIN(CheckTest)
#include "tst_check.moc"
