// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/rollback_page.h"

#include "ui/common/command_button.h"
#include "ui/common/hold_button.h"
#include "ui/common/labels.h"
#include "ui/common/table_view.h"
#include "ui/rollout/acts.h"
#include "ui/rollout/part_panel.h"
#include "ui/rollout/rows_model.h"
#include "ui/rollout/source.h"
#include "ui/rollout/wrap_row.h"
#include "ui/text/rollout_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include <numeric>

namespace holdpoint::ui::rollout {
namespace {

constexpr int Margin = 18;
constexpr int Gutter = 12;
constexpr int HoldMs = 2'000;
constexpr Milliseconds AskAgain{5'000};

const std::vector<session::PartLine>& linesOf(const session::RollbackCard& card, RollbackPart part)
{
    return card.parts[static_cast<std::size_t>(part)];
}

}  // namespace

RollbackPage::RollbackPage(Context& context, Source& source, Acts& acts, QWidget* parent)
    : QWidget(parent), context_(context), source_(source), acts_(acts)
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(Margin, 14, Margin, 14);
    column->setSpacing(Gutter);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        parts_[i] = new PartPanel(context.theme, context.format);
        parts_[i]->setObjectName(QStringLiteral("part_") +
                                 QLatin1String(name(static_cast<RollbackPart>(i)).data()));
        column->addWidget(parts_[i]);
    }
    lostPanel_ = new Panel(context.theme, {});
    lostPanel_->setFlush(true);
    lost_ = new RowsModel(this);
    lostTable_ = new TableView(context.theme);
    lostTable_->setObjectName(QStringLiteral("cannotUndo"));
    lostTable_->setModel(lost_);
    lostPanel_->body()->addWidget(lostTable_);
    column->addWidget(lostPanel_);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(scroll, 1);
    all->addWidget(makeFoot());
    connect(&context.client, &Client::tick, this, &RollbackPage::showClock);
    connect(&context.commands, &CommandRegistry::refreshed, this, &RollbackPage::showClock);
    connect(lostTable_, &TableView::opened, this, [this](const QModelIndex& index) {
        const session::RollbackCard* shown = card();
        if (shown != nullptr && static_cast<std::size_t>(index.row()) < shown->cannotUndo.size())
            context_.navigator.go({QStringLiteral("orders"),
                                   {},
                                   shown->cannotUndo[static_cast<std::size_t>(index.row())].order});
    });
    retranslate();
    lostTable_->setColumnWidths({150, 380, 0, 150});
}

QWidget* RollbackPage::makeFoot()
{
    sum_ = plainLabel(context_.theme, {}, TextRole::TableCompact, Ink::Low);
    sum_->setObjectName(QStringLiteral("rollbackSum"));
    why_ = plainLabel(context_.theme, {}, TextRole::TableCompact, Ink::Mid);
    why_->setObjectName(QStringLiteral("rollbackWhy"));
    hold_ = new HoldButton(context_.theme, {}, {}, HoldMs);
    hold_->setObjectName(QStringLiteral("rollbackHold"));
    hold_->setClock(context_.client.time().monotonicMs);
    connect(hold_, &HoldButton::confirmed, this, [this] {
        if (holdObstacle().isEmpty())
            acts_.rollBack({});
    });
    auto* foot = new QWidget;
    foot->setAutoFillBackground(true);
    foot->setBackgroundRole(QPalette::Base);
    auto* row = new WrapRow(10);
    row->setContentsMargins(Margin, 8, Margin, 8);
    row->addWidget(hold_);
    const auto button = [this, row](const char* id) {
        row->addWidget(new CommandButton(context_.theme, context_.commands, QLatin1String(id), this));
        return row->itemAt(row->count() - 1)->widget();
    };
    button("rollout.hand_over");
    button("rollout.note");
    before_ = {button("rollout.rehearse")};
    after_ = {button("rollout.sign_reconciliation"), button("rollout.sign_off")};
    button("rollout.board");
    row->addWidget(why_);
    row->addWidget(sum_);
    auto* rule = new QFrame;
    rule->setProperty("rule", true);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(rule);
    column->addLayout(row);
    return foot;
}

bool RollbackPage::isJob() const
{
    return source_.board().rollback.has_value() && !source_.board().rollback->rehearsal;
}

const session::RollbackCard* RollbackPage::card() const
{
    if (isJob())
        return &*source_.board().rollback;
    return plan_ ? &*plan_ : nullptr;
}

void RollbackPage::setShown(bool shown)
{
    shown_ = shown;
    if (shown && !isJob())
        ask();
}

void RollbackPage::ask()
{
    if (asking_ || !context_.client.isAttached())
        return;
    asking_ = true;
    context_.client.ask(session::AskRollbackPlan{}, this, [this](const session::Answer& answer) {
        if (std::holds_alternative<session::Progress>(answer))
            return;
        asking_ = false;
        if (const auto* card = std::get_if<session::RollbackCard>(&answer)) {
            plan_ = *card;
            planned_ = context_.client.time().wall();
            planTrouble_.clear();
        } else if (const auto* error = std::get_if<Error>(&answer)) {
            planTrouble_ = sentence(*error);
        }
        setBoard();
    });
}

QString RollbackPage::holdObstacle() const
{
    if (const QString why = source_.obstacle("roll_back", false); !why.isEmpty())
        return why;
    if (!source_.hasPlan())
        return tr("There is no plan.");
    if (isJob() && source_.board().rollback->running)
        return tr("It is rolling back already.");
    if (!planTrouble_.isEmpty())
        return planTrouble_;
    if (!plan_)
        return tr("What would happen is being worked out.");
    return context_.client.time().wall() - planned_ > PlanLife
               ? tr("What is shown is more than 10 s old. It is being worked out anew.")
               : QString();
}

void RollbackPage::setBoard()
{
    show(card());
    showClock();
    emit changed();
}

void RollbackPage::showClock()
{
    if (shown_ && !isJob() && (planned_ == Never || context_.client.time().wall() - planned_ >= AskAgain))
        ask();
    const QString why = holdObstacle();
    hold_->setObstacle(why);
    hold_->setVisible(!isJob());
    for (QWidget* button : before_)
        button->setVisible(!isJob());
    for (QWidget* button : after_)
        button->setVisible(isJob());
    why_->setText(isJob() ? QString() : why);
    why_->setVisible(!why_->text().isEmpty());
}

void RollbackPage::show(const session::RollbackCard* card)
{
    static const session::RollbackCard nothing;
    const session::RollbackCard& shown = card == nullptr ? nothing : *card;
    showStop(shown.stop, !isJob());
    showParts(shown);
    showCannotUndo(shown);
    sum_->setText(card == nullptr ? QString() : sumText());
}

void RollbackPage::showStop(const session::StopCard& stop, bool planned)
{
    const Format& f = context_.format;
    PartPanel* panel = parts_[0];
    QStringList steps;
    for (const auto& [at, said] : {std::pair(stop.requested, word(CommandState::Requested)),
                                   std::pair(stop.accepted, word(CommandState::Accepted)),
                                   std::pair(stop.effective, word(CommandState::Effective))})
        if (at != Never && at != Instant{})
            steps << said + QLatin1Char(' ') + f.clock(at);
    panel->setSubtitle(planned ? tr("new orders go to legacy at once") : steps.join(QStringLiteral(" · ")));
    const bool verified = stop.state == CommandState::Verified;
    const QString note = planned                 ? QString()
                         : verified              ? tr("verified %1").arg(f.clock(stop.verified))
                         : stop.nothingToMeasure ? tr("nothing to measure")
                                                 : QString();
    panel->setPart({{partLineWord("new_orders"), planned ? Format::none() : f.count(stop.newSince),
                     verified ? 1.0 : 0.0, note, !planned && stop.newSince > 0}},
                   {}, planned ? tr("planned") : word(stop.state), !planned && !verified);
}

void RollbackPage::showParts(const session::RollbackCard& card)
{
    const Format& f = context_.format;
    for (std::size_t i = 1; i < parts_.size(); ++i) {
        std::vector<PartPanel::Line> lines;
        std::int64_t done = 0, of = 0;
        for (const session::PartLine& line : card.parts[i]) {
            done += line.done, of += line.of;
            QString note = isJob() && (line.done > 0 || line.note.empty())
                               ? tr("%1 done").arg(f.count(line.done))
                               : QString();
            if (line.failed > 0)
                note = tr("%1 differ").arg(f.count(line.failed));
            if (!line.note.empty())
                note += (note.isEmpty() ? QString() : QStringLiteral(", ")) + outside(line.note, 60);
            lines.push_back(
                {partLineWord(line.what), f.count(line.of),
                 line.of == 0 ? 0.0 : static_cast<double>(line.done) / static_cast<double>(line.of), note,
                 line.failed > 0});
        }
        const QString progress =
            isJob() && of > 0 ? tr("%1 of %2").arg(f.count(done), f.count(of)) : QString();
        const QString state = !isJob()     ? tr("planned")
                              : of == 0    ? tr("not begun")
                              : done >= of ? tr("done")
                                           : tr("running");
        parts_[i]->setPart(lines, progress, state, isJob() && of > 0 && done < of);
    }
    parts_[1]->setSubtitle(tr("%1 orders at the moment of the command").arg(f.count(card.inFlight)));
}

void RollbackPage::showCannotUndo(const session::RollbackCard& card)
{
    std::vector<RowsModel::Row> rows;
    for (const session::CannotUndo& each : card.cannotUndo) {
        const std::string id = each.number.empty() ? each.order.text() : each.number;
        rows.push_back({{{outside(id, 40), inkValue(Ink::High), false, -1, {}, true},
                         {cannotUndoWord(each.why)},
                         {cannotUndoWord(each.now), inkValue(Ink::Mid)},
                         {whoWord(each.owner), inkValue(Ink::Mid)}},
                        qHash(QString::fromStdString(id)) | 1U});
    }
    lostPanel_->setSubtitle(context_.format.count(static_cast<std::int64_t>(rows.size())));
    lost_->setRows(std::move(rows));
    fitToRows(*lostTable_, context_.theme);
}

QString RollbackPage::sumText() const
{
    const session::RollbackCard* shown = card();
    if (shown == nullptr)
        return {};
    QStringList parts;
    std::int64_t sum = 0;
    for (const session::PartLine& line : linesOf(*shown, RollbackPart::InFlight)) {
        parts << context_.format.count(line.of);
        sum += line.of;
    }
    if (parts.isEmpty())
        parts << context_.format.count(0);
    const QString sumOf =
        parts.join(QStringLiteral(" + ")) + QStringLiteral(" = ") + context_.format.count(sum);
    return sum == shown->inFlight ? tr("Every order is in exactly one lane: %1").arg(sumOf)
                                  : tr("The lanes do not add up: %1, but %2 orders are in flight")
                                        .arg(sumOf, context_.format.count(shown->inFlight));
}

QString RollbackPage::title() const
{
    const session::RolloutBoard& board = source_.board();
    return tr("Rollback: %1 to legacy").arg(outside(board.name, 60));
}

QString RollbackPage::subtitle() const
{
    const Format& f = context_.format;
    const session::RollbackCard* shown = card();
    if (shown == nullptr)
        return planTrouble_.isEmpty() ? tr("What would happen is being worked out.") : planTrouble_;
    const QString expected =
        shown->expected ? tr("expected to take %1").arg(f.duration(*shown->expected)) : QString();
    if (!isJob())
        return tr("Plan from a dry run, %1").arg(f.ago(context_.client.time().wall() - planned_)) +
               (expected.isEmpty() ? QString() : QStringLiteral(" · ") + expected);
    QString text =
        tr("Started %1 by %2")
            .arg(f.clock(shown->started), shown->by.empty() ? tr("the engine") : outside(shown->by, 60));
    if (shown->planMade != Never)
        text += QStringLiteral(" · ") + tr("plan shown %1").arg(f.clock(shown->planMade));
    text += QStringLiteral(" · ") + (shown->ended ? tr("ended") : tr("resumes by itself after a restart"));
    if (!expected.isEmpty())
        text += QStringLiteral(" · ") + expected;
    return text;
}

void RollbackPage::focusHold() { hold_->setFocus(Qt::OtherFocusReason); }

void RollbackPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RollbackPage::retranslate()
{
    for (std::size_t i = 0; i < parts_.size(); ++i)
        parts_[i]->setTitle(QString::number(i + 1) + QLatin1Char(' ') + word(static_cast<RollbackPart>(i)));
    parts_[2]->setSubtitle(tr("effects to undo, each with its proof"));
    parts_[3]->setSubtitle(tr("nine checks against legacy, warehouse and payment books"));
    lostPanel_->setTitle(tr("Cannot be undone"));
    lostTable_->setAccessibleName(tr("Cannot be undone"));
    lost_->setColumns({tr("Order"), tr("Why"), tr("What now"), tr("Owner")});
    hold_->setText(tr("Hold to roll back"));
    hold_->setSubText(tr("2 seconds · to legacy"));
    hold_->setTwoStep(context_.settings.value(Setting::TwoStepConfirm).toBool(), tr("roll back"));
    hold_->setAccessibleName(tr("Press and hold to roll back"));
    setBoard();
}

}  // namespace holdpoint::ui::rollout
