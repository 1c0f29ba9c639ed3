// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include <cstdint>

// What libFuzzer calls; HOLDPOINT_FUZZ_TARGET is the name of the function.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    holdpoint::fuzz::HOLDPOINT_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
    return 0;
}
