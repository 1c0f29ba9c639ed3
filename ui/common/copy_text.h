// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace holdpoint::ui {

/// A cell of tab separated text: no tab or line end inside, and nothing a spreadsheet would take for a formula. The rule
/// is that of exported files: what begins with = + - @ TAB or CR gets a leading '.
[[nodiscard]] QString copyCell(QString text);

}  // namespace holdpoint::ui
