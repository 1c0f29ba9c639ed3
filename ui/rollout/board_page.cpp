// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/board_page.h"

#include "ui/common/command_button.h"
#include "ui/common/hold_button.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/table_view.h"
#include "ui/rollout/acts.h"
#include "ui/rollout/chart_legend.h"
#include "ui/rollout/gate_chart.h"
#include "ui/rollout/gate_strips.h"
#include "ui/rollout/slice_detail.h"
#include "ui/rollout/slices_model.h"
#include "ui/rollout/source.h"
#include "ui/text/rollout_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdpoint::ui::rollout {
namespace {

constexpr int Margin = 18;
constexpr int Gutter = 12;
constexpr int HoldMs = 800;
constexpr int TrendMinutes = 30;
constexpr Milliseconds TrendEvery{10'000};

/// At the right end of its cell, a little smaller than the row.
QWidget* inRow(QWidget* button, SliceAct act, int least)
{
    auto* cell = new QWidget;
    cell->setProperty("act", static_cast<int>(act));
    auto* row = new QHBoxLayout(cell);
    row->setContentsMargins(4, 1, 10, 2);
    row->addStretch(1);
    if (button != nullptr) {
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
        button->setMinimumWidth(least);
        row->addWidget(button);
    }
    return cell;
}

}  // namespace

BoardPage::BoardPage(Context& context, Source& source, Acts& acts, QWidget* parent)
    : QWidget(parent), context_(context), source_(source), acts_(acts)
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(Margin, 14, Margin, 14);
    column->setSpacing(Gutter);
    makeSlices(column);
    makeChart(column);
    detail_ = new SliceDetail(context.theme, context.format);
    column->addWidget(detail_);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("rolloutScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    for (Panel* panel : {slicesPanel_, chartPanel_, gatesPanel_})
        panel->follow(source.watch(), context.client, context.format);
    connect(&context.theme, &Theme::changed, this, &BoardPage::fitTable);
    connect(&context.commands, &CommandRegistry::refreshed, this, &BoardPage::makeButtons);
    retranslate();
}

void BoardPage::makeSlices(QVBoxLayout* column)
{
    slicesPanel_ = new Panel(context_.theme, {});
    slicesPanel_->setObjectName(QStringLiteral("slicesPanel"));
    slicesPanel_->setFlush(true);
    slices_ = new SlicesModel(context_.format, this);
    table_ = new TableView(context_.theme, slicesPanel_);
    table_->setObjectName(QStringLiteral("slicesTable"));
    table_->setModel(slices_);
    table_->setColumnWidths({0, 66, 84, 148, 132, 114, 164, 110, 110});
    table_->setDropped({SlicesModel::P95, SlicesModel::Exceptions, SlicesModel::Orders}, 160);
    table_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    slicesPanel_->body()->addWidget(table_);
    auto* plan = new QPushButton;
    plan->setObjectName(QStringLiteral("newSlice"));
    plan->setAutoDefault(false);
    slicesPanel_->setCorner(plan);
    connect(plan, &QPushButton::clicked, this, &BoardPage::planWanted);
    connect(table_, &TableView::currentKeyChanged, this, &BoardPage::showSlice);
    column->addWidget(slicesPanel_);
}

void BoardPage::makeChart(QVBoxLayout* column)
{
    chartPanel_ = new Panel(context_.theme, {});
    chartPanel_->setObjectName(QStringLiteral("chartPanel"));
    chart_ = new GateChart(context_.theme, context_.format);
    chartPanel_->setCorner(new ChartLegend(context_.theme));
    chartPanel_->body()->addWidget(chart_);
    gatesPanel_ = new Panel(context_.theme, {});
    gatesPanel_->setObjectName(QStringLiteral("gatesPanel"));
    gatesPanel_->setFlush(true);
    gates_ = new GateStrips(context_.theme, context_.format);
    gatesPanel_->body()->addWidget(gates_);
    connect(gates_, &GateStrips::chosenChanged, this, &BoardPage::showGate);
    column->addWidget(chartPanel_);
    column->addWidget(gatesPanel_);
}

void BoardPage::setBoard()
{
    slices_->setBoard(source_.board());
    if (slices_->rowCount() > 0 && !table_->currentIndex().isValid())
        table_->setCurrentIndex(slices_->index(0, 0));
    fitTable();
    makeButtons();
    slicesPanel_->setSubtitle(tr("an order keeps its side for life; hash of order id, salt %1")
                                  .arg(outside(source_.board().salt, 24)));
    showSlice();
}

void BoardPage::fitTable()
{
    table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() +
                           std::max(slices_->rowCount(), 1) * context_.theme.rowHeight() + 2);
}

// One button a slice, made anew only when there is another slice or another state.
void BoardPage::makeButtons()
{
    for (int row = 0; row < slices_->rowCount(); ++row) {
        const QModelIndex cell = slices_->index(row, SlicesModel::Action);
        const auto act = actOf(slices_->slice(row), slices_->state());
        QWidget* there = table_->indexWidget(cell);
        if (there == nullptr || there->property("act").toInt() != static_cast<int>(act)) {
            table_->setIndexWidget(cell, inRow(buttonOf(row), act, context_.theme.px(72)));
            continue;
        }
        if (auto* hold = there->findChild<HoldButton*>())
            hold->setObstacle(source_.obstacle("stop_intake", false));
    }
}

QWidget* BoardPage::buttonOf(int row)
{
    const session::SliceRow& slice = slices_->slice(row);
    const SliceAct act = actOf(slice, slices_->state());
    const std::string name = slice.name;
    QAbstractButton* button = nullptr;
    if (act == SliceAct::Pause) {
        auto* hold = new HoldButton(context_.theme, tr("Pause"), {}, HoldMs);
        hold->setCompact(true);
        hold->setClock(context_.client.time().monotonicMs);
        hold->setTwoStep(context_.settings.value(Setting::TwoStepConfirm).toBool(), tr("pause it"));
        hold->setObstacle(source_.obstacle("stop_intake", false));
        connect(hold, &HoldButton::confirmed, this, [this, name] { acts_.pause(name); });
        button = hold;
    } else if (act != SliceAct::None) {
        button = new QPushButton(act == SliceAct::Resume ? tr("Resume…") : tr("Start…"));
        button->setStyleSheet(QStringLiteral("QPushButton { padding: 0 10px; }"));
        connect(button, &QAbstractButton::clicked, this, [this, name, act] {
            if (act == SliceAct::Start)
                emit pollWanted();
            else
                acts_.resume(name);
        });
    }
    if (button == nullptr)
        return nullptr;
    button->setObjectName(QStringLiteral("act_%1").arg(row));
    button->setAccessibleName(tr("%1: %2").arg(button->text(), outside(name, 80)));
    return button;
}

void BoardPage::choose(const std::string& slice)
{
    if (const int row = slices_->rowOf(slice); row >= 0)
        table_->setCurrentIndex(slices_->index(row, 0));
}

std::string BoardPage::slice() const { return chosen_; }

void BoardPage::focusSlices() { table_->setFocus(Qt::OtherFocusReason); }

void BoardPage::showSlice()
{
    const QModelIndex current = table_->currentIndex();
    const session::SliceRow* slice = current.isValid() ? &slices_->slice(current.row()) : nullptr;
    const std::string before = std::exchange(chosen_, slice == nullptr ? std::string() : slice->name);
    std::vector<session::GateRow> gates;
    for (const session::GateRow& gate : source_.board().gates)
        if (gate.slice == chosen_ || gate.slice.empty())
            gates.push_back(gate);
    gates_->setGates(gates);
    detail_->show(source_.board(), slice);
    if (before != chosen_)
        emit sliceChanged();
    showGate();
}

void BoardPage::showGate()
{
    const session::GateRow* gate = gates_->chosen();
    chartPanel_->setVisible(gate != nullptr);
    gatesPanel_->setVisible(gate != nullptr);
    if (gate == nullptr)
        return;
    chartPanel_->setTitle(gateTitle(*gate));
    const QString unit = gate->unit == "%" ? tr("% of orders") : QString::fromStdString(gate->unit);
    chartPanel_->setSubtitle(tr("%1, 1 min · %2").arg(unit, outside(chosen_, 80)));
    askTrend();
}

void BoardPage::askTrend()
{
    const session::GateRow* gate = gates_->chosen();
    const std::string about = gate->id + '\n' + chosen_;
    const Instant now = context_.client.time().wall();
    const bool same = about == trendOf_;
    if (!context_.client.isAttached() || (same && trendAt_ != Never && now - trendAt_ < TrendEvery))
        return;
    if (!same)
        chart_->setTrend({}, gateTitle(*gate));
    trendOf_ = about;
    trendAt_ = now;
    context_.client.ask(session::AskGateTrend{gate->id, chosen_, TrendMinutes}, this,
                        [this, about, title = gateTitle(*gate)](const session::Answer& answer) {
                            const auto* trend = std::get_if<session::GateTrend>(&answer);
                            if (trend != nullptr && about == trendOf_)
                                chart_->setTrend(*trend, title);
                        });
}

void BoardPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BoardPage::retranslate()
{
    slicesPanel_->setTitle(tr("Slices"));
    table_->setAccessibleName(tr("Slices"));
    slices_->retranslate();
    slicesPanel_->findChild<QPushButton*>(QStringLiteral("newSlice"))->setText(tr("New slice…"));
    gatesPanel_->setTitle(tr("Canary against control"));
    gatesPanel_->setSubtitle(tr("dashed red: the most it may be worse"));
    if (source_.known())
        setBoard();
}

}  // namespace holdpoint::ui::rollout
