// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QPainter;

namespace holdpoint::ui {

/// ■ ◆ ● or nothing, in the middle of `rect`; acknowledged ones are outlines. The shape says it without the colour.
void paintPriority(QPainter& painter, const QRectF& rect, Priority priority, const Tokens& tokens,
                   bool acknowledged = false);

class PriorityGlyph final : public QWidget {
    Q_OBJECT

public:
    PriorityGlyph(const Theme& theme, Priority priority, QWidget* parent = nullptr);

    void set(Priority priority, bool acknowledged = false);
    [[nodiscard]] Priority priority() const noexcept { return priority_; }
    /// Side of the glyph in design pixels; 12 unless told.
    void setSide(int designPixels);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    Priority priority_;
    bool acknowledged_ = false;
    int side_ = 12;
};

}  // namespace holdpoint::ui
