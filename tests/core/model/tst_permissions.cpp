// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/permissions.h"

#include <QTest>
#include <set>

using namespace holdpoint;

/// The matrix of roles.
class PermissionsTest : public QObject {
    Q_OBJECT

private slots:
    void whoMayDoWhat_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("who");
        QTest::newRow("note") << "note"
                              << "support_agent support_lead ops_lead engineer commerce_manager ";
        QTest::newRow("ask") << "ask_vendor"
                             << "support_agent support_lead ops_lead engineer commerce_manager ";
        QTest::newRow("stop") << "stop_intake"
                              << "support_agent support_lead ops_lead engineer commerce_manager ";
        QTest::newRow("retry") << "retry"
                               << "support_agent support_lead engineer ";
        QTest::newRow("hand back") << "hand_back"
                                   << "support_agent support_lead engineer ";
        QTest::newRow("resolve") << "resolve"
                                 << "support_agent support_lead engineer ";
        QTest::newRow("lower") << "lower_priority"
                               << "support_lead engineer ";
        QTest::newRow("cancel") << "cancel_order"
                                << "support_lead ";
        QTest::newRow("no such command") << "eat_order"
                                         << "";
    }
    void whoMayDoWhat()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, who);
        QString may;
        for (std::size_t i = 0; i < CountOf<Role>; ++i)
            if (const auto role = static_cast<Role>(i); mayDo(role, what.toStdString()))
                may += QString::fromStdString(std::string(name(role))) + ' ';
        QCOMPARE(may, who);
    }
    void nobodyWhoOnlyLooksMayDoAnything()
    {
        for (const CommandRule& rule : CommandRules)
            for (const Role role : {Role::Viewer, Role::Auditor, Role::Admin, Role::Machine})
                QVERIFY2(!mayDo(role, rule.what), std::string(rule.what).c_str());
    }
    void everyCommandIsListedOnceAndSomebodyMay()
    {
        std::set<std::string_view> seen;
        for (const CommandRule& rule : CommandRules) {
            QVERIFY(seen.insert(rule.what).second);
            QVERIFY(!whoMay(rule.what).empty());
        }
    }
    void oneHundredAtOnceForAnAgent()
    {
        QCOMPARE(bulkLimit(Role::SupportAgent), std::size_t{100});
        QVERIFY(bulkLimit(Role::SupportLead) > 100'000);
        QVERIFY(bulkLimit(Role::Engineer) > 100'000);
        QCOMPARE(bulkLimit(Role::OpsLead), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(PermissionsTest)
#include "tst_permissions.moc"
