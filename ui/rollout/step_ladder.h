// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"

#include <QWidget>

namespace holdpoint::ui {
class Format;
class Theme;
}  // namespace holdpoint::ui

namespace holdpoint::ui::rollout {

/// The steps of the plan from top to bottom: share, phase, who committed each and when. Painted; its accessible text says
/// the same.
class StepLadder final : public QWidget {
    Q_OBJECT

public:
    StepLadder(const Theme& theme, const Format& format, QWidget* parent = nullptr);

    void setBoard(const session::RolloutBoard& board);
    /// One line a step, as painted.
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString whenOf(const session::StepRow& step) const;
    void describe();

    const Theme& theme_;
    const Format& format_;
    std::vector<session::StepRow> steps_;
    int current_ = 0;
};

}  // namespace holdpoint::ui::rollout
