// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <algorithm>
#include <array>
#include <span>

namespace holdpoint {

Result<Currency> Currency::parse(std::string_view text)
{
    std::uint16_t number = 0;
    for (const char letter : text) {
        if (letter < 'A' || letter > 'Z')
            return Error{Code::InvalidArgument, "not a currency: " + std::string(text)};
        number = static_cast<std::uint16_t>(number << 5 | (letter - 'A' + 1));
    }
    if (text.size() != 3)
        return Error{Code::InvalidArgument, "not a currency: " + std::string(text)};
    return fromNumber(number);
}

std::string Currency::text() const
{
    if (number_ == 0)
        return {};
    const auto letter = [this](int shift) { return static_cast<char>('A' + (number_ >> shift & 31) - 1); };
    return {letter(10), letter(5), letter(0)};
}

namespace {

constexpr std::uint16_t packed(const char (&code)[4])
{
    return static_cast<std::uint16_t>((code[0] - 'A' + 1) << 10 | (code[1] - 'A' + 1) << 5 |
                                      (code[2] - 'A' + 1));
}

bool isOneOf(std::uint16_t number, std::span<const std::uint16_t> codes)
{
    return std::find(codes.begin(), codes.end(), number) != codes.end();
}

}  // namespace

int Currency::digits() const noexcept
{
    static constexpr std::array none{packed("JPY"), packed("KRW"), packed("CLP"),
                                     packed("ISK"), packed("VND"), packed("UGX")};
    static constexpr std::array three{packed("KWD"), packed("BHD"), packed("OMR"), packed("TND"),
                                      packed("JOD")};
    return isOneOf(number_, none) ? 0 : isOneOf(number_, three) ? 3 : 2;
}

Result<Money> parseMoney(std::string_view decimal, Currency currency)
{
    const auto wrong = [&] { return Error{Code::InvalidArgument, "not an amount: " + std::string(decimal)}; };
    const int digits = currency.digits();
    std::string_view rest = decimal;
    const bool negative = rest.starts_with('-');
    if (negative)
        rest.remove_prefix(1);
    std::int64_t minor = 0;
    int after = -1;  // digits seen after the point; -1 before it
    bool any = false;
    for (const char c : rest) {
        if (c == '.' && after < 0) {
            after = 0;
            continue;
        }
        if (c < '0' || c > '9')
            return wrong();
        any = true;
        if (after >= digits) {
            if (c != '0')
                return wrong();
            continue;
        }
        if (__builtin_mul_overflow(minor, 10, &minor) || __builtin_add_overflow(minor, c - '0', &minor))
            return wrong();
        if (after >= 0)
            ++after;
    }
    if (!any)
        return wrong();
    for (int i = std::max(after, 0); i < digits; ++i)
        if (__builtin_mul_overflow(minor, 10, &minor))
            return wrong();
    return Money{negative ? -minor : minor, currency};
}

std::string toText(const Money& money)
{
    const std::uint64_t magnitude = money.minor < 0 ? 0 - static_cast<std::uint64_t>(money.minor)
                                                    : static_cast<std::uint64_t>(money.minor);
    std::string text = std::to_string(magnitude);
    const auto digits = static_cast<std::size_t>(money.currency.digits());
    if (digits > 0) {
        if (text.size() <= digits)
            text.insert(0, digits + 1 - text.size(), '0');
        text.insert(text.size() - digits, 1, '.');
    }
    return (money.minor < 0 ? "-" : "") + text + (money.currency.number() ? " " + money.currency.text() : "");
}

}  // namespace holdpoint
