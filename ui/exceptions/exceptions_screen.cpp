// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/exceptions_screen.h"

#include "ui/common/filter_field.h"
#include "ui/common/list_export.h"
#include "ui/common/table_view.h"
#include "ui/common/toast.h"
#include "ui/exceptions/act_forms.h"
#include "ui/exceptions/acts.h"
#include "ui/exceptions/apart_panel.h"
#include "ui/exceptions/detail_cache.h"
#include "ui/exceptions/detail_pane.h"
#include "ui/exceptions/popover.h"
#include "ui/exceptions/queue_list.h"
#include "ui/exceptions/value_words.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace holdpoint::ui::exceptions {
namespace {

constexpr int Reach = 3;  // details kept ready before and after the current row
constexpr int RefreshMs = 100;
constexpr int RoomForApart = 460;  // a lower list keeps its rows
const QString ScreenName = QStringLiteral("exceptions");

}  // namespace

ExceptionsScreen::ExceptionsScreen(Context& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      views_(context.settings),
      toasts_(nullptr),
      details_(new DetailCache(context.client, this)),
      refreshSoon_(new QTimer(this))
{
    setObjectName(QStringLiteral("exceptionsScreen"));
    addCommands();
    build();
    toasts_ = new Toasts(context.theme, context.format, this);
    acts_ = new Acts(context_, *toasts_, this);
    forms_ = new ActForms(context_, *acts_, this);
    export_ = new ListExport(context.client, this);
    connect(export_, &ListExport::ended, this, &ExceptionsScreen::exported);
    refreshSoon_->setSingleShot(true);
    refreshSoon_->setInterval(RefreshMs);
    seenUntil_ = seenUntil();
    join();
    retranslate();
    context_.commands.refresh();
}

// Its parts end after it, and must not call it any more.
ExceptionsScreen::~ExceptionsScreen()
{
    for (QObject* part :
         {static_cast<QObject*>(queue_), static_cast<QObject*>(&queue_->marks()),
          static_cast<QObject*>(detail_), static_cast<QObject*>(details_), static_cast<QObject*>(field_)})
        part->disconnect(this);
}

void ExceptionsScreen::build()
{
    const Theme& theme = context_.theme;
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme.px(18), theme.px(12), theme.px(18), theme.px(12));
    top->setSpacing(theme.px(10));
    field_ = new FilterField(theme, this);
    mine_ = new QPushButton(this);
    mine_->setObjectName(QStringLiteral("myQueue"));
    save_ = new QPushButton(this);
    save_->setObjectName(QStringLiteral("saveView"));
    viewsButton_ = new QPushButton(this);
    viewsButton_->setObjectName(QStringLiteral("views"));
    top->addWidget(field_, 1);
    for (QPushButton* button : {mine_, save_, viewsButton_})
        top->addWidget(button, 0, Qt::AlignTop);
    const auto fit = [this] {  // as high as the field beside them
        for (QPushButton* button : {mine_, save_, viewsButton_})
            button->setFixedHeight(context_.theme.px(32));
    };
    fit();
    connect(&theme, &Theme::changed, this, fit);
    all->addLayout(top);
    auto* rule = new QFrame(this);
    rule->setProperty("rule", true);
    all->addWidget(rule);
    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setChildrenCollapsible(false);
    queue_ = new QueueList(context_, splitter_);
    apart_ = new ApartPanel(context_, queue_);
    queue_->setBelow(apart_);
    detail_ = new DetailPane(context_, splitter_);
    splitter_->addWidget(queue_);
    splitter_->addWidget(detail_);
    splitter_->setStretchFactor(0, 53);
    splitter_->setStretchFactor(1, 47);
    splitter_->setSizes({672, 584});
    if (const QByteArray split = context_.settings.value(Setting::ExceptionsSplit).toByteArray();
        !split.isEmpty())
        splitter_->restoreState(split);
    all->addWidget(splitter_, 1);
    field_->setList(queue_);
    auto* words = new ValueWords(context_.client, this);
    field_->setCompleter([words](const QString& prefix) { return words->complete(prefix); });
}

void ExceptionsScreen::join()
{
    for (QAction* action : context_.commands.actionsOf(CommandScope::Exceptions))
        (action->property("listOnly").toBool() ? static_cast<QWidget*>(queue_) : this)->addAction(action);
    connect(mine_, &QPushButton::clicked, context_.commands.action(QLatin1String("exceptions.my_queue")),
            &QAction::trigger);
    connect(save_, &QPushButton::clicked, this, &ExceptionsScreen::saveView);
    connect(viewsButton_, &QPushButton::clicked, this, &ExceptionsScreen::openViews);
    connect(field_, &FilterField::queryChanged, this,
            [this](const QString& text) { setFilter(text, queue_->isGrouped()); });
    connect(splitter_, &QSplitter::splitterMoved, this,
            [this] { context_.settings.set(Setting::ExceptionsSplit, splitter_->saveState()); });
    connect(queue_, &QueueList::currentChanged, this, &ExceptionsScreen::onCurrent);
    connect(queue_, &QueueList::opened, this, &ExceptionsScreen::expand);
    connect(queue_, &QueueList::sortWanted, this,
            [this](const QString& word) { field_->setText(sortedBy(field_->text(), word)); });
    connect(queue_, &QueueList::columnsWanted, this, &ExceptionsScreen::chooseColumns);
    connect(queue_, &QueueList::groupedWanted, this,
            [this](bool grouped) { setFilter(field_->text(), grouped); });
    connect(queue_, &QueueList::refused, this,
            [this](const session::Failed& failed) { field_->setComplaint(sentence(failed)); });
    connect(queue_, &QueueList::cancelled, this, [this](const QString& filter) { field_->setText(filter); });
    connect(queue_, &QueueList::statusChanged, refreshSoon_, qOverload<>(&QTimer::start));
    connect(&queue_->marks(), &Marks::changed, this, [this] {
        if (!queue_->currentItem().isNone())
            showDetail();
        refreshSoon_->start();
    });
    connect(&context_.client, &Client::detached, this, [this] {
        // What was prepared for one engine is never sent to the next.
        for (auto* popover : window()->findChildren<Popover*>())
            popover->dismiss();
        queue_->marks().clear();
    });
    connect(refreshSoon_, &QTimer::timeout, this, [this] {
        context_.commands.refresh();
        showApart();
    });
    connect(&context_.client, &Client::linkChanged, this, [this] { context_.commands.refresh(); });
    joinDetails();
}

void ExceptionsScreen::joinDetails()
{
    connect(queue_, &QueueList::rowsChanged, this, [this](const std::vector<EntityId>& items) {
        for (const EntityId item : items)
            details_->outdate(item);
        details_->outdate(queue_->currentItem());  // its counts are of others
        prefetch();
    });
    connect(details_, &DetailCache::arrived, this, [this](EntityId item) {
        if (const auto* detail = details_->find(item))
            forms_->learn(*detail);
        if (item != queue_->currentItem())
            return;
        showDetail();
        details_->want({item});  // again, if it has changed while it was on its way
    });
    connect(details_, &DetailCache::failed, this, [this](EntityId item, const Error& error) {
        if (item == queue_->currentItem() && details_->find(item) == nullptr)
            detail_->showNothing(sentence(error));
    });
    connect(acts_, &Acts::effective, this, [this](EntityId item) {
        item.isNone() ? details_->outdateAll() : details_->outdate(item);
        prefetch();
    });
    connect(detail_, &DetailPane::groupWanted, this, [this] { detail_->setTab(DetailPane::GroupTab); });
    connect(detail_, &DetailPane::evidenceWanted, this, &ExceptionsScreen::copyEvidence);
    connect(detail_, &DetailPane::moreWanted, this, &ExceptionsScreen::openMore);
    connect(detail_, &DetailPane::itemWanted, this, [this](EntityId item) {
        context_.navigator.go(
            {ScreenName, QStringLiteral("id:") + QString::fromStdString(item.text()), item});
    });
}

void ExceptionsScreen::retranslate()
{
    mine_->setText(tr("My queue"));
    save_->setText(tr("Save view…"));
    viewsButton_->setText(tr("Views"));
    viewsButton_->setVisible(!views_.all().empty());
    field_->setPlaceholder(tr("stage:handoff vendor:wms-west older:10m"));
}

void ExceptionsScreen::show(const Location& location)
{
    const QString filter = location.filter.isEmpty() && !shownOnce_
                               ? context_.settings.value(Setting::ExceptionsFilter).toString()
                           : location.filter.isEmpty() ? field_->text()
                                                       : location.filter;
    // One item alone is no cause: it is shown as itself.
    const bool grouped =
        location.selected.isNone() &&
        (shownOnce_ ? queue_->isGrouped() : context_.settings.value(Setting::ExceptionsGrouped).toBool());
    shownOnce_ = true;
    {
        const QSignalBlocker quiet(field_);
        field_->setText(filter);
    }
    queue_->choose(location.selected);
    setFilter(field_->text(), grouped);
    queue_->focusList();
}

void ExceptionsScreen::setFilter(const QString& text, bool grouped)
{
    queue_->setFilter(text, grouped);
    context_.settings.set(Setting::ExceptionsFilter, text);
    context_.settings.set(Setting::ExceptionsGrouped, grouped);
    noteLocation();
    onCurrent();
}

void ExceptionsScreen::noteLocation()
{
    if (context_.navigator.here().screen == ScreenName)
        context_.navigator.note(
            {ScreenName, field_->text(), queue_->isGrouped() ? EntityId{} : queue_->currentItem()});
}

// A cause opens as the list of its items; the way back is one key.
void ExceptionsScreen::expand()
{
    const session::GroupRow* group = queue_->currentGroup();
    if (group == nullptr)
        return detail_->setFocus();
    beforeExpand_ = field_->text();
    const QString text = narrowed(beforeExpand_, QStringLiteral("group:") + groupText(group->fingerprint));
    {
        const QSignalBlocker quiet(field_);
        field_->setText(text + QStringLiteral(" sort:sla"));
    }
    setFilter(field_->text(), false);
}

void ExceptionsScreen::collapse()
{
    if (queue_->isGrouped())
        return;
    const QString text = beforeExpand_.isEmpty() ? field_->text() : beforeExpand_;
    beforeExpand_.clear();
    {
        const QSignalBlocker quiet(field_);
        field_->setText(text);
    }
    setFilter(field_->text(), true);
}

void ExceptionsScreen::showAll()
{
    if (!beforeExpand_.isEmpty())
        return collapse();
    {
        const QSignalBlocker quiet(field_);
        field_->setText(QStringLiteral("is:open sort:sla"));
    }
    setFilter(field_->text(), true);
    queue_->focusList();
}

void ExceptionsScreen::onCurrent()
{
    if (queue_->currentItem().isNone())
        detail_->showNothing(context_.client.isAttached()
                                 ? tr("Choose an exception to see what happened to it.")
                                 : tr("No data: not connected."));
    else
        showDetail();
    prefetch();
    noteLocation();
    showApart();
    refreshSoon_->start();
}

// Of a cause, listed as one row or opened; a mixed list of items is of no one cause.
void ExceptionsScreen::showApart()
{
    const bool ofCause = queue_->isGrouped() || !beforeExpand_.isEmpty();
    const std::uint64_t cause = ofCause ? queue_->currentCause() : 0;
    apart_->setVisible(cause != 0 && queue_->height() >= context_.theme.px(RoomForApart));
    apart_->setCause(apart_->isVisibleTo(queue_) ? cause : 0, queue_->result());
}

void ExceptionsScreen::showDetail()
{
    const EntityId item = queue_->currentItem();
    const session::GroupRow* group = queue_->currentGroup();
    const Marks& marks = queue_->marks();
    const std::size_t count = marks.isAll() && queue_->model() != nullptr
                                  ? static_cast<std::size_t>(queue_->model()->rowCount())
                              : !marks.isEmpty() ? marks.keys().size()
                              : group != nullptr ? group->count
                                                 : 1;
    if (const auto* detail = details_->find(item))
        detail_->show(*detail, count, seenUntil_, !marks.isEmpty() && !marks.isAll());
    else if (detail_->detail() == nullptr || detail_->detail()->row.id != item)
        detail_->showNothing(tr("Fetching %1 …").arg(QString::fromStdString(item.text())));
    refreshSoon_->start();
}

void ExceptionsScreen::prefetch()
{
    const EntityId item = queue_->currentItem();
    if (item.isNone())
        return;
    std::vector<EntityId> wanted{item};
    const auto near = queue_->neighbours(Reach);
    wanted.insert(wanted.end(), near.begin(), near.end());
    details_->want(wanted);
}

const session::ExceptionDetail* ExceptionsScreen::one() const
{
    const auto* detail = detail_->detail();
    return detail != nullptr && detail->row.id == queue_->currentItem() ? detail : nullptr;
}

Subject ExceptionsScreen::subject() const
{
    Subject subject;
    subject.age = queue_->age();
    if (const auto* detail = one())
        subject.detail = *detail;
    const Marks& marks = queue_->marks();
    if (marks.isAll()) {
        subject.manyFilter = narrowed(field_->text(), {});
        subject.manyCount =
            queue_->model() != nullptr ? static_cast<std::size_t>(queue_->model()->rowCount()) : 0;
        if (subject.manyFilter.isEmpty())
            subject.manyFilter = QStringLiteral("is:open");
    } else if (!marks.isEmpty()) {
        QStringList ids;
        for (const qulonglong key : marks.keys())
            ids << QString::fromStdString(EntityId::fromValue(key).text());
        subject.manyFilter = QStringLiteral("id:") + ids.join(QLatin1Char(','));
        subject.manyCount = marks.keys().size();
    } else if (const session::GroupRow* group = queue_->currentGroup();
               group != nullptr && group->count > 1) {
        subject.manyFilter =
            narrowed(queue_->filter(), QStringLiteral("group:") + groupText(group->fingerprint));
        subject.manyCount = group->count;
    }
    return subject;
}

void ExceptionsScreen::begin(const char* id, const char* what)
{
    forms_->begin(what, subject(), detail_->anchorOf(QLatin1String(id)));
}

// Popover, then what is chosen, then what was opened, then the filter.
void ExceptionsScreen::escape()
{
    if (auto* popover = window()->findChild<Popover*>(); popover != nullptr && popover->isVisible())
        return popover->dismiss();
    if (!queue_->marks().isEmpty())
        return queue_->marks().clear();
    if (!beforeExpand_.isEmpty())
        return collapse();
    queue_->view()->setFocus(Qt::OtherFocusReason);
}

Instant ExceptionsScreen::seenUntil() const
{
    const QVariantMap seen = context_.settings.value(Setting::LastSeen).toMap();
    const QVariant at = seen.value(context_.workspace.folder());
    return at.isValid() ? Instant{at.toLongLong()} : Never;
}

// What was on the screen has been looked at, once the screen is left.
void ExceptionsScreen::rememberSeen()
{
    const auto* detail = detail_->detail();
    if (detail == nullptr || context_.workspace.folder().isEmpty())
        return;
    QVariantMap seen = context_.settings.value(Setting::LastSeen).toMap();
    seen.insert(context_.workspace.folder(), static_cast<qlonglong>(detail->asOf.at.ms));
    context_.settings.set(Setting::LastSeen, seen);
}

void ExceptionsScreen::paintEvent(QPaintEvent*)
{
    QPainter painter(this);  // the strip of the filter is a surface of its own
    painter.fillRect(QRect(0, 0, width(), splitter_->y()), context_.theme.tokens().content);
}

void ExceptionsScreen::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    showApart();
}

void ExceptionsScreen::hideEvent(QHideEvent* event)
{
    rememberSeen();
    QWidget::hideEvent(event);
}

void ExceptionsScreen::showEvent(QShowEvent* event)
{
    seenUntil_ = seenUntil();
    QWidget::showEvent(event);
    // After whoever shows it has placed the focus: on the list, not in the first field.
    QMetaObject::invokeMethod(queue_, &QueueList::focusList, Qt::QueuedConnection);
}

void ExceptionsScreen::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace holdpoint::ui::exceptions
