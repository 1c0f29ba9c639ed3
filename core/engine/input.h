// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// What the engine takes in, and what it tells those who sent it. Values: they cross threads.
namespace holdpoint::engine {

struct EventBytes {  // one CloudEvent as JSON
    std::string bytes;
    Lane lane = Lane::Live;
    std::uint32_t batch = 0;
    std::string where = {};  ///< file and line, if it came from one: said when nothing better can be
};
struct RowRefusal {  // a row of a file that became no event
    std::string producer;
    std::string rule;
    std::string where;
    std::string detail;
    std::string raw;
};
struct StartJob {  // the same name is the same job: a later start goes on where the durable position is
    std::string name;
    std::string what;
    std::uint64_t total = 0;
};
struct EndJob {
    EntityId job;
    bool cancelled = false;
};
struct SweepEndOfFile {};  // recorded events have ended: what still waits, waits for ever
struct CommandInput {
    std::string key;
    std::string actor;
    Role role = Role::Viewer;
    std::string reason;
    std::string what;
    EntityId object;
    Version seen = 0;  ///< version the person looked at; 0 = none
    std::string argument;
    std::uint32_t number = 0;
    std::string text;
    Milliseconds dataAge{0};  ///< how old what they saw was
    /// When it was given, by the clock of whoever gave it. The beginning of time: not said; its key is kept for ever.
    Instant given{};
};
/// Lets go of keys of commands that nobody can send again: each was about something that has ended, and is older than
/// `Policy::keys` says. One page of commands an input; the outcome says where the next begins.
struct PurgeKeys {
    EntityId after;       ///< command after which to go on
    bool dryRun = false;  ///< counts, lets go of none
};

struct Input {
    std::uint64_t tag = 0;  ///< comes back in the outcome
    EntityId job;           ///< a replay's job: its durable position moves with the frame
    std::uint64_t position = 0;
    std::variant<EventBytes, VendorAnswer, CommandInput, RowRefusal, StartJob, EndJob, SweepEndOfFile,
                 PurgeKeys>
        body;
};

/// Said after the frame is durable, never before.
struct Outcome {
    std::uint64_t tag = 0;
    EventDisposition disposition = EventDisposition::Accepted;
    EntityId entity;
    Seq seq = 0;
    Seq refersTo = 0;                ///< of a duplicate: the first one
    std::uint64_t position = 0;      ///< of a job; of a purge: keys let go of
    std::uint64_t young = 0;         ///< of a purge: keys that are not old enough
    std::uint64_t open = 0;          ///< of a purge: old ones of what has not ended, kept
    bool ended = false;              ///< of a job, of a purge: this was the last page
    Code code{};                     ///< with `failed`
    bool failed = false;             ///< a command was refused, or an input of ours could not be taken
    std::span<const Role> whoCan{};  ///< of a command refused for want of a right
    std::string rule;                ///< of a refusal
    std::string where;
    std::string detail;
};

}  // namespace holdpoint::engine
