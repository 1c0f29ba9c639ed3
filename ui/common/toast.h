// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/receipt_line.h"

#include <QFrame>

#include <functional>

class QVBoxLayout;

namespace holdpoint::ui {

class Toast;

/// Messages at the bottom right of a window: what was done, how far it has come, and for eight seconds the way back.
/// They never take the focus; Tab reaches them, and none goes away while it has the focus or the mouse is over it.
class Toasts final : public QWidget {
    Q_OBJECT

public:
    static constexpr int ShownMs = 8'000;

    /// `over` owns it and is what it lies on.
    Toasts(const Theme& theme, const Format& format, QWidget* over);

    /// `undo` is run at most once. The message stays until told otherwise if `stays`.
    Toast* add(const QString& message, std::function<void()> undo = {}, bool stays = false);
    /// Undoes the newest that can be; false: there is none.
    bool undoNewest();
    [[nodiscard]] QList<Toast*> shown() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;

private:
    friend class Toast;
    void place();

    const Theme& theme_;
    const Format& format_;
    QVBoxLayout* column_;
};

class Toast final : public QFrame {
    Q_OBJECT

public:
    [[nodiscard]] QString message() const;
    [[nodiscard]] bool canUndo() const { return static_cast<bool>(undo_); }
    void undo();
    void receipt(const session::Receipt& receipt);
    /// It has been shown that much longer. Called by a timer of its own.
    void advance(int ms);
    void dismiss();

private:
    friend class Toasts;
    Toast(Toasts& owner, const QString& message, std::function<void()> undo, bool stays);
    [[nodiscard]] bool isHeld() const;

    Toasts& owner_;
    QLabel* message_;
    ReceiptLine* line_;
    std::function<void()> undo_;
    bool stays_;
    int leftMs_ = Toasts::ShownMs;
};

}  // namespace holdpoint::ui
