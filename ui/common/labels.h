// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "ui/common/theme.h"

namespace holdpoint::ui {

enum class Ink { High, Mid, Low };

/// A label that shows its text as it is, never as markup: the only way this program makes labels. The font follows the
/// theme. Owned by `parent`.
[[nodiscard]] QLabel* plainLabel(const Theme& theme, const QString& text, TextRole role = TextRole::Body,
                                 Ink ink = Ink::High, QWidget* parent = nullptr);

/// Another ink from now on.
void setInk(QLabel* label, Ink ink);

}  // namespace holdpoint::ui
