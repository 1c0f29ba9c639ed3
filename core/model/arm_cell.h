// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rollout_facts.h"

/// Run, step, slice and arm of an order as one number: for the list column and for series. 0: of no rollout.
namespace holdpoint {

struct ArmCell {
    std::uint32_t run = 0;    ///< below 1,024
    std::uint16_t step = 0;   ///< below 256
    std::uint16_t slice = 0;  ///< from 1, below 1,024; 0: in none
    bool hashed = false;      ///< `arm` says something
    Arm arm = Arm::Control;
    friend bool operator==(const ArmCell&, const ArmCell&) = default;
};

[[nodiscard]] constexpr std::uint32_t packed(const ArmCell& c) noexcept
{
    return (c.run & 0x3FFU) << 20 | (c.step & 0xFFU) << 12 | (c.slice & 0x3FFU) << 2 | (c.hashed ? 2U : 0U) |
           (c.hashed && c.arm == Arm::Canary ? 1U : 0U);
}
[[nodiscard]] constexpr ArmCell armCell(std::uint32_t number) noexcept
{
    return {number >> 20 & 0x3FFU, static_cast<std::uint16_t>(number >> 12 & 0xFFU),
            static_cast<std::uint16_t>(number >> 2 & 0x3FFU), (number & 2U) != 0,
            (number & 1U) != 0 ? Arm::Canary : Arm::Control};
}
[[nodiscard]] inline std::uint32_t armCellOf(const RolloutAssigned& a) noexcept
{
    return a.rollout.isNone() ? 0 : packed({a.run, a.step, a.slice, a.hashed, a.arm});
}

}  // namespace holdpoint
