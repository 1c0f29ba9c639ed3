// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table_view.h"
#include "ui/exceptions/detail_pane.h"
#include "ui/exceptions/exceptions_screen.h"
#include "ui/exceptions/list_models.h"
#include "ui/exceptions/popover.h"
#include "ui/exceptions/queue_list.h"
#include "ui/exceptions/rights.h"

#include "core/model/permissions.h"
#include "ui/common/filter_field.h"
#include "ui/common/toast.h"

#include <array>

/// The commands of the screen, each with its keys and what stands in its way.
namespace holdpoint::ui::exceptions {
namespace {

/// Above this the ids of what was marked one by one no longer fit into one filter.
constexpr std::size_t MostMarked = 250;

}  // namespace

void ExceptionsScreen::add(const char* id, const char* text, QList<QKeySequence> keys,
                           std::function<void()> run, std::function<QString()> obstacle, bool listOnly)
{
    CommandSpec spec;
    spec.id = id;
    spec.text = text;
    spec.menu = CommandMenu::View;
    spec.scope = CommandScope::Exceptions;
    spec.keys = std::move(keys);
    spec.run = std::move(run);
    spec.obstacle = std::move(obstacle);
    context_.commands.add(std::move(spec))->setProperty("listOnly", listOnly);
}

void ExceptionsScreen::addCommands()
{
    addListCommands();
    addMarkCommands();
    addViewCommands();
    addTabCommands();
    addFileCommands();
    addActCommands();
}

void ExceptionsScreen::addListCommands()
{
    const bool list = true;
    add("exceptions.next", QT_TRANSLATE_NOOP("commands", "Next exception"), {QKeySequence(Qt::Key_J)},
        [this] { queue_->moveBy(1); });
    add("exceptions.previous", QT_TRANSLATE_NOOP("commands", "Previous exception"), {QKeySequence(Qt::Key_K)},
        [this] { queue_->moveBy(-1); });
    add("exceptions.next_group", QT_TRANSLATE_NOOP("commands", "Next cause"), {QKeySequence(Qt::Key_N)},
        [this] { queue_->moveGroup(1); });
    add("exceptions.previous_group", QT_TRANSLATE_NOOP("commands", "Previous cause"),
        {QKeySequence(Qt::Key_P)}, [this] { queue_->moveGroup(-1); });
    add(
        "exceptions.first", QT_TRANSLATE_NOOP("commands", "First exception"), {QKeySequence(Qt::Key_Home)},
        [this] { queue_->moveTo(0); }, {}, list);
    add(
        "exceptions.last", QT_TRANSLATE_NOOP("commands", "Last exception"), {QKeySequence(Qt::Key_End)},
        [this] { queue_->moveTo(INT_MAX); }, {}, list);
    add(
        "exceptions.open_cause", QT_TRANSLATE_NOOP("commands", "Open the items of the cause"),
        {QKeySequence(Qt::Key_Right), QKeySequence(Qt::Key_O)}, [this] { expand(); }, {}, list);
    add(
        "exceptions.close_cause", QT_TRANSLATE_NOOP("commands", "Back to the causes"),
        {QKeySequence(Qt::Key_Left)}, [this] { collapse(); }, {}, list);
}

void ExceptionsScreen::addMarkCommands()
{
    const bool list = true;
    add(
        "exceptions.mark", QT_TRANSLATE_NOOP("commands", "Select or unselect"),
        {QKeySequence(Qt::Key_X), QKeySequence(Qt::Key_Space)},
        [this] {
            if (const EntityId item = queue_->currentItem(); !item.isNone() && !queue_->isGrouped())
                queue_->marks().toggle(item.value());
        },
        [this] { return queue_->isGrouped() ? tr("Open a cause to select single items.") : QString(); },
        list);
    for (const int step : {1, -1})
        add(
            step > 0 ? "exceptions.extend_next" : "exceptions.extend_previous",
            step > 0 ? QT_TRANSLATE_NOOP("commands", "Extend the selection downwards")
                     : QT_TRANSLATE_NOOP("commands", "Extend the selection upwards"),
            {QKeySequence(Qt::SHIFT | (step > 0 ? Qt::Key_J : Qt::Key_K))},
            [this, step] {
                if (queue_->isGrouped())
                    return queue_->moveBy(step);
                queue_->marks().add(queue_->currentItem().value());
                queue_->moveBy(step);
                queue_->marks().add(queue_->currentItem().value());
            },
            {}, list);
    add(
        "exceptions.select_all", QT_TRANSLATE_NOOP("commands", "Select all that match"),
        {QKeySequence(Qt::CTRL | Qt::Key_A)}, [this] { queue_->marks().setAll(); }, {}, list);
    add(
        "exceptions.copy_rows", QT_TRANSLATE_NOOP("commands", "Copy the row"),
        {QKeySequence(Qt::CTRL | Qt::Key_C)}, [this] { copyRows(); }, {}, list);
    add(
        "exceptions.bring_in", QT_TRANSLATE_NOOP("commands", "Bring in what waits"),
        {QKeySequence(Qt::Key_U)}, [this] { queue_->bringIn(); },
        [this] {
            const auto* model = queue_->model();
            return model != nullptr && (model->waiting() > 0 || model->gone() > 0) ? QString()
                                                                                   : tr("Nothing new waits.");
        });
    add("exceptions.cycle", QT_TRANSLATE_NOOP("commands", "By cause or one row each"),
        {QKeySequence(Qt::Key_V)}, [this] {
            beforeExpand_.clear();
            setFilter(field_->text(), !queue_->isGrouped());
        });
    add("exceptions.escape", QT_TRANSLATE_NOOP("commands", "Close, unselect, leave"),
        {QKeySequence(Qt::Key_Escape)}, [this] { escape(); });
}

void ExceptionsScreen::addViewCommands()
{
    add("exceptions.filter", QT_TRANSLATE_NOOP("commands", "Filter"),
        {QKeySequence(Qt::Key_Slash), QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] { field_->focusIt(); });
    add("exceptions.clear_filter", QT_TRANSLATE_NOOP("commands", "Clear the filter"), {},
        [this] { field_->setText(QStringLiteral("is:open sort:sla")); });
    add("exceptions.my_queue", QT_TRANSLATE_NOOP("commands", "My queue"), {}, [this] {
        context_.navigator.go({QStringLiteral("exceptions"), QStringLiteral("is:mine sort:sla"), {}});
        show(Location{QStringLiteral("exceptions"), QStringLiteral("is:mine sort:sla"), {}});
    });
    add(
        "exceptions.columns", QT_TRANSLATE_NOOP("commands", "Columns…"), {},
        [this] { chooseColumns(queue_->view()->mapToGlobal(QPoint(0, 0))); },
        [this] { return queue_->model() == nullptr ? tr("The list has not come yet.") : QString(); });
    add("exceptions.save_view", QT_TRANSLATE_NOOP("commands", "Save this view…"),
        {QKeySequence(Qt::CTRL | Qt::Key_D)}, [this] { saveView(); });
    const auto noView = [this] {
        return views_.find(field_->text()) == nullptr ? tr("The filter is no saved view.") : QString();
    };
    add(
        "exceptions.rename_view", QT_TRANSLATE_NOOP("commands", "Rename this view…"),
        {QKeySequence(Qt::Key_F2)}, [this] { renameView(); }, noView);
    add(
        "exceptions.delete_view", QT_TRANSLATE_NOOP("commands", "Delete this view"), {},
        [this] { deleteView(); }, noView);
    static constexpr auto ids = std::to_array<const char*>(
        {"exceptions.view1", "exceptions.view2", "exceptions.view3", "exceptions.view4", "exceptions.view5",
         "exceptions.view6", "exceptions.view7", "exceptions.view8", "exceptions.view9"});
    static constexpr auto texts = std::to_array<const char*>(
        {QT_TRANSLATE_NOOP("commands", "Saved view 1"), QT_TRANSLATE_NOOP("commands", "Saved view 2"),
         QT_TRANSLATE_NOOP("commands", "Saved view 3"), QT_TRANSLATE_NOOP("commands", "Saved view 4"),
         QT_TRANSLATE_NOOP("commands", "Saved view 5"), QT_TRANSLATE_NOOP("commands", "Saved view 6"),
         QT_TRANSLATE_NOOP("commands", "Saved view 7"), QT_TRANSLATE_NOOP("commands", "Saved view 8"),
         QT_TRANSLATE_NOOP("commands", "Saved view 9")});
    for (std::size_t i = 0; i < ids.size(); ++i) {
        CommandSpec spec;
        spec.id = ids[i];
        spec.text = texts[i];
        spec.menu = CommandMenu::None;
        spec.keys = {QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)))};
        spec.run = [this, i] { goView(i); };
        spec.obstacle = [this, i] {
            return i < views_.all().size() ? QString() : tr("No view is saved here.");
        };
        context_.commands.add(std::move(spec));
    }
}

void ExceptionsScreen::addTabCommands()
{
    static constexpr auto tabs = std::to_array<std::pair<const char*, const char*>>(
        {{"exceptions.tab1", QT_TRANSLATE_NOOP("commands", "Overview of the exception")},
         {"exceptions.tab2", QT_TRANSLATE_NOOP("commands", "Effects")},
         {"exceptions.tab3", QT_TRANSLATE_NOOP("commands", "Items of the same cause")},
         {"exceptions.tab4", QT_TRANSLATE_NOOP("commands", "Similar exceptions")},
         {"exceptions.tab5", QT_TRANSLATE_NOOP("commands", "Notes and audit")}});
    for (int tab = 0; tab < static_cast<int>(tabs.size()); ++tab)
        add(tabs[static_cast<std::size_t>(tab)].first, tabs[static_cast<std::size_t>(tab)].second,
            {QKeySequence(Qt::Key_1 + tab)}, [this, tab] { detail_->setTab(tab); });
    add("exceptions.tab_previous", QT_TRANSLATE_NOOP("commands", "Previous tab"),
        {QKeySequence(Qt::Key_BracketLeft)}, [this] { detail_->setTab(detail_->tab() - 1); });
    add("exceptions.tab_next", QT_TRANSLATE_NOOP("commands", "Next tab"),
        {QKeySequence(Qt::Key_BracketRight)}, [this] { detail_->setTab(detail_->tab() + 1); });
}

void ExceptionsScreen::addFileCommands()
{
    const auto noDetail = [this] { return one() == nullptr ? tr("No exception is open.") : QString(); };
    add(
        "exceptions.copy_evidence", QT_TRANSLATE_NOOP("commands", "Copy evidence as Markdown"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, [this] { copyEvidence(); }, noDetail);
    add(
        "exceptions.export", QT_TRANSLATE_NOOP("commands", "Export the list…"),
        {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] { exportRows(); },
        [this] {
            return !context_.client.isAttached() ? tr("Not connected: nothing can be exported.")
                   : queue_->model() == nullptr || queue_->model()->rowCount() == 0 ? tr("The list is empty.")
                                                                                    : QString();
        });
    add("exceptions.undo", QT_TRANSLATE_NOOP("commands", "Take back the last act"),
        {QKeySequence(Qt::CTRL | Qt::Key_Z)}, [this] { toasts_->undoNewest(); });
    add("exceptions.more", QT_TRANSLATE_NOOP("commands", "All acts"), {QKeySequence(Qt::Key_Period)},
        [this] { openMore(detail_->anchorOf(QLatin1String("more"))); });
}

QString ExceptionsScreen::actObstacle(const char* what) const
{
    const std::string_view act = std::string_view(what) == "assign_me" ? "assign" : what;
    if (queue_ == nullptr)
        return tr("No exception is chosen.");
    const Marks& marks = queue_->marks();
    const session::GroupRow* group = queue_->currentGroup();
    const bool many = !marks.isEmpty() || (group != nullptr && group->count > 1);
    if (!many) {
        if (queue_->currentItem().isNone())
            return tr("No exception is chosen.");
        return one() == nullptr ? tr("Its details have not come yet.") : sendObstacle(context_.client, act);
    }
    const std::size_t count = marks.isAll() && queue_->model() != nullptr
                                  ? static_cast<std::size_t>(queue_->model()->rowCount())
                              : marks.isEmpty() ? group->count
                                                : marks.keys().size();
    if (const CommandRule* rule = commandRule(act); rule != nullptr && !rule->bulk)
        return tr("One at a time: open the cause and choose an item.");
    if (!marks.isAll() && marks.keys().size() > MostMarked)
        return tr("At most %1 can be selected one by one; narrow the filter and select all.").arg(MostMarked);
    return bulkObstacle(context_.client, act, count);
}

void ExceptionsScreen::addAct(const char* id, const char* text, const char* what, CommandClass kind,
                              QKeySequence key, std::function<QString()> more)
{
    CommandSpec spec;
    spec.id = id;
    spec.text = text;
    spec.menu = CommandMenu::Exception;
    spec.kind = kind;
    spec.scope = CommandScope::Exceptions;
    spec.engineCommand = what;
    if (!key.isEmpty())
        spec.keys = {key};
    spec.run = [this, id, what] { begin(id, what); };
    spec.obstacle = [this, what, more = std::move(more)] {
        QString why = actObstacle(what);
        return why.isEmpty() && more && one() != nullptr ? more() : why;
    };
    context_.commands.add(std::move(spec));
    moreIds_.push_back(id);
}

void ExceptionsScreen::addActCommands()
{
    using enum CommandClass;
    const auto open = [this] {
        return !subject().isMany() && one()->row.state == ExceptionState::Resolved
                   ? tr("It is resolved already.")
                   : QString();
    };
    const auto ofOrder = [this, open] {
        if (!subject().isMany() && one()->row.about.kind() != EntityKind::Order)
            return tr("It is about no order.");
        return open();
    };
    const auto unless = [this](const QString& why,
                               std::function<bool(const session::ExceptionDetail&)> fits) {
        return [this, why, fits = std::move(fits)] {
            return subject().isMany() || fits(*one()) ? QString() : why;
        };
    };
    const auto key = [](QKeyCombination code) { return QKeySequence(code); };
    addAct("exceptions.retry", QT_TRANSLATE_NOOP("commands", "Retry…"), "retry", One, key(Qt::Key_R),
           ofOrder);
    addAct("exceptions.to_legacy", QT_TRANSLATE_NOOP("commands", "To legacy…"), "hand_back", One,
           key(Qt::Key_L), ofOrder);
    addAct("exceptions.ask_vendor", QT_TRANSLATE_NOOP("commands", "Ask vendor"), "ask_vendor", One, {},
           ofOrder);
    addAct("exceptions.snooze", QT_TRANSLATE_NOOP("commands", "Snooze"), "snooze", Own, key(Qt::Key_S), open);
    addAct("exceptions.wake", QT_TRANSLATE_NOOP("commands", "Wake"), "wake", Own, key(Qt::SHIFT | Qt::Key_S),
           unless(tr("It is not snoozed."), [this](const auto& d) {
               return d.row.snoozedUntil != Never && d.row.snoozedUntil > context_.client.engineNow();
           }));
    addAct("exceptions.assign", QT_TRANSLATE_NOOP("commands", "Assign"), "assign", Own, key(Qt::Key_A), open);
    addAct("exceptions.assign_me", QT_TRANSLATE_NOOP("commands", "Assign to me"), "assign_me", Own,
           key(Qt::Key_I), unless(tr("It is yours already."), [this](const auto& d) {
               return d.row.assignee != context_.client.whoami().name;
           }));
    addAct("exceptions.unassign", QT_TRANSLATE_NOOP("commands", "Unassign"), "unassign", Own,
           key(Qt::SHIFT | Qt::Key_I),
           unless(tr("It is nobody's."), [](const auto& d) { return !d.row.assignee.empty(); }));
    addAct("exceptions.resolve", QT_TRANSLATE_NOOP("commands", "Resolve…"), "resolve", One, key(Qt::Key_E),
           open);
    addAct("exceptions.reopen", QT_TRANSLATE_NOOP("commands", "Reopen"), "reopen", One,
           key(Qt::SHIFT | Qt::Key_E),
           unless(tr("It is open."), [](const auto& d) { return d.row.state == ExceptionState::Resolved; }));
    addAct("exceptions.note", QT_TRANSLATE_NOOP("commands", "Note"), "note", Own, key(Qt::Key_Q));
    addAct("exceptions.label", QT_TRANSLATE_NOOP("commands", "Label"), "label", Own, key(Qt::Key_B), open);
    addAct("exceptions.unlabel", QT_TRANSLATE_NOOP("commands", "Take a label off…"), "unlabel", Own, {},
           unless(tr("It has no label."), [](const auto& d) { return !d.labels.empty(); }));
    addAct("exceptions.priority", QT_TRANSLATE_NOOP("commands", "Priority…"), "priority", Own, key(Qt::Key_Y),
           open);
    addAct("exceptions.triage", QT_TRANSLATE_NOOP("commands", "Triage"), "triage", Own, key(Qt::Key_T),
           unless(tr("It is triaged already."),
                  [](const auto& d) { return d.row.state != ExceptionState::Triaged; }));
    addAct("exceptions.working", QT_TRANSLATE_NOOP("commands", "Start working"), "working", Own, {}, open);
    addAct("exceptions.wait", QT_TRANSLATE_NOOP("commands", "Wait for…"), "wait_vendor", Own, key(Qt::Key_W),
           open);
    addAct("exceptions.cancel_order", QT_TRANSLATE_NOOP("commands", "Cancel order…"), "cancel_order", Wide,
           {}, ofOrder);
}

}  // namespace holdpoint::ui::exceptions
