// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QTimer>

#include <functional>

namespace holdpoint::ui {

/// A button that is held down until its ring is full: for what must not happen by accident and must happen fast. Starts
/// on press; ends without effect on release, when the pointer leaves by more than 8 px, on loss of focus or window, Esc
/// or `cancel()`. Fires once, then rests for a second. Its keys (Space, Enter and `keys`) are held the same way.
/// GUI thread.
class HoldButton final : public QAbstractButton {
    Q_OBJECT

public:
    using Clock = std::function<qint64()>;  ///< monotonic milliseconds

    /// `keys` work in the whole window.
    HoldButton(const Theme& theme, const QString& text, const QString& subText, int holdMs,
               const QList<QKeySequence>& keys = {}, QWidget* parent = nullptr);
    ~HoldButton() override;

    void setSubText(const QString& text);
    [[nodiscard]] const QString& subText() const noexcept { return subText_; }
    /// Short words while it is held and no hint below: for where there is little room.
    void setCompact(bool compact);
    /// Why it cannot be pressed; empty: it can. Shown as a tooltip.
    void setObstacle(const QString& why);
    /// Press twice within five seconds instead of holding. `action` is what the second press does: "pause NA-West".
    void setTwoStep(bool twoStep, const QString& action);
    void setClock(Clock clock);

    [[nodiscard]] bool isHolding() const noexcept { return state_ == State::Holding; }
    [[nodiscard]] bool isArmed() const noexcept { return state_ == State::Armed; }
    /// 0 to 1.
    [[nodiscard]] double progress() const;
    /// What the label says just now, with the seconds left.
    [[nodiscard]] QString shownText() const;
    /// "Keep holding", after a press that was too short; empty otherwise.
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

public slots:
    /// Ends a hold without effect; also for data that turn disconnected.
    void cancel();
    /// Looks at the clock. Called by a timer of its own; tests call it after moving theirs.
    void advance();

signals:
    void confirmed();
    void holdingChanged(bool holding);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class State { Idle, Holding, Armed, Resting };
    void press(int key);
    void release(int key);
    void fire();
    void enter(State state);
    [[nodiscard]] qint64 passed() const { return clock_() - since_; }
    [[nodiscard]] bool ownsKey(const QKeyEvent& event) const;
    bool keyOfWindow(QObject* watched, QEvent* event);
    void paintRing(QPainter& painter, const QRectF& box) const;
    void describe();
    void speak();
    void fallSilent();

    const Theme& theme_;
    QString subText_;
    QString action_;
    QString obstacle_;
    int holdMs_;
    QList<QKeySequence> keys_;
    bool twoStep_ = false;
    bool compact_ = false;
    Clock clock_;
    State state_ = State::Idle;
    qint64 since_ = 0;
    qint64 hintUntil_ = -1;
    int key_ = 0;         ///< that is held; 0: the mouse
    QString ownName_;     ///< as its owner named it, while it says something else
    QString spokenName_;  ///< said in its place; empty: nothing is
    QTimer timer_;
};

}  // namespace holdpoint::ui
