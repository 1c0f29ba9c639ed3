// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/entity_map.h"
#include "core/model/exception_item.h"
#include "core/search/filter.h"
#include "core/session/rows.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace holdpoint::views {

/// What the board keeps of an item: numbers alone. A copy that crosses from the engine's thread.
struct BoardRow {
    EntityId id;
    EntityKind about = EntityKind::Order;  ///< the object shares serial and slot with its item
    ExceptionState state = ExceptionState::New;
    ExceptionKind category = ExceptionKind::FailedOrder;
    Stage stage = Stage::Intake;
    Priority priority = Priority::P3;
    bool blocking = true;
    FailureClass cls = FailureClass::None;
    Lane lane = Lane::Live;
    std::uint8_t reopened = 0;  ///< 15 stands for more
    std::uint8_t problems = 0;  ///< 15 stands for more
    CodeName code;
    VendorName vendor;
    NodeName node;
    ChannelName channel;
    RegionName region;
    Currency currency;
    ActorName assignee;
    std::int64_t value = 0;
    std::uint64_t fingerprint = 0;
    Instant opened;
    Instant due = Never;
    Instant snoozedUntil = Never;
    Version version = 0;  ///< only looked up, never shown

    BoardRow() = default;
    explicit BoardRow(const ExceptionItem& item);
    friend bool operator==(const BoardRow&, const BoardRow&) = default;
};

/// How a list of items is ordered: by these, the first one first, then by id.
struct BoardOrder {
    std::vector<search::SortKey> keys{{search::SortWord::Sla, false}};
};

/// Who looks, and when: what `is:mine`, `is:breached` and `age:` are measured by.
struct BoardViewer {
    Instant now;
    std::string actor;
};

/// What the other open items say about one.
struct GroupStanding {
    std::size_t open = 0;         ///< of its group
    std::size_t similar = 0;      ///< of its vendor, in other groups
    Instant firstOpened = Never;  ///< of its group
};

/// All open items of the queue as columns of numbers, 64 bytes an item and its place in an index. One thread.
class ExceptionBoard {
public:
    /// Takes an item in, changes it, or lets it go if it is resolved. True if anything is different now.
    bool apply(const BoardRow& row);
    void clear();
    [[nodiscard]] std::size_t size() const noexcept { return ids_.size(); }
    /// In no order.
    [[nodiscard]] const std::vector<EntityId>& ids() const noexcept { return ids_; }
    [[nodiscard]] bool contains(EntityId id) const { return places_.contains(id); }

    /// The items that the filter lets through, in order. Times of the filter are resolved already; names are texts of
    /// `names`, whose numbers the columns hold.
    [[nodiscard]] std::vector<EntityId> select(const search::Filter& filter, const BoardOrder& order,
                                               const BoardViewer& viewer, const Dictionary& names) const;
    /// Does it let this one through? False for an item that is not on the board.
    [[nodiscard]] bool matches(EntityId id, const search::Filter& filter, const BoardViewer& viewer,
                               const Dictionary& names) const;
    /// The groups of the items that the filter lets through, most urgent first, then by earliest SLA, then by fingerprint.
    [[nodiscard]] std::vector<session::GroupRow>
    groups(const search::Filter& filter, const BoardViewer& viewer, const Dictionary& names) const;
    /// Without the item `except`. No vendor: nothing is similar.
    [[nodiscard]] GroupStanding standing(std::uint64_t fingerprint, VendorName vendor, EntityId except) const;
    /// The items of a group that are about orders, in no order that counts.
    [[nodiscard]] std::vector<EntityId> ordersOf(std::uint64_t fingerprint) const;
    /// Values of a field that begin with `prefix`, ignoring the case of A–Z, with how many items have them: the most
    /// frequent first, then by text. None for a field whose values are not few.
    [[nodiscard]] std::vector<std::pair<std::string, std::size_t>>
    values(search::Field field, std::string_view prefix, const Dictionary& names) const;
    /// False: it is not on the board.
    bool row(EntityId id, const Dictionary& names, session::ExceptionRow& out) const;

    /// How many of all, by what a tile shows.
    struct Sums {
        std::array<std::int64_t, CountOf<Priority>> byPriority{};
        std::map<VendorName, std::int64_t> byVendor;
        std::map<std::pair<VendorName, Stage>, std::int64_t> byVendorStage;
        std::int64_t pastSla = 0;       ///< as `is:breached` counts
        std::int64_t pastSlaNewly = 0;  ///< of these, within half an hour
    };
    [[nodiscard]] Sums sums(Instant now) const;
    /// 0: it is not on the board.
    [[nodiscard]] Version versionOf(EntityId id) const;
    /// The stage of an item; none if it is not on the board.
    [[nodiscard]] std::optional<Stage> stageOf(EntityId id) const;

    /// Bytes of one item in the columns.
    static constexpr std::size_t RowBytes = 6 * 8 + 4 * 4;

private:
    friend class BoardFilter;
    friend class BoardItem;

    /// What many items share: kept once.
    struct Origin {
        VendorName vendor;
        NodeName node;
        ChannelName channel;
        RegionName region;
        CodeName code;
        Currency currency;
        friend auto operator<=>(const Origin&, const Origin&) = default;
    };
    /// The small enumerations of an item in 32 bits.
    struct Packed {
        std::uint32_t about : 6, state : 3, category : 3, stage : 3, priority : 2, blocking : 1, cls : 3,
            lane : 3, reopened : 4, problems : 4;
        friend bool operator==(const Packed&, const Packed&) = default;
    };
    using Place = std::uint32_t;

    [[nodiscard]] std::uint32_t originOf(const BoardRow& row);
    [[nodiscard]] BoardRow at(Place place) const;
    void set(Place place, const BoardRow& row);
    void remove(Place place);
    [[nodiscard]] bool leads(Place a, Place b) const;
    [[nodiscard]] std::int64_t sortValue(Place place, search::SortWord word) const;

    std::vector<EntityId> ids_;
    std::vector<std::uint64_t> fingerprints_;
    std::vector<std::int64_t> values_;
    std::vector<Instant> opened_, due_, snoozed_;
    std::vector<std::uint32_t> origins_, assignees_;
    std::vector<Packed> packed_;
    std::vector<std::uint32_t> versions_;
    std::vector<Origin> originList_;
    std::map<Origin, std::uint32_t> originNumbers_;
    EntityMap<Place> places_;
};

}  // namespace holdpoint::views
