// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/act_sheet.h"

#include "ui/common/hold_button.h"
#include "ui/common/key_value.h"
#include "ui/common/labels.h"
#include "ui/text/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui::rollout {
namespace {

constexpr int HoldMs = 800;

}  // namespace

ActSheet::ActSheet(Context& context, QWidget* parent)
    : QFrame(parent),
      context_(context),
      title_(plainLabel(context.theme, {}, TextRole::Section)),
      facts_(new KeyValue(context.theme)),
      choiceAsk_(plainLabel(context.theme, {})),
      choice_(new QComboBox),
      fieldAsk_(plainLabel(context.theme, {})),
      field_(new QLineEdit),
      wordsAsk_(plainLabel(context.theme, {})),
      words_(new QLineEdit),
      typedAsk_(plainLabel(context.theme, {})),
      typed_(new QLineEdit),
      hint_(plainLabel(context.theme, {}, TextRole::TableCompact, Ink::Mid)),
      confirm_(new QPushButton),
      hold_(new HoldButton(context.theme, {}, {}, HoldMs)),
      keep_(new QPushButton)
{
    setObjectName(QStringLiteral("actSheet"));
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    choice_->setObjectName(QStringLiteral("actChoice"));
    field_->setObjectName(QStringLiteral("actField"));
    words_->setObjectName(QStringLiteral("actWords"));
    typed_->setObjectName(QStringLiteral("actTyped"));
    confirm_->setObjectName(QStringLiteral("actConfirm"));
    hold_->setObjectName(QStringLiteral("actHold"));
    hold_->setClock(context.client.time().monotonicMs);
    keep_->setObjectName(QStringLiteral("actKeep"));
    hint_->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(context.theme.px(10));
    for (QWidget* widget :
         {static_cast<QWidget*>(choiceAsk_), static_cast<QWidget*>(choice_), static_cast<QWidget*>(fieldAsk_),
          static_cast<QWidget*>(field_), static_cast<QWidget*>(wordsAsk_)})
        row->addWidget(widget);
    row->addWidget(words_, 1);
    row->addWidget(typedAsk_);
    row->addWidget(typed_, 1);
    row->addStretch();
    row->addWidget(confirm_);
    row->addWidget(hold_);
    row->addWidget(keep_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(title_);
    column->addWidget(facts_);
    column->addLayout(row);
    column->addWidget(hint_);
    for (QLineEdit* line : {field_, words_, typed_}) {
        connect(line, &QLineEdit::textChanged, this, &ActSheet::refresh);
        connect(line, &QLineEdit::returnPressed, this, [this] {
            if (!form_.held)
                send();
        });
    }
    connect(confirm_, &QPushButton::clicked, this, &ActSheet::send);
    connect(hold_, &HoldButton::confirmed, this, &ActSheet::send);
    connect(keep_, &QPushButton::clicked, this, &QWidget::hide);
    connect(&context.client, &Client::tick, this, [this] {
        if (isVisible())
            refresh();
    });
    hide();
}

void ActSheet::open(ActForm form)
{
    form_ = std::move(form);
    title_->setText(form_.title);
    setAccessibleName(form_.title);
    facts_->clear();
    for (const auto& [name, value] : form_.facts)
        facts_->addRow(name, value);
    choice_->clear();
    choice_->addItems(form_.choices);
    const auto ask = [](QLabel* label, QWidget* field, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
        field->setAccessibleName(text);
        field->setVisible(!text.isEmpty());
    };
    ask(choiceAsk_, choice_, form_.choices.isEmpty() ? QString() : form_.choiceAsk);
    ask(fieldAsk_, field_, form_.fieldAsk);
    ask(wordsAsk_, words_, form_.wordsAsk);
    ask(typedAsk_, typed_, form_.typed.isEmpty() ? QString() : tr("Type %1").arg(form_.typed));
    field_->setText(form_.field);
    words_->clear();
    typed_->clear();
    confirm_->setText(form_.confirm);
    confirm_->setVisible(!form_.held);
    hold_->setText(form_.confirm);
    hold_->setAccessibleName(tr("Press and hold: %1").arg(form_.confirm));
    hold_->setTwoStep(context_.settings.value(Setting::TwoStepConfirm).toBool(), form_.confirm);
    hold_->setVisible(form_.held);
    keep_->setText(form_.keep);
    refresh();
    show();
    QWidget* first = keep_;
    for (QWidget* field : {static_cast<QWidget*>(typed_), static_cast<QWidget*>(words_),
                           static_cast<QWidget*>(field_), static_cast<QWidget*>(choice_)})
        if (!field->isHidden())
            first = field;
    first->setFocus(Qt::OtherFocusReason);
}

QString ActSheet::lacking() const
{
    if (form_.obstacle)
        if (const QString why = form_.obstacle(); !why.isEmpty())
            return why;
    if (!form_.fieldAsk.isEmpty() && field_->text().trimmed().isEmpty())
        return tr("%1 is missing.").arg(form_.fieldAsk);
    if (!form_.wordsAsk.isEmpty() && words_->text().trimmed().size() < form_.leastWords)
        return tr("At least %1 characters are needed.").arg(form_.leastWords);
    if (form_.typed.isEmpty())
        return {};
    const QString typed = typed_->text().trimmed();
    if (typed.compare(form_.typed, Qt::CaseInsensitive) == 0)
        return {};
    return typed.isEmpty() ? tr("Type the name: %1").arg(form_.typed)
                           : tr("“%1” is not “%2”.").arg(outside(typed.toStdString(), 40), form_.typed);
}

bool ActSheet::isReady() const { return lacking().isEmpty(); }

void ActSheet::refresh()
{
    const QString why = lacking();
    hint_->setText(why);
    hint_->setVisible(!why.isEmpty());
    confirm_->setEnabled(why.isEmpty());
    hold_->setObstacle(why);
}

void ActSheet::send()
{
    if (!isReady())
        return;
    hide();
    if (form_.done)
        form_.done({choice_->currentText(), field_->text().trimmed(), words_->text().trimmed()});
}

void ActSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return hide();
    QFrame::keyPressEvent(event);
}

}  // namespace holdpoint::ui::rollout
