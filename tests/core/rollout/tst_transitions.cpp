// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/transitions.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <set>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

template <typename E>
E named(const QString& text)
{
    const auto value = fromName<E>(text.toLower().toStdString());
    if (!value)
        qFatal("no such name: %s", qPrintable(text));
    return *value;
}

template <typename E>
std::set<E> namedAll(const QJsonValue& array)
{
    std::set<E> all;
    for (const auto v : array.toArray())
        all.insert(named<E>(v.toString()));
    return all;
}

template <typename E>
std::set<E> setOf(std::span<const E> list)
{
    return {list.begin(), list.end()};
}

}  // namespace

class TransitionsTest : public QObject {
    Q_OBJECT

    QJsonArray json_;

private slots:
    void initTestCase()
    {
        QFile f("tests/core/rollout/transitions.json");
        QVERIFY(f.open(QIODevice::ReadOnly));
        json_ = QJsonDocument::fromJson(f.readAll()).object()["transitions"].toArray();
        QCOMPARE(json_.size(), 52);
    }
    void everyRowOfTheFileIsInTheTable()
    {
        for (const auto v : json_) {
            const QJsonObject j = v.toObject();
            for (const QString& event : j["event"].toString().split('|')) {
                const Row* row = rowOf(named<Position>(j["from"].toString()), named<Event>(event));
                const QString what = j["from"].toString() + " " + event;
                QVERIFY2(row, qPrintable(what));
                QCOMPARE(row->number, j["n"].toInt());
                QCOMPARE(row->to, named<Position>(j["to"].toString()));
                QVERIFY2(setOf(row->who) == namedAll<Who>(j["who"]), qPrintable(what));
                QCOMPARE(row->raisesWeight, j["raises_weight"].toBool());
                auto guards = namedAll<Guard>(j["guard"]);
                if (row->number == 5)  // the prose asks it, the file does not
                    guards.insert(Guard::OwnersOnCall);
                QVERIFY2(setOf(row->guards) == guards, qPrintable(what));
            }
        }
    }
    void everyRowOfTheTableIsInTheFileOrIsRow25()
    {
        std::set<std::pair<Position, Event>> known;
        for (const auto v : json_)
            for (const QString& event : v.toObject()["event"].toString().split('|'))
                known.emplace(named<Position>(v.toObject()["from"].toString()), named<Event>(event));
        std::size_t found = 0;
        for (const Row& row : rows()) {
            if (row.number == 25) {
                QVERIFY(!isTerminal(row.from));
                QCOMPARE(row.to, Position::Same);
                continue;
            }
            QVERIFY(known.contains({row.from, row.event}));
            ++found;
        }
        QCOMPARE(found, known.size());  // so none is there twice
    }
    void nothingLeadsOutOfAnEnd()
    {
        for (const Row& row : rows())
            QVERIFY(!isTerminal(row.from));
    }
    void theSystemNeverRaisesWeightAndNeverStartsRunning()
    {
        int raising = 0;
        for (const Row& row : rows()) {
            const auto who = setOf(row.who);
            const bool system = who.contains(Who::Sys) || who.contains(Who::SysByPolicy);
            QVERIFY(!(row.raisesWeight && system));
            QVERIFY(!(row.to == Position::Running && system));
            raising += row.raisesWeight;
        }
        QCOMPARE(raising, 5);
    }
    void rollbackIsThereFromEveryLiveState()
    {
        for (const Position p : {Position::HoldLive, Position::RunningLive, Position::PausedExpansion,
                                 Position::PausedIntake, Position::Hypercare})
            QVERIFY(rowOf(p, Event::Rollback));
        for (const Position p : {Position::Draft, Position::HoldShadow, Position::RunningShadow,
                                 Position::RollingBack, Position::RolledBack, Position::Closed})
            QVERIFY(!rowOf(p, Event::Rollback));
    }
};

QTEST_APPLESS_MAIN(TransitionsTest)
#include "tst_transitions.moc"
