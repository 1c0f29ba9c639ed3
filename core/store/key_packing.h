// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace holdpoint::store {

/// Foreign keys as they lie in the table `key`: decimal numbers, lower-case hex and UUIDs take half the room or less.
/// One text has one packed form, and decimals sort by value, so that counted-up order numbers append to the tree.
/// Returns a view of `scratch`, valid until it changes.
std::span<const std::byte> packKey(std::string_view text, std::vector<std::byte>& scratch);
[[nodiscard]] std::string unpackKey(std::span<const std::byte> packed);

}  // namespace holdpoint::store
