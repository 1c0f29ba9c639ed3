// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QDialog>

namespace holdpoint::ui {

/// Every command with its keys, by scope, made from the registry. Not modal. GUI thread.
class KeyHelp final : public QDialog {
    Q_OBJECT

public:
    KeyHelp(const Context& context, QWidget* parent);
};

}  // namespace holdpoint::ui
