// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/chain.h"
#include "core/store/store_reader.h"

namespace holdpoint::store {
namespace {

/// Keeps the steps of one frame with their bodies.
class FrameSteps final : public engine::StepSink {
public:
    void clear()
    {
        steps_.clear();
        bodies_.clear();
    }
    void step(const engine::Step& step) override
    {
        steps_.push_back(step);
        steps_.back().body = {};
        bodies_.emplace_back(step.body.begin(), step.body.end());
    }
    /// False if a sequence number is missing between the two, both included.
    [[nodiscard]] bool covers(Seq first, Seq last) const
    {
        return steps_.size() == last - first + 1 &&
               (steps_.empty() || (steps_.front().seq == first && steps_.back().seq == last));
    }
    [[nodiscard]] const std::vector<engine::Step>& steps()
    {
        for (std::size_t i = 0; i < steps_.size(); ++i)
            steps_[i].body = bodies_[i];
        return steps_;
    }

private:
    std::vector<engine::Step> steps_;
    std::vector<std::vector<std::byte>> bodies_;
};

/// The frame before the first one checked: its hash and end are taken as they are.
Result<FrameRow> frameBefore(StoreReader& reader, FrameNo first)
{
    FrameRow before{.number = first - 1, .lastSeq = 0, .at = {}};
    if (first <= 1)
        return before;
    bool found = false;
    auto read = reader.frames(first - 1, first - 1, [&](const FrameRow& row) {
        before = row;
        found = true;
        return true;
    });
    if (!read)
        return read.error();
    if (!found)
        return Error{Code::NotFound, "frame " + std::to_string(first - 1)};
    return before;
}

}  // namespace

Result<ChainReport> checkChain(StoreReader& reader, FrameNo first)
{
    const auto head = reader.head();
    if (!head)
        return head.error();
    auto before = frameBefore(reader, first);
    if (!before)
        return before.error();
    ChainReport report{.head = before->hash};
    FrameSteps frame;
    Result<> steps;
    auto read = reader.frames(first, head->lease.lastFrame, [&](const FrameRow& row) {
        frame.clear();
        steps = reader.steps(before->lastSeq + 1, row.lastSeq, frame);
        const bool whole = steps && row.number == before->number + 1 && row.lastSeq >= before->lastSeq &&
                           frame.covers(before->lastSeq + 1, row.lastSeq);
        if (!whole || engine::chainHash(before->hash, head->lease.partition, row.number, row.at,
                                        frame.steps()) != row.hash) {
            report.firstBroken = row.number;
            return false;
        }
        ++report.frames;
        report.steps += frame.steps().size();
        report.head = row.hash;
        *before = row;
        return true;
    });
    if (!read)
        return read.error();
    if (!steps)
        return steps.error();
    if (report.firstBroken == 0 && before->number != head->lease.lastFrame)
        report.firstBroken = before->number + 1;
    return report;
}

}  // namespace holdpoint::store
