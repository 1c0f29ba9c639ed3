// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"
#include "core/store/transaction.h"

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

private:
    void writePartition(Transaction& t, const engine::Lease& lease, const engine::Batch& batch,
                        std::uint64_t finds);
    void writeEntities(Transaction& t, std::span<const engine::EntityRow> rows);
    void writeOpen(Transaction& t, const engine::EntityRow& row);
    void writeFinds(Transaction& t, std::span<const engine::FindRow> rows, std::uint64_t first);
    void writeOutbox(Transaction& t, const engine::Batch& batch);
    void writeStock(Transaction& t, const engine::StockRow& row);
    void writeException(Transaction& t, const ExceptionItem& item);
    void writeRest(Transaction& t, const engine::Batch& batch);

    Statement partition_, frame_, step_, insertEntity_, updateEntity_, insertOpen_, updateOpen_, deleteOpen_,
        key_, find_, stock_, planned_, answered_, exception_, series_, body_, name_;
    std::vector<engine::FindRow> sorted_;
    std::vector<std::byte> scratch_;
};

}  // namespace holdpoint::store
