// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome.h"

#include "ui/common/command_button.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace holdpoint::ui {

Welcome::Welcome(Context& context, QWidget* parent) : QWidget(parent), context_(context)
{
    setObjectName(QStringLiteral("welcome"));
    const Theme& theme = context.theme;
    panel_ = new Panel(theme, {}, this);
    panel_->setFixedWidth(theme.px(640));
    sentence_ = plainLabel(theme, {}, TextRole::Body, Ink::High, panel_);
    sentence_->setObjectName(QStringLiteral("welcome.sentence"));
    detail_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Low, panel_);
    for (QLabel* label : {sentence_, detail_})
        label->setWordWrap(true);
    progress_ = new QProgressBar(panel_);
    progress_->setTextVisible(false);
    progress_->setObjectName(QStringLiteral("welcome.progress"));
    demo_ = new CommandButton(context.theme, context.commands, QLatin1String("file.start_demo"), panel_);
    demo_->setPreferred(true);
    open_ = new CommandButton(context.theme, context.commands, QLatin1String("file.open_folder"), panel_);
    again_ = new CommandButton(context.theme, context.commands, QLatin1String("file.open_again"), panel_);
    demoWords_ = plainLabel(theme, {}, TextRole::Body, Ink::Mid, panel_);
    openWords_ = plainLabel(theme, {}, TextRole::Body, Ink::Mid, panel_);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    grid->addWidget(demo_, 0, 0);
    grid->addWidget(demoWords_, 0, 1);
    grid->addWidget(open_, 1, 0);
    grid->addWidget(openWords_, 1, 1);
    grid->addWidget(again_, 2, 0);
    panel_->body()->addWidget(sentence_);
    panel_->body()->addWidget(detail_);
    panel_->body()->addWidget(progress_);
    panel_->body()->addLayout(grid);
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(panel_, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(&context.workspace, &Workspace::stateChanged, this, &Welcome::refresh);
    connect(&context.workspace, &Workspace::demoChanged, this, &Welcome::refresh);
    retranslate();
}

void Welcome::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Welcome::retranslate()
{
    demoWords_->setText(
        tr("Embedded engine and simulated vendors; nothing leaves this computer. About 12 minutes."));
    openWords_->setText(tr("An engine on a data folder of yours, made if it is not there."));
    for (QLabel* label : {demoWords_, openWords_})
        label->setWordWrap(true);
    refresh();
}

void Welcome::refresh()
{
    const Workspace& workspace = context_.workspace;
    const Workspace::Demo demo = workspace.demo();
    const bool waits = workspace.state() == Workspace::State::Opening || demo.preparing;
    const bool failed = workspace.state() == Workspace::State::Failed;
    for (QWidget* w : {static_cast<QWidget*>(demo_), static_cast<QWidget*>(demoWords_),
                       static_cast<QWidget*>(open_), static_cast<QWidget*>(openWords_)})
        w->setVisible(!waits);
    again_->setVisible(failed);
    again_->setPreferred(failed);
    demo_->setPreferred(!failed);
    progress_->setVisible(waits);
    detail_->setVisible(waits || failed);
    if (failed) {
        panel_->setTitle(tr("The data folder did not open"));
        sentence_->setText(openingSentence(workspace.error()));
        detail_->setText(outside(workspace.folder().toStdString()));
    } else if (demo.preparing) {
        panel_->setTitle(tr("Preparing the demo launch"));
        sentence_->setText(
            tr("%1 of %2 orders of history, then a shop, payment, three warehouses and a carrier")
                .arg(context_.format.count(demo.done), context_.format.count(demo.of)));
        detail_->setText(outside(workspace.folder().toStdString()));
        progress_->setRange(0, demo.of);
        progress_->setValue(demo.done);
    } else if (waits) {
        panel_->setTitle(tr("Opening"));
        sentence_->setText(tr("The engine reads where it stood."));
        detail_->setText(outside(workspace.folder().toStdString()));
        progress_->setRange(0, 0);
    } else {
        panel_->setTitle(tr("Welcome to Holdpoint"));
        sentence_->setText(tr("Watch orders run from shop to carrier, and act on what goes wrong."));
    }
}

}  // namespace holdpoint::ui
