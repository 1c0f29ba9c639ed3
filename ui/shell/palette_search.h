// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace holdpoint::ui {

/// How well `wanted` fits `title` as a subsequence, higher is better; starts of words count most, then runs. None: it is
/// no subsequence. Case does not matter.
[[nodiscard]] std::optional<int> fit(QStringView wanted, QStringView title);

}  // namespace holdpoint::ui
