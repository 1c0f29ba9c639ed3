// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/shadow.h"
#include "core/flow/shadow_text.h"

namespace holdpoint::flow {
namespace {

std::map<std::string, std::string> tableOf(const std::string& text)
{
    std::map<std::string, std::string> table;
    for (const std::string& line : split(text, '\n'))
        if (const auto at = line.find('='); at != line.npos)
            table[line.substr(0, at)] = line.substr(at + 1);
    return table;
}

template <typename Rule>
void forget(std::vector<Rule>& rules, const std::string& id)
{
    std::erase_if(rules, [&](const Rule& rule) { return rule.id == id; });
}

void ruled(ShadowRules& rules, const VerdictRuled& f, const Dictionary& names)
{
    std::erase_if(rules.verdicts, [&](const shadow::VerdictRule& rule) {
        return rule.id == f.rule || rule.signature == f.signature;
    });
    if (f.cause != DiscrepancyCause::Unclassified)
        rules.causes[f.signature] = f.cause;
    if (f.verdict == DifferenceVerdict::Unjudged)
        return;
    rules.verdicts.push_back({f.rule, f.signature, f.verdict, names.text(f.by), f.reason, f.signedByCommerce,
                              f.expires, static_cast<std::int64_t>(f.ceiling)});
}

void explained(ShadowRules& rules, const NormalRuleSet& f, const std::string& how)
{
    const ExplainingRule rule{f.rule, f.path, f.expires, f.toleranceMs, tableOf(f.table)};
    forget(rules.intended, f.rule);
    forget(rules.counterparts, f.rule);
    forget(rules.tolerances, f.rule);
    if (how == "intended")
        rules.intended.push_back(rule);
    else if (how == "counterpart")
        rules.counterparts.push_back(rule);
    else if (how == "tolerance")
        rules.tolerances.push_back(rule);
}

void normal(ShadowRules& rules, const NormalRuleSet& f, const Dictionary& names)
{
    const std::string& how = names.text(f.how);
    forget(rules.normal, f.rule);
    const auto kind = fromName<shadow::RuleKind>(how);
    if (!kind)
        return explained(rules, f, how);
    rules.normal.push_back({f.rule, *kind, f.path, names.text(f.by), f.reason, f.expires,
                            Milliseconds{f.toleranceMs}, tableOf(f.table)});
}

}  // namespace

void applyStep(ShadowRules& rules, const StepBody& step, Seq seq, const Dictionary& names)
{
    for (const Fact& fact : step.facts) {
        if (const auto* verdict = std::get_if<VerdictRuled>(&fact.body))
            ruled(rules, *verdict, names);
        else if (const auto* rule = std::get_if<NormalRuleSet>(&fact.body))
            normal(rules, *rule, names);
    }
    ++rules.version;
    rules.head = seq;
}

}  // namespace holdpoint::flow
