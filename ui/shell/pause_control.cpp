// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pause_control.h"

#include "ui/common/hold_button.h"
#include "ui/common/labels.h"
#include "ui/text/rollout_words.h"

#include <QEvent>
#include <QVBoxLayout>

namespace holdpoint::ui {
namespace {

constexpr int HoldMs = 800;
constexpr qsizetype MostOfName = 18;

/// As much of a slice's name as the rail has room for.
QString shortened(const QString& name)
{
    return name.size() <= MostOfName ? name : name.left(MostOfName - 1) + QChar(0x2026);
}

}  // namespace

PauseControl::PauseControl(Context& context, QWidget* parent) : QWidget(parent), context_(context)
{
    button_ = new HoldButton(context.theme, {}, {}, HoldMs, {QKeySequence(Qt::Key_F9)}, this);
    button_->setObjectName(QStringLiteral("pause"));
    all_ = new HoldButton(context.theme, {}, {}, HoldMs, {QKeySequence(Qt::SHIFT | Qt::Key_F9)}, this);
    all_->setObjectName(QStringLiteral("pause.all"));
    all_->hide();
    receipt_ = plainLabel(context.theme, {}, TextRole::Caption, Ink::Mid, this);
    receipt_->setObjectName(QStringLiteral("pause.receipt"));
    receipt_->setWordWrap(true);
    receipt_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(receipt_);
    column->addWidget(button_);
    column->addWidget(all_);
    connectButtons();
    connect(&context.client, &Client::linkChanged, this, &PauseControl::retranslate);
    connect(&context.client, &Client::receipt, this,
            [this](const session::Command& command, const session::Receipt& receipt) {
                const bool pauses = command.what == "stop_intake";
                if (!pauses && command.what != "reopen_intake")
                    return;
                // Only a pause whose outcome is unknown now may be asked about; an old key would ask about an old pause.
                unknownKey_ = pauses && receipt.state == CommandState::Unknown ? receipt.key : std::string();
                unknownSlice_ = command.argument;
                show(receipt);
            });
    connect(&context.client, &Client::detached, this, [this] {
        unknownKey_.clear();
        receiptText_.clear();
        receipt_->hide();
    });
    connect(&context.client, &Client::tick, this, &PauseControl::lookAtLink);
    connect(&context.settings, &Settings::changed, this, &PauseControl::settle);
    settle();
    retranslate();
}

void PauseControl::connectButtons()
{
    for (HoldButton* button : {button_, all_})
        button->setClock(context_.client.time().monotonicMs);
    connect(button_, &HoldButton::confirmed, this, [this] { pause(slice_); });
    connect(all_, &HoldButton::confirmed, this, [this] { pause({}); });
}

void PauseControl::focusButton() { button_->setFocus(Qt::ShortcutFocusReason); }

void PauseControl::setNarrow(bool narrow)
{
    narrow_ = narrow;
    button_->setCompact(narrow);
    all_->setCompact(narrow);
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

void PauseControl::setRollout(const session::RolloutBoard* rollout, const std::string& slice)
{
    int open = 0;
    if (rollout != nullptr)
        for (const session::SliceRow& each : rollout->slices)
            open += each.state == SliceState::Open;
    const QString state = rollout == nullptr ? QString() : stateWord(*rollout);
    const bool mirroring = rollout != nullptr && rollout->mirroring;
    if (planned_ == (rollout != nullptr) && slice_ == slice && openSlices_ == open && state_ == state &&
        mirroring_ == mirroring)
        return;
    const bool another = planned_ != (rollout != nullptr) || slice_ != slice;
    planned_ = rollout != nullptr;
    slice_ = slice;
    openSlices_ = open;
    mirroring_ = mirroring;
    state_ = state;
    if (another)
        settle();
    retranslate();
}

bool PauseControl::takesOrders() const { return planned_ ? !slice_.empty() || mirroring_ : open_; }

QString PauseControl::about() const
{
    if (!planned_)
        return tr("Default rollout");
    return slice_.empty() ? tr("mirroring") : outside(slice_, 40);
}

void PauseControl::setTexts(const QString& text, const QString& subText)
{
    button_->setText(text);
    button_->setSubText(subText);
}

void PauseControl::retranslate()
{
    const bool connected = context_.client.isConnected();
    const bool open = takesOrders();
    if (!connected)
        setTexts(narrow_ ? tr("Pause") : tr("How to pause"), narrow_ ? QString() : tr("Not connected · F9"));
    else if (!open)
        setTexts(tr("Paused"), narrow_ ? QString() : tr("New orders stay with legacy"));
    else
        setTexts(narrow_ ? tr("Pause") : tr("Hold to pause"),
                 narrow_ ? tr("F9") : shortened(about()) + tr(" · F9"));
    const QString what = planned_ ? about() : tr("the default rollout");
    button_->setAccessibleName(connected && open ? tr("Press and hold to pause %1").arg(what)
                                                 : button_->text());
    all_->setVisible(connected && planned_ && openSlices_ > 1);
    all_->setText(narrow_ ? tr("All") : tr("Hold to pause all"));
    all_->setSubText(narrow_ ? tr("Shift+F9") : tr("%n slices · Shift+F9", "", openSlices_));
    all_->setAccessibleName(tr("Press and hold to pause all slices"));
}

void PauseControl::settle()
{
    const bool twoStep = context_.settings.value(Setting::TwoStepConfirm).toBool();
    button_->setTwoStep(twoStep, tr("pause %1").arg(planned_ ? about() : tr("the default rollout")));
    all_->setTwoStep(twoStep, tr("pause all slices"));
}

void PauseControl::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        settle();
        retranslate();
    }
    QWidget::changeEvent(event);
}

// A halted engine says so only when it is asked: a hold that is under way ends, and the card takes its place.
void PauseControl::lookAtLink()
{
    if (context_.client.isConnected() == couldSend_)
        return;
    couldSend_ = !couldSend_;
    if (!couldSend_) {
        button_->cancel();
        all_->cancel();
    }
    retranslate();
}

void PauseControl::pause(const std::string& slice)
{
    if (!context_.client.isConnected()) {
        emit offlineCardWanted();
        return;
    }
    session::Command command;
    command.what = "stop_intake";
    command.argument = slice;
    // A person's pause waits for no words: where it was held is its reason until words follow.
    command.reason = "held on " + context_.navigator.here().screen.toStdString();
    // No answer came: the same key asks what became of it.
    if (slice == unknownSlice_)
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
