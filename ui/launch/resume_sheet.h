// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/board.h"
#include "ui/common/context.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace holdpoint::ui {

class KeyValue;
class Watch;

/// What taking orders again means, and the name to be typed. Not modal: everything else goes on, and it follows what
/// changes meanwhile.
class ResumeSheet final : public QFrame {
    Q_OBJECT

public:
    /// The one rollout there is until rollouts come.
    static constexpr const char* RolloutName = "default";

    ResumeSheet(Context& context, const Watch& watch, QWidget* parent);

    /// Shows it, empty, with the focus in the field.
    void open();
    void setBoard(const session::Board& board);
    /// Why it cannot be sent now; empty: it can, once the name is typed.
    void setObstacle(const QString& obstacle);
    [[nodiscard]] bool nameMatches() const;

signals:
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    void send();

    Context& context_;
    const Watch& watch_;
    session::Board board_;
    QString obstacle_;
    QLabel* title_;
    KeyValue* facts_;
    QLabel* ask_;
    QLineEdit* name_;
    QLabel* hint_;
    QPushButton* keep_;
    QPushButton* resume_;
};

}  // namespace holdpoint::ui
