// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace holdpoint::ui::exceptions {

/// Buttons side by side, and on further rows what does not fit: no act is ever out of sight.
class ActStrip final : public QLayout {
public:
    ActStrip(QWidget* parent, int gap);
    ~ActStrip() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        return arrange(QRect(0, 0, width, 0), false);
    }
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool place) const;

    QList<QLayoutItem*> items_;
    int gap_;
};

}  // namespace holdpoint::ui::exceptions
