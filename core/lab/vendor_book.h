// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/facts.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace holdpoint::lab {

/// Hashes of the fields that "the same body" means; a difference names the field.
inline constexpr std::array<std::string_view, 7> BodyFields = {"order",  "lines",    "node",     "region",
                                                               "amount", "currency", "reference"};
using BodyPrint = std::array<std::uint32_t, BodyFields.size()>;

/// One call as the vendor received it, and what it did about it.
struct BookRow {
    Instant at;
    std::string key;
    Operation operation = Operation::Ship;
    Part part = 0;
    std::string order;
    std::string node;
    std::string trace;
    std::string about;  ///< the reference the call named
    std::int64_t amount = 0;
    BodyPrint print{};
    bool effect = false;   ///< something was really done
    bool settled = false;  ///< the answer below is final for this key: done, or refused for business reasons
    std::uint16_t status = 0;
    FailureClass cls = FailureClass::None;
    std::string code;       ///< of a refusal
    std::string reference;  ///< the vendor's id of what it made
    Instant webhookAt{};    ///< 0: none
    std::uint8_t copies = 0;
};

/// All receipts of one key.
struct BookEntry {
    BookRow row;  ///< the settled one, else the last
    std::uint32_t received = 0;
    std::uint32_t effects = 0;
};

/// What a vendor received, by key, outside the engine's crash domain: an append-only text file, one line a row with a
/// checksum; a torn last line is cut off when it is opened. A reply may leave only after `sync()` succeeded.
/// One owner, one thread. A second process that opens the same file is refused.
class VendorBook {
public:
    /// In memory; with `keep` false only the totals are kept, for measurements.
    explicit VendorBook(bool keep = true) : keep_(keep) {}
    VendorBook(VendorBook&& other) noexcept;
    VendorBook& operator=(VendorBook&& other) noexcept;
    ~VendorBook();
    /// Opens or creates the file. Errors: Conflict (in use), Corrupt (a line before the last is damaged), Unavailable.
    static Result<VendorBook> open(const std::filesystem::path& file);

    /// Null if the key was never received.
    [[nodiscard]] const BookEntry* find(std::string_view key) const;
    void add(BookRow row);
    /// The event with this id was accepted by its receiver and is not sent again after a restart.
    void addDelivered(std::string_view event);
    [[nodiscard]] bool wasDelivered(std::string_view event) const;

    /// Writes what was added and waits for the disk. Errors: Unavailable, from then on always: nothing may be answered any more.
    Result<void> sync();
    [[nodiscard]] bool dirty() const noexcept { return !pending_.empty(); }

    [[nodiscard]] const std::map<std::string, BookEntry, std::less<>>& entries() const noexcept
    {
        return entries_;
    }
    [[nodiscard]] std::uint64_t received() const noexcept { return received_; }
    [[nodiscard]] std::uint64_t effects() const noexcept { return effects_; }

private:
    void fold(BookRow row);
    Result<void> restore(std::string_view text, std::size_t& good);
    bool restoreLine(std::string_view line);

    bool keep_ = true;
    bool broken_ = false;  // a write failed: what is on disk is unknown
    int file_ = -1;
    std::string pending_;
    std::map<std::string, BookEntry, std::less<>> entries_;
    std::unordered_set<std::string> delivered_;
    std::uint64_t received_ = 0;
    std::uint64_t effects_ = 0;
};

/// Reads a book that another process may be writing: key → receipts and effects. Errors: NotFound, Corrupt.
Result<std::map<std::string, BookEntry, std::less<>>> readBook(const std::filesystem::path& file);

}  // namespace holdpoint::lab
