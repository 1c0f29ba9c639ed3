// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fire/shim.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>
#include <vector>

namespace holdpoint::fire {
namespace {

/// What was at a place of a file before a write that is not flushed yet.
struct Before {
    std::string path;
    off_t at = 0;
    std::string bytes;
};

struct State {
    Plan plan;
    std::atomic<bool> armed = false;
    std::atomic<std::uint64_t> calls = 0;
    std::atomic<std::uint64_t> struck = 0;
    std::vector<Before> unflushed;
    std::vector<Before> lost;
};

State& state()
{
    static State one;
    return one;
}

template <typename F>
F* real(const char* name)
{
    return reinterpret_cast<F*>(dlsym(RTLD_NEXT, name));
}

std::string pathOf(int file)
{
    std::array<char, 512> text{};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t size = ::readlink(link.c_str(), text.data(), text.size());
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : std::string();
}

bool isOurs(const std::string& path) { return path.starts_with(state().plan.folder); }

bool isNow()
{
    State& s = state();
    if (!s.plan.whileThere.empty() && ::access(s.plan.whileThere.c_str(), F_OK) != 0)
        return false;
    const std::uint64_t call = ++s.calls;
    const bool now = s.plan.sticky ? call >= s.plan.nth : call == s.plan.nth;
    s.struck += now ? 1 : 0;
    if (now && s.plan.fault == Fault::Kill)
        ::kill(::getpid(), SIGKILL);
    return now;
}

/// True if this write is to fail.
bool strikesWrite(int file)
{
    State& s = state();
    return s.armed && s.plan.fault != Fault::SyncError && isOurs(pathOf(file)) && isNow();
}

int errorOf(Fault fault) { return fault == Fault::Full ? ENOSPC : EIO; }

ssize_t pread(int file, void* out, std::size_t size, off_t at)
{
    return real<ssize_t(int, void*, std::size_t, off_t)>("pread64")(file, out, size, at);
}
ssize_t pwriteReal(int file, const void* bytes, std::size_t size, off_t at)
{
    return real<ssize_t(int, const void*, std::size_t, off_t)>("pwrite64")(file, bytes, size, at);
}

/// Only a plan with failing syncs has to know what a sync should have flushed.
void remember(int file, std::size_t size, off_t at)
{
    State& s = state();
    if (!s.armed || s.plan.fault != Fault::SyncError)
        return;
    Before before{pathOf(file), at, std::string(size, '\0')};
    if (!isOurs(before.path))
        return;
    (void)pread(file, before.bytes.data(), size, at);
    const auto end = at + static_cast<off_t>(size);
    std::erase_if(s.lost, [&](const Before& b) {
        return b.path == before.path && b.at >= at && b.at + static_cast<off_t>(b.bytes.size()) <= end;
    });
    s.unflushed.push_back(std::move(before));
}

int sync(int file, const char* name)
{
    State& s = state();
    const std::string path = s.armed ? pathOf(file) : std::string();
    const bool counts =
        s.armed && isOurs(path) && (s.plan.fault == Fault::SyncError || s.plan.fault == Fault::Kill);
    const bool fails = counts && isNow();
    for (Before& b : s.unflushed)
        if (fails && b.path == path)
            s.lost.push_back(b);
    std::erase_if(s.unflushed, [&](const Before& b) { return b.path == path; });
    if (!fails)
        return real<int(int)>(name)(file);
    errno = EIO;
    return -1;
}

ssize_t write(int file, const void* bytes, std::size_t size, off_t at)
{
    if (strikesWrite(file)) {
        const Fault fault = state().plan.fault;
        if (fault == Fault::ShortWrite)
            return size < 2 ? 0 : pwriteReal(file, bytes, size / 2, at);
        errno = errorOf(fault);
        return -1;
    }
    remember(file, size, at);
    return pwriteReal(file, bytes, size, at);
}

}  // namespace

void arm(Plan plan)
{
    State& s = state();
    s.armed = false;
    s.plan = std::move(plan);
    s.calls = s.struck = 0;
    s.unflushed.clear();
    s.lost.clear();
    s.armed = true;
}
void disarm() { state().armed = false; }
std::uint64_t struck() { return state().struck; }
std::uint64_t calls() { return state().calls; }

// Newest first: where two writes met, the older content wins in the end. What has been cut off since is gone anyway.
void cutPower()
{
    disarm();
    auto& lost = state().lost;
    for (auto b = lost.rbegin(); b != lost.rend(); ++b)
        if (std::FILE* file = std::fopen(b->path.c_str(), "r+b")) {
            std::fseek(file, 0, SEEK_END);
            const auto room = std::max(std::ftell(file) - b->at, off_t{0});
            (void)pwriteReal(::fileno(file), b->bytes.data(),
                             std::min(b->bytes.size(), static_cast<std::size_t>(room)), b->at);
            std::fclose(file);
        }
}

}  // namespace holdpoint::fire

using namespace holdpoint;

// NOLINTBEGIN(readability-identifier-naming): the C library's names
extern "C" {
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at)
{
    return fire::write(file, bytes, size, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at)
{
    return fire::write(file, bytes, size, at);
}
int ftruncate64(int file, off64_t size)
{
    if (fire::strikesWrite(file)) {
        errno = fire::errorOf(fire::state().plan.fault);
        return -1;
    }
    return fire::real<int(int, off64_t)>("ftruncate64")(file, size);
}
int ftruncate(int file, off_t size) { return ftruncate64(file, size); }
/// A disk that is full has no room to set aside.
int posix_fallocate64(int file, off64_t at, off64_t size)
{
    const fire::Plan& plan = fire::state().plan;
    if (fire::state().armed && plan.fault == fire::Fault::Full && plan.sticky &&
        fire::isOurs(fire::pathOf(file)))
        return ENOSPC;
    return fire::real<int(int, off64_t, off64_t)>("posix_fallocate64")(file, at, size);
}
int posix_fallocate(int file, off_t at, off_t size) { return posix_fallocate64(file, at, size); }
int fsync(int file) { return fire::sync(file, "fsync"); }
int fdatasync(int file) { return fire::sync(file, "fdatasync"); }
}
// NOLINTEND(readability-identifier-naming)
