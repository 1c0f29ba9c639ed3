// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/act_forms.h"

#include "ui/exceptions/bulk_preview.h"
#include "ui/exceptions/popover.h"
#include "ui/exceptions/rights.h"
#include "ui/text/words.h"

#include <QCompleter>
#include <QLineEdit>

#include <memory>

namespace holdpoint::ui::exceptions {

ActForms::ActForms(Context& context, Acts& acts, QObject* parent)
    : QObject(parent), context_(context), acts_(acts)
{}

void ActForms::learn(const session::ExceptionDetail& detail)
{
    learnOwner(detail.row.assignee);
    const auto add = [this](const std::string& label) {
        const QString text = QString::fromStdString(label);
        if (!text.isEmpty() && !labels_.contains(text) && labels_.size() < 500)
            labels_ << text;
    };
    for (const std::string& label : detail.labels)
        add(label);
    for (const session::ItemChange& change : detail.changes)
        if (change.what == "labelled")
            add(change.to);
}

void ActForms::learnOwner(const std::string& owner)
{
    const QString text = QString::fromStdString(owner);
    if (!text.isEmpty() && !people_.contains(text) && people_.size() < 500)
        people_ << text;
}

bool ActForms::atOnce(const char* what, const Subject& subject)
{
    if (subject.isMany() || !subject.detail)
        return false;
    const std::string_view act = what;
    const Target target = targetOf(*subject.detail, subject.age);
    if (act == "unassign")
        acts_.unassign(target);
    else if (act == "wake")
        acts_.wake(target);
    else if (act == "assign_me")
        acts_.assign(target, QString::fromStdString(context_.client.whoami().name));
    else if (act == "ask_vendor")
        acts_.onOrder(target, what);
    else if (act == "triage" || act == "working" || act == "reopen")
        acts_.move(target, what);
    else
        return false;
    return true;
}

void ActForms::begin(const char* what, const Subject& subject, QWidget* anchor)
{
    if (subject.isNothing() || atOnce(what, subject))
        return;
    const std::string_view act = what;
    const QString name =
        subject.isMany() ? tr("the selected items") : QString::fromStdString(subject.detail->row.id.text());
    const auto title = [&name](const QString& pattern) { return pattern.arg(name); };
    struct Ask {
        std::string_view what;
        QString title;
        void (ActForms::*ask)(Form);
    };
    const Ask asks[] = {{"retry", title(tr("Retry %1")), &ActForms::askRetry},
                        {"hand_back", title(tr("Send %1 to the legacy path")), &ActForms::askHandBack},
                        {"assign", title(tr("Assign %1")), &ActForms::askAssign},
                        {"snooze", title(tr("Snooze %1")), &ActForms::askSnooze},
                        {"label", title(tr("Label %1")), &ActForms::askLabel},
                        {"unlabel", title(tr("Take a label off %1")), &ActForms::askUnlabel},
                        {"priority", title(tr("Priority of %1")), &ActForms::askPriority},
                        {"wait_vendor", title(tr("What does %1 wait for?")), &ActForms::askWait},
                        {"note", title(tr("Note on %1")), &ActForms::askNote},
                        {"resolve", title(tr("Resolve %1")), &ActForms::askResolve},
                        {"cancel_order", title(tr("Cancel the order of %1")), &ActForms::askCancel}};
    Form form{what, subject, nullptr, nullptr, nullptr, {}, {}, {}};
    for (const Ask& ask : asks)
        if (ask.what == act) {
            form.popover = new Popover(context_.theme, ask.title, anchor);
            return (this->*ask.ask)(std::move(form));
        }
    form.popover = new Popover(context_.theme, title(tr("%1")), anchor);  // at once for one, asked for many
    askSimple(std::move(form), act == "assign_me" ? tr("Assign to me") : ui::act(what));
}

void ActForms::open(Form form, const QString& outcome)
{
    Popover* popover = form.popover;
    if (form.subject.isMany()) {
        form.preview = new BulkPreview(context_, form.subject.manyFilter, popover);
        popover->add(form.preview);
    }
    const auto shared = std::make_shared<Form>(std::move(form));
    popover->setConfirm(outcome, [this, shared] {
        if (shared->preview != nullptr) {
            session::Command command;
            command.what = shared->what;
            if (shared->fill)
                shared->fill(command);
            acts_.bulk(shared->preview->target(), std::move(command));
        } else if (shared->act) {
            shared->act(targetOf(*shared->subject.detail, shared->subject.age));
        }
    });
    if (shared->preview != nullptr)
        connect(shared->preview, &BulkPreview::changed, popover, [this, shared] { refresh(*shared); });
    for (QLineEdit* edit : popover->findChildren<QLineEdit*>())
        connect(edit, &QLineEdit::textChanged, popover, [this, shared] { refresh(*shared); });
    connect(&context_.client, &Client::linkChanged, popover, [this, shared] { refresh(*shared); });
    refresh(*shared);
    popover->open(shared->focus);
}

void ActForms::refresh(const Form& form) const
{
    const std::string_view what = std::string_view(form.what) == "assign_me" ? "assign" : form.what;
    QString why = form.preview != nullptr ? bulkObstacle(context_.client, what, form.preview->target().count)
                                          : sendObstacle(context_.client, what);
    if (why.isEmpty() && form.missing)
        why = form.missing();
    if (why.isEmpty() && form.preview != nullptr)
        why = form.preview->obstacle();
    form.popover->setObstacle(why);
}

QLineEdit* ActForms::lineEdit(Popover* popover, const QString& name, const QString& placeholder,
                              const QStringList& known) const
{
    auto* edit = new QLineEdit(popover);
    edit->setObjectName(name);
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(placeholder);
    edit->setMaxLength(4'000);
    if (!known.isEmpty()) {
        auto* completer = new QCompleter(known, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        edit->setCompleter(completer);
    }
    popover->add(edit);
    return edit;
}

QString retryObstacle(RetryVerdict verdict, const Client& client)
{
    if (verdict == RetryVerdict::Unsafe)
        return ActForms::tr(
            "An unsafe retry may do it twice, and needs a second person. Ask the vendor, or send the "
            "order to the legacy path.");
    if (verdict == RetryVerdict::Futile || verdict == RetryVerdict::Unknown)
        return sendObstacle(client, "release_hold");  // the same row of the rights: overriding
    return {};
}

}  // namespace holdpoint::ui::exceptions
