// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace holdpoint::ui {
class Theme;
}

namespace holdpoint::ui::rollout {

/// The two arms with the stroke of their lines.
class ChartLegend final : public QWidget {
    Q_OBJECT

public:
    explicit ChartLegend(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
};

}  // namespace holdpoint::ui::rollout
