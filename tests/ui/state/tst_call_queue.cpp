// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/call_queue.h"

#include <QThread>
#include <QtTest/QTest>

#include <memory>
#include <thread>
#include <vector>

namespace holdpoint::ui {

class TestCallQueue : public QObject {
    Q_OBJECT

private slots:
    void callsOfEveryThreadComeInTheirOrderOnTheReceivers()
    {
        constexpr int Each = 500;
        QObject receiver;
        CallQueue& queue = CallQueue::of(&receiver);
        std::vector<int> heard[2];
        bool here = true;
        const auto send = [&](int which) {
            for (int i = 0; i < Each; ++i)
                queue.add([&, which, i] {
                    heard[which].push_back(i);
                    here = here && QThread::currentThread() == receiver.thread();
                });
        };
        std::thread first(send, 0);
        std::thread second(send, 1);
        QTRY_COMPARE(heard[0].size() + heard[1].size(), std::size_t{2 * Each});
        first.join();
        second.join();
        QVERIFY(here);
        for (const auto& numbers : heard)
            for (int i = 0; i < Each; ++i)
                QCOMPARE(numbers[static_cast<std::size_t>(i)], i);
    }
    void nothingIsCalledAtOnceNorAfterTheReceiver()
    {
        auto receiver = std::make_unique<QObject>();
        auto kept = std::make_shared<int>(0);
        CallQueue::of(receiver.get()).add([kept] { ++*kept; });
        QCOMPARE(*kept, 0);
        receiver.reset();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(*kept, 0);
        QCOMPARE(kept.use_count(), 1L);
    }
    void aCallMayAddACallForTheNextTurn()
    {
        QObject receiver;
        CallQueue& queue = CallQueue::of(&receiver);
        std::vector<int> heard;
        queue.add([&] {
            queue.add([&] { heard.push_back(2); });
            heard.push_back(1);
        });
        QTRY_COMPARE(heard, (std::vector<int>{1, 2}));
    }
    void aReceiverHasOneQueue()
    {
        QObject receiver, other;
        QCOMPARE(&CallQueue::of(&receiver), &CallQueue::of(&receiver));
        QVERIFY(&CallQueue::of(&receiver) != &CallQueue::of(&other));
        QCOMPARE(receiver.children().size(), 1);
    }
};

}  // namespace holdpoint::ui

QTEST_GUILESS_MAIN(holdpoint::ui::TestCallQueue)
#include "tst_call_queue.moc"
