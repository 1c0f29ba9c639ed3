// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/board.h"
#include "ui/launch/card_button.h"

namespace holdpoint::ui {

class Format;
class Sparkline;

/// Number and unit as two texts: `1.84` and `s`. No value: "no data" and nothing.
struct ValueText {
    QString number;
    QString unit;
};
[[nodiscard]] ValueText valueText(const Format& format, session::LaunchMetric metric,
                                  std::optional<double> value);
/// `limit ≥ 99.0`.
[[nodiscard]] QString limitText(const Format& format, const session::MetricCard& card);
/// Where to look when this number is red.
[[nodiscard]] QString drillFilter(session::LaunchMetric metric);

/// One of the five metrics: verdict, value, limit, half an hour of trend, sample and age.
class MetricCardButton final : public CardButton {
    Q_OBJECT

public:
    MetricCardButton(const Theme& theme, const Format& format, QWidget* parent);

    void setStale(bool stale) override;
    /// `now`: engine time, for the age of what was counted.
    void setCard(const session::MetricCard& card, Instant now);
    /// Time has passed: only the age is another.
    void setNow(Instant now);
    [[nodiscard]] const session::MetricCard& card() const noexcept { return card_; }
    [[nodiscard]] bool isAbnormal() const override { return card_.verdict == session::GateVerdict::NoGo; }
    /// Before the first board there is no limit either.
    [[nodiscard]] bool hasLimit() const noexcept { return card_.limit > 0; }
    [[nodiscard]] ValueText shown() const;
    /// `n 8,100 · 10 m`.
    [[nodiscard]] QString sampleText() const;
    /// What the curve shows, and where the alarm is raised.
    [[nodiscard]] QString spanText() const;
    [[nodiscard]] QString ageText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintContent(QPainter& painter, const QRect& inside) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();
    void paintTitle(QPainter& painter, const QRect& line) const;
    void paintValue(QPainter& painter, const QRect& line) const;
    void placeTrend();
    void paintCaption(QPainter& painter, const QRect& line) const;

    const Format& format_;
    Sparkline* trend_;
    session::MetricCard card_;
    Instant now_;
};

}  // namespace holdpoint::ui
