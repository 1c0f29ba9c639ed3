// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/find.h"
#include "core/views/timeline.h"
#include "launch.h"

#include <QTest>

using namespace holdpoint;
using holdpoint::test::Launch;
using session::Found;

namespace {

std::string found(const Launch& launch, const std::string& text)
{
    const auto all = views::find(*launch.reader(), launch.names(), text);
    if (!all)
        return all.error().detail;
    std::string out;
    for (const Found& f : *all)
        out += (out.empty() ? "" : ", ") + f.what + ' ' + f.entity.text() +
               (f.number.empty() ? "" : " #" + f.number);
    return out;
}

}  // namespace

class FindTest : public QObject {
    Q_OBJECT

private slots:
    void byEveryKindOfId()
    {
        Launch launch;
        launch.rig.stockUp();
        const EntityId id = launch.order("A-100");
        launch.rig.pass(Milliseconds{1'000});
        launch.rig.post(launch.rig.event("shipment.shipped", "A-100",
                                         R"({"leg":1,"id":"s","node":"east","tracking":"TRK-9"})",
                                         "shipped-event"));
        const std::string order = id.text() + " #A-100";
        const auto story = views::timeline(*launch.reader(), launch.names(), id);
        QVERIFY(story.has_value());
        const std::string reference = story->effects.front().reference;
        QVERIFY(!reference.empty());
        QCOMPARE(found(launch, "A-100"), "order " + order);
        QCOMPARE(found(launch, "#A-100"), "order " + order);
        QCOMPARE(found(launch, "  A-100\n"), "order " + order);
        QCOMPARE(found(launch, id.text()), "id " + order);
        QCOMPARE(found(launch, "shipped-event"), "event " + order);
        QCOMPARE(found(launch, "TRK-9"), "tracking " + order);
        QCOMPARE(found(launch, reference), "reference " + order);
        QCOMPARE(found(launch, "hp:A-100:ship:1"), "key " + order);
        QCOMPARE(found(launch, story->entries.front().correlation), "correlation " + order);
        std::string upper = story->entries.front().correlation;
        std::transform(upper.begin(), upper.end(), upper.begin(),
                       [](unsigned char c) { return std::toupper(c); });
        QCOMPARE(found(launch, upper), "correlation " + order);
    }
    void theBeginningOfATraceIdFromEightDigitsOn()
    {
        Launch launch;
        launch.rig.stockUp();
        const EntityId id = launch.order("A-100");
        const auto story = views::timeline(*launch.reader(), launch.names(), id);
        const std::string trace = story->entries.front().correlation;
        const std::string order = "correlation " + id.text() + " #A-100";
        QVERIFY(found(launch, trace.substr(0, 12)).find(order) != std::string::npos);
        QVERIFY(found(launch, trace.substr(0, 8)).find(order) != std::string::npos);
        QCOMPARE(found(launch, trace.substr(0, 7)), std::string());
        QCOMPARE(found(launch, trace.substr(1, 12)), std::string());
    }
    void exceptionItemsAndNodesToo()
    {
        Launch launch;
        launch.day();
        const EntityId item = launch.rig.idOf("4").with(EntityKind::Exception);
        QCOMPARE(found(launch, item.text()), "id " + item.text());
        QCOMPARE(found(launch, "east").substr(0, 6), std::string("node N"));
        QCOMPARE(found(launch, "early-5"), "event " + launch.rig.idOf("5").text());
    }
    void nothingForWhatNobodyHas()
    {
        Launch launch;
        launch.day();
        for (const char* text :
             {"", "  ", "nobody", "O-9999", "hp:1:ship:9", "hp:nobody:ship:1", "#", "aaaaaaaa"})
            QCOMPARE(found(launch, text), std::string());
    }
    void caseOfOrderNumbersIsKept()
    {
        Launch launch;
        launch.order("ab");
        QCOMPARE(found(launch, "AB"), std::string());
        QVERIFY(!found(launch, "ab").empty());
    }
    void anOrderNumberThatIsAlsoAnEventIdGivesBoth()
    {
        Launch launch;
        const EntityId first = launch.order("1");
        launch.rig.post(launch.rig.event("order.cancel_asked", "1", R"({"id":"c"})", "2"));
        const EntityId second = launch.order("2");
        QCOMPARE(found(launch, "2"), "order " + second.text() + " #2, event " + first.text() + " #1");
    }
    void anEntityIsFoundOnceByItsMostTellingField()
    {
        Launch launch;
        launch.rig.stockUp();
        const EntityId id = launch.order("7");
        const std::string order = id.text() + " #7";
        launch.rig.pass(Milliseconds{1'000});
        launch.rig.post(launch.rig.event("shipment.shipped", "7",
                                         R"({"leg":1,"id":"s","node":"east","tracking":"TWICE"})", "TWICE"));
        QCOMPARE(found(launch, "TWICE"), "tracking " + order);
        launch.rig.post(launch.rig.event("order.cancel_asked", "7", R"({"id":"c"})", "7"));
        QCOMPARE(found(launch, "7"), "order " + order);
    }
};

QTEST_APPLESS_MAIN(FindTest)
#include "tst_find.moc"
