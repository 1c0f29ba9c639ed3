// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exceptions/triage.h"

#include "core/base/hash.h"

#include <array>
#include <string>

namespace holdpoint::exceptions {
namespace {

using namespace std::chrono_literals;

void addPointer(std::string& text, std::string_view pointer)
{
    while (!pointer.empty()) {
        const std::string_view word = pointer.substr(0, pointer.find('/'));
        const bool isIndex = !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
        text += isIndex ? std::string_view("*") : word;
        pointer.remove_prefix(word.size());
        if (!pointer.empty()) {
            text += '/';
            pointer.remove_prefix(1);
        }
    }
}

Priority basePriority(const Circumstances& c) noexcept
{
    if (c.lane == Lane::Backfill || c.category == ExceptionKind::BackfillProblem)
        return Priority::P4;
    if (c.harm || c.category == ExceptionKind::DuplicateEffect)
        return Priority::P1;
    if (c.outcomeUnknown || c.category == ExceptionKind::IncompleteCancellation)
        return Priority::P2;
    switch (c.cls) {
    case FailureClass::Transport:
    case FailureClass::Validation:
    case FailureClass::Unclassified: return Priority::P2;
    case FailureClass::None:
    case FailureClass::SoftBusiness:
    case FailureClass::HardBusiness: break;
    }
    return c.lateWebhook ? Priority::P4 : Priority::P3;
}

}  // namespace

std::uint64_t fingerprint(ExceptionKind category, Stage stage, FailureClass cls, std::string_view code,
                          std::string_view vendor, std::string_view pointer)
{
    std::string text;
    for (const std::string_view word : {name(category), name(stage), name(cls), code, vendor}) {
        text += word;
        text += '\n';  // in none of the words
    }
    addPointer(text, pointer);
    return hash64(text);
}

Priority startingPriority(const Circumstances& c) noexcept
{
    const Priority base = basePriority(c);
    const bool promiseAtRisk = c.promise != Never && c.promise - c.now <= 4h;
    if (base == Priority::P1 || (!promiseAtRisk && c.inGroup <= 25))
        return base;
    return static_cast<Priority>(static_cast<int>(base) - 1);
}

Milliseconds slaFor(Priority priority) noexcept
{
    constexpr std::array<Milliseconds, CountOf<Priority>> times{15min, 1h, 4h, 24h};
    return times[static_cast<std::size_t>(priority)];
}

}  // namespace holdpoint::exceptions
