// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/delivery/breaker.h"
#include "core/delivery/next_move.h"
#include "core/engine/ports.h"
#include "core/model/change.h"

#include <array>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace holdpoint::engine {

/// The only code that can reach a connector. Holds what lies in the outbox, each vendor's breaker and retry budget, and
/// what waits for them. All of it is volatile: after a start every outbox row may have been sent. Engine thread only.
class Gateway final : public GatewayView {
public:
    Gateway(const Policy& policy, const Dictionary& names, Dispatcher& dispatcher);

    [[nodiscard]] bool isWaiting(OutboxId outbox) const override;
    [[nodiscard]] bool isUnderWay(OutboxId outbox) const override;
    [[nodiscard]] bool isBeingAsked(OutboxId outbox) const override;
    [[nodiscard]] bool isUnheardOf(OutboxId outbox) const override;
    /// Since when the vendor does this operation by its contract, of what came in since the start; Never: not known.
    [[nodiscard]] Instant goodSince(VendorName vendor, Operation operation) const;
    [[nodiscard]] bool breakerOpen(VendorName vendor) const override;

    /// The time that `breakerOpen` answers for.
    void tick(Instant now) noexcept { now_ = now; }

    /// A committed intent: sent now, or as soon as its vendor's breaker allows.
    void send(EffectRequest request, Instant now);
    /// A later try of, or a question about, a row that lies in the outbox. `RetryBudget` applies to tries.
    void again(const Dispatch& dispatch, Instant now);
    /// An outbox row found at start, with what `delivery::afterRestart` says: asked about, sent again with its key, or
    /// kept until a person has looked.
    void resume(EffectRequest request, delivery::NextMove::Kind kind, std::uint16_t attempt, Instant now);
    /// An outbox row whose call left before the store was read again, in this same life: it is not on the way twice, and a
    /// question would be answered before it arrives. Its answer is waited for. False: no call of it is out.
    [[nodiscard]] bool rejoin(EffectRequest& request);
    /// The row stays open and waits for a person: nothing of it leaves by itself.
    void hold(OutboxId outbox) { waiting_.erase(outbox); }
    /// The row has ended; nothing of it leaves any more.
    void forget(OutboxId outbox);
    /// Feeds breaker and budget.
    void answered(const VendorAnswer& answer, Instant now);

    /// Sends what waited for a breaker or a budget. `mayLeave` looks at the order again (owner epoch, still open);
    /// what may not is handed to `refused`.
    template <typename MayLeave, typename Refused>
    void release(Instant now, MayLeave&& mayLeave, Refused&& refused)
    {
        for (OutboxId id : dueNow(now)) {
            const auto row = rows_.find(id);
            if (row == rows_.end() || mayLeave(row->second.request))
                retryWaiting(id, now);
            else
                refused(row->second.request);
        }
    }
    /// When something that waits may leave; `Never` if nothing waits.
    [[nodiscard]] Instant nextDue() const;
    [[nodiscard]] const EffectRequest* request(OutboxId outbox) const;
    /// The default profile for a vendor that the policy does not name.
    [[nodiscard]] const VendorProfile& profile(VendorName name) { return *vendor(name).profile; }
    [[nodiscard]] std::size_t waiting() const noexcept { return waiting_.size(); }
    /// Rows of the outbox.
    [[nodiscard]] std::size_t open() const noexcept { return rows_.size(); }
    void clear();

private:
    struct Row {
        EffectRequest request;
        bool everSent = false;
        bool inFlight = false;      ///< a call is out and has not been answered
        bool asking = false;        ///< it is a question
        bool unheard = false;       ///< found at a start, and not answered since
        std::uint16_t attempt = 0;  ///< of the call that is out; 0: not known

        /// Is it the answer of the call that is out, or of one before it?
        [[nodiscard]] bool isAnsweredBy(const VendorAnswer& answer) const noexcept
        {
            return asking == answer.asked && (asking || attempt == 0 || attempt == answer.attempt);
        }
    };
    struct Waiting {
        Instant until;
        bool forBreaker = false;  ///< else for the retry budget
        bool ask = false;
        std::uint16_t attempt = 1;
    };
    struct Vendor {
        const VendorProfile* profile = nullptr;
        delivery::Breaker breaker;
        delivery::RetryBudget budget;
        std::array<Instant, CountOf<Operation>> goodSince = [] {
            std::array<Instant, CountOf<Operation>> none{};
            none.fill(Never);
            return none;
        }();
    };

    Vendor& vendor(VendorName name);
    void leave(OutboxId outbox, bool ask, std::uint16_t attempt, Instant now);
    [[nodiscard]] VendorCall callOf(const Row& row, bool ask, std::uint16_t attempt) const;
    [[nodiscard]] std::vector<OutboxId> dueNow(Instant now) const;
    void retryWaiting(OutboxId outbox, Instant now);

    const Policy& policy_;
    const Dictionary& names_;
    Dispatcher& dispatcher_;
    std::unordered_map<OutboxId, Row> rows_;  // lookup only
    std::map<OutboxId, bool> out_;            // calls of rows that were cleared: is it a question
    std::map<OutboxId, Waiting> waiting_;
    std::map<std::uint32_t, Vendor> vendors_;
    VendorProfile fallback_;
    Instant now_;
};

}  // namespace holdpoint::engine
