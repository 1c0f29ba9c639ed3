// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/exception_board.h"

#include "core/views/board_filter.h"
#include "core/views/number_sort.h"

#include <algorithm>
#include <tuple>

namespace holdpoint::views {
namespace {

constexpr std::uint16_t Most = 15;

std::uint8_t few(std::uint16_t count) { return static_cast<std::uint8_t>(std::min(count, Most)); }

}  // namespace

BoardRow::BoardRow(const ExceptionItem& item)
    : id(item.id),
      about(item.about.kind()),
      state(item.state),
      category(item.category),
      stage(item.stage),
      priority(item.priority),
      blocking(item.blocking),
      cls(item.cls),
      lane(item.lane),
      reopened(few(item.reopened)),
      problems(few(item.problems)),
      code(item.code),
      vendor(item.vendor),
      node(item.node),
      channel(item.channel),
      region(item.region),
      currency(item.currency),
      assignee(item.assignee),
      value(item.value),
      fingerprint(item.fingerprint),
      opened(item.opened),
      due(item.due),
      snoozedUntil(item.snoozedUntil),
      version(item.version)
{}

std::uint32_t ExceptionBoard::originOf(const BoardRow& row)
{
    const Origin origin{row.vendor, row.node, row.channel, row.region, row.code, row.currency};
    const auto [found, isNew] =
        originNumbers_.try_emplace(origin, static_cast<std::uint32_t>(originList_.size()));
    if (isNew)
        originList_.push_back(origin);
    return found->second;
}

BoardRow ExceptionBoard::at(Place p) const
{
    const Origin& origin = originList_[origins_[p]];
    const Packed& packed = packed_[p];
    BoardRow row;
    row.id = ids_[p];
    row.about = static_cast<EntityKind>(packed.about);
    row.state = static_cast<ExceptionState>(packed.state);
    row.category = static_cast<ExceptionKind>(packed.category);
    row.stage = static_cast<Stage>(packed.stage);
    row.priority = static_cast<Priority>(packed.priority);
    row.blocking = packed.blocking != 0;
    row.cls = static_cast<FailureClass>(packed.cls);
    row.lane = static_cast<Lane>(packed.lane);
    row.reopened = static_cast<std::uint8_t>(packed.reopened);
    row.problems = static_cast<std::uint8_t>(packed.problems);
    row.code = origin.code;
    row.vendor = origin.vendor;
    row.node = origin.node;
    row.channel = origin.channel;
    row.region = origin.region;
    row.currency = origin.currency;
    row.assignee = {assignees_[p]};
    row.value = values_[p];
    row.fingerprint = fingerprints_[p];
    row.opened = opened_[p];
    row.due = due_[p];
    row.snoozedUntil = snoozed_[p];
    row.version = versions_[p];
    return row;
}

void ExceptionBoard::set(Place p, const BoardRow& row)
{
    const auto bits = [](auto value) { return static_cast<std::uint32_t>(value); };
    ids_[p] = row.id;
    fingerprints_[p] = row.fingerprint;
    values_[p] = row.value;
    opened_[p] = row.opened;
    due_[p] = row.due;
    snoozed_[p] = row.snoozedUntil;
    versions_[p] = static_cast<std::uint32_t>(row.version);
    origins_[p] = originOf(row);
    assignees_[p] = row.assignee.number;
    Packed& packed = packed_[p];
    packed.about = bits(row.about) & 63U;
    packed.state = bits(row.state) & 7U;
    packed.category = bits(row.category) & 7U;
    packed.stage = bits(row.stage) & 7U;
    packed.priority = bits(row.priority) & 3U;
    packed.blocking = row.blocking ? 1U : 0U;
    packed.cls = bits(row.cls) & 7U;
    packed.lane = bits(row.lane) & 7U;
    packed.reopened = bits(row.reopened) & 15U;
    packed.problems = bits(row.problems) & 15U;
}

bool ExceptionBoard::apply(const BoardRow& row)
{
    static_assert(sizeof(Packed) == 4 && CountOf<ExceptionState> <= 8 && CountOf<ExceptionKind> <= 8 &&
                  CountOf<Stage> <= 8 && CountOf<Priority> <= 4 && CountOf<FailureClass> <= 8 &&
                  CountOf<Lane> <= 8);
    const Place* known = places_.find(row.id);
    if (row.state == ExceptionState::Resolved) {
        if (known == nullptr)
            return false;
        remove(*known);
        return true;
    }
    if (known != nullptr) {
        BoardRow before = at(*known);
        before.version = row.version;
        set(*known, row);
        return before != row;
    }
    const auto place = static_cast<Place>(ids_.size());
    places_[row.id] = place;
    ids_.emplace_back();
    fingerprints_.emplace_back();
    values_.emplace_back();
    opened_.emplace_back();
    due_.emplace_back();
    snoozed_.emplace_back();
    origins_.emplace_back();
    assignees_.emplace_back();
    packed_.emplace_back();
    versions_.emplace_back();
    set(place, row);
    return true;
}

// The last one takes the free place: no order is kept here.
void ExceptionBoard::remove(Place p)
{
    const auto fill = [p](auto& column) {
        column[p] = column.back();
        column.pop_back();
    };
    places_.erase(ids_[p]);
    if (p + 1 != ids_.size())
        places_[ids_.back()] = p;
    fill(ids_);
    fill(fingerprints_);
    fill(values_);
    fill(opened_);
    fill(due_);
    fill(snoozed_);
    fill(origins_);
    fill(assignees_);
    fill(packed_);
    fill(versions_);
}

Version ExceptionBoard::versionOf(EntityId id) const
{
    const Place* found = places_.find(id);
    return found == nullptr ? 0 : versions_[*found];
}

void ExceptionBoard::clear() { *this = ExceptionBoard(); }

std::int64_t ExceptionBoard::sortValue(Place p, search::SortWord word) const
{
    switch (word) {
    case search::SortWord::Sla: return due_[p].ms;
    case search::SortWord::Priority: return packed_[p].priority;
    case search::SortWord::Opened: return opened_[p].ms;
    case search::SortWord::Age: return -opened_[p].ms;  // the youngest first
    case search::SortWord::Value: return values_[p];
    case search::SortWord::Id: return static_cast<std::int64_t>(ids_[p].value());
    }
    return 0;
}

std::vector<EntityId> ExceptionBoard::select(const search::Filter& filter, const BoardOrder& order,
                                             const BoardViewer& viewer, const Dictionary& names) const
{
    const BoardFilter passes(*this, filter, viewer, names);
    std::vector<std::pair<std::uint64_t, Place>> found;
    for (Place p = 0; p < ids_.size(); ++p)
        if (passes(p))
            found.emplace_back(ids_[p].value(), p);
    sortByNumber(found);
    for (auto key = order.keys.rbegin(); key != order.keys.rend(); ++key) {
        for (auto& [number, p] : found)
            number = sortKey(sortValue(p, key->word), key->descending);
        sortByNumber(found);
    }
    std::vector<EntityId> ids;
    ids.reserve(found.size());
    for (const auto& [number, p] : found)
        ids.push_back(ids_[p]);
    return ids;
}

bool ExceptionBoard::matches(EntityId id, const search::Filter& filter, const BoardViewer& viewer,
                             const Dictionary& names) const
{
    const Place* known = places_.find(id);
    return known != nullptr && filter.matches(BoardItem(*this, *known, viewer, names));
}

bool ExceptionBoard::leads(Place a, Place b) const
{
    const auto urgency = [this](Place p) {
        return std::tuple<std::uint32_t, Instant, EntityId>(packed_[p].priority, due_[p], ids_[p]);
    };
    return urgency(a) < urgency(b);
}

std::vector<session::GroupRow> ExceptionBoard::groups(const search::Filter& filter, const BoardViewer& viewer,
                                                      const Dictionary& names) const
{
    struct Sum {
        std::size_t count = 0, owned = 0;
        Place leader = 0;
        std::uint32_t owner = 0;  // 0: nobody, or not all the same
        Instant due = Never, opened = Never;
    };
    const BoardFilter passes(*this, filter, viewer, names);
    std::map<std::uint64_t, Sum> sums;
    auto at = sums.end();  // neighbours are often of one cause
    for (Place p = 0; p < ids_.size(); ++p) {
        if (!passes(p))
            continue;
        if (at == sums.end() || at->first != fingerprints_[p])
            at = sums.try_emplace(fingerprints_[p]).first;
        Sum& sum = at->second;
        const bool isFirst = sum.count++ == 0;
        if (isFirst || leads(p, sum.leader))
            sum.leader = p;
        sum.owner = isFirst || sum.owner == assignees_[p] ? assignees_[p] : 0;
        sum.owned += assignees_[p] != 0 ? 1 : 0;
        sum.due = std::min(sum.due, due_[p]);
        sum.opened = std::min(sum.opened, opened_[p]);
    }
    std::vector<session::GroupRow> groups;
    for (const auto& [fingerprint, sum] : sums) {
        const BoardRow leader = this->at(sum.leader);
        session::GroupRow& group = groups.emplace_back();
        group.fingerprint = fingerprint;
        group.count = sum.count;
        group.owned = sum.owned;
        group.priority = leader.priority;
        group.category = leader.category;
        group.stage = leader.stage;
        group.cls = leader.cls;
        group.code = names.text(leader.code);
        group.vendor = names.text(leader.vendor);
        group.example = leader.id;
        group.owner = names.text(ActorName{sum.owner});
        group.due = sum.due;
        group.opened = sum.opened;
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        return std::tie(a.priority, a.due) < std::tie(b.priority, b.due);
    });
    return groups;
}

bool ExceptionBoard::row(EntityId id, const Dictionary& names, session::ExceptionRow& out) const
{
    const Place* known = places_.find(id);
    if (known == nullptr)
        return false;
    out = textsOf(at(*known), names);
    return true;
}

ExceptionBoard::Sums ExceptionBoard::sums(Instant now) const
{
    constexpr Milliseconds Newly{30 * 60'000};
    Sums sums;
    constexpr std::size_t Stages = CountOf<Stage>;
    std::vector<std::int64_t> byOrigin(originList_.size() * Stages);
    for (Place p = 0; p < ids_.size(); ++p) {
        ++sums.byPriority[packed_[p].priority];
        ++byOrigin[origins_[p] * Stages + packed_[p].stage];
        sums.pastSla += due_[p] < now ? 1 : 0;
        sums.pastSlaNewly += due_[p] < now && now - due_[p] <= Newly ? 1 : 0;
    }
    for (std::size_t i = 0; i < byOrigin.size(); ++i)
        if (byOrigin[i] > 0) {
            const VendorName vendor = originList_[i / Stages].vendor;
            sums.byVendor[vendor] += byOrigin[i];
            sums.byVendorStage[{vendor, static_cast<Stage>(i % Stages)}] += byOrigin[i];
        }
    return sums;
}

std::optional<Stage> ExceptionBoard::stageOf(EntityId id) const
{
    const Place* known = places_.find(id);
    if (known == nullptr)
        return std::nullopt;
    return static_cast<Stage>(packed_[*known].stage);
}

}  // namespace holdpoint::views
