// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/labels.h"
#include "ui/state/client.h"
#include "ui/text/format.h"

#include <QWidget>

class QPainter;

namespace holdpoint::ui {

/// 45° lines: what lies below is old.
void paintHatch(QPainter& painter, const QRect& rect, const Tokens& tokens);

/// What a panel knows of the age of what it shows.
struct DataAge {
    Freshness freshness = Freshness::NoData;
    Instant asOf = Never;
    Milliseconds age{0};
    Instant lost = Never;  ///< Disconnected: since when

    [[nodiscard]] static DataAge of(const Watch& watch, const Client& client);
};
/// Empty while it is live; `3 s` while it ages; `as of 14:03:20 (24 s)`; `Not connected since … — showing …`.
[[nodiscard]] QString ageWords(const Format& format, const DataAge& age);

/// Lies over a panel and lets the mouse through. Nothing while data are fresh; hatched and worded when they are old.
/// Follows the size of `over`, which owns it.
class StaleOverlay final : public QWidget {
    Q_OBJECT

public:
    StaleOverlay(const Theme& theme, const Format& format, QWidget* over);

    void set(const DataAge& age);
    [[nodiscard]] const QString& words() const noexcept { return words_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    const Format& format_;
    QString words_;
};

}  // namespace holdpoint::ui
