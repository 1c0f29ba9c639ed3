// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/state/client.h"
#include "ui/state/commands.h"
#include "ui/text/format.h"

#include <QWidget>

namespace holdpoint::ui {

/// One of every widget of this folder, with data.
class Gallery final : public QWidget {
public:
    explicit Gallery(Theme& theme);

private:
    QWidget* cards();
    QWidget* buttons();
    QWidget* lists();
    QWidget* words();

    Theme& theme_;
    CommandRegistry commands_;
    Format format_;
};

}  // namespace holdpoint::ui
