// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// The fixed enumerations of Holdpoint. Numbers are stored: append only. The name of a value is what JSON, SQL and
/// the journal carry; what a person reads is made in `ui/text`.
namespace holdpoint {

/// Specialised below for every enumeration: the names in the order of the values.
template <typename E>
struct Names;

template <typename E>
[[nodiscard]] constexpr std::string_view name(E value) noexcept
{
    const auto index = static_cast<std::size_t>(value);
    return index < Names<E>::values.size() ? Names<E>::values[index] : std::string_view("unknown");
}

template <typename E>
[[nodiscard]] constexpr std::optional<E> fromName(std::string_view text) noexcept
{
    for (std::size_t i = 0; i < Names<E>::values.size(); ++i)
        if (Names<E>::values[i] == text)
            return static_cast<E>(i);
    return std::nullopt;
}

template <typename E>
inline constexpr std::size_t CountOf = Names<E>::values.size();

// Defines an enumeration of uint8_t and its names side by side, so that they cannot drift apart.
#define HP_NAMES(Type, ...)                                                                                  \
    template <>                                                                                              \
    struct Names<Type> {                                                                                     \
        static constexpr auto values = std::to_array<std::string_view>({__VA_ARGS__});                       \
    }

enum class Stage : std::uint8_t { Intake, Decisioning, Allocation, Handoff, Confirmation, Settlement };
HP_NAMES(Stage, "intake", "decisioning", "allocation", "handoff", "confirmation", "settlement");

enum class EventClass : std::uint8_t { Create, Update, Compensate, Confirm };
HP_NAMES(EventClass, "create", "update", "compensate", "confirm");

enum class EventDisposition : std::uint8_t { Accepted, Duplicate, Parked, Refused };
HP_NAMES(EventDisposition, "accepted", "duplicate", "parked", "refused");

enum class FailureClass : std::uint8_t {
    None,
    Transport,
    Validation,
    SoftBusiness,
    HardBusiness,
    Unclassified
};
HP_NAMES(FailureClass, "none", "transport", "validation", "soft_business", "hard_business", "unclassified");

enum class AttemptOutcome : std::uint8_t {
    Done,
    AlreadyProcessed,
    InProgress,
    NotSent,  ///< certainly no effect: never left us, or a look-up proved that nothing exists under the key
    FailedForCertain,  ///< the vendor said no
    OutcomeUnknown,
};
HP_NAMES(AttemptOutcome, "done", "already_processed", "in_progress", "not_sent", "failed_for_certain",
         "outcome_unknown");

enum class BusinessOutcome : std::uint8_t {
    ImmediateConfirm,
    EventualConfirm,
    CompensatingRollback,
    ManualReview
};
HP_NAMES(BusinessOutcome, "immediate_confirm", "eventual_confirm", "compensating_rollback", "manual_review");

enum class TimeoutAction : std::uint8_t { AskThenRetry, Wait, MarkPending };
HP_NAMES(TimeoutAction, "ask_then_retry", "wait", "mark_pending");

enum class OrderStatus : std::uint8_t {
    Awaited,
    Accepted,
    Decided,
    Reserved,
    Requested,
    WithNode,
    PartlyShipped,
    Shipped,
    Delivered,
    Cancelled,
    Returned,
    HandedBack,
};
HP_NAMES(OrderStatus, "awaited", "accepted", "decided", "reserved", "requested", "with_node",
         "partly_shipped", "shipped", "delivered", "cancelled", "returned", "handed_back");

/// Where an order is; exactly one. Values 1 to 6 are the stages.
enum class Place : std::uint8_t {
    Awaited,
    Intake,
    Decisioning,
    Allocation,
    Handoff,
    Confirmation,
    Settlement,
    Exception,
    Finished,
    Elsewhere,
};
HP_NAMES(Place, "awaited", "intake", "decisioning", "allocation", "handoff", "confirmation", "settlement",
         "exception", "finished", "elsewhere");

/// Flags beside the place, as bits.
enum class Flag : std::uint8_t {
    Unpaid,
    OnHold,
    Backordered,
    Contradicted,
    OutcomeUnknown,
    Sheltered,
    LinesUnknown
};
HP_NAMES(Flag, "unpaid", "on_hold", "backordered", "contradicted", "outcome_unknown", "sheltered",
         "lines_unknown");

enum class PaymentStatus : std::uint8_t {
    None,
    Pending,
    Authorised,
    PartlyCaptured,
    Captured,
    PartlyRefunded,
    Refunded,
    Failed,
};
HP_NAMES(PaymentStatus, "none", "pending", "authorised", "partly_captured", "captured", "partly_refunded",
         "refunded", "failed");

/// What we asked a node to do.
enum class ShipmentRequest : std::uint8_t {
    None,
    Planned,
    Asked,
    Accepted,
    Refused,
    Unknown,
    CancelAsked,
    CancelAccepted,
    CancelRefused,
};
HP_NAMES(ShipmentRequest, "none", "planned", "asked", "accepted", "refused", "unknown", "cancel_asked",
         "cancel_accepted", "cancel_refused");

/// What the node did.
enum class Fulfilment : std::uint8_t { None, Picked, Shipped, Delivered, Lost };
HP_NAMES(Fulfilment, "none", "picked", "shipped", "delivered", "lost");

enum class HoldReason : std::uint8_t {
    AwaitingPayment,
    FraudRisk,
    IncorrectAddress,
    OutOfStock,
    UnknownDeliveryDate,
    AwaitingReturn,
    PostPurchaseOffer,
    StaleStock,
    UnmappedCode,
    Operator,
    Other,
};
HP_NAMES(HoldReason, "awaiting_payment", "fraud_risk", "incorrect_address", "out_of_stock",
         "unknown_delivery_date", "awaiting_return", "post_purchase_offer", "stale_stock", "unmapped_code",
         "operator", "other");

enum class OrderOwner : std::uint8_t { Legacy, Holdpoint, Transfer };
HP_NAMES(OrderOwner, "legacy", "holdpoint", "transfer");

/// Only Live has connectors behind it.
enum class Lane : std::uint8_t { Live, Shadow, Parallel, Backfill, Drill, Observe };
HP_NAMES(Lane, "live", "shadow", "parallel", "backfill", "drill", "observe");

enum class FeederSystem : std::uint8_t { Shop, Erp, Wms, Oms, Payment, Shipping };
HP_NAMES(FeederSystem, "shop", "erp", "wms", "oms", "payment", "shipping");

enum class ExceptionKind : std::uint8_t {
    FailedOrder,
    MismatchedInventory,
    DelayedConfirmation,
    IncompleteCancellation,
    DuplicateEffect,
    ReconciliationDrift,
    ContractBreach,
    BackfillProblem,
};
HP_NAMES(ExceptionKind, "failed_order", "mismatched_inventory", "delayed_confirmation",
         "incomplete_cancellation", "duplicate_effect", "reconciliation_drift", "contract_breach",
         "backfill_problem");

enum class ExceptionState : std::uint8_t {
    New,
    Triaged,
    Working,
    WaitingEngine,
    WaitingVendor,
    WaitingCustomer,
    Resolved,
};
HP_NAMES(ExceptionState, "new", "triaged", "working", "waiting_engine", "waiting_vendor", "waiting_customer",
         "resolved");

enum class Resolution : std::uint8_t { Auto, Manual, Compensated, SentToLegacy, Accepted, WrittenOff };
HP_NAMES(Resolution, "auto", "manual", "compensated", "sent_to_legacy", "accepted", "written_off");

/// P1 is the most urgent.
enum class Priority : std::uint8_t { P1, P2, P3, P4 };
HP_NAMES(Priority, "p1", "p2", "p3", "p4");

enum class RetryVerdict : std::uint8_t { Safe, Done, Futile, Unsafe, Unknown };
HP_NAMES(RetryVerdict, "safe", "done", "futile", "unsafe", "unknown");

enum class CommandState : std::uint8_t { Requested, Accepted, Effective, Verified, Refused, Failed, Unknown };
HP_NAMES(CommandState, "requested", "accepted", "effective", "verified", "refused", "failed", "unknown");

enum class SkuClass : std::uint8_t { Limited, Hot, Standard, LongTail };
HP_NAMES(SkuClass, "limited", "hot", "standard", "long_tail");

enum class StalenessAction : std::uint8_t { LiveCheck, LargerBuffer, OtherNode, Hold, ManualReview };
HP_NAMES(StalenessAction, "live_check", "larger_buffer", "other_node", "hold", "manual_review");

enum class Role : std::uint8_t {
    Viewer,
    SupportAgent,
    SupportLead,
    OpsLead,
    Engineer,
    CommerceManager,
    Auditor,
    Admin,
    Machine,
};
HP_NAMES(Role, "viewer", "support_agent", "support_lead", "ops_lead", "engineer", "commerce_manager",
         "auditor", "admin", "machine");

/// What we ask a vendor to do; the name is the middle part of an effect key.
enum class Operation : std::uint8_t { Ship, Cancel, Capture, Refund, Void, Book, Confirm, Handback, Unbook };
HP_NAMES(Operation, "ship", "cancel", "capture", "refund", "void", "book", "confirm", "handback", "unbook");

/// Metrics kept by minute and producer; rows of one frame add up.
enum class Metric : std::uint8_t {
    None,
    Received,
    Accepted,
    Refused,
    Parked,
    Duplicate,
    Late,
    WouldRegress,
    // From here: of a rollout, by minute of assignment; the cell is run, step, slice and arm. `n` orders (calls, lines), of
    // which `bad`; `sum` where it says so.
    ArmOrders,       ///< assigned by the hash; sum: value in minor units
    ArmOutOfSample,  ///< of them: assigned while a cap was binding
    ArmAcceptance,
    ArmAllocation,
    ArmHandoff,
    ArmConfirmation,
    ArmLatency,  ///< accepted → decided; bad: slower than the limit; sum: milliseconds
    ArmExceptions,
    ArmCalls,
    ArmRetries,  ///< n orders, sum of attempts above the first
    ArmStock,    ///< lines checked; bad: not as the node says
    ArmFinished,
    ArmDuplicateEffects,  ///< an invariant
    ArmLatencyBucket,  ///< n in a bucket of the histogram, whose number is above the eighth bit of the metric
};
HP_NAMES(Metric, "none", "received", "accepted", "refused", "parked", "duplicate", "late", "would_regress",
         "arm_orders", "arm_out_of_sample", "arm_acceptance", "arm_allocation", "arm_handoff",
         "arm_confirmation", "arm_latency", "arm_exceptions", "arm_calls", "arm_retries", "arm_stock",
         "arm_finished", "arm_duplicate_effects", "arm_latency_bucket");

/// Whether the lines of an order are known. Unknown is not none.
enum class LinesKnown : std::uint8_t { Known, Unknown };
HP_NAMES(LinesKnown, "known", "unknown");

enum class AlarmKind : std::uint8_t {
    DownstreamErrors,
    AcceptanceLow,
    LatencyHigh,
    InventoryMismatch,
    BacklogRising,
    ContractBreach,
    BreakerOpen,
    SlaWave,
    FeedSilent,
    EngineHalted,
    StoreChanged,  ///< not what was signed: put back, or its history was changed
    StoreFull,     ///< no room to write: intake is refused, commands are taken on the reserve
    BurnRate       ///< an error budget is being spent too fast
};
HP_NAMES(AlarmKind, "downstream_errors", "acceptance_low", "latency_high", "inventory_mismatch",
         "backlog_rising", "contract_breach", "breaker_open", "sla_wave", "feed_silent", "engine_halted",
         "store_changed", "store_full", "burn_rate");

enum class AlarmState : std::uint8_t { Unacknowledged, Acknowledged, ReturnedUnacknowledged };
HP_NAMES(AlarmState, "unacknowledged", "acknowledged", "returned_unacknowledged");

}  // namespace holdpoint
