// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"
#include "ui/common/panel.h"

class QLabel;

namespace holdpoint::ui {
class Chip;
}

namespace holdpoint::ui::rollout {

class PartBars;

/// One of the four parts of a rollback: how far it has come, and a bar for each of its lines.
class PartPanel final : public Panel {
    Q_OBJECT

public:
    PartPanel(const Theme& theme, const Format& format, QWidget* parent = nullptr);

    struct Line {
        QString name;
        QString count;
        double share = 0;  ///< done of all, 0 … 1
        QString note;
        bool bad = false;
    };
    /// `progress`: "120 of 214"; `state`: verified, running …
    void setPart(const std::vector<Line>& lines, const QString& progress, const QString& state, bool running);
    [[nodiscard]] const std::vector<Line>& lines() const;
    [[nodiscard]] QString state() const;

private:
    PartBars* bars_;
    QLabel* progress_;
    Chip* state_;
};

/// The bars of one part. Painted; the accessible text says the same.
class PartBars final : public QWidget {
    Q_OBJECT

public:
    explicit PartBars(const Theme& theme, QWidget* parent = nullptr);

    void setLines(std::vector<PartPanel::Line> lines);
    [[nodiscard]] const std::vector<PartPanel::Line>& lines() const noexcept { return lines_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    std::vector<PartPanel::Line> lines_;
};

}  // namespace holdpoint::ui::rollout
