// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/traits.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

Predicate leaf(Attribute a, Op op, std::vector<Value> values, Quantifier q = Quantifier::AllLines)
{
    return {op, a, q, std::move(values), {}};
}
Predicate of(Op op, std::vector<Predicate> parts) { return {op, {}, {}, {}, std::move(parts)}; }
Value word(const char* text) { return std::string(text); }
Value number(std::int64_t n) { return n; }

Traits order()
{
    Traits t;
    t.set(Attribute::Region, word("BR-SP"));
    t.set(Attribute::LineCount, number(2));
    t.setLine(0, Attribute::SkuClass, word("standard"));
    t.setLine(1, Attribute::SkuClass, word("hot"));
    return t;
}

const Predicate InSp = leaf(Attribute::Region, Op::Eq, {word("BR-SP")});
const Predicate InRj = leaf(Attribute::Region, Op::Eq, {word("BR-RJ")});
const Predicate OfShop = leaf(Attribute::Channel, Op::Eq, {word("shop")});  // the channel is not known

}  // namespace

class TraitsTest : public QObject {
    Q_OBJECT

private slots:
    void operators_data()
    {
        QTest::addColumn<int>("op");
        QTest::addColumn<QList<int>>("values");
        QTest::addColumn<bool>("yes");
        const auto row = [](const char* name, Op op, QList<int> values, bool yes) {
            QTest::newRow(name) << static_cast<int>(op) << values << yes;
        };
        row("in", Op::In, {1, 2}, true);
        row("in, not", Op::In, {1, 3}, false);
        row("not in", Op::NotIn, {1, 3}, true);
        row("not in, is", Op::NotIn, {2}, false);
        row("eq", Op::Eq, {2}, true);
        row("eq, not", Op::Eq, {3}, false);
        row("ne", Op::Ne, {3}, true);
        row("ne, is", Op::Ne, {2}, false);
        row("lt at the limit", Op::Lt, {2}, false);
        row("lt", Op::Lt, {3}, true);
        row("le at the limit", Op::Le, {2}, true);
        row("le below", Op::Le, {1}, false);
        row("gt at the limit", Op::Gt, {2}, false);
        row("gt", Op::Gt, {1}, true);
        row("ge at the limit", Op::Ge, {2}, true);
        row("ge above", Op::Ge, {3}, false);
    }
    void operators()
    {
        QFETCH(int, op);
        QFETCH(QList<int>, values);
        QFETCH(bool, yes);
        std::vector<Value> list;
        for (const int v : values)
            list.push_back(number(v));
        const Predicate p = leaf(Attribute::LineCount, static_cast<Op>(op), list);
        QVERIFY(check(p).has_value());
        QCOMPARE(eligible(p, order()), yes ? Eligible::Yes : Eligible::No);
    }
    void whatIsMissingIsUnknownAndNotNo()
    {
        QCOMPARE(eligible(OfShop, order()), Eligible::Unknown);
        QCOMPARE(eligible(of(Op::Not, {OfShop}), order()), Eligible::Unknown);
        QCOMPARE(eligible(leaf(Attribute::Channel, Op::NotIn, {word("x")}), order()), Eligible::Unknown);
    }
    void existsIsNeverUnknown()
    {
        QCOMPARE(eligible(leaf(Attribute::Channel, Op::Exists, {}), order()), Eligible::No);
        QCOMPARE(eligible(leaf(Attribute::Region, Op::Exists, {}), order()), Eligible::Yes);
    }
    void combinationsWithWhatIsMissing()
    {
        QCOMPARE(eligible(of(Op::Any, {OfShop, InSp}), order()), Eligible::Yes);
        QCOMPARE(eligible(of(Op::Any, {OfShop, InRj}), order()), Eligible::Unknown);
        QCOMPARE(eligible(of(Op::All, {OfShop, InRj}), order()), Eligible::No);
        QCOMPARE(eligible(of(Op::All, {OfShop, InSp}), order()), Eligible::Unknown);
        QCOMPARE(eligible(of(Op::Not, {InRj}), order()), Eligible::Yes);
        QCOMPARE(eligible(Predicate{}, order()), Eligible::Yes);  // every order
    }
    void allLinesOrAnyLine()
    {
        const auto hot = leaf(Attribute::SkuClass, Op::Eq, {word("hot")});
        QCOMPARE(eligible(hot, order()), Eligible::No);
        auto any = hot;
        any.quantifier = Quantifier::AnyLine;
        QCOMPARE(eligible(any, order()), Eligible::Yes);
        Traits none = order();
        none.lines.clear();
        QCOMPARE(eligible(any, none), Eligible::Unknown);  // lines unknown are not "no line"
    }
    void oneUnknownLine()
    {
        Traits t = order();
        t.setLine(1, Attribute::SkuClass, {});
        const auto standard = leaf(Attribute::SkuClass, Op::Eq, {word("standard")});
        QCOMPARE(eligible(standard, t), Eligible::Unknown);
        auto any = standard;
        any.quantifier = Quantifier::AnyLine;
        QCOMPARE(eligible(any, t), Eligible::Yes);
    }
    void impossiblePredicatesAreRefused()
    {
        QVERIFY(!check(leaf(Attribute::Region, Op::In, {})));
        QVERIFY(!check(leaf(Attribute::Region, Op::Lt, {word("BR")})));
        QVERIFY(!check(leaf(Attribute::Region, Op::Eq, {number(1)})));
        QVERIFY(!check(leaf(Attribute::LineCount, Op::Eq, {word("1")})));
        QVERIFY(!check(leaf(Attribute::LineCount, Op::Eq, {number(1), number(2)})));
        QVERIFY(!check(leaf(Attribute::Region, Op::Exists, {word("x")})));
        QVERIFY(!check(of(Op::Not, {InSp, InRj})));
        QVERIFY(!check(of(Op::Any, {})));
        QVERIFY(check(of(Op::Any, {InSp, InRj})));
        QVERIFY(check(Predicate{}));
    }
    void nestingHasALimit()
    {
        Predicate p = InSp;
        for (int i = 0; i < 15; ++i)
            p = of(Op::Not, {p});
        QVERIFY(check(p));
        QVERIFY(!check(of(Op::Not, {p})));
    }
    void itReadsAsASentence()
    {
        QCOMPARE(toText(Predicate{}), std::string("every order"));
        const auto p = of(Op::All, {leaf(Attribute::Region, Op::In, {word("BR-SP"), word("BR-RJ")}),
                                    of(Op::Not, {OfShop}), of(Op::Any, {InSp, InRj})});
        QCOMPARE(toText(p), std::string("region in (BR-SP, BR-RJ) and not channel = shop and (region = BR-SP "
                                        "or region = BR-RJ)"));
    }
};

QTEST_APPLESS_MAIN(TraitsTest)
#include "tst_traits.moc"
