// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact_fields.h"

/// Facts about jobs, refusals, commands, differences and the rollout.
namespace holdpoint {

struct JobFrozen {
    HP_FACT(120);
    CodeName what;
    std::string argument;
    std::uint64_t total = 0;  ///< 0: not known in advance
    HP_FIELDS(HP_F(what) HP_F(argument) HP_F(total));
    friend bool operator==(const JobFrozen&, const JobFrozen&) = default;
};
struct JobProgress  // everything before `position` is durable
{
    HP_FACT(121);
    std::uint64_t position = 0;
    std::uint64_t refusedRows = 0;
    HP_FIELDS(HP_F(position) HP_F(refusedRows));
    friend bool operator==(const JobProgress&, const JobProgress&) = default;
};
struct JobEnded {
    HP_FACT(122);
    bool cancelled = false;
    HP_FIELDS(HP_F(cancelled));
    friend bool operator==(const JobEnded&, const JobEnded&) = default;
};
struct JobItem  // result of one item of a frozen set, for example the disposition of an order in a rollback
{
    HP_FACT(123);
    EntityId item;
    CodeName result;
    HP_FIELDS(HP_F(item) HP_F(result));
    friend bool operator==(const JobItem&, const JobItem&) = default;
};
struct Refused  // an input that became nothing else
{
    HP_FACT(130);
    ProducerName producer;
    std::string event;  ///< its id, if it had a readable one
    CodeName rule;
    std::string where;  ///< JSON pointer or file:line
    std::string detail;
    HP_FIELDS(HP_F(producer) HP_F(event) HP_F(rule) HP_F(where) HP_F(detail));
    friend bool operator==(const Refused&, const Refused&) = default;
};
struct CommandReceived {
    HP_FACT(140);
    CodeName what;
    std::string key;
    ActorName actor;
    Role role = Role::Viewer;
    std::string reason;
    EntityId object;
    Version seen = 0;
    std::int64_t dataAgeMs = 0;
    std::uint64_t fingerprint = 0;  ///< of everything but the key
    std::string argument;
    std::uint32_t number = 0;
    std::uint64_t textHash = 0;  ///< the text itself stands with what it was said about
    Instant given{};             ///< when, by the clock of whoever gave it; the beginning of time: not said
    HP_FIELDS(HP_F(what) HP_F(key) HP_F(actor) HP_F(role) HP_F(reason) HP_F(object) HP_F(seen) HP_F(dataAgeMs)
                  HP_F(fingerprint) HP_F(argument) HP_F(number) HP_F(textHash) HP_F(given));
    friend bool operator==(const CommandReceived&, const CommandReceived&) = default;
};
struct CommandMoved {
    HP_FACT(141);
    CommandState state = CommandState::Accepted;
    CodeName why;
    std::string detail;
    HP_FIELDS(HP_F(state) HP_F(why) HP_F(detail));
    friend bool operator==(const CommandMoved&, const CommandMoved&) = default;
};
struct ComparedRoute  // shadow difference of one order
{
    HP_FACT(150);
    EntityId order;
    CodeName result;  ///< match, differs, not_yet_comparable …
    NodeName ours;
    NodeName theirs;
    HP_FIELDS(HP_F(order) HP_F(result) HP_F(ours) HP_F(theirs));
    friend bool operator==(const ComparedRoute&, const ComparedRoute&) = default;
};
struct IntakeSet  // rollout: does new work come in
{
    HP_FACT(160);
    bool open = true;
    ActorName by;
    HP_FIELDS(HP_F(open) HP_F(by));
    friend bool operator==(const IntakeSet&, const IntakeSet&) = default;
};

}  // namespace holdpoint
