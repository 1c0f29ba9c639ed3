// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

#include <vector>

namespace holdpoint::ui::exceptions {

/// How a text of a small table is inked.
enum class CellInk { High, Mid, Low, Doubt, Failure };

struct SmallCell {
    QString text;
    CellInk ink = CellInk::Mid;
    bool mono = false;
};
using SmallRow = std::vector<SmallCell>;

/// A short painted table with a header, for what stands inside a page: attempts, effects, changes. As high as its rows;
/// columns as wide as their texts, the widest give way first. Rows can be chosen.
class SmallTable final : public QWidget {
    Q_OBJECT

public:
    SmallTable(const Theme& theme, const QString& name, QWidget* parent);

    void setColumns(QStringList headers);
    void setRows(std::vector<SmallRow> rows);
    [[nodiscard]] const std::vector<SmallRow>& rows() const noexcept { return rows_; }
    [[nodiscard]] int current() const noexcept { return current_; }
    /// Tab separated, with its header.
    [[nodiscard]] QString asText() const;
    [[nodiscard]] QSize sizeHint() const override;
    /// As high as the hint: a page scrolls rather than cutting rows off.
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, sizeHint().height()}; }

signals:
    /// Return or a double click.
    void opened(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] std::vector<int> widths() const;
    [[nodiscard]] QFont fontOf(const SmallCell& cell) const;
    [[nodiscard]] QColor inkOf(CellInk ink) const;
    [[nodiscard]] int rowAt(int y) const;
    void setCurrent(int row);

    const Theme& theme_;
    QStringList headers_;
    std::vector<SmallRow> rows_;
    int current_ = -1;
};

}  // namespace holdpoint::ui::exceptions
