// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_reader.h"
#include "tests/support/quick_folder.h"
#include "tests/support/store_rig.h"

#include <QtTest>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::test;

/// kill -9 in the middle of writing, ten times: every frame that was acknowledged is there.
class Kill : public QObject {
    Q_OBJECT

private slots:
    void loses_no_acknowledged_frame();

private:
    [[noreturn]] static void writeUntilKilled(const store::StoreOptions& options, int acknowledgements);
};

// The child: one byte a durable frame, written after the commit said so.
void Kill::writeUntilKilled(const store::StoreOptions& options, int acknowledgements)
{
    StoreRig rig(options);
    if (!rig.open("child"))
        ::_exit(1);
    for (std::uint64_t serial = rig.lease.lastFrame + 1;; ++serial) {
        if (!rig.durable(rig.commitOrder(serial, 2000)))
            ::_exit(2);
        if (::write(acknowledgements, "a", 1) != 1)
            ::_exit(3);
    }
}

void Kill::loses_no_acknowledged_frame()
{
    const auto folder = quickFolder();
    const auto options = onDisk(folder->filePath("data").toStdString());
    FrameNo acknowledged = 0;
    for (int round = 1; round <= 10; ++round) {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            writeUntilKilled(options, ends[1]);
        }
        ::close(ends[1]);
        char byte = 0;
        FrameNo told = 0;
        for (const FrameNo enough = static_cast<FrameNo>(round) * 37;
             told < enough && ::read(ends[0], &byte, 1) == 1;)
            ++told;
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY2(WIFSIGNALED(status),
                 qPrintable(QString("the child ended with %1").arg(WEXITSTATUS(status))));
        while (::read(ends[0], &byte, 1) == 1)
            ++told;  // said before it died
        ::close(ends[0]);
        acknowledged += told;

        StoreRig rig(options);
        const auto opened = rig.open("parent");  // the lock went with its process
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QVERIFY2(rig.lease.lastFrame >= acknowledged, "an acknowledged frame is gone");
        QVERIFY2(rig.lease.lastFrame <= acknowledged + static_cast<FrameNo>(round), "frames nobody wrote");
        auto reader = store::StoreReader::open(options).value();
        const auto chain = store::checkChain(*reader).value();
        QCOMPARE(chain.firstBroken, FrameNo{0});
        QCOMPARE(chain.frames, rig.lease.lastFrame);
        const auto open = rig.store->open(rig.lease, {}, 1'000'000);
        QCOMPARE(open->size(), std::size_t{rig.lease.lastFrame});
    }
    QVERIFY(acknowledged > 1000);
}

QTEST_APPLESS_MAIN(Kill)
#include "tst_kill.moc"
