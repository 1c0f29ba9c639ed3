// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QDialog>

namespace holdpoint::ui {

/// How to pause when this window cannot: the line for the command line, with the folder filled in. Not modal.
class OfflineCard final : public QDialog {
    Q_OBJECT

public:
    OfflineCard(const Context& context, QWidget* parent);

    /// The line to type in a terminal.
    [[nodiscard]] static QString commandLine(const QString& folder);
};

}  // namespace holdpoint::ui
