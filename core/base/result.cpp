// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"
#include "core/base/check.h"

namespace holdpoint {

std::string_view name(Code code) noexcept
{
    switch (code) {
    case Code::InvalidArgument: return "invalid_argument";
    case Code::NotFound: return "not_found";
    case Code::Conflict: return "conflict";
    case Code::Stale: return "stale";
    case Code::Forbidden: return "forbidden";
    case Code::Unavailable: return "unavailable";
    case Code::Corrupt: return "corrupt";
    case Code::OutcomeUnknown: return "outcome_unknown";
    case Code::Unsupported: return "unsupported";
    }
    return "invalid_argument";
}

CheckFailed::CheckFailed(const char* condition, const char* file, int line)
    : std::logic_error(std::string(condition) + " at " + file + ":" + std::to_string(line))
{}

}  // namespace holdpoint
