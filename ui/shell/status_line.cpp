// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/common/labels.h"
#include "ui/text/words.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace holdpoint::ui {
namespace {

constexpr Milliseconds SkewShown{2'000};

}  // namespace

StatusLine::StatusLine(Context& context, const Watch& board, QWidget* parent)
    : QWidget(parent), context_(context), watch_(board)
{
    const auto label = [&](const char* name, TextRole role) {
        QLabel* made = plainLabel(context.theme, {}, role, Ink::Mid, this);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    link_ = label("status.link", TextRole::TableCompact);
    engine_ = label("status.engine", TextRole::TableCompact);
    disk_ = label("status.disk", TextRole::TableCompact);
    job_ = label("status.job", TextRole::TableCompact);
    progress_ = new QProgressBar(this);
    progress_->setFixedWidth(context.theme.px(120));
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the demo launch"));
    skew_ = label("status.skew", TextRole::TableCompact);
    who_ = label("status.who", TextRole::TableCompact);
    clocks_ = label("status.clocks", TextRole::Mono);
    hint_ = label("status.hint", TextRole::TableCompact);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(16);
    for (QWidget* w :
         {static_cast<QWidget*>(link_), static_cast<QWidget*>(engine_), static_cast<QWidget*>(disk_),
          static_cast<QWidget*>(job_), static_cast<QWidget*>(progress_), static_cast<QWidget*>(skew_)})
        row->addWidget(w);
    row->addStretch(1);
    for (QWidget* w : {who_, clocks_, hint_})
        row->addWidget(w);
    setAccessibleName(tr("Status"));
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", "content");
    setFixedHeight(context.theme.px(26));
    connect(&context.theme, &Theme::changed, this, [this] { setFixedHeight(context_.theme.px(26)); });
    connect(&context.client, &Client::tick, this, &StatusLine::refresh);
    connect(&context.client, &Client::linkChanged, this, &StatusLine::refresh);
    connect(&context.workspace, &Workspace::stateChanged, this, &StatusLine::refresh);
    connect(&context.workspace, &Workspace::demoChanged, this, &StatusLine::refresh);
    connect(&context.workspace, &Workspace::diskUseChanged, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::setBoard(const session::Board* board)
{
    board_ = board;
    refresh();
}

void StatusLine::refresh()
{
    link_->setText(freshnessText());
    engine_->setText(engineText());
    const Workspace::DiskUse disk = context_.workspace.diskUse();
    disk_->setText(disk.store < 0
                       ? QString()
                       : tr("%1 used, %2 free, kept until deleted")
                             .arg(context_.format.bytes(disk.store), context_.format.bytes(disk.free)));
    refreshJob();
    const Milliseconds offset = context_.client.link().clockOffset;
    skew_->setText(
        offset > SkewShown || offset < -SkewShown
            ? tr("This clock is off by %1; ages follow the engine").arg(context_.format.duration(offset))
            : QString());
    for (QLabel* label : {disk_, job_, skew_})
        label->setVisible(!label->text().isEmpty());
    if (layout()->sizeHint().width() > width())  // as a whole or not at all
        disk_->hide();
    const Operator& who = context_.client.whoami();
    who_->setText(tr("You: %1, %2").arg(outside(who.name, 40), word(who.role)));
    clocks_->setText(clockText());
    hint_->setText(tr("Ctrl+K commands"));
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void StatusLine::refreshJob()
{
    const Workspace::Demo demo = context_.workspace.demo();
    progress_->setVisible(demo.preparing);
    if (demo.preparing) {
        progress_->setMaximum(demo.of);
        progress_->setValue(demo.done);
        job_->setText(tr("Preparing %1 of %2 orders")
                          .arg(context_.format.count(demo.done), context_.format.count(demo.of)));
    } else if (demo.running) {
        job_->setText(demo.paused ? tr("DEMO paused") : tr("DEMO ×%1").arg(demo.speed));
    } else {
        job_->clear();
    }
}

QString StatusLine::freshnessText() const
{
    const QString age = context_.format.duration(watch_.age());
    switch (watch_.freshness()) {
    case Freshness::NoData: return context_.client.isAttached() ? tr("○ No data yet") : tr("○ Not connected");
    case Freshness::Live: return tr("● Live %1").arg(age);
    case Freshness::Ageing: return tr("◐ Ageing %1").arg(age);
    case Freshness::Stale: return tr("◌ Old data %1").arg(age);
    case Freshness::Disconnected: return tr("○ Not connected");
    }
    return {};
}

QString StatusLine::engineText() const
{
    const session::LinkState link = context_.client.link();
    if (!link.detail.empty())
        return outside(link.detail);
    if (board_ == nullptr)
        return {};
    return tr("Local engine, %1 orders/min").arg(context_.format.count(board_->ordersPerMinute));
}

QString StatusLine::clockText() const
{
    const Instant now = context_.client.engineNow();
    QString text = Format(context_.format.locale()).clock(now) + QStringLiteral(" UTC");
    if (context_.format.zone() != ZoneName::Utc)
        text += QStringLiteral(" · ") + context_.format.clock(now) + QLatin1Char(' ') +
                context_.format.zoneText(now);
    if (board_ != nullptr && board_->launchStart != Never) {
        const auto seconds = (now - board_->launchStart).count() / 1'000;
        text += QStringLiteral(" · T+%1:%2")
                    .arg(seconds / 3'600, 2, 10, QLatin1Char('0'))
                    .arg(seconds % 3'600 / 60, 2, 10, QLatin1Char('0'));
    }
    return text;
}

}  // namespace holdpoint::ui
