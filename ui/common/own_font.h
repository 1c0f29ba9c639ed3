// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFont;
class QWidget;

namespace holdpoint::ui {

/// Gives a widget a font that it keeps. A style sheet's style hands a widget the first font it ever had back whenever it
/// is polished anew, at the latest when it is shown; `setFont` alone would be undone then.
void setOwnFont(QWidget* widget, const QFont& font);

}  // namespace holdpoint::ui
