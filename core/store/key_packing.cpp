// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/key_packing.h"

#include "core/base/hash.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace holdpoint::store {
namespace {

// First byte of a packed key. Decimal + n: n bytes of a big-endian number follow, so a longer number sorts later.
enum Tag : std::uint8_t { Raw = 0, Decimal = 0x10, Hex = 0x20, Uuid = 0x21 };
constexpr std::size_t MaxDigits = 19;  // every number of so many digits fits 64 bit
constexpr std::string_view UuidShape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
constexpr bool isHex(char c) { return hexValue(c) >= 0; }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isDecimal(std::string_view text)
{
    return !text.empty() && text.size() <= MaxDigits && text[0] != '0' &&
           std::all_of(text.begin(), text.end(), isDigit);
}

bool isUuid(std::string_view text)
{
    return text.size() == UuidShape.size() &&
           std::equal(text.begin(), text.end(), UuidShape.begin(),
                      [](char c, char shape) { return shape == '-' ? c == '-' : isHex(c); });
}

bool isHexText(std::string_view text)
{
    return text.size() >= 8 && text.size() % 2 == 0 && std::all_of(text.begin(), text.end(), isHex);
}

void packDecimal(std::string_view text, std::vector<std::byte>& out)
{
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    int bytes = 1;
    while (bytes < 8 && value >> 8 * bytes != 0)
        ++bytes;
    out.push_back(static_cast<std::byte>(Decimal + bytes));
    for (int i = bytes; i-- > 0;)
        out.push_back(static_cast<std::byte>(value >> 8 * i));
}

void packHex(Tag tag, std::string_view text, std::vector<std::byte>& out)
{
    out.push_back(static_cast<std::byte>(tag));
    int high = -1;
    for (const char c : text) {
        if (c == '-')
            continue;
        if (high < 0) {
            high = hexValue(c);
        } else {
            out.push_back(static_cast<std::byte>(high << 4 | hexValue(c)));
            high = -1;
        }
    }
}

std::string unpackUuid(std::span<const std::byte> bytes)
{
    const std::string digits = toHex(bytes);
    std::string text;
    std::size_t at = 0;
    for (const char shape : UuidShape)
        text += shape == '-' ? '-' : (at < digits.size() ? digits[at++] : '0');
    return text;
}

}  // namespace

std::span<const std::byte> packKey(std::string_view text, std::vector<std::byte>& scratch)
{
    scratch.clear();
    if (isDecimal(text)) {
        packDecimal(text, scratch);
    } else if (isUuid(text)) {
        packHex(Uuid, text, scratch);
    } else if (isHexText(text)) {
        packHex(Hex, text, scratch);
    } else {
        scratch.push_back(std::byte{Raw});
        const auto bytes = bytesOf(text);
        scratch.insert(scratch.end(), bytes.begin(), bytes.end());
    }
    return scratch;
}

std::string unpackKey(std::span<const std::byte> packed)
{
    if (packed.empty())
        return {};
    const auto tag = static_cast<std::uint8_t>(packed[0]);
    const auto rest = packed.subspan(1);
    if (tag == Raw)
        return std::string(textOf(rest));
    if (tag == Hex)
        return toHex(rest);
    if (tag == Uuid)
        return unpackUuid(rest);
    std::uint64_t value = 0;
    for (const std::byte byte : rest)
        value = value << 8 | static_cast<std::uint64_t>(byte);
    return std::to_string(value);
}

}  // namespace holdpoint::store
