// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"
#include "ui/common/context.h"

#include <QWidget>

class QLabel;

namespace holdpoint::ui {

class HoldButton;

/// The one control that stands on every screen: hold it, and no new order is taken. Shows what became of it until it is
/// verified. Not connected, it shows how to pause by other means. GUI thread.
class PauseControl final : public QWidget {
    Q_OBJECT

public:
    PauseControl(Context& context, QWidget* parent);

    /// Null: nothing is known; pausing stays allowed.
    void setBoard(const session::Board* board);
    /// Null: there is no plan that sends orders; the one switch is held then. Else F9 is about `slice`, the one in view, and
    /// Shift+F9 about all; an empty slice: none takes orders.
    void setRollout(const session::RolloutBoard* rollout, const std::string& slice);
    void focusButton();
    /// Several slices take orders: they can be paused together.
    [[nodiscard]] bool hasMany() const noexcept { return planned_ && openSlices_ > 1; }
    void setNarrow(bool narrow);

signals:
    /// Nothing can be sent: the card with the other ways is wanted.
    void offlineCardWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void pause(const std::string& slice);
    void connectButtons();
    /// What the second of two presses does. Ends a hold, so only when that is another thing now.
    void settle();
    [[nodiscard]] bool takesOrders() const;
    [[nodiscard]] QString about() const;
    void lookAtLink();
    void setTexts(const QString& text, const QString& subText);
    void show(const session::Receipt& receipt);
    void retranslate();

    Context& context_;
    HoldButton* button_;
    HoldButton* all_;  ///< of several slices that take orders
    QLabel* receipt_;
    bool planned_ = false;  ///< a plan sends the orders
    std::string slice_;
    int openSlices_ = 0;
    bool mirroring_ = false;
    QString state_;  ///< which pause it is
    bool open_ = true;
    bool known_ = false;
    bool narrow_ = false;
    bool couldSend_ = false;
    QString receiptText_;
    std::string unknownKey_;
    std::string unknownSlice_;  ///< that it was about
};

}  // namespace holdpoint::ui
