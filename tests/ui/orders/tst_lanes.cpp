// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/screen_rig.h"
#include "ui/orders/lane_chart.h"

#include <QSignalSpy>
#include <QtTest/QTest>

namespace holdpoint::ui {

class TestLanes : public QObject {
    Q_OBJECT

    static LanePicture sampleLanes() { return lanesOf(sample::orderDetail(), sample::now(), Format()); }
    static int count(const LanePicture& picture, Tone tone, LaneEvent::Shape shape)
    {
        return static_cast<int>(
            std::count_if(picture.events.begin(), picture.events.end(),
                          [&](const LaneEvent& e) { return e.tone == tone && e.shape == shape; }));
    }
    static int lines(const LanePicture& picture, const char* lane)
    {
        return static_cast<int>(std::count(picture.lanes.begin(), picture.lanes.end(), QLatin1String(lane)));
    }

private slots:
    void thereIsOneLaneASystem()
    {
        const LanePicture picture = sampleLanes();
        QCOMPARE(picture.lanes.at(0), QStringLiteral("shop-na"));
        QCOMPARE(picture.lanes.at(LanePicture::EngineLane), QStringLiteral("engine"));
        QCOMPARE(lines(picture, "wms-west"), 1);
        QCOMPARE(lines(picture, "shop-na"), 1);
    }
    void callsAreDrawnByWhatCameOfThem()
    {
        const LanePicture picture = sampleLanes();
        QCOMPARE(count(picture, Tone::Unknown, LaneEvent::Shape::Call), 1);
        QCOMPARE(count(picture, Tone::Failed, LaneEvent::Shape::Call), 2);
    }
    void eventsAreInTheOrderOfTime()
    {
        const LanePicture picture = sampleLanes();
        QVERIFY(std::is_sorted(picture.events.begin(), picture.events.end(),
                               [](const auto& a, const auto& b) { return a.at < b.at; }));
    }
    void anOpenExceptionWaitsUntilNowAResolvedOneUntilThen()
    {
        session::OrderDetail order = sample::orderDetail();
        const auto isWait = [](const LaneEvent& e) {
            return e.shape == LaneEvent::Shape::Wait && e.tone == Tone::Failed;
        };
        LanePicture picture = lanesOf(order, sample::now(), Format());
        auto wait = std::find_if(picture.events.begin(), picture.events.end(), isWait);
        QVERIFY(wait != picture.events.end());
        QCOMPARE(wait->end, sample::now());
        session::TimelineEntry end = order.timeline.entries.back();
        end.at = sample::before(100);
        end.facts = {{"problem_ended", 0, end.at, {}}};
        order.timeline.entries.push_back(end);
        picture = lanesOf(order, sample::now(), Format());
        wait = std::find_if(picture.events.begin(), picture.events.end(), isWait);
        QCOMPARE(wait->end, sample::before(100));
    }
    void aDuplicateIsMutedAndSaysSo()
    {
        session::OrderDetail order = sample::orderDetail();
        session::TimelineEntry again = order.timeline.entries.front();
        again.seq = 99;
        again.disposition = EventDisposition::Duplicate;
        again.facts.clear();
        order.timeline.entries.push_back(again);
        const LanePicture picture = lanesOf(order, sample::now(), Format());
        const auto found = std::find_if(picture.events.begin(), picture.events.end(),
                                        [](const auto& e) { return e.seq == 99; });
        QVERIFY(found != picture.events.end());
        QCOMPARE(found->tone, Tone::Muted);
        QCOMPARE(found->label, QStringLiteral("already processed"));
    }
    void aLateEventKeepsItsOwnTime()
    {
        session::OrderDetail order = sample::orderDetail();
        order.timeline.entries.front().sourceTime = sample::before(400);
        const LanePicture picture = lanesOf(order, sample::now(), Format());
        QCOMPARE(picture.events.front().source, sample::before(400));
    }
    void anOrderWithoutHistoryIsEmptyNotWrong()
    {
        session::OrderDetail order;
        const LanePicture picture = lanesOf(order, sample::now(), Format());
        QVERIFY(picture.events.empty());
        QCOMPARE(picture.first(), sample::now());
        QCOMPARE(picture.last(), sample::now());
    }
    void longGapsAreShortenedAndTheOrderIsKept()
    {
        const Instant zero{1'000'000};
        const TimeScale scale(
            {zero, zero + Milliseconds{10}, zero + Milliseconds{20}, zero + Milliseconds{36'000'000}});
        QCOMPARE(scale.at(zero), 0.0);
        QCOMPARE(scale.at(zero + Milliseconds{36'000'000}), 1.0);
        QVERIFY(scale.at(zero + Milliseconds{10}) > 0.01);
        QVERIFY(scale.at(zero + Milliseconds{10}) < scale.at(zero + Milliseconds{20}));
        QVERIFY(scale.at(zero - Milliseconds{5}) >= 0.0);
        QVERIFY(scale.at(zero + Milliseconds{99'000'000}) <= 1.0);
    }
    void oneInstantIsInTheMiddle()
    {
        const TimeScale scale({Instant{5}, Instant{5}});
        QCOMPARE(scale.at(Instant{5}), 0.5);
    }
    void aPointIsHitOnItAndMissedBesideIt()
    {
        ScreenRig rig;
        LaneChart chart(rig.theme, rig.format);
        chart.resize(1200, 320);
        chart.setPicture(sampleLanes());
        for (int i = 0; i < static_cast<int>(chart.picture().events.size()); ++i) {
            const QRect rect = chart.rectOf(i);
            const int hit = chart.eventAt(QPoint(rect.left() + rig.theme.px(5), rect.center().y()));
            QVERIFY(hit >= 0);
            QCOMPARE(chart.picture().events[static_cast<std::size_t>(hit)].lane,
                     chart.picture().events[static_cast<std::size_t>(i)].lane);
        }
        QCOMPARE(chart.eventAt(QPoint(600, 2)), -1);
    }
    void aClickSelectsAndTheCaptionSaysAll()
    {
        ScreenRig rig;
        LaneChart chart(rig.theme, rig.format);
        chart.resize(1200, 320);
        chart.setPicture(sampleLanes());
        int call = -1;
        for (int i = 0; i < static_cast<int>(chart.picture().events.size()); ++i)
            if (chart.picture().events[static_cast<std::size_t>(i)].tone == Tone::Unknown)
                call = i;
        QVERIFY(call >= 0);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.rectOf(call).center());
        QCOMPARE(chart.selected(), call);
        QVERIFY(chart.caption().contains(QStringLiteral("wms-west")));
        QVERIFY(chart.caption().contains(QStringLiteral("hp:4C-88213:ship:1")));
        QCOMPARE(chart.accessibleDescription(), chart.caption());
    }
    void keysStepAndStopAtTheEnds()
    {
        ScreenRig rig;
        LaneChart chart(rig.theme, rig.format);
        chart.setPicture(sampleLanes());
        const int last = static_cast<int>(chart.picture().events.size()) - 1;
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.selected(), 0);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.selected(), 0);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.selected(), last);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.selected(), last);
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.selected(), 0);
    }
    void keysWithoutEventsDoNothing()
    {
        ScreenRig rig;
        LaneChart chart(rig.theme, rig.format);
        for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Return})
            QTest::keyClick(&chart, static_cast<Qt::Key>(key));
        QCOMPARE(chart.selected(), -1);
    }
    void zoomGrowsAndNullFitsAgain()
    {
        ScreenRig rig;
        LaneChart chart(rig.theme, rig.format);
        chart.setPicture(sampleLanes());
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.zoom() > 1);
        QTest::keyClick(&chart, Qt::Key_0);
        QCOMPARE(chart.zoom(), 1.0);
        QTest::keyClick(&chart, Qt::Key_Minus);
        QCOMPARE(chart.zoom(), 1.0);
    }
    void whatHappenedInOneMillisecondStandsSideBySide()
    {
        ScreenRig rig;
        session::OrderDetail order = sample::orderDetail();
        for (session::TimelineEntry& entry : order.timeline.entries)
            entry.at = sample::before(340);
        LaneChart chart(rig.theme, rig.format);
        chart.resize(1200, 320);
        chart.setPicture(lanesOf(order, sample::now(), rig.format));
        for (int i = 0; i < static_cast<int>(chart.picture().events.size()); ++i) {
            const QRect rect = chart.rectOf(i);
            QCOMPARE(chart.eventAt(QPoint(rect.left() + rig.theme.px(5), rect.center().y())), i);
        }
    }
    void labelsNeverOverlap()
    {
        ScreenRig rig;
        LaneChart chart(rig.theme, rig.format);
        for (const int width : {400, 800, 1600}) {
            chart.resize(width, 320);
            chart.setPicture(sampleLanes());
            const auto& labels = chart.labelRects();
            for (std::size_t i = 0; i < labels.size(); ++i)
                for (std::size_t k = i + 1; k < labels.size(); ++k)
                    QVERIFY(labels[i].isEmpty() || labels[k].isEmpty() || !labels[i].intersects(labels[k]));
        }
    }
    void theSelectionStaysOnItsEventWhenMoreCome()
    {
        ScreenRig rig;
        LaneChart chart(rig.theme, rig.format);
        chart.setPicture(sampleLanes());
        chart.select(2);
        const QString caption = chart.caption();
        session::OrderDetail order = sample::orderDetail();
        session::TimelineEntry early = order.timeline.entries.front();
        early.at = sample::before(900);
        order.timeline.entries.push_back(early);
        chart.setPicture(lanesOf(order, sample::now(), rig.format));
        QCOMPARE(chart.selected(), 3);
        QCOMPARE(chart.caption(), caption);
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::TestLanes)
#include "tst_lanes.moc"
