// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/series.h"
#include "core/delivery/breaker.h"
#include "core/session/board.h"
#include "core/views/integrations.h"

#include <map>

namespace holdpoint::views {

/// One call to a vendor, or one question, with its end.
struct CallNote {
    VendorName vendor;
    Operation operation = Operation::Ship;
    Instant at;  ///< engine time of its step
    Instant start;
    Instant end;
    bool retry = false;
    bool failed = false;       ///< transport, unknown, a refusal that no rule expects, a breach
    bool unreachable = false;  ///< counts for the breaker
    bool breach = false;
    bool rateLimited = false;
};

/// Which stage a call belongs to, and what kind of system answers it.
[[nodiscard]] Stage stageOf(Operation operation) noexcept;
[[nodiscard]] FeederSystem systemOf(Operation operation) noexcept;

/// What vendors do, by what is recorded of every call. The breaker is the engine's rule over the same answers, with the
/// vendor's own plan, where the policy is known. One thread.
class LaunchVendors {
public:
    /// Null: nothing is known of anybody's plan. Outlives this.
    explicit LaunchVendors(const Integrations* integrations = nullptr) : integrations_(integrations) {}

    /// Whose numbers the notes that follow have; outlives them.
    void read(const Dictionary& names) noexcept { names_ = &names; }
    void called(const CallNote& note);
    /// One more, or one less, call whose outcome is not known.
    void unknown(VendorName vendor, int change);

    /// Of the last five minutes, by name. `open`: open exceptions by vendor.
    [[nodiscard]] std::vector<session::VendorCard>
    cards(Instant now, const Dictionary& names, const std::map<VendorName, std::int64_t>& open) const;
    /// What alarms look at.
    struct Sum {
        VendorName vendor;
        Stage stage = Stage::Handoff;
        alarms::Counts calls;       ///< of 15 minutes
        std::int64_t breaches = 0;  ///< of five
        session::BreakerState breaker = session::BreakerState::Closed;
    };
    [[nodiscard]] std::vector<Sum> sums(Instant now) const;
    /// Stages, one of whose vendors is not called because its breaker is open.
    [[nodiscard]] std::array<bool, CountOf<Stage>> closedStages() const;

    static constexpr Milliseconds Window{300'000};
    static constexpr std::int64_t MinCalls = 20;
    static constexpr double ErrorLimit = 2.0;

private:
    struct Cell {  // of five seconds
        std::int64_t calls = 0, errors = 0, breaches = 0, limited = 0;
        alarms::Histogram took;
        Cell& operator+=(const Cell& other);
    };
    struct Vendor {
        FeederSystem system = FeederSystem::Wms;
        Stage stage = Stage::Handoff;
        alarms::Ring<Cell> cells{Milliseconds{5'000}, 61};
        alarms::Ring<alarms::Counts> minutes{Milliseconds{60'000}, 16};
        delivery::Breaker breaker;
        std::int64_t unknown = 0;
        Instant lastGood = Never;
        Instant lastBad = Never;
    };
    Vendor& at(VendorName name);

    const Integrations* integrations_;
    const Dictionary* names_ = nullptr;
    std::map<VendorName, Vendor> vendors_;
};

}  // namespace holdpoint::views
