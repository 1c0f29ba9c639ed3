// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QFrame>
#include <QHash>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace holdpoint::ui {

/// Do or go anywhere: commands, screens, and ids pasted whole. Never runs what lowers or raises exposure: it puts the
/// focus on the control that does. GUI thread.
class CommandPalette final : public QFrame {
    Q_OBJECT

public:
    CommandPalette(Context& context, QWidget* window);

    /// Over the middle of the window, with the field in focus.
    void open();

signals:
    /// An id, a number or a correlation was entered.
    void findWanted(const QString& text);
    /// A command that is held or confirmed in a place of its own.
    void controlWanted(const QString& commandId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        QString title;
        QString where;  ///< the menu it stands in
        QString keys;
        QString obstacle;
        QString command;  ///< id, or
        QString find;     ///< what to look for
        int score = 0;
    };
    void refill();
    [[nodiscard]] std::vector<Row> rowsFor(const QString& text) const;
    [[nodiscard]] static QString menuName(CommandMenu menu);
    [[nodiscard]] bool isHere(CommandScope scope) const;
    void chooseCurrent();
    void end();

    static constexpr int MostRows = 12;
    Context& context_;
    QLineEdit* field_;
    QListWidget* list_;
    std::vector<Row> rows_;
    QHash<QString, int> used_;  ///< how often each command was chosen here
    QPointer<QWidget> focusBefore_;
};

}  // namespace holdpoint::ui
