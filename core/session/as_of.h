// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <string>
#include <vector>

/// The one interface a console, the command line and the API see. Values only: they cross threads and the wire, so they
/// carry texts and fixed enumerations, never numbers of a dictionary.
namespace holdpoint::session {

/// Up to which step of each partition something is true. There is no global number.
struct AsOf {
    struct Part {
        PartitionId partition = 0;
        Seq seq = 0;
        FrameNo frame = 0;
        friend bool operator==(const Part&, const Part&) = default;
    };
    std::vector<Part> parts;
    Instant at;  ///< engine time of the newest frame
    friend bool operator==(const AsOf&, const AsOf&) = default;
};

using RequestId = std::uint64_t;
using WatchId = std::uint64_t;
using StreamId = std::uint64_t;
/// A frozen list of ids at an AsOf. Counts, exports, bulk sets and previews name it, so that all of them are one set.
using ResultId = std::uint64_t;

}  // namespace holdpoint::session
