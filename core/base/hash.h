// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace holdpoint {

using Hash = std::array<std::byte, 32>;

[[nodiscard]] Hash sha256(std::span<const std::byte> bytes);
[[nodiscard]] Hash sha256(std::string_view text);
[[nodiscard]] std::string toHex(std::span<const std::byte> bytes);
/// False if the text is not exactly the lower-case digits of that many bytes; `out` is anything then.
[[nodiscard]] bool fromHex(std::string_view digits, std::span<std::byte> out) noexcept;
/// First 8 bytes, big-endian.
[[nodiscard]] std::uint64_t prefix64(const Hash& hash) noexcept;
/// Adds modulo 2^256: a sum over entities that does not depend on their order.
void addTo(Hash& sum, const Hash& hash) noexcept;

/// Fast 64-bit hash for look-ups and find buckets, stable across runs and machines (FNV-1a with a final mix).
[[nodiscard]] std::uint64_t hash64(std::string_view text) noexcept;

[[nodiscard]] inline std::span<const std::byte> bytesOf(std::string_view text) noexcept
{
    return {reinterpret_cast<const std::byte*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view textOf(std::span<const std::byte> bytes) noexcept
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace holdpoint
