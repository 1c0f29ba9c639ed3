// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/shadow_view.h"

#include "core/model/stock.h"
#include "core/views/numbers.h"
#include "core/views/order_list.h"

#include <algorithm>
#include <functional>

namespace holdpoint::views {
namespace {

constexpr std::string_view ShadowSpace = "shadow";
constexpr std::size_t OrdersOfACluster = 500;

/// Decoded steps, until one cannot be read.
class Bodies final : public engine::StepSink {
public:
    explicit Bodies(std::function<void(const engine::Step&, const StepBody&)> take) : take_(std::move(take))
    {}
    void step(const engine::Step& step) override
    {
        const EntityKind kind = step.entity.kind();
        if (!error ||
            (kind != EntityKind::Difference && kind != EntityKind::Document && kind != EntityKind::Rollout))
            return;
        const auto body = decodeStep(step.body);
        if (body)
            take_(step, *body);
        else
            error = body.error();
    }
    Result<> error;

private:
    std::function<void(const engine::Step&, const StepBody&)> take_;
};

std::size_t index(DifferenceVerdict verdict) { return static_cast<std::size_t>(verdict); }

/// The verdict that most of a cluster has; what is open counts first.
DifferenceVerdict verdictOf(const flow::ClusterNote& c)
{
    if (c.by[index(DifferenceVerdict::Unjudged)] > 0)
        return DifferenceVerdict::Unjudged;
    const auto most = std::max_element(c.by.begin(), c.by.end());
    return static_cast<DifferenceVerdict>(most - c.by.begin());
}

double shareOf(const flow::ClusterNote& c, const flow::OrderNotes& orders)
{
    std::int64_t traffic = 0;
    for (const auto& [id, note] : orders)
        traffic += c.segments.contains(note.segment) ? 1 : 0;
    return orders.empty() ? 0 : static_cast<double>(traffic) / static_cast<double>(orders.size());
}

void addRule(session::ClusterRow& row, const flow::ClusterNote& c, const flow::ShadowRules& rules,
             Instant now)
{
    for (const shadow::VerdictRule& rule : rules.verdicts) {
        if (rule.signature != c.signature)
            continue;
        row.rule = rule.id;
        row.owner = rule.owner;
        row.reason = rule.reason;
        row.expires = rule.expires;
        row.ceiling = rule.ceiling;
        row.unsignedPolicy = rule.verdict == DifferenceVerdict::PolicyDifference && !rule.signedByCommerce;
        row.overCeiling =
            rule.ceiling > 0 && now < rule.expires && c.by[index(DifferenceVerdict::Unjudged)] > 0;
    }
}

session::ClusterRow rowOf(const flow::ClusterNote& c, const flow::ShadowBook& book, std::int64_t day,
                          std::int64_t compared, Instant now)
{
    session::ClusterRow row;
    row.signature = c.signature;
    row.what = c.what;
    row.about = c.about;
    row.count = c.count;
    if (compared > 0)
        row.rate = static_cast<double>(c.count) / static_cast<double>(compared);
    for (std::size_t i = 0; i < session::ShadowDays; ++i) {
        const std::int64_t then = day - static_cast<std::int64_t>(session::ShadowDays - 1 - i);
        if (const auto sealed = book.sealed().find(then); sealed != book.sealed().end())
            for (const ClusterCount& count : sealed->second.clusters)
                row.trend[i] += count.signature == c.signature ? count.count : 0;
    }
    row.trend.back() = c.count;
    row.severity = c.severity;
    row.cause = c.cause;
    row.why = c.why;
    row.verdict = verdictOf(c);
    row.first = c.first;
    row.last = c.last;
    row.segments.assign(c.segments.begin(), c.segments.end());
    row.orders.assign(c.orders.rbegin(), c.orders.rend());
    row.orders.resize(std::min(row.orders.size(), OrdersOfACluster));
    addRule(row, c, book.rules(), now);
    return row;
}

void addFigures(session::ShadowBoard& board, const shadow::DailyReport& r)
{
    board.compared = r.counts.compared;
    board.matched = r.counts.matched;
    board.hiddenOnly = r.counts.hiddenOnly;
    board.differ = r.counts.compared - r.counts.matched - r.counts.hiddenOnly;
    board.notYet = r.counts.notYet;
    board.missingInNew = r.counts.missingInNew;
    board.missingInLegacy = r.counts.missingInLegacy;
    board.coverage = r.coverage;
    board.mixes = r.mixesCovered;
    board.rawMatch = r.rawMatch;
    board.adjustedMatch = r.adjustedMatch;
    if (r.adjustedMatch)
        board.adjustedLower = r.adjustedLower;
    board.suppressed = r.suppressed;
    board.leaked = r.leaks;
    board.selfNoise = r.selfNoise;
    board.blind = r.blindSegments;
    for (const auto& [rule, hits] : r.rulesUsed)
        board.hiddenBy.push_back(rule + ": " + std::to_string(hits));
}

void count(session::ShadowBoard& board, const flow::ClusterNote& c)
{
    board.discrepancies += c.count;
    board.byCause[static_cast<std::size_t>(c.cause)] += c.count;
    for (std::size_t i = 0; i < c.by.size(); ++i)
        board.byVerdict[i] += c.by[i];
    const std::int64_t open = c.by[index(DifferenceVerdict::Unjudged)];
    board.unjudged += open;
    board.unjudgedUrgent += c.severity <= Priority::P2 ? open : 0;
}

/// Of the proposals that people have judged: how many they kept.
std::optional<double> confirmed(const std::vector<flow::ClusterNote>& clusters,
                                const flow::ShadowRules& rules)
{
    int judged = 0, kept = 0;
    for (const flow::ClusterNote& c : clusters)
        for (const shadow::VerdictRule& rule : rules.verdicts)
            if (rule.signature == c.signature) {
                ++judged;
                kept += c.cause == c.proposed ? 1 : 0;
            }
    return judged == 0 ? std::nullopt : std::optional(static_cast<double>(kept) / judged);
}

}  // namespace

void ShadowView::take(const engine::Step& step, const StepBody& body, const Dictionary& names)
{
    switch (step.entity.kind()) {
    case EntityKind::Difference: return book_.difference(step.entity, body, step.previous == 0);
    case EntityKind::Document: return book_.document(body, step.seq, names);
    default: break;
    }
    for (const Fact& fact : body.facts)
        if (const auto* moved = std::get_if<RolloutMoved>(&fact.body))
            mirroring_ = moved->mirroring;
}

Result<> ShadowView::readEntity(EntityId id, store::StoreReader& reader, const Dictionary& names)
{
    if (id.isNone())
        return {};
    Bodies sink([&](const engine::Step& step, const StepBody& body) { take(step, body, names); });
    if (auto read = reader.timeline(id, sink); !read)
        return read;
    return sink.error;
}

Result<> ShadowView::readPages(store::StoreReader& reader, const Dictionary& names)
{
    const ProducerName space = names.find<NameKind::Producer>(ShadowSpace);
    std::vector<std::string> keys;
    for (const auto& [day, sealed] : book_.sealed())
        for (std::uint32_t version = 1; version <= sealed.version; ++version)
            keys.push_back("day/" + std::to_string(day) + "/" + std::to_string(version));
    for (const std::string& key : keys) {
        const auto page = reader.byKey(space, key);
        if (!page)
            return page.error();
        if (auto read = readEntity(*page, reader, names); !read)
            return read;
    }
    return {};
}

Result<> ShadowView::readDifferences(store::StoreReader& reader, const Dictionary& names)
{
    if (!book_.firstSerial())
        return {};
    std::vector<EntityId> ids;
    const auto read =
        reader.entities(EntityKind::Difference, EntityId::fromValue((*book_.firstSerial() << 16) - 1),
                        [&](const engine::EntityRow& row) {
                            ids.push_back(row.id);
                            return true;
                        });
    if (!read)
        return read;
    for (const EntityId id : ids)
        if (auto folded = readEntity(id, reader, names); !folded)
            return folded;
    book_.settle();
    return {};
}

Result<> ShadowView::load(store::StoreReader& reader, const Dictionary& names)
{
    book_ = {};
    mirroring_ = false;
    const auto head = reader.head();
    if (!head)
        return head.error();
    seq_ = head->lease.lastSeq;
    for (const auto& [space, key] :
         {std::pair{std::string_view("rollout"), "default"}, std::pair{ShadowSpace, "rules"}})
        if (const ProducerName known = names.find<NameKind::Producer>(space); !known.isNone()) {
            const auto id = reader.byKey(known, key);
            if (!id)
                return id.error();
            if (auto read = readEntity(*id, reader, names); !read)
                return read;
        }
    if (auto read = readPages(reader, names); !read)
        return read;
    return readDifferences(reader, names);
}

Result<> ShadowView::catchUp(Seq upTo, store::StoreReader& reader, const Dictionary& names)
{
    if (upTo <= seq_)
        return {};
    Bodies sink([&](const engine::Step& step, const StepBody& body) { take(step, body, names); });
    if (auto read = reader.steps(seq_ + 1, upTo, sink); !read)
        return read;
    seq_ = upTo;
    return sink.error;
}

session::ShadowBoard ShadowView::board(Instant now) const
{
    session::ShadowBoard board;
    board.mirroring = mirroring_;
    const auto& days = book_.days();
    const std::int64_t day = days.empty() ? dayOf(now) : days.rbegin()->first;
    board.from = Instant{day * flow::ShadowBook::Day.count()};
    board.to = std::min(now, board.from + flow::ShadowBook::Day);
    const Instant judged = std::max(board.from, board.to);
    addFigures(board, book_.report(day, judged));
    const std::vector<flow::ClusterNote> clusters = book_.clusters(day, judged);
    const flow::OrderNotes none;
    const flow::OrderNotes& orders = days.contains(day) ? days.at(day) : none;
    board.seen = static_cast<std::int64_t>(orders.size());
    std::vector<std::pair<double, session::ClusterRow>> rows;
    for (const flow::ClusterNote& c : clusters) {
        count(board, c);
        rows.emplace_back(shadow::score(c.severity, c.count, shareOf(c, orders)),
                          rowOf(c, book_, day, board.compared, judged));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [score, row] : rows)
        board.clusters.push_back(std::move(row));
    board.proposalsConfirmed = confirmed(clusters, book_.rules());
    board.cleanDays = book_.cleanDays();
    board.cleanDaysNeeded = flow::ShadowBook::CleanDaysNeeded;
    board.lacks = book_.lacks();
    for (auto page = book_.sealed().rbegin(); page != book_.sealed().rend(); ++page)
        board.reports.push_back(
            {page->second.version, page->second.day, page->second.text, page->second.isClean()});
    return board;
}

Result<std::pair<session::ShadowBoard, Instant>> shadowBoardOf(store::StoreReader& reader,
                                                               const Dictionary& names)
{
    const auto moment = asOf(reader);
    if (!moment)
        return moment.error();
    ShadowView view;
    if (auto loaded = view.load(reader, names); !loaded)
        return loaded.error();
    return std::pair{view.board(moment->at), moment->at};
}

namespace {

void add(std::vector<session::ShadowPair::Field>& to, const std::vector<FieldPair>& fields,
         const Dictionary& names)
{
    for (const FieldPair& field : fields)
        to.push_back({field.path, field.legacy, field.ours, names.text(field.how)});
}

/// The comparison with that signature, else the first that differs, else any.
const PairCompared* chosen(const flow::Difference& d, const std::string& signature)
{
    const PairCompared* found = nullptr;
    for (const PairCompared& told : d.told) {
        if (!signature.empty() && told.signature == signature)
            return &told;
        const bool differs = told.result != ComparisonResult::Match;
        if (found == nullptr || (differs && found->result == ComparisonResult::Match))
            found = &told;
    }
    return found;
}

}  // namespace

Result<session::ShadowPair> shadowPair(store::StoreReader& reader, const Dictionary& names,
                                       const std::string& signature, EntityId order)
{
    flow::Difference difference;
    Instant at = Never;
    Bodies sink([&](const engine::Step& step, const StepBody& body) {
        flow::applyStep(difference, body, step.seq);
        at = body.at;
    });
    if (auto read = reader.timeline(order.with(EntityKind::Difference), sink); !read)
        return read.error();
    if (!sink.error)
        return sink.error.error();
    const PairCompared* told = chosen(difference, signature);
    if (told == nullptr)
        return Error{Code::NotFound, order.text() + " was never compared"};
    session::ShadowPair pair;
    pair.order = order;
    auto number = orderNumber(reader, order);
    if (!number)
        return number.error();
    pair.number = std::move(*number);
    for (const PairCompared& one : difference.told) {
        add(pair.fields, one.says, names);
        add(pair.inputs, one.inputs, names);
    }
    pair.result = told->result;
    pair.cause = told->cause;
    pair.why = told->why;
    pair.at = at;
    return pair;
}

}  // namespace holdpoint::views
