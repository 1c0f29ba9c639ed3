// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/envelope.h"

#include "core/engine/field_reader.h"

#include <algorithm>

namespace holdpoint::engine {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using Refusal = std::optional<Breach>;

struct Attribute {
    std::string_view name;
    std::string_view Envelope::*text;
    bool required = false;
};
constexpr auto Attributes = std::to_array<Attribute>({
    {"specversion", &Envelope::specversion, true},
    {"id", &Envelope::id, true},
    {"source", &Envelope::source, true},
    {"type", &Envelope::type, true},
    {"subject", &Envelope::subject, true},
    {"time", &Envelope::time},
    {"traceparent", &Envelope::traceparent},
    {"eventclass", &Envelope::eventclass},
    {"datacontenttype", &Envelope::datacontenttype},
    {"numberspace", &Envelope::numberspace},
});

Breach broken(IntakeRule rule, std::string_view attribute, std::string expected, std::string_view got)
{
    return {rule, '/' + escapePointer(shorten(attribute)), std::move(expected), '"' + shorten(got) + '"'};
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

Refusal readAttribute(std::string_view key, element value, std::string_view& into)
{
    if (value.is_null())  // CloudEvents: null = not set
        return {};
    if (value.get(into) != simdjson::SUCCESS)
        return Breach{IntakeRule::WrongType, '/' + std::string(key), "a text", describe(value)};
    into = trimmed(into);
    Breach why;
    if (isName(into, why))
        return {};
    why.pointer = '/' + std::string(key);
    into = {};
    return why;
}

/// An attribute that is none of ours: CloudEvents gives its name lower-case letters and digits, and no structure.
Refusal checkExtension(std::string_view key, element value)
{
    const auto legal = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (key.empty() || !std::all_of(key.begin(), key.end(), legal))
        return broken(IntakeRule::UnknownField, key, "an attribute of lower-case letters and digits", key);
    if (value.is_object() || value.is_array() || value.type() == element_type::DOUBLE)
        return Breach{IntakeRule::WrongType, '/' + std::string(shorten(key)),
                      "a text, an integer or a truth value", describe(value)};
    return {};
}

Refusal readAttributes(simdjson::dom::object event, Envelope& into)
{
    Refusal first;  // kept until the end, so that a refusal can name event and producer
    for (const auto [key, value] : event) {
        if (key == "data") {
            into.data = value;
            into.hasData = true;
            continue;
        }
        const auto named = [&k = key](const Attribute& a) { return a.name == k; };
        const auto known = std::find_if(Attributes.begin(), Attributes.end(), named);
        Refusal refusal = known != Attributes.end() ? readAttribute(key, value, into.*known->text)
                                                    : checkExtension(key, value);
        if (refusal && !first)
            first = std::move(refusal);
    }
    return first;
}

Refusal checkPresence(const Envelope& event)
{
    for (const Attribute& attribute : Attributes)
        if (attribute.required && (event.*attribute.text).empty())
            return Breach{IntakeRule::MissingField, '/' + std::string(attribute.name), "this attribute",
                          "none"};
    if (!event.hasData)
        return Breach{IntakeRule::MissingField, "/data", "this member", "none"};
    if (event.specversion != "1.0")
        return broken(IntakeRule::WrongEnum, "specversion", "1.0", event.specversion);
    const std::string_view content = event.datacontenttype.substr(0, event.datacontenttype.find(';'));
    if (!content.empty() && trimmed(content) != "application/json" && !trimmed(content).ends_with("+json"))
        return broken(IntakeRule::WrongEnum, "datacontenttype", "application/json", content);
    return {};
}

Refusal checkType(Envelope& event)
{
    event.known = findEventType(event.type);
    if (!event.known)
        return broken(IntakeRule::UnknownType, "type", "a type of the catalogue", event.type);
    if (event.eventclass.empty())
        return {};
    const auto cls = fromName<EventClass>(event.eventclass);
    if (!cls)
        return broken(IntakeRule::WrongEnum, "eventclass", "create, update, compensate or confirm",
                      event.eventclass);
    if (*cls != event.known->cls)
        return broken(IntakeRule::WrongClass, "eventclass",
                      std::string(name(event.known->cls)) + ", the class of " +
                          std::string(event.known->name),
                      event.eventclass);
    return {};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool isHex(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return hexDigit(c) >= 0; });
}

/// W3C Trace Context: `version-trace-parent-flags`; later versions may go on after a dash.
bool isTraceparent(std::string_view text)
{
    constexpr std::size_t size = 55;
    if (text.size() < size || text[2] != '-' || text[35] != '-' || text[52] != '-')
        return false;
    const auto version = text.substr(0, 2);
    const auto trace = text.substr(3, 32);
    const auto parent = text.substr(36, 16);
    if (!isHex(version) || !isHex(trace) || !isHex(parent) || !isHex(text.substr(53, 2)))
        return false;
    const bool zero =
        trace.find_first_not_of('0') == trace.npos || parent.find_first_not_of('0') == parent.npos;
    const bool length = text.size() == size || (version != "00" && text[size] == '-');
    return version != "ff" && !zero && length;
}

Refusal readTimeAndTrace(Envelope& event)
{
    if (!event.time.empty()) {
        const auto at = readInstant(event.time);
        if (!at)
            return broken(IntakeRule::BadTime, "time", "a time as in RFC 3339 with its zone", event.time);
        event.at = *at;
        event.hasTime = true;
    }
    if (event.traceparent.empty())
        return {};
    if (!isTraceparent(event.traceparent))
        return broken(IntakeRule::BadTraceparent, "traceparent", "a traceparent of W3C Trace Context",
                      event.traceparent);
    for (std::size_t i = 0; i < event.correlation.size(); ++i)
        event.correlation[i] = static_cast<std::byte>(hexDigit(event.traceparent[3 + 2 * i]) << 4 |
                                                      hexDigit(event.traceparent[4 + 2 * i]));
    event.hasCorrelation = true;
    return {};
}

}  // namespace

Refusal readEnvelope(simdjson::dom::object event, Envelope& into)
{
    if (Refusal refusal = readAttributes(event, into))
        return refusal;
    if (Refusal refusal = checkPresence(into))
        return refusal;
    if (Refusal refusal = checkType(into))
        return refusal;
    return readTimeAndTrace(into);
}

}  // namespace holdpoint::engine
