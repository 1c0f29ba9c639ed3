// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/queue_list.h"

#include "core/search/parse.h"
#include "ui/common/empty_state.h"
#include "ui/common/hatch.h"
#include "ui/common/table_view.h"
#include "ui/exceptions/waiting_veil.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui::exceptions {
namespace {

constexpr session::Window FirstWindow{0, 60};

session::Query queryOf(const Context& context, const QString& filter, session::List list)
{
    session::Query query;
    query.list = list;
    query.filter = filter.toStdString();
    query.zone = context.format.zoneOffset(context.client.engineNow());
    return query;
}

}  // namespace

QueueList::QueueList(Context& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      boardWatch_(new Watch(context.client, queryOf(context, {}, session::List::Board), {}, this))
{
    setObjectName(QStringLiteral("queue"));
    build();
    const auto take = [this](const auto& update) {
        if (const auto* board = std::get_if<session::Board>(&update.rows))
            board_ = *board;
        refreshHead();
    };
    connect(boardWatch_, &Watch::snapshot, this, take);
    connect(boardWatch_, &Watch::delta, this, take);
    connect(&context_.client, &Client::tick, this, &QueueList::tick);
    connect(&context_.client, &Client::linkChanged, this, &QueueList::refreshAge);
    connect(&context_.theme, &Theme::changed, this, [this] {
        refreshHead();
        fitColumns();
    });
    connect(&marks_, &Marks::changed, this, &QueueList::refreshFoot);
}

// The views look at the model, and the model at the watch: both go first.
QueueList::~QueueList()
{
    for (TableView* view : {itemsView_, groupsView_}) {
        view->disconnect(this);
        view->setModel(nullptr);
    }
}

void QueueList::build()
{
    const Theme& theme = context_.theme;
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(makeHead());
    pages_ = new QStackedWidget(this);
    itemsView_ = new TableView(theme, pages_);
    itemsView_->setObjectName(QStringLiteral("items"));
    itemsView_->setAccessibleName(tr("Exceptions"));
    groupsView_ = new TableView(theme, pages_);
    groupsView_->setObjectName(QStringLiteral("groups"));
    groupsView_->setAccessibleName(tr("Exceptions by cause"));
    empty_ = new EmptyState(theme, context_.commands, pages_);
    empty_->setFocusPolicy(Qt::ClickFocus);  // the keys of an empty list work too
    for (QWidget* page : std::initializer_list<QWidget*>{groupsView_, itemsView_, empty_})
        pages_->addWidget(page);
    all->addWidget(pages_, 1);
    all->addWidget(makeFoot());
    stale_ = new StaleOverlay(theme, context_.format, pages_);
    veil_ = new WaitingVeil(theme, pages_);
    connect(veil_, &WaitingVeil::cancelled, this, [this] { emit cancelled(goodFilter_); });
    itemsView_->horizontalHeader()->setSectionsClickable(true);
    connect(itemsView_->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        if (const QString word = ItemsModel::sortWord(column); !word.isEmpty())
            emit sortWanted(word);
    });
    connect(itemsView_, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == ItemsModel::Mark)
            marks_.toggle(index.data(KeyRole).toULongLong());
    });
    for (TableView* view : {itemsView_, groupsView_}) {
        connect(view, &TableView::currentKeyChanged, this, &QueueList::currentChanged);
        connect(view, &TableView::opened, this, &QueueList::opened);
        QHeaderView* header = view->horizontalHeader();
        header->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(header, &QWidget::customContextMenuRequested, this,
                [this, header](const QPoint& at) { emit columnsWanted(header->mapToGlobal(at)); });
    }
}

QWidget* QueueList::makeHead()
{
    const Theme& theme = context_.theme;
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(theme.px(18), theme.px(8), theme.px(18), theme.px(8));
    row->setSpacing(theme.px(18));
    open_ = plainLabel(theme, {}, TextRole::Section, Ink::High, head);
    open_->setObjectName(QStringLiteral("openCount"));
    past_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::High, head);
    stuck_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid, head);
    grouping_ = new QPushButton(head);
    grouping_->setObjectName(QStringLiteral("grouping"));
    grouping_->setFlat(true);
    connect(grouping_, &QPushButton::clicked, this, [this] { emit groupedWanted(!grouped_); });
    trend_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid, head);
    for (QWidget* widget : {static_cast<QWidget*>(open_), static_cast<QWidget*>(past_),
                            static_cast<QWidget*>(stuck_), static_cast<QWidget*>(grouping_)})
        row->addWidget(widget);
    row->addStretch();
    row->addWidget(trend_);
    for (QLabel* label : {past_, stuck_, trend_})
        label->setMinimumWidth(1);  // a narrow list cuts them rather than widening the window
    return head;
}

QWidget* QueueList::makeFoot()
{
    const Theme& theme = context_.theme;
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(theme.px(10), theme.px(4), theme.px(18), theme.px(4));
    bringIn_ = new QPushButton(foot);
    bringIn_->setObjectName(QStringLiteral("bringIn"));
    bringIn_->hide();
    connect(bringIn_, &QPushButton::clicked, this, &QueueList::bringIn);
    counts_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Low, foot);
    counts_->setObjectName(QStringLiteral("counts"));
    row->addWidget(bringIn_);
    row->addStretch();
    row->addWidget(counts_);
    return foot;
}

TableView* QueueList::view() const { return grouped_ ? groupsView_ : itemsView_; }

ItemsModel* QueueList::items() const { return grouped_ ? nullptr : static_cast<ItemsModel*>(model_.get()); }

GroupsModel* QueueList::groups() const
{
    return grouped_ ? static_cast<GroupsModel*>(model_.get()) : nullptr;
}

Milliseconds QueueList::age() const { return watch_ ? watch_->age() : Milliseconds{0}; }

void QueueList::setFilter(const QString& filter, bool grouped)
{
    if (watch_ && filter == filter_ && grouped == grouped_)
        return;
    filter_ = filter;
    marks_.clear();
    loading_ = context_.client.isAttached();
    if (loading_)
        veil_->start(tr("Searching the exceptions …"));
    if (!watch_ || grouped != grouped_) {
        grouped_ = grouped;
        makeModel();
    } else {
        watch_->setQuery(queryOf(context_, filter_, watch_->query().list));
    }
    refreshHead();
    refreshEmpty();
    refreshFoot();
}

void QueueList::makeModel()
{
    const QSignalBlocker quietItems(itemsView_);
    const QSignalBlocker quietGroups(groupsView_);
    itemsView_->setModel(nullptr);
    groupsView_->setModel(nullptr);
    model_.reset();
    watch_ = std::make_unique<Watch>(
        context_.client,
        queryOf(context_, filter_, grouped_ ? session::List::Groups : session::List::Exceptions), FirstWindow,
        nullptr);
    if (grouped_)
        model_ = std::make_unique<GroupsModel>(context_, *watch_, nullptr);
    else
        model_ = std::make_unique<ItemsModel>(context_, *watch_, marks_, nullptr);
    view()->setModel(model_.get());
    view()->setColumnWidths(grouped_ ? GroupsModel::widths() : ItemsModel::widths());
    setFocusProxy(view());
    fitColumns();
    connect(watch_.get(), &Watch::snapshot, this, &QueueList::onSnapshot);
    connect(watch_.get(), &Watch::delta, this, &QueueList::onDelta);
    connect(watch_.get(), &Watch::freshnessChanged, this, &QueueList::refreshAge);
    connect(watch_.get(), &Watch::failed, this, [this](const session::Failed& failed) {
        loading_ = false;
        veil_->stop();
        refreshEmpty();
        emit refused(failed);
    });
}

void QueueList::onSnapshot(const session::Snapshot& snapshot)
{
    const bool wasLoading = loading_;
    loading_ = false;
    veil_->stop();
    goodFilter_ = filter_;
    if (snapshot.result != frozen_) {
        frozen_ = snapshot.result;
        frozenAt_ = snapshot.asOf.at;
    }
    if (!wanted_.isNone() && view()->setCurrentKey(wanted_.value()))
        wanted_ = {};
    else if (!view()->currentIndex().isValid() && model_->rowCount() > 0)
        view()->setCurrentIndex(model_->index(0, 0));
    if (view()->currentIndex().isValid() && wasLoading)
        emit currentChanged();
    refreshHead();
    refreshEmpty();
    refreshFoot();
    refreshAge();
    if (!wasLoading)
        emit rowsChanged({currentItem()});
    emit statusChanged();
}

void QueueList::onDelta(const session::Delta& delta)
{
    std::vector<EntityId> changed;
    for (const std::size_t at : delta.changed)
        changed.push_back(itemAt(static_cast<int>(at)));
    refreshFoot();
    emit rowsChanged(changed);
    emit statusChanged();
}

EntityId QueueList::itemAt(int row) const
{
    if (grouped_) {
        const auto* group = model_ ? groups()->rowAt(row) : nullptr;
        return group == nullptr ? EntityId{} : group->example;
    }
    const auto* item = model_ ? items()->rowAt(row) : nullptr;
    return item == nullptr ? EntityId{} : item->id;
}

EntityId QueueList::currentItem() const
{
    const QModelIndex index = view()->currentIndex();
    return index.isValid() ? itemAt(index.row()) : EntityId{};
}

const session::GroupRow* QueueList::currentGroup() const
{
    const QModelIndex index = view()->currentIndex();
    return grouped_ && model_ && index.isValid() ? groups()->rowAt(index.row()) : nullptr;
}

std::uint64_t QueueList::currentCause() const
{
    const QModelIndex index = view()->currentIndex();
    if (!model_ || !index.isValid())
        return 0;
    if (grouped_) {
        const auto* group = groups()->rowAt(index.row());
        return group == nullptr ? 0 : group->fingerprint;
    }
    const auto* item = items()->rowAt(index.row());
    return item == nullptr ? 0 : item->group;
}

void QueueList::setBelow(QWidget* part)
{
    auto* all = static_cast<QVBoxLayout*>(layout());
    const int side = context_.theme.px(18);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(side, context_.theme.px(8), side, 0);
    row->addWidget(part);
    all->insertLayout(all->count() - 1, row);
}

std::vector<EntityId> QueueList::neighbours(int reach) const
{
    std::vector<EntityId> found;
    const int row = view()->currentIndex().row();
    for (int step = 1; row >= 0 && step <= reach; ++step)
        for (const int at : {row + step, row - step})
            if (const EntityId item = itemAt(at); !item.isNone())
                found.push_back(item);
    return found;
}

void QueueList::focusList() { pages_->currentWidget()->setFocus(Qt::OtherFocusReason); }

void QueueList::moveTo(int row)
{
    const int rows = model_ ? model_->rowCount() : 0;
    if (rows == 0)
        return;
    view()->setCurrentIndex(model_->index(std::clamp(row, 0, rows - 1), 0));
}

void QueueList::moveBy(int rows) { moveTo(std::max(0, view()->currentIndex().row()) + rows); }

void QueueList::moveGroup(int direction)
{
    const int row = view()->currentIndex().row();
    const auto* here = grouped_ || !model_ ? nullptr : items()->rowAt(row);
    int next = row + direction;
    while (here != nullptr && items()->rowAt(next) != nullptr && items()->rowAt(next)->group == here->group)
        next += direction;
    moveTo(next);
}

// Coming back to a list is asking how it is now; nothing is under the cursor yet.
void QueueList::showEvent(QShowEvent* event)
{
    if (model_ && (model_->waiting() > 0 || model_->gone() > 0))
        bringIn();
    QWidget::showEvent(event);
}

void QueueList::bringIn()
{
    if (watch_)
        watch_->accept();
}

void QueueList::choose(EntityId item)
{
    wanted_ = item;
    if (!item.isNone() && model_ && view()->setCurrentKey(item.value()))
        wanted_ = {};
}

void QueueList::tick()
{
    if (!model_ || !isVisible())
        return;
    refreshAge();
    if (grouped_)
        groups()->tick();
    else
        items()->tick();
}

void QueueList::fitColumns()
{
    if (!model_)
        return;
    const int design = width() * 100 / context_.theme.textPercent();
    const QStringList off = context_.settings.value(Setting::ExceptionsColumns).toStringList();
    std::set<int> hidden;
    for (int column = 0; column < model_->columnCount(); ++column)
        if (off.contains(columnKey(column)))
            hidden.insert(column);
    hidden.merge(grouped_ ? GroupsModel::hiddenAt(design, hidden) : ItemsModel::hiddenAt(design, hidden));
    for (int column = 0; column < model_->columnCount(); ++column)
        view()->setColumnHidden(column, hidden.contains(column));
}

// What it is called in the settings; columns may be added, so no number.
QString QueueList::columnKey(int column) const
{
    static constexpr const char* ofItems[] = {"mark",  "p",     "sla",   "exception", "about", "happened",
                                              "class", "stage", "owner", "where",     "value", "age"};
    static constexpr const char* ofGroups[] = {"p", "happened", "where", "stage", "orders", "sla", "owner"};
    static_assert(std::size(ofItems) == ItemsModel::ColumnCount &&
                  std::size(ofGroups) == GroupsModel::ColumnCount);
    return grouped_ ? QStringLiteral("causes/") + QLatin1String(ofGroups[column])
                    : QStringLiteral("items/") + QLatin1String(ofItems[column]);
}

std::vector<QueueList::ColumnChoice> QueueList::columns() const
{
    std::vector<ColumnChoice> choices;
    const QStringList off = context_.settings.value(Setting::ExceptionsColumns).toStringList();
    for (int column = 0; model_ && column < model_->columnCount(); ++column) {
        const bool stays = grouped_ ? column == GroupsModel::P || column == GroupsModel::Happened
                                    : column == ItemsModel::Mark || column == ItemsModel::P ||
                                          column == ItemsModel::Happened;
        if (!stays)
            choices.push_back({column, model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                               !off.contains(columnKey(column))});
    }
    return choices;
}

void QueueList::setColumn(int column, bool on)
{
    QStringList off = context_.settings.value(Setting::ExceptionsColumns).toStringList();
    off.removeAll(columnKey(column));
    if (!on)
        off << columnKey(column);
    context_.settings.set(Setting::ExceptionsColumns, off);
    fitColumns();
}

void QueueList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
    fitHead();
}

void QueueList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        itemsView_->setAccessibleName(tr("Exceptions"));
        groupsView_->setAccessibleName(tr("Exceptions by cause"));
        refreshHead();
        refreshFoot();
        refreshEmpty();
    }
    QWidget::changeEvent(event);
}

}  // namespace holdpoint::ui::exceptions
