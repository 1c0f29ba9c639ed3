// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace holdpoint {

/// A broken assumption of ours. Thrown by HP_CHECK, caught at the engine's turn only: that halts writing,
/// reads go on. Never used for what the outside world may do.
class CheckFailed : public std::logic_error {
public:
    CheckFailed(const char* condition, const char* file, int line);
};

}  // namespace holdpoint

/// Stays on in release builds.
#define HP_CHECK(condition)                                                                                  \
    do {                                                                                                     \
        if (!(condition)) [[unlikely]]                                                                       \
            throw ::holdpoint::CheckFailed(#condition, __FILE__, __LINE__);                                  \
    } while (false)
