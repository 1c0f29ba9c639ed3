// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_list.h"

#include "ui/common/empty_state.h"
#include "ui/common/filter_field.h"
#include "ui/common/panel.h"
#include "ui/common/table_view.h"
#include "ui/orders/orders_model.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

namespace holdpoint::ui {
namespace {

constexpr int Margin = 18;
constexpr std::size_t FirstRows = 64;

session::Query queryOf(const QString& filter, const Context& context)
{
    session::Query query;
    query.list = session::List::Orders;
    query.filter = filter.toStdString();
    query.zone = context.format.zoneOffset(context.client.engineNow());
    return query;
}

}  // namespace

OrdersList::OrdersList(Context& context)
    : context_(context),
      watch_(new Watch(context.client, queryOf({}, context), {0, FirstRows}, this)),
      field_(new FilterField(context.theme)),
      find_(new QLineEdit),
      title_(plainLabel(context.theme, {}, TextRole::Title)),
      count_(plainLabel(context.theme, {}, TextRole::TableCompact, Ink::Mid)),
      foot_(plainLabel(context.theme, {}, TextRole::TableCompact, Ink::Mid)),
      panel_(new Panel(context.theme, {})),
      model_(new OrdersModel(*watch_, context.client, context.format, this)),
      table_(new TableView(context.theme)),
      empty_(new EmptyState(context.theme, context.commands)),
      pages_(new QStackedWidget)
{
    setObjectName(QStringLiteral("ordersList"));
    field_->setObjectName(QStringLiteral("ordersFilter"));
    find_->setObjectName(QStringLiteral("ordersFind"));
    table_->setObjectName(QStringLiteral("ordersTable"));
    count_->setObjectName(QStringLiteral("ordersCount"));
    foot_->setObjectName(QStringLiteral("ordersFoot"));
    find_->setClearButtonEnabled(true);
    table_->setColumnWidths({150, 96, 110, 120, 96, 110, 100, 80, 0, 90});
    table_->setModel(model_);
    field_->setList(table_);
    panel_->setFlush(true);
    panel_->follow(*watch_, context.client, context.format);
    pages_->addWidget(table_);
    pages_->addWidget(empty_);
    empty_->setFocusPolicy(Qt::ClickFocus);
    panel_->body()->addWidget(pages_);
    auto* top = new QHBoxLayout;
    top->setSpacing(14);
    top->addWidget(title_);
    top->addWidget(count_);
    top->addStretch(1);
    top->addWidget(find_, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 14, Margin, 12);
    column->setSpacing(10);
    column->addLayout(top);
    column->addWidget(field_);
    column->addWidget(panel_, 1);
    column->addWidget(foot_);
    foot_->hide();
    connect(field_, &FilterField::queryChanged, this, &OrdersList::query);
    connect(find_, &QLineEdit::returnPressed, this, [this] {
        if (const QString text = find_->text().trimmed(); !text.isEmpty())
            emit findWanted(text);
    });
    connect(table_, &TableView::opened, this, [this](const QModelIndex& index) {
        if (const session::OrderRow* row = model_->rowAt(index.row()))
            emit opened(row->id);
    });
    connect(model_, &WindowModel::statusChanged, this, &OrdersList::showStatus);
    connect(watch_, &Watch::failed, this,
            [this](const session::Failed& failed) { field_->setComplaint(sentence(failed)); });
    connect(watch_, &Watch::snapshot, this, [this] {
        field_->setComplaint({});
        showStatus();
    });
    connect(&context.client, &Client::linkChanged, this, &OrdersList::showStatus);
    connect(&context.client, &Client::tick, this, [this] {
        if (table_->isVisible())  // ages grow without a word from the engine
            table_->viewport()->update();
    });
    retranslate();
}

OrdersList::~OrdersList() = default;

void OrdersList::setFilter(const QString& text)
{
    if (text != field_->text())
        field_->setText(text);
}

QString OrdersList::filter() const { return field_->text(); }

void OrdersList::setFindText(const QString& text) { find_->setText(text); }

void OrdersList::focusFind()
{
    find_->setFocus(Qt::ShortcutFocusReason);
    find_->selectAll();
}

void OrdersList::focusFilter() { field_->focusIt(); }

void OrdersList::focusRows() { pages_->currentWidget()->setFocus(Qt::OtherFocusReason); }

// Coming back to a list is asking how it is now; nothing is under the cursor yet.
void OrdersList::showEvent(QShowEvent* event)
{
    if ((model_->waiting() > 0 || model_->gone() > 0))
        bringIn();
    QWidget::showEvent(event);
}

void OrdersList::bringIn() { watch_->accept(); }

session::ResultId OrdersList::result() const { return model_->result(); }

void OrdersList::say(const QString& message)
{
    foot_->setText(message);
    foot_->setVisible(!message.isEmpty());
}

void OrdersList::query(const QString& filter)
{
    if (filter.toStdString() != watch_->query().filter)
        watch_->setQuery(queryOf(filter, context_));
    emit filterChanged(filter);
}

void OrdersList::showStatus()
{
    const bool known = !model_->isEmptyYet();
    const QString count = context_.format.count(model_->rowCount());
    count_->setText(!known                  ? tr("no data yet")
                    : !model_->isComplete() ? tr("%1 so far, still looking").arg(count)
                    : model_->waiting() > 0
                        ? tr("%1 · %2 more since, U brings them in")
                              .arg(count, context_.format.count(static_cast<std::int64_t>(model_->waiting())))
                        : count);
    const bool none = model_->rowCount() == 0 && (known || !context_.client.isAttached());
    const bool focused = pages_->currentWidget()->hasFocus();
    pages_->setCurrentIndex(none ? 1 : 0);
    if (focused)  // it does not wander off into a text field
        focusRows();
    if (!none)
        return;
    if (!context_.client.isAttached())
        empty_->set(tr("Not connected"), tr("Orders show here when a data folder is open."),
                    {QLatin1String("file.start_demo"), QLatin1String("file.open_folder")});
    else if (field_->text().isEmpty())
        empty_->set(tr("No orders yet"), tr("They show here as soon as the first comes in."),
                    {QLatin1String("go.launch")});
    else
        empty_->set(tr("No order is like that"),
                    tr("Take a term out of the filter, or find one by its id above."),
                    {QLatin1String("orders.clear_filter"), QLatin1String("orders.find")});
}

void OrdersList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OrdersList::retranslate()
{
    title_->setText(tr("Orders"));
    panel_->setTitle(tr("All orders"));
    panel_->setSubtitle(tr("newest first"));
    find_->setPlaceholderText(tr("Find by order number, id, event, trace, tracking or key"));
    find_->setAccessibleName(tr("Find an order by any id"));
    field_->setPlaceholder(tr("Filter, for example is:inflight vendor:wms-west value:>100"));
    table_->setAccessibleName(tr("Orders"));
    model_->retranslate();
    showStatus();
}

}  // namespace holdpoint::ui
