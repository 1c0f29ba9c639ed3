// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/labels.h"
#include "ui/state/commands.h"

#include <QWidget>

class QHBoxLayout;

namespace holdpoint::ui {

/// What stands where there is nothing to show: what that means, and what can be done.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    EmptyState(const Theme& theme, CommandRegistry& commands, QWidget* parent = nullptr);

    /// At most three commands; the first is the preferred one. Those that the program does not have are left out.
    void set(const QString& title, const QString& sentence, const QList<QLatin1String>& commandIds = {});

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void fit();

    const Theme& theme_;
    CommandRegistry& commands_;
    QLabel* title_;
    QLabel* sentence_;
    QHBoxLayout* buttons_;
    QList<QLatin1String> ids_;
};

}  // namespace holdpoint::ui
