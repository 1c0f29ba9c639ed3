// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/complete.h"
#include "core/search/parse.h"
#include "core/search/term_reader.h"

#include <algorithm>

namespace holdpoint::search {
namespace {

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

bool isPlain(std::string_view text)
{
    return !text.empty() && std::none_of(text.begin(), text.end(), [](char c) {
        return endsWord(c) || c == '"' || c == ',' || c == '*' || c == '\\';
    });
}

/// A bare word that would be read as anything else is quoted.
bool isPlainWord(std::string_view text)
{
    if (!isPlain(text) || text == "AND" || text == "OR" || text == "NOT" || text.front() == '-' ||
        text.front() == '/')
        return false;
    const auto again = readTerm(text, 0);
    return again && again->end == text.size() && again->term.field == Field::Any &&
           again->term.op == Op::Is && again->term.values.front().text == text;
}

std::string_view signOf(Op op)
{
    switch (op) {
    case Op::Is: return ":";
    case Op::Equal: return "=";
    case Op::NotEqual: return "!=";
    case Op::Greater: return ":>";
    case Op::GreaterEqual: return ":>=";
    case Op::Less: return ":<";
    case Op::LessEqual: return ":<=";
    case Op::Regex: return "~";
    }
    return ":";
}

std::string valueText(const Term& term, const Value& value)
{
    if (value.form == Value::Form::Present)
        return "*";
    if (value.form == Value::Form::Wildcard)
        return value.text;
    return term.op == Op::Regex ? quoted(value.text) : spelled(value.text);
}

std::string termText(const Term& term)
{
    if (term.field == Field::Any) {
        const Value& value = term.values.front();
        if (term.op == Op::Regex) {
            std::string out = "/";
            for (const char c : value.text)
                out += c == '/' ? std::string("\\/") : std::string(1, c);
            return out + '/';
        }
        if (value.form == Value::Form::Wildcard)
            return value.text;
        return isPlainWord(value.text) ? value.text : quoted(value.text);
    }
    std::string out(name(term.field));
    out += signOf(term.op);
    for (const Value& value : term.values)
        out += (&value == &term.values.front() ? "" : ",") + valueText(term, value);
    return out;
}

void write(const Node& node, bool inside, std::string& out)
{
    if (node.kind == Node::Kind::Term) {
        out += termText(node.term);
        return;
    }
    if (node.kind == Node::Kind::Not) {
        out += '-';
        const Node& inner = node.children.front();
        const bool wrap = inner.kind == Node::Kind::Not;
        out += wrap ? "(" : "";
        write(inner, true, out);
        out += wrap ? ")" : "";
        return;
    }
    const bool wrap = inside && node.children.size() > 1;
    out += wrap ? "(" : "";
    for (const Node& child : node.children) {
        if (&child != &node.children.front())
            out += node.kind == Node::Kind::Or ? " OR " : " ";
        write(child, node.kind == Node::Kind::And || child.kind == Node::Kind::Or, out);
    }
    out += wrap ? ")" : "";
}

}  // namespace

std::string spelled(std::string_view value)
{
    // `x:=y` and `x=:y` must not melt into another operator.
    const bool sign =
        !value.empty() && std::string_view(":=!<>~").find(value.front()) != std::string_view::npos;
    return isPlain(value) && !sign ? std::string(value) : quoted(value);
}

std::string normalForm(const Query& query)
{
    std::string out;
    const bool sorted = !query.sort.empty();
    write(query.root, sorted && query.root.kind == Node::Kind::Or, out);
    for (const SortKey& key : query.sort)
        out += (out.empty() ? "sort:" : " sort:") + std::string(key.descending ? "-" : "") +
               std::string(name(key.word));
    return out;
}

}  // namespace holdpoint::search
