// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace holdpoint::sim {

/// Bounds the work of one turn. One that does not end cannot be stopped from within: the process says which seed it was
/// and ends with 1. Counted is the processor's time, so a slow machine proves nothing. One at a time in a process.
class TurnLimit {
public:
    static constexpr int Seconds = 5;  ///< a turn takes milliseconds

    explicit TurnLimit(std::uint64_t seed);
    ~TurnLimit();
    TurnLimit(const TurnLimit&) = delete;
    TurnLimit& operator=(const TurnLimit&) = delete;
    /// Another turn begins.
    void begin() const;
    /// What follows is no turn.
    void end() const;

    /// Where that is said: `before`, the seed and `after`, texts that live as long as the process. At first
    /// as a failure on standard output.
    static void sayTo(int file, const char* before, const char* after);
};

}  // namespace holdpoint::sim
