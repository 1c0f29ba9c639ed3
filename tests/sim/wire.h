// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/in_process.h"
#include "tests/sim/monitor.h"
#include "tests/sim/mutants.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace holdpoint::sim {

struct WireOptions {
    std::uint64_t seed = 1;
    std::uint32_t twice = 0;    ///< calls in 1,000,000 that arrive twice
    std::uint32_t delayed = 0;  ///< calls in 1,000,000 that arrive up to four seconds late, so out of order
    std::uint32_t drip = 0;     ///< answers in 1,000,000 that drip in over up to half a minute
    Mutant mutant = Mutant::None;
};

/// The network between engine and vendors: a call may come later than another that was made after it, or twice; what is
/// on its way when the engine dies arrives all the same, and its answer is heard by nobody.
class Wire final : public engine::Dispatcher {
public:
    Wire(lab::InProcess& vendors, WireOptions options, Monitor& monitor)
        : vendors_(vendors), options_(options), monitor_(monitor)
    {}

    void dispatch(const VendorCall& call) override;
    /// Hands over what arrives by `now`.
    void advance(Instant now);
    [[nodiscard]] Instant nextDue() const
    {
        const Instant call = held_.empty() ? Never : held_.begin()->first;
        return std::min(call, slow_.empty() ? Never : slow_.begin()->first);
    }
    std::vector<VendorAnswer> takeAnswers();
    /// The engine has died: nobody waits for what is on its way.
    void died();
    /// Calls are those of an engine that stood still while another took over: nobody hears their answers.
    void fromThePast(bool isPast) { past_ = isPast; }

    /// Keys of calls that arrived without anybody waiting for the answer.
    [[nodiscard]] const std::set<std::string>& copied() const noexcept { return copied_; }

    std::uint64_t twice = 0;
    std::uint64_t late = 0;
    std::uint64_t dripped = 0;
    std::uint64_t cutOff = 0;

private:
    struct Held {
        VendorCall call;
        bool heard = true;
    };
    using CallId = std::tuple<OutboxId, bool, std::uint16_t, std::int64_t>;
    [[nodiscard]] bool strikes(const VendorCall& call, const char* what, std::uint32_t perMillion) const;

    void now(const VendorCall& call, bool heard);
    void drip(VendorAnswer answer);

    lab::InProcess& vendors_;
    WireOptions options_;
    Monitor& monitor_;
    bool past_ = false;
    Instant now_;
    int life_ = 1;
    std::multimap<Instant, Held> held_;
    std::multiset<CallId> unheard_;
    std::set<std::string> copied_;
    std::map<CallId, Milliseconds> dripping_;  // with the limit of the call
    std::multimap<Instant, VendorAnswer> slow_;
};

}  // namespace holdpoint::sim
