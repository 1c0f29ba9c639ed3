// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/acts.h"

#include "core/model/permissions.h"
#include "ui/common/toast.h"
#include "ui/text/words.h"

#include <algorithm>

namespace holdpoint::ui::exceptions {

Target targetOf(const session::ExceptionDetail& detail, Milliseconds age)
{
    Target target;
    target.item = detail.row.id;
    target.version = detail.version;
    target.order = detail.row.about.kind() == EntityKind::Order ? detail.row.about : EntityId{};
    target.orderVersion = detail.orderVersion;
    target.name = QString::fromStdString(detail.row.id.text());
    target.owner = detail.row.assignee;
    target.priority = detail.row.priority;
    target.snoozedUntil = detail.row.snoozedUntil;
    target.age = age;
    return target;
}

Acts::Acts(Context& context, Toasts& toasts, QObject* parent)
    : QObject(parent), context_(context), toasts_(toasts)
{}

session::Command Acts::about(const Target& target, const char* what)
{
    session::Command command;
    command.what = what;
    command.object = target.item;
    command.seen = target.version;
    command.dataAge = target.age;
    return command;
}

// The way back names the version that this act makes: who changed it after us is not undone.
void Acts::send(session::Command command, EntityId item, const QString& said,
                std::optional<session::Command> undo, std::function<void()> then)
{
    std::function<void()> back;
    if (undo) {
        undo->seen = command.seen == 0 ? 0 : command.seen + 1;
        back = [this, undo = *undo, item, said] { send(undo, item, tr("Taken back: %1").arg(said)); };
    }
    QPointer<Toast> toast = toasts_.add(said, std::move(back));
    const std::string key = context_.client.submit(
        std::move(command), this,
        [this, said, toast, item, then = std::move(then)](const session::Receipt& receipt) mutable {
            told(said, toast, receipt);
            if (receipt.state != CommandState::Effective && receipt.state != CommandState::Verified)
                return;
            emit effective(item);
            if (const auto next = std::exchange(then, {}))
                next();
        });
    if (key.empty()) {
        if (toast)
            toast->dismiss();
        toasts_.add(tr("Not connected: nothing was sent."));
        return;
    }
    emit sent(item);
}

// Trouble that comes after its message has gone comes with a message of its own, which stays.
void Acts::told(const QString& said, QPointer<Toast>& toast, const session::Receipt& receipt)
{
    const bool isGone = !toast || toast->isHidden();
    if (isGone && !troubleOf(receipt).isEmpty())
        toast = toasts_.add(said, {}, true);
    if (toast)
        toast->receipt(receipt);
}

void Acts::assign(const Target& target, const QString& to)
{
    session::Command command = about(target, "assign");
    command.text = to.toStdString();
    session::Command undo = about(target, target.owner.empty() ? "unassign" : "assign");
    undo.text = target.owner;
    send(std::move(command), target.item,
         tr("%1 assigned to %2").arg(target.name, outside(to.toStdString(), 60)), undo);
}

void Acts::unassign(const Target& target)
{
    std::optional<session::Command> undo;
    if (!target.owner.empty()) {
        undo = about(target, "assign");
        undo->text = target.owner;
    }
    send(about(target, "unassign"), target.item, tr("%1 is nobody's now").arg(target.name), undo);
}

namespace {

constexpr std::int64_t MinuteMs = 60'000;

}  // namespace

void Acts::snooze(const Target& target, std::uint32_t minutes)
{
    session::Command command = about(target, "snooze");
    command.number = minutes;
    const Milliseconds span{std::int64_t{minutes} * MinuteMs};
    const bool again = target.snoozedUntil != Never && target.snoozedUntil > context_.client.engineNow();
    session::Command undo = about(target, again ? "snooze" : "wake");
    if (again)
        undo.text = toText(target.snoozedUntil);
    send(std::move(command), target.item,
         tr("%1 snoozed for %2").arg(target.name, context_.format.duration(span)), undo);
}

void Acts::wake(const Target& target)
{
    std::optional<session::Command> undo;
    const Milliseconds rest =
        target.snoozedUntil == Never ? Milliseconds{0} : target.snoozedUntil - context_.client.engineNow();
    if (rest.count() >= MinuteMs) {
        undo = about(target, "snooze");
        undo->text = toText(target.snoozedUntil);
    }
    send(about(target, "wake"), target.item, tr("%1 woken").arg(target.name), undo);
}

void Acts::label(const Target& target, const QString& label)
{
    session::Command command = about(target, "label");
    command.argument = label.trimmed().toStdString();
    session::Command undo = about(target, "unlabel");
    undo.argument = command.argument;
    const QString said = tr("%1 labelled %2").arg(target.name, outside(command.argument, 60));
    send(std::move(command), target.item, said, undo);
}

void Acts::unlabel(const Target& target, const QString& label)
{
    session::Command command = about(target, "unlabel");
    command.argument = label.toStdString();
    session::Command undo = about(target, "label");
    undo.argument = command.argument;
    const QString said = tr("Label %2 taken off %1").arg(target.name, outside(command.argument, 60));
    send(std::move(command), target.item, said, undo);
}

void Acts::setPriority(const Target& target, Priority priority)
{
    session::Command command = about(target, "priority");
    command.argument = name(priority);
    std::optional<session::Command> undo;
    const bool backIsDown = target.priority > priority;
    if (!backIsDown || mayDo(context_.client.whoami().role, "lower_priority")) {
        undo = about(target, "priority");
        undo->argument = name(target.priority);
    }
    send(std::move(command), target.item, tr("%1 is %2 now").arg(target.name, word(priority)), undo);
}

void Acts::note(const Target& target, const QString& text)
{
    session::Command command = about(target, "note");
    command.text = text.toStdString();
    command.seen = 0;  // a note is true of any version
    send(std::move(command), target.item, tr("Note added to %1").arg(target.name));
}

void Acts::move(const Target& target, const char* what)
{
    send(about(target, what), target.item, QStringLiteral("%1: %2").arg(target.name, act(what)));
}

void Acts::onOrder(const Target& target, const char* what, const QString& reason)
{
    session::Command command = about(target, what);
    command.object = target.order;
    command.seen = target.orderVersion;
    command.reason = reason.toStdString();
    send(std::move(command), target.item, QStringLiteral("%1: %2").arg(target.name, act(what)));
}

// The note comes after: it raises the version, and may be given on a resolved item. What is refused gets none.
void Acts::resolve(const Target& target, Resolution kind, const QString& rootCause, const QString& noteText)
{
    session::Command command = about(target, "resolve");
    command.argument = rootCause.trimmed().toStdString();
    command.text = name(kind);
    command.reason = noteText.trimmed().toStdString();
    std::function<void()> then;
    if (!noteText.trimmed().isEmpty())
        then = [this, target, text = noteText.trimmed().toStdString()] {
            session::Command note = about(target, "note");
            note.text = text;
            note.seen = 0;
            context_.client.submit(std::move(note));
        };
    const QString said =
        tr("%1 resolved: %2").arg(target.name, outside(rootCause.trimmed().toStdString(), 60));
    send(std::move(command), target.item, said, {}, std::move(then));
}

void Acts::bulk(const BulkTarget& target, session::Command command)
{
    command.on = target.result;
    command.dataAge = target.age;
    const QString said = tr("%n item(s): %1", nullptr, static_cast<int>(target.count)).arg(act(command.what));
    send(std::move(command), {}, said);
}

}  // namespace holdpoint::ui::exceptions
