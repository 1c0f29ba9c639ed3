// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace holdpoint {

/// Appends to a buffer that its owner keeps and reuses. Integers are LEB128 varints, signed ones zigzag.
class ByteWriter {
public:
    explicit ByteWriter(std::vector<std::byte>& out) noexcept : out_(out) {}

    void u8(std::uint8_t value) { out_.push_back(static_cast<std::byte>(value)); }
    void varint(std::uint64_t value)
    {
        while (value >= 0x80) {
            out_.push_back(static_cast<std::byte>(value | 0x80));
            value >>= 7;
        }
        out_.push_back(static_cast<std::byte>(value));
    }
    void zigzag(std::int64_t value)
    {
        varint(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
    }
    void raw(std::span<const std::byte> bytes) { out_.insert(out_.end(), bytes.begin(), bytes.end()); }
    void blob(std::span<const std::byte> bytes)
    {
        varint(bytes.size());
        raw(bytes);
    }
    void text(std::string_view text)
    {
        varint(text.size());
        const auto* first = reinterpret_cast<const std::byte*>(text.data());
        out_.insert(out_.end(), first, first + text.size());
    }
    [[nodiscard]] std::size_t size() const noexcept { return out_.size(); }

private:
    std::vector<std::byte>& out_;
};

/// Reads what ByteWriter wrote. A read beyond the end gives zeroes and makes `failed()` true for good, so callers
/// check once at the end. Views point into the bytes given.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> in) noexcept : in_(in) {}

    std::uint8_t u8() noexcept
    {
        if (at_ >= in_.size())
            return fail();
        return static_cast<std::uint8_t>(in_[at_++]);
    }
    std::uint64_t varint() noexcept
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t byte = u8();
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if ((byte & 0x80) == 0)
                return value;
        }
        return fail();
    }
    std::int64_t zigzag() noexcept
    {
        const std::uint64_t value = varint();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    std::span<const std::byte> raw(std::size_t count) noexcept
    {
        if (count > in_.size() - at_) {
            fail();
            return {};
        }
        const auto bytes = in_.subspan(at_, count);
        at_ += count;
        return bytes;
    }
    std::span<const std::byte> blob() noexcept { return raw(varint()); }
    std::string_view text() noexcept
    {
        const auto bytes = blob();
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    [[nodiscard]] bool failed() const noexcept { return failed_; }
    [[nodiscard]] bool atEnd() const noexcept { return at_ >= in_.size(); }
    [[nodiscard]] std::size_t position() const noexcept { return at_; }

private:
    std::uint8_t fail() noexcept
    {
        failed_ = true;
        at_ = in_.size();
        return 0;
    }

    std::span<const std::byte> in_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

}  // namespace holdpoint
