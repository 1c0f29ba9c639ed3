// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"

#include <QWidget>

namespace holdpoint::ui {
class Format;
class Theme;
}  // namespace holdpoint::ui

namespace holdpoint::ui::rollout {

/// The shares that the plan goes through, with the one that is served now. A press on another one asks for the poll that
/// decides about it; nothing grows by it.
class ShareLadder final : public QWidget {
    Q_OBJECT

public:
    ShareLadder(const Theme& theme, const Format& format, QWidget* parent = nullptr);

    void setBoard(const session::RolloutBoard& board);
    /// In basis points, ascending, 0 first.
    [[nodiscard]] const std::vector<int>& shares() const noexcept { return shares_; }
    [[nodiscard]] int current() const noexcept { return current_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(int basisPoints);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QString textOf(int share) const;
    [[nodiscard]] int widthOf(int share) const;

    const Theme& theme_;
    const Format& format_;
    std::vector<int> shares_;
    int current_ = 0;
};

}  // namespace holdpoint::ui::rollout
