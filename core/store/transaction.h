// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace holdpoint::store {

/// A write transaction, BEGIN IMMEDIATE. The first error poisons it: no statement runs after it, because SQLite may have
/// rolled back by itself and the next statement would be committed alone. Rolls back at its end unless committed.
class Transaction {
public:
    enum class End : std::uint8_t { Committed, RolledBack, Unknown };

    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Runs a bound write that must change `rows` rows; another number is a Conflict. False once anything failed.
    bool run(Statement& statement, std::int64_t rows = 1);
    /// As `run` for writes that may find the row already there.
    bool runAny(Statement& statement);
    /// `Unknown`: the commit's record may have reached the disk; only a reopened file tells.
    End commit();

    [[nodiscard]] bool failed() const noexcept { return fault_ != Fault::None; }
    [[nodiscard]] Fault fault() const noexcept { return fault_; }
    /// Of the first failure.
    [[nodiscard]] const Error& error() const noexcept { return error_; }

private:
    bool fail(int extendedCode, std::string_view what);
    void rollBack() noexcept;

    Database& database_;
    Fault fault_ = Fault::None;
    Error error_;
    bool ended_ = false;
};

/// Holds one read lock over several reads; each would take and give back its own. Without effect if it cannot begin: the
/// reads tell what is wrong.
class ReadTransaction {
public:
    explicit ReadTransaction(Database& database) : database_(database)
    {
        (void)database_.say(Database::Word::Begin);
    }
    ~ReadTransaction()
    {
        if (database_.inTransaction())
            (void)database_.say(Database::Word::Commit);
    }
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    Database& database_;
};

}  // namespace holdpoint::store
