// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_session.h"
#include "tests/ui/support/samples.h"
#include "ui/state/client.h"

#include <QSignalSpy>
#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;

/// What a window keeps of the commands it has sent.
class tst_Client : public QObject {
    Q_OBJECT

    struct Rig {
        Rig() { client.attach(session); }
        void submit()
        {
            session::Command command;
            command.what = "note";
            client.submit(command);
        }
        void receipt(CommandState state)
        {
            QSignalSpy told(&client, &Client::receipt);
            session->receipt(state, sample::now());
            QVERIFY(told.wait());
        }
        Client client{{[] { return 1; }, [] { return sample::now(); }}};
        std::shared_ptr<FakeSession> session = std::make_shared<FakeSession>(executorOf(&client));
    };

private slots:
    void whatHasEndedIsForgotten_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("kept");
        QTest::newRow("accepted") << int(CommandState::Accepted) << true;
        QTest::newRow("effective") << int(CommandState::Effective) << true;  // may be verified yet
        QTest::newRow("unknown") << int(CommandState::Unknown) << true;
        QTest::newRow("refused") << int(CommandState::Refused) << false;
        QTest::newRow("failed") << int(CommandState::Failed) << false;
        QTest::newRow("verified") << int(CommandState::Verified) << false;
    }
    void whatHasEndedIsForgotten()
    {
        QFETCH(int, state);
        QFETCH(bool, kept);
        Rig rig;
        rig.submit();
        rig.receipt(static_cast<CommandState>(state));
        emit rig.client.tick();
        QCOMPARE(rig.client.commandsKept(), std::size_t{kept ? 1U : 0U});
    }
    void ofManyInEffectTheOldestAreForgotten()
    {
        Rig rig;
        for (int i = 0; i < 70; ++i) {
            rig.submit();
            rig.receipt(CommandState::Effective);
        }
        rig.submit();  // this one is under way
        emit rig.client.tick();
        QCOMPARE(rig.client.commandsKept(), std::size_t{65});
        rig.receipt(CommandState::Effective);  // and still heard of
    }
    void aRepeatSaysWhenItWasGivenFirst()
    {
        Instant wall = sample::now();
        Client client{{[] { return 1; }, [&wall] { return wall; }}};
        auto session = std::make_shared<FakeSession>(executorOf(&client));
        client.attach(session);
        session::Command command;
        command.what = "stop_intake";
        const Instant first = wall;
        command.key = client.submit(command);
        QCOMPARE(session->submitted.back().command.given, first);
        wall = wall + Milliseconds{60'000};
        client.submit(command);
        QCOMPARE(session->submitted.back().command.given, first);
        command.key = "from elsewhere";
        client.submit(command);
        QCOMPARE(session->submitted.back().command.given, Instant{});  // not known: kept for ever
    }
    void whatAnEndedSessionWasSentIsForgotten()
    {
        Rig rig;
        rig.submit();
        rig.client.detach();
        emit rig.client.tick();
        QCOMPARE(rig.client.commandsKept(), std::size_t{1});  // somebody holds the session
        rig.session.reset();
        emit rig.client.tick();
        QCOMPARE(rig.client.commandsKept(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(tst_Client)
#include "tst_client.moc"
