// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"
#include "ui/text/rollout_words.h"
#include "ui/text/translate.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

/// Gates, findings and what happened, as sentences with their figures.
namespace holdpoint::ui {
namespace {

#define W QT_TRANSLATE_NOOP

constexpr std::array Metrics{
    CodeWord{"throughput", W("words", "Throughput")},
    CodeWord{"acceptance", W("words", "Order acceptance")},
    CodeWord{"success", W("words", "Stage success")},
    CodeWord{"latency", W("words", "Orchestration latency")},
    CodeWord{"latency.p95", W("words", "Orchestration p95")},
    CodeWord{"handoff_p95", W("words", "Handoff p95")},
    CodeWord{"retries", W("words", "Retries")},
    CodeWord{"downstream_err", W("words", "Downstream errors")},
    CodeWord{"vendor_mix", W("words", "Vendor error mix")},
    CodeWord{"queue_depth", W("words", "Queue backlog")},
    CodeWord{"exceptions", W("words", "Manual exceptions")},
    CodeWord{"exc_age", W("words", "Exceptions past SLA")},
    CodeWord{"inv_mismatch", W("words", "Inventory mismatch")},
    CodeWord{"recon_acc", W("words", "Reconciliation accuracy")},
    CodeWord{"recon_drift", W("words", "Unexplained differences")},
    CodeWord{"parity", W("words", "Shadow match")},
    CodeWord{"promise", W("words", "Promises kept")},
    CodeWord{"split_cost", W("words", "Split shipments")},
    CodeWord{"dup_effects", W("words", "Duplicate effects")},
    CodeWord{"lost_orders", W("words", "Lost orders")},
    CodeWord{"in_doubt", W("words", "Outcome unknown")},
    CodeWord{"leak", W("words", "Shadow effects")},
    CodeWord{"assign", W("words", "Split of orders")},
    CodeWord{"contract", W("words", "Contract drift")},
    CodeWord{"freshness", W("words", "Age of data")},
    CodeWord{"checklist", W("words", "Checklist")},
};

constexpr std::array Checks{
    CodeWord{"no_steps", W("words", "The plan has no step.")},
    CodeWord{"phase_order", W("words", "The phases are not in their order.")},
    CodeWord{"impossible_slice", W("words", "No order can be in the slice %1.")},
    CodeWord{"weight_range", W("words", "The share of %1 is not between 0 and 100 %.")},
    CodeWord{"weight_falls", W("words", "The share of %1 falls from one step to the next.")},
    CodeWord{"first_canary_too_large",
             W("words", "The first canary takes %2 % of all orders; at most %3 % may begin.")},
    CodeWord{"first_canary_top_demand",
             W("words", "The first canary is the segment with the most demand: %1.")},
    CodeWord{"no_complex_segment", W("words", "No slice has complex orders of low volume.")},
    CodeWord{"gate_incomplete",
             W("words", "The gate %1 lacks an owner, a threshold, a window or whether it blocks.")},
    CodeWord{"threshold_without_unit", W("words", "The threshold of %1 has no unit.")},
    CodeWord{"threshold_missing", W("words", "No gate has a threshold for: %1.")},
    CodeWord{
        "no_control",
        W("words", "The gate %1 compares with a control, and the slice leaves less than 10 % with legacy.")},
    CodeWord{"cannot_conclude", W("words", "The gate %1 cannot say GO before the bake ends.")},
    CodeWord{"bake_misses_cutoff", W("words", "The bake sees no carrier cut-off.")},
    CodeWord{"bake_misses_peak", W("words", "The bake sees no daily peak.")},
    CodeWord{"in_flight_open", W("words", "Nothing says what a rollback does with orders that are %1.")},
    CodeWord{"rollback_plan_incomplete", W("words", "The rollback plan lacks: %1.")},
    CodeWord{"drill_too_old", W("words", "No rollback drill passed within 7 days.")},
    CodeWord{"inside_freeze", W("words", "The start lies in a freeze.")},
    CodeWord{"outside_staffed_hours", W("words", "Nobody is there at the start.")},
    CodeWord{"owner_missing", W("words", "Nobody holds the seat: %1.")},
    CodeWord{"commander_is_owner",
             W("words", "The commander also holds the seat: %1. A second owner must co-sign.")},
    CodeWord{"guardrail", W("words", "The chosen approach needs: %1.")},
    CodeWord{"bet", W("words", "Without this the launch is a bet: %1.")},
};

constexpr std::array Events{
    CodeWord{"submit", W("words", "plan submitted")},
    CodeWord{"edit", W("words", "plan back in draft")},
    CodeWord{"checklist_done", W("words", "checklist done")},
    CodeWord{"scrub", W("words", "scrubbed")},
    CodeWord{"commit", W("words", "step committed")},
    CodeWord{"poll_fail", W("words", "poll said NO-GO")},
    CodeWord{"vote_expired", W("words", "a vote went old")},
    CodeWord{"evidence_changed", W("words", "the evidence changed")},
    CodeWord{"pause", W("words", "growth stopped")},
    CodeWord{"stop_intake", W("words", "new orders to legacy")},
    CodeWord{"stage_complete", W("words", "step complete")},
    CodeWord{"reopen", W("words", "taking orders again")},
    CodeWord{"reopen_trial", W("words", "trial begun")},
    CodeWord{"resume", W("words", "resumed")},
    CodeWord{"step_back", W("words", "stepped back")},
    CodeWord{"narrow", W("words", "narrowed")},
    CodeWord{"rollback", W("words", "rollback begun")},
    CodeWord{"disposition_done", W("words", "every order has its side")},
    CodeWord{"orphan_found", W("words", "an order without a side was found")},
    CodeWord{"sign_off", W("words", "rollback signed off")},
    CodeWord{"new_attempt", W("words", "new attempt")},
    CodeWord{"enter_hypercare", W("words", "hypercare begun")},
    CodeWord{"resume_hypercare", W("words", "hypercare resumed")},
    CodeWord{"close", W("words", "closed")},
    CodeWord{"transfer_command", W("words", "command handed over")},
    CodeWord{"vote", W("words", "vote:")},
    CodeWord{"ack", W("words", "acknowledged")},
    CodeWord{"annotate", W("words", "note")},
    CodeWord{"arm_override", W("words", "override armed")},
    CodeWord{"override", W("words", "overridden:")},
    CodeWord{"gate", W("words", "gate turned:")},
    CodeWord{"freeze", W("words", "freeze")},
    CodeWord{"breaker_open", W("words", "breaker open")},
    CodeWord{"plan", W("words", "plan saved")},
    CodeWord{"slice_served", W("words", "share of slice")},
    CodeWord{"poll_opened", W("words", "poll opened for step")},
    CodeWord{"co_signed", W("words", "co-signed for")},
    CodeWord{"votes_cleared", W("words", "votes cleared")},
    CodeWord{"gate_acknowledged", W("words", "gate acknowledged:")},
    CodeWord{"trigger_on", W("words", "trigger on:")},
    CodeWord{"trigger_off", W("words", "trigger off:")},
    CodeWord{"command_named", W("words", "commander named")},
    CodeWord{"command_offered", W("words", "command offered to")},
    CodeWord{"command_accepted", W("words", "command accepted")},
    CodeWord{"command_taken", W("words", "command taken")},
    CodeWord{"checklist", W("words", "checklist:")},
    CodeWord{"signed", W("words", "signed:")},
    CodeWord{"rollback_proposed", W("words", "rollback proposed by")},
    CodeWord{"proposal_stopped", W("words", "proposal stopped:")},
    CodeWord{"report", W("words", "report sealed:")},
    CodeWord{"intake_opened", W("words", "intake opened")},
    CodeWord{"intake_closed", W("words", "intake closed")},
    CodeWord{"widen", W("words", "narrowing taken back")},
};

QString unitOf(const session::GateRow& gate) { return QString::fromStdString(gate.unit); }

/// What decided, in figures: where the failures were, or how often it failed.
QString evidenceOf(const Format& f, const session::GateRow& g)
{
    if (g.kind == "relative" && g.failures > 0) {
        QString text = words(W("words", "%1 of %2 failures were in canary (%3 share)"))
                           .arg(f.count(g.canaryFailures), f.count(g.failures), f.percent(g.share * 100));
        if (g.low && g.high)
            text += words(W("words", ", ratio %1–%2×"))
                        .arg(f.locale().toString(*g.low, 'g', 3), f.locale().toString(*g.high, 'g', 3));
        return text;
    }
    if (!g.value)
        return words(W("words", "no reading"));
    QString text = gateValue(f, g, *g.value);
    if (g.sample > 0)
        text += words(W("words", " of %1 orders")).arg(f.count(g.sample));
    if (g.low && g.high && g.kind == "absolute")
        text +=
            words(W("words", ", between %1 and %2")).arg(gateValue(f, g, *g.low), gateValue(f, g, *g.high));
    const QString rule = gateRule(f, g);
    return rule.isEmpty() ? text : text + words(W("words", " against %1")).arg(rule);
}

QString factor(const Format& f, double logE)
{
    const double e = std::exp(std::min(logE, 27.6));  // above a million million nobody counts
    return e >= 10 ? f.count(static_cast<std::int64_t>(std::llround(e))) : f.locale().toString(e, 'f', 1);
}

/// E against what it needs: of harm for a NO-GO, of safety else.
QString statisticsOf(const Format& f, const session::GateRow& g)
{
    if (g.kind != "relative" && g.kind != "absolute")
        return {};
    const bool harm = g.verdict == GateVerdict::NoGo;
    const double needed = harm ? g.neededHarm : g.neededSafe;
    if (needed <= 0)
        return {};
    const double ratio = harm ? g.ratioHarm : g.ratioSafe;
    QString text = words(W("words", "E = %1")).arg(factor(f, harm ? g.logEHarm : g.logESafe));
    if (g.kind == "relative" && ratio > 0)
        text += words(W("words", " against %1×")).arg(f.locale().toString(ratio, 'g', 3));
    if (harm && g.blockers > 1)
        return text +
               words(W("words", "; needs E ≥ %1 × %2 gates = %3"))
                   .arg(factor(f, needed - std::log(g.blockers)), f.count(g.blockers), factor(f, needed));
    return text + words(W("words", "; needs E ≥ %1")).arg(factor(f, needed));
}

QString headOf(const session::GateRow& g)
{
    const QString what = gateTitle(g).toLower();
    if (g.verdict == GateVerdict::Go)
        return words(W("words", "GO — %1")).arg(what);
    if (g.verdict == GateVerdict::NoGo)
        return words(W("words", "NO-GO — %1")).arg(what);
    return words(W("words", "WAIT, %2 — %1")).arg(what, word(g.reason));
}

QStringList tailOf(const Format& f, const session::GateRow& g)
{
    QStringList tail;
    if (g.verdict == GateVerdict::Inconclusive && g.least > g.sample)
        tail << words(W("words", "%1 of %2 orders are there.")).arg(f.count(g.sample), f.count(g.least));
    if (g.owner)
        tail << words(W("words", "Owner: %1.")).arg(word(*g.owner));
    if (g.dryRun)
        tail << words(W("words", "Dry run: it decides nothing."));
    else if (g.blocker)
        tail << words(W("words", "Blocker."));
    if (g.overridden)
        tail << words(W("words", "Overridden for this step."));
    if (g.acknowledged)
        tail << words(W("words", "Acknowledged by its owner."));
    return tail;
}

}  // namespace

QString metricWord(const std::string& metric)
{
    if (const char* text = find(Metrics, metric))
        return words(text);
    const std::string head = metric.substr(0, metric.find('.'));
    if (const char* text = find(Metrics, head))
        return words(text);
    return spelledOut(metric);
}

QString gateTitle(const session::GateRow& gate)
{
    if (gate.metric.starts_with("success"))
        return words(W("words", "%1 failures")).arg(word(gate.stage));
    if (gate.metric.starts_with("latency") && gate.stage != Stage::Decisioning && gate.stage != Stage::Intake)
        return words(W("words", "%1 p95")).arg(word(gate.stage));
    return metricWord(gate.metric.empty() ? gate.id : gate.metric);
}

QString gateValue(const Format& f, const session::GateRow& gate, double value)
{
    if (gate.unit == "%")
        return f.percent(value * 100);
    if (gate.unit == "s")
        return f.duration(Milliseconds{std::llround(value * 1'000)});
    if (gate.unit == "min")
        return f.duration(Milliseconds{std::llround(value * 60'000)});
    const QString number = f.locale().toString(value, 'g', 4);
    if (gate.unit == "n" || gate.unit.empty())
        return number;
    return gate.unit == "x" ? number + QStringLiteral("×") : number + QLatin1Char(' ') + unitOf(gate);
}

QString gateRule(const Format& f, const session::GateRow& gate)
{
    if (!gate.threshold)
        return {};
    const QString sign = gate.compare == "ge"   ? QStringLiteral("≥ ")
                         : gate.compare == "eq" ? QStringLiteral("= ")
                                                : QStringLiteral("≤ ");
    if (gate.kind == "relative")
        return sign + f.locale().toString(*gate.threshold, 'g', 3) + words(W("words", " × control"));
    return sign + gateValue(f, gate, *gate.threshold);
}

QString pointsDelta(const Format& f, double fraction)
{
    const double points = std::round(fraction * 1'000) / 10;
    return (points < 0 ? QStringLiteral("−") : QStringLiteral("+")) +
           f.locale().toString(std::abs(points), 'f', 1) + words(W("words", " pt"));
}

QString timeDelta(const Format& f, Milliseconds delta)
{
    const auto ms = delta.count();
    const QString sign = ms < 0 ? QStringLiteral("−") : QStringLiteral("+");
    return sign + f.locale().toString(static_cast<double>(std::abs(ms)) / 1'000, 'f', 2) +
           QStringLiteral(" s");
}

QString shareText(const Format& f, int basisPoints)
{
    return f.locale().toString(basisPoints / 100.0, 'g', 4) + QStringLiteral(" %");
}

QString gateSentence(const Format& f, const session::GateRow& g)
{
    const QString statistics = statisticsOf(f, g);
    QString text = headOf(g) + QStringLiteral(": ") + evidenceOf(f, g);
    if (!statistics.isEmpty())
        text += QStringLiteral(", ") + statistics;
    text += QLatin1Char('.');
    const QStringList tail = tailOf(f, g);
    return tail.isEmpty() ? text : text + QLatin1Char(' ') + tail.join(QLatin1Char(' '));
}

namespace {

/// What the event is about: gates, triggers, seats and items have words of their own.
QString subjectWord(const session::RolloutEvent& event)
{
    const std::string_view what = event.what;
    if (what == "gate" || what == "gate_acknowledged" || what == "override")
        return metricWord(event.subject);
    if (what == "trigger_on" || what == "trigger_off" || what == "rollback_proposed" ||
        what == "proposal_stopped")
        return outside(event.subject, 20).toUpper();
    if (what == "checklist")
        return checklistWord(event.subject);
    const std::size_t split = event.subject.find(':');
    const auto seat = fromName<Function>(event.subject.substr(0, split));
    const auto vote =
        split == std::string::npos ? std::nullopt : fromName<Vote>(event.subject.substr(split + 1));
    if (seat)
        return vote ? word(*seat) + QLatin1Char(' ') + word(*vote) : word(*seat);
    return outside(event.subject, 80);
}

}  // namespace

bool isBad(const session::RolloutEvent& event)
{
    static constexpr std::array<std::string_view, 8> Bad{"pause",        "stop_intake", "rollback",
                                                         "breaker_open", "trigger_on",  "rollback_proposed",
                                                         "poll_fail",    "orphan_found"};
    return std::find(Bad.begin(), Bad.end(), event.what) != Bad.end() ||
           (event.what == "gate" && event.words == "no_go");
}

QString rolloutEventWord(const session::RolloutEvent& event)
{
    const char* text = find(Events, event.what);
    QString said = text != nullptr ? words(text) : spelledOut(event.what, false);
    if (!event.subject.empty())
        said += QLatin1Char(' ') + subjectWord(event);
    return said;
}

QString findingSentence(const Format& f, const session::FindingRow& finding)
{
    const char* text = find(Checks, finding.check);
    if (text == nullptr)
        return spelledOut(finding.check) + QStringLiteral(": ") + outside(finding.detail);
    // The subject last: it may have a percent sign of its own.
    QString said = words(text);
    said.replace(QLatin1String("%3"), f.locale().toString(finding.limit * 100, 'g', 3))
        .replace(QLatin1String("%2"), f.locale().toString(finding.value * 100, 'g', 3))
        .replace(QLatin1String("%1"),
                 finding.subject.empty() ? outside(finding.detail, 80) : spelledOut(finding.subject, false));
    if (finding.earliest != Never && finding.earliest != Instant{})
        said += QLatin1Char(' ') + words(W("words", "Not before %1.")).arg(f.dateTime(finding.earliest));
    return finding.step > 0 ? words(W("words", "Step %1: %2")).arg(QString::number(finding.step), said)
                            : said;
}

}  // namespace holdpoint::ui
