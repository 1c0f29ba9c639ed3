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

/// How an engine and its store stand, beside what they do.
struct Standing {
    bool halted = false;        ///< writes have ended; reads go on
    bool storeChanged = false;  ///< the store is not what was signed, and nobody has said that this is known
    bool storeFull = false;     ///< no room to write: intake is refused until there is
    friend bool operator==(const Standing&, const Standing&) = default;
};

/// Hears of every durable frame, once, in order, before the next is prepared: but not of one whose fate was not known when
/// the engine halted, so numbers may leave one out. Must copy what it keeps, and be quick.
class Publisher {
public:
    virtual ~Publisher() = default;
    virtual void published(const Batch& batch) = 0;
    /// Told when it changes.
    virtual void stands(const Standing&) {}
};

/// Named points where a test may kill the engine. Production has none.
class CrashPoint {
public:
    virtual ~CrashPoint() = default;
    virtual void reached(std::string_view) {}
};

}  // namespace holdpoint::engine
