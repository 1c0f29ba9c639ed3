// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/vocabulary.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// For the sources of this folder alone: reading and writing members of a strict document.
namespace holdpoint::rollout {

using Json = nlohmann::ordered_json;

/// What is wrong in a document, thrown from its depth and caught where the reading began.
struct BadDocument {
    std::string pointer;
    std::string what;
};

/// A value with its place. `size_t` and text children have their own places.
struct JsonAt {
    const Json& value;
    std::string pointer;

    [[noreturn]] void fail(const std::string& what) const { throw BadDocument{pointer, what}; }
    [[nodiscard]] JsonAt at(const std::string& member) const
    {
        return {value.at(member), pointer + '/' + member};
    }
    [[nodiscard]] std::vector<JsonAt> items() const;
};

/// The document of a text. Throws BadDocument: no JSON, a member that is said twice.
[[nodiscard]] Json parsed(std::string_view text);

void read(const JsonAt& from, std::string& to);
void read(const JsonAt& from, bool& to);
void read(const JsonAt& from, int& to);
void read(const JsonAt& from, std::int64_t& to);
void read(const JsonAt& from, double& to);
void read(const JsonAt& from, Milliseconds& to);
void read(const JsonAt& from, Instant& to);
void read(const JsonAt& from, std::vector<std::string>& to);
template <typename E>
requires std::is_enum_v<E>
void read(const JsonAt& from, E& to)
{
    std::string text;
    read(from, text);
    const auto known = fromName<E>(text);
    if (!known)
        from.fail("`" + text + "` is none of its names");
    to = *known;
}
template <typename T>
void read(const JsonAt& from, std::optional<T>& to)
{
    read(from, to.emplace());
}

/// `24h`, `90min`: in the largest unit that is whole.
[[nodiscard]] std::string durationText(Milliseconds duration);

/// The members of one object; each is asked for once, what is left at the end is unknown.
class Members {
public:
    explicit Members(const JsonAt& object);

    template <typename T>
    void must(const std::string& name, T& to)
    {
        if (!optional(name, to))
            object_.fail("`" + name + "` is missing");
    }
    template <typename T>
    bool optional(const std::string& name, T& to)
    {
        const auto child = find(name);
        if (child)
            read(*child, to);
        return child.has_value();
    }
    /// The member itself, for those that are read by hand.
    [[nodiscard]] std::optional<JsonAt> find(const std::string& name);
    /// Throws for what nobody asked for.
    void end() const;

private:
    const JsonAt& object_;
    std::set<std::string> asked_;
};

}  // namespace holdpoint::rollout
