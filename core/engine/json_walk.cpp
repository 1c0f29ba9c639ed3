// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/json_walk.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace holdpoint::engine {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

/// Never zero for a zero, and never symmetric: combine(a, b) differs from combine(b, a).
std::uint64_t combine(std::uint64_t a, std::uint64_t b)
{
    std::uint64_t z = (a ^ std::rotl(b, 29)) * 0xBF58476D1CE4E5B9ULL + b + 0x9E3779B97F4A7C15ULL;
    z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
    return z ^ z >> 31;
}

template <typename Word>
std::uint64_t littleEndian(const char* bytes)
{
    Word word;
    std::memcpy(&word, bytes, sizeof word);
    if constexpr (std::endian::native == std::endian::big)
        word = static_cast<Word>(__builtin_bswap64(word) >> (64 - 8 * sizeof word));
    return word;
}

/// Eight bytes at a time; the last ones overlap those before, so that no loop over single bytes is left.
std::uint64_t hashText(std::string_view text)
{
    const char* at = text.data();
    const std::size_t size = text.size();
    std::uint64_t hash = size;
    const char* const end = at + size;
    for (; end - at > 8; at += 8)
        hash = combine(hash, littleEndian<std::uint64_t>(at));
    if (size >= 8)
        return combine(hash, littleEndian<std::uint64_t>(end - 8));
    if (size >= 4)
        return combine(hash, littleEndian<std::uint32_t>(at) << 32 | littleEndian<std::uint32_t>(end - 4));
    if (size == 0)
        return combine(hash, 0);
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i]));
    };
    return combine(hash, byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1));
}

// What a value is goes into its hash, so that 1, "1", true and [1] all differ.
constexpr std::uint64_t Integer = 1, Big = 2, Float = 3, Text = 4, Truth = 5, Null = 6, Array = 7, Object = 8;

}  // namespace

const Breach* JsonWalk::check(element document)
{
    breach_.reset();
    members_ = 0;
    depth_ = 0;
    data_ = 0;
    keys_.clear();
    (void)visit(document, Path{});
    return breach_ ? &*breach_ : nullptr;
}

std::uint64_t JsonWalk::visit(element value, const Path& path)
{
    if (breach_)
        return 0;
    switch (value.type()) {
    case element_type::OBJECT: return visitObject(value.get_object().value_unsafe(), path);
    case element_type::ARRAY: return visitArray(value.get_array().value_unsafe(), path);
    case element_type::STRING: return visitText(value.get_string().value_unsafe(), path);
    case element_type::INT64:
        return combine(Integer, static_cast<std::uint64_t>(value.get_int64().value_unsafe()));
    case element_type::UINT64: return combine(Big, value.get_uint64().value_unsafe());
    case element_type::DOUBLE:
        return combine(Float, std::bit_cast<std::uint64_t>(value.get_double().value_unsafe()));
    case element_type::BOOL: return combine(Truth, value.get_bool().value_unsafe() ? 1 : 0);
    case element_type::NULL_VALUE: return Null;
    }
    return 0;
}

std::uint64_t JsonWalk::visitObject(simdjson::dom::object object, const Path& path)
{
    goDeeper(path);
    const std::size_t firstKey = keys_.size();
    std::uint64_t sum = 0;  // a sum does not depend on the order of the members
    for (const auto [key, value] : object) {
        const Path member = path.member(key);
        countOne(member);
        keys_.push_back({visitText(key, member), key});
        const std::uint64_t keyHash = keys_.back().hash;
        const std::uint64_t valueHash = visit(value, member);
        sum += combine(keyHash, valueHash);
        if (!path.parent && key == "data")
            data_ = valueHash;
        if (breach_)
            return 0;
    }
    findRepeated(firstKey, path);
    keys_.resize(firstKey);
    --depth_;
    return combine(Object, sum);
}

std::uint64_t JsonWalk::visitArray(simdjson::dom::array array, const Path& path)
{
    goDeeper(path);
    std::uint64_t hash = Array;
    std::size_t index = 0;
    for (const element item : array) {
        const Path here = path.item(index++);
        countOne(here);
        hash = combine(hash, visit(item, here));
        if (breach_)
            return 0;
    }
    --depth_;
    return combine(hash, index);
}

std::uint64_t JsonWalk::visitText(std::string_view text, const Path& path)
{
    if (text.size() > IntakeLimits::text)
        breach(IntakeRule::TextTooLong, path, "at most 65536 bytes of text",
               std::to_string(text.size()) + " bytes");
    return combine(Text, hashText(text));
}

void JsonWalk::findRepeated(std::size_t firstKey, const Path& path)
{
    const auto first = keys_.begin() + static_cast<std::ptrdiff_t>(firstKey);
    std::sort(first, keys_.end());
    const auto again = std::adjacent_find(first, keys_.end());
    if (again != keys_.end())
        breach(IntakeRule::DuplicateKey, path.member(again->text), "each key once", "the key twice");
}

/// The parser stops before the stack could; but it lets one empty array or object pass at the last level.
void JsonWalk::goDeeper(const Path& path)
{
    if (++depth_ > IntakeLimits::depth)
        breach(IntakeRule::TooDeep, path, "at most 32 levels", "a deeper one");
}

void JsonWalk::countOne(const Path& path)
{
    if (++members_ > IntakeLimits::members)
        breach(IntakeRule::TooManyMembers, path, "at most 10000 members and items", "more");
}

void JsonWalk::breach(IntakeRule rule, const Path& path, std::string expected, std::string got)
{
    if (!breach_)
        breach_ = Breach{rule, path.text(), std::move(expected), std::move(got)};
}

}  // namespace holdpoint::engine
