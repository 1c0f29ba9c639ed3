// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/patience.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::host;
using std::chrono::milliseconds;

/// Waiting for a holder that is going away, and for nothing else.
class PatienceTest : public QObject {
    Q_OBJECT

private:
    int tried_ = 0;

    /// Held by another for the first `times`.
    auto held(int times, Code why = Code::Conflict)
    {
        tried_ = 0;
        return [this, times, why]() -> Result<int> {
            if (++tried_ <= times)
                return Error{why, "held"};
            return tried_;
        };
    }

private slots:
    void whatIsFreeIsTakenAtOnce() { QCOMPARE(patiently(held(0)).value(), 1); }
    void whatBecomesFreeIsTaken() { QCOMPARE(patiently(held(3)).value(), 4); }
    void whatStaysHeldIsTold()
    {
        const auto refused = patiently(held(1000), milliseconds{20});
        QCOMPARE(refused.error().code, Code::Conflict);
        QCOMPARE(tried_, 4);  // at once, after 5, 15 and 20 ms
    }
    void withoutPatienceItIsTriedOnce()
    {
        QVERIFY(!patiently(held(1), milliseconds{0}));
        QCOMPARE(tried_, 1);
    }
    void anotherErrorIsNotWaitedFor()
    {
        QCOMPARE(patiently(held(1, Code::Corrupt)).error().code, Code::Corrupt);
        QCOMPARE(tried_, 1);
    }
};

QTEST_APPLESS_MAIN(PatienceTest)
#include "tst_patience.moc"
