// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/pattern.h"
#include "core/search/query.h"

#include <functional>
#include <optional>
#include <vector>

namespace holdpoint::search {

using TextTest = std::function<bool(std::string_view)>;

/// One row of whatever list is searched. Fields that it does not have match nothing.
class Row {
public:
    virtual ~Row() = default;

    /// Is the test true for any text of the field? Ids and names as texts, enumerations by name.
    [[nodiscard]] virtual bool anyText(Field field, const TextTest& test) const = 0;
    /// Number fields as they count, money in thousandths, times in ms since 1970, durations in ms. Times as they are, not
    /// relative to now; `Age` is the time passed.
    [[nodiscard]] virtual std::optional<std::int64_t> number(Field field) const = 0;
    [[nodiscard]] virtual bool is(IsWord word) const = 0;
    [[nodiscard]] virtual bool has(HasWord word) const = 0;
    /// Any text that a bare word may be found in.
    [[nodiscard]] virtual bool anyWord(const TextTest& test) const = 0;
};

/// A term made ready to be asked for a million rows.
class Leaf {
public:
    Leaf(const Term& term, const Context& context);

    [[nodiscard]] Field field() const noexcept { return field_; }
    [[nodiscard]] Kind kind() const noexcept { return kindOf(field_); }
    [[nodiscard]] bool negated() const noexcept { return negated_; }  ///< `!=`: true where the tests are not
    [[nodiscard]] const TextTest& text() const noexcept { return text_; }
    /// Might the test be true for a text of these characters alone (lower case)? False is certain.
    [[nodiscard]] bool fits(std::string_view characters) const noexcept;
    [[nodiscard]] bool number(std::int64_t value) const noexcept;
    [[nodiscard]] bool matches(const Row& row) const;
    /// Of `is` and `has`: the words asked for, by number.
    [[nodiscard]] const std::vector<std::uint8_t>& words() const noexcept { return words_; }

private:
    struct Bounds {  ///< both included
        std::int64_t low = INT64_MIN;
        std::int64_t high = INT64_MAX;
    };
    void readText(const Term& term, const Value& value);
    void readBounds(const Term& term, const Value& value, const Context& context);
    [[nodiscard]] bool says(const Row& row) const;

    Field field_;
    bool negated_ = false;
    std::vector<TextTest> tests_;
    std::vector<std::string> parts_;  // what a text must hold, of each test; empty: cannot be said
    TextTest text_;
    std::vector<Bounds> bounds_;
    std::vector<std::uint8_t> words_;
};

/// A query made ready, as a tree.
struct Filter {
    Node::Kind kind = Node::Kind::And;
    std::vector<Filter> children;
    std::optional<Leaf> leaf;

    Filter() = default;
    Filter(const Node& node, const Context& context);
    [[nodiscard]] bool matches(const Row& row) const;
};

}  // namespace holdpoint::search
