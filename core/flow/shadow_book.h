// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/shadow.h"
#include "core/model/rollout_facts.h"
#include "core/shadow/report.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

/// The days of the shadow, counted from the steps of differences and documents. The engine has one to make its reports
/// from, the read side another to show it: both fold the same journal.
namespace holdpoint::flow {

/// A comparison that is not a plain match.
struct PairNote {
    Compared about = Compared::Route;
    ComparisonResult result = ComparisonResult::NotYetComparable;
    std::uint32_t hidden = 0;
    std::string hiddenBy;
    std::string signature;
    std::string what;  ///< its first difference: `route.nodes: east → north`
    std::string why;
    DiscrepancyCause cause = DiscrepancyCause::Unclassified;
    Priority severity = Priority::P4;
    std::int64_t moneyMinor = 0;
    Instant at;
};

/// What became of one order.
struct OrderNote {
    std::string segment;
    Instant since;
    bool ours = false, legacy = false;
    bool compared = false;
    bool expected = true;
    bool noisy = false;
    std::uint32_t suppressed = 0;
    std::uint32_t leaks = 0;
    std::vector<PairNote> notes;
};
/// By order: in the order of their birth, so that a ceiling falls on the same ones each time.
using OrderNotes = std::map<EntityId, OrderNote>;

/// A day whose page was sealed.
struct SealedDay {
    Instant day;
    std::uint32_t version = 0;
    std::uint64_t firstSerial = 0;
    std::vector<std::string> lacks;
    std::vector<ClusterCount> clusters;
    std::string text;
    [[nodiscard]] bool isClean() const noexcept { return lacks.empty(); }
};

/// Differences of one signature on one day, as the rules judge them now.
struct ClusterNote {
    std::string signature, what, why;
    Compared about = Compared::Route;
    std::int64_t count = 0;
    std::array<std::int64_t, CountOf<DifferenceVerdict>> by{};
    Priority severity = Priority::P4;
    DiscrepancyCause cause = DiscrepancyCause::Unclassified;  ///< as people left it
    DiscrepancyCause proposed = DiscrepancyCause::Unclassified;
    Instant first = Never, last{INT64_MIN};
    std::set<std::string> segments;
    std::vector<EntityId> orders;  ///< oldest first
};

class ShadowBook {
public:
    static constexpr Milliseconds Day{86'400'000};

    /// A step of a difference, the first of it or a later one; what belongs to a day that is past is not counted any more.
    void difference(EntityId id, const StepBody& step, bool isFirst);
    /// A step of a document: rules, or the page of a day.
    void document(const StepBody& step, Seq seq, const Dictionary& names);

    [[nodiscard]] const ShadowRules& rules() const noexcept { return rules_; }
    /// Days with orders that are kept, by number since 1970.
    [[nodiscard]] const std::map<std::int64_t, OrderNotes>& days() const noexcept { return days_; }
    [[nodiscard]] const std::map<std::int64_t, SealedDay>& sealed() const noexcept { return sealed_; }

    /// After loading: lets go of days that were sealed long ago.
    void settle();
    /// From which serial on its orders must be read to count the days that are not past; nothing was ever compared: none.
    [[nodiscard]] std::optional<std::uint64_t> firstSerial() const;

    /// The oldest day that is over and has no page yet; nothing: none.
    [[nodiscard]] std::optional<std::int64_t> unsealed(Instant now) const;
    /// When the next page is due; Never: no order is counted.
    [[nodiscard]] Instant due() const;
    /// The figures of a day. `verdicts` (may be null) is left as the judging left it.
    [[nodiscard]] shadow::DailyReport report(std::int64_t day, Instant now,
                                             shadow::VerdictBook* verdicts = nullptr) const;
    [[nodiscard]] std::vector<ClusterNote> clusters(std::int64_t day, Instant now) const;
    /// The page of a sealed day would say something else now.
    [[nodiscard]] bool isRevised(std::int64_t day, Instant now, Phase phase) const;
    /// What the page of that day is sealed with.
    [[nodiscard]] SealedDay page(std::int64_t day, Instant now, Phase phase) const;

    /// What keeps a rollout in its phase, by the newest pages: nothing once three days in a row were clean, newest last.
    [[nodiscard]] std::vector<std::string> lacks() const;
    [[nodiscard]] int cleanDays() const;
    [[nodiscard]] bool mayLeave() const { return cleanDays() >= CleanDaysNeeded; }
    static constexpr int CleanDaysNeeded = 3;

private:
    [[nodiscard]] shadow::DayBook count(std::int64_t day, Instant now, shadow::VerdictBook& verdicts) const;
    [[nodiscard]] Instant firstSeen(const std::string& signature, Instant here) const;
    void sealed(const ReportSealed& fact);
    void closed(const DayClosed& fact);

    ShadowRules rules_;
    std::map<std::int64_t, OrderNotes> days_;
    std::map<std::int64_t, SealedDay> sealed_;
    std::map<std::string, Instant> firstSeen_;
    std::optional<std::uint64_t> begin_;  // serial of the first order ever
};

/// The page as its document: the same members in the same order every day. Rates are null where nothing was counted.
[[nodiscard]] std::string pageText(const shadow::DailyReport& report, Instant day, std::uint32_t version,
                                   const std::vector<std::string>& lacks, Phase phase);

}  // namespace holdpoint::flow
