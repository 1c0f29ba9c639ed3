// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/scheduled.h"

#include <algorithm>

namespace holdpoint::lab {

std::uint64_t ImportReport::accounted() const
{
    std::uint64_t sum = inEvents + service + passed;
    for (const auto& [rule, count] : refused)
        sum += count;
    for (const auto& [activity, count] : noted)
        sum += count;
    return sum;
}

Result<> ScheduledImporter::open(const std::filesystem::path& path, const ImportOptions& options)
{
    if (auto loaded = load(path, options.mode); !loaded)
        return loaded;
    std::sort(entries_.begin(), entries_.end());
    for (const Entry& entry : entries_)
        totalRows_ += entry.rows;
    return {};
}

Result<std::optional<ImportItem>> ScheduledImporter::next()
{
    Result<std::optional<ImportItem>> result;
    if (at_ == entries_.size())
        return result;
    const Entry& entry = entries_[at_++];
    account(entry);
    ImportItem& item = result->emplace();
    item.position = at_;
    item.rows = entry.rows;
    if (entry.rank == RefusedRank)
        item.what = refusals_[entry.index];
    else if (entry.rank == NotedRank)
        item.what = RowNoted{activities_[entry.index]};
    else
        item.what = ImportedEvent{write(entry)};
    return result;
}

void ScheduledImporter::account(const Entry& entry)
{
    report_.rows += entry.rows;
    if (entry.rank == RefusedRank) {
        report_.refused[refusals_[entry.index].rule] += entry.rows;
    } else if (entry.rank == NotedRank) {
        report_.noted[activities_[entry.index]] += entry.rows;
    } else {
        ++report_.events;
        report_.inEvents += entry.rows - entry.service;
        report_.service += entry.service;
    }
}

Result<> ScheduledImporter::skipTo(std::uint64_t position)
{
    for (; at_ < entries_.size() && at_ < position; ++at_) {
        report_.rows += entries_[at_].rows;
        report_.passed += entries_[at_].rows;
    }
    return {};
}

void ScheduledImporter::refuse(RowRefusal refusal, std::int64_t time, std::uint32_t row)
{
    schedule({time, row, RefusedRank, static_cast<std::uint32_t>(refusals_.size()), 1});
    refusals_.push_back(std::move(refusal));
}

void ScheduledImporter::note(std::string_view activity, std::int64_t time, std::uint32_t row)
{
    auto known = std::find(activities_.begin(), activities_.end(), activity);
    if (known == activities_.end())
        known = activities_.emplace(known, activity);
    schedule({time, row, NotedRank, static_cast<std::uint32_t>(known - activities_.begin()), 1});
}

}  // namespace holdpoint::lab
