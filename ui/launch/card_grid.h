// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace holdpoint::ui {

class Theme;

/// Cards beside each other as long as each has its room; at a large text size in two or three rows.
class CardGrid final : public QWidget {
    Q_OBJECT

public:
    /// `room`: design pixels a card needs. `perRow`: how many may stand in a row, most first.
    CardGrid(const Theme& theme, int room, std::vector<int> perRow, int gap, QWidget* parent = nullptr);

    void add(QWidget* card);
    [[nodiscard]] int columns() const noexcept { return columns_; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    const Theme& theme_;
    int room_;
    std::vector<int> perRow_;
    QGridLayout* grid_;
    std::vector<QWidget*> cards_;
    int columns_ = 0;
};

}  // namespace holdpoint::ui
