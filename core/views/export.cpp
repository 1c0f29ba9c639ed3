// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/export.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace holdpoint::views {
namespace {

using session::ExportFormat;

struct Cell {
    std::string_view name;
    std::string text;
    bool number = false;
};
using Cells = std::vector<Cell>;

Cell cell(std::string_view name, std::string text) { return {name, std::move(text), false}; }
Cell cell(std::string_view name, std::int64_t number) { return {name, std::to_string(number), true}; }
Cell cell(std::string_view name, Instant at)
{
    return {name, at == Never ? std::string() : toText(at), false};
}
template <typename E>
requires std::is_enum_v<E> Cell cell(std::string_view name, E value)
{
    return {name, std::string(holdpoint::name(value)), false};
}

/// `58.90`: a number for a spreadsheet, exact for everybody.
Cell amountCell(const Money& money)
{
    const std::string text = toText(money);
    return {"value", text.substr(0, text.find(' ')), true};
}

std::string hex(std::uint64_t value)
{
    char out[17];
    std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(value));
    return out;
}

std::string flagsText(std::uint32_t flags)
{
    std::string text;
    for (std::size_t f = 0; f < CountOf<Flag>; ++f)
        if ((flags >> f & 1U) != 0)
            text += (text.empty() ? "" : " ") + std::string(name(static_cast<Flag>(f)));
    return text;
}

Cells cellsOf(const session::OrderRow& r)
{
    return {cell("id", r.id.text()),
            cell("number", r.number),
            cell("producer", r.producer),
            cell("place", r.place),
            cell("status", r.status),
            cell("lane", r.lane),
            cell("owner", r.owner),
            cell("created", r.created),
            cell("changed", r.changed),
            amountCell(r.value),
            cell("currency", r.value.currency.text()),
            cell("channel", r.channel),
            cell("region", r.region),
            cell("vendor", r.vendor),
            cell("flags", flagsText(r.flags)),
            cell("version", std::int64_t{r.version})};
}

/// A code as words: what happened, for people.
std::string wordsOf(std::string code)
{
    std::replace(code.begin(), code.end(), '_', ' ');
    return code;
}

Cells cellsOf(const ItemRow& item)
{
    const session::ExceptionRow& r = item.row;
    return {cell("id", r.id.text()),
            cell("about", r.about.text()),
            cell("order_number", r.orderNumber),
            cell("what_happened", wordsOf(r.code.empty() ? std::string(name(r.category)) : r.code)),
            cell("state", r.state),
            cell("category", r.category),
            cell("stage", r.stage),
            cell("priority", r.priority),
            cell("class", r.cls),
            cell("code", r.code),
            cell("vendor", r.vendor),
            cell("node", r.node),
            cell("channel", r.channel),
            cell("region", r.region),
            amountCell(r.value),
            cell("currency", r.value.currency.text()),
            cell("lane", r.lane),
            cell("group", hex(r.group)),
            cell("opened", r.opened),
            cell("sla", r.due),
            cell("assignee", r.assignee),
            cell("snoozed_until", r.snoozedUntil),
            cell("reopened", std::int64_t{r.reopened}),
            cell("problems", std::int64_t{r.problems}),
            cell("contract_pointer", item.breach.pointer),
            cell("contract_expected", item.breach.expected),
            cell("contract_got", item.breach.got)};
}

Cells cellsOf(const session::GroupRow& r)
{
    return {cell("group", hex(r.fingerprint)),
            cell("count", static_cast<std::int64_t>(r.count)),
            cell("priority", r.priority),
            cell("category", r.category),
            cell("stage", r.stage),
            cell("class", r.cls),
            cell("code", r.code),
            cell("vendor", r.vendor),
            cell("opened", r.opened),
            cell("sla", r.due),
            cell("example", r.example.text())};
}

void appendJson(std::string& out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char escaped[7];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
            out += escaped;
        } else {
            out += c;
        }
    }
    out += '"';
}

std::string lineOf(const Cells& cells, ExportFormat format)
{
    std::string out;
    for (const Cell& c : cells) {
        const bool first = &c == &cells.front();
        out += first ? (format == ExportFormat::Csv ? "" : "{") : ",";
        if (format == ExportFormat::Csv) {
            out += c.number ? c.text : csvText(c.text);
            continue;
        }
        appendJson(out, c.name);
        out += ':';
        if (c.number)
            out += c.text;
        else
            appendJson(out, c.text);
    }
    return out + (format == ExportFormat::Csv ? "\r\n" : "}\n");
}

template <typename Row>
std::string namesOf()
{
    std::string out;
    for (const Cell& c : cellsOf(Row{}))
        out += (out.empty() ? "" : ",") + std::string(c.name);
    return out + "\r\n";
}

}  // namespace

std::string csvText(std::string_view text)
{
    const bool formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    std::string safe = formula ? "'" : "";
    safe += text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos)
        return safe;
    std::string out = "\"";
    for (const char c : safe)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string header(session::List list, ExportFormat format)
{
    if (format == ExportFormat::JsonLines)
        return {};
    switch (list) {
    case session::List::Exceptions: return namesOf<ItemRow>();
    case session::List::Groups: return namesOf<session::GroupRow>();
    case session::List::Orders: return namesOf<session::OrderRow>();
    case session::List::Numbers:
    case session::List::Board:
    case session::List::Rollout:
    case session::List::Shadow: break;
    }
    return {};
}

std::string line(const session::OrderRow& row, ExportFormat format) { return lineOf(cellsOf(row), format); }
std::string line(const ItemRow& item, ExportFormat format) { return lineOf(cellsOf(item), format); }
std::string line(const session::GroupRow& row, ExportFormat format) { return lineOf(cellsOf(row), format); }

std::string Chunker::take()
{
    std::string chunk;
    while (!lines_.empty() && chunk.size() + lines_.front().size() <= session::LargestChunk) {
        chunk += lines_.front();
        lines_.pop_front();
    }
    if (chunk.empty() && !lines_.empty()) {
        chunk = lines_.front().substr(0, session::LargestChunk);
        lines_.front().erase(0, chunk.size());
    }
    size_ -= chunk.size();
    return chunk;
}

}  // namespace holdpoint::views
