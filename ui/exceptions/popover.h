// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/labels.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QPushButton;
class QVBoxLayout;

namespace holdpoint::ui::exceptions {

/// The one confirmation of an act: a frame beside the button that asked for it. Not modal; says what will happen, Return
/// does it, Esc closes it. Keys typed in it are no shortcuts. Deletes itself when it closes. GUI thread.
class Popover final : public QFrame {
    Q_OBJECT

public:
    /// `anchor` is where it appears; it belongs to the window of `anchor`.
    Popover(const Theme& theme, const QString& title, QWidget* anchor);

    QLabel* say(const QString& text, Ink ink = Ink::Mid);
    void add(QWidget* widget);
    /// `outcome` names what happens ("Retry X-8841"), `act` does it; then it closes.
    void setConfirm(const QString& outcome, std::function<void()> act);
    /// Why it cannot be done as it stands; empty: it can.
    void setObstacle(const QString& reason);
    /// Places and shows it; `focus` gets the keys, or the button that does it.
    void open(QWidget* focus = nullptr);
    void dismiss();

signals:
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void confirm();
    void place();

    const Theme& theme_;
    QWidget* anchor_;
    QPointer<QWidget> before_;  ///< had the focus
    QVBoxLayout* lines_;
    QLabel* obstacle_;
    QPushButton* confirm_;
    QPushButton* keep_;
    std::function<void()> act_;
};

}  // namespace holdpoint::ui::exceptions
