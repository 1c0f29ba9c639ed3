// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/contracts/json.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace holdpoint::contracts {

/// A JSON Schema (draft 7) as a flat list of checks. Understands type, enum and const of scalars, required, properties,
/// additionalProperties, items (one schema), minLength, maxLength, minItems, maxItems, minimum, maximum. Annotations and
/// x- members are skipped; any other keyword is an error, never silently true. Immutable; any thread.
class Schema {
public:
    /// Takes everything.
    Schema();
    /// `json` is the schema itself. Errors: InvalidArgument, Unsupported; the detail names the place.
    static Result<Schema> compile(std::string_view json);

    /// The first breach in the order of the document, or none.
    [[nodiscard]] std::optional<Breach> check(const Json& document) const;

private:
    struct Member {
        std::string name;
        std::uint32_t rule = 0;
    };
    struct Rule {
        std::uint8_t types = 0xFF;         // bits, see schema_types.h
        std::vector<std::string> allowed;  // enum or const, as JSON text
        std::vector<Member> members;
        std::vector<std::string> required;
        std::uint32_t others = 0;  // rule for members not listed
        std::uint32_t items = 0;
        std::uint64_t minLength = 0;
        std::uint64_t maxLength = UINT64_MAX;
        std::uint64_t minItems = 0;
        std::uint64_t maxItems = UINT64_MAX;
        double minimum = -std::numeric_limits<double>::infinity();
        double maximum = std::numeric_limits<double>::infinity();
    };
    friend class Compiler;
    friend class Checker;

    // Rule 0 takes everything, rule 1 nothing; the root is the last.
    std::vector<Rule> rules_;
};

}  // namespace holdpoint::contracts
