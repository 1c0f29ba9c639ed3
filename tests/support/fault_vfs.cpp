// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_vfs.h"

#include "core/base/check.h"

#include <new>
#include <sqlite3.h>

namespace holdpoint::test {

struct FaultVfs::State {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    DiskFault fault = DiskFault::None;
    std::uint64_t countdown = 0, struck = 0, syncs = 0;
    bool sticky = false;

    /// True if this call, of one of the faults' kinds, is to fail.
    bool strikes(DiskFault first, DiskFault second, DiskFault third)
    {
        if (fault == DiskFault::None || (fault != first && fault != second && fault != third) ||
            countdown == 0)
            return false;
        if (countdown > 1) {
            --countdown;
            return false;
        }
        countdown = sticky ? 1 : 0;
        ++struck;
        return true;
    }
};

namespace {

struct File {
    sqlite3_file base;
    FaultVfs::State* state;
    sqlite3_file* real;  // lies behind this
};

File& self(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return self(file).real; }
const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }

int closeFile(sqlite3_file* file) { return methods(file).xClose(real(file)); }

int readFile(sqlite3_file* file, void* out, int size, sqlite3_int64 at)
{
    if (self(file).state->strikes(DiskFault::ReadError, DiskFault::ReadError, DiskFault::ReadError))
        return SQLITE_IOERR_READ;
    return methods(file).xRead(real(file), out, size, at);
}

int writeFile(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at)
{
    FaultVfs::State& state = *self(file).state;
    if (!state.strikes(DiskFault::WriteError, DiskFault::TornWrite, DiskFault::Full))
        return methods(file).xWrite(real(file), bytes, size, at);
    if (state.fault == DiskFault::Full)
        return SQLITE_FULL;
    if (state.fault == DiskFault::TornWrite)
        methods(file).xWrite(real(file), bytes, size / 2, at);
    return SQLITE_IOERR_WRITE;
}

int syncFile(sqlite3_file* file, int flags)
{
    FaultVfs::State& state = *self(file).state;
    ++state.syncs;
    if (state.strikes(DiskFault::SyncError, DiskFault::SyncError, DiskFault::SyncError))
        return SQLITE_IOERR_FSYNC;
    return methods(file).xSync(real(file), flags);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) { return methods(file).xTruncate(real(file), size); }
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) { return methods(file).xFileSize(real(file), size); }
int lockFile(sqlite3_file* file, int level) { return methods(file).xLock(real(file), level); }
int unlockFile(sqlite3_file* file, int level) { return methods(file).xUnlock(real(file), level); }
int checkLock(sqlite3_file* file, int* held) { return methods(file).xCheckReservedLock(real(file), held); }
int control(sqlite3_file* file, int op, void* argument)
{
    return methods(file).xFileControl(real(file), op, argument);
}
int sectorSize(sqlite3_file* file) { return methods(file).xSectorSize(real(file)); }
int traits(sqlite3_file* file) { return methods(file).xDeviceCharacteristics(real(file)); }
int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** out)
{
    return methods(file).xShmMap(real(file), page, size, extend, out);
}
int lockShared(sqlite3_file* file, int offset, int n, int flags)
{
    return methods(file).xShmLock(real(file), offset, n, flags);
}
void barrier(sqlite3_file* file) { methods(file).xShmBarrier(real(file)); }
int unmapShared(sqlite3_file* file, int remove) { return methods(file).xShmUnmap(real(file), remove); }

const sqlite3_io_methods Methods = {
    2,          closeFile,  readFile,    writeFile, truncateFile, syncFile, sizeOfFile,
    lockFile,   unlockFile, checkLock,   control,   sectorSize,   traits,   mapShared,
    lockShared, barrier,    unmapShared, nullptr,   nullptr,
};

int openFile(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags)
{
    auto& state = *static_cast<FaultVfs::State*>(vfs->pAppData);
    File& mine = self(file);
    mine.state = &state;
    mine.real = reinterpret_cast<sqlite3_file*>(&mine + 1);
    const int code = state.real->xOpen(state.real, path, mine.real, flags, outFlags);
    mine.base.pMethods = mine.real->pMethods == nullptr ? nullptr : &Methods;
    return code;
}

}  // namespace

FaultVfs::FaultVfs(const std::string& name) : name_(name), state_(std::make_unique<State>())
{
    state_->real = sqlite3_vfs_find(nullptr);
    HP_CHECK(state_->real != nullptr);
    state_->vfs = *state_->real;  // all but open goes to the real one, which keeps its own data in pAppData
    state_->vfs.pNext = nullptr;
    state_->vfs.szOsFile = static_cast<int>(sizeof(File)) + state_->real->szOsFile;
    state_->vfs.zName = name_.c_str();
    state_->vfs.pAppData = state_.get();
    state_->vfs.xOpen = openFile;
    HP_CHECK(sqlite3_vfs_register(&state_->vfs, 0) == SQLITE_OK);
}

FaultVfs::~FaultVfs() { sqlite3_vfs_unregister(&state_->vfs); }

void FaultVfs::arm(DiskFault fault, std::uint64_t nth, bool sticky)
{
    state_->fault = fault;
    state_->countdown = nth;
    state_->sticky = sticky;
    state_->struck = 0;
}

std::uint64_t FaultVfs::struck() const noexcept { return state_->struck; }
std::uint64_t FaultVfs::syncs() const noexcept { return state_->syncs; }

}  // namespace holdpoint::test
