// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/json_members.h"

#include <array>
#include <charconv>

namespace holdpoint::rollout {
namespace {

struct Unit {
    std::string_view text;
    std::int64_t ms;
};
constexpr std::array Units{Unit{"d", 86'400'000}, Unit{"h", 3'600'000}, Unit{"min", 60'000}, Unit{"s", 1'000},
                           Unit{"ms", 1}};
constexpr std::int64_t LongestMs = 3'660LL * 86'400'000;

/// Notes the names of each object that is open, because the document keeps only one of two equal ones.
class NoTwins {
public:
    bool operator()(int, Json::parse_event_t event, Json& what)
    {
        if (event == Json::parse_event_t::object_start)
            open_.emplace_back();
        if (event == Json::parse_event_t::object_end)
            open_.pop_back();
        if (event == Json::parse_event_t::key && !open_.back().insert(what.get<std::string>()).second)
            throw BadDocument{"", "`" + what.get<std::string>() + "` is said twice"};
        return true;
    }

private:
    std::vector<std::set<std::string>> open_;
};

std::int64_t integer(const JsonAt& from, std::int64_t least, std::int64_t most)
{
    if (!from.value.is_number_integer())
        from.fail("a whole number is expected");
    const bool huge =
        from.value.is_number_unsigned() && from.value.get<std::uint64_t>() > static_cast<std::uint64_t>(most);
    if (huge || from.value.get<std::int64_t>() < least || from.value.get<std::int64_t>() > most)
        from.fail("is out of range");
    return from.value.get<std::int64_t>();
}

}  // namespace

Json parsed(std::string_view text)
{
    try {
        return Json::parse(text, NoTwins());
    } catch (const Json::exception& error) {
        const std::string_view words = error.what();  // begins with the library's own number
        const auto end = words.find("] ");
        throw BadDocument{"", std::string(end == std::string_view::npos ? words : words.substr(end + 2))};
    }
}

std::vector<JsonAt> JsonAt::items() const
{
    if (!value.is_array())
        fail("a list is expected");
    std::vector<JsonAt> all;
    for (std::size_t i = 0; i < value.size(); ++i)
        all.push_back({value[i], pointer + '/' + std::to_string(i)});
    return all;
}

void read(const JsonAt& from, std::string& to)
{
    if (!from.value.is_string())
        from.fail("a text is expected");
    to = from.value.get<std::string>();
}

void read(const JsonAt& from, bool& to)
{
    if (!from.value.is_boolean())
        from.fail("true or false is expected");
    to = from.value.get<bool>();
}

void read(const JsonAt& from, int& to) { to = static_cast<int>(integer(from, INT32_MIN, INT32_MAX)); }
void read(const JsonAt& from, std::int64_t& to) { to = integer(from, INT64_MIN, INT64_MAX); }

void read(const JsonAt& from, double& to)
{
    if (!from.value.is_number())
        from.fail("a number is expected");
    to = from.value.get<double>();
}

void read(const JsonAt& from, Milliseconds& to)
{
    std::string text;
    read(from, text);
    std::int64_t count = -1;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view unit(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
    for (const Unit& known : Units)
        if (error == std::errc() && known.text == unit && count >= 0 && count <= LongestMs / known.ms) {
            to = Milliseconds{count * known.ms};
            return;
        }
    from.fail("a duration is expected, such as 24h, 30min or 60s");
}

void read(const JsonAt& from, Instant& to)
{
    std::string text;
    read(from, text);
    const auto at = parseInstant(text);
    if (!at)
        from.fail(at.error().detail);
    to = *at;
}

void read(const JsonAt& from, std::vector<std::string>& to)
{
    to.clear();
    for (const JsonAt& line : from.items())
        read(line, to.emplace_back());
}

std::string durationText(Milliseconds duration)
{
    for (const Unit& unit : Units)
        if (duration.count() % unit.ms == 0 && (duration.count() != 0 || unit.text == "s"))
            return std::to_string(duration.count() / unit.ms) + std::string(unit.text);
    return {};
}

Members::Members(const JsonAt& object) : object_(object)
{
    if (!object.value.is_object())
        object.fail("an object is expected");
}

std::optional<JsonAt> Members::find(const std::string& name)
{
    asked_.insert(name);
    if (!object_.value.contains(name))
        return std::nullopt;
    return object_.at(name);
}

void Members::end() const
{
    for (const auto& [name, value] : object_.value.items())
        if (!asked_.contains(name))
            throw BadDocument{object_.pointer + '/' + name, "is unknown"};
}

}  // namespace holdpoint::rollout
