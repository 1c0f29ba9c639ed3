// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/base/check.h"
#include "core/store/database.h"

#include <algorithm>
#include <sqlite3.h>
#include <utility>

namespace holdpoint::store {

Statement::~Statement() { sqlite3_finalize(handle_); }

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      handle_(std::exchange(other.handle_, nullptr)),
      code_(other.code_),
      running_(other.running_)
{}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(database_, other.database_);
    std::swap(handle_, other.handle_);
    std::swap(code_, other.code_);
    std::swap(running_, other.running_);
    return *this;
}

int Statement::run() noexcept
{
    code_ = sqlite3_step(handle_);
    if (code_ != SQLITE_DONE && code_ != SQLITE_ROW)
        database_->note(code_);
    const int code = code_;
    sqlite3_reset(handle_);
    return code;
}

std::int64_t Statement::changed() const noexcept { return sqlite3_changes64(database_->handle()); }

bool Statement::next() noexcept
{
    running_ = true;
    code_ = sqlite3_step(handle_);
    return code_ == SQLITE_ROW;
}

Result<> Statement::finish()
{
    if (code_ == SQLITE_ROW || code_ == SQLITE_DONE) {
        reset();
        return {};
    }
    database_->note(code_);
    Error error = database_->lastError("read");
    reset();
    return error;
}

std::int64_t Statement::integer(int column) const noexcept { return sqlite3_column_int64(handle_, column); }

bool Statement::isNull(int column) const noexcept
{
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

std::span<const std::byte> Statement::blob(int column) const noexcept
{
    const auto* first = static_cast<const std::byte*>(sqlite3_column_blob(handle_, column));
    return {first, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

bool Statement::hash(int column, Hash& out) const noexcept
{
    const auto bytes = blob(column);
    if (bytes.size() != out.size())
        return false;
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return true;
}

std::string_view Statement::text(int column) const noexcept
{
    const auto* first = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return first == nullptr
               ? std::string_view{}
               : std::string_view(first, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
}

void Statement::reset() noexcept
{
    sqlite3_reset(handle_);
    running_ = false;
}

// A failing bind is a wrong index or a value beyond SQLite's limit of 1 GB: ours either way.
void Statement::putInteger(int index, std::int64_t value)
{
    HP_CHECK(sqlite3_bind_int64(handle_, index, value) == SQLITE_OK);
}

void Statement::put(int index, std::optional<std::int64_t> value)
{
    if (value)
        putInteger(index, *value);
    else
        HP_CHECK(sqlite3_bind_null(handle_, index) == SQLITE_OK);
}

void Statement::put(int index, std::span<const std::byte> bytes)
{
    const void* first =
        bytes.empty() ? "" : static_cast<const void*>(bytes.data());  // a null pointer is NULL
    HP_CHECK(sqlite3_bind_blob64(handle_, index, first, bytes.size(), SQLITE_STATIC) == SQLITE_OK);
}

void Statement::put(int index, std::string_view text)
{
    const char* first = text.empty() ? "" : text.data();
    HP_CHECK(sqlite3_bind_text64(handle_, index, first, text.size(), SQLITE_STATIC, SQLITE_UTF8) ==
             SQLITE_OK);
}

}  // namespace holdpoint::store
