// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact_fields.h"
#include "core/model/rollout.h"

/// Facts about what the new engine would have decided beside what legacy did. Decided, of a difference or of the shadow.
namespace holdpoint {

struct FieldPair {
    std::string path;
    CodeName how;  ///< missing, extra, type, value, numeric, order, split; none: the same on both sides
    std::string legacy;
    std::string ours;
    HP_FIELDS(HP_F(path) HP_F(how) HP_F(legacy) HP_F(ours));
    friend bool operator==(const FieldPair&, const FieldPair&) = default;
};
struct PairCompared  // one comparison of one order
{
    HP_FACT(151);
    EntityId order;
    Compared about = Compared::Route;
    ComparisonResult result = ComparisonResult::NotYetComparable;
    std::string signature;  ///< of what differs; empty: nothing does
    std::string segment;
    std::vector<FieldPair> says;
    std::vector<FieldPair> inputs;  ///< what each side had
    DiscrepancyCause cause = DiscrepancyCause::Unclassified;
    DifferenceVerdict verdict = DifferenceVerdict::Unjudged;  ///< by the rules of then
    std::string why;                                          ///< the proposal's evidence, one line
    Priority severity = Priority::P4;
    std::int64_t moneyMinor = 0;
    std::uint32_t hidden = 0;      ///< differences that a normalising rule hid
    std::uint32_t suppressed = 0;  ///< calls that were not made
    HP_FIELDS(HP_F(order) HP_F(about) HP_F(result) HP_F(signature) HP_F(segment) HP_F(says) HP_F(inputs)
                  HP_F(cause) HP_F(verdict) HP_F(why) HP_F(severity) HP_F(moneyMinor) HP_F(hidden)
                      HP_F(suppressed));
    friend bool operator==(const PairCompared&, const PairCompared&) = default;
};
struct VerdictRuled {
    HP_FACT(152);
    std::string rule;  ///< its id; again: it is replaced
    std::string signature;
    DifferenceVerdict verdict = DifferenceVerdict::Unjudged;  ///< Unjudged: withdrawn
    DiscrepancyCause cause = DiscrepancyCause::Unclassified;  ///< as the person confirmed or changed it
    ActorName by;
    bool signedByCommerce = false;
    std::string reason;
    Instant expires = Never;
    std::uint64_t ceiling = 0;  ///< a day; 0: none
    HP_FIELDS(HP_F(rule) HP_F(signature) HP_F(verdict) HP_F(cause) HP_F(by) HP_F(signedByCommerce)
                  HP_F(reason) HP_F(expires) HP_F(ceiling));
    friend bool operator==(const VerdictRuled&, const VerdictRuled&) = default;
};
struct NormalRuleSet {
    HP_FACT(153);
    std::string rule;  ///< its id; again: it is replaced
    CodeName how;      ///< ignore, text, instant, mapping, absent_is_null, ordered
    std::string path;
    ActorName by;
    std::string reason;
    Instant expires;
    std::int64_t toleranceMs = 2'000;
    std::string table;  ///< from=to, a line each
    HP_FIELDS(HP_F(rule) HP_F(how) HP_F(path) HP_F(by) HP_F(reason) HP_F(expires) HP_F(toleranceMs)
                  HP_F(table));
    friend bool operator==(const NormalRuleSet&, const NormalRuleSet&) = default;
};

}  // namespace holdpoint
