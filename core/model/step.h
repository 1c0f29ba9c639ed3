// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decision.h"
#include "core/model/event.h"
#include "core/model/facts.h"

#include <optional>
#include <span>
#include <vector>

namespace holdpoint {

enum class InputKind : std::uint8_t { Event, Answer, Message, Due, Command, Internal };
HP_NAMES(InputKind, "event", "answer", "message", "due", "command", "internal");

/// How an input arrived: a label on its step, never part of the state, because it depends on the order of arrival.
enum class Mark : std::uint8_t {
    Late,          ///< its time, or what it states, is earlier than what was known
    WouldRegress,  ///< ignored: would move something backwards
    Contradicts,   ///< states something else than another source
    OtherContent,  ///< an event id seen before, with other content: refused
    Unparked,      ///< this input released what was parked
    NoEffect,      ///< nothing to do any more: a stale timer, a stale round
};
HP_NAMES(Mark, "late", "would_regress", "contradicts", "other_content", "unparked", "no_effect");

/// Why something was done or not done, for the timeline.
struct Reason {
    CodeName code;
    std::int64_t value = 0;
    friend bool operator==(const Reason&, const Reason&) = default;
};

/// All that one input did to one entity: the journal row. `seq`, `entity` and `previous` are columns of their own.
struct StepBody {
    InputKind input = InputKind::Event;
    EventDisposition disposition = EventDisposition::Accepted;  ///< of events only
    std::uint8_t marks = 0;                                     ///< bits of Mark
    Instant at;                                                 ///< engine time
    ProducerName producer;                                      ///< of events
    std::string source;                                         ///< event id, command key
    CodeName type;                                              ///< event type, command name
    Instant sourceTime = Never;
    std::uint64_t content = 0;  ///< of events: content hash, so that the same id with other content is seen
    std::uint32_t batch = 0;    ///< backfill batch that brought it, 0 = live: what undo takes back
    Seq refersTo = 0;           ///< of duplicates: the first one
    Correlation correlation{};  ///< zero: the entity's own
    std::vector<Fact> facts;
    std::vector<Reason> reasons;
    std::optional<DecisionRecord> record;

    void mark(Mark m) noexcept { marks = static_cast<std::uint8_t>(marks | 1U << static_cast<unsigned>(m)); }
    [[nodiscard]] bool has(Mark m) const noexcept { return marks & 1U << static_cast<unsigned>(m); }
    void clear();
};

void encode(ByteWriter& out, const StepBody& step);
/// Errors: Corrupt, Unsupported (a step format of a newer version).
Result<StepBody> decodeStep(std::span<const std::byte> bytes);
/// The same without the record of the decision, the largest part, which no state follows from: for folding.
Result<StepBody> decodeStepWithoutRecord(std::span<const std::byte> bytes);

}  // namespace holdpoint
