// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"

#include <QAbstractButton>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace holdpoint::ui {
class Format;
class Theme;
}  // namespace holdpoint::ui

namespace holdpoint::ui::rollout {

/// Where a gate stands between "as the control" (0) and "the most it may be worse" (1), with its interval.
struct Strip {
    double low = 0, middle = 0, high = 0;
};
/// Of a ratio on its logarithm, else of the difference. Nothing: too little is known to draw it.
[[nodiscard]] std::optional<Strip> stripOf(const session::GateRow& gate);
/// "worse", "no worse", or why it cannot be said.
[[nodiscard]] QString chipText(const session::GateRow& gate);

/// One gate: its metric, both arms, its strip, its chip; below it, where it matters or was chosen, its sentence.
class GateLine final : public QAbstractButton {
    Q_OBJECT

public:
    GateLine(const Theme& theme, const Format& format, QWidget* parent);

    void setGate(const session::GateRow& gate);
    [[nodiscard]] const session::GateRow& gate() const noexcept { return gate_; }
    /// Its one sentence; also its accessible name.
    [[nodiscard]] const QString& sentence() const noexcept { return sentence_; }
    /// Not GO, or chosen.
    [[nodiscard]] bool showsSentence() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();
    void paintArms(QPainter& painter, int top) const;
    void paintStrip(QPainter& painter, int middle) const;

    const Theme& theme_;
    const Format& format_;
    session::GateRow gate_;
    QString sentence_;
};

/// The gates of one slice: canary against control.
class GateStrips final : public QWidget {
    Q_OBJECT

public:
    GateStrips(const Theme& theme, const Format& format, QWidget* parent = nullptr);

    /// The chosen one stays chosen, if it is still there; else the one that decides most.
    void setGates(const std::vector<session::GateRow>& gates);
    /// Null: there is none.
    [[nodiscard]] const session::GateRow* chosen() const;
    [[nodiscard]] const std::vector<GateLine*>& lines() const noexcept { return lines_; }

signals:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(int line);

    const Theme& theme_;
    const Format& format_;
    QVBoxLayout* column_;
    std::vector<GateLine*> lines_;
    std::string chosen_;
};

}  // namespace holdpoint::ui::rollout
