// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFrame;
class QWidget;

/// Pieces that every screen's head and foot are made of. Without a parent: they belong to the layout they are put in.
namespace holdpoint::ui {

/// A line of one pixel across.
[[nodiscard]] QFrame* rule();
/// A plane in the colour of panels.
[[nodiscard]] QWidget* surface();

}  // namespace holdpoint::ui
