// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/event_types.h"

#include <optional>
#include <simdjson.h>
#include <span>

namespace holdpoint::engine {

/// Reads `data` of an event by the rules of its type into a draft; texts stay in the parser.
class FieldReader {
public:
    explicit FieldReader(Draft& draft) noexcept : draft_(draft) {}

    [[nodiscard]] std::optional<Breach> read(simdjson::dom::element data, std::span<const FieldRule> rules);

private:
    using element = simdjson::dom::element;

    bool readObject(element object, std::span<const FieldRule> rules, FieldSet& into, const Path& path);
    bool readMember(element value, const FieldRule& rule, FieldSet& into, const Path& path);
    bool readInteger(element value, std::int64_t least, std::int64_t most, FieldValue& into,
                     const Path& path);
    bool readText(element value, FieldValue& into, const Path& path);
    bool readTime(FieldValue& into, const Path& path);
    bool readCurrency(FieldValue& into, const Path& path);
    bool readHoldReason(FieldValue& into, const Path& path);
    bool readAmounts(std::span<const FieldRule> rules, FieldSet& set, const Path& path);
    bool readItems(element value, std::span<const FieldRule> rules, const Path& path);
    bool allRequired(std::span<const FieldRule> rules, const FieldSet& set, const Path& path);
    bool breach(IntakeRule rule, const Path& path, std::string expected, std::string got);

    Draft& draft_;
    Currency currency_;
    std::optional<Breach> breach_;
};

/// What stands there, short enough for a sentence.
[[nodiscard]] std::string describe(simdjson::dom::element value);
/// True for a text that may be a name: at most 256 bytes, no control characters. Otherwise `why` has the broken rule.
[[nodiscard]] bool isName(std::string_view text, Breach& why);
/// RFC 3339 with its zone, as CloudEvents asks.
[[nodiscard]] std::optional<Instant> readInstant(std::string_view text);

}  // namespace holdpoint::engine
