// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/question.h"
#include "ui/state/client.h"

#include <QObject>

#include <list>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace holdpoint::ui::exceptions {

/// Details of items looked at and of their neighbours, so that going to the next one waits for nobody. The newest `Most`
/// are kept; what changed is asked for again when it is wanted. GUI thread.
class DetailCache final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t Most = 32;

    DetailCache(Client& client, QObject* parent);

    /// What is known of it, possibly outdated; null: nothing yet. Valid until the event loop runs.
    [[nodiscard]] const session::ExceptionDetail* find(EntityId item);
    /// Asks for what is missing or outdated; `arrived` or `failed` follows for each.
    void want(const std::vector<EntityId>& items);
    /// It has changed: what is kept stays shown until the new one arrives.
    void outdate(EntityId item);
    void outdateAll();
    void clear();

signals:
    void arrived(holdpoint::EntityId item);
    void failed(holdpoint::EntityId item, const holdpoint::Error& error);

private:
    struct Entry {
        EntityId item;
        std::shared_ptr<const session::ExceptionDetail> detail;
        bool outdated = false;
    };
    void ask(EntityId item);
    void take(EntityId item, const session::Answer& answer);
    [[nodiscard]] std::list<Entry>::iterator at(EntityId item);

    Client& client_;
    std::list<Entry> entries_;  ///< newest first
    std::set<EntityId> asked_;
    std::set<EntityId> changedMeanwhile_;  ///< of those asked for
    std::uint64_t round_ = 0;              ///< answers of an earlier one come too late
};

}  // namespace holdpoint::ui::exceptions
