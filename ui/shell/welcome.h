// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace holdpoint::ui {

class CommandButton;
class Panel;

/// What the window shows while no data folder is open: the choice at the first run, how far preparing is, or why it did
/// not open and what to do. GUI thread.
class Welcome final : public QWidget {
    Q_OBJECT

public:
    Welcome(Context& context, QWidget* parent);

    /// Looks at the workspace again.
    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Context& context_;
    Panel* panel_;
    QLabel* sentence_;
    QLabel* detail_;
    QProgressBar* progress_;
    CommandButton* demo_;
    CommandButton* open_;
    CommandButton* again_;
    QLabel* demoWords_;
    QLabel* openWords_;
};

}  // namespace holdpoint::ui
