// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    void focusButton();
    void setNarrow(bool narrow);

signals:
    /// Nothing can be sent: the card with the other ways is wanted.
    void offlineCardWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void pause();
    void lookAtLink();
    void setTexts(const QString& text, const QString& subText);
    void show(const session::Receipt& receipt);
    void retranslate();

    Context& context_;
    HoldButton* button_;
    QLabel* receipt_;
    bool open_ = true;
    bool known_ = false;
    bool narrow_ = false;
    bool couldSend_ = false;
    QString receiptText_;
    std::string unknownKey_;
};

}  // namespace holdpoint::ui
