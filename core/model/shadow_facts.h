// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/observed_facts.h"
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
    std::string hiddenBy;          ///< rule ids, comma between, as often as each hid something
    HP_FIELDS(HP_F(order) HP_F(about) HP_F(result) HP_F(signature) HP_F(segment) HP_F(says) HP_F(inputs)
                  HP_F(cause) HP_F(verdict) HP_F(why) HP_F(severity) HP_F(moneyMinor) HP_F(hidden)
                      HP_F(suppressed) HP_F(hiddenBy));
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

// ── of an order ──
struct Mirrored  // decided beside legacy; nothing of it acts
{
    HP_FACT(154);
    std::uint64_t fingerprint = 0;  ///< of the inputs
    std::uint32_t suppressed = 0;   ///< calls that were not made
    HP_FIELDS(HP_F(fingerprint) HP_F(suppressed));
    friend bool operator==(const Mirrored&, const Mirrored&) = default;
};

// ── of a difference ──
enum class SaidKind : std::uint8_t { Text, Number, Time, Flag, List };
HP_NAMES(SaidKind, "text", "number", "time", "flag", "list");
struct SaidValue {
    std::string path;
    SaidKind type = SaidKind::Text;
    std::string text;  ///< a list: its members, a line each
    HP_FIELDS(HP_F(path) HP_F(type) HP_F(text));
    friend bool operator==(const SaidValue&, const SaidValue&) = default;
};
struct SideSaid  // what one of the two decided, and from what
{
    HP_FACT(155);
    bool ours = false;
    std::uint64_t fingerprint = 0;   ///< of its inputs; 0: it does not say
    std::int64_t orderVersion = -1;  ///< of the newest address it had seen; -1: it does not say
    bool complete = true;            ///< false: more legs are to come
    bool expected = true;            ///< ours: legacy must speak too
    Instant decided = Never;
    Instant stockAsOf = Never;  ///< of the newest count it used
    std::string segment;
    std::vector<SaidValue> says;
    std::vector<SaidValue> inputs;
    std::string fired;             ///< rule ids, comma between
    std::string record;            ///< ours: the decision with all it saw, encoded
    std::uint32_t suppressed = 0;  ///< ours: calls that were not made
    bool noisy = false;            ///< ours: deciding twice gave two answers
    HP_FIELDS(HP_F(ours) HP_F(fingerprint) HP_F(orderVersion) HP_F(complete) HP_F(expected) HP_F(decided)
                  HP_F(stockAsOf) HP_F(segment) HP_F(says) HP_F(inputs) HP_F(fired) HP_F(record)
                      HP_F(suppressed) HP_F(noisy));
    friend bool operator==(const SideSaid&, const SideSaid&) = default;
};
struct CallLeaked  // a call was planned where none may be; it was stopped
{
    HP_FACT(156);
    Operation operation = Operation::Ship;
    VendorName vendor;
    HP_FIELDS(HP_F(operation) HP_F(vendor));
    friend bool operator==(const CallLeaked&, const CallLeaked&) = default;
};

// ── of a day of the shadow ──
struct ClusterCount {
    std::string signature;
    std::int64_t count = 0;
    Instant first;  ///< ever
    HP_FIELDS(HP_F(signature) HP_F(count) HP_F(first));
    friend bool operator==(const ClusterCount&, const ClusterCount&) = default;
};
struct DayClosed {
    HP_FACT(157);
    Instant day;                    ///< Never: the shadow begins
    std::uint64_t firstSerial = 0;  ///< of its orders
    std::string lacks;              ///< comma between; empty: a clean day
    std::vector<ClusterCount> clusters;
    std::uint32_t version = 0;  ///< of its page
    HP_FIELDS(HP_F(day) HP_F(firstSerial) HP_F(lacks) HP_F(clusters) HP_F(version));
    friend bool operator==(const DayClosed&, const DayClosed&) = default;
};

}  // namespace holdpoint
