// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/detail.h"
#include "ui/text/format.h"

#include <QString>

namespace holdpoint::ui::exceptions {

/// What a vendor's support wants to see of one item, as Markdown: contract failure, every attempt, times in UTC. Texts of
/// outside are fenced, so that they cannot format anything.
[[nodiscard]] QString evidenceOf(const session::ExceptionDetail& detail, const Format& format);

}  // namespace holdpoint::ui::exceptions
