// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/client.h"

#include <QString>

#include <string_view>

namespace holdpoint::ui::exceptions {

/// Why a command of the engine cannot be sent from this window at all: no link, read-only, or the role may not, with who
/// may. Empty: it can.
[[nodiscard]] QString sendObstacle(const Client& client, std::string_view what);
/// The same for a set of `count` items: the role may give only so many at once.
[[nodiscard]] QString bulkObstacle(const Client& client, std::string_view what, std::size_t count);

}  // namespace holdpoint::ui::exceptions
