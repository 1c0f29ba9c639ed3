// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/ids.h"

#include <string>
#include <vector>

namespace holdpoint::verify {

/// One thing that cannot be true of a store that is as it was written.
struct Finding {
    FrameNo frame = 0;  ///< 0: of no frame
    Seq step = 0;       ///< 0: of the whole frame
    std::string text;   ///< one sentence
};

struct Findings {
    FrameNo frames = 0;
    Seq steps = 0;
    Hash head{};
    std::uint64_t checkpoints = 0;
    FrameNo covered = 0;         ///< the newest frame with a checkpoint that holds
    bool keyOfFolder = false;    ///< the public key was taken from where the checkpoints are
    std::uint64_t found = 0;     ///< how many
    std::vector<Finding> first;  ///< in the order of the journal, at most `Kept`

    static constexpr std::size_t Kept = 100;

    void add(FrameNo frame, Seq step, std::string text)
    {
        if (++found <= Kept)
            first.push_back({frame, step, std::move(text)});
    }
};

}  // namespace holdpoint::verify
