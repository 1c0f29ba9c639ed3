// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/detail.h"
#include "ui/exceptions/small_table.h"
#include "ui/text/format.h"

/// The rows of the small tables of the detail.
namespace holdpoint::ui::exceptions {

[[nodiscard]] QStringList attemptHeaders();
/// Every call and question to `vendor` (all vendors if it has none), oldest first, then what is planned next.
[[nodiscard]] std::vector<SmallRow> attemptRows(const session::Timeline& timeline, const std::string& vendor,
                                                const Format& format);
[[nodiscard]] QStringList effectHeaders();
/// Every effect with its proof: the vendor's reference.
[[nodiscard]] std::vector<SmallRow> effectRows(const session::Timeline& timeline, const Format& format);
[[nodiscard]] QStringList changeHeaders();
/// What was done to the item, newest first.
[[nodiscard]] std::vector<SmallRow> changeRows(const std::vector<session::ItemChange>& changes,
                                               const Format& format);

}  // namespace holdpoint::ui::exceptions
