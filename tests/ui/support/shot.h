// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

class QWidget;

namespace holdpoint::ui {

class Theme;

/// Shows the widget in that size and writes `<name>.png` into the folder of HOLDPOINT_SHOTS; without that variable it is
/// drawn all the same. False: it was drawn empty, in one colour, or could not be written.
bool shoot(QWidget& widget, const QSize& size, const QString& name);

}  // namespace holdpoint::ui
