// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/shadow_book.h"

#include "core/flow/shadow_text.h"
#include "core/model/stock.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

constexpr std::size_t PagesKept = 16;

std::string whatOf(const PairCompared& told)
{
    for (const FieldPair& field : told.says)
        if (!field.how.isNone())
            return field.path + ": " + (field.legacy.empty() ? "nothing" : field.legacy) + " → " +
                   (field.ours.empty() ? "nothing" : field.ours);
    return std::string(name(told.result));
}

void take(OrderNote& note, const PairCompared& told, Instant at)
{
    note.compared = true;
    std::erase_if(note.notes, [&](const PairNote& old) { return old.about == told.about; });
    if (told.result == ComparisonResult::Match && told.hidden == 0)
        return;
    note.notes.push_back({told.about, told.result, told.hidden, told.hiddenBy, told.signature, whatOf(told),
                          told.why, told.cause, told.severity, told.moneyMinor, at});
}

void take(OrderNote& note, const SideSaid& said)
{
    if (note.segment.empty() || said.ours)
        note.segment = said.segment;
    (said.ours ? note.ours : note.legacy) = true;
    if (!said.ours)
        return;
    note.expected = said.expected;
    note.noisy = said.noisy;
    note.suppressed = said.suppressed;
}

bool isDifferent(const PairNote& note)
{
    return note.result != ComparisonResult::Match && note.result != ComparisonResult::NotYetComparable;
}

/// Legacy is not awaited and has not spoken: nothing to compare.
bool isAlone(const OrderNote& note) { return !note.expected && !note.legacy; }

shadow::Judged judgedOf(EntityId order, const OrderNote& note, const PairNote& pair)
{
    shadow::Judged j;
    j.pair.order = order;
    j.pair.about = pair.about;
    j.pair.segment = note.segment;
    j.comparison.result = pair.result;
    j.comparison.hidden = pair.hidden;
    for (const std::string& id : split(pair.hiddenBy, ','))
        ++j.comparison.usedRules[id];
    j.signature = pair.signature;
    j.cause = pair.cause;
    j.severity = pair.severity;
    j.moneyMinor = pair.moneyMinor;
    j.first = pair.at;
    return j;
}

/// What is not noted matches, or waits.
shadow::Judged plain(EntityId order, const OrderNote& note)
{
    PairNote pair;
    pair.result = note.compared ? ComparisonResult::Match : ComparisonResult::NotYetComparable;
    return judgedOf(order, note, pair);
}

}  // namespace

void ShadowBook::difference(EntityId id, const StepBody& step, bool isFirst)
{
    const EntityId order = id.with(EntityKind::Order);
    std::int64_t day = dayOf(step.at);
    for (const auto& [number, orders] : days_)
        if (orders.contains(order))
            day = number;
    if (!isFirst && !(days_.contains(day) && days_[day].contains(order)))
        return;
    OrderNote& note = days_[day][order];
    if (isFirst)
        note.since = step.at;
    for (const Fact& fact : step.facts) {
        if (const auto* said = std::get_if<SideSaid>(&fact.body))
            take(note, *said);
        else if (const auto* told = std::get_if<PairCompared>(&fact.body)) {
            take(note, *told, step.at);
            if (!told->signature.empty())
                firstSeen_.try_emplace(told->signature, step.at);
        } else if (std::holds_alternative<CallLeaked>(fact.body))
            ++note.leaks;
    }
}

void ShadowBook::document(const StepBody& step, Seq seq, const Dictionary& names)
{
    applyStep(rules_, step, seq, names);
    for (const Fact& fact : step.facts) {
        if (const auto* report = std::get_if<ReportSealed>(&fact.body))
            sealed(*report);
        else if (const auto* day = std::get_if<DayClosed>(&fact.body))
            closed(*day);
    }
}

void ShadowBook::sealed(const ReportSealed& fact)
{
    SealedDay& day = sealed_[dayOf(fact.about)];
    day.day = fact.about;
    day.version = fact.version;
    day.text = fact.text;
}

void ShadowBook::closed(const DayClosed& fact)
{
    if (fact.day == Never) {
        begin_ = fact.firstSerial;
        return;
    }
    const std::int64_t number = dayOf(fact.day);
    SealedDay& day = sealed_[number];
    day.day = fact.day;
    day.firstSerial = fact.firstSerial;
    day.version = std::max(day.version, fact.version);
    day.lacks = split(fact.lacks, ',');
    if (!fact.clusters.empty())
        day.clusters = fact.clusters;
    for (const ClusterCount& cluster : fact.clusters) {
        Instant& first = firstSeen_.try_emplace(cluster.signature, cluster.first).first->second;
        first = std::min(first, cluster.first);
    }
    while (sealed_.size() > PagesKept)
        sealed_.erase(sealed_.begin());
    settle();
}

void ShadowBook::settle()
{
    if (!sealed_.empty())  // the newest page may be made again, and says what changed since the day before
        std::erase_if(days_, [&](const auto& day) { return day.first < sealed_.rbegin()->first - 1; });
}

std::optional<std::uint64_t> ShadowBook::firstSerial() const
{
    if (sealed_.empty())
        return begin_;
    std::uint64_t first = sealed_.rbegin()->second.firstSerial;
    if (const auto before = sealed_.find(sealed_.rbegin()->first - 1); before != sealed_.end())
        first = std::min(first, before->second.firstSerial);
    return first;
}

std::optional<std::int64_t> ShadowBook::unsealed(Instant now) const
{
    for (const auto& [day, orders] : days_)
        if (day < dayOf(now) && !sealed_.contains(day))
            return day;
    return std::nullopt;
}

Instant ShadowBook::due() const
{
    for (const auto& [day, orders] : days_)
        if (!sealed_.contains(day))
            return Instant{(day + 1) * Day.count()};
    return Never;
}

Instant ShadowBook::firstSeen(const std::string& signature, Instant here) const
{
    const auto found = firstSeen_.find(signature);
    return found == firstSeen_.end() ? here : std::min(found->second, here);
}

shadow::DayBook ShadowBook::count(std::int64_t day, Instant now, shadow::VerdictBook& verdicts) const
{
    shadow::DayBook book;
    const auto found = days_.find(day);
    if (found == days_.end())
        return book;
    std::vector<shadow::Judged> all;
    for (const auto& [order, note] : found->second) {
        for (std::uint32_t i = 0; i < note.suppressed; ++i)
            book.suppressedCall();
        for (std::uint32_t i = 0; i < note.leaks; ++i)
            book.leak();
        if (note.noisy)
            book.selfNoise();
        if (isAlone(note))
            continue;
        book.expected(note.segment);
        if (note.ours)
            book.mirrored(note.segment);
        all.clear();
        for (const PairNote& pair : note.notes) {
            all.push_back(judgedOf(order, note, pair));
            if (!isDifferent(pair))
                continue;
            all.back().first = firstSeen(pair.signature, pair.at);
            all.back().verdict = verdicts.judge(pair.signature, now);
            if (const auto cause = rules_.causes.find(pair.signature); cause != rules_.causes.end())
                all.back().cause = cause->second;
        }
        if (all.empty())
            all.push_back(plain(order, note));
        book.add(all);
    }
    return book;
}

shadow::DailyReport ShadowBook::report(std::int64_t day, Instant now, shadow::VerdictBook* verdicts) const
{
    shadow::VerdictBook before(rules_.verdicts), today(rules_.verdicts);
    const shadow::DayBook yesterday = count(day - 1, now, before);
    const shadow::DayBook book = count(day, now, today);
    shadow::DailyReport made =
        shadow::report(book, days_.contains(day - 1) ? &yesterday : nullptr, today, now);
    if (verdicts)
        *verdicts = today;
    return made;
}

std::vector<ClusterNote> ShadowBook::clusters(std::int64_t day, Instant now) const
{
    std::map<std::string, ClusterNote> all;
    shadow::VerdictBook verdicts(rules_.verdicts);
    const auto found = days_.find(day);
    if (found == days_.end())
        return {};
    for (const auto& [order, note] : found->second)
        for (const PairNote& pair : note.notes) {
            if (isAlone(note) || !isDifferent(pair))
                continue;
            ClusterNote& c = all[pair.signature];
            if (c.count++ == 0) {
                const auto cause = rules_.causes.find(pair.signature);
                c.signature = pair.signature;
                c.what = pair.what;
                c.why = pair.why;
                c.about = pair.about;
                c.proposed = pair.cause;
                c.cause = cause == rules_.causes.end() ? pair.cause : cause->second;
            }
            ++c.by[static_cast<std::size_t>(verdicts.judge(pair.signature, now))];
            c.severity = std::min(c.severity, pair.severity);
            c.first = std::min(c.first, firstSeen(pair.signature, pair.at));
            c.last = std::max(c.last, pair.at);
            c.segments.insert(note.segment);
            c.orders.push_back(order);
        }
    std::vector<ClusterNote> list;
    for (auto& [signature, cluster] : all)
        list.push_back(std::move(cluster));
    return list;
}

SealedDay ShadowBook::page(std::int64_t day, Instant now, Phase phase) const
{
    SealedDay page;
    page.day = Instant{day * Day.count()};
    const auto before = sealed_.find(day);
    page.version = before == sealed_.end() ? 1 : before->second.version + 1;
    const Instant end =
        std::min(now, page.day + Day);  // what came later changes the next version only by what it says
    const shadow::DailyReport made = report(day, end);
    for (const shadow::ShadowLack lack : shadow::lacks(made, phase))
        page.lacks.emplace_back(name(lack));
    for (const ClusterNote& cluster : clusters(day, end))
        page.clusters.push_back({cluster.signature, cluster.count, cluster.first});
    if (const auto orders = days_.find(day); orders != days_.end())
        page.firstSerial = orders->second.begin()->first.serial();
    page.text = pageText(made, page.day, page.version, page.lacks, phase);
    return page;
}

bool ShadowBook::isRevised(std::int64_t day, Instant now, Phase phase) const
{
    const auto sealed = sealed_.find(day);
    if (sealed == sealed_.end() || !days_.contains(day))
        return false;
    const shadow::DailyReport made = report(day, std::min(now, sealed->second.day + Day));
    return pageText(made, sealed->second.day, sealed->second.version, sealed->second.lacks, phase) !=
           sealed->second.text;
}

int ShadowBook::cleanDays() const
{
    int clean = 0;
    std::optional<std::int64_t> later;
    for (auto day = sealed_.rbegin(); day != sealed_.rend() && day->second.isClean(); ++day) {
        if (later && day->first != *later - 1)
            break;
        later = day->first;
        ++clean;
    }
    return clean;
}

std::vector<std::string> ShadowBook::lacks() const
{
    if (mayLeave())
        return {};
    if (sealed_.empty())
        return {std::string(name(shadow::ShadowLack::NoData))};
    std::vector<std::string> all = sealed_.rbegin()->second.lacks;
    all.emplace_back("clean_days");
    return all;
}

}  // namespace holdpoint::flow
