// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chip.h"
#include "ui/common/command_button.h"
#include "ui/common/empty_state.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/receipt_line.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/launch/card_grid.h"
#include "ui/launch/event_log.h"
#include "ui/launch/launch_screen.h"
#include "ui/launch/metric_card.h"
#include "ui/launch/resume_sheet.h"
#include "ui/launch/stage_strip.h"
#include "ui/launch/vendors_model.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

/// What the launch board is made of. What it shows is in launch_screen.cpp.
namespace holdpoint::ui {
namespace {

constexpr int Margin = 18;
constexpr int Gutter = 12;

}  // namespace

void LaunchScreen::makeParts()
{
    header_ = makeHeader();
    pages_ = new QStackedWidget;
    empty_ = new EmptyState(context_.theme, context_.commands);
    pages_->addWidget(empty_);
    pages_->addWidget(makeBody());
    footer_ = makeFooter();
    auto* sheetRow = new QHBoxLayout;
    sheetRow->setContentsMargins(Margin, 0, Margin, 0);
    sheet_ = new ResumeSheet(context_, *watch_, this);
    sheetRow->addWidget(sheet_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(pages_, 1);
    column->addLayout(sheetRow);
    column->addWidget(footer_);
}

QWidget* LaunchScreen::makeHeader()
{
    const Theme& theme = context_.theme;
    title_ = plainLabel(theme, {}, TextRole::Title);
    title_->setObjectName(QStringLiteral("launchTitle"));
    demo_ = new Chip(theme);
    subtitle_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid);
    mission_ = plainLabel(theme, {}, TextRole::Mono, Ink::Mid);
    mission_->setObjectName(QStringLiteral("missionTime"));
    intake_ = new Chip(theme);
    intake_->setObjectName(QStringLiteral("intakeChip"));
    intake_->setPill(true);
    intakeText_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid);
    intakeText_->setObjectName(QStringLiteral("intakeText"));
    auto* name = new QHBoxLayout;
    name->setSpacing(10);
    name->addWidget(title_);
    name->addWidget(demo_);
    name->addStretch(1);
    auto* left = new QVBoxLayout;
    left->setSpacing(2);
    left->addLayout(name);
    left->addWidget(subtitle_);
    auto* pill = new QHBoxLayout;
    pill->setSpacing(14);
    pill->addStretch(1);
    pill->addWidget(mission_);
    pill->addWidget(intake_);
    auto* right = new QVBoxLayout;
    right->setSpacing(2);
    right->addLayout(pill);
    right->addWidget(intakeText_, 0, Qt::AlignRight);
    auto* header = surface();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(Margin, 10, Margin, 10);
    row->addLayout(left, 1);
    row->addLayout(right);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(rule());
    return header;
}

QWidget* LaunchScreen::makeBody()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(Margin, 14, Margin, 14);
    column->setSpacing(Gutter);
    auto* cards = new CardGrid(context_.theme, 196, {5, 3, 2, 1}, Gutter);
    makeMetrics(cards);
    makeStages();
    makeLower();
    column->addWidget(cards);
    column->addWidget(stagesPanel_);
    column->addWidget(split_, 1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("launchScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    return scroll;
}

void LaunchScreen::makeMetrics(CardGrid* cards)
{
    for (std::size_t i = 0; i < metrics_.size(); ++i) {
        auto* card = new MetricCardButton(context_.theme, context_.format, cards);
        board_.metrics[i].metric = static_cast<session::LaunchMetric>(i);
        card->setObjectName(QStringLiteral("metric_") +
                            QLatin1String(holdpoint::name(board_.metrics[i].metric).data()));
        card->setCard(board_.metrics[i], Instant{});
        cards->add(card);
        metrics_[i] = card;
    }
}

void LaunchScreen::makeStages()
{
    stagesPanel_ = new Panel(context_.theme, {});
    stagesPanel_->setObjectName(QStringLiteral("stagesPanel"));
    stagesPanel_->setFlush(true);
    for (std::size_t i = 0; i < board_.stages.size(); ++i)
        board_.stages[i].stage = static_cast<Stage>(i);
    stages_ = new StageStrip(context_.theme, context_.format, stagesPanel_);
    conservation_ = plainLabel(context_.theme, {}, TextRole::TableCompact, Ink::Low);
    conservation_->setObjectName(QStringLiteral("conservation"));
    stagesPanel_->setCorner(conservation_);
    stagesPanel_->body()->addWidget(stages_);
}

void LaunchScreen::makeLower()
{
    vendorsPanel_ = new Panel(context_.theme, {});
    vendorsPanel_->setObjectName(QStringLiteral("vendorsPanel"));
    vendorsPanel_->setFlush(true);
    vendors_ = new VendorsModel(context_.format, this);
    vendorTable_ = new TableView(context_.theme, vendorsPanel_);
    vendorTable_->setObjectName(QStringLiteral("vendorTable"));
    vendorTable_->setModel(vendors_);
    vendorTable_->setColumnWidths({0, 64, 66, 50, 66, 70, 66, 50, 82});
    vendorTable_->setDropped({VendorsModel::RateLimited, VendorsModel::Unknown, VendorsModel::LastGood,
                              VendorsModel::P95, VendorsModel::Open, VendorsModel::Breaches},
                             110);
    vendorsPanel_->body()->addWidget(vendorTable_);
    logPanel_ = new Panel(context_.theme, {});
    logPanel_->setObjectName(QStringLiteral("logPanel"));
    logPanel_->setFlush(true);
    log_ = new EventLog(context_.theme, context_.format, logPanel_);
    logPanel_->body()->addWidget(log_);
    split_ = new QSplitter(Qt::Horizontal);
    split_->setObjectName(QStringLiteral("launchSplit"));
    split_->setProperty("gap", true);
    split_->setHandleWidth(Gutter);
    split_->setChildrenCollapsible(false);
    split_->addWidget(vendorsPanel_);
    split_->addWidget(logPanel_);
    split_->setStretchFactor(0, 11);
    split_->setStretchFactor(1, 10);
    split_->setMinimumHeight(context_.theme.px(200));
    split_->restoreState(context_.settings.value(Setting::LaunchSplit).toByteArray());
    connect(split_, &QSplitter::splitterMoved, this,
            [this] { context_.settings.set(Setting::LaunchSplit, split_->saveState()); });
}

QWidget* LaunchScreen::makeFooter()
{
    auto* footer = surface();
    auto* button = new CommandButton(context_.theme, context_.commands, QLatin1String("launch.resume"));
    button->setPreferred(true);
    footerText_ = plainLabel(context_.theme, {}, TextRole::TableCompact, Ink::Mid);
    receipt_ = new ReceiptLine(context_.theme, context_.format);
    receipt_->setObjectName(QStringLiteral("intakeReceipt"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(Margin, 10, Margin, 10);
    row->setSpacing(Gutter);
    row->addWidget(button);
    row->addWidget(footerText_);
    row->addWidget(receipt_, 1);
    row->addStretch(1);
    auto* column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(rule());
    column->addLayout(row);
    return footer;
}

}  // namespace holdpoint::ui
