// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"
#include "ui/common/context.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace holdpoint::ui {
class Chip;
class EmptyState;
class ReceiptLine;
}  // namespace holdpoint::ui

namespace holdpoint::ui::rollout {

class Acts;
class ActSheet;
class BoardPage;
class PlanPage;
class PollPage;
class RollbackPage;
class ShareLadder;
class Source;

/// Rollouts: the slices and their gates, the poll, the plan, and the rollback. The place says which: `filter` is empty,
/// `poll`, `plan` or `rollback`.
class RolloutScreen final : public QWidget {
    Q_OBJECT

public:
    explicit RolloutScreen(Context& context);
    ~RolloutScreen() override;

    void show(const Location& location);
    using QWidget::show;
    [[nodiscard]] const session::RolloutBoard& board() const;
    /// A plan is under way: its slices take the orders, and can be paused one by one.
    [[nodiscard]] bool sendsOrders() const;
    /// The slice that a pause is about: the chosen one, as long as it takes orders; empty: none does.
    [[nodiscard]] std::string sliceInView() const;
    [[nodiscard]] BoardPage* page() const noexcept { return page_; }

signals:
    /// Another board, or another slice in view.
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeFooter();
    void addCommands();
    void addView(const char* id, const char* text, const char* place, const char* key);
    void connectSource();
    void showBoard();
    void showHeader();
    void showNotices();
    void showPlace();
    void goTo(const QString& place);
    void retranslate();
    void refreshCommands();
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QWidget* pageOf(const QString& place) const;

    Context& context_;
    Source* source_;
    ActSheet* sheet_;
    Acts* acts_;
    QString place_;
    std::string followed_;
    QString told_;

    QLabel* title_ = nullptr;
    QLabel* subtitle_ = nullptr;
    QLabel* ladderText_ = nullptr;
    ShareLadder* ladder_ = nullptr;
    Chip* state_ = nullptr;
    QLabel* notices_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    EmptyState* empty_ = nullptr;
    BoardPage* page_ = nullptr;
    PollPage* poll_ = nullptr;
    PlanPage* plan_ = nullptr;
    RollbackPage* rollback_ = nullptr;
    ReceiptLine* receipt_ = nullptr;
    QWidget* footer_ = nullptr;
    std::vector<QWidget*> ofBoard_;  ///< buttons of the footer that belong to the board alone
};

}  // namespace holdpoint::ui::rollout
