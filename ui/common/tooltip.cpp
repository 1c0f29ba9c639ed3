// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tooltip.h"

#include <QWidget>

namespace holdpoint::ui {

QString plainToolTip(const QString& text)
{
    // Marked as rich after escaping: what looks like markup to Qt is then shown letter by letter. Long ones wrap.
    return text.isEmpty() ? QString()
                          : QStringLiteral("<qt>") +
                                text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")) +
                                QStringLiteral("</qt>");
}

void setPlainToolTip(QWidget* widget, const QString& text)
{
    widget->setToolTip(plainToolTip(text));
    widget->setAccessibleDescription(text);
}

}  // namespace holdpoint::ui
