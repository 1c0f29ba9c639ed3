// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/vendor_call.h"

#include <cstdint>
#include <string_view>

/// What the engine asks of the world beside its store. All are called on the engine's thread.
namespace holdpoint::engine {

/// Takes calls to vendors; the only way out. Returns at once; the answer comes back as an input (`VendorAnswer`), always:
/// a call that got none is answered with OutcomeUnknown. Called only after the frame that planned the call is durable.
class Dispatcher {
public:
    virtual ~Dispatcher() = default;
    virtual void dispatch(const VendorCall& call) = 0;
};

struct Batch;

/// Hears of every durable frame, once, in order, before the next is prepared. Must copy what it keeps, and be quick.
class Publisher {
public:
    virtual ~Publisher() = default;
    virtual void published(const Batch& batch) = 0;
};

/// Named points where a test may kill the engine. Production has none.
class CrashPoint {
public:
    virtual ~CrashPoint() = default;
    virtual void reached(std::string_view) {}
};

}  // namespace holdpoint::engine
