// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

#include <optional>
#include <span>
#include <vector>

namespace holdpoint::ui {

/// A line of values, oldest first. Gaps stay gaps; what is past the limit is drawn in the ink of its priority; the last
/// point is hollow when it is old.
class Sparkline final : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(const Theme& theme, QWidget* parent = nullptr);

    void setValues(std::span<const std::optional<double>> values);
    /// Drawn dashed. `atLeast`: good is above it. None: no line and no breach.
    void setLimit(std::optional<double> limit, bool atLeast = false);
    /// Ink of the breached part; P1 unless told.
    void setPriority(Priority priority);
    void setStale(bool stale);
    /// Words under the two ends.
    void setCaptions(const QString& first, const QString& last);

    [[nodiscard]] bool isBreached(double value) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Scale;
    void describe();
    void paintLine(QPainter& painter, const Scale& scale) const;
    void paintCaptions(QPainter& painter) const;

    const Theme& theme_;
    std::vector<std::optional<double>> values_;
    std::optional<double> limit_;
    bool atLeast_ = false;
    Priority priority_ = Priority::P1;
    bool stale_ = false;
    QString first_, last_;
};

}  // namespace holdpoint::ui
