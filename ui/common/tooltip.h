// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace holdpoint::ui {

/// A tooltip that shows its text as it is, never as markup: the only way this program makes tooltips. Empty: none.
void setPlainToolTip(QWidget* widget, const QString& text);
/// The same text for what takes markup by itself (item views).
[[nodiscard]] QString plainToolTip(const QString& text);

}  // namespace holdpoint::ui
