// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/story.h"

#include "ui/text/words.h"

#include <array>

namespace holdpoint::ui::exceptions {
namespace {

using session::FactText;
using session::TimelineEntry;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(holdpoint::ui::exceptions::Story)
};

/// A source clock is seldom exact to the second: less is not late.
constexpr Milliseconds Lateness{60'000};

struct KindStage {
    std::string_view kind;
    Stage stage;
};
constexpr auto Stages = std::to_array<KindStage>({
    {"placed", Stage::Intake},
    {"line", Stage::Intake},
    {"accepted", Stage::Intake},
    {"owner", Stage::Intake},
    {"parked", Stage::Intake},
    {"refused", Stage::Intake},
    {"held", Stage::Decisioning},
    {"hold_released", Stage::Decisioning},
    {"decision", Stage::Decisioning},
    {"legacy_decided", Stage::Decisioning},
    {"stock", Stage::Allocation},
    {"granted", Stage::Allocation},
    {"grant_refused", Stage::Allocation},
    {"consumed", Stage::Allocation},
    {"released", Stage::Allocation},
    {"expired", Stage::Allocation},
    {"hold_extended", Stage::Allocation},
    {"ship_planned", Stage::Handoff},
    {"node_accepted", Stage::Confirmation},
    {"node_refused", Stage::Confirmation},
    {"picked", Stage::Confirmation},
    {"shipped", Stage::Confirmation},
    {"delivered", Stage::Confirmation},
    {"lost", Stage::Confirmation},
    {"recalled", Stage::Confirmation},
    {"authorised", Stage::Settlement},
    {"captured", Stage::Settlement},
    {"refunded", Stage::Settlement},
    {"payment_failed", Stage::Settlement},
    {"charged_back", Stage::Settlement},
    {"refund_due", Stage::Settlement},
});

std::string valueOf(const FactText& fact, std::string_view field)
{
    for (const auto& [name, value] : fact.fields)
        if (name == field)
            return value;
    return {};
}

std::optional<Stage> stageOf(Operation operation)
{
    switch (operation) {
    case Operation::Ship:
    case Operation::Cancel:
    case Operation::Book:
    case Operation::Unbook:
    case Operation::Handback: return Stage::Handoff;
    case Operation::Confirm: return Stage::Confirmation;
    case Operation::Capture:
    case Operation::Refund:
    case Operation::Void: return Stage::Settlement;
    }
    return {};
}

std::optional<Stage> stageOf(const FactText& fact)
{
    if (const auto stage = fromName<Stage>(valueOf(fact, "stage")))
        return stage;
    if (const auto operation = fromName<Operation>(valueOf(fact, "operation")))
        return stageOf(*operation);
    for (const KindStage& row : Stages)
        if (row.kind == fact.kind)
            return row.stage;
    return {};
}

struct Call {
    const session::EffectText* effect = nullptr;
    const session::AttemptText* attempt = nullptr;
};
Call callOf(const session::Timeline& timeline, Seq seq)
{
    for (const auto& effect : timeline.effects)
        for (const auto& attempt : effect.attempts)
            if (attempt.seq == seq)
                return {&effect, &attempt};
    return {};
}

const FactText* factOf(const TimelineEntry& entry, std::string_view kind)
{
    for (const FactText& fact : entry.facts)
        if (fact.kind == kind)
            return &fact;
    return nullptr;
}

Weight weightOf(const session::AttemptText& attempt)
{
    if (attempt.breach)
        return Weight::Failure;  // whatever was done, its answer cannot be trusted
    switch (attempt.outcome) {
    case AttemptOutcome::Done: return Weight::Plain;
    case AttemptOutcome::AlreadyProcessed:
    case AttemptOutcome::InProgress: return Weight::Quiet;
    case AttemptOutcome::OutcomeUnknown: return Weight::Doubt;
    case AttemptOutcome::NotSent:
    case AttemptOutcome::FailedForCertain: return attempt.asked ? Weight::Doubt : Weight::Failure;
    }
    return Weight::Plain;
}

/// `line=1 sku=A units=2; line=2 …` as a person reads it: `A ×2, …`.
QString linesText(const std::string& lines)
{
    QStringList parts;
    for (const QString& line : outside(lines, 1'000).split(QStringLiteral("; "))) {
        QString sku;
        QString units;
        for (const QString& piece : line.split(QLatin1Char(' '))) {
            if (piece.startsWith(QLatin1String("sku=")))
                sku = piece.mid(4);
            else if (piece.startsWith(QLatin1String("units=")))
                units = piece.mid(6);
        }
        if (!sku.isEmpty())
            parts << QStringLiteral("%1 ×%2").arg(sku, units);
    }
    return parts.isEmpty() ? outside(lines, 120) : parts.join(QStringLiteral(", "));
}

/// The fields of a fact a person asks about first, in the order in which they are told.
QString fieldsText(const FactText& fact, const Format& format)
{
    static constexpr auto Shown = std::to_array<std::string_view>(
        {"number", "node", "vendor", "state", "units", "lines", "lineCount", "reason", "code", "why",
         "tracking", "reference", "to", "text", "label", "rootCause", "until", "expires", "resolution"});
    QStringList parts;
    for (const std::string_view field : Shown) {
        const std::string value = valueOf(fact, field);
        if (value.empty() || value == "0")
            continue;
        if (field == "until" || field == "expires") {
            const auto at = parseInstant(value);
            parts << Tr::tr("until %1").arg(at ? format.clock(*at) : outside(value));
        } else if (field == "lines" && value != "known") {
            parts << linesText(value);
        } else if (field == "lineCount") {
            parts << Tr::tr("%n line(s)", nullptr, std::atoi(value.c_str()));
        } else if (field == "lines") {
            continue;  // known: how many is said
        } else if (field == "units") {
            parts << Tr::tr("%1 units").arg(outside(value));
        } else {
            parts << outside(value, 120);
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString decisionText(const session::DecisionText& decision)
{
    QStringList parts;
    for (const auto& leg : decision.legs)
        parts << Tr::tr("%1 takes %n line(s)", nullptr, static_cast<int>(leg.lines.size()))
                     .arg(outside(leg.node));
    const int lost = static_cast<int>(decision.candidates.size()) - static_cast<int>(decision.legs.size());
    if (lost > 0)
        parts << Tr::tr("%n other candidate(s)", nullptr, lost);
    return parts.join(QStringLiteral("; "));
}

QString detailOf(const TimelineEntry& entry, const Format& format)
{
    QStringList parts;
    for (const FactText& fact : entry.facts) {
        if (fact.kind == "line" || (entry.decision && fact.kind == "decision"))
            continue;  // `placed` says how many; a decision has its own line
        const QString fields = fieldsText(fact, format);
        const QString word = factWord(fact.kind);
        if (&fact == &entry.facts.front() && entry.input != InputKind::Event &&
            entry.input != InputKind::Command)
            parts << fields;  // its word is the title
        else
            parts << (fields.isEmpty() ? word : word + QLatin1Char(' ') + fields);
        if (parts.size() == 4)
            break;
    }
    parts.removeAll(QString());
    if (entry.decision)
        return parts.join(QStringLiteral(", "));  // its reasons are those of the decision
    for (const auto& reason : entry.reasons)
        parts << outside(reason.code).replace(QLatin1Char('_'), QLatin1Char(' '));
    return parts.join(QStringLiteral(", "));
}

void tellCall(StoryLine& line, const Call& call, const Format& format)
{
    const auto& [effect, attempt] = call;
    line.effect = true;
    line.weight = weightOf(*attempt);
    line.title = attempt->asked
                     ? Tr::tr("%1, question %2").arg(word(effect->ref.operation)).arg(attempt->attempt)
                     : Tr::tr("%1, try %2").arg(word(effect->ref.operation)).arg(attempt->attempt);
    line.source = Tr::tr("engine → %1").arg(outside(effect->vendor, 40));
    line.detail = outcomeText(*attempt, format);
    line.stage = stageOf(effect->ref.operation);
}

void tellOther(StoryLine& line, const TimelineEntry& entry, const Format& format)
{
    line.detail = detailOf(entry, format);
    for (const FactText& fact : entry.facts) {
        line.effect = line.effect || fact.kind == "effect_planned" || fact.kind == "answer" ||
                      fact.kind == "granted" || fact.kind == "consumed";
        if (!line.stage)
            line.stage = stageOf(fact);
    }
    if (entry.input == InputKind::Event) {
        line.title = outside(entry.type, 80);
        line.source = outside(entry.producer, 40);
    } else if (entry.input == InputKind::Command) {
        line.title = act(entry.type);
        const FactText* received = entry.facts.empty() ? nullptr : &entry.facts.front();
        line.source = received ? outside(valueOf(*received, "by"), 40) : QString();
    } else {
        line.title = entry.facts.empty() ? factWord(entry.type) : factWord(entry.facts.front().kind);
        line.source = Tr::tr("engine");
    }
    const FactText* problem = factOf(entry, "problem");
    if (problem == nullptr && entry.entity.kind() == EntityKind::Exception)
        problem = factOf(entry, "opened");
    if (problem == nullptr)
        return;
    line.weight = Weight::Failure;
    // The order's own step says what came in; that an item was opened is the item's step.
    if (entry.entity.kind() == EntityKind::Exception) {
        line.title = Tr::tr("exception opened");
        line.source = Tr::tr("engine");
    }
    line.detail = happening(valueOf(*problem, "code"),
                            fromName<ExceptionKind>(valueOf(*problem, "category")).value_or(ExceptionKind{}));
}

void tellArrival(StoryLine& line, const TimelineEntry& entry, const Format& format)
{
    if (entry.input != InputKind::Event)
        return;
    if (entry.has(Mark::Late) || entry.lateness > Lateness)
        line.late = Tr::tr("late by %1").arg(format.duration(entry.lateness));
    if (entry.disposition == EventDisposition::Duplicate) {
        line.weight = Weight::Quiet;
        line.detail = word(EventDisposition::Duplicate);
    } else if (entry.disposition != EventDisposition::Accepted) {
        line.weight = entry.disposition == EventDisposition::Refused ? Weight::Failure : Weight::Quiet;
        line.detail = line.detail.isEmpty() ? word(entry.disposition)
                                            : word(entry.disposition) + QStringLiteral(": ") + line.detail;
    } else if (entry.has(Mark::WouldRegress) || entry.has(Mark::NoEffect)) {
        line.weight = Weight::Quiet;
        line.detail = word(entry.has(Mark::WouldRegress) ? Mark::WouldRegress : Mark::NoEffect);
    } else if (entry.has(Mark::Contradicts)) {
        line.weight = Weight::Doubt;
    }
}

/// What came in decides nothing: the engine does, on a line of its own.
StoryLine decidedLine(const TimelineEntry& entry)
{
    StoryLine line;
    line.seq = entry.seq;
    line.at = entry.at;
    line.title = Tr::tr("decided");
    line.source = Tr::tr("engine");
    line.detail = decisionText(*entry.decision);
    line.stage = Stage::Decisioning;
    return line;
}

/// The step did nothing but decide.
bool onlyDecides(const TimelineEntry& entry)
{
    return entry.decision && entry.input != InputKind::Event && entry.input != InputKind::Command &&
           (entry.facts.empty() || entry.facts.front().kind == "decision");
}

bool shownIn(const StoryLine& line, StoryMode mode)
{
    switch (mode) {
    case StoryMode::Failures: return line.weight == Weight::Failure || line.weight == Weight::Doubt;
    case StoryMode::Effects: return line.effect;
    case StoryMode::All: return true;
    }
    return true;
}

}  // namespace

QString outcomeText(const session::AttemptText& a, const Format& format)
{
    const QString answer = a.status != 0    ? QStringLiteral("HTTP %1").arg(a.status)
                           : a.code.empty() ? QString()
                                            : outside(a.code, 80).replace(QLatin1Char('_'), QLatin1Char(' '));
    QStringList parts;
    if (a.outcome == AttemptOutcome::OutcomeUnknown && a.status == 0)
        parts << Tr::tr("no answer after %1").arg(format.duration(a.end - a.start));
    else if (!answer.isEmpty())
        parts << answer;
    if (a.breach)
        parts << Tr::tr("%1 breaks the contract").arg(outside(a.breach->pointer, 80));
    const bool said = a.outcome == AttemptOutcome::FailedForCertain ||
                      (a.outcome == AttemptOutcome::NotSent && a.status != 0);
    if (!said || parts.isEmpty())
        parts << word(a.outcome);
    return parts.join(QStringLiteral(", "));
}

std::vector<StoryLine> storyOf(const session::Timeline& timeline, const Format& format, StoryMode mode)
{
    std::vector<StoryLine> lines;
    for (const TimelineEntry& entry : timeline.entries) {
        StoryLine line;
        line.seq = entry.seq;
        line.at = entry.at;
        const Call call = callOf(timeline, entry.seq);
        if (call.attempt != nullptr)
            tellCall(line, call, format);
        else
            tellOther(line, entry, format);
        tellArrival(line, entry, format);
        if (!onlyDecides(entry) && shownIn(line, mode))
            lines.push_back(std::move(line));
        if (entry.decision)
            if (StoryLine decided = decidedLine(entry); shownIn(decided, mode))
                lines.push_back(std::move(decided));
    }
    return lines;
}

}  // namespace holdpoint::ui::exceptions
