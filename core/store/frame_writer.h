// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"
#include "core/model/checkpoint.h"
#include "core/store/row_feed.h"
#include "core/store/transaction.h"

#include <memory>

namespace holdpoint::store {

/// Search entries go into buckets of so many, in their order of arrival: within a bucket they are sorted by hash.
inline constexpr int FindBucketBits = 12;
inline constexpr std::uint64_t FindHashMask = (std::uint64_t{1} << 56) - 1;

/// Writes frames with statements prepared once. Lives as long as its database's connection at most.
class FrameWriter {
public:
    /// Errors: Corrupt (a table is missing).
    Result<> prepare(Database& database);

    /// Writes all of `batch`; what failed is in `transaction`. `finds` = search entries before this frame.
    void write(Transaction& transaction, const engine::Lease& lease, const engine::Batch& batch,
               std::uint64_t finds);
    void write(Transaction& transaction, std::span<const Checkpoint> checkpoints);

private:
    /// `rows` and `fill`, which gives the cells of one, must live until the statement that reads the feed has run.
    template <typename Rows, typename Fill>
    void feedRows(const Rows& rows, const Fill& fill)
    {
        feed_->rows(rows.size(), [&](std::size_t i, Cells& cells) { fill(rows[i], cells); });
    }
    /// All rows with one statement that reads them from the feed. Each must change a row.
    template <typename Rows, typename Fill>
    void writeAll(Transaction& t, Statement& statement, const Rows& rows, const Fill& fill)
    {
        if (rows.empty())
            return;
        feedRows(rows, fill);
        t.run(statement, static_cast<std::int64_t>(rows.size()));
    }
    void writePartition(Transaction& t, const engine::Lease& lease, const engine::Batch& batch,
                        std::uint64_t finds);
    void writeEntities(Transaction& t, std::span<const engine::EntityRow> rows);
    void writeOpen(Transaction& t, std::span<const engine::EntityRow> rows);
    void writeFinds(Transaction& t, std::span<const engine::FindRow> rows, std::uint64_t first);
    void writeOutbox(Transaction& t, const engine::Batch& batch);
    void writeStock(Transaction& t, std::span<const engine::StockRow> rows);
    void writeException(Transaction& t, const ExceptionItem& item);
    void writeRest(Transaction& t, const engine::Batch& batch);

    Statement partition_, frame_, step_, insertEntity_, updateEntity_, insertOpen_, updateOpen_, deleteOpen_,
        key_, purge_, find_, stock_, planned_, answered_, exception_, series_, body_, name_, checkpoint_;
    std::unique_ptr<RowFeed> feed_;
    std::vector<const engine::EntityRow*> picked_;
    std::vector<engine::FindRow> sorted_;
    std::vector<std::byte> scratch_;
};

}  // namespace holdpoint::store
