// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/model/vocabulary.h"
#include "core/store/transaction.h"

namespace holdpoint::store {
namespace {

// `step.previous` is the distance to the entity's last step, 0 = its first: a timeline is a chain of row reads and
// needs no index. Tables with random keys are the cost, so `key` alone has one; `find` grows in buckets instead.
constexpr const char* Tables = R"(
CREATE TABLE step(seq INTEGER PRIMARY KEY, entity INT NOT NULL, previous INT NOT NULL, body BLOB NOT NULL);
CREATE TABLE entity(id INTEGER PRIMARY KEY, version INT NOT NULL, head INT NOT NULL, place INT NOT NULL,
  status INT NOT NULL, lane INT NOT NULL, owner INT NOT NULL, created INT NOT NULL, changed INT NOT NULL,
  value INT NOT NULL, currency INT NOT NULL, slice INT NOT NULL, channel INT NOT NULL, region INT NOT NULL,
  vendor INT NOT NULL, flags INT NOT NULL);
CREATE TABLE open(id INTEGER PRIMARY KEY, due INT);
CREATE TABLE key(space INT NOT NULL, text BLOB NOT NULL, entity INT NOT NULL, PRIMARY KEY(space, text)) WITHOUT ROWID;
CREATE TABLE find(bucket INT NOT NULL, hash INT NOT NULL, entity INT NOT NULL,
  PRIMARY KEY(bucket, hash, entity)) WITHOUT ROWID;
CREATE TABLE outbox(id INTEGER PRIMARY KEY, entity INT NOT NULL, vendor INT NOT NULL, body BLOB NOT NULL);
CREATE TABLE stock(node INT NOT NULL, sku INT NOT NULL, version INT NOT NULL, on_hand INT NOT NULL,
  reserved INT NOT NULL, buffer INT NOT NULL, counted_at INT NOT NULL, PRIMARY KEY(node, sku)) WITHOUT ROWID;
CREATE TABLE exception(id INTEGER PRIMARY KEY, order_id INT NOT NULL, version INT NOT NULL, head INT NOT NULL,
  state INT NOT NULL, category INT NOT NULL, stage INT NOT NULL, priority INT NOT NULL, blocking INT NOT NULL,
  class INT NOT NULL, code INT NOT NULL, vendor INT NOT NULL, node INT NOT NULL, channel INT NOT NULL,
  region INT NOT NULL, currency INT NOT NULL, value INT NOT NULL, lane INT NOT NULL, fingerprint INT NOT NULL,
  opened INT NOT NULL, due INT, resolved INT, resolution INT NOT NULL, root_cause INT NOT NULL,
  assignee INT NOT NULL, snoozed INT);
CREATE INDEX exception_open ON exception(due, id) WHERE state < 6;
CREATE INDEX exception_order ON exception(order_id);
CREATE TABLE series(metric INT NOT NULL, cell INT NOT NULL, minute INT NOT NULL, n INT NOT NULL, bad INT NOT NULL,
  sum INT NOT NULL, histogram BLOB, PRIMARY KEY(minute, metric, cell)) WITHOUT ROWID;
CREATE TABLE frame(number INTEGER PRIMARY KEY, last_seq INT NOT NULL, at INT NOT NULL, hash BLOB NOT NULL);
CREATE TABLE body(hash BLOB PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE name(kind INT NOT NULL, number INT NOT NULL, text TEXT NOT NULL, PRIMARY KEY(kind, number)) WITHOUT ROWID;
CREATE TABLE person(id INTEGER PRIMARY KEY, key BLOB NOT NULL);
CREATE TABLE ledger(batch INT NOT NULL, line INT NOT NULL, source INT, at INT, checksum BLOB, status INT, entity INT,
  PRIMARY KEY(batch, line)) WITHOUT ROWID;
CREATE TABLE partition(id INTEGER PRIMARY KEY, epoch INT NOT NULL, holder TEXT NOT NULL, head INT NOT NULL,
  serial INT NOT NULL, finds INT NOT NULL);
)";
static_assert(static_cast<int>(ExceptionState::Resolved) == 6, "exception_open lists what is not resolved");

// One entry a version: what the version adds to the one before it. A new file runs them all, so that a file that was
// upgraded and one that was made new are the same.
constexpr const char* Additions[] = {
    Tables,
    R"(
CREATE TABLE checkpoint(frame INTEGER PRIMARY KEY, root BLOB NOT NULL, signature BLOB NOT NULL);
CREATE TABLE inbox(id BLOB PRIMARY KEY, slot INT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
ALTER TABLE exception ADD COLUMN reopened INT NOT NULL DEFAULT 0;
ALTER TABLE exception ADD COLUMN problems INT NOT NULL DEFAULT 1;
ALTER TABLE stock ADD COLUMN counted INT NOT NULL DEFAULT 0;
ALTER TABLE stock ADD COLUMN moved BLOB NOT NULL DEFAULT x'';
UPDATE stock SET counted=on_hand;
)",
};
static_assert(std::size(Additions) == SchemaVersion);

Result<> bringToCurrent(Database& database, std::int64_t from)
{
    Transaction transaction(database);
    if (transaction.failed())
        return transaction.error();
    for (std::int64_t version = from; version < SchemaVersion; ++version)
        if (auto added = database.execute(Additions[version]); !added)
            return added;
    const std::string stamp = "PRAGMA application_id=" + std::to_string(ApplicationId) +
                              "; PRAGMA user_version=" + std::to_string(SchemaVersion);
    if (auto stamped = database.execute(stamp.c_str()); !stamped)
        return stamped;
    if (transaction.commit() != Transaction::End::Committed)
        return transaction.error();
    return {};
}

}  // namespace

Result<FileState> identify(Database& database)
{
    const auto tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return tables.error();
    const auto owner = database.integer("PRAGMA application_id");
    if (!owner)
        return owner.error();
    const auto version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*tables == 0 && *owner == 0 && *version == 0)
        return FileState::Empty;
    if (*owner != ApplicationId || *version < 1)
        return Error{Code::Corrupt, "the file is not a store of Holdpoint"};
    if (*version > SchemaVersion)
        return Error{Code::Unsupported, "the store has version " + std::to_string(*version) +
                                            ", this program knows " + std::to_string(SchemaVersion)};
    return *version == SchemaVersion ? FileState::Current : FileState::Older;
}

Result<> createSchema(Database& database) { return bringToCurrent(database, 0); }

Result<> upgradeSchema(Database& database)
{
    const auto version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    return bringToCurrent(database, *version);
}

}  // namespace holdpoint::store
