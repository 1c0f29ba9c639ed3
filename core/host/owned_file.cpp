// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/owned_file.h"

#include "core/store/store_folder.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace holdpoint::host {
namespace {

constexpr mode_t OwnerOnly = 0600;
constexpr mode_t Others = 0077;

class File {
public:
    File(const std::filesystem::path& path, int flags)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, OwnerOnly))
    {}
    ~File()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] int number() const noexcept { return number_; }
    [[nodiscard]] bool put(std::string_view text, std::uint64_t at) const
    {
        while (!text.empty()) {
            const ssize_t written = ::pwrite(number_, text.data(), text.size(), static_cast<off_t>(at));
            if (written < 0)
                return false;
            at += static_cast<std::uint64_t>(written);
            text.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

private:
    int number_;
};

Error fault(const std::filesystem::path& path)
{
    const int number = errno;
    Code code = Code::Unavailable;
    if (number == EACCES || number == EPERM || number == EROFS || number == ENOTDIR)
        code = Code::Forbidden;
    else if (number == ENOENT)
        code = Code::NotFound;
    else if (number == EEXIST)
        code = Code::Conflict;
    return {code, path.string() + ": " + std::generic_category().message(number)};
}

}  // namespace

Result<std::string> readOwned(const std::filesystem::path& path)
{
    const File file(path, O_RDONLY);
    struct stat status {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
        return fault(path);
    if ((status.st_mode & Others) != 0)
        return Error{Code::Forbidden, path.string() + ": can be read by others"};
    std::string text;
    std::array<char, 65'536> part{};
    while (true) {
        const ssize_t size = ::read(file.number(), part.data(), part.size());
        if (size < 0)
            return fault(path);
        if (size == 0)
            return text;
        text.append(part.data(), static_cast<std::size_t>(size));
    }
}

Result<> makeOwned(const std::filesystem::path& path, std::string_view text)
{
    std::filesystem::path fresh = path;
    fresh += ".new";
    ::unlink(fresh.c_str());  // of a start that ended in the middle
    {
        const File file(fresh, O_WRONLY | O_CREAT | O_EXCL);
        if (file.number() < 0 || !file.put(text, 0) || ::fsync(file.number()) != 0)
            return fault(path);
    }
    const bool named = ::link(fresh.c_str(), path.c_str()) == 0;
    const Error why = fault(path);
    ::unlink(fresh.c_str());
    if (!named)
        return why;
    return store::flushToDisk(path.parent_path());
}

Result<> writeOwned(const std::filesystem::path& path, std::uint64_t at, std::string_view text)
{
    const File file(path, O_WRONLY | O_CREAT);
    if (file.number() < 0 || !file.put(text, at) ||
        ::ftruncate(file.number(), static_cast<off_t>(at + text.size())) != 0 || ::fsync(file.number()) != 0)
        return fault(path);
    return {};
}

}  // namespace holdpoint::host
