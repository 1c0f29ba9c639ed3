// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"

#include <QJsonArray>
#include <QJsonObject>

namespace holdpoint::ctl {

/// What `--json` promises of a rollout. Times as RFC 3339, shares in basis points, rates as fractions, durations in
/// milliseconds; what is not known is null.
[[nodiscard]] QJsonObject toJson(const session::RolloutBoard& board, Instant at);
[[nodiscard]] QJsonArray toJson(const std::vector<session::GateRow>& gates);
[[nodiscard]] QJsonObject toJson(const session::PollCard& poll);
[[nodiscard]] QJsonArray toJson(const std::vector<session::FindingRow>& findings);

}  // namespace holdpoint::ctl
