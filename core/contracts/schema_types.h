// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace holdpoint::contracts {

/// Types of JSON Schema as bits. An integer is a number too.
enum TypeBit : std::uint8_t {
    NullType = 1,
    BooleanType = 2,
    IntegerType = 4,
    FractionType = 8,
    StringType = 16,
    ArrayType = 32,
    ObjectType = 64,
};
inline constexpr std::uint8_t AnyType = 0xFF;

struct TypeWord {
    std::string_view word;
    std::uint8_t bits;
};
inline constexpr std::array<TypeWord, 7> TypeWords{{{"null", NullType},
                                                    {"boolean", BooleanType},
                                                    {"number", IntegerType | FractionType},
                                                    {"integer", IntegerType},
                                                    {"string", StringType},
                                                    {"array", ArrayType},
                                                    {"object", ObjectType}}};

/// `string or null`.
[[nodiscard]] inline std::string wordsOf(std::uint8_t bits)
{
    std::string out;
    for (const TypeWord& type : TypeWords) {
        if ((bits & type.bits) != type.bits || (type.word == "integer" && (bits & FractionType)))
            continue;
        out += out.empty() ? "" : " or ";
        out += type.word;
    }
    return out;
}

}  // namespace holdpoint::contracts
