// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace holdpoint {

/// An ISO 4217 code packed as three letters, 5 bits each; 0 means "none". An instance that exists is valid.
class Currency {
public:
    constexpr Currency() noexcept = default;
    /// Three letters A to Z. Errors: InvalidArgument.
    static Result<Currency> parse(std::string_view text);
    [[nodiscard]] static constexpr Currency fromNumber(std::uint16_t number) noexcept
    {
        Currency c;
        c.number_ = number;
        return c;
    }
    [[nodiscard]] constexpr std::uint16_t number() const noexcept { return number_; }
    [[nodiscard]] std::string text() const;
    /// Digits after the point: 2, but 0 for JPY, KRW and the like, 3 for KWD and the like.
    [[nodiscard]] int digits() const noexcept;

    friend constexpr auto operator<=>(Currency, Currency) noexcept = default;

private:
    std::uint16_t number_ = 0;
};

/// An amount in minor units of its currency (cents). Never floating point.
struct Money {
    std::int64_t minor = 0;
    Currency currency;

    friend constexpr bool operator==(const Money&, const Money&) noexcept = default;
};

/// Parses `58.90` exactly into minor units. Errors: InvalidArgument (not a decimal, more digits than the currency
/// has, beyond 64 bit).
Result<Money> parseMoney(std::string_view decimal, Currency currency);
/// `58.90 BRL`.
[[nodiscard]] std::string toText(const Money& money);

}  // namespace holdpoint
