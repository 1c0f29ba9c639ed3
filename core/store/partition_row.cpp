// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/partition_row.h"

#include "core/store/transaction.h"

namespace holdpoint::store {
namespace {

/// 0 where there is no frame yet; nothing where the row makes no sense.
Result<std::optional<Seq>> readLastFrame(Database& database, engine::Lease& lease)
{
    auto frame =
        database.prepare("SELECT number, last_seq, at, hash FROM frame ORDER BY number DESC LIMIT 1");
    if (!frame)
        return frame.error();
    std::optional<Seq> last = 0;
    auto found = frame->one([&](Statement& row) {
        lease.lastFrame = static_cast<FrameNo>(row.integer(0));
        lease.lastTime = {row.integer(2)};
        last = static_cast<Seq>(row.integer(1));
        if (!row.hash(3, lease.chain))
            last.reset();
    });
    if (!found)
        return found.error();
    return last;
}

}  // namespace

Result<PartitionHead> readPartition(Database& database)
{
    auto partition = database.prepare(
        "SELECT id, epoch, holder, head, serial, finds, (SELECT max(seq) FROM step) FROM partition LIMIT 1");
    if (!partition)
        return partition.error();
    PartitionHead head;
    Seq lastStep = 0;
    auto found = partition->one([&](Statement& row) {
        head.lease.partition = static_cast<PartitionId>(row.integer(0));
        head.lease.epoch = static_cast<std::uint64_t>(row.integer(1));
        head.holder = row.text(2);
        head.lease.lastSeq = static_cast<Seq>(row.integer(3));
        head.lease.serial = static_cast<std::uint64_t>(row.integer(4));
        head.finds = static_cast<std::uint64_t>(row.integer(5));
        lastStep = static_cast<Seq>(row.integer(6));
    });
    if (!found)
        return found.error();
    if (!*found)
        return Error{Code::NotFound, "the store was never held"};
    const auto framed = readLastFrame(database, head.lease);
    if (!framed)
        return framed.error();
    if (*framed != head.lease.lastSeq || lastStep != head.lease.lastSeq)
        return Error{Code::Corrupt, "partition, frames and steps end at different places"};
    return head;
}

Result<PartitionHead> takePartition(Database& database, PartitionId partition, std::string_view holder)
{
    Transaction transaction(database);
    if (transaction.failed())
        return transaction.error();
    auto insert = database.prepare("INSERT INTO partition(id, epoch, holder, head, serial, finds) "
                                   "SELECT ?1, 0, '', 0, 0, 0 WHERE NOT EXISTS(SELECT 1 FROM partition)");
    if (!insert)
        return insert.error();
    transaction.runAny(insert->bind(partition));
    auto raise = database.prepare("UPDATE partition SET epoch=epoch+1, holder=?2 WHERE id=?1");
    if (!raise)
        return raise.error();
    if (!transaction.run(raise->bind(partition, holder)))
        return transaction.fault() == Fault::Conflict
                   ? Error{Code::Conflict, "the store holds another partition"}
                   : transaction.error();
    auto head = readPartition(database);
    if (!head)
        return head.error();
    if (transaction.commit() != Transaction::End::Committed)
        return transaction.error();
    return head;
}

}  // namespace holdpoint::store
