// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/check.h"
#include "core/views/recount.h"

#include <map>
#include <set>
#include <string>
#include <vector>

/// Shared by the parts of the check; not for others.
namespace holdpoint::views {

/// The texts by which orders are known, by order id.
class OrderKeys {
public:
    Result<> read(store::StoreReader& reader);
    /// Ids must be asked for in rising order. Empty: the order has no key.
    [[nodiscard]] std::string rootKeyOf(EntityId id, const Dictionary& names);

private:
    struct Key {
        EntityId entity;
        ProducerName space;
        std::uint32_t at = 0;
        std::uint32_t size = 0;
    };
    std::vector<Key> keys_;
    std::string texts_;
    std::size_t next_ = 0;
};

/// Queue items as their table has them, in rising order of ids.
class StoredItems {
public:
    explicit StoredItems(store::StoreReader& reader) : reader_(reader) {}
    /// Null: there is none. Ids must be asked for in rising order.
    Result<const ExceptionItem*> find(EntityId id);
    [[nodiscard]] std::uint64_t found() const noexcept { return found_; }
    [[nodiscard]] std::uint64_t read() const noexcept { return read_; }
    /// Reads to the end, so that `read` counts all.
    Result<> finish();

private:
    Result<> fetch();

    store::StoreReader& reader_;
    std::vector<ExceptionItem> page_;
    std::size_t next_ = 0;
    EntityId after_;
    std::uint64_t found_ = 0;
    std::uint64_t read_ = 0;
    bool ended_ = false;
};

class Checker {
public:
    Checker(store::StoreReader& reader, const CheckOptions& options);
    Result<CheckReport> run();

private:
    struct Steps {
        std::vector<StepBody> bodies;
        std::vector<Seq> seqs;
    };

    Result<> readAll();
    Result<> entities();
    Result<> entity(const engine::EntityRow& row);
    Result<> loadSteps(EntityId id);
    void order(const engine::EntityRow& row);
    void orderColumns(const engine::EntityRow& row, const Order& order);
    void effects(const Order& order);
    void reservation(const engine::EntityRow& row);
    Result<> exception(const engine::EntityRow& row);
    void plain(const engine::EntityRow& row);
    Result<> exceptionsCount();
    Result<> series();
    Result<> stock();
    Result<> outbox();
    Result<> chain();
    void sums();

    template <typename T>
    void compare(const std::string& entity, const char* what, const T& stored, const T& computed)
    {
        if (!(stored == computed))
            disagree(entity, what, text(stored), text(computed));
    }
    void disagree(std::string entity, std::string what, std::string stored, std::string computed);

    template <typename T>
    static std::string text(const T& value)
    {
        if constexpr (std::is_same_v<T, std::string>)
            return value;
        else if constexpr (std::is_same_v<T, Instant>)
            return value == Never ? "never" : toText(value);
        else if constexpr (std::is_same_v<T, bool>)
            return value ? "true" : "false";
        else if constexpr (std::is_enum_v<T>)
            return std::string(name(value));
        else
            return std::to_string(value);
    }

    store::StoreReader& reader_;
    const CheckOptions& options_;
    Dictionary names_;
    CheckReport report_;
    OrderKeys keys_;
    StoredItems items_;
    Recount recount_;
    Steps steps_;
    std::map<StockKey, std::int64_t> reserved_;  // by live reservations
    std::set<OutboxId> open_;                    // effects without an answer, by the orders
    std::uint64_t exceptionEntities_ = 0;
    std::uint64_t rows_ = 0;
};

}  // namespace holdpoint::views
