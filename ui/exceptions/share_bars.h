// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/contrast.h"
#include "ui/common/theme.h"
#include "ui/text/format.h"

#include <QWidget>

#include <vector>

namespace holdpoint::ui::exceptions {

/// One line an attribute: its value, a bar of the failing share and a bar of the passing one, both with their figure.
class ShareBars final : public QWidget {
    Q_OBJECT

public:
    ShareBars(const Theme& theme, const Format& format, QWidget* parent);

    void setRows(std::vector<session::ContrastRow> rows);
    [[nodiscard]] const std::vector<session::ContrastRow>& rows() const noexcept { return rows_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int lineHeight() const { return theme_.px(22); }
    [[nodiscard]] QString failingText(const session::ContrastRow& row) const;
    [[nodiscard]] QString passingText(const session::ContrastRow& row) const;
    void paintBar(QPainter& painter, const QRect& cell, double share, const QColor& color,
                  const QString& text, const QColor& ink) const;
    void describe();

    const Theme& theme_;
    const Format& format_;
    std::vector<session::ContrastRow> rows_;
};

}  // namespace holdpoint::ui::exceptions
