// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/link_banner.h"

#include "ui/common/command_button.h"
#include "ui/common/labels.h"
#include "ui/text/words.h"

#include <QHBoxLayout>
#include <QPainter>

namespace holdpoint::ui {

LinkBanner::LinkBanner(Context& context, const Watch& board, QWidget* parent)
    : QFrame(parent), context_(context), watch_(board)
{
    setObjectName(QStringLiteral("linkbanner"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    words_ = plainLabel(context.theme, {}, TextRole::Body, Ink::High, this);
    words_->setObjectName(QStringLiteral("linkbanner.words"));
    words_->setWordWrap(true);
    restart_ = new CommandButton(context.theme, context.commands, QLatin1String("engine.restart"), this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->addWidget(words_, 1);
    row->addWidget(restart_);
    connect(&context.client, &Client::tick, this, &LinkBanner::refresh);
    connect(&context.client, &Client::linkChanged, this, &LinkBanner::refresh);
    hide();
}

void LinkBanner::refresh()
{
    const bool open = context_.workspace.state() == Workspace::State::Open;
    const Freshness freshness = watch_.freshness();
    const bool old = open && (freshness == Freshness::Stale || freshness == Freshness::Disconnected);
    if (!old) {
        since_ = Never;
        hide();
        return;
    }
    if (since_ == Never)
        since_ = context_.client.engineNow() - watch_.age();
    const QString shown = context_.format.clock(watch_.asOf().at);
    const session::LinkState link = context_.client.link();
    QString why = link.detail.empty() ? QString() : QLatin1Char(' ') + outside(link.detail);
    if (!why.isEmpty() && !why.endsWith(QLatin1Char('.')))
        why += QLatin1Char('.');
    words_->setText(freshness == Freshness::Disconnected
                        ? tr("The engine has stopped since %1; showing %2.%3 Nothing can be sent.")
                              .arg(context_.format.clock(since_), shown, why)
                        : tr("Nothing was heard for %1; showing %2. Pausing still works, growing does not.")
                              .arg(context_.format.duration(watch_.age()), shown));
    restart_->setVisible(freshness == Freshness::Disconnected);
    show();
}

EnvironmentStrip::EnvironmentStrip(Context& context, QWidget* parent) : QWidget(parent), context_(context)
{
    setFixedHeight(3);
    const auto look = [this] {
        setAccessibleName(tr("Environment"));
        setVisible(context_.workspace.isDemo());
        setAccessibleDescription(context_.workspace.isDemo() ? QStringLiteral("DEMO") : QString());
    };
    connect(&context.workspace, &Workspace::stateChanged, this, look);
    look();
}

void EnvironmentStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QPen pen(context_.theme.tokens().inkLow, 3, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1, 2});
    painter.setPen(pen);
    painter.drawLine(0, 1, width(), 1);
}

}  // namespace holdpoint::ui
