// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pause_control.h"

#include "ui/common/hold_button.h"
#include "ui/common/labels.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QVBoxLayout>

namespace holdpoint::ui {
namespace {

constexpr int HoldMs = 800;

}  // namespace

PauseControl::PauseControl(Context& context, QWidget* parent) : QWidget(parent), context_(context)
{
    button_ = new HoldButton(context.theme, {}, {}, HoldMs, {QKeySequence(Qt::Key_F9)}, this);
    button_->setObjectName(QStringLiteral("pause"));
    button_->setClock(context.client.time().monotonicMs);
    receipt_ = plainLabel(context.theme, {}, TextRole::Caption, Ink::Mid, this);
    receipt_->setObjectName(QStringLiteral("pause.receipt"));
    receipt_->setWordWrap(true);
    receipt_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(receipt_);
    column->addWidget(button_);
    connect(button_, &HoldButton::confirmed, this, &PauseControl::pause);
    connect(&context.client, &Client::linkChanged, this, &PauseControl::retranslate);
    connect(&context.client, &Client::receipt, this,
            [this](const session::Command& command, const session::Receipt& receipt) {
                const bool pauses = command.what == "stop_intake";
                if (!pauses && command.what != "reopen_intake")
                    return;
                // Only a pause whose outcome is unknown now may be asked about; an old key would ask about an old pause.
                unknownKey_ = pauses && receipt.state == CommandState::Unknown ? receipt.key : std::string();
                show(receipt);
            });
    connect(&context.client, &Client::detached, this, [this] {
        unknownKey_.clear();
        receiptText_.clear();
        receipt_->hide();
    });
    connect(&context.client, &Client::tick, this, &PauseControl::lookAtLink);
    const auto settle = [this] {
        button_->setTwoStep(context_.settings.value(Setting::TwoStepConfirm).toBool(),
                            tr("pause the default rollout"));
    };
    settle();
    connect(&context.settings, &Settings::changed, this, settle);
    retranslate();
}

void PauseControl::focusButton() { button_->setFocus(Qt::ShortcutFocusReason); }

void PauseControl::setNarrow(bool narrow)
{
    narrow_ = narrow;
    button_->setCompact(narrow);
    receipt_->setVisible(!narrow && !receiptText_.isEmpty());
    retranslate();
}

void PauseControl::setBoard(const session::Board* board)
{
    const bool known = board != nullptr;
    const bool open = board == nullptr || board->intake.open;
    if (known == known_ && open == open_)
        return;
    known_ = known;
    open_ = open;
    retranslate();
}

void PauseControl::setTexts(const QString& text, const QString& subText)
{
    button_->setText(text);
    button_->setSubText(subText);
}

void PauseControl::retranslate()
{
    const bool connected = context_.client.isConnected();
    if (!connected)
        setTexts(narrow_ ? tr("Pause") : tr("How to pause"), narrow_ ? QString() : tr("Not connected · F9"));
    else if (!open_)
        setTexts(tr("Paused"), narrow_ ? QString() : tr("New orders stay with legacy"));
    else
        setTexts(narrow_ ? tr("Pause") : tr("Hold to pause"),
                 narrow_ ? tr("F9") : tr("Default rollout · F9"));
    button_->setAccessibleName(connected && open_ ? tr("Press and hold to pause the default rollout")
                                                  : button_->text());
}

void PauseControl::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

// A halted engine says so only when it is asked: a hold that is under way ends, and the card takes its place.
void PauseControl::lookAtLink()
{
    if (context_.client.isConnected() == couldSend_)
        return;
    couldSend_ = !couldSend_;
    if (!couldSend_)
        button_->cancel();
    retranslate();
}

void PauseControl::pause()
{
    if (!context_.client.isConnected()) {
        emit offlineCardWanted();
        return;
    }
    session::Command command;
    command.what = "stop_intake";
    // A person's pause waits for no words: where it was held is its reason until words follow.
    command.reason = "held on " + context_.navigator.here().screen.toStdString();
    // No answer came: the same key asks what became of it.
    command.key = unknownKey_;
    unknownKey_.clear();
    context_.client.submit(command);
}

void PauseControl::show(const session::Receipt& receipt)
{
    receiptText_ = tr("%1 %2").arg(context_.format.clock(receipt.at), word(receipt.state));
    if (receipt.state == CommandState::Refused || receipt.state == CommandState::Failed)
        receiptText_ +=
            QStringLiteral(": ") + outside(receipt.detail) + QLatin1Char(' ') + needs(receipt.whoCan);
    if (receipt.state == CommandState::Unknown) {
        receiptText_ += tr(": no answer yet. Hold again to ask; it cannot pause twice.");
    }
    if (receipt.state == CommandState::Effective && receipt.detail == "nothing_to_measure")
        receiptText_ += tr(": nothing to measure, no new orders came");
    receipt_->setText(receiptText_);
    receipt_->setVisible(!narrow_);
}

}  // namespace holdpoint::ui
