// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/act_forms.h"
#include "ui/exceptions/overview.h"
#include "ui/exceptions/popover.h"
#include "ui/text/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>

/// What each form asks.
namespace holdpoint::ui::exceptions {
namespace {

constexpr std::uint32_t SnoozeMinutes[] = {15, 60, 240};

}  // namespace

void ActForms::askRetry(Form form)
{
    if (form.subject.isMany()) {
        form.popover->say(
            tr("Every order is tried again under its own key. Those where that would do nothing or do "
               "it twice are skipped by the engine, each with its reason."));
    } else {
        const session::VerdictText& verdict = form.subject.detail->verdict;
        form.popover->say(tr("Verdict: %1. %2").arg(word(verdict.verdict), verdictReason(verdict)),
                          Ink::High);
        form.popover->say(adviceOf(verdict));
        if (!verdict.key.empty())
            form.popover->say(tr("Sent with the same key: %1").arg(outside(verdict.key, 120)), Ink::Low);
        form.missing = [this, v = verdict.verdict] { return retryObstacle(v, context_.client); };
    }
    form.act = [this](const Target& target) { acts_.onOrder(target, "retry"); };
    open(std::move(form), tr("Retry"));
}

void ActForms::askHandBack(Form form)
{
    form.popover->say(
        tr("The new path lets go of the order: what is reserved is released, and the legacy path "
           "works on it from here."));
    auto* reason = lineEdit(form.popover, QStringLiteral("reason"), tr("Reason, if you like"), {});
    form.focus = reason;
    form.fill = [reason](session::Command& command) { command.reason = reason->text().toStdString(); };
    form.act = [this, reason](const Target& target) { acts_.onOrder(target, "hand_back", reason->text()); };
    open(std::move(form), tr("Send to legacy"));
}

void ActForms::askAssign(Form form)
{
    QStringList people = people_;
    const QString me = QString::fromStdString(context_.client.whoami().name);
    people.removeAll(me);
    people.prepend(me);
    auto* who = lineEdit(form.popover, QStringLiteral("assignee"), tr("To whom"), people);
    const bool mine = !form.subject.isMany() && form.subject.detail->row.assignee == me.toStdString();
    if (!mine) {  // the likeliest answer stands there, and goes with the first letter typed
        who->setText(me);
        who->selectAll();
    }
    form.focus = who;
    form.missing = [who] { return who->text().trimmed().isEmpty() ? tr("Name a person.") : QString(); };
    form.fill = [who](session::Command& command) { command.text = who->text().trimmed().toStdString(); };
    form.act = [this, who](const Target& target) { acts_.assign(target, who->text().trimmed()); };
    open(std::move(form), tr("Assign"));
}

// A snooze may not outlast the SLA: what would is disabled and says so.
void ActForms::askSnooze(Form form)
{
    const Instant due = form.subject.isMany() ? Never : form.subject.detail->row.due;
    const Milliseconds left = due == Never ? Milliseconds::max() : due - context_.client.engineNow();
    std::vector<QRadioButton*> choices;
    for (const std::uint32_t minutes : SnoozeMinutes) {
        const Milliseconds span = std::chrono::minutes{minutes};
        const bool fits = span <= left;
        QString text = minutes < 60 ? tr("%n minute(s)", nullptr, static_cast<int>(minutes))
                                    : tr("%n hour(s)", nullptr, static_cast<int>(minutes / 60));
        if (!fits)
            text += QStringLiteral(" · ") + tr("longer than its SLA");
        auto* choice = new QRadioButton(text, form.popover);
        choice->setEnabled(fits);
        choice->setChecked(fits && choices.empty());
        form.popover->add(choice);
        choices.push_back(choice);
    }
    const auto chosen = [choices]() -> std::uint32_t {
        for (std::size_t i = 0; i < choices.size(); ++i)
            if (choices[i]->isChecked() && choices[i]->isEnabled())
                return SnoozeMinutes[i];
        return 0;
    };
    form.focus = choices.front()->isEnabled() ? choices.front() : nullptr;
    form.missing = [chosen] {
        return chosen() == 0 ? tr("Its SLA ends before any of these: it cannot be snoozed.") : QString();
    };
    form.fill = [chosen](session::Command& command) { command.number = chosen(); };
    form.act = [this, chosen](const Target& target) { acts_.snooze(target, chosen()); };
    open(std::move(form), tr("Snooze"));
}

void ActForms::askLabel(Form form)
{
    auto* label = lineEdit(form.popover, QStringLiteral("label"), tr("Root cause or label"), labels_);
    form.focus = label;
    form.missing = [label] { return label->text().trimmed().isEmpty() ? tr("Write a label.") : QString(); };
    form.fill = [label](session::Command& command) {
        command.argument = label->text().trimmed().toStdString();
    };
    form.act = [this, label](const Target& target) { acts_.label(target, label->text()); };
    open(std::move(form), tr("Label"));
}

void ActForms::askUnlabel(Form form)
{
    auto* which = new QComboBox(form.popover);
    which->setObjectName(QStringLiteral("whichLabel"));
    which->setAccessibleName(tr("Label"));
    for (const std::string& label :
         form.subject.detail ? form.subject.detail->labels : std::vector<std::string>{})
        which->addItem(outside(label, 80), QString::fromStdString(label));
    form.popover->add(which);
    form.focus = which;
    form.missing = [which] { return which->count() == 0 ? tr("It has no label.") : QString(); };
    form.fill = [which](session::Command& command) {
        command.argument = which->currentData().toString().toStdString();
    };
    form.act = [this, which](const Target& target) {
        acts_.unlabel(target, which->currentData().toString());
    };
    open(std::move(form), tr("Take off"));
}

void ActForms::askPriority(Form form)
{
    auto* which = new QComboBox(form.popover);
    which->setObjectName(QStringLiteral("whichPriority"));
    which->setAccessibleName(tr("Priority"));
    for (const Priority p : {Priority::P1, Priority::P2, Priority::P3, Priority::P4})
        which->addItem(word(p), static_cast<int>(p));
    if (form.subject.detail)
        which->setCurrentIndex(static_cast<int>(form.subject.detail->row.priority));
    form.popover->add(which);
    form.popover->say(tr("Making it less urgent needs a support lead or an engineer."), Ink::Low);
    form.focus = which;
    const auto chosen = [which] { return static_cast<Priority>(which->currentData().toInt()); };
    form.fill = [chosen](session::Command& command) { command.argument = name(chosen()); };
    form.act = [this, chosen](const Target& target) { acts_.setPriority(target, chosen()); };
    open(std::move(form), tr("Set priority"));
}

// One question, two commands: which one is decided by the choice.
void ActForms::askWait(Form form)
{
    auto* vendor = new QRadioButton(tr("The vendor"), form.popover);
    auto* customer = new QRadioButton(tr("The customer"), form.popover);
    vendor->setChecked(true);
    form.popover->add(vendor);
    form.popover->add(customer);
    form.popover->say(tr("Its SLA stands still meanwhile."), Ink::Low);
    form.focus = vendor;
    const auto what = [customer] { return customer->isChecked() ? "wait_customer" : "wait_vendor"; };
    form.fill = [what](session::Command& command) { command.what = what(); };
    form.act = [this, what](const Target& target) { acts_.move(target, what()); };
    open(std::move(form), tr("Wait"));
}

void ActForms::askNote(Form form)
{
    auto* text = lineEdit(form.popover, QStringLiteral("noteText"), tr("What should others know?"), {});
    form.focus = text;
    form.missing = [text] { return text->text().trimmed().isEmpty() ? tr("Write the note.") : QString(); };
    form.fill = [text](session::Command& command) { command.text = text->text().trimmed().toStdString(); };
    form.act = [this, text](const Target& target) { acts_.note(target, text->text().trimmed()); };
    open(std::move(form), tr("Add note"));
}

void ActForms::askResolve(Form form)
{
    form.popover->say(tr("It leaves the queue; an order it held goes on. What is behind it?"));
    auto* cause = lineEdit(form.popover, QStringLiteral("rootCause"), tr("Root cause"), labels_);
    auto* how = new QComboBox(form.popover);
    how->setObjectName(QStringLiteral("resolutionKind"));
    how->setAccessibleName(tr("How it ended"));
    for (const Resolution kind :
         {Resolution::Manual, Resolution::Compensated, Resolution::Accepted, Resolution::WrittenOff})
        how->addItem(tr("Resolution: %1").arg(word(kind)), static_cast<int>(kind));
    form.popover->add(how);
    const auto kind = [how] { return static_cast<Resolution>(how->currentData().toInt()); };
    QLineEdit* note = form.subject.isMany() ? nullptr
                                            : lineEdit(form.popover, QStringLiteral("resolveNote"),
                                                       tr("Note, if you like"), {});
    form.focus = cause;
    form.missing = [cause] {
        return cause->text().trimmed().isEmpty() ? tr("Name a root cause.") : QString();
    };
    form.fill = [cause, kind](session::Command& command) {
        command.argument = cause->text().trimmed().toStdString();
        command.text = name(kind());
    };
    form.act = [this, cause, note, kind](const Target& target) {
        acts_.resolve(target, kind(), cause->text(), note != nullptr ? note->text() : QString());
        if (!labels_.contains(cause->text().trimmed()))
            labels_ << cause->text().trimmed();
    };
    open(std::move(form), tr("Resolve"));
}

void ActForms::askCancel(Form form)
{
    form.popover->say(tr("The order is cancelled at every system it has reached. This cannot be taken back."),
                      Ink::High);
    auto* phrase = lineEdit(form.popover, QStringLiteral("phrase"), tr("Type CANCEL 1 ORDER"), {});
    form.focus = phrase;
    form.missing = [phrase] {
        const bool right =
            phrase->text().trimmed().compare(QLatin1String("CANCEL 1 ORDER"), Qt::CaseInsensitive) == 0;
        return right ? QString() : tr("Type CANCEL 1 ORDER to go on.");
    };
    form.act = [this](const Target& target) { acts_.onOrder(target, "cancel_order"); };
    open(std::move(form), tr("Cancel the order"));
}

void ActForms::askSimple(Form form, const QString& outcome)
{
    if (std::string_view(form.what) == "assign_me") {
        form.what = "assign";
        form.fill = [this](session::Command& command) { command.text = context_.client.whoami().name; };
    }
    open(std::move(form), outcome);
}

}  // namespace holdpoint::ui::exceptions
