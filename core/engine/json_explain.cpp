// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/json_explain.h"

#include <nlohmann/json.hpp>
#include <vector>

namespace holdpoint::engine {
namespace {

/// Follows the parser with the path to where it stands; stops at the first fault.
class Reader final : public nlohmann::json_sax<nlohmann::json> {
public:
    JsonFault fault;
    bool found = false;

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t& written) override
    {
        value();
        // The parser falls back to floating point where an integer does not fit.
        if (written.find_first_of(".eE") != std::string::npos)
            return true;
        return stop(IntakeRule::BigInteger, "an integer of 64 bit", shorten(written));
    }
    bool string(string_t& text) override
    {
        value();
        if (open_.size() == 1 && !open_[0].isArray && text.size() <= IntakeLimits::name) {
            if (open_[0].key == "id")
                fault.id = text;
            if (open_[0].key == "source")
                fault.source = text;
        }
        return true;
    }
    bool binary(binary_t&) override { return value(); }
    bool start_object(std::size_t) override { return open(false); }
    bool start_array(std::size_t) override { return open(true); }
    bool key(string_t& text) override
    {
        open_.back().key = text;
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& why) override
    {
        const std::string said = printable(why.what());
        const bool encoding = said.find("UTF-8") != std::string::npos;
        return stop(encoding ? IntakeRule::BadUtf8 : IntakeRule::BadJson, encoding ? "UTF-8" : "JSON",
                    "at byte " + std::to_string(position) + ": " + said);
    }

private:
    struct Level {
        bool isArray;
        std::size_t items = 0;
        std::string key;
    };

    bool value()
    {
        if (!open_.empty())
            ++open_.back().items;
        return true;
    }
    bool open(bool isArray)
    {
        value();
        if (open_.size() == IntakeLimits::depth)
            return stop(IntakeRule::TooDeep, "at most 32 levels", "a deeper one");
        open_.push_back({isArray, 0, {}});
        return true;
    }
    bool close()
    {
        open_.pop_back();
        return true;
    }
    bool stop(IntakeRule rule, std::string expected, std::string got)
    {
        found = true;
        fault.breach = {rule, pointer(), std::move(expected), std::move(got)};
        return false;
    }
    std::string pointer() const
    {
        std::string text;
        for (const Level& level : open_) {
            if (level.isArray ? level.items == 0 : level.key.empty())
                break;
            text +=
                '/' + (level.isArray ? std::to_string(level.items - 1) : escapePointer(shorten(level.key)));
        }
        return text;
    }
    /// The parser's message without its bracket of codes; it may quote any bytes of the input.
    static std::string printable(std::string_view said)
    {
        if (const auto end = said.find("] "); said.starts_with('[') && end != said.npos)
            said.remove_prefix(end + 2);
        std::string out;
        for (const char c : said.substr(0, 200))
            out += c >= 0x20 && c < 0x7F ? c : '?';
        return out;
    }

    std::vector<Level> open_;
};

}  // namespace

JsonFault explainJson(std::string_view bytes, std::string_view parserSays)
{
    Reader reader;
    (void)nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &reader);
    if (!reader.found)
        reader.fault.breach = {IntakeRule::BadJson, {}, "JSON", std::string(parserSays)};
    return std::move(reader.fault);
}

}  // namespace holdpoint::engine
