// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/vocabulary.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdpoint::lab {

/// What a simulated vendor does wrong.
enum class FaultKind : std::uint8_t {
    Timeout,           ///< takes the call, does nothing, never answers
    ReplyLost,         ///< does it, never answers
    TooMany,           ///< 429 with Retry-After = delay; no effect
    ErrorBefore,       ///< 500, nothing done
    ErrorAfter,        ///< 500, although it is done; looks like ErrorBefore
    DuplicateWebhook,  ///< the same event twice
    LateWebhook,       ///< the event comes `delay` later than it should
    NoWebhook,         ///< the event never comes
    ChangedField,      ///< done, but a field of the answer has another name
    ChangedEnum,       ///< done, but the status has a value nobody was told of
    Outage,            ///< connection refused; also for questions
    RefuseSoft,        ///< 409 `code`, by default out_of_stock_at_node
    RefuseHard,        ///< 422 `code`, by default address_undeliverable
    Dropped,           ///< does it, closes the connection instead of answering
    BrokenBody,        ///< done, but the answer is no JSON
};

/// One switch. Whether it hits a call depends only on seed, key and how often the key was received: not on order,
/// thread or time, so in-process and over HTTP the same calls are hit.
struct Fault {
    FaultKind kind = FaultKind::Timeout;
    std::optional<Operation> operation;    ///< none: every operation
    std::uint32_t perMillion = 1'000'000;  ///< rate
    std::uint64_t seed = 1;
    std::int64_t times = -1;    ///< hits at most so often, then is off; -1: no limit. Not durable.
    Milliseconds delay{5'000};  ///< of Retry-After or of the late event
    std::string code;           ///< of a refusal
    bool asks = false;          ///< hits the questions about earlier calls, not the calls
};

/// The switches of one vendor.
class FaultPlan {
public:
    void set(std::vector<Fault> faults) { faults_ = std::move(faults); }
    void add(Fault fault) { faults_.push_back(std::move(fault)); }
    void clear() { faults_.clear(); }
    [[nodiscard]] bool empty() const noexcept { return faults_.empty(); }
    [[nodiscard]] const std::vector<Fault>& faults() const noexcept { return faults_; }

    /// One thing that happens to the `nth` receipt of `key`.
    struct Occasion {
        Operation operation = Operation::Ship;
        std::string_view key;
        std::uint32_t nth = 1;
        bool asks = false;
    };
    /// The first switch with one of `kinds` that hits; uses up one of its `times`. Null: none. Valid until set or add.
    const Fault* strike(const Occasion& occasion, std::initializer_list<FaultKind> kinds);
    /// How often switches of a kind have hit, removed ones included.
    [[nodiscard]] std::uint64_t struck(FaultKind kind) const noexcept
    {
        return struck_[static_cast<std::size_t>(kind)];
    }

private:
    std::vector<Fault> faults_;
    std::array<std::uint64_t, static_cast<std::size_t>(FaultKind::BrokenBody) + 1> struck_{};
};

}  // namespace holdpoint::lab

namespace holdpoint {
HP_NAMES(lab::FaultKind, "timeout", "reply_lost", "too_many", "error_before", "error_after",
         "duplicate_webhook", "late_webhook", "no_webhook", "changed_field", "changed_enum", "outage",
         "refuse_soft", "refuse_hard", "dropped", "broken_body");
}
