// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rows.h"
#include "core/session/timeline.h"

#include <optional>
#include <string>
#include <vector>

/// Everything one screen needs to know of one exception or one order, at one AsOf.
namespace holdpoint::session {

/// What a retry would do, from effects, keys and answers. See RetryVerdict.
struct VerdictText {
    RetryVerdict verdict = RetryVerdict::Unknown;
    std::string reason;  ///< code: nothing_was_sent, proved_not_applied, refused_for_certain, key_covers,
                         ///< vendor_recovered, already_done, same_answer_again, lane_sends_nothing,
                         ///< confirmed_without_key, key_expired, outcome_unknown, no_open_effect
    std::string key;     ///< of the effect it speaks of; empty: there is none
    std::string vendor;
    Instant vendorGoodSince =
        Never;                ///< of a broken contract: first of the vendor's answers to that operation
                              ///< after the failure that kept it and that no broken one followed
    bool searchedAll = true;  ///< false: more happened since the failure than was looked through
};

/// A contract that an answer broke, with who else it breaks for.
struct ContractFailure {
    std::string vendor;
    std::string operation;
    std::uint32_t version = 0;
    BreachText breach;
    Instant firstSeen;       ///< in this group
    Instant seen;            ///< of this order
    std::size_t others = 0;  ///< further open items of the group
    Hash payload{};          ///< of the kept answer, all zero: not kept
    std::string owner;       ///< function that owns the integration
};

/// What a supporter must know of the integration at fault.
struct IntegrationRules {
    std::string vendor;
    FeederSystem system = FeederSystem::Wms;
    Milliseconds retryBase{0};
    Milliseconds retryCap{0};
    int attempts = 0;
    Milliseconds callTimeout{0};
    Milliseconds firstQuestion{0};
    Milliseconds unknownLimit{0};
    int concurrentCalls = 0;
    bool hasStatusQuery = true;
    bool honoursKeys = true;
    std::string escalation;  ///< function: who is called when retries end
};

struct NoteText {
    Instant at;
    std::string by;
    std::string text;
};
/// A change of the item: state, owner, snooze, label, resolution.
struct ItemChange {
    Seq seq = 0;
    Instant at;
    std::string what;  ///< opened, moved, assigned, snoozed, labelled, unlabelled, prioritised,
                       ///< resolved, reopened
    std::string by;
    std::string to;  ///< new state, owner, label, time; of `opened` its code, of `resolved` how
};

struct ExceptionDetail {
    AsOf asOf;
    ExceptionRow row;
    Version version = 0;       ///< of the item: `seen` of a command
    Version orderVersion = 0;  ///< of the order
    std::string orderNumber;
    std::string correlation;
    std::optional<ContractFailure> contract;
    VerdictText verdict;
    std::vector<std::string> labels;
    std::vector<NoteText> notes;
    std::vector<ItemChange> changes;
    std::optional<IntegrationRules> rules;
    std::size_t groupOpen = 0;    ///< open items of its group, itself included
    std::size_t similarOpen = 0;  ///< open items of the same vendor in other groups
    Timeline timeline;            ///< of its order, or of itself if it is about none
};

struct OrderLineText {
    std::uint16_t line = 0;
    std::string sku;
    std::int64_t units = 0;
    Money price;  ///< of one
    std::int64_t cancelled = 0;
    std::string node;  ///< of its newest living leg; empty: none
    ShipmentRequest request = ShipmentRequest::None;
    Fulfilment fulfilment = Fulfilment::None;
};

struct HoldText {
    HoldReason reason = HoldReason::Other;
    std::string code;
    bool open = true;
};

struct OrderDetail {
    AsOf asOf;
    OrderRow row;
    Stage stage = Stage::Intake;  ///< kept beside Place::Exception
    std::string correlation;
    std::string region;
    PaymentStatus payment = PaymentStatus::None;
    Instant promise = Never;
    std::vector<OrderLineText> lines;  ///< empty: lines unknown
    bool linesKnown = true;
    std::vector<HoldText> holds;
    std::vector<DecisionText> decisions;    ///< oldest first
    std::vector<Instant> decidedAt;         ///< parallel to `decisions`
    std::optional<ExceptionRow> exception;  ///< its open item
    VerdictText verdict;
    Timeline timeline;
};

}  // namespace holdpoint::session
