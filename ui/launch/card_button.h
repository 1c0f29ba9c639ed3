// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>

namespace holdpoint::ui {

/// A painted card that can be pressed by mouse, Space and Enter: the ground of metric and stage cards.
class CardButton : public QAbstractButton {
    Q_OBJECT

public:
    CardButton(const Theme& theme, QWidget* parent);

    /// Old data: hatched.
    virtual void setStale(bool stale);
    [[nodiscard]] bool isStale() const noexcept { return stale_; }
    /// Out of its limits: priority border.
    [[nodiscard]] virtual bool isAbnormal() const = 0;

protected:
    [[nodiscard]] const Theme& theme() const noexcept { return theme_; }
    virtual void paintContent(QPainter& painter, const QRect& inside) = 0;
    [[nodiscard]] virtual QColor ground() const;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    const Theme& theme_;
    bool stale_ = false;
    bool ring_ = false;  ///< the focus came by a key
};

}  // namespace holdpoint::ui
