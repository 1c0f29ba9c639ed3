// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QFrame>

#include <functional>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace holdpoint::ui {
class HoldButton;
class KeyValue;
}  // namespace holdpoint::ui

namespace holdpoint::ui::rollout {

/// What one act asks of a person before it is sent.
struct ActForm {
    QString title;
    std::vector<std::pair<QString, QString>> facts;  ///< from, to, gates, age …
    QStringList choices;                             ///< empty: nothing to choose
    QString choiceAsk;
    QString fieldAsk;  ///< a short field: a person, a share; empty: none
    QString field;     ///< its first content
    QString wordsAsk;  ///< a sentence; empty: none
    int leastWords = 0;
    QString typed;  ///< that must be typed, ignoring case; empty: nothing
    QString confirm;
    QString keep;       ///< the safe button, named by its outcome
    bool held = false;  ///< exposure goes down: held 0.8 s
    std::function<QString()> obstacle = {};
    struct Given {
        QString choice, field, words;
    };
    std::function<void(const Given&)> done;
};

/// Asks at the foot of the screen, and never stops anything else. Sends nothing by itself.
class ActSheet final : public QFrame {
    Q_OBJECT

public:
    explicit ActSheet(Context& context, QWidget* parent = nullptr);

    void open(ActForm form);
    [[nodiscard]] bool isReady() const;
    /// Looks at the obstacle again.
    void refresh();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QString lacking() const;
    void send();

    Context& context_;
    ActForm form_;
    QLabel* title_;
    KeyValue* facts_;
    QLabel* choiceAsk_;
    QComboBox* choice_;
    QLabel* fieldAsk_;
    QLineEdit* field_;
    QLabel* wordsAsk_;
    QLineEdit* words_;
    QLabel* typedAsk_;
    QLineEdit* typed_;
    QLabel* hint_;
    QPushButton* confirm_;
    HoldButton* hold_;
    QPushButton* keep_;
};

}  // namespace holdpoint::ui::rollout
