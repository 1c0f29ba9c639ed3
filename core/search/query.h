// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/search/field.h"

#include <string>
#include <vector>

/// What a filter text means. Values; positions are bytes of the text.
namespace holdpoint::search {

enum class Op : std::uint8_t { Is, Equal, NotEqual, Greater, GreaterEqual, Less, LessEqual, Regex };

/// A time as it was written; what it is depends on when and where it is read.
struct TimeWord {
    enum class Base : std::uint8_t { Absolute, Local, Clock, Today, Now, Launch, LastCommand };
    Base base = Base::Absolute;
    std::int64_t ms = 0;         ///< since 1970; Local: by the clock of the zone shown; Clock: since midnight
    std::int64_t offset = 0;     ///< ms to add
    std::int64_t precision = 0;  ///< ms that it covers: `14:00` is a minute, `today` a day; 0 = a point
    friend bool operator==(const TimeWord&, const TimeWord&) = default;
};

/// Where and when times of a query are read. Never = not known: terms that need it match nothing.
struct Context {
    Instant now;
    Instant launch = Never;
    Instant lastCommand = Never;
    Milliseconds zone{0};  ///< of the zone shown, east of UTC
};

/// Half open; `to == from` is a point.
struct Period {
    Instant from = Never;
    Instant to = Never;
    friend bool operator==(const Period&, const Period&) = default;
};
/// In UTC. From = Never: not known.
[[nodiscard]] Period resolve(const TimeWord& word, const Context& context);

struct Value {
    enum class Form : std::uint8_t { Text, Wildcard, Present, Number, Duration, Time, Range, Open };
    Form form = Form::Text;
    std::string text;         ///< as written; words of a fixed list by their name
    std::int64_t number = 0;  ///< Number: as the field counts (money in thousandths); Duration: ms
    TimeWord time;
    std::vector<Value> ends;  ///< of a range: low and high, either of which may be Open
    friend bool operator==(const Value&, const Value&) = default;
};

struct Term {
    Field field = Field::Any;
    Op op = Op::Is;
    std::vector<Value> values;  ///< any of them
    bool descending = false;    ///< of `sort`
    std::size_t at = 0;         ///< where it stands in the text
    std::size_t length = 0;
    /// Positions are not compared.
    friend bool operator==(const Term& a, const Term& b)
    {
        return a.field == b.field && a.op == b.op && a.values == b.values && a.descending == b.descending;
    }
};

struct Node {
    enum class Kind : std::uint8_t { And, Or, Not, Term };
    Kind kind = Kind::And;
    std::vector<Node> children;  ///< And without children: everything
    Term term;
    friend bool operator==(const Node&, const Node&) = default;
};

struct SortKey {
    SortWord word = SortWord::Sla;
    bool descending = false;
    friend bool operator==(const SortKey&, const SortKey&) = default;
};

struct Query {
    Node root;
    std::vector<SortKey> sort;  ///< first one counts most
    friend bool operator==(const Query&, const Query&) = default;
};

}  // namespace holdpoint::search
