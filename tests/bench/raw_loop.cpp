// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/raw_loop.h"

#include "core/base/hash.h"

#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>

namespace holdpoint::bench {
namespace {

constexpr int Nodes = 5, Skus = 500, Steps = 6;
constexpr const char* Schema = R"(
PRAGMA page_size=4096; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32768;
PRAGMA wal_autocheckpoint=4000;
CREATE TABLE orders(id INTEGER PRIMARY KEY, state INT, node INT, sku1 INT, sku2 INT, value INT);
CREATE TABLE number(text BLOB PRIMARY KEY, id INT) WITHOUT ROWID;
CREATE TABLE journal(seq INTEGER PRIMARY KEY, id INT, kind INT, body BLOB);
CREATE TABLE stock(node INT, sku INT, free INT, PRIMARY KEY(node, sku)) WITHOUT ROWID;
)";

[[noreturn]] void stop(sqlite3* db)
{
    std::fprintf(stderr, "raw loop: %s\n", sqlite3_errmsg(db));
    std::exit(1);
}

struct Slot {
    std::uint64_t id = 0;
    double started = 0;
    int step = 0;
};

/// One connection, seven statements, no layer between.
class RawLoop {
public:
    RawLoop(const std::filesystem::path& folder, const LoopOptions& options);
    ~RawLoop();
    void advance(Slot& slot, std::uint64_t nextId);
    void execute(const char* sql)
    {
        if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            stop(db_);
    }
    [[nodiscard]] std::uint64_t rows() const { return rows_; }

private:
    enum Which { Order, Number, Journal, Update, Decide, Take, Count };

    sqlite3_stmt* prepare(const char* sql);
    void step(Which which, std::initializer_list<std::int64_t> values);
    void intake(const Slot& slot);
    void journal(std::uint64_t id, int kind);
    std::size_t makeNumber(std::uint64_t id);

    sqlite3* db_ = nullptr;
    sqlite3_stmt* statements_[Count] = {};
    bool random_;
    std::uint64_t seq_ = 0, rows_ = 0;
    char number_[16] = {};
    char body_[48] = {};
};

RawLoop::RawLoop(const std::filesystem::path& folder, const LoopOptions& options)
    : random_(options.randomNumbers)
{
    std::filesystem::create_directories(folder);
    if (sqlite3_open((folder / "raw.db").c_str(), &db_) != SQLITE_OK)
        stop(db_);
    execute(Schema);
    statements_[Order] = prepare("INSERT INTO orders VALUES(?1, 1, 0, ?2, ?3, ?4)");
    statements_[Number] = prepare("INSERT OR IGNORE INTO number VALUES(?1, ?2)");
    statements_[Journal] = prepare("INSERT INTO journal VALUES(?1, ?2, ?3, ?4)");
    statements_[Update] = prepare("UPDATE orders SET state=?2 WHERE id=?1");
    statements_[Decide] = prepare("UPDATE orders SET state=2, node=?2 WHERE id=?1");
    statements_[Take] = prepare("UPDATE stock SET free=free-1 WHERE node=?1 AND sku=?2");
    execute("BEGIN IMMEDIATE");
    for (int node = 0; node < Nodes; ++node)
        for (int sku = 0; sku < Skus; ++sku) {
            char sql[96];
            std::snprintf(sql, sizeof sql, "INSERT INTO stock VALUES(%d, %d, 1000000000)", node, sku);
            execute(sql);
        }
    execute("COMMIT");
}

RawLoop::~RawLoop()
{
    for (sqlite3_stmt* statement : statements_)
        sqlite3_finalize(statement);
    sqlite3_close(db_);
}

sqlite3_stmt* RawLoop::prepare(const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(db_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        stop(db_);
    return statement;
}

void RawLoop::step(Which which, std::initializer_list<std::int64_t> values)
{
    int index = 0;
    for (const std::int64_t value : values)
        sqlite3_bind_int64(statements_[which], ++index, value);
    if (sqlite3_step(statements_[which]) != SQLITE_DONE)
        stop(db_);
    sqlite3_reset(statements_[which]);
    ++rows_;
}

std::size_t RawLoop::makeNumber(std::uint64_t id)
{
    const std::uint64_t value = random_ ? id * 0x9E3779B97F4A7C15ULL : id;
    for (int i = 0; i < 8; ++i)
        number_[i] = static_cast<char>(value >> (56 - 8 * i));
    return random_ ? 16 : 8;
}

void RawLoop::journal(std::uint64_t id, int kind)
{
    sqlite3_bind_blob(statements_[Journal], 4, body_, sizeof body_, SQLITE_STATIC);
    step(Journal, {static_cast<std::int64_t>(++seq_), static_cast<std::int64_t>(id), kind});
}

void RawLoop::intake(const Slot& slot)
{
    const auto id = static_cast<std::int64_t>(slot.id);
    sqlite3_bind_blob(statements_[Number], 1, number_, static_cast<int>(makeNumber(slot.id)), SQLITE_STATIC);
    sqlite3_bind_int64(statements_[Number], 2, id);
    for (int time = slot.id % 20 == 0 ? 2 : 1; time > 0; --time) {  // 5 % arrive twice
        if (sqlite3_step(statements_[Number]) != SQLITE_DONE)
            stop(db_);
        sqlite3_reset(statements_[Number]);
    }
    ++rows_;
    step(Order, {id, id % Skus, (id * 7 + 1) % Skus, id % 10'000});
    journal(slot.id, 1);
}

void RawLoop::advance(Slot& slot, std::uint64_t nextId)
{
    if (slot.step == 0) {
        slot.id = nextId;
        slot.started = monotonicSeconds();
    }
    const auto id = static_cast<std::int64_t>(slot.id);
    switch (slot.step) {
    case 0: intake(slot); break;
    case 1:
        step(Decide, {id, id % Nodes});
        journal(slot.id, 2);
        break;
    case 2:
        step(Take, {id % Nodes, id % Skus});
        step(Take, {id % Nodes, (id * 7 + 1) % Skus});
        step(Update, {id, 3});
        journal(slot.id, 3);
        break;
    case 4: step(Update, {id, 5}); break;
    default:
        step(Update, {id, slot.step + 1});
        journal(slot.id, slot.step + 1);
        break;
    }
}

}  // namespace

RawLoopResult runRawLoop(const std::filesystem::path& folder, std::uint64_t orders,
                         const LoopOptions& options)
{
    Figures figures;
    {
        RawLoop loop(folder, options);
        std::vector<Slot> slots(std::min<std::uint64_t>(options.inFlight, orders));
        std::vector<double> finished;
        std::uint64_t next = 0, ended = 0;
        Measure measure;
        for (std::uint64_t tick = 0; ended < orders; ++tick) {
            loop.execute("BEGIN IMMEDIATE");
            finished.clear();
            for (std::size_t i = 0; i < slots.size(); ++i) {
                Slot& slot = slots[i];
                if (tick < i % Steps || (slot.step == 0 && next == orders))
                    continue;  // staggered, so that every tick has all steps
                loop.advance(slot, next);
                next += slot.step == 0 ? 1 : 0;
                slot.step = (slot.step + 1) % Steps;
                if (slot.step == 0)
                    finished.push_back(slot.started);
            }
            loop.execute("COMMIT");
            for (const double started : finished)
                measure.done(started);
            ended += finished.size();
        }
        figures = measure.figures(orders, loop.rows());
    }
    Measure::addDisk(figures, folder);
    return figures;
}

}  // namespace holdpoint::bench
