// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace holdpoint {

/// What went wrong, as far as a caller can act on it. The sentence a person reads is made in `ui/text`.
enum class Code {
    InvalidArgument,  ///< the input itself is wrong; sending it again cannot help
    NotFound,
    Conflict,        ///< somebody else was first: another holder, another version, another content
    Stale,           ///< what the decision would rest on is too old
    Forbidden,       ///< not allowed: role, file permission
    Unavailable,     ///< not now: full disk, full queue, vendor away
    Corrupt,         ///< what is on disk cannot be true
    OutcomeUnknown,  ///< may or may not have happened; ask before doing it again
    Unsupported,     ///< a newer version or an unknown kind
};

/// The name used in JSON, SQL and logs (lower_snake_case).
[[nodiscard]] std::string_view name(Code code) noexcept;

/// A code to branch on and English detail for the log.
struct Error {
    Code code = Code::InvalidArgument;
    std::string detail;

    friend bool operator==(const Error&, const Error&) = default;
};

/// A T or an Error. `return value;` and `return Error{...};` both work; ignoring one does not compile.
template <typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error> {
    using Base = tl::expected<T, Error>;

public:
    using Base::Base;
    Result(Error error) : Base(tl::make_unexpected(std::move(error))) {}  // NOLINT: implicit by design
};

}  // namespace holdpoint
