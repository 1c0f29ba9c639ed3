// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/surface.h"

#include <QFrame>

namespace holdpoint::ui {

QFrame* rule()
{
    auto* line = new QFrame;
    line->setProperty("rule", true);
    line->setFixedHeight(1);
    return line;
}

QWidget* surface()
{
    auto* widget = new QWidget;
    widget->setAutoFillBackground(true);
    widget->setBackgroundRole(QPalette::Base);
    return widget;
}

}  // namespace holdpoint::ui
