// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/transaction.h"

#include "core/base/check.h"

#include <sqlite3.h>

namespace holdpoint::store {

Transaction::Transaction(Database& database) : database_(database)
{
    HP_CHECK(!database_.inTransaction());
    if (const int code = database_.say(Database::Word::BeginImmediate); code != SQLITE_OK)
        fail(code, "begin");
}

Transaction::~Transaction()
{
    if (!ended_)
        rollBack();
}

bool Transaction::runAny(Statement& statement)
{
    if (failed()) {
        statement.reset();
        return false;
    }
    const int code = statement.run();
    return code == SQLITE_DONE || fail(code, "write");
}

bool Transaction::run(Statement& statement, std::int64_t rows)
{
    if (!runAny(statement))
        return false;
    if (statement.changed() == rows)
        return true;
    fault_ = Fault::Conflict;
    error_ = {Code::Conflict, "a row has another version than expected"};
    return false;
}

Transaction::End Transaction::commit()
{
    HP_CHECK(!ended_);
    ended_ = true;
    const bool written = !failed();
    if (written) {
        const int code = database_.say(Database::Word::Commit);
        if (code == SQLITE_OK)
            return End::Committed;
        fail(code, "commit");
    }
    rollBack();
    // On a full disk or a busy file the commit's record was certainly not written whole. After any other error of COMMIT
    // it may lie in the log, and a restart would find it.
    const bool certain = !written || fault_ == Fault::Full || fault_ == Fault::Busy;
    const bool over = !database_.inTransaction();
    return certain && over && fault_ != Fault::Fsync ? End::RolledBack : End::Unknown;
}

bool Transaction::fail(int extendedCode, std::string_view what)
{
    database_.note(extendedCode);
    fault_ = faultOf(extendedCode);
    error_ = database_.lastError(what);
    return false;
}

void Transaction::rollBack() noexcept
{
    // SQLite may have rolled back by itself; then there is nothing to do, and ROLLBACK would be an error.
    if (database_.inTransaction())
        database_.note(database_.say(Database::Word::Rollback));
}

}  // namespace holdpoint::store
