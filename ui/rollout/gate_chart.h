// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"

#include <QWidget>

#include <memory>

namespace holdpoint::ui {
class Format;
class Theme;
}  // namespace holdpoint::ui

namespace holdpoint::ui::rollout {

/// One gate over time: canary with its confidence band, control, threshold, and what happened. A minute without data is a
/// gap, never a line. All that Qt Charts brings is in the .cpp.
class GateChart final : public QWidget {
    Q_OBJECT

public:
    GateChart(const Theme& theme, const Format& format, QWidget* parent = nullptr);
    ~GateChart() override;

    /// `latency`: values are seconds. No points: an empty chart with a sentence.
    void setTrend(const session::GateTrend& trend, const QString& name);
    [[nodiscard]] const session::GateTrend& trend() const noexcept;
    /// Unbroken pieces of the canary's line.
    [[nodiscard]] int pieces() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    class View;
    View* view_;
};

}  // namespace holdpoint::ui::rollout
