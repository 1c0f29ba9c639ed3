// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/model/facts.h"

#include <string>
#include <utility>
#include <vector>

namespace holdpoint {

/// `kind u8, length varint, part varint, at zigzag (delta to base), fields`. The length lets a reader keep kinds it
/// does not know, and lets a kind grow fields at its end.
void encode(ByteWriter& out, const Fact& fact, Instant base);
/// Errors: Corrupt. An unknown kind is not an error.
Result<Fact> decodeFact(ByteReader& in, Instant base);

/// The field in which two facts of one kind differ first, or empty if they are the same. `kind` if the kinds differ.
[[nodiscard]] std::string firstDifference(const Fact& a, const Fact& b);

/// Field names and values as text, dictionary numbers resolved: for timelines, JSON, and hashes that must not depend
/// on numbers given in order of arrival.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> describe(const Fact& fact,
                                                                        const Dictionary& names);
/// One line: name, part, time, then `field=value` each. Equal facts of two stores give the same line.
[[nodiscard]] std::string canonicalText(const Fact& fact, const Dictionary& names);

}  // namespace holdpoint
