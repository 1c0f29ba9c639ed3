// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/model/order.h"
#include "core/model/step.h"
#include "core/session/as_of.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The history of one entity or one correlation, with every number as text.
namespace holdpoint::session {

struct FactText {
    std::string kind;  ///< `ship_planned`
    Part part = 0;
    Instant at;  ///< by the clock of its source
    std::vector<std::pair<std::string, std::string>> fields;
};

struct CandidateText {
    std::string node;
    std::string vendor;
    LossReason lost = LossReason::None;  ///< None: it was chosen
    bool open = true;
    bool servesRegion = true;
    bool excluded = false;
    bool breakerOpen = false;
    std::int64_t cost = 0;
    std::int64_t capacityLeft = 0;
    std::vector<LineOffer> offers;  ///< in the order of the decision's lines
};
struct LineText {
    std::uint16_t line = 0;
    std::string sku;
    std::int64_t units = 0;
};
struct LegText {
    std::string node;
    std::string vendor;
    std::vector<LineText> lines;
};
/// A decision as it was made: inputs, every candidate and why it lost.
struct DecisionText {
    std::uint32_t rules = 0;
    std::uint16_t round = 1;
    bool splitAllowed = true;
    std::vector<LineText> lines;
    std::vector<CandidateText> candidates;
    std::vector<LegText> legs;
};

/// A field that broke its contract.
struct BreachText {
    std::string pointer;
    std::string expected;
    std::string got;
    friend bool operator==(const BreachText&, const BreachText&) = default;
};

struct ReasonText {
    std::string code;
    std::int64_t value = 0;
};

/// One step: everything one input did.
struct TimelineEntry {
    Seq seq = 0;
    EntityId entity;
    Instant at;  ///< engine time
    InputKind input = InputKind::Event;
    EventDisposition disposition = EventDisposition::Accepted;
    std::vector<Mark> marks;
    std::string producer;
    std::string source;          ///< event id or command key
    std::string type;            ///< event type or command name
    Instant sourceTime = Never;  ///< what the source says; Never = it does not
    Milliseconds lateness{0};    ///< received minus source time, if the source says one
    Seq first = 0;               ///< of "already processed": the step that did it
    std::string correlation;     ///< 32 hex digits
    std::vector<FactText> facts;
    std::vector<ReasonText> reasons;
    std::optional<DecisionText> decision;
    [[nodiscard]] bool has(Mark mark) const
    {
        for (const Mark m : marks)
            if (m == mark)
                return true;
        return false;
    }
};

/// One call to a vendor, or one question about it.
struct AttemptText {
    Seq seq = 0;
    std::uint16_t attempt = 0;
    bool asked = false;
    Instant start;
    Instant end;
    Milliseconds waited{0};  ///< from the end of the one before to this start; the first: from planning
    AttemptOutcome outcome = AttemptOutcome::Done;
    FailureClass cls = FailureClass::None;
    std::string code;
    std::uint16_t status = 0;
    Instant next = Never;
    std::optional<BreachText> breach;
    Hash payload{};  ///< of the answer's bytes, if they are kept: what `AskPayload` takes
};

/// One effect of an order with its whole history.
struct EffectText {
    std::string key;
    EffectRef ref;
    std::string vendor;
    EffectState state = EffectState::Planned;
    Instant planned;
    std::int64_t amount = 0;
    std::uint32_t contract = 0;
    std::vector<AttemptText> attempts;
    Instant next = Never;   ///< next try or question
    std::string code;       ///< of the answer, or why it was not sent
    std::string reference;  ///< the vendor's id of what it made
};

struct Timeline {
    AsOf asOf;
    EntityId about;
    std::string number;                  ///< of an order
    std::vector<TimelineEntry> entries;  ///< in the order of seq
    std::vector<EffectText> effects;     ///< of an order, oldest first
    std::vector<std::pair<Seq, BreachText>> breaches;
};

}  // namespace holdpoint::session
