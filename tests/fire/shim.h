// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

/// The system calls that write, of this whole process, SQLite's too: they are defined here, before the C library's. Until
/// armed they only pass on. One thread, but for `Full`.
namespace holdpoint::fire {

enum class Fault : std::uint8_t {
    WriteError,  ///< EIO, nothing written
    Full,        ///< ENOSPC, nothing written
    ShortWrite,  ///< half of it is written, and said so
    SyncError,   ///< fsync fails, and what it should have flushed is lost with the next power cut
    Kill,        ///< SIGKILL before the call
};

struct Plan {
    Fault fault = Fault::Kill;
    std::uint64_t nth = 1;   ///< call of the fault's kind that it strikes, from 1
    bool sticky = false;     ///< and every later one
    std::string folder;      ///< calls on files below it count, no others
    std::string whileThere;  ///< strikes only as long as this file exists; empty: always
};

void arm(Plan plan);
void disarm();
/// How often it struck, and how many calls of the fault's kind there were.
std::uint64_t struck();
std::uint64_t calls();
/// What a failed fsync should have flushed is not there any more.
void cutPower();

}  // namespace holdpoint::fire
