// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace holdpoint::ui {

class Theme;

/// One question before one act, in the flow of the page: what it would do, the words of the button, and for what cannot
/// be taken back a phrase to type. Enter acts, Esc leaves all as it is. Not modal.
class ConfirmSheet final : public QFrame {
    Q_OBJECT

public:
    struct Question {
        QString title;
        QString detail;
        QString act;     ///< words of the button that does it
        QString keep;    ///< of the other one, by its outcome
        QString phrase;  ///< empty: nothing is typed
        std::function<void()> run;
    };

    ConfirmSheet(const Theme& theme, QWidget* parent);

    void ask(Question question);
    /// What was looked at has changed: the question does not stand any more.
    void withdraw();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void act();

    Question question_;
    QLabel* title_;
    QLabel* detail_;
    QLineEdit* phrase_;
    QLabel* hint_;
    QPushButton* act_;
    QPushButton* keep_;
};

}  // namespace holdpoint::ui
