// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store_options.h"

#include <memory>

namespace holdpoint::test {

/// A disk in memory: what was committed to a store on it survives the store's end, as long as this object lives.
class MemoryDisk {
public:
    MemoryDisk();

    [[nodiscard]] const store::StoreOptions& options() const { return options_; }

private:
    store::StoreOptions options_;
    std::unique_ptr<store::Database> keeper_;  // the last connection takes the contents with it
};

}  // namespace holdpoint::test
