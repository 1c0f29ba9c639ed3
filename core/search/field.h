// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vocabulary.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The grammar of the filter field, shared by console, command line and API. Pure: text in, values out.
namespace holdpoint::search {

/// What a term may speak of. `Any` is a bare word: every text of a row.
enum class Field : std::uint8_t {
    Any,
    Is,
    Has,
    Sort,
    Id,
    Order,
    Corr,
    Key,
    State,
    Cat,
    Cause,
    Stage,
    Class,
    Code,
    Pointer,
    Vendor,
    Contract,
    Ver,
    Path,
    Slice,
    Region,
    Channel,
    Brand,
    Sku,
    SkuClass,
    Node,
    Carrier,
    Pay,
    Split,
    Promise,
    Sla,
    Due,
    Age,
    Seen,
    First,
    Attempts,
    Next,
    Value,
    Owner,
    Team,
    Group,
    Tag,
    Lane,
    Batch,
    Verdict,
    Note,
    By,
    Priority,
};

/// `is:` …
enum class IsWord : std::uint8_t {
    Open,
    Mine,
    Unassigned,
    Breaching,
    Breached,
    Retrying,
    Snoozed,
    Waiting,
    Inflight,
    New,
    Reopened,
    Merged,
    Dup,
    Masked,
};
/// `has:` …
enum class HasWord : std::uint8_t { Note, Attachment, Effect, Correction };
/// `sort:` …, with `-` in front for descending.
enum class SortWord : std::uint8_t { Sla, Priority, Opened, Id, Value, Age };

}  // namespace holdpoint::search

namespace holdpoint {

HP_NAMES(search::Field, "any", "is", "has", "sort", "id", "order", "corr", "key", "state", "cat", "cause",
         "stage", "class", "code", "pointer", "vendor", "contract", "ver", "path", "slice", "region",
         "channel", "brand", "sku", "skuclass", "node", "carrier", "pay", "split", "promise", "sla", "due",
         "age", "seen", "first", "attempts", "next", "value", "owner", "team", "group", "tag", "lane",
         "batch", "verdict", "note", "by", "priority");
HP_NAMES(search::IsWord, "open", "mine", "unassigned", "breaching", "breached", "retrying", "snoozed",
         "waiting", "inflight", "new", "reopened", "merged", "dup", "masked");
HP_NAMES(search::HasWord, "note", "attachment", "effect", "correction");
HP_NAMES(search::SortWord, "sla", "priority", "opened", "id", "value", "age");

}  // namespace holdpoint

namespace holdpoint::search {

/// How the values of a field are read and compared.
enum class Kind : std::uint8_t {
    Any,       ///< bare words: `:` is contains
    Word,      ///< one of a fixed list, by name
    Name,      ///< ids and names: `:` is the whole text, ignoring the case of A–Z
    Text,      ///< `:` is contains, ignoring the case of A–Z
    Pointer,   ///< JSON pointer: the whole text; `*` stands for one step
    Number,    ///< whole numbers
    Money,     ///< units of a currency; rows give thousandths
    Moment,    ///< a time that has come
    Deadline,  ///< a time to come: a duration means "from now"
    Duration,
};
[[nodiscard]] Kind kindOf(Field field) noexcept;

/// By name, ignoring case; `older` is not a field, `parse` knows it.
[[nodiscard]] std::optional<Field> fieldOf(std::string_view text);
/// The field a mistyped name was probably meant to be; empty if none is near.
[[nodiscard]] std::string_view nearestField(std::string_view text);

/// The name of a Word field's value as rows give it, from what a person types (`Soft-Business`, `T`); none if there is
/// no such value.
[[nodiscard]] std::optional<std::string_view> wordOf(Field field, std::string_view text);
[[nodiscard]] std::string_view nearestWord(Field field, std::string_view text);

[[nodiscard]] std::string lowerCase(std::string_view text);

}  // namespace holdpoint::search
