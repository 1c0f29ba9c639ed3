// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/intake.h"

#include <string>
#include <string_view>

namespace holdpoint::engine {

/// A rule of intake that was broken, and where.
struct Breach {
    IntakeRule rule = IntakeRule::BadJson;
    std::string pointer;  ///< RFC 6901; empty = the whole document
    std::string expected;
    std::string got;
};

/// The way from the top of a document to a value, kept on the stack while walking; text is made only when needed.
struct Path {
    const Path* parent = nullptr;
    std::string_view key;
    std::size_t index = 0;
    bool isIndex = false;

    [[nodiscard]] Path member(std::string_view name) const { return {this, name, 0, false}; }
    [[nodiscard]] Path item(std::size_t at) const { return {this, {}, at, true}; }
    /// RFC 6901 pointer.
    [[nodiscard]] std::string text() const;
};

/// `/` and `~` escaped for a JSON pointer.
[[nodiscard]] std::string escapePointer(std::string_view key);
/// At most `most` bytes, never ending inside a character; `…` where cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t most = 80);

}  // namespace holdpoint::engine
