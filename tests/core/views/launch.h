// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store_reader.h"
#include "tests/support/engine_rig.h"

namespace holdpoint::test {

/// A small store with a bit of everything: orders that finish, wait, fail, come too early, come twice, are refused.
class Launch {
public:
    explicit Launch(RigOptions options = {});

    EngineRig rig;
    std::string authorised(const std::string& number, const std::string& id = {});
    /// Placed and paid.
    EntityId order(const std::string& number, const std::vector<RigLine>& lines = {{1, "HAT", 2}});
    /// A shop's day: finished "1", "2"; waiting for payment "3"; out of stock "4"; awaited "5"; a duplicate, a refused row,
    /// a command.
    void day();
    [[nodiscard]] std::unique_ptr<store::StoreReader> reader() const;
    [[nodiscard]] Dictionary names() const;
};

}  // namespace holdpoint::test
