// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/plan_page.h"

#include "ui/common/command_button.h"
#include "ui/common/labels.h"
#include "ui/common/own_font.h"
#include "ui/common/panel.h"
#include "ui/common/table_view.h"
#include "ui/rollout/acts.h"
#include "ui/rollout/rows_model.h"
#include "ui/rollout/source.h"
#include "ui/rollout/wrap_row.h"
#include "ui/text/rollout_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>

#include <algorithm>

namespace holdpoint::ui::rollout {
namespace {

constexpr int Margin = 18;
constexpr int Gutter = 12;
constexpr int CheckAfterMs = 400;

RowsModel::Cell quiet(const QString& text) { return {text, inkValue(Ink::Mid), false, -1, text}; }

}  // namespace

PlanPage::PlanPage(Context& context, Source& source, Acts& acts, QWidget* parent)
    : QWidget(parent), context_(context), source_(source), acts_(acts)
{
    addCommands();
    auto* body = new QWidget;
    auto* left = new QVBoxLayout(body);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(Gutter);
    findings_ = makePart("planFindings", left);
    steps_ = makePart("planSteps", left);
    checklist_ = makePart("planChecklist", left);
    evidence_ = new QLineEdit;
    evidence_->setObjectName(QStringLiteral("checkEvidence"));
    evidence_->setMinimumWidth(context.theme.px(200));
    auto* mark = new WrapRow(context.theme.px(10));
    mark->setContentsMargins(context.theme.px(12), context.theme.px(8), context.theme.px(12),
                             context.theme.px(8));
    mark->addWidget(evidence_);
    for (const char* id : {"rollout.check_item", "rollout.sign_plan", "rollout.checklist_done"})
        mark->addWidget(new CommandButton(context.theme, context.commands, QLatin1String(id)));
    checklist_.panel->body()->addLayout(mark);
    left->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(Margin, 14, Margin, 14);
    all->setSpacing(Gutter);
    all->addWidget(scroll, 6);
    all->addWidget(makeText(), 5);
    pause_.setSingleShot(true);
    pause_.setInterval(CheckAfterMs);
    connect(&pause_, &QTimer::timeout, this, &PlanPage::check);
    connect(checklist_.table, &TableView::currentKeyChanged, &context.commands, &CommandRegistry::refresh);
    connect(evidence_, &QLineEdit::textChanged, &context.commands, &CommandRegistry::refresh);
    retranslate();
    steps_.table->setColumnWidths({44, 110, 74, 0, 130});
    findings_.table->setColumnWidths({96, 0});
    checklist_.table->setColumnWidths({84, 0, 220, 110});
}

PlanPage::Part PlanPage::makePart(const char* name, QVBoxLayout* column)
{
    Part part{new Panel(context_.theme, {}), new RowsModel(this), new TableView(context_.theme)};
    part.panel->setFlush(true);
    part.table->setObjectName(QLatin1String(name));
    part.table->setModel(part.model);
    part.panel->body()->addWidget(part.table);
    column->addWidget(part.panel);
    return part;
}

QWidget* PlanPage::makeText()
{
    textPanel_ = new Panel(context_.theme, {});
    text_ = new QPlainTextEdit;
    text_->setObjectName(QStringLiteral("planText"));
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTabChangesFocus(true);
    const auto font = [this] { setOwnFont(text_, context_.theme.font(TextRole::Mono)); };
    font();
    connect(&context_.theme, &Theme::changed, text_, font);
    status_ = plainLabel(context_.theme, {}, TextRole::TableCompact);
    status_->setObjectName(QStringLiteral("planStatus"));
    status_->setWordWrap(true);
    second_ = new QLineEdit;
    second_->setObjectName(QStringLiteral("planSecond"));
    reason_ = new QLineEdit;
    reason_->setObjectName(QStringLiteral("planReason"));
    auto* row = new WrapRow(context_.theme.px(10));
    for (QLineEdit* line : {reason_, second_}) {
        line->setMinimumWidth(context_.theme.px(200));
        row->addWidget(line);
    }
    for (const char* id : {"rollout.save_plan", "rollout.submit_plan", "rollout.edit_plan"})
        row->addWidget(new CommandButton(context_.theme, context_.commands, QLatin1String(id)));
    textPanel_->body()->addWidget(text_, 1);
    textPanel_->body()->addWidget(status_);
    textPanel_->body()->addLayout(row);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] {
        pause_.start();
        status_->setText(statusText());
        context_.commands.refresh();
    });
    return textPanel_;
}

void PlanPage::addCommands()
{
    CommandSpec saves;
    saves.id = "rollout.save_plan";
    saves.text = QT_TRANSLATE_NOOP("commands", "Save the plan");
    saves.menu = CommandMenu::Launch;
    saves.kind = CommandClass::One;
    saves.scope = CommandScope::Rollout;
    saves.engineCommand = "set_plan";
    saves.run = [this] { save(); };
    saves.obstacle = [this] { return saveObstacle(); };
    context_.commands.add(std::move(saves));
    CommandSpec marks;
    marks.id = "rollout.check_item";
    marks.text = QT_TRANSLATE_NOOP("commands", "Mark the item as done");
    marks.menu = CommandMenu::Launch;
    marks.kind = CommandClass::One;
    marks.scope = CommandScope::Rollout;
    marks.engineCommand = "checklist_item";
    marks.run = [this] { markItem(); };
    marks.obstacle = [this] { return markObstacle(); };
    context_.commands.add(std::move(marks));
}

bool PlanPage::isEdited() const { return text_->toPlainText().toStdString() != saved_; }

QString PlanPage::saveObstacle() const
{
    if (const QString why = source_.obstacle("set_plan", false); !why.isEmpty())
        return why;
    if (text_ == nullptr || !isEdited())
        return tr("Nothing was changed.");
    return trouble_;
}

void PlanPage::save()
{
    acts_.savePlan(text_->toPlainText().toStdString(), second_->text().trimmed(), reason_->text().trimmed());
    second_->clear();
    reason_->clear();
}

const session::ChecklistRow* PlanPage::chosenItem() const
{
    const int row = checklist_.table == nullptr ? -1 : checklist_.table->currentIndex().row();
    const auto& items = source_.board().checklist;
    return row >= 0 && static_cast<std::size_t>(row) < items.size() ? &items[static_cast<std::size_t>(row)]
                                                                    : nullptr;
}

QString PlanPage::markObstacle() const
{
    if (const QString why = source_.obstacle("checklist_item", false); !why.isEmpty())
        return why;
    const session::ChecklistRow* item = chosenItem();
    if (item == nullptr)
        return tr("No item of the checklist is chosen.");
    if (item->automatic)
        return tr("The engine marks this one by itself, from what it sees.");
    return !item->done && evidence_->text().trimmed().isEmpty() ? tr("What shows it? Evidence is missing.")
                                                                : QString();
}

void PlanPage::markItem()
{
    const session::ChecklistRow* item = chosenItem();
    acts_.checkItem(item->item, !item->done, evidence_->text().trimmed());
    evidence_->clear();
}

// Somebody else's plan comes in only where nothing was written meanwhile.
void PlanPage::setBoard()
{
    const session::RolloutBoard& board = source_.board();
    const bool edited = isEdited();
    if (board.plan != saved_) {
        saved_ = board.plan;
        if (!edited)
            text_->setPlainText(QString::fromStdString(saved_));
    }
    if (!isEdited()) {
        pause_.stop();
        trouble_.clear();
        checkedBoard_.reset();
    }
    fill(checkedBoard_ ? *checkedBoard_ : board);
    fillChecklist();
    status_->setText(statusText());
}

void PlanPage::check()
{
    const std::string text = text_->toPlainText().toStdString();
    if (!isEdited())
        return setBoard();
    if (!context_.client.isAttached())
        return;
    checked_ = text;
    context_.client.ask(session::AskPlanCheck{text}, this, [this, text](const session::Answer& answer) {
        if (text != checked_ || std::holds_alternative<session::Progress>(answer))
            return;  // something newer is being asked
        trouble_.clear();
        if (const auto* board = std::get_if<session::RolloutBoard>(&answer))
            checkedBoard_ = *board;
        else if (const auto* error = std::get_if<Error>(&answer))
            trouble_ = tr("It cannot be read: %1").arg(outside(error->detail));
        fill(checkedBoard_ ? *checkedBoard_ : source_.board());
        status_->setText(statusText());
        context_.commands.refresh();
    });
}

QString PlanPage::statusText() const
{
    if (!trouble_.isEmpty())
        return trouble_;
    const session::RolloutBoard& board = checkedBoard_ ? *checkedBoard_ : source_.board();
    const auto blocks = static_cast<int>(
        std::count_if(board.findings.begin(), board.findings.end(), [](const auto& f) { return f.blocks; }));
    const int warns = static_cast<int>(board.findings.size()) - blocks;
    QStringList parts{isEdited() ? tr("changed, not saved") : tr("saved")};
    parts << tr("%n finding(s) block", "", blocks) << tr("%n warning(s)", "", warns);
    if (isEdited() && source_.board().plan != saved_)
        parts << tr("somebody else has saved another plan meanwhile");
    return parts.join(QStringLiteral(" · "));
}

void PlanPage::fill(const session::RolloutBoard& board)
{
    fillSteps(board);
    fillFindings(board);
}

void PlanPage::fillSteps(const session::RolloutBoard& board)
{
    const Format& f = context_.format;
    std::vector<RowsModel::Row> rows;
    for (const session::StepRow& step : board.steps) {
        QStringList slices;
        for (const std::string& slice : step.slices)
            slices << outside(slice, 60);
        const QString caps = step.capOrdersPerHour > 0
                                 ? tr("≤ %1 orders/h").arg(f.count(step.capOrdersPerHour))
                                 : tr("no cap");
        rows.push_back({{{QString::number(step.number)},
                         {word(step.phase)},
                         {shareText(f, step.weightBp)},
                         {slices.join(QStringLiteral(", "))},
                         quiet(caps)},
                        static_cast<qulonglong>(step.number) + 1});
    }
    steps_.panel->setSubtitle(
        tr("%1, %n step(s)", "", static_cast<int>(rows.size())).arg(word(board.approach)));
    steps_.model->setRows(std::move(rows));
    fitToRows(*steps_.table, context_.theme);
}

void PlanPage::fillFindings(const session::RolloutBoard& board)
{
    std::vector<RowsModel::Row> rows;
    for (const bool blocks : {true, false})
        for (const session::FindingRow& finding : board.findings)
            if (finding.blocks == blocks) {
                const QString said = findingSentence(context_.format, finding);
                rows.push_back({{{blocks ? tr("BLOCKS") : tr("WARNS"), inkValue(Ink::High), false,
                                  int(blocks ? ChipKind::Critical : ChipKind::Warning)},
                                 {said, inkValue(Ink::High), false, -1, said}},
                                qHash(said) | 1U});
            }
    findings_.panel->setSubtitle(rows.empty() ? tr("nothing stands against the plan") : QString());
    findings_.model->setRows(std::move(rows));
    fitToRows(*findings_.table, context_.theme);
}

void PlanPage::fillChecklist()
{
    std::vector<RowsModel::Row> rows;
    for (const session::ChecklistRow& item : source_.board().checklist)
        rows.push_back({{{item.done ? tr("done") : tr("open"), inkValue(Ink::High), false,
                          int(item.done ? ChipKind::Plain : ChipKind::Warning)},
                         {checklistWord(item.item)},
                         quiet(outside(item.evidence)),
                         quiet(item.automatic ? tr("the engine") : outside(item.by, 40))},
                        qHash(QString::fromStdString(item.item)) | 1U});
    checklist_.panel->setVisible(!rows.empty());
    checklist_.model->setRows(std::move(rows));
    fitToRows(*checklist_.table, context_.theme);
}

void PlanPage::focusText() { text_->setFocus(Qt::OtherFocusReason); }

void PlanPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PlanPage::retranslate()
{
    steps_.panel->setTitle(tr("Steps"));
    findings_.panel->setTitle(tr("Findings"));
    checklist_.panel->setTitle(tr("Checklist"));
    textPanel_->setTitle(tr("Plan"));
    textPanel_->setSubtitle(tr("the document; checked while you write"));
    for (const Part& part : {steps_, findings_, checklist_})
        part.table->setAccessibleName(part.panel->title());
    text_->setAccessibleName(tr("Document of the plan"));
    second_->setPlaceholderText(tr("Second person, where it is locked"));
    second_->setAccessibleName(second_->placeholderText());
    reason_->setPlaceholderText(tr("Reason, where it is locked"));
    reason_->setAccessibleName(reason_->placeholderText());
    evidence_->setPlaceholderText(tr("Evidence: a link or a sentence"));
    evidence_->setAccessibleName(evidence_->placeholderText());
    steps_.model->setColumns({QString(), tr("Phase"), tr("Share"), tr("Slices"), tr("Caps")});
    findings_.model->setColumns({QString(), tr("Finding")});
    checklist_.model->setColumns({QString(), tr("Item"), tr("Evidence"), tr("By")});
    setBoard();
}

}  // namespace holdpoint::ui::rollout
