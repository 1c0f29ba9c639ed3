// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/term_reader.h"

#include "core/base/ids.h"
#include "core/search/pattern.h"
#include "core/search/value.h"

#include <algorithm>

namespace holdpoint::search {
namespace {

constexpr int MoneyDigits = 3;
constexpr std::size_t TraceIdDigits = 32;

/// One item of a value list as it stands in the text.
struct Piece {
    std::string text;
    bool quoted = false;
    std::size_t at = 0;
    std::size_t length = 0;
};
using Pieces = tl::expected<std::vector<Piece>, ParseError>;

/// Reads a quoted text from its opening quote; false if it is not closed.
bool readQuoted(std::string_view text, std::size_t& at, std::string& out)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
            ++at;
        out += text[at];
    }
    if (at >= text.size())
        return false;
    ++at;
    return true;
}

/// `a,"b c",d` up to the end of the word.
Pieces readPieces(std::string_view text, std::size_t& at, bool lists)
{
    std::vector<Piece> pieces;
    for (;;) {
        Piece piece;
        piece.at = at;
        if (at < text.size() && text[at] == '"') {
            piece.quoted = true;
            if (!readQuoted(text, at, piece.text))
                return wrong(Fault::UnclosedQuote, piece.at, text.size() - piece.at, "the quote has no end");
        } else {
            while (at < text.size() && !endsWord(text[at]) && !(lists && text[at] == ','))
                piece.text += text[at++];
        }
        piece.length = at - piece.at;
        if (piece.length == 0)
            return wrong(Fault::MissingValue, piece.at, 0, "a value is missing");
        pieces.push_back(std::move(piece));
        if (!lists || at >= text.size() || text[at] != ',')
            return pieces;
        ++at;
    }
}

/// ":", "=", ":>=" … ; none if there is no operator here.
std::optional<Op> readOperator(std::string_view text, std::size_t& at)
{
    const auto comes = [&](std::string_view sign, std::size_t from) {
        return text.substr(std::min(from, text.size())).starts_with(sign);
    };
    constexpr std::pair<std::string_view, Op> Signs[] = {
        {"!=", Op::NotEqual}, {">=", Op::GreaterEqual}, {"<=", Op::LessEqual}, {"=", Op::Equal},
        {">", Op::Greater},   {"<", Op::Less},          {"~", Op::Regex},
    };
    const bool colon = comes(":", at);
    for (const auto& [sign, op] : Signs)
        if (comes(sign, at + (colon ? 1 : 0))) {
            at += sign.size() + (colon ? 1 : 0);
            return op;
        }
    if (!colon)
        return {};
    ++at;
    return Op::Is;
}

bool isMeasured(Kind kind)
{
    return kind == Kind::Number || kind == Kind::Money || kind == Kind::Moment || kind == Kind::Deadline ||
           kind == Kind::Duration;
}

using ReadValue = tl::expected<Value, ParseError>;

ReadValue readMeasure(Kind kind, const Piece& piece, std::string_view text)
{
    Value value;
    value.text = text;
    if (kind == Kind::Number || kind == Kind::Money) {
        const auto number = readDecimal(text, kind == Kind::Money ? MoneyDigits : 0);
        if (!number)
            return wrong(Fault::BadNumber, piece.at, piece.length, "not a number: " + piece.text);
        value.form = Value::Form::Number;
        value.number = *number;
        return value;
    }
    const auto duration = kind == Kind::Moment ? std::nullopt : readDuration(text);
    if (duration) {
        value.form = Value::Form::Duration;
        value.number = *duration;
        return value;
    }
    const auto time = kind == Kind::Duration ? std::nullopt : readTime(text);
    if (!time)
        return wrong(kind == Kind::Duration ? Fault::BadDuration : Fault::BadTime, piece.at, piece.length,
                     "not a time: " + piece.text);
    value.form = Value::Form::Time;
    value.time = *time;
    return value;
}

ReadValue readRange(Kind kind, const Piece& piece, std::size_t dots)
{
    const std::string_view ends[] = {std::string_view(piece.text).substr(0, dots),
                                     std::string_view(piece.text).substr(dots + 2)};
    Value range;
    range.form = Value::Form::Range;
    range.text = piece.text;
    for (const std::string_view end : ends) {
        if (end.empty()) {
            range.ends.emplace_back().form = Value::Form::Open;
            continue;
        }
        auto value = readMeasure(kind, piece, end);
        if (!value)
            return value;
        range.ends.push_back(std::move(*value));
    }
    if (ends[0].empty() && ends[1].empty())
        return wrong(Fault::MissingValue, piece.at, piece.length, "a range needs one end at least");
    return range;
}

ReadValue readWordValue(Field field, const Piece& piece)
{
    const auto word = wordOf(field, piece.text);
    if (!word)
        return wrong(Fault::UnknownWord, piece.at, piece.length,
                     std::string(name(field)) + " does not know " + piece.text,
                     nearestWord(field, piece.text));
    Value value;
    value.text = *word;
    return value;
}

bool isTheOneOf(Field field) { return field == Field::Is || field == Field::Has || field == Field::Sort; }

ReadValue readOne(Field field, Op op, const Piece& piece)
{
    const Kind kind = kindOf(field);
    Value value;
    value.text = piece.text;
    if (op == Op::Regex)
        return value;
    if (!piece.quoted && piece.text == "*" && !isTheOneOf(field)) {
        value.form = Value::Form::Present;
        return value;
    }
    if (kind == Kind::Word)
        return readWordValue(field, piece);
    if (!isMeasured(kind)) {
        if (!piece.quoted && op != Op::Equal && piece.text.find('*') != std::string::npos)
            value.form = Value::Form::Wildcard;
        return value;
    }
    if (const std::size_t dots = piece.text.find(".."); dots != std::string::npos)
        return readRange(kind, piece, dots);
    return readMeasure(kind, piece, piece.text);
}

bool isOrdering(Op op)
{
    return op == Op::Greater || op == Op::GreaterEqual || op == Op::Less || op == Op::LessEqual;
}

/// Does the operator make sense for the field and the values read?
bool fits(const Term& term)
{
    const Kind kind = kindOf(term.field);
    if (isTheOneOf(term.field))
        return term.op == Op::Is || term.op == Op::Equal;
    if (term.op == Op::Regex)
        return !isMeasured(kind) && kind != Kind::Word;
    const auto plain = [](const Value& v) {
        return v.form != Value::Form::Range && v.form != Value::Form::Present;
    };
    return !isOrdering(term.op) ||
           (isMeasured(kind) && term.values.size() == 1 && plain(term.values.front()));
}

std::optional<ParseError> checkRegex(const std::string& pattern, std::size_t at, std::size_t length)
{
    const auto compiled = Regex::compile(pattern);
    if (compiled)
        return {};
    return ParseError{Fault::BadRegex, at, length, compiled.error().detail, {}};
}

/// `sort:-sla,id`: a minus in front of a word means descending; it holds for the whole term.
void takeDirection(Term& term, std::vector<Piece>& pieces)
{
    Piece& first = pieces.front();
    if (term.field != Field::Sort || !first.text.starts_with('-'))
        return;
    term.descending = true;
    first.text.erase(0, 1);
    ++first.at;
    --first.length;
}

ReadTerm readField(std::string_view text, std::size_t start, std::size_t nameEnd, std::size_t at, Op op)
{
    const std::string typed(text.substr(start, nameEnd - start));
    Term term;
    term.op = op;
    term.at = start;
    const bool older = lowerCase(typed) == "older";  // `older:10m` is `age:>10m`
    if (const auto field = older ? Field::Age : fieldOf(typed))
        term.field = *field;
    else
        return wrong(Fault::UnknownField, start, typed.size(), "unknown field " + typed, nearestField(typed));
    if (older && op == Op::Is)
        term.op = Op::Greater;
    auto pieces = readPieces(text, at, op != Op::Regex);
    if (!pieces)
        return tl::make_unexpected(pieces.error());
    takeDirection(term, *pieces);
    for (const Piece& piece : *pieces) {
        auto value = readOne(term.field, op, piece);
        if (!value)
            return tl::make_unexpected(value.error());
        if (op == Op::Regex)
            if (auto bad = checkRegex(piece.text, piece.at, piece.length))
                return tl::make_unexpected(*bad);
        term.values.push_back(std::move(*value));
    }
    term.length = at - start;
    if (!fits(term))
        return wrong(Fault::WrongOperator, start, term.length, "the operator does not fit " + typed);
    return Read{std::move(term), at};
}

ReadTerm readRegex(std::string_view text, std::size_t start)
{
    Value value;
    std::size_t at = start + 1;
    for (; at < text.size() && text[at] != '/'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '/')
            ++at;
        else if (text[at] == '\\' && at + 1 < text.size())
            value.text += text[at++];
        value.text += text[at];
    }
    if (at >= text.size())
        return wrong(Fault::UnclosedQuote, start, text.size() - start, "the pattern has no end");
    ++at;
    if (auto bad = checkRegex(value.text, start, at - start))
        return tl::make_unexpected(*bad);
    return Read{{Field::Any, Op::Regex, {std::move(value)}, false, start, at - start}, at};
}

bool isTraceId(std::string_view word)
{
    return word.size() == TraceIdDigits && std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

bool isGroupId(std::string_view word)
{
    return word.size() > 2 && word.starts_with("G-") &&
           std::all_of(word.begin() + 2, word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Ids and keys that people paste whole.
Field fieldOfBareWord(std::string& word)
{
    if (word.starts_with("hp:"))
        return Field::Key;
    if (isTraceId(word)) {
        word = lowerCase(word);
        return Field::Corr;
    }
    if (isGroupId(word))
        return Field::Group;
    if (const auto id = EntityId::parse(word)) {
        if (id->kind() == EntityKind::Order)
            return Field::Order;
        if (id->kind() == EntityKind::Exception)
            return Field::Id;
    }
    if (word.size() > 1 && word.starts_with('#')) {
        word.erase(0, 1);
        return Field::Order;
    }
    return Field::Any;
}

ReadTerm readWord(std::string_view text, std::size_t start)
{
    std::size_t at = start;
    auto pieces = readPieces(text, at, false);
    if (!pieces)
        return tl::make_unexpected(pieces.error());
    Piece& piece = pieces->front();
    Term term;
    term.at = start;
    term.length = at - start;
    Value value;
    if (!piece.quoted) {
        term.field = fieldOfBareWord(piece.text);
        if (term.field == Field::Any && piece.text.find('*') != std::string::npos)
            value.form = Value::Form::Wildcard;
    }
    value.text = std::move(piece.text);
    term.values.push_back(std::move(value));
    return Read{std::move(term), at};
}

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

}  // namespace

ReadTerm readTerm(std::string_view text, std::size_t start)
{
    if (text[start] == '/')
        return readRegex(text, start);
    std::size_t nameEnd = start;
    while (nameEnd < text.size() && (isLetter(text[nameEnd]) || (text[nameEnd] == '-' && nameEnd > start)))
        ++nameEnd;
    std::size_t at = nameEnd;
    const auto op = text.substr(start).starts_with("hp:") ? std::nullopt : readOperator(text, at);
    if (!op)
        return readWord(text, start);
    if (nameEnd == start)
        return wrong(Fault::MissingField, start, at - start, "an operator without a field before it");
    return readField(text, start, nameEnd, at, *op);
}

}  // namespace holdpoint::search
