// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/samples.h"
#include "ui/common/row_delegate.h"
#include "ui/launch/event_log.h"
#include "ui/launch/vendors_model.h"
#include "ui/text/format.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest/QTest>

namespace holdpoint::ui {

class TestLaunchModels : public QObject {
    Q_OBJECT

    static session::LogEntry entry(int secondsAgo)
    {
        session::LogEntry e;
        e.seq = static_cast<Seq>(10'000 - secondsAgo);
        e.at = sample::before(secondsAgo);
        e.what = "retry";
        e.actor = "m.chen";
        return e;
    }

private slots:
    void newLinesComeInAtTheTopWithoutAReset()
    {
        const Format format;
        EventLogModel model(format, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({entry(20), entry(30)});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.setEntries({entry(5), entry(10), entry(20), entry(30)});
        QCOMPARE(resets.count(), 0);
        QCOMPARE(inserts.count(), 1);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.entry(0).at, sample::before(5));
    }
    void whatFallsOffTheEndIsRemoved()
    {
        const Format format;
        EventLogModel model(format, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({entry(10), entry(20), entry(30)});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setEntries({entry(5), entry(10), entry(20)});
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.entry(2).at, sample::before(20));
    }
    void aLogThatHasNothingInCommonIsReadAnew()
    {
        const Format format;
        EventLogModel model(format, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({entry(10)});
        model.setEntries({entry(3), entry(2)});
        QCOMPARE(model.rowCount(), 2);
    }
    void aLineThatHasMovedOnIsReadAnew()
    {
        const Format format;
        EventLogModel model(format, nullptr);
        session::LogEntry e = entry(10);
        e.state = CommandState::Accepted;
        model.setEntries({e, entry(20)});
        e.state = CommandState::Verified;
        model.setEntries({e, entry(20)});
        QCOMPARE(model.entry(0).state, CommandState::Verified);
    }
    void aBulkActThatGoesOnKeepsItsLine()
    {
        const Format format;
        EventLogModel model(format, nullptr);
        session::LogEntry e = entry(10);
        e.count = 217;
        model.setEntries({e, entry(20)});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        e.count = 218;
        e.reason = "carrier is back";
        e.cause = "feed";
        model.setEntries({e, entry(20)});
        QCOMPARE(reset.size(), 0);
        const QString detail = model.index(0).data(EventLogModel::DetailRole).toString();
        for (const char* part : {"218 orders", "carrier is back", "feed"})
            QVERIFY2(detail.contains(QLatin1String(part)), qPrintable(detail));
    }
    void whatIsOverSaysHowBadItWas()
    {
        const Format format;
        session::LogEntry e;
        e.kind = session::LogEntry::Kind::AlarmCleared;
        e.alarm = session::AlarmKind::DownstreamErrors;
        QVERIFY(!wordsOf(e, format).detail.isEmpty());
        e.value = 7.5;
        QVERIFY(wordsOf(e, format).detail.contains(QStringLiteral("7.5")));
    }
    void aRefusedCommandIsUrgentADoneOneIsNot()
    {
        const Format format;
        session::LogEntry e = entry(1);
        e.state = CommandState::Verified;
        QVERIFY(!wordsOf(e, format).urgent);
        e.state = CommandState::Refused;
        QVERIFY(wordsOf(e, format).urgent);
    }
    void anAlarmsValueHasItsUnit()
    {
        const Format format;
        QVERIFY(alarmValue(format, session::AlarmKind::DownstreamErrors, 3.71).endsWith(QLatin1Char('%')));
        QVERIFY(
            alarmValue(format, session::AlarmKind::LatencyHigh, 1'310).contains(QStringLiteral("1.31 s")));
    }
    void vendorsInTroubleComeFirst()
    {
        const Format format;
        VendorsModel model(format, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setVendors(sample::board().vendors, sample::now(), 1.0);
        bool normal = false;
        for (int row = 0; row < model.rowCount(); ++row) {
            QVERIFY2(!(normal && model.vendor(row).abnormal), "an abnormal one below a normal one");
            normal = normal || !model.vendor(row).abnormal;
        }
        QVERIFY(model.vendor(0).abnormal);
    }
    void aVendorThatWasNotCalledHasNoShareOfErrors()
    {
        const Format format;
        VendorsModel model(format, nullptr);
        session::VendorCard silent;
        silent.vendor = "legacy";
        model.setVendors({silent}, sample::now(), 1.0);
        for (const int column : {VendorsModel::Errors, VendorsModel::P95, VendorsModel::LastGood})
            QCOMPARE(model.index(0, column).data().toString(), Format::none());
    }
    void aShareOfErrorsIsRedAboveTheLimitOnly()
    {
        const Format format;
        VendorsModel model(format, nullptr);
        session::VendorCard card;
        card.abnormal = true;
        card.calls = 1'000;
        card.errors = 10;
        model.setVendors({card}, sample::now(), 1.0);
        QCOMPARE(model.index(0, VendorsModel::Errors).data(InkRole).toInt(), inkValue(Ink::High));
        card.errors = 11;
        model.setVendors({card}, sample::now(), 1.0);
        QCOMPARE(model.index(0, VendorsModel::Errors).data(InkRole).toInt(), inkValue(Priority::P1));
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::TestLaunchModels)
#include "tst_launch_models.moc"
