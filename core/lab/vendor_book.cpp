// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/vendor_book.h"

#include "core/base/hash.h"
#include "core/lab/book_line.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace holdpoint::lab {
namespace {

Error systemError(const std::filesystem::path& file, const char* what)
{
    return {Code::Unavailable, file.string() + ": " + what + ": " + std::strerror(errno)};
}

Result<std::string> contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{Code::NotFound, file.string() + ": no such vendor book"};
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

/// A new file is there after a crash only if its folder was synced too.
void syncFolder(const std::filesystem::path& folder)
{
    const int fd = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

bool writeAll(int file, std::string_view rest)
{
    while (!rest.empty()) {
        const ssize_t written = ::write(file, rest.data(), rest.size());
        if (written < 0 && errno != EINTR)
            return false;
        rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

VendorBook::VendorBook(VendorBook&& other) noexcept { *this = std::move(other); }

VendorBook& VendorBook::operator=(VendorBook&& other) noexcept
{
    keep_ = other.keep_;
    std::swap(file_, other.file_);
    std::swap(pending_, other.pending_);
    std::swap(entries_, other.entries_);
    std::swap(delivered_, other.delivered_);
    received_ = other.received_;
    effects_ = other.effects_;
    broken_ = other.broken_;
    return *this;
}

VendorBook::~VendorBook()
{
    if (file_ < 0)
        return;
    (void)sync();  // what failed here was never answered
    ::close(file_);
}

Result<VendorBook> VendorBook::open(const std::filesystem::path& file)
{
    std::error_code ignored;  // the open below says what is wrong
    std::filesystem::create_directories(file.parent_path(), ignored);
    VendorBook book;
    book.file_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (book.file_ < 0)
        return systemError(file, "cannot open");
    if (::flock(book.file_, LOCK_EX | LOCK_NB) != 0)
        return Error{Code::Conflict, file.string() + ": another process has this vendor's book open"};
    syncFolder(file.parent_path());
    const auto text = contentOf(file);
    if (!text)
        return text.error();
    std::size_t good = 0;
    if (auto restored = book.restore(*text, good); !restored)
        return Error{restored.error().code, file.string() + ": " + restored.error().detail};
    if (good < text->size() && ::ftruncate(book.file_, static_cast<off_t>(good)) != 0)
        return systemError(file, "cannot cut off a torn line");
    return book;
}

Result<void> VendorBook::restore(std::string_view text, std::size_t& good)
{
    for (std::size_t line = 1; good < text.size(); ++line) {
        const std::size_t end = text.find('\n', good);
        if (end == std::string_view::npos)
            return {};  // torn: its reply never left
        if (!restoreLine(text.substr(good, end - good)))
            return Error{Code::Corrupt, "line " + std::to_string(line) + " is damaged"};
        good = end + 1;
    }
    return {};
}

bool VendorBook::restoreLine(std::string_view line)
{
    if (auto row = parseRow(line)) {
        fold(std::move(*row));
        return true;
    }
    if (auto event = parseDelivered(line)) {
        delivered_.insert(std::move(*event));
        return true;
    }
    return false;
}

const BookEntry* VendorBook::find(std::string_view key) const
{
    const auto found = entries_.find(key);
    return found == entries_.end() ? nullptr : &found->second;
}

void VendorBook::add(BookRow row)
{
    if (file_ >= 0)
        appendRow(pending_, row);
    fold(std::move(row));
}

void VendorBook::fold(BookRow row)
{
    ++received_;
    effects_ += row.effect ? 1 : 0;
    if (!keep_)
        return;
    BookEntry& entry = entries_[row.key];
    ++entry.received;
    entry.effects += row.effect ? 1 : 0;
    if (!entry.row.settled)
        entry.row = std::move(row);
}

void VendorBook::addDelivered(std::string_view event)
{
    if (!keep_)
        return;
    if (file_ >= 0)
        appendDelivered(pending_, event);
    delivered_.emplace(event);
}

bool VendorBook::wasDelivered(std::string_view event) const
{
    return delivered_.contains(std::string(event));
}

Result<void> VendorBook::sync()
{
    if (broken_)
        return Error{Code::Unavailable, "vendor book: an earlier write failed"};
    if (pending_.empty())
        return {};
    broken_ = !writeAll(file_, pending_) || ::fdatasync(file_) != 0;
    pending_.clear();
    if (broken_)
        return Error{Code::Unavailable, std::string("vendor book: ") + std::strerror(errno)};
    return {};
}

Result<std::map<std::string, BookEntry, std::less<>>> readBook(const std::filesystem::path& file)
{
    const auto text = contentOf(file);
    if (!text)
        return text.error();
    std::map<std::string, BookEntry, std::less<>> entries;
    std::size_t at = 0;
    for (std::size_t end = text->find('\n'); end != std::string::npos; end = text->find('\n', at)) {
        const std::string_view line = std::string_view(*text).substr(at, end - at);
        at = end + 1;
        if (auto row = parseRow(line)) {
            BookEntry& entry = entries[row->key];
            ++entry.received;
            entry.effects += row->effect ? 1 : 0;
            if (!entry.row.settled)
                entry.row = std::move(*row);
        } else if (!parseDelivered(line)) {
            return Error{Code::Corrupt, file.string() + ": a line is damaged"};
        }
    }
    return entries;
}

}  // namespace holdpoint::lab
