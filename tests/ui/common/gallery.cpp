// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "tests/ui/support/samples.h"
#include "ui/common/chip.h"
#include "ui/common/command_button.h"
#include "ui/common/empty_state.h"
#include "ui/common/filter_field.h"
#include "ui/common/hold_button.h"
#include "ui/common/icons.h"
#include "ui/common/key_value.h"
#include "ui/common/panel.h"
#include "ui/common/priority_glyph.h"
#include "ui/common/receipt_line.h"
#include "ui/common/sparkline.h"
#include "ui/common/table_view.h"
#include "ui/common/toast.h"
#include "ui/text/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace holdpoint::ui {
namespace {

CommandSpec command(const char* id, const char* text, QList<QKeySequence> keys, const QString& obstacle = {})
{
    CommandSpec spec;
    spec.id = id;
    spec.text = text;
    spec.keys = std::move(keys);
    if (!obstacle.isEmpty())
        spec.obstacle = [obstacle] { return obstacle; };
    return spec;
}

QStandardItem* cell(const QString& text, const QHash<int, QVariant>& roles = {})
{
    auto* item = new QStandardItem(text);
    for (auto i = roles.begin(); i != roles.end(); ++i)
        item->setData(i.value(), i.key());
    return item;
}

QStandardItemModel* exceptionsModel(const Format& format, QObject* parent)
{
    auto* model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({QStringLiteral("P"), QStringLiteral("What happened"),
                                      QStringLiteral("Where"), QStringLiteral("Orders"),
                                      QStringLiteral("SLA left"), QStringLiteral("State")});
    for (const auto& row : sample::exceptions()) {
        const int ink = row.priority <= Priority::P2 ? inkValue(row.priority) : inkValue(Ink::High);
        model->appendRow(
            {cell(QString::number(int(row.priority) + 1),
                  {{PriorityRole, int(row.priority)}, {KeyRole, qulonglong(row.id.value())}}),
             cell(happening(row.code, row.category), {{SecondaryRole, word(row.category)}}),
             cell(QString::fromStdString(row.vendor), {{MonoRole, true}, {InkRole, inkValue(Ink::Mid)}}),
             cell(QStringLiteral("31"), {{Qt::TextAlignmentRole, int(Qt::AlignRight)}}),
             cell(format.left(row.due - sample::now()),
                  {{Qt::TextAlignmentRole, int(Qt::AlignRight)}, {StrongRole, ink >= 16}, {InkRole, ink}}),
             cell(row.priority == Priority::P1 ? QStringLiteral("NO-GO") : QStringLiteral("GO"),
                  {{ChipRole, int(row.priority == Priority::P1 ? ChipKind::Critical : ChipKind::Plain)}})});
    }
    auto* span = cell(QStringLiteral("28 more wait to come in: press . to bring them in"),
                      {{SpanRole, true}, {InkRole, inkValue(Ink::Low)}});
    QList<QStandardItem*> last{span};
    for (int i = 1; i < 6; ++i)
        last << cell({}, {{SpanRole, true}});
    model->appendRow(last);
    return model;
}

}  // namespace

Gallery::Gallery(Theme& theme) : theme_(theme)
{
    commands_.add(command("gallery.retry", "Retry all 31…", {Qt::Key_R}));
    commands_.add(command("gallery.legacy", "To legacy…", {Qt::Key_L}));
    commands_.add(command("gallery.cancel", "Cancel order…", {}, QStringLiteral("Needs support lead.")));
    auto* column = new QVBoxLayout(this);
    column->addWidget(cards());
    column->addWidget(buttons());
    column->addWidget(lists(), 1);
    column->addWidget(words());
    auto* toasts = new Toasts(theme, format_, this);
    toasts->add(QStringLiteral("Assigned X-88213 to M. Chen"), [] {});
    session::Receipt receipt;
    receipt.at = sample::now();
    receipt.state = CommandState::Accepted;
    toasts->add(QStringLiteral("Retry O-88213"), {}, true)->receipt(receipt);
}

QWidget* Gallery::cards()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    constexpr std::array Ages{Freshness::Live, Freshness::Ageing, Freshness::Live, Freshness::Stale,
                              Freshness::Disconnected};
    const auto board = sample::board();
    for (std::size_t i = 0; i < board.metrics.size(); ++i) {
        const auto& metric = board.metrics[i];
        auto* panel = new Panel(theme_, word(metric.metric));
        panel->setSubtitle(i == 0 ? QStringLiteral("last minute") : QString());
        const bool bad = metric.verdict == session::GateVerdict::NoGo;
        const bool waits = metric.verdict == session::GateVerdict::Inconclusive;
        auto* chip = new Chip(theme_, word(metric.verdict, metric.reason),
                              bad     ? ChipKind::Critical
                              : waits ? ChipKind::Warning
                                      : ChipKind::Plain);
        panel->setCorner(chip);
        auto* line = new Sparkline(theme_);
        line->setValues(metric.trend);
        line->setLimit(metric.limit, metric.atLeast);
        line->setStale(i > 2);
        line->setCaptions(QStringLiteral("30 min ago"), QStringLiteral("now"));
        panel->body()->addWidget(plainLabel(theme_, format_.percentNumber(*metric.value), TextRole::Metric));
        panel->body()->addWidget(line);
        panel->showAge(
            {Ages[i], sample::before(24), Milliseconds{i == 1 ? 4'000 : 24'000}, sample::before(18)},
            format_);
        row->addWidget(panel, 1);
    }
    return box;
}

QWidget* Gallery::buttons()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* retry = new CommandButton(theme_, commands_, QLatin1String("gallery.retry"));
    retry->setPreferred(true);
    row->addWidget(retry);
    for (const char* id : {"gallery.legacy", "gallery.cancel"})
        row->addWidget(new CommandButton(theme_, commands_, QLatin1String(id)));
    auto* pause =
        new HoldButton(theme_, QStringLiteral("Hold to pause"), QStringLiteral("CA-West · F9"), 800);
    pause->setObjectName(QStringLiteral("pause"));
    row->addWidget(pause);
    auto* held = new HoldButton(theme_, QStringLiteral("Hold to roll back…"), {}, 2'000);
    held->setObjectName(QStringLiteral("held"));
    row->addWidget(held);
    auto* pill = new Chip(theme_, QStringLiteral("PAUSED"), ChipKind::Critical);
    pill->setPill(true);
    row->addWidget(pill);
    row->addWidget(new Chip(theme_, QStringLiteral("held at handoff"), ChipKind::Accent));
    for (int i = 0; i < 4; ++i) {
        row->addWidget(new PriorityGlyph(theme_, static_cast<Priority>(i)));
        auto* seen = new PriorityGlyph(theme_, static_cast<Priority>(i));
        seen->set(static_cast<Priority>(i), true);
        row->addWidget(seen);
    }
    row->addStretch(1);
    return box;
}

QWidget* Gallery::lists()
{
    auto* panel = new Panel(theme_, QStringLiteral("Exceptions"));
    panel->setFlush(true);
    auto* filter = new FilterField(theme_);
    filter->setText(QStringLiteral("is:open vendor:wms-west sort:sla late"));
    auto* wrong = new FilterField(theme_);
    wrong->setText(QStringLiteral("is:open vendr:wms-west"));
    auto* table = new TableView(theme_);
    table->setModel(exceptionsModel(format_, table));
    table->setColumnWidths({48, 0, 120, 60, 80, 90});
    table->selectRow(0);
    panel->body()->addWidget(filter);
    panel->body()->addWidget(wrong);
    panel->body()->addWidget(table, 1);
    return panel;
}

QWidget* Gallery::words()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    auto* facts = new KeyValue(theme_);
    facts->addRow(QStringLiteral("Order"), QStringLiteral("4C-88213"), true);
    facts->addRow(QStringLiteral("Channel"), QStringLiteral("shop-na"));
    facts->addRow(QStringLiteral("Promise"));
    row->addWidget(facts);
    auto* empty = new EmptyState(theme_, commands_);
    empty->set(QStringLiteral("No open exceptions"), QStringLiteral("Everything that came in is on its way."),
               {QLatin1String("gallery.legacy")});
    row->addWidget(empty, 1);
    auto* icons = new QWidget;
    auto* grid = new QGridLayout(icons);
    int n = 0;
    for (const char* name :
         {"launch",    "exceptions", "orders",    "rollouts", "shadow",       "readiness",    "integrations",
          "inventory", "backfills",  "reconcile", "alarms",   "audit",        "reports",      "settings",
          "pause",     "play",       "retry",     "legacy",   "send",         "snooze",       "assign",
          "note",      "label",      "resolve",   "ask",      "search",       "filter",       "bookmark",
          "link",      "copy",       "export",    "undo",     "warning",      "close",        "palette",
          "disk",      "backup",     "language",  "hand",     "check",        "timer",        "disconnected",
          "lock",      "folder",     "window",    "history",  "chevron-left", "chevron-right"}) {
        auto* label = plainLabel(theme_, {});
        label->setPixmap(theme_.icons().pixmap(QLatin1String(name), theme_.tokens().inkMid, theme_.px(20)));
        grid->addWidget(label, n / 16, n % 16);
        ++n;
    }
    row->addWidget(icons);
    auto* line = new ReceiptLine(theme_, format_);
    line->start(QStringLiteral("Retry O-88213"), sample::before(3));
    session::Receipt receipt;
    receipt.at = sample::now();
    receipt.state = CommandState::Accepted;
    line->add(receipt);
    auto* all = new QWidget;
    auto* outer = new QVBoxLayout(all);
    outer->addWidget(box);
    outer->addWidget(line);
    return all;
}

}  // namespace holdpoint::ui
