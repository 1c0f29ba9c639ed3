// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/contrast_scan.h"

#include "core/views/numbers.h"
#include "core/views/steps.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

/// At most `most` of them, evenly spread.
void thin(std::vector<EntityId>& ids, std::size_t most)
{
    if (ids.size() <= most)
        return;
    for (std::size_t i = 0; i < most; ++i)
        ids[i] = ids[i * ids.size() / most];
    ids.resize(most);
}

bool hadAProblem(const std::vector<ReadStep>& steps)
{
    return std::any_of(steps.begin(), steps.end(), [](const ReadStep& step) {
        return std::any_of(step.body.facts.begin(), step.body.facts.end(),
                           [](const Fact& fact) { return std::holds_alternative<ProblemRaised>(fact.body); });
    });
}

}  // namespace

ContrastScan::ContrastScan(std::vector<EntityId> items) : failing_(std::move(items))
{
    for (EntityId& id : failing_)
        id = id.with(EntityKind::Order);
    std::sort(failing_.begin(), failing_.end());
    if (!failing_.empty())
        at_ = failing_.back();
    sampled_ = failing_.size() > MostFailing;
    thin(failing_, MostFailing);
    looked_ = failing_.empty();
}

Result<std::optional<session::Contrast>> ContrastScan::more(store::StoreReader& reader,
                                                            const Dictionary& names)
{
    const bool isDone = failingRead_ == failing_.size() && looked_ && passingRead_ == passing_.size();
    if (isDone)
        return std::optional(result(reader));
    auto done = failingRead_ < failing_.size() ? readFailing(reader, names)
                : !looked_                     ? look(reader)
                                               : readPassing(reader, names);
    if (!done)
        return done.error();
    return std::optional<session::Contrast>();
}

Result<> ContrastScan::readFailing(store::StoreReader& reader, const Dictionary& names)
{
    for (std::size_t n = 0; n < OrdersACall && failingRead_ < failing_.size(); ++n) {
        const EntityId id = failing_[failingRead_++];
        std::vector<ReadStep> steps;
        if (auto read = readSteps(reader, id, steps); !read)
            return read;
        const auto order = foldOrder(id, steps);
        if (!order)
            return order.error();
        failed_.push_back(traitsOf(*order, names));
        from_ = std::min(from_, order->born);
        to_ = std::max(to_, order->born);
    }
    return {};
}

Result<> ContrastScan::look(store::StoreReader& reader)
{
    std::size_t left = RowsACall;
    bool ended = true;
    const Instant oldest = from_ - Before;
    auto read = reader.entitiesBack(EntityKind::Order, at_, [&](const engine::EntityRow& row) {
        at_ = row.id;
        if (row.created < oldest)
            return false;
        take(row);
        ended = --left > 0;
        return ended;
    });
    if (!read)
        return read;
    const bool tooMany = (scanned_ += RowsACall - left) >= MostScanned;
    sampled_ = sampled_ || tooMany;
    looked_ = ended || tooMany;
    if (looked_) {
        std::reverse(passing_.begin(), passing_.end());
        sampled_ = sampled_ || passing_.size() > MostPassing || stride_ > 1;
        thin(passing_, MostPassing);
    }
    return {};
}

// Twice as many as are read are kept; when there are more, every second one goes and fewer are taken from then on.
void ContrastScan::take(const engine::EntityRow& row)
{
    const auto place = static_cast<Place>(row.place);
    if (place == Place::Awaited || place == Place::Exception || skip_++ % stride_ != 0)
        return;
    passing_.push_back(row.id);
    if (passing_.size() < 2 * MostPassing)
        return;
    for (std::size_t i = 0; i < MostPassing; ++i)
        passing_[i] = passing_[2 * i];
    passing_.resize(MostPassing);
    stride_ *= 2;
}

Result<> ContrastScan::readPassing(store::StoreReader& reader, const Dictionary& names)
{
    for (std::size_t n = 0; n < OrdersACall && passingRead_ < passing_.size(); ++n) {
        const EntityId id = passing_[passingRead_++];
        std::vector<ReadStep> steps;
        if (auto read = readSteps(reader, id, steps); !read)
            return read;
        if (hadAProblem(steps))
            continue;
        const auto order = foldOrder(id, steps);
        if (!order)
            return order.error();
        passed_.push_back(traitsOf(*order, names));
    }
    return {};
}

session::Contrast ContrastScan::result(store::StoreReader& reader) const
{
    session::Contrast contrast = contrastOf(failed_, passed_);
    if (const auto moment = asOf(reader))
        contrast.asOf = *moment;
    contrast.sampled = sampled_;
    if (contrast.passing > 0) {
        contrast.from = from_ - Before;
        contrast.to = to_;
    }
    return contrast;
}

}  // namespace holdpoint::views
