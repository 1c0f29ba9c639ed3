// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/event_text.h"

#include <cstdio>

namespace holdpoint::lab {

EventText::EventText(std::string_view source, std::string_view type, std::string_view id,
                     std::string_view subject, std::optional<Instant> time)
{
    out_.reserve(320);
    out_ = '{';
    text("specversion", "1.0")
        .text("id", id)
        .text("source", source)
        .text("type", type)
        .text("subject", subject);
    if (time)
        text("time", toText(*time));
    name("data");
    out_ += '{';
    first_ = true;
}

EventText& EventText::text(std::string_view member, std::string_view value)
{
    if (value.empty())
        return *this;
    name(member);
    quoted(value);
    return *this;
}

EventText& EventText::number(std::string_view member, std::int64_t value)
{
    name(member);
    out_ += std::to_string(value);
    return *this;
}

EventText& EventText::flag(std::string_view member, bool value)
{
    name(member);
    out_ += value ? "true" : "false";
    return *this;
}

EventText& EventText::amount(std::string_view member, const Money& value)
{
    return text(member, decimal(value));
}

EventText& EventText::openList(std::string_view member)
{
    name(member);
    out_ += '[';
    firstItem_ = true;
    return *this;
}

EventText& EventText::item()
{
    out_ += firstItem_ ? "{" : "},{";
    firstItem_ = false;
    first_ = true;
    return *this;
}

EventText& EventText::closeList()
{
    out_ += firstItem_ ? "]" : "}]";
    first_ = false;
    return *this;
}

std::string EventText::take()
{
    out_ += "}}";
    return std::move(out_);
}

void EventText::name(std::string_view member)
{
    if (!first_)
        out_ += ',';
    first_ = false;
    quoted(member);
    out_ += ':';
}

void EventText::quoted(std::string_view text)
{
    out_ += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out_ += escape;
        } else {
            out_ += c;
        }
    }
    out_ += '"';
}

std::string decimal(const Money& money)
{
    std::string text = toText(money);
    text.resize(std::min(text.find(' '), text.size()));
    return text;
}

}  // namespace holdpoint::lab
