// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_help.h"
#include "ui/shell/offline_card.h"
#include "ui/shell/settings_dialog.h"
#include "window_rig.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QPushButton>
#include <QTextEdit>

namespace holdpoint::ui {
namespace {

/// Markup, marks that turn writing around, and 64 KB.
std::string hostile()
{
    return "<img src=x onerror=alert(1)><b>\u202Eevil\u2066</b>\n\t" + std::string(65'536, 'x');
}

void spoil(session::ExceptionRow& row)
{
    row.code = row.vendor = row.node = row.channel = row.region = row.assignee = hostile();
}

void spoil(session::Timeline& timeline)
{
    for (auto& entry : timeline.entries) {
        entry.producer = entry.source = entry.type = entry.correlation = hostile();
        for (auto& fact : entry.facts)
            for (auto& field : fact.fields)
                field.second = hostile();
    }
}

void spoil(FakeWorkspace& w)
{
    w.where = QString::fromStdString(hostile());
    for (auto& row : w.exceptions)
        spoil(row);
    for (auto& row : w.groups)
        row.code = row.vendor = row.owner = hostile();
    for (auto& row : w.orders)
        row.number = row.producer = row.channel = row.region = row.vendor = hostile();
    for (auto& alarm : w.board.alarms)
        alarm.vendor = hostile();
    for (auto& line : w.board.log)
        line.what = line.actor = line.reason = line.vendor = hostile();
    for (auto& vendor : w.board.vendors)
        vendor.vendor = hostile();
    w.board.intake.by = hostile();
    auto& one = w.exceptionDetail;
    one.orderNumber = one.correlation = hostile();
    one.verdict.reason = one.verdict.key = one.verdict.vendor = hostile();
    one.labels = {hostile(), hostile()};
    one.notes = {{sample::now(), hostile(), hostile()}};
    for (auto& change : one.changes)
        change.what = change.by = change.to = hostile();
    if (one.contract) {
        one.contract->vendor = one.contract->operation = one.contract->owner = hostile();
        one.contract->breach.pointer = one.contract->breach.expected = one.contract->breach.got = hostile();
    }
    spoil(one.timeline);
    auto& order = w.orderDetail;
    spoil(order.timeline);
    order.row.number = order.row.producer = order.row.channel = order.row.vendor = order.row.region =
        hostile();
    order.correlation = order.region = hostile();
    for (auto& line : order.lines)
        line.sku = line.node = hostile();
    for (auto& hold : order.holds)
        hold.code = hostile();
}

}  // namespace

/// Text of outside is shown as text, wherever it comes from; and everything has a name for those who cannot see it.
class ShellHostile : public QObject {
    Q_OBJECT

    /// What shows markup, or would.
    static QStringList rich(const QWidget& top)
    {
        QStringList found;
        const auto name = [](const QWidget* w) {
            return QLatin1String(w->metaObject()->className()) + QLatin1Char(' ') + w->objectName();
        };
        QList<QWidget*> all = top.findChildren<QWidget*>();
        for (const QWidget* widget : all) {
            if (const auto* label = qobject_cast<const QLabel*>(widget);
                label != nullptr && label->textFormat() != Qt::PlainText && label->pixmap().isNull())
                found << QStringLiteral("label ") + name(label) + QLatin1Char(' ') + label->text().left(40);
            if (const auto* edit = qobject_cast<const QTextEdit*>(widget);
                edit != nullptr && edit->toHtml().contains(QLatin1String("<img")))
                found << QStringLiteral("text ") + name(edit);
            const QString tip = widget->toolTip();
            if (Qt::mightBeRichText(tip) && !tip.startsWith(QLatin1String("<qt>")) &&
                !tip.contains(QLatin1String("&lt;")))
                found << QStringLiteral("tip ") + name(widget);
            if (tip.contains(QLatin1String("<img")))
                found << QStringLiteral("tip ") + name(widget);
        }
        return found;
    }
    static void visit(WindowRig& rig, const char* screen)
    {
        rig.window->context().navigator.go({QLatin1String(screen), {}, {}});
        if (QLatin1String(screen) == QLatin1String("exceptions"))
            for (const char* tab : {"exceptions.tab2", "exceptions.tab3", "exceptions.tab4",
                                    "exceptions.tab5", "exceptions.tab1"})
                rig.action(tab)->trigger();
        QTest::qWait(0);
        rig.window->grab();
    }
    static void openOrder(WindowRig& rig)
    {
        rig.window->context().navigator.go({QStringLiteral("orders"), {}, rig.workspace.orderDetail.row.id});
        QTRY_VERIFY(rig.child<QWidget>("orderPage")->isVisible());
        rig.window->grab();
    }
    static QStringList nameless(const QWidget& top)
    {
        QStringList found;
        for (QWidget* widget : top.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&top) ||
                (widget->parentWidget() != nullptr &&
                 qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr))
                continue;
            if (const auto* label = qobject_cast<const QLabel*>(widget);
                label != nullptr && label->text().isEmpty())
                continue;  // shows nothing
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
            if (interface == nullptr || interface->text(QAccessible::Name).trimmed().isEmpty())
                found << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                             widget->objectName() + QStringLiteral(" in ") +
                             (widget->parentWidget() == nullptr ? QString()
                                                                : widget->parentWidget()->objectName());
        }
        found.removeDuplicates();
        return found;
    }

private slots:
    void theWalkSeesRichText()  // a walk that cannot fail proves nothing
    {
        QWidget top;
        auto* rogue = new QPushButton(&top);
        rogue->setToolTip(QStringLiteral("<img src=x>"));
        QCOMPARE(rich(top).size(), 2);
        auto* text = new QTextEdit(&top);
        text->setHtml(QStringLiteral("<img src=x>"));
        QCOMPARE(rich(top).size(), 3);
    }
    void nothingOfOutsideIsMarkup_data()
    {
        QTest::addColumn<QString>("screen");
        for (const char* screen : {"launch", "exceptions", "orders", "order", "failed"})
            QTest::newRow(screen) << QString::fromLatin1(screen);
    }
    void nothingOfOutsideIsMarkup()
    {
        QFETCH(QString, screen);
        WindowRig rig;
        spoil(rig.workspace);
        rig.show(screen != QLatin1String("failed"));
        if (screen == QLatin1String("order"))
            openOrder(rig);
        else if (screen == QLatin1String("failed")) {
            rig.workspace.failure = {Code::Corrupt, hostile()};
            rig.workspace.enter(Workspace::State::Failed);
            rig.window->grab();
        } else
            visit(rig, screen.toLatin1().constData());
        const QStringList found = rich(*rig.window);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
        QVERIFY(rig.window->width() <= 1'440);  // nothing pushes the window apart
        for (const QLabel* label : rig.window->findChildren<QLabel*>())
            if (label->isVisible())
                QVERIFY2(!label->text().contains(QChar(0x202E)), qPrintable(label->objectName()));
    }
    void nothingOfAnErrorIsMarkup()
    {
        WindowRig rig;
        rig.show();
        rig.link(session::LinkState::State::Disconnected, hostile());
        QVERIFY(rig.label("linkbanner.words").size() < 1'000);
        QVERIFY(rig.label("status.engine").size() < 400);
        rig.window->grab();
        QCOMPARE(rich(*rig.window), QStringList());
    }
    void everyModelKeepsItsPromises()
    {
        WindowRig rig;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        rig.show();
        const auto watch = [&] {
            for (const QAbstractItemView* view : rig.window->findChildren<QAbstractItemView*>())
                if (view->model() != nullptr)
                    testers.push_back(std::make_unique<QAbstractItemModelTester>(
                        view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        };
        watch();
        for (const char* screen : {"exceptions", "orders", "launch"})
            visit(rig, screen);
        openOrder(rig);
        watch();
        rig.workspace.exceptions.resize(3);
        rig.workspace.orders.resize(1);
        rig.workspace.board.vendors.resize(1);
        rig.session().pushRows(session::List::Exceptions, 900, rig.workspace.exceptions);
        rig.session().pushRows(session::List::Orders, 901, rig.workspace.orders);
        rig.session().pushBoard(sample::emptyBoard(), sample::now());
        QTRY_COMPARE(rig.window->board()->alarms.size(), std::size_t{0});
        QVERIFY(testers.size() > 8);
    }
    void everythingThatTakesTheFocusHasAName()
    {
        WindowRig rig;
        rig.show(false);
        QCOMPARE(nameless(*rig.window), QStringList());
        rig.show();
        for (const char* screen : {"launch", "exceptions", "orders"}) {
            visit(rig, screen);
            QCOMPARE(nameless(*rig.window).join(QLatin1Char('\n')), QString());
        }
        openOrder(rig);
        QCOMPARE(nameless(*rig.window).join(QLatin1Char('\n')), QString());
        for (QWidget* dialog :
             {static_cast<QWidget*>(new SettingsDialog(rig.window->context(), rig.window.get())),
              static_cast<QWidget*>(new KeyHelp(rig.window->context(), rig.window.get())),
              static_cast<QWidget*>(new OfflineCard(rig.window->context(), rig.window.get()))}) {
            dialog->show();
            QCOMPARE(nameless(*dialog).join(QLatin1Char('\n')), QString());
        }
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::ShellHostile)
#include "tst_hostile.moc"
