// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal.h"

#include "core/model/chain.h"
#include "core/model/step.h"

namespace holdpoint::verify {
namespace {

struct StoredStep {
    Seq seq = 0;
    EntityId entity;
    Seq previous = 0;
    std::vector<std::byte> body;
};

/// The steps in their order, one ahead.
class Steps {
public:
    explicit Steps(Rows rows) : rows_(std::move(rows)), more_(rows_.next()) {}

    [[nodiscard]] bool more() const noexcept { return more_; }
    [[nodiscard]] bool failed() const noexcept { return rows_.failed(); }
    [[nodiscard]] Seq seq() const noexcept { return static_cast<Seq>(rows_.integer(0)); }
    /// Those up to `last`.
    void take(Seq last, std::vector<StoredStep>& out)
    {
        for (out.clear(); more_ && seq() <= last; more_ = rows_.next()) {
            const auto body = rows_.blob(3);
            out.push_back({seq(),
                           EntityId::fromValue(static_cast<std::uint64_t>(rows_.integer(1))),
                           static_cast<Seq>(rows_.integer(2)),
                           {body.begin(), body.end()}});
        }
    }

private:
    Rows rows_;
    bool more_;
};

struct StoredFrame {
    FrameNo number = 0;
    Seq last = 0;
    Instant at;
    Hash hash{};
};

class Journal {
public:
    Journal(PartitionId partition, Findings& findings) : partition_(partition), findings_(findings) {}

    /// `frame` with its steps, after those before it.
    void judge(const StoredFrame& frame, const std::vector<StoredStep>& steps)
    {
        if (frame.number != before_.number + 1)
            findings_.add(before_.number + 1, 0,
                          "Frame " + std::to_string(before_.number + 1) + " is missing.");
        else if (!complete(frame, steps) || hashOf(frame, steps) != frame.hash)
            tell(frame, steps);
        ++findings_.frames;
        findings_.steps += steps.size();
        findings_.head = frame.hash;
        before_ = frame;
    }
    [[nodiscard]] const StoredFrame& last() const noexcept { return before_; }

private:
    /// The first step that is not there, or is there twice; 0 if all are.
    [[nodiscard]] Seq gap(const StoredFrame& frame, const std::vector<StoredStep>& steps) const
    {
        Seq expected = before_.last + 1;
        for (const StoredStep& step : steps)
            if (step.seq != expected++)
                return expected - 1;
        return expected <= frame.last ? expected : 0;
    }
    [[nodiscard]] bool complete(const StoredFrame& frame, const std::vector<StoredStep>& steps) const
    {
        return frame.last >= before_.last && gap(frame, steps) == 0;
    }
    [[nodiscard]] Hash hashOf(const StoredFrame& frame, const std::vector<StoredStep>& steps)
    {
        hasher_.begin(before_.hash, partition_, frame.number, frame.at, steps.size());
        for (const StoredStep& step : steps)
            hasher_.step(step.seq, step.entity, step.previous, step.body);
        return hasher_.finish();
    }
    // The hash is of the frame; a step is named where it shows by itself.
    void tell(const StoredFrame& frame, const std::vector<StoredStep>& steps)
    {
        const std::string name = "Frame " + std::to_string(frame.number);
        if (const Seq missing = gap(frame, steps); missing != 0)
            return findings_.add(frame.number, missing,
                                 name + " lacks step " + std::to_string(missing) + ".");
        for (const StoredStep& step : steps)
            if (!decodeStep(step.body))
                return findings_.add(frame.number, step.seq,
                                     name + " was changed: step " + std::to_string(step.seq) +
                                         " cannot be read.");
        findings_.add(frame.number, steps.size() == 1 ? steps.front().seq : 0,
                      name + " was changed: the hash of its steps " + std::to_string(before_.last + 1) +
                          " to " + std::to_string(frame.last) + " is not the stored one.");
    }

    PartitionId partition_;
    Findings& findings_;
    FrameHasher hasher_;
    StoredFrame before_;
};

void judgeEnd(const StoreFile& store, const Journal& journal, const Steps& steps, Findings& findings)
{
    const StoredFrame& last = journal.last();
    if (steps.more())
        findings.add(last.number + 1, steps.seq(),
                     "Step " + std::to_string(steps.seq()) +
                         " is in no frame: the newest frames are missing.");
    const auto head = store.integer("SELECT head FROM partition");
    if (head && static_cast<Seq>(*head) != last.last)
        findings.add(last.number, 0,
                     "The store says that it ends with step " + std::to_string(*head) +
                         ", but its newest frame ends with step " + std::to_string(last.last) + ".");
}

}  // namespace

Result<> verifyJournal(const StoreFile& store, Findings& findings)
{
    const auto partition = store.integer("SELECT id FROM partition");
    if (!partition)
        return Error{Code::Corrupt, "the store has no journal"};
    auto frames = store.rows("SELECT number, last_seq, at, hash FROM frame ORDER BY number");
    auto stored = store.rows("SELECT seq, entity, previous, body FROM step ORDER BY seq");
    if (!frames || !stored)
        return Error{Code::Corrupt, store.lastError()};
    Steps steps(std::move(*stored));
    Journal journal(static_cast<PartitionId>(*partition), findings);
    std::vector<StoredStep> of;
    while (frames->next()) {
        StoredFrame frame{static_cast<FrameNo>(frames->integer(0)),
                          static_cast<Seq>(frames->integer(1)),
                          {frames->integer(2)},
                          {}};
        if (!frames->bytes(3, frame.hash))
            frame.hash = {};
        steps.take(frame.last, of);
        journal.judge(frame, of);
    }
    if (frames->failed() || steps.failed())
        return Error{Code::Corrupt, store.lastError()};
    judgeEnd(store, journal, steps, findings);
    return {};
}

}  // namespace holdpoint::verify
