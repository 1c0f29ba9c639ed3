// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memory_disk.h"

#include "core/base/check.h"

#include <atomic>

namespace holdpoint::test {
namespace {

std::string nextName()
{
    static std::atomic<int> count{0};
    return "disk-" + std::to_string(++count);
}

}  // namespace

MemoryDisk::MemoryDisk() : options_(store::StoreOptions::inMemory(nextName()))
{
    auto keeper = store::Database::open(options_.connection(false));
    HP_CHECK(keeper.has_value());
    keeper_ = std::move(*keeper);
}

}  // namespace holdpoint::test
