// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/effect_key.h"

#include "core/base/hash.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace holdpoint::delivery {
namespace {

constexpr std::string_view prefix = "hp:";

bool isPlain(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '_' || c == ':' || c == '-';
    });
}

/// RFC 4648 alphabet in lower case; 20 characters are 100 bits.
std::string shortHash(std::string_view text)
{
    constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    const Hash hash = sha256(text);
    std::string out;
    for (std::size_t bit = 0; out.size() < 20; bit += 5) {
        const auto high = static_cast<unsigned>(hash[bit / 8]),
                   low = static_cast<unsigned>(hash[bit / 8 + 1]);
        out += alphabet[(high << 8 | low) >> (11 - bit % 8) & 31];
    }
    return out;
}

std::string suffix(EffectRef ref)
{
    std::string out(":");
    out += name(ref.operation);
    out += ref.operation == Operation::Refund ? ":r" : ":";
    out += std::to_string(ref.part);
    if (ref.generation > 1)
        out += ":g" + std::to_string(ref.generation);
    return out;
}

/// Cuts the last `:word` off.
std::string_view takeLast(std::string_view& rest)
{
    const auto colon = rest.rfind(':');
    if (colon == std::string_view::npos)
        return {};
    const std::string_view word = rest.substr(colon + 1);
    rest = rest.substr(0, colon);
    return word;
}

std::optional<unsigned> number(std::string_view digits, unsigned most)
{
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || value > most ||
        (digits.size() > 1 && digits[0] == '0'))
        return std::nullopt;
    return value;
}

std::optional<ParsedKey> parse(std::string_view rest)
{
    ParsedKey parsed;
    std::string_view word = takeLast(rest);
    if (word.starts_with('g')) {
        const auto generation = number(word.substr(1), 255);
        if (!generation || *generation < 2)
            return std::nullopt;
        parsed.ref.generation = static_cast<std::uint8_t>(*generation);
        word = takeLast(rest);
    }
    const auto operation = fromName<Operation>(takeLast(rest));
    const bool isRefund = operation == Operation::Refund;
    if (!operation || isRefund != word.starts_with('r'))
        return std::nullopt;
    const auto part = number(word.substr(isRefund ? 1 : 0), 65'535);
    if (!part || !rest.starts_with(prefix))
        return std::nullopt;
    parsed.ref.operation = *operation;
    parsed.ref.part = static_cast<Part>(*part);
    parsed.order = rest.substr(prefix.size());
    return parsed;
}

}  // namespace

std::string effectKey(std::string_view orderNumber, EffectRef ref)
{
    const std::string tail = suffix(ref);
    const bool fits = prefix.size() + orderNumber.size() + tail.size() <= MaxKeyLength;
    std::string key(prefix);
    if (fits && isPlain(orderNumber))
        key += orderNumber;
    else
        key += shortHash(orderNumber);
    return key + tail;
}

Result<ParsedKey> parseKey(std::string_view key)
{
    if (key.size() <= MaxKeyLength && isPlain(key))
        if (auto parsed = parse(key); parsed && !parsed->order.empty())
            return *std::move(parsed);
    return Error{Code::InvalidArgument, "not an effect key"};
}

}  // namespace holdpoint::delivery
