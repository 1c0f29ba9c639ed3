// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fire/scene.h"
#include "tests/support/quick_folder.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::fire;

/// How much is played. HOLDPOINT_FIRE_ORDERS=3: more, which is some 4,000 runs.
int ordersOf(bool made)
{
    const int asked = qEnvironmentVariableIntValue("HOLDPOINT_FIRE_ORDERS");
    return asked > 0 ? asked : made ? 1 : 0;
}

/// Call 1 fails, then call 2 … until a run passes untouched: each kind of fault once and for ever after, on a store that is
/// there and on one that is being made. Each run is a process of its own; after it the store is opened again.
class Sweep : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void every_call_data();
    void every_call();
    void cleanupTestCase();

private:
    Ground fresh();

    std::unique_ptr<QTemporaryDir> folder_;
    Ground made_;  // a store that was made, and nothing else
    int runs_ = 0;
    int told_ = 0;  // ended by itself, with a sentence
    std::uint64_t next_ = 0;
};

void Sweep::initTestCase()
{
    folder_ = test::quickFolder();
    made_ = fresh();
    std::filesystem::create_directories(made_.books());
    test::EngineRig rig(made_.options());
}

Ground Sweep::fresh()
{
    return {std::filesystem::path(folder_->filePath(QString::number(++next_)).toStdString())};
}

void Sweep::every_call_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("sticky");
    QTest::addColumn<bool>("made");
    struct Kind {
        const char* name;
        Fault fault;
        bool canStay;
    };
    for (const Kind& kind : {Kind{"EIO", Fault::WriteError, true}, Kind{"ENOSPC", Fault::Full, true},
                             Kind{"short write", Fault::ShortWrite, true},
                             Kind{"fsync", Fault::SyncError, true}, Kind{"SIGKILL", Fault::Kill, false}})
        for (const bool sticky : {false, true})
            for (const bool made : {true, false})
                if (!sticky || kind.canStay)
                    QTest::addRow("%s, %s, %s", kind.name, sticky ? "for good" : "once",
                                  made ? "store there" : "store being made")
                        << static_cast<int>(kind.fault) << sticky << made;
}

void Sweep::every_call()
{
    QFETCH(int, fault);
    QFETCH(bool, sticky);
    QFETCH(bool, made);
    for (std::uint64_t nth = 1;; ++nth) {
        QVERIFY2(nth < 5'000, "no run passed untouched");
        Ground place = fresh();
        place.orders = ordersOf(made);
        if (made)
            std::filesystem::copy(made_.folder, place.folder, std::filesystem::copy_options::recursive);
        const End end =
            playUnderFire(place, {static_cast<Fault>(fault), nth, sticky, place.store().string(), {}});
        ++runs_;
        told_ += end.stopped.empty() ? 0 : 1;
        const std::string where = "call " + std::to_string(nth) + ", acknowledged " +
                                  std::to_string(end.acknowledged) + " (" + end.stopped + "): ";
        QVERIFY2(end.finished || end.killed || !end.stopped.empty(),
                 (where + "ended without a word").c_str());
        const std::string broken = recover(place, end);
        QVERIFY2(broken.empty(), (where + broken).c_str());
        std::filesystem::remove_all(place.folder);
        if (!end.struck) {
            QVERIFY(end.finished);
            qInfo("%llu calls", static_cast<unsigned long long>(nth - 1));
            return;
        }
    }
}

void Sweep::cleanupTestCase() { qInfo("%d runs; %d ended by themselves with a sentence", runs_, told_); }

QTEST_GUILESS_MAIN(Sweep)
#include "tst_sweep.moc"
