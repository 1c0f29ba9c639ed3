// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"
#include "ui/common/context.h"

#include <QObject>

namespace holdpoint::ui::rollout {

/// The one rollout as every page of this screen sees it: one watch, the newest board, and whether something may be done
/// now. GUI thread.
class Source final : public QObject {
    Q_OBJECT

public:
    Source(Context& context, QObject* parent);

    [[nodiscard]] const session::RolloutBoard& board() const noexcept { return board_; }
    /// A board has come; it may say that there is no plan.
    [[nodiscard]] bool known() const noexcept { return known_; }
    [[nodiscard]] bool hasPlan() const noexcept { return known_ && !board_.plan.empty(); }
    [[nodiscard]] const Watch& watch() const noexcept { return watch_; }
    /// Why the board cannot be shown; empty: it can.
    [[nodiscard]] const QString& trouble() const noexcept { return trouble_; }
    /// Null: no such slice.
    [[nodiscard]] const session::SliceRow* slice(const std::string& name) const;
    /// Null: the board does not speak of it.
    [[nodiscard]] const session::ActRow* act(const std::string& what) const;
    /// Why the command cannot be given now, and who can; empty: it can. Whatever lets exposure grow needs live data; what
    /// lowers it never does.
    [[nodiscard]] QString obstacle(const std::string& what, bool grows) const;

signals:
    void changed();
    void freshnessChanged();

private:
    void take(const session::Rows& rows);
    void noticeEngine();
    [[nodiscard]] QString refusal(const session::ActRow& act) const;

    Context& context_;
    Watch watch_;
    session::RolloutBoard board_;
    bool known_ = false;
    QString trouble_;
    std::string engine_;
};

/// May that person, by name, by role of the matrix or by seat of this rollout. Nobody named: everybody.
[[nodiscard]] bool isAmong(const session::RolloutBoard& board, const Operator& who,
                           const std::vector<std::string>& allowed);
/// The seats that person holds, in the order of the roll call.
[[nodiscard]] std::vector<Function> seatsOf(const session::RolloutBoard& board, const std::string& person);

}  // namespace holdpoint::ui::rollout
