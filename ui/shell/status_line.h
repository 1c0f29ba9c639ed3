// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace holdpoint::ui {

/// The foot of the window: how fresh what is shown is, which engine, jobs, who sits here, the clocks. GUI thread.
class StatusLine final : public QWidget {
    Q_OBJECT

public:
    StatusLine(Context& context, const Watch& board, QWidget* parent);

    /// Null: none has come.
    void setBoard(const session::Board* board);
    /// Looks at link, ages and clocks again.
    void refresh();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QString freshnessText() const;
    [[nodiscard]] QString engineText() const;
    [[nodiscard]] QString clockText() const;
    void refreshJob();

    Context& context_;
    const Watch& watch_;
    const session::Board* board_ = nullptr;
    QLabel* link_;
    QLabel* engine_;
    QLabel* disk_;
    QLabel* job_;
    QProgressBar* progress_;
    QLabel* skew_;
    QLabel* who_;
    QLabel* clocks_;
    QLabel* hint_;
};

}  // namespace holdpoint::ui
