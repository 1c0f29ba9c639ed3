// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alarm_bar.h"

#include "ui/common/command_button.h"
#include "ui/common/labels.h"
#include "ui/common/priority_glyph.h"
#include "ui/text/words.h"

#include <QHBoxLayout>

namespace holdpoint::ui {
namespace {

constexpr int FlashMs = 500;
constexpr int Height = 32;

const session::AlarmRow* mostUrgent(const session::Board& board)
{
    const session::AlarmRow* first = nullptr;
    for (const session::AlarmRow& alarm : board.alarms) {
        if (first == nullptr)
            first = &alarm;
        if (alarm.state != session::AlarmState::Acknowledged)
            return &alarm;
    }
    return first;
}

}  // namespace

AlarmBar::AlarmBar(Context& context, QWidget* parent) : QWidget(parent), context_(context)
{
    const Theme& theme = context.theme;
    setObjectName(QStringLiteral("alarmbar"));
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", "raised");
    glyph1_ = new PriorityGlyph(theme, Priority::P1, this);
    glyph2_ = new PriorityGlyph(theme, Priority::P2, this);
    glyph_ = new PriorityGlyph(theme, Priority::P1, this);
    p1_ = plainLabel(theme, {}, TextRole::Section, Ink::High, this);
    p2_ = plainLabel(theme, {}, TextRole::Section, Ink::High, this);
    unacknowledged_ = plainLabel(theme, {}, TextRole::Body, Ink::Mid, this);
    at_ = plainLabel(theme, {}, TextRole::Mono, Ink::Mid, this);
    title_ = plainLabel(theme, {}, TextRole::Section, Ink::High, this);
    title_->setObjectName(QStringLiteral("alarmbar.title"));
    where_ = plainLabel(theme, {}, TextRole::Body, Ink::Mid, this);
    acknowledge_ =
        new CommandButton(context.theme, context.commands, QLatin1String("alarms.acknowledge_top"), this);
    open_ = new CommandButton(context.theme, context.commands, QLatin1String("alarms.open_top"), this);
    divider_ = new QFrame(this);
    divider_->setProperty("uprule", true);
    divider_->setFixedHeight(theme.px(18));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    for (QWidget* w :
         {static_cast<QWidget*>(glyph1_), static_cast<QWidget*>(p1_), static_cast<QWidget*>(glyph2_),
          static_cast<QWidget*>(p2_), static_cast<QWidget*>(unacknowledged_), static_cast<QWidget*>(divider_),
          static_cast<QWidget*>(at_), static_cast<QWidget*>(glyph_), static_cast<QWidget*>(title_)})
        row->addWidget(w);
    row->addWidget(where_, 1);
    where_->setMinimumWidth(1);
    row->addWidget(acknowledge_);
    row->addWidget(open_);
    flash_.setInterval(FlashMs);
    connect(&flash_, &QTimer::timeout, this, &AlarmBar::flash);
    const auto size = [this] { setFixedHeight(context_.theme.px(Height)); };
    size();
    connect(&theme, &Theme::changed, this, size);
    setBoard(nullptr, Freshness::NoData);
}

void AlarmBar::setBoard(const session::Board* board, Freshness freshness)
{
    int p1 = 0;
    int p2 = 0;
    int open = 0;
    top_.reset();
    if (board != nullptr) {
        for (const session::AlarmRow& alarm : board->alarms) {
            p1 += alarm.priority == Priority::P1;
            p2 += alarm.priority == Priority::P2;
            open += alarm.state != session::AlarmState::Acknowledged;
        }
        if (const session::AlarmRow* first = mostUrgent(*board))
            top_ = *first;
    }
    p1_->setText(QString::number(p1));
    p2_->setText(QString::number(p2));
    for (QWidget* w : {static_cast<QWidget*>(glyph1_), static_cast<QWidget*>(p1_)})
        w->setVisible(p1 > 0);
    for (QWidget* w : {static_cast<QWidget*>(glyph2_), static_cast<QWidget*>(p2_)})
        w->setVisible(p2 > 0);
    unacknowledged_->setText(tr("%n unacknowledged", nullptr, open));
    unacknowledged_->setVisible(open > 0);
    showTop();
    if (board == nullptr)
        title_->setText(tr("No data about alarms"));
    else if (!top_)
        title_->setText(tr("No active alarms"));
    if (board != nullptr && (freshness == Freshness::Stale || freshness == Freshness::Disconnected))
        where_->setText(tr("old data") +
                        (where_->text().isEmpty() ? QString() : QStringLiteral(" · ") + where_->text()));
    const bool flashing =
        top_ && top_->priority == Priority::P1 && top_->state == session::AlarmState::Unacknowledged;
    if (flashing && !flash_.isActive() && !context_.theme.reducedMotion())
        flash_.start();
    else if (!flashing)
        flash_.stop();
    setAccessibleName(tr("Alarms: %1").arg(title_->text()));
}

void AlarmBar::showTop()
{
    for (QWidget* w :
         {static_cast<QWidget*>(divider_), static_cast<QWidget*>(at_), static_cast<QWidget*>(glyph_),
          static_cast<QWidget*>(acknowledge_), static_cast<QWidget*>(open_)})
        w->setVisible(top_.has_value());
    setInk(title_, top_ ? Ink::High : Ink::Mid);
    where_->clear();
    if (!top_)
        return;
    at_->setText(context_.format.clock(top_->raised));
    glyph_->set(top_->priority, top_->state == session::AlarmState::Acknowledged);
    title_->setText(title(*top_));
    where_->setText(where(*top_));
    where_->setAccessibleName(response(top_->kind));
}

QString AlarmBar::valueText(const session::AlarmRow& alarm, double value) const
{
    using session::AlarmKind;
    switch (alarm.kind) {
    case AlarmKind::LatencyHigh:
        return context_.format.duration(Milliseconds{static_cast<std::int64_t>(value)});
    case AlarmKind::DownstreamErrors:
    case AlarmKind::AcceptanceLow:
    case AlarmKind::InventoryMismatch: return context_.format.percent(value);
    default: return context_.format.count(static_cast<std::int64_t>(value));
    }
}

QString AlarmBar::title(const session::AlarmRow& alarm) const
{
    if (!alarm.value)
        return word(alarm.kind);
    const QString value = valueText(alarm, *alarm.value);
    if (!alarm.limit || *alarm.limit == 0)
        return tr("%1: %2").arg(word(alarm.kind), value);
    const QString limit = valueText(alarm, *alarm.limit);
    return alarm.kind == session::AlarmKind::AcceptanceLow
               ? tr("%1 %2 under %3").arg(word(alarm.kind), value, limit)
               : tr("%1 %2 over %3").arg(word(alarm.kind), value, limit);
}

QString AlarmBar::where(const session::AlarmRow& alarm) const
{
    QStringList parts;
    if (alarm.state == session::AlarmState::ReturnedUnacknowledged)
        parts << tr("over since %1").arg(context_.format.clock(alarm.cleared));
    if (alarm.stage)
        parts << word(*alarm.stage);
    if (!alarm.vendor.empty())
        parts << outside(alarm.vendor, 40);
    if (alarm.firstOut)
        parts << tr("first out");
    if (alarm.orders > 0)
        parts << tr("%n order(s)", nullptr, static_cast<int>(alarm.orders));
    parts << response(alarm.kind);
    return parts.join(QStringLiteral(" · "));
}

// Outline and fill by turns: the shape stays readable all the time.
void AlarmBar::flash()
{
    outline_ = !outline_;
    glyph_->set(glyph_->priority(), outline_);
}

}  // namespace holdpoint::ui
