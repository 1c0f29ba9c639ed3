// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace holdpoint::ui::exceptions {

/// Lies over what is waited for: nothing at first, dimmed after 150 ms, a line of progress after 400 ms, after 2 s words and
/// a way out. Follows the size of its parent; lets the mouse through but for its button.
class WaitingVeil final : public QWidget {
    Q_OBJECT

public:
    static constexpr int DimMs = 150;
    static constexpr int LineMs = 400;
    static constexpr int WordsMs = 2'000;

    WaitingVeil(const Theme& theme, QWidget* over);

    void start(const QString& what);
    void stop();
    [[nodiscard]] bool isWaiting() const noexcept { return waiting_; }
    /// 0 nothing, 1 dimmed, 2 with the line, 3 with words.
    [[nodiscard]] int step() const noexcept { return step_; }

signals:
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void advance();
    void place();

    const Theme& theme_;
    QString what_;
    QTimer timer_;
    QPushButton* cancel_;
    bool waiting_ = false;
    int step_ = 0;
};

}  // namespace holdpoint::ui::exceptions
