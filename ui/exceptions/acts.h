// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/detail.h"
#include "ui/common/context.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace holdpoint::ui {
class Toast;
class Toasts;
}  // namespace holdpoint::ui

namespace holdpoint::ui::exceptions {

/// What one act is about, as the person saw it.
struct Target {
    EntityId item;
    Version version = 0;       ///< of the item
    EntityId order;            ///< none: the item is about no order
    Version orderVersion = 0;  ///< 0: not known
    QString name;              ///< `X-90412`
    std::string owner;
    Priority priority = Priority::P3;
    Instant snoozedUntil = Never;
    Milliseconds age{0};  ///< of what was seen
};
[[nodiscard]] Target targetOf(const session::ExceptionDetail& detail, Milliseconds age);

/// A frozen set of items, and how many.
struct BulkTarget {
    session::ResultId result = 0;
    std::size_t count = 0;
    Milliseconds age{0};
};

/// The acts of a person on items: each becomes a command with the version that was seen, tells its receipts in a toast, and
/// those that can be taken back offer it. GUI thread.
class Acts final : public QObject {
    Q_OBJECT

public:
    Acts(Context& context, Toasts& toasts, QObject* parent);

    void assign(const Target& target, const QString& to);
    void unassign(const Target& target);
    void snooze(const Target& target, std::uint32_t minutes);
    void wake(const Target& target);
    void label(const Target& target, const QString& label);
    void unlabel(const Target& target, const QString& label);
    void setPriority(const Target& target, Priority priority);
    /// No way back: what was noted was read.
    void note(const Target& target, const QString& text);
    /// `triage`, `working`, `wait_vendor`, `wait_customer`, `reopen`.
    void move(const Target& target, const char* what);
    /// `retry`, `hand_back`, `ask_vendor`, `cancel_order`: act on its order.
    void onOrder(const Target& target, const char* what, const QString& reason = {});
    /// The note is added once it is resolved.
    void resolve(const Target& target, Resolution kind, const QString& rootCause, const QString& noteText);
    /// One command for every item of a result; `command` says what, and with which argument.
    void bulk(const BulkTarget& target, session::Command command);

signals:
    /// Something was sent about it: what is shown of it is about to change.
    void sent(holdpoint::EntityId item);
    /// It came into effect.
    void effective(holdpoint::EntityId item);

private:
    [[nodiscard]] static session::Command about(const Target& target, const char* what);
    void send(session::Command command, EntityId item, const QString& said,
              std::optional<session::Command> undo = {}, std::function<void()> then = {});
    void told(const QString& said, QPointer<Toast>& toast, const session::Receipt& receipt);

    Context& context_;
    Toasts& toasts_;
};

}  // namespace holdpoint::ui::exceptions
