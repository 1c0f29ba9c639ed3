// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include <openssl/sha.h>

namespace holdpoint {

Hash sha256(std::span<const std::byte> bytes)
{
    Hash hash;
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
           reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

Hash sha256(std::string_view text) { return sha256(bytesOf(text)); }

std::string toHex(std::span<const std::byte> bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::byte byte : bytes) {
        out += digits[static_cast<unsigned>(byte) >> 4];
        out += digits[static_cast<unsigned>(byte) & 15];
    }
    return out;
}

std::uint64_t prefix64(const Hash& hash) noexcept
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i)
        value = value << 8 | static_cast<std::uint64_t>(hash[i]);
    return value;
}

void addTo(Hash& sum, const Hash& hash) noexcept
{
    unsigned carry = 0;
    for (std::size_t i = sum.size(); i-- > 0;) {
        carry += static_cast<unsigned>(sum[i]) + static_cast<unsigned>(hash[i]);
        sum[i] = static_cast<std::byte>(carry);
        carry >>= 8;
    }
}

std::uint64_t hash64(std::string_view text) noexcept
{
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (const char c : text) {
        h ^= static_cast<unsigned char>(c);
        h *= 0x100000001B3ULL;
    }
    h ^= h >> 32;
    h *= 0x9FB21C651E98DF25ULL;
    return h ^ h >> 28;
}

}  // namespace holdpoint
