// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/walks.h"

namespace holdpoint::test {

/// A walk that was run, and short ways to look at it.
struct Seen {
    std::unique_ptr<EngineRig> rig;

    explicit Seen(const std::string& name) : rig(walked(name)) {}

    [[nodiscard]] Order order(const std::string& number = "1") const { return rig->order(rig->idOf(number)); }
    /// "place/status", as text.
    [[nodiscard]] std::string stands(const std::string& number = "1") const
    {
        const Standing standing = order(number).standing;
        return std::string(name(standing.place)) + "/" + std::string(name(standing.status));
    }
    [[nodiscard]] std::string facts(const std::string& number = "1") const
    {
        return rig->facts(rig->idOf(number));
    }
    [[nodiscard]] int count(const std::string& fact, const std::string& number = "1") const
    {
        const std::string all = " " + facts(number) + " ";
        int found = 0;
        for (std::size_t at = all.find(" " + fact + " "); at != std::string::npos;
             at = all.find(" " + fact + " ", at + 1))
            ++found;
        return found;
    }
    [[nodiscard]] std::string effect(Operation operation, Part part, const std::string& number = "1") const
    {
        const Order seen = order(number);
        const Effect* effect = seen.latest(operation, part);
        return effect ? std::string(name(effect->state)) : "none";
    }
    [[nodiscard]] int booked(const std::string& vendor, Operation operation,
                             const std::string& number = "1") const
    {
        return rig->inBooks(vendor, operation, number);
    }
    /// Code, priority and state of the item in the queue; empty without one.
    [[nodiscard]] std::string item(const std::string& number = "1") const
    {
        const ExceptionItem item = rig->exception(rig->idOf(number));
        if (item.version == 0)
            return {};
        return rig->codeText(item.code) + " " + std::string(name(item.priority)) + " " +
               std::string(name(item.state));
    }
    [[nodiscard]] std::string reservation(const std::string& number, std::size_t leg) const
    {
        const Order seen = order(number);
        return std::string(name(rig->reservation(seen.legs.at(leg).reservation).state));
    }
};

/// Ids of all entities of a kind.
[[nodiscard]] inline std::vector<EntityId> all(EngineRig& rig, EntityKind kind)
{
    const auto found = rig.store().entities(rig.engine().lease(), kind, {}, 1000);
    return found ? *found : std::vector<EntityId>{};
}

}  // namespace holdpoint::test
