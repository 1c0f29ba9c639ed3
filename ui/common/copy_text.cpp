// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/copy_text.h"

namespace holdpoint::ui {

QString copyCell(QString text)
{
    const bool formula = !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front());
    for (QChar& c : text)
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r'))
            c = QLatin1Char(' ');
    return formula ? QLatin1Char('\'') + text : text;
}

}  // namespace holdpoint::ui
