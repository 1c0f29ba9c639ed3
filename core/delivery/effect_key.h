// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/effect.h"

#include <string>
#include <string_view>

/// Idempotency keys. Made from the business id alone, never from attempt, epoch or time, so that every retry on every
/// machine, and the old stack after a hand-back, arrives at the same key.
namespace holdpoint::delivery {

inline constexpr std::size_t MaxKeyLength = 64;

/// `hp:<order number>:<operation>:<part>`, with `:gN` for a generation above 1; the part of a refund is `rN`. An order
/// number that is empty, makes the key longer than 64 characters or has others than A–Z a–z 0–9 . _ : - is replaced by
/// 20 characters of the base32 of its SHA-256.
[[nodiscard]] std::string effectKey(std::string_view orderNumber, EffectRef ref);

struct ParsedKey {
    std::string order;  ///< the order number, or what stands for it
    EffectRef ref;

    friend bool operator==(const ParsedKey&, const ParsedKey&) = default;
};

/// Reads a key from the right, so that an order number may hold colons. Only what `effectKey` writes is a key.
/// Errors: InvalidArgument.
Result<ParsedKey> parseKey(std::string_view key);

}  // namespace holdpoint::delivery
