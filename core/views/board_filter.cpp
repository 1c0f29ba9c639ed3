// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/board_filter.h"

#include "core/views/order_list.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace holdpoint::views {
namespace {

using search::Field;
using search::IsWord;

constexpr Milliseconds Breaching{15 * 60'000};
constexpr std::size_t PackedValues = 8;
constexpr std::array OfOrigin{Field::Vendor, Field::Node, Field::Channel, Field::Region, Field::Code};

std::string groupText(std::uint64_t fingerprint)
{
    char out[17];
    std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(fingerprint));
    return out;
}

/// The name of the n-th value, for a field that is a packed enumeration.
std::string_view nameAt(Field field, std::size_t n)
{
    switch (field) {
    case Field::State: return name(static_cast<ExceptionState>(n));
    case Field::Cat: return name(static_cast<ExceptionKind>(n));
    case Field::Stage: return name(static_cast<Stage>(n));
    case Field::Class: return name(static_cast<FailureClass>(n));
    case Field::Lane: return name(static_cast<Lane>(n));
    default: return name(static_cast<Priority>(n));
    }
}

bool isPacked(Field field)
{
    return field == Field::State || field == Field::Cat || field == Field::Stage || field == Field::Class ||
           field == Field::Lane || field == Field::Priority;
}

bool isOfOrigin(Field field) { return std::find(OfOrigin.begin(), OfOrigin.end(), field) != OfOrigin.end(); }

template <typename Origin>
const std::string& originText(Field field, const Origin& origin, const Dictionary& names)
{
    switch (field) {
    case Field::Vendor: return names.text(origin.vendor);
    case Field::Node: return names.text(origin.node);
    case Field::Channel: return names.text(origin.channel);
    case Field::Region: return names.text(origin.region);
    default: return names.text(origin.code);
    }
}

template <typename Packed>
std::uint32_t packedValue(Field field, const Packed& packed)
{
    switch (field) {
    case Field::State: return packed.state;
    case Field::Cat: return packed.category;
    case Field::Stage: return packed.stage;
    case Field::Class: return packed.cls;
    case Field::Lane: return packed.lane;
    default: return packed.priority;
    }
}

}  // namespace

session::ExceptionRow textsOf(const BoardRow& row, const Dictionary& names)
{
    session::ExceptionRow out;
    out.id = row.id;
    out.about = row.id.with(row.about);
    out.state = row.state;
    out.category = row.category;
    out.stage = row.stage;
    out.priority = row.priority;
    out.blocking = row.blocking;
    out.cls = row.cls;
    out.code = names.text(row.code);
    out.vendor = names.text(row.vendor);
    out.node = names.text(row.node);
    out.channel = names.text(row.channel);
    out.region = names.text(row.region);
    out.value = {row.value, row.currency};
    out.lane = row.lane;
    out.group = row.fingerprint;
    out.opened = row.opened;
    out.due = row.due;
    out.snoozedUntil = row.snoozedUntil;
    out.assignee = names.text(row.assignee);
    out.reopened = row.reopened;
    out.problems = row.problems;
    return out;
}

bool BoardItem::anyText(Field field, const search::TextTest& test) const
{
    const auto& packed = board_.packed_[place_];
    if (isPacked(field))
        return test(nameAt(field, packedValue(field, packed)));
    if (isOfOrigin(field))
        return test(originText(field, board_.originList_[board_.origins_[place_]], names_));
    const EntityId id = board_.ids_[place_];
    switch (field) {
    case Field::Id: return test(id.text());
    case Field::Order: return test(id.with(static_cast<EntityKind>(packed.about)).text());
    case Field::Owner: return test(names_.text(ActorName{board_.assignees_[place_]}));
    case Field::Group: return test(groupText(board_.fingerprints_[place_]));
    default: return false;
    }
}

std::optional<std::int64_t> BoardItem::number(Field field) const
{
    switch (field) {
    case Field::Value:
        return thousandths(board_.values_[place_], board_.originList_[board_.origins_[place_]].currency);
    case Field::Sla:
    case Field::Due:
        return board_.due_[place_] == Never ? std::nullopt : std::optional(board_.due_[place_].ms);
    case Field::First: return board_.opened_[place_].ms;
    case Field::Age: return (viewer_.now - board_.opened_[place_]).count();
    default: return {};
    }
}

bool BoardItem::is(IsWord word) const
{
    const auto& packed = board_.packed_[place_];
    const auto state = static_cast<ExceptionState>(packed.state);
    const Instant due = board_.due_[place_];
    switch (word) {
    case IsWord::Open: return true;
    case IsWord::Mine:
        return !viewer_.actor.empty() && names_.text(ActorName{board_.assignees_[place_]}) == viewer_.actor;
    case IsWord::Unassigned: return board_.assignees_[place_] == 0;
    case IsWord::Breaching: return due != Never && due >= viewer_.now && due - viewer_.now <= Breaching;
    case IsWord::Breached: return due < viewer_.now;
    case IsWord::Retrying: return state == ExceptionState::WaitingEngine;
    case IsWord::Snoozed: return board_.snoozed_[place_] != Never && board_.snoozed_[place_] > viewer_.now;
    case IsWord::Waiting:
        return state == ExceptionState::WaitingVendor || state == ExceptionState::WaitingCustomer;
    case IsWord::New: return state == ExceptionState::New;
    case IsWord::Reopened: return packed.reopened > 0;
    case IsWord::Merged: return packed.problems > 1;
    case IsWord::Inflight:
    case IsWord::Dup:
    case IsWord::Masked: return false;
    }
    return false;
}

bool BoardItem::anyWord(const search::TextTest& test) const
{
    for (const Field field : {Field::Code, Field::Vendor, Field::Node, Field::Channel, Field::Region,
                              Field::Cat, Field::Stage, Field::Owner, Field::Id, Field::Order})
        if (anyText(field, test))
            return true;
    return false;
}

BoardFilter::BoardFilter(const ExceptionBoard& board, const search::Filter& filter, const BoardViewer& viewer,
                         const Dictionary& names)
    : board_(board), viewer_(viewer), names_(names), root_(testOf(filter))
{}

BoardFilter::Test BoardFilter::testOf(const search::Filter& filter) const
{
    using Kind = search::Node::Kind;
    if (filter.kind == Kind::Term)
        return leafOf(*filter.leaf);
    std::vector<Test> tests;
    for (const search::Filter& child : filter.children)
        tests.push_back(testOf(child));
    const auto each = [tests = std::move(tests)](auto&& stopAt, std::uint32_t place) {
        return std::any_of(tests.begin(), tests.end(),
                           [&](const Test& test) { return test(place) == stopAt; });
    };
    if (filter.kind == Kind::Or)
        return [each](std::uint32_t place) { return each(true, place); };
    if (filter.kind == Kind::Not)
        return [each](std::uint32_t place) { return each(false, place); };
    return [each](std::uint32_t place) { return !each(false, place); };
}

BoardFilter::Test BoardFilter::leafOf(const search::Leaf& leaf) const
{
    if (isPacked(leaf.field()) || isOfOrigin(leaf.field()))
        return tableOf(leaf);
    if (leaf.kind() == search::Kind::Any)
        return wordOf(leaf);
    if (leaf.field() == Field::Group)
        return groupOf(leaf);
    return [this, &leaf](std::uint32_t place) {
        return leaf.matches(BoardItem(board_, place, viewer_, names_));
    };
}

/// A bare word: origin, category and stage by table, owner by what is remembered, and by its text only what may be an id.
BoardFilter::Test BoardFilter::wordOf(const search::Leaf& leaf) const
{
    constexpr std::string_view OfIds = "0123456789.-xo";
    std::vector<char> origins;
    for (const auto& origin : board_.originList_)
        origins.push_back(std::any_of(OfOrigin.begin(), OfOrigin.end(), [&](Field field) {
            return leaf.text()(originText(field, origin, names_));
        }));
    std::array<char, PackedValues> categories{}, stages{};
    for (std::size_t n = 0; n < PackedValues; ++n) {
        categories[n] = leaf.text()(nameAt(Field::Cat, n));
        stages[n] = leaf.text()(nameAt(Field::Stage, n));
    }
    const auto known = [this, categories, stages, origins = std::move(origins),
                        owner = ownerOf(leaf)](std::uint32_t place) {
        const auto& packed = board_.packed_[place];
        return origins[board_.origins_[place]] != 0 || categories[packed.category] != 0 ||
               stages[packed.stage] != 0 || owner(place);
    };
    if (!leaf.fits(OfIds))
        return [known, no = leaf.negated()](std::uint32_t place) { return known(place) != no; };
    return [this, known, &leaf](std::uint32_t place) {
        const BoardItem item(board_, place, viewer_, names_);
        const bool found =
            known(place) || item.anyText(Field::Id, leaf.text()) || item.anyText(Field::Order, leaf.text());
        return found != leaf.negated();
    };
}

/// What its owner's name says, asked once a name.
BoardFilter::Test BoardFilter::ownerOf(const search::Leaf& leaf) const
{
    return [this, &leaf, said = std::map<std::uint32_t, bool>()](std::uint32_t place) mutable {
        const std::uint32_t owner = board_.assignees_[place];
        const auto [at, isNew] = said.try_emplace(owner, false);
        if (isNew)
            at->second = leaf.text()(names_.text(ActorName{owner}));
        return at->second;
    };
}

BoardFilter::Test BoardFilter::groupOf(const search::Leaf& leaf) const
{
    return [this, &leaf, said = std::map<std::uint64_t, bool>()](std::uint32_t place) mutable {
        const std::uint64_t group = board_.fingerprints_[place];
        const auto [at, isNew] = said.try_emplace(group, false);
        if (isNew)
            at->second = leaf.text()(groupText(group)) != leaf.negated();
        return at->second;
    };
}

BoardFilter::Test BoardFilter::tableOf(const search::Leaf& leaf) const
{
    const Field field = leaf.field();
    std::vector<char> table;
    if (isOfOrigin(field)) {
        for (const auto& origin : board_.originList_)
            table.push_back(leaf.text()(originText(field, origin, names_)) != leaf.negated() ? 1 : 0);
        return [this, table = std::move(table)](std::uint32_t place) {
            return table[board_.origins_[place]] != 0;
        };
    }
    for (std::size_t n = 0; n < PackedValues; ++n)
        table.push_back(leaf.text()(nameAt(field, n)) != leaf.negated() ? 1 : 0);
    return [this, field, table = std::move(table)](std::uint32_t place) {
        return table[packedValue(field, board_.packed_[place])] != 0;
    };
}

}  // namespace holdpoint::views
