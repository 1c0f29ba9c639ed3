// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/check.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace holdpoint::host {

/// What we recorded against what the vendors wrote down, key by key.
struct BooksReport {
    std::uint64_t effectsRecorded = 0;  ///< answered as done
    std::uint64_t effectsInBooks = 0;   ///< effects that vendors really made
    std::uint64_t callsRecorded = 0;    ///< ends of calls in our journal
    std::uint64_t callsInBooks = 0;     ///< calls that vendors received
    std::uint64_t disagreementCount = 0;
    std::vector<views::Disagreement> disagreements;  ///< the first ones

    [[nodiscard]] bool agrees() const noexcept { return disagreementCount == 0; }
};

/// The numbers that must agree, of the store and against the books.
struct NumbersReport {
    views::CheckReport store;
    BooksReport books;
    bool conserved =
        false;  ///< received = accepted + refused + parked + duplicate; orders = sum over their places

    [[nodiscard]] bool agrees() const noexcept { return conserved && store.agrees() && books.agrees(); }
};

/// Checks the store in `folder` against itself and against the vendors' own books in `folder/vendors`. For each key:
/// an effect that one side has and the other has not, two effects under one key, a key that we never planned or planned for another vendor, and more or
/// fewer calls than we can have made are disagreements. Reads only; also beside a running engine, when it is at rest.
/// Errors: those of the store reader and of reading a book.
Result<NumbersReport> checkNumbers(const std::filesystem::path& folder,
                                   const std::function<bool(std::uint64_t, std::uint64_t)>& progress = {});

}  // namespace holdpoint::host
