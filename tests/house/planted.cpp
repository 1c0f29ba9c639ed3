// SPDX-License-Identifier: GPL-3.0-or-later
// Faults the sanitizers must report in spite of QtTest around them; ctest expects the reports.
#include <QtTest>

#include <memory>
#include <thread>

class Planted : public QObject {
    Q_OBJECT

private slots:
    void race()
    {
        auto shared = std::make_unique<int>(0);
        std::thread other([&shared] { ++*shared; });
        ++*shared;
        other.join();
    }

    void overflow()
    {
        const std::unique_ptr<int[]> few(new int[2]{});
        QCOMPARE(few[static_cast<std::size_t>(qEnvironmentVariableIntValue("HOLDPOINT_INDEX"))], 0);
    }
};

QTEST_GUILESS_MAIN(Planted)
#include "planted.moc"
