// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/own_font.h"

#include <QFont>
#include <QVariant>
#include <QWidget>

namespace holdpoint::ui {

void setOwnFont(QWidget* widget, const QFont& font)
{
    widget->setFont(font);
    widget->setProperty("_q_styleSheetWidgetFont", font);  // where Qt keeps what it hands back
}

}  // namespace holdpoint::ui
