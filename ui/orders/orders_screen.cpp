// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_screen.h"

#include "ui/common/list_export.h"
#include "ui/common/table_view.h"
#include "ui/orders/lane_chart.h"
#include "ui/orders/order_page.h"
#include "ui/orders/orders_list.h"
#include "ui/orders/orders_model.h"
#include "ui/orders/results_page.h"
#include "ui/text/words.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace holdpoint::ui {
namespace {

const QString FindPrefix = QStringLiteral("find:");
const QString ScreenName = QStringLiteral("orders");

}  // namespace

OrdersScreen::OrdersScreen(Context& context)
    : context_(context),
      list_(new OrdersList(context)),
      pages_(new QStackedWidget),
      export_(new ListExport(context.client, this))
{
    setObjectName(QStringLiteral("ordersScreen"));
    setAccessibleName(tr("Orders"));
    addCommands();
    results_ = new ResultsPage(context);
    page_ = new OrderPage(context);
    for (QWidget* page :
         {static_cast<QWidget*>(list_), static_cast<QWidget*>(results_), static_cast<QWidget*>(page_)})
        pages_->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(pages_);
    connect(list_, &OrdersList::opened, this, &OrdersScreen::openEntity);
    connect(list_, &OrdersList::findWanted, this, &OrdersScreen::find);
    connect(list_, &OrdersList::filterChanged, this, [this](const QString& filter) {
        if (current() == list_ && context_.navigator.here().screen == ScreenName)
            context_.navigator.note({ScreenName, filter, {}});
    });
    connect(results_, &ResultsPage::opened, this, &OrdersScreen::openEntity);
    connect(results_, &ResultsPage::foundOne, this, &OrdersScreen::openEntity);
    connect(results_, &ResultsPage::findWanted, this, &OrdersScreen::find);
    connect(results_, &ResultsPage::left, this, &OrdersScreen::goToList);
    connect(export_, &ListExport::progressed, this, [this](quint64 rows) {
        list_->say(tr("Writing: %1 rows").arg(context_.format.count(static_cast<std::int64_t>(rows))));
    });
    connect(export_, &ListExport::ended, this,
            [this](const QString& path, quint64 rows, const QString& trouble) {
                list_->say(trouble.isEmpty()
                               ? tr("%1 rows written to %2")
                                     .arg(context_.format.count(static_cast<std::int64_t>(rows)), path)
                               : tr("Not written: %1").arg(trouble));
            });
}

OrdersScreen::~OrdersScreen() = default;

void OrdersScreen::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Orders"));
    QWidget::changeEvent(event);
}

QWidget* OrdersScreen::current() const { return pages_->currentWidget(); }

void OrdersScreen::show(const Location& location)
{
    if (location.selected.kind() == EntityKind::Order) {
        pages_->setCurrentWidget(page_);
        page_->open(location.selected);
        page_->chart()->setFocus(Qt::OtherFocusReason);
    } else if (location.filter.startsWith(FindPrefix)) {
        const QString text = location.filter.mid(FindPrefix.size());
        list_->setFindText(text);
        pages_->setCurrentWidget(results_);
        results_->find(text);
    } else {
        list_->setFilter(location.filter);
        pages_->setCurrentWidget(list_);
        list_->focusRows();
    }
    context_.commands.refresh();
}

void OrdersScreen::openEntity(EntityId entity)
{
    if (entity.kind() == EntityKind::Order)
        context_.navigator.go({ScreenName, {}, entity});
    else if (entity.kind() == EntityKind::Exception)
        context_.navigator.go({QStringLiteral("exceptions"),
                               QStringLiteral("id:") + QString::fromStdString(entity.text()), entity});
    else  // a reservation, a batch: it has no page, its order has
        list_->say(tr("%1 has no page of its own.").arg(QString::fromStdString(entity.text())));
}

void OrdersScreen::find(const QString& text) { context_.navigator.go({ScreenName, FindPrefix + text, {}}); }

void OrdersScreen::goToList() { context_.navigator.go({ScreenName, list_->filter(), {}}); }

void OrdersScreen::addAct(const char* id, const char* text, const char* what, CommandClass kind,
                          QList<QKeySequence> keys)
{
    CommandSpec spec;
    spec.id = id;
    spec.text = text;
    spec.menu = CommandMenu::Order;
    spec.kind = kind;
    spec.scope = CommandScope::Orders;
    spec.engineCommand = what;
    spec.keys = std::move(keys);
    spec.run = [this, what] { page_->confirm(what); };
    spec.obstacle = [this, what] { return page_ == nullptr ? QString() : page_->obstacle(what); };
    context_.commands.add(std::move(spec));
}

void OrdersScreen::addActs()
{
    addAct("orders.retry", QT_TRANSLATE_NOOP("commands", "Retry the order…"), "retry", CommandClass::One,
           {QKeySequence(Qt::Key_R)});
    addAct("orders.ask", QT_TRANSLATE_NOOP("commands", "Ask the vendor…"), "ask_vendor", CommandClass::One,
           {QKeySequence(Qt::Key_A)});
    addAct("orders.hand_back", QT_TRANSLATE_NOOP("commands", "Send to legacy…"), "hand_back",
           CommandClass::One, {QKeySequence(Qt::Key_L)});
    addAct("orders.cancel", QT_TRANSLATE_NOOP("commands", "Cancel the order…"), "cancel_order",
           CommandClass::Wide, {});
}

void OrdersScreen::addView(const char* id, const char* text, CommandMenu menu, QList<QKeySequence> keys,
                           std::function<void()> run, std::function<QString()> obstacle)
{
    CommandSpec spec;
    spec.id = id;
    spec.text = text;
    spec.menu = menu;
    spec.scope = menu == CommandMenu::Go ? CommandScope::Window : CommandScope::Orders;
    spec.keys = std::move(keys);
    spec.run = std::move(run);
    spec.obstacle = std::move(obstacle);
    context_.commands.add(std::move(spec));
}

void OrdersScreen::addCommands()
{
    addActs();
    const auto find = [this] {
        if (context_.navigator.here().screen != ScreenName || current() != list_)
            context_.navigator.go({ScreenName, list_->filter(), {}});
        list_->focusFind();
    };
    addView("orders.find", QT_TRANSLATE_NOOP("commands", "Find an order by any id"), CommandMenu::Go,
            {QKeySequence(Qt::CTRL | Qt::Key_J), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, find, {});
    const auto notTheList = [this] {
        return page_ != nullptr && current() != list_ ? tr("The list of orders is not shown.") : QString();
    };
    addView(
        "orders.filter", QT_TRANSLATE_NOOP("commands", "Filter the orders"), CommandMenu::Order,
        {QKeySequence(Qt::Key_Slash), QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] { list_->focusFilter(); },
        notTheList);
    addView(
        "orders.clear_filter", QT_TRANSLATE_NOOP("commands", "Clear the filter of the orders"),
        CommandMenu::Order, {}, [this] { list_->setFilter({}); }, notTheList);
    addView(
        "orders.bring_in", QT_TRANSLATE_NOOP("commands", "Bring in new orders"), CommandMenu::Order,
        {QKeySequence(Qt::Key_U)}, [this] { list_->bringIn(); }, notTheList);
    addView(
        "orders.list", QT_TRANSLATE_NOOP("commands", "Back to the list of orders"), CommandMenu::Order, {},
        [this] { goToList(); },
        [this] {
            return page_ != nullptr && current() == list_ ? tr("The list of orders is shown already.")
                                                          : QString();
        });
    addView(
        "orders.copy_trace", QT_TRANSLATE_NOOP("commands", "Copy the trace id"), CommandMenu::Order, {},
        [this] { page_->copyTrace(); },
        [this] {
            return page_ == nullptr || page_->trace().isEmpty() ? tr("No trace id is known.") : QString();
        });
    addView(
        "orders.export", QT_TRANSLATE_NOOP("commands", "Export the orders…"), CommandMenu::Order,
        {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] { chooseExport(); },
        [this] { return exportObstacle(); });
    addView(
        "orders.copy_id", QT_TRANSLATE_NOOP("commands", "Copy the order's id"), CommandMenu::Order, {},
        [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(page_->order().text())); },
        [this] { return page_ == nullptr || page_->order().isNone() ? tr("No order is open.") : QString(); });
    addActions(context_.commands.actionsOf(CommandScope::Orders));
}

QString OrdersScreen::exportObstacle() const
{
    if (!context_.client.isAttached())
        return tr("Not connected.");
    return list_->result() == 0 ? tr("The list has not come yet.") : QString();
}

void OrdersScreen::chooseExport()
{
    ListExport::askPath(this, tr("Export the orders"), QStringLiteral("orders.csv"),
                        [this](const QString& path) { exportTo(path); });
}

void OrdersScreen::exportTo(const QString& path) { export_->start(list_->result(), path); }

}  // namespace holdpoint::ui
