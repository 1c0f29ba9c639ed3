// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace holdpoint::contracts {

/// Where and how a document is not what was agreed.
struct Breach {
    std::string pointer;  ///< JSON pointer; empty: the whole document
    std::string expected;
    std::string got;

    friend bool operator==(const Breach&, const Breach&) = default;
};

/// Limits of outside bytes.
inline constexpr std::size_t MaxBody = 1 << 20;
inline constexpr std::size_t MaxDepth = 32;
inline constexpr std::size_t MaxMembers = 10'000;
inline constexpr std::size_t MaxText = 64 << 10;

/// One parsed JSON document and the memory to parse it, reused by the next `parse`. One thread at a time.
class Json {
public:
    Json();
    ~Json();
    Json(const Json&) = delete;
    Json& operator=(const Json&) = delete;

    /// Strict: UTF-8, the limits above, no member twice in an object. A failed parse leaves an empty document.
    std::optional<Breach> parse(std::string_view bytes);
    /// The string at a JSON pointer, if there is one. Valid until the next parse.
    [[nodiscard]] std::optional<std::string_view> text(std::string_view pointer) const;
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view pointer) const;

private:
    friend class Schema;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace holdpoint::contracts
