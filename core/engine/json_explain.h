// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/breach.h"

#include <string>
#include <string_view>

namespace holdpoint::engine {

/// Why a text is not JSON that intake takes.
struct JsonFault {
    Breach breach;
    std::string id;      ///< of the event, if it stood before the fault
    std::string source;  ///< likewise
};

/// Reads again, slowly, what the fast parser rejected (`parserSays` is its reason) and finds the place. Only for
/// failures.
[[nodiscard]] JsonFault explainJson(std::string_view bytes, std::string_view parserSays);

}  // namespace holdpoint::engine
