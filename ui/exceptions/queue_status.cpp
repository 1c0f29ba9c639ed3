// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/parse.h"
#include "ui/common/empty_state.h"
#include "ui/common/hatch.h"
#include "ui/common/table_view.h"
#include "ui/exceptions/queue_list.h"
#include "ui/exceptions/waiting_veil.h"
#include "ui/text/words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

// What stands around the rows: counts above, what waits below, and what is said instead of rows.
namespace holdpoint::ui::exceptions {
namespace {

void setInk(QLabel* label, const QColor& color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

}  // namespace

void QueueList::refreshHead()
{
    const Format& format = context_.format;
    const Tokens& tokens = context_.theme.tokens();
    const bool known = board_.has_value() && context_.client.isAttached();
    for (QLabel* label : {past_, stuck_, trend_})
        label->setVisible(known);
    grouping_->setStyleSheet(QStringLiteral("color: %1; padding: 2px 0;").arg(tokens.inkMid.name()));
    grouping_->setText(grouped_ ? tr("grouped by cause") : tr("one row each"));
    open_->setText(known ? tr("%1 open").arg(format.count(board_->exceptionsOpen)) : tr("no data"));
    if (!known)
        return;
    past_->setVisible(board_->pastSla > 0);
    past_->setText(tr("%1 past SLA").arg(format.count(board_->pastSla)));
    setInk(past_, tokens.p1Ink);
    std::int64_t held = 0;
    for (const session::StageCard& stage : board_->stages)
        held += stage.failing;
    stuck_->setText(tr("%n order(s) stuck", nullptr, static_cast<int>(held)));
    const std::int64_t growth = board_->arrivedLastMinute - board_->closedLastMinute;
    trend_->setText(growth > 0   ? tr("+%1 / min, growing").arg(format.count(growth))
                    : growth < 0 ? tr("−%1 / min, shrinking").arg(format.count(-growth))
                                 : tr("not growing"));
    fitHead();
}

// What has no room goes as a whole, the least urgent first: half a number is a wrong one.
void QueueList::fitHead()
{
    if (!board_ || !context_.client.isAttached())
        return;
    const Theme& theme = context_.theme;
    int room =
        width() - theme.px(36) - open_->sizeHint().width() - grouping_->sizeHint().width() - theme.px(36);
    for (QLabel* label : {past_, stuck_, trend_}) {
        if (label == past_ && board_->pastSla == 0)
            continue;
        room -= label->sizeHint().width() + theme.px(18);
        label->setVisible(room >= 0);
    }
}

void QueueList::refreshFoot()
{
    const Format& format = context_.format;
    const auto waiting = model_ ? static_cast<std::int64_t>(model_->waiting()) : 0;
    const auto gone = model_ ? static_cast<std::int64_t>(model_->gone()) : 0;
    bringIn_->setVisible(waiting > 0 || gone > 0);
    QString text = waiting > 0 ? tr("▲ %1 new since %2").arg(format.count(waiting), format.clock(frozenAt_))
                               : tr("No new ones since %1").arg(format.clock(frozenAt_));
    if (gone > 0)
        text += QStringLiteral(" · ") + tr("%1 gone").arg(format.count(gone));
    bringIn_->setText(text + QStringLiteral(" — ") + tr("press U to bring in"));
    QStringList parts;
    if (model_ && !model_->isEmptyYet()) {
        const auto total = static_cast<std::int64_t>(model_->rowCount());
        parts << (grouped_ ? tr("%1 causes").arg(format.count(total))
                           : tr("%1 match").arg(format.count(total)));
        if (!model_->isComplete())
            parts << tr("still counting");
        if (marks_.isAll())
            parts << tr("all %1 selected").arg(format.count(total));
        else if (!marks_.isEmpty())
            parts << tr("%1 selected").arg(format.count(static_cast<std::int64_t>(marks_.keys().size())));
    }
    counts_->setText(parts.join(QStringLiteral(" · ")));
}

// The page that goes takes the focus with it unless it is handed on.
void QueueList::showPage(QWidget* page)
{
    QWidget* before = pages_->currentWidget();
    if (page == before)
        return;
    const QWidget* focus = window()->focusWidget();
    const bool hadFocus = focus != nullptr && (focus == before || before->isAncestorOf(focus));
    pages_->setCurrentWidget(page);
    if (hadFocus)
        page->setFocus(Qt::OtherFocusReason);
}

void QueueList::refreshEmpty()
{
    const bool none = !model_ || model_->rowCount() == 0;
    if (!none || (loading_ && pages_->currentWidget() != empty_))
        return showPage(view());
    showPage(empty_);
    const auto query = search::parse(filter_.toStdString());
    const bool plain = filter_.trimmed().isEmpty() ||
                       (query && search::normalForm(search::Query{query->root, {}}) == "is:open");
    if (!context_.client.isAttached())
        empty_->set(tr("No data"), tr("No engine is connected: open a data folder or start the demo launch."),
                    {QLatin1String("file.start_demo"), QLatin1String("file.open_folder")});
    else if (loading_ || !model_ || model_->isEmptyYet())
        empty_->set(tr("No data yet"), tr("The list has not come yet."));
    else if (plain)
        empty_->set(tr("Queue is clear"), tr("Nothing is open. What goes wrong next appears here."),
                    {QLatin1String("go.launch")});
    else
        empty_->set(
            tr("Nothing matches"),
            tr("Read as: %1").arg(query ? QString::fromStdString(search::normalForm(*query)) : filter_),
            {QLatin1String("exceptions.clear_filter")});
}

void QueueList::refreshAge()
{
    if (watch_)
        stale_->set(DataAge::of(*watch_, context_.client));
    if (!context_.client.isAttached()) {
        loading_ = false;
        veil_->stop();
        refreshHead();
        refreshEmpty();
    }
}

}  // namespace holdpoint::ui::exceptions
