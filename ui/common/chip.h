// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/labels.h"

#include <QWidget>

class QPainter;

namespace holdpoint::ui {

enum class ChipKind { Plain, Critical, Warning, Accent };

/// Width and height of a chip with that text.
[[nodiscard]] QSize chipSize(const Theme& theme, const QString& text, bool pill = false);
/// Draws a chip centred on the left edge of `rect`, cut to it. Returns what it covers.
QRect paintChip(QPainter& painter, const QRect& rect, const Theme& theme, const QString& text, ChipKind kind,
                bool pill = false);

/// A short word in a box: GO, NO-GO, held at handoff. Plain ones are grey: what is normal has no colour.
class Chip final : public QWidget {
    Q_OBJECT

public:
    explicit Chip(const Theme& theme, QWidget* parent = nullptr);
    Chip(const Theme& theme, const QString& text, ChipKind kind, QWidget* parent = nullptr);

    /// An empty text hides it.
    void set(const QString& text, ChipKind kind);
    void setPill(bool pill);
    [[nodiscard]] const QString& text() const noexcept { return text_; }
    [[nodiscard]] ChipKind kind() const noexcept { return kind_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    QString text_;
    ChipKind kind_ = ChipKind::Plain;
    bool pill_ = false;
};

}  // namespace holdpoint::ui
