// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include "core/base/check.h"

#include <memory>
#include <openssl/evp.h>

namespace holdpoint {
namespace {

/// The one-shot call looks the algorithm up anew each time, which costs more than hashing a short text.
struct Sha256 {
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                              &EVP_MD_free};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

}  // namespace

Hash sha256(std::span<const std::byte> bytes)
{
    thread_local const Sha256 sha;
    Hash hash;
    HP_CHECK(EVP_DigestInit_ex2(sha.context.get(), sha.algorithm.get(), nullptr) == 1);
    HP_CHECK(EVP_DigestUpdate(sha.context.get(), bytes.data(), bytes.size()) == 1);
    HP_CHECK(EVP_DigestFinal_ex(sha.context.get(), reinterpret_cast<unsigned char*>(hash.data()), nullptr) ==
             1);
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

bool fromHex(std::string_view digits, std::span<std::byte> out) noexcept
{
    constexpr std::string_view known = "0123456789abcdef";
    if (digits.size() != out.size() * 2)
        return false;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto high = known.find(digits[2 * i]);
        const auto low = known.find(digits[2 * i + 1]);
        if (high == known.npos || low == known.npos)
            return false;
        out[i] = static_cast<std::byte>(high << 4 | low);
    }
    return true;
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
