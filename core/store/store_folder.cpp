// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_folder.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace holdpoint::store {
namespace fs = std::filesystem;
namespace {

constexpr mode_t OwnerOnly = 0600;

Error fileError(int number, const fs::path& path)
{
    const bool refused =
        number == EACCES || number == EPERM || number == EROFS || number == ENOTDIR || number == ENOENT;
    return {refused ? Code::Forbidden : Code::Unavailable,
            path.string() + ": " + std::generic_category().message(number)};
}

/// Closes a descriptor at the end of its block.
struct File {
    int number;
    explicit File(int descriptor) noexcept : number(descriptor) {}
    ~File()
    {
        if (number >= 0)
            ::close(number);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] int release() noexcept { return std::exchange(number, -1); }
};

std::string readStart(int file)
{
    std::array<char, 256> text{};
    const ssize_t size = ::pread(file, text.data(), text.size(), 0);
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size))
                    : std::string("another process");
}

std::string readText(const fs::path& path)
{
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Result<FolderLock> FolderLock::take(const StorePaths& paths, std::string_view holder)
{
    std::error_code failed;
    if (fs::create_directories(paths.folder, failed))
        fs::permissions(paths.folder, fs::perms::owner_all, failed);
    if (failed)
        return fileError(failed.value(), paths.folder);
    File file(::open(paths.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, OwnerOnly));
    if (file.number < 0)
        return fileError(errno, paths.lock());
    if (::flock(file.number, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return fileError(errno, paths.lock());
        return Error{Code::Conflict, "the folder is in use by " + readStart(file.number)};
    }
    const std::string who = std::string(holder) + " (process " + std::to_string(::getpid()) + ")";
    // Who holds it is a help for people: on a full disk the lock counts without it.
    if (::ftruncate(file.number, 0) == 0) [[maybe_unused]]
        const ssize_t written = ::pwrite(file.number, who.data(), who.size(), 0);
    return FolderLock(file.release());
}

FolderLock::~FolderLock()
{
    if (file_ >= 0)
        ::close(file_);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept
{
    std::swap(file_, other.file_);
    return *this;
}

Result<> prepareFile(const StorePaths& paths)
{
    std::error_code ignored;
    if (fs::exists(paths.corrupt(), ignored))
        return Error{Code::Corrupt, "the store was found corrupt: " + readText(paths.corrupt())};
    if (fs::exists(paths.restoring(), ignored))
        return Error{Code::Corrupt, "a restore was interrupted: run it again"};
    const File file(::open(paths.database().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, OwnerOnly));
    if (file.number < 0)
        return fileError(errno, paths.database());
    struct stat status {};
    if (::fchmod(file.number, OwnerOnly) != 0 || ::fstat(file.number, &status) != 0)
        return fileError(errno, paths.database());
    if ((status.st_mode & 07777) != OwnerOnly)
        return Error{Code::Forbidden, paths.database().string() + ": can be read by others"};
    return {};
}

void markCorrupt(const StorePaths& paths, std::string_view why) noexcept
{
    const File file(::open(paths.corrupt().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, OwnerOnly));
    if (file.number < 0)
        return;
    if (::write(file.number, why.data(), why.size()) >= 0)
        ::fsync(file.number);
}

Result<> takeReserve(const StorePaths& paths, std::uint64_t bytes)
{
    const File file(::open(paths.reserve().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, OwnerOnly));
    if (file.number < 0)
        return fileError(errno, paths.reserve());
    if (const int failed = ::posix_fallocate(file.number, 0, static_cast<off_t>(bytes)); failed != 0) {
        ::unlink(paths.reserve().c_str());
        return fileError(failed, paths.reserve());
    }
    return {};
}

bool dropReserve(const StorePaths& paths) noexcept { return ::unlink(paths.reserve().c_str()) == 0; }

Result<> flushToDisk(const fs::path& path)
{
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number < 0 || ::fsync(file.number) != 0)
        return fileError(errno, path);
    return {};
}

}  // namespace holdpoint::store
