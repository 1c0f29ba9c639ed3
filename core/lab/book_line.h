// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/vendor_book.h"

#include <optional>
#include <string>
#include <string_view>

/// The lines of a vendor's book: fields separated by tabs, control characters and % as %XX, the last field a checksum of
/// what stands before it.
namespace holdpoint::lab {

void appendRow(std::string& out, const BookRow& row);
void appendDelivered(std::string& out, std::string_view event);
/// Empty: not such a line, or damaged.
std::optional<BookRow> parseRow(std::string_view line);
std::optional<std::string> parseDelivered(std::string_view line);

}  // namespace holdpoint::lab
