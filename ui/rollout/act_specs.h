// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/commands.h"

#include <span>

/// All that can be done to a rollout, as a table: the command of the engine, and what it asks of a person first.
namespace holdpoint::ui::rollout {

/// What one command asks of a person before it is sent.
enum Asks : unsigned {
    Nothing = 0,
    Name = 1,       ///< the rollout's name, typed
    Words = 2,      ///< a sentence
    Reason = 4,     ///< a sentence of 20 characters
    Person = 8,     ///< a person's name
    Share = 16,     ///< percent
    Step = 32,      ///< number of a step
    Gate = 64,      ///< one gate of those that say NO-GO
    OfSlice = 128,  ///< argument: the slice in view
    AtOnce = 256,   ///< no sheet
};

struct ActSpec {
    const char* id;
    const char* text;
    const char* what;
    CommandClass kind;
    unsigned asks = Nothing;
    const char* argument = "";
    const char* keys = "";

    [[nodiscard]] bool has(Asks ask) const { return (asks & ask) != 0; }
    [[nodiscard]] bool grows() const { return kind == CommandClass::Up; }
};

/// Lives as long as the program.
[[nodiscard]] std::span<const ActSpec> actSpecs();

}  // namespace holdpoint::ui::rollout
