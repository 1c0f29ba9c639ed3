// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/session/contrast.h"
#include "core/session/detail.h"
#include "core/session/query.h"
#include "core/session/timeline.h"

namespace holdpoint::session {

/// Everything that happened to one entity; of an order also what its reservations and its exception item did.
struct AskTimeline {
    EntityId about;
};
/// Every step of every entity with this trace id.
struct AskCorrelation {
    std::string traceId;  ///< 32 hex digits
};
/// The entities an id of any kind belongs to: order number, `O-8841`, `X-90412`, event id, trace id, tracking number,
/// vendor's reference, effect key.
/// Also the beginning of a trace id, as lists show it cut: at least TracePrefix hex digits, looked for among the newest
/// TraceSteps steps if nothing else has the text.
struct AskFind {
    std::string text;
};
inline constexpr std::size_t TracePrefix = 8;
inline constexpr std::size_t TraceSteps = 50'000;
struct AskNumbers {};
/// The bytes of a kept payload.
struct AskPayload {
    Hash hash{};
};
/// All of one exception item, open or resolved.
struct AskException {
    EntityId item;
};
/// All of one order.
struct AskOrder {
    EntityId order;
};
/// What values a field of the filter has among the open items of the queue, and how often. For `vendor`, `node`, `code`,
/// `channel`, `region`, `stage`, `state`, `cat`, `class`, `lane`, `priority` and `owner`.
struct AskValues {
    List list = List::Exceptions;
    std::string field;
    std::string prefix;  ///< ignoring the case of A–Z
};
/// What sets the orders of a cause, open items of `group`, apart from those that passed in the same time.
struct AskContrast {
    std::uint64_t group = 0;  ///< fingerprint
};
/// The figures of one gate in one slice over the last minutes.
struct AskGateTrend {
    std::string gate, slice;
    int minutes = 30;
};
/// One order of a cluster of differences, side by side.
struct AskShadowPair {
    std::string signature;
    EntityId order;
};
/// "What would happen if I roll back now": a dry run on the orders that are in flight.
struct AskRollbackPlan {};
/// Is this text a plan, and is it fit to be submitted? Answered as a board with name, steps, slices and findings.
struct AskPlanCheck {
    std::string plan;
};
using Question =
    std::variant<AskTimeline, AskCorrelation, AskFind, AskNumbers, AskPayload, AskException, AskOrder,
                 AskValues, AskContrast, AskGateTrend, AskShadowPair, AskRollbackPlan, AskPlanCheck>;

struct Found {
    EntityId entity;
    std::string
        what;  ///< field that holds the text, the most telling one: id, order (node …), key, tracking,
               ///< reference, event, correlation
    std::string number;  ///< of an order
    friend bool operator==(const Found&, const Found&) = default;
};
/// A value of a field and how many rows have it.
using FieldCount = std::pair<std::string, std::size_t>;
struct Progress {
    std::uint64_t done = 0;
    std::uint64_t of = 0;  ///< 0: not known
};
using Answer = std::variant<Progress, Timeline, std::vector<Found>, Numbers, std::vector<std::byte>,
                            ExceptionDetail, OrderDetail, std::vector<FieldCount>, Contrast, GateTrend,
                            ShadowPair, RollbackCard, RolloutBoard, Error>;

/// Called on the caller's executor: any number of Progress, then one other answer.
class AnswerSink {
public:
    virtual ~AnswerSink() = default;
    virtual void answer(RequestId request, const Answer& answer) = 0;
};

}  // namespace holdpoint::session
