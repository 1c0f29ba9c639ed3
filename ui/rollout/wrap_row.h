// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <vector>

namespace holdpoint::ui::rollout {

/// A row that goes on in the next line where it is too narrow: for buttons whose words grow with text size and language.
class WrapRow final : public QLayout {
public:
    explicit WrapRow(int gap, QWidget* parent = nullptr);
    ~WrapRow() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

private:
    int arrange(const QRect& rect, bool move) const;

    std::vector<QLayoutItem*> items_;
    int gap_;
};

}  // namespace holdpoint::ui::rollout
