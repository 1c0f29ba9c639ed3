// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chip.h"
#include "ui/common/command_button.h"
#include "ui/common/panel.h"
#include "ui/common/priority_glyph.h"
#include "ui/common/receipt_line.h"
#include "ui/common/table_view.h"
#include "ui/orders/cells_model.h"
#include "ui/orders/confirm_sheet.h"
#include "ui/orders/lane_chart.h"
#include "ui/orders/order_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace holdpoint::ui {
namespace {

constexpr int Margin = 18;
constexpr int Gutter = 12;
constexpr std::int64_t AskEachMs = 2'000;

}  // namespace

OrderPage::OrderPage(Context& context) : context_(context)
{
    setObjectName(QStringLiteral("orderPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    message_ = plainLabel(context.theme, {}, TextRole::Body, Ink::Mid, this);
    message_->setObjectName(QStringLiteral("orderMessage"));
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    body_ = new QWidget;
    auto* inner = new QVBoxLayout(body_);
    inner->setContentsMargins(Margin, 14, Margin, 14);
    inner->setSpacing(Gutter);
    inner->addWidget(makeBanner());
    inner->addWidget(makeTimeline());
    inner->addWidget(makeTables(), 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body_);
    column->addWidget(message_, 1);
    column->addWidget(scroll, 1000);
    retranslate();
    connect(&context.client, &Client::tick, this, [this] {
        const bool due = context_.client.time().monotonicMs() - askedMs_ >= AskEachMs;
        if (isVisible() && due && !asking_)
            ask();
        if (isVisible())
            showAges();
    });
    connect(&context.client, &Client::linkChanged, this, &OrderPage::noticeEngine);
    connect(&context.client, &Client::attached, this, &OrderPage::ask);
    connect(&context.client, &Client::detached, this, [this] {
        asking_ = false;
        sheet_->withdraw();
        showAges();
    });
}

QWidget* OrderPage::makeHeader()
{
    const Theme& theme = context_.theme;
    auto* header = new QWidget;
    header->setAutoFillBackground(true);
    header->setBackgroundRole(QPalette::Base);
    title_ = plainLabel(theme, {}, TextRole::Title);
    title_->setObjectName(QStringLiteral("orderTitle"));
    place_ = new Chip(theme);
    place_->setObjectName(QStringLiteral("orderPlace"));
    line_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid);
    line_->setObjectName(QStringLiteral("orderLine"));
    line_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line_->setWordWrap(true);
    trace_ = new QPushButton;
    trace_->setObjectName(QStringLiteral("orderTrace"));
    trace_->setFlat(true);
    trace_->setFocusPolicy(Qt::TabFocus);
    connect(trace_, &QPushButton::clicked, this, &OrderPage::copyTrace);
    auto* name = new QHBoxLayout;
    name->setSpacing(10);
    name->addWidget(title_);
    name->addWidget(place_);
    name->addStretch(1);
    addActs(name);
    receipt_ = new ReceiptLine(theme, context_.format);
    receipt_->setObjectName(QStringLiteral("orderReceipt"));
    sheet_ = new ConfirmSheet(theme, this);
    auto* rule = new QFrame;
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(Margin, 10, Margin, 10);
    inner->setSpacing(4);
    inner->addLayout(name);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(8);
    facts->addWidget(line_, 1);
    facts->addWidget(trace_, 0, Qt::AlignTop);
    inner->addLayout(facts);
    inner->addWidget(receipt_);
    inner->addWidget(sheet_);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(inner);
    column->addWidget(rule);
    return header;
}

void OrderPage::addActs(QHBoxLayout* row)
{
    for (const char* id : {"orders.retry", "orders.ask", "orders.hand_back", "orders.cancel"}) {
        auto* button = new CommandButton(context_.theme, context_.commands, QLatin1String(id));
        button->setPreferred(id == std::string_view("orders.retry"));
        acts_.push_back(button);
        row->addWidget(button);
    }
}

QWidget* OrderPage::makeBanner()
{
    auto* banner = new QFrame;
    banner->setObjectName(QStringLiteral("exceptionBanner"));
    banner->setProperty("panel", true);
    bannerText_ = plainLabel(context_.theme, {}, TextRole::Body);
    bannerText_->setObjectName(QStringLiteral("exceptionBannerText"));
    bannerText_->setWordWrap(true);
    bannerOpen_ = new QPushButton;
    bannerOpen_->setObjectName(QStringLiteral("openException"));
    auto* row = new QHBoxLayout(banner);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(bannerText_, 1);
    row->addWidget(bannerOpen_);
    connect(bannerOpen_, &QPushButton::clicked, this, [this] {
        if (detail_ && detail_->exception)
            openEntity(detail_->exception->id);
    });
    banner_ = banner;
    return banner;
}

QWidget* OrderPage::makeTimeline()
{
    timeline_ = new Panel(context_.theme, {});
    timeline_->setObjectName(QStringLiteral("timelinePanel"));
    timeline_->setFlush(true);
    zoom_ = plainLabel(context_.theme, {}, TextRole::TableCompact, Ink::Low);
    timeline_->setCorner(zoom_);
    chart_ = new LaneChart(context_.theme, context_.format);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("laneScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(chart_);
    caption_ = plainLabel(context_.theme, {}, TextRole::TableCompact, Ink::Mid);
    caption_->setObjectName(QStringLiteral("laneCaption"));
    caption_->setWordWrap(true);
    caption_->setContentsMargins(12, 2, 12, 8);
    timeline_->body()->addWidget(scroll);
    timeline_->body()->addWidget(caption_);
    connect(chart_, &LaneChart::selectionChanged, this, [this, scroll](int event) {
        caption_->setText(event < 0 ? tr("← and → step through the events, + and − zoom")
                                    : chart_->caption());
        if (event >= 0)
            scroll->ensureVisible(chart_->rectOf(event).left(), chart_->rectOf(event).center().y(), 80, 20);
    });
    connect(chart_, &LaneChart::pictureChanged, this, [this, scroll] {
        const int height = std::min(chart_->sizeHint().height(), context_.theme.px(380));
        scroll->setFixedHeight(height);
    });
    connect(chart_, &LaneChart::zoomChanged, this, &OrderPage::showAges);
    connect(chart_, &LaneChart::opened, this, &OrderPage::openEntity);
    return timeline_;
}

// The page scrolls, its tables do not, as long as they are not very long.
void OrderPage::fit(TableView* view)
{
    constexpr int Least = 2, Most = 14;
    const int rows = view->model() == nullptr ? 0 : view->model()->rowCount();
    const int header = std::max(view->horizontalHeader()->sizeHint().height(), context_.theme.rowHeight());
    view->setFixedHeight(header + std::clamp(rows, Least, Most) * context_.theme.rowHeight() + 4);
}

OrderPage::Table OrderPage::makeTable(const char* name, const QList<int>& widths)
{
    Table table;
    table.panel = new Panel(context_.theme, {});
    table.panel->setObjectName(QLatin1String(name) + QStringLiteral("Panel"));
    table.panel->setFlush(true);
    table.model = new CellsModel(this);
    table.view = new TableView(context_.theme, table.panel);
    table.view->setObjectName(QLatin1String(name) + QStringLiteral("Table"));
    table.view->setColumnWidths(widths);
    table.view->setModel(table.model);
    connect(table.view, &TableView::opened, this, [this, model = table.model](const QModelIndex& index) {
        if (!model->row(index.row()).opens.isNone())
            openEntity(model->row(index.row()).opens);
    });
    // The columns come with the first rows.
    connect(table.model, &QAbstractItemModel::modelReset, table.view, [this, view = table.view, widths] {
        view->setColumnWidths(widths);
        fit(view);
    });
    connect(&context_.theme, &Theme::changed, table.view, [this, view = table.view] { fit(view); });
    fit(table.view);
    table.panel->body()->addWidget(table.view);
    return table;
}

QWidget* OrderPage::makeTables()
{
    lines_ = makeTable("lines", {110, 60, 96, 0, 150});
    facts_ = makeTable("facts", {130, 112, 112, 0});
    effects_ = makeTable("effects", {100, 90, 130, 50, 100, 0});
    why_ = makeTable("why", {130, 86, 70, 80, 80, 0});
    rounds_ = new QComboBox;
    rounds_->setObjectName(QStringLiteral("decisionRound"));
    rounds_->setFocusPolicy(Qt::StrongFocus);
    why_.panel->setCorner(rounds_);
    connect(rounds_, &QComboBox::currentIndexChanged, this, [this] {
        if (detail_)
            showDecision();
    });
    auto* left = new QVBoxLayout;
    left->setSpacing(Gutter);
    left->addWidget(lines_.panel);
    left->addWidget(facts_.panel);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(Gutter);
    right->addWidget(why_.panel);
    right->addWidget(effects_.panel);
    right->addStretch(1);
    auto* tables = new QWidget;
    auto* row = new QHBoxLayout(tables);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Gutter);
    row->addLayout(left, 10);
    row->addLayout(right, 11);
    return tables;
}

}  // namespace holdpoint::ui
