// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>
#include <QStringList>

#include <string>

namespace holdpoint::ui {

/// `T+00:43:12`, `T+2 d 03:12:10`; before the launch `T−00:00:10`.
[[nodiscard]] QString missionTime(Milliseconds since);
/// The exceptions of one vendor, quoted where its name needs it.
[[nodiscard]] QString vendorFilter(const std::string& vendor);
/// With ` · ` between; empty parts are left out.
[[nodiscard]] QString joinedParts(QStringList parts);

}  // namespace holdpoint::ui
