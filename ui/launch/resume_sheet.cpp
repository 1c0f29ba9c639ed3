// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch/resume_sheet.h"

#include "ui/common/key_value.h"
#include "ui/common/labels.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace holdpoint::ui {
namespace {

enum Fact { From, To, Held, Age };

}  // namespace

ResumeSheet::ResumeSheet(Context& context, const Watch& watch, QWidget* parent)
    : QFrame(parent),
      context_(context),
      watch_(watch),
      title_(plainLabel(context.theme, {}, TextRole::Section)),
      facts_(new KeyValue(context.theme)),
      ask_(plainLabel(context.theme, {}, TextRole::Body)),
      name_(new QLineEdit),
      hint_(plainLabel(context.theme, {}, TextRole::TableCompact, Ink::Mid)),
      keep_(new QPushButton),
      resume_(new QPushButton)
{
    setObjectName(QStringLiteral("resumeSheet"));
    setProperty("panel", true);
    name_->setObjectName(QStringLiteral("resumeName"));
    keep_->setObjectName(QStringLiteral("resumeKeep"));
    resume_->setObjectName(QStringLiteral("resumeConfirm"));
    hint_->setWordWrap(true);
    for (int i = From; i <= Age; ++i)
        facts_->addRow({});
    auto* row = new QHBoxLayout;
    row->addWidget(ask_);
    row->addWidget(name_, 1);
    row->addWidget(resume_);
    row->addWidget(keep_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(title_);
    column->addWidget(facts_);
    column->addLayout(row);
    column->addWidget(hint_);
    connect(name_, &QLineEdit::textChanged, this, &ResumeSheet::refresh);
    connect(name_, &QLineEdit::returnPressed, this, &ResumeSheet::send);
    connect(resume_, &QPushButton::clicked, this, &ResumeSheet::send);
    connect(keep_, &QPushButton::clicked, this, &QWidget::hide);
    connect(&context.client, &Client::tick, this, &ResumeSheet::refresh);
    retranslate();
    hide();
}

void ResumeSheet::open()
{
    name_->clear();
    refresh();
    show();
    name_->setFocus(Qt::OtherFocusReason);
}

void ResumeSheet::setBoard(const session::Board& board)
{
    board_ = board;
    refresh();
}

void ResumeSheet::setObstacle(const QString& obstacle)
{
    obstacle_ = obstacle;
    refresh();
}

bool ResumeSheet::nameMatches() const
{
    return name_->text().trimmed().compare(QLatin1String(RolloutName), Qt::CaseInsensitive) == 0;
}

void ResumeSheet::refresh()
{
    const Format& f = context_.format;
    const session::IntakeCard& intake = board_.intake;
    facts_->setValue(From, intake.open
                               ? tr("Taking new orders")
                               : tr("Paused since %1 by %2; %3 orders stayed with legacy")
                                     .arg(intake.since == Never ? Format::none() : f.clock(intake.since),
                                          outside(intake.by, 60), f.count(intake.refusedSince)));
    facts_->setValue(To, tr("New orders come in again, at once"));
    facts_->setValue(Held, tr("%1 exceptions open, %2 past their SLA")
                               .arg(f.count(board_.exceptionsOpen), f.count(board_.pastSla)));
    facts_->setValue(Age, f.ago(watch_.age()));
    const bool ready = obstacle_.isEmpty() && nameMatches();
    resume_->setEnabled(ready);
    hint_->setText(
        !obstacle_.isEmpty()      ? obstacle_
        : name_->text().isEmpty() ? tr("Type the name of the rollout: %1").arg(QLatin1String(RolloutName))
        : nameMatches()           ? tr("Enter resumes intake.")
                                  : tr("“%1” is not “%2”.")
                              .arg(outside(name_->text().toStdString(), 40), QLatin1String(RolloutName)));
}

void ResumeSheet::send()
{
    if (!resume_->isEnabled())
        return;
    hide();
    emit confirmed();
}

void ResumeSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return hide();
    QFrame::keyPressEvent(event);
}

void ResumeSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ResumeSheet::retranslate()
{
    setAccessibleName(tr("Resume intake"));
    title_->setText(tr("Resume intake of the default rollout"));
    facts_->setName(From, tr("From"));
    facts_->setName(To, tr("To"));
    facts_->setName(Held, tr("Open now"));
    facts_->setName(Age, tr("Data"));
    ask_->setText(tr("Name of the rollout"));
    name_->setAccessibleName(ask_->text());
    keep_->setText(tr("Keep paused"));
    resume_->setText(tr("Resume intake"));
    refresh();
}

}  // namespace holdpoint::ui
