// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"
#include "ui/common/context.h"

#include <QWidget>

#include <array>

class QLabel;

namespace holdpoint::ui {
class HoldButton;
class Panel;
class TableView;
}  // namespace holdpoint::ui

namespace holdpoint::ui::rollout {

class Acts;
class PartPanel;
class RowsModel;
class Source;

/// The rollback board: before it is begun what would happen, from a dry run at most ten seconds old; while it runs how far
/// each of its four parts has come; after it the same as a record.
class RollbackPage final : public QWidget {
    Q_OBJECT

public:
    /// A plan older than that cannot be held.
    static constexpr Milliseconds PlanLife{10'000};

    RollbackPage(Context& context, Source& source, Acts& acts, QWidget* parent = nullptr);

    void setBoard();
    /// Asks for the plan anew while it is shown.
    void setShown(bool shown);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    /// "Every order is in exactly one lane: 61 + 140 + 13 = 214", or that the counts do not agree.
    [[nodiscard]] QString sumText() const;
    [[nodiscard]] QString holdObstacle() const;
    /// The job, else the plan; null: neither is known.
    [[nodiscard]] const session::RollbackCard* card() const;
    void focusHold();

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeFoot();
    [[nodiscard]] bool isJob() const;
    void ask();
    void show(const session::RollbackCard* card);
    using QWidget::show;
    void showClock();
    void showParts(const session::RollbackCard& card);
    void showStop(const session::StopCard& stop, bool planned);
    void showCannotUndo(const session::RollbackCard& card);
    void retranslate();

    Context& context_;
    Source& source_;
    Acts& acts_;
    std::optional<session::RollbackCard> plan_;
    Instant planned_ = Never;  ///< when the plan was heard, by the window's clock
    QString planTrouble_;
    bool asking_ = false;
    bool shown_ = false;
    std::array<PartPanel*, CountOf<RollbackPart>> parts_{};
    Panel* lostPanel_ = nullptr;
    RowsModel* lost_ = nullptr;
    TableView* lostTable_ = nullptr;
    QLabel* sum_ = nullptr;
    HoldButton* hold_ = nullptr;
    QLabel* why_ = nullptr;
    std::vector<QWidget*> before_, after_;  ///< buttons that have a meaning before it is begun, and after
};

}  // namespace holdpoint::ui::rollout
