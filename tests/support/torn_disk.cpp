// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/torn_disk.h"

#include "core/base/check.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <map>
#include <sqlite3.h>
#include <vector>

namespace holdpoint::test {
namespace {

constexpr std::size_t Sector = 512;

struct Write {
    std::size_t at = 0;
    std::vector<char> bytes;  // empty: the file was cut to `at`
};

void applyTo(std::vector<char>& bytes, const Write& write)
{
    if (write.bytes.empty())
        return bytes.resize(write.at);
    bytes.resize(std::max(bytes.size(), write.at + write.bytes.size()));
    std::copy(write.bytes.begin(), write.bytes.end(), bytes.begin() + static_cast<std::ptrdiff_t>(write.at));
}

/// What the connections of one life share beside the file: the index of the log, and their locks.
struct Shared {
    std::vector<std::unique_ptr<std::array<char, 32768>>> regions;
    std::array<int, SQLITE_SHM_NLOCK> readers{};
    std::array<const void*, SQLITE_SHM_NLOCK> writer{};
    int shared = 0;
    const void* reserved = nullptr;
    const void* exclusive = nullptr;
};

struct File {
    std::vector<char> now;
    std::vector<char> flushed;
    std::vector<Write> unflushed;
    std::shared_ptr<Shared> life = std::make_shared<Shared>();
};

}  // namespace

struct TornDisk::State {
    explicit State(std::uint64_t seed) : rng(seed) {}

    sqlite3_vfs vfs{};
    std::string name;
    SeededRng rng;
    std::map<std::string, File> files;
    std::uint64_t life = 1;
    bool deaf = false;  // after a cut, until somebody opens a file anew
    std::uint64_t failFlush = 0;
    std::uint64_t torn = 0;
};

namespace {

struct Handle {
    sqlite3_file base;
    TornDisk::State* disk;
    File* file;
    std::shared_ptr<Shared>* life;
    std::uint64_t born;
    int lock;
    std::array<bool, SQLITE_SHM_NLOCK>* held;  // of the log's index, shared
};

Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
bool isDead(const Handle& h) { return h.born != h.disk->life; }

int unlock(sqlite3_file* file, int level)
{
    Handle& h = of(file);
    Shared& s = **h.life;
    if (h.lock > SQLITE_LOCK_SHARED && level <= SQLITE_LOCK_SHARED) {
        s.reserved = s.reserved == file ? nullptr : s.reserved;
        s.exclusive = s.exclusive == file ? nullptr : s.exclusive;
    }
    if (h.lock >= SQLITE_LOCK_SHARED && level < SQLITE_LOCK_SHARED)
        --s.shared;
    h.lock = std::min(h.lock, level);
    return SQLITE_OK;
}

int lock(sqlite3_file* file, int level)
{
    Handle& h = of(file);
    Shared& s = **h.life;
    if (h.lock >= level)
        return SQLITE_OK;
    if (s.exclusive != nullptr && s.exclusive != file)
        return SQLITE_BUSY;
    if (level >= SQLITE_LOCK_RESERVED && s.reserved != nullptr && s.reserved != file)
        return SQLITE_BUSY;
    if (level == SQLITE_LOCK_EXCLUSIVE && s.shared > 1)
        return SQLITE_BUSY;
    s.shared += h.lock < SQLITE_LOCK_SHARED ? 1 : 0;
    if (level >= SQLITE_LOCK_RESERVED)
        s.reserved = file;
    if (level == SQLITE_LOCK_EXCLUSIVE)
        s.exclusive = file;
    h.lock = level;
    return SQLITE_OK;
}

int reserved(sqlite3_file* file, int* out)
{
    *out = (*of(file).life)->reserved != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int shmUnlockAll(sqlite3_file* file)
{
    Handle& h = of(file);
    for (std::size_t i = 0; i < SQLITE_SHM_NLOCK; ++i) {
        (*h.life)->readers[i] -= (*h.held)[i] ? 1 : 0;
        (*h.held)[i] = false;
        if ((*h.life)->writer[i] == file)
            (*h.life)->writer[i] = nullptr;
    }
    return SQLITE_OK;
}

int close(sqlite3_file* file)
{
    Handle& h = of(file);
    unlock(file, SQLITE_LOCK_NONE);
    shmUnlockAll(file);
    delete h.life;
    delete h.held;
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 from)
{
    Handle& h = of(file);
    if (isDead(h))
        return SQLITE_IOERR_READ;
    const auto& bytes = h.file->now;
    const auto at = std::min(static_cast<std::size_t>(from), bytes.size());
    const auto n = std::min(static_cast<std::size_t>(size), bytes.size() - at);
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), n, static_cast<char*>(to));
    if (n == static_cast<std::size_t>(size))
        return SQLITE_OK;
    std::memset(static_cast<char*>(to) + n, 0, static_cast<std::size_t>(size) - n);
    return SQLITE_IOERR_SHORT_READ;
}

int change(Handle& h, Write write)
{
    if (isDead(h))
        return SQLITE_IOERR_WRITE;
    applyTo(h.file->now, write);
    h.file->unflushed.push_back(std::move(write));
    return SQLITE_OK;
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    const char* first = static_cast<const char*>(from);
    return change(of(file), {static_cast<std::size_t>(at), {first, first + size}});
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    return change(of(file), {static_cast<std::size_t>(size), {}});
}

int sync(sqlite3_file* file, int)
{
    Handle& h = of(file);
    if (isDead(h))
        return SQLITE_IOERR_FSYNC;
    if (h.disk->failFlush > 0 && --h.disk->failFlush == 0)
        return SQLITE_IOERR_FSYNC;
    for (const Write& each : h.file->unflushed)
        applyTo(h.file->flushed, each);
    h.file->unflushed.clear();
    return SQLITE_OK;
}

int size(sqlite3_file* file, sqlite3_int64* out)
{
    *out = static_cast<sqlite3_int64>(of(file).file->now.size());
    return isDead(of(file)) ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file*) { return static_cast<int>(Sector); }
int traits(sqlite3_file*) { return 0; }

int shmMap(sqlite3_file* file, int index, int, int extend, void volatile** out)
{
    auto& regions = (*of(file).life)->regions;
    const auto wanted = static_cast<std::size_t>(index) + 1;
    *out = nullptr;
    if (regions.size() < wanted && extend == 0)
        return SQLITE_OK;
    while (regions.size() < wanted)
        regions.push_back(std::make_unique<std::array<char, 32768>>());
    *out = regions[wanted - 1]->data();
    return SQLITE_OK;
}

int shmLock(sqlite3_file* file, int offset, int n, int flags)
{
    Handle& h = of(file);
    Shared& s = **h.life;
    const auto first = static_cast<std::size_t>(offset);
    const auto last = first + static_cast<std::size_t>(n);
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    if ((flags & SQLITE_SHM_LOCK) != 0)
        for (std::size_t i = first; i < last; ++i) {
            const bool taken = s.writer[i] != nullptr && s.writer[i] != file;
            if (taken || (exclusive && s.readers[i] > ((*h.held)[i] ? 1 : 0)))
                return SQLITE_BUSY;
        }
    for (std::size_t i = first; i < last; ++i) {
        const bool on = (flags & SQLITE_SHM_LOCK) != 0;
        if (exclusive) {
            s.writer[i] = on ? file : nullptr;
        } else if ((*h.held)[i] != on) {
            s.readers[i] += on ? 1 : -1;
            (*h.held)[i] = on;
        }
    }
    return SQLITE_OK;
}

void shmBarrier(sqlite3_file*) {}

int shmUnmap(sqlite3_file* file, int remove)
{
    shmUnlockAll(file);
    if (remove != 0)
        (*of(file).life)->regions.clear();
    return SQLITE_OK;
}

constexpr sqlite3_io_methods Methods{2,       close,      read,     write,   truncate,   sync,   size,
                                     lock,    unlock,     reserved, control, sectorSize, traits, shmMap,
                                     shmLock, shmBarrier, shmUnmap, nullptr, nullptr};

TornDisk::State& diskOf(sqlite3_vfs* vfs) { return *static_cast<TornDisk::State*>(vfs->pAppData); }

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    TornDisk::State& disk = diskOf(vfs);
    Handle& h = of(file);
    h.base.pMethods = nullptr;
    const std::string path = name == nullptr ? "temporary" : name;
    if (!disk.files.contains(path) && (flags & SQLITE_OPEN_CREATE) == 0)
        return SQLITE_CANTOPEN;
    disk.deaf = false;
    h.disk = &disk;
    h.file = &disk.files[path];
    h.life = new std::shared_ptr<Shared>(h.file->life);
    h.held = new std::array<bool, SQLITE_SHM_NLOCK>{};
    h.born = disk.life;
    h.lock = SQLITE_LOCK_NONE;
    h.base.pMethods = &Methods;
    if (outFlags != nullptr)
        *outFlags = flags;
    return SQLITE_OK;
}

int remove(sqlite3_vfs* vfs, const char* name, int)
{
    if (!diskOf(vfs).deaf)
        if (const auto found = diskOf(vfs).files.find(name); found != diskOf(vfs).files.end()) {
            found->second.now.clear();
            found->second.flushed.clear();
            found->second.unflushed.clear();
        }
    return SQLITE_OK;
}

int exists(sqlite3_vfs* vfs, const char* name, int, int* out)
{
    const auto found = diskOf(vfs).files.find(name);
    *out = found != diskOf(vfs).files.end() && !found->second.now.empty() ? 1 : 0;
    return SQLITE_OK;
}

int fullName(sqlite3_vfs*, const char* name, int size, char* out)
{
    std::snprintf(out, static_cast<std::size_t>(size), "%s", name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int size, char* out)
{
    std::memset(out, 7, static_cast<std::size_t>(size));
    return size;
}
int sleepFor(sqlite3_vfs*, int microseconds) { return microseconds; }
int currentTime(sqlite3_vfs*, double* out)
{
    *out = 2460000.5;
    return SQLITE_OK;
}
int lastError(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

TornDisk::TornDisk(std::uint64_t seed) : state_(std::make_unique<State>(seed))
{
    static std::atomic<int> count{0};
    state_->name = "torn-" + std::to_string(++count);
    sqlite3_vfs& vfs = state_->vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(Handle);
    vfs.mxPathname = 256;
    vfs.zName = state_->name.c_str();
    vfs.pAppData = state_.get();
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = exists;
    vfs.xFullPathname = fullName;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastError;
    HP_CHECK(sqlite3_vfs_register(&vfs, 0) == SQLITE_OK);
    options_ = {.paths = {}, .vfs = state_->name, .vfsPath = "/store", .cacheMegabytes = 4};
}

TornDisk::~TornDisk() { sqlite3_vfs_unregister(&state_->vfs); }

void TornDisk::cutPower()
{
    ++state_->life;
    state_->deaf = true;
    for (auto& [path, file] : state_->files) {
        for (Write& write : file.unflushed) {
            const std::uint64_t fate = state_->rng.below(3);  // all of it, its first sectors, nothing
            state_->torn += fate != 0;
            if (fate == 1 && write.bytes.size() > Sector)
                write.bytes.resize(Sector * (1 + state_->rng.below(write.bytes.size() / Sector)));
            if (fate != 2)
                applyTo(file.flushed, write);
        }
        file.unflushed.clear();
        file.now = file.flushed;
        file.life = std::make_shared<Shared>();
    }
}

void TornDisk::failFlush(std::uint64_t nth) { state_->failFlush = nth; }
std::uint64_t TornDisk::torn() const noexcept { return state_->torn; }

}  // namespace holdpoint::test
