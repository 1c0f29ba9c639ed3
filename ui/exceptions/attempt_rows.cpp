// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/attempt_rows.h"

#include "ui/exceptions/story.h"
#include "ui/text/words.h"

#include <algorithm>

namespace holdpoint::ui::exceptions {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(holdpoint::ui::exceptions::Tables)
};

CellInk inkOf(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::OutcomeUnknown: return CellInk::Doubt;
    case AttemptOutcome::FailedForCertain:
    case AttemptOutcome::NotSent: return CellInk::Failure;
    default: return CellInk::Mid;
    }
}

QString classText(const session::AttemptText& a)
{
    if (a.cls != FailureClass::None && a.outcome != AttemptOutcome::OutcomeUnknown)
        return word(a.cls);
    return word(a.outcome);
}

QString shortAnswer(const session::AttemptText& a, const Format& format)
{
    if (a.outcome == AttemptOutcome::OutcomeUnknown && a.status == 0)
        return Tr::tr("no answer %1").arg(format.duration(a.end - a.start));
    if (a.breach)
        return Tr::tr("%1 broke contract").arg(a.status ? QString::number(a.status) : Tr::tr("answer"));
    if (a.status != 0)
        return QString::number(a.status);
    return a.code.empty() ? word(a.outcome) : outside(a.code, 40).replace(QLatin1Char('_'), QLatin1Char(' '));
}

SmallRow rowOf(const session::EffectText& effect, const session::AttemptText& a, const Format& format)
{
    return {{a.asked ? Tr::tr("? %1").arg(a.attempt) : QString::number(a.attempt), CellInk::High},
            {format.clockMs(a.start), CellInk::Low, true},
            {a.waited.count() > 0 ? format.duration(a.waited) : Format::none()},
            {shortAnswer(a, format), a.breach ? CellInk::Failure : inkOf(a.outcome)},
            {classText(a)},
            {outside(effect.key, 120), CellInk::Low, true}};
}

/// What comes next for an open effect.
SmallRow plannedRow(const session::EffectText& effect, const Format& format)
{
    const int made = static_cast<int>(std::count_if(effect.attempts.begin(), effect.attempts.end(),
                                                    [](const auto& a) { return !a.asked; }));
    const bool ask = effect.state == EffectState::Unknown;
    return {{ask ? Tr::tr("?") : QString::number(made + 1), CellInk::High},
            {format.clockMs(effect.next), CellInk::Low, true},
            {Format::none()},
            {ask ? Tr::tr("will be asked") : Tr::tr("scheduled")},
            {Format::none()},
            {outside(effect.key, 120), CellInk::Low, true}};
}

}  // namespace

QStringList attemptHeaders()
{
    return {Tr::tr("Try"),    Tr::tr("Sent"),  Tr::tr("Waited"),
            Tr::tr("Answer"), Tr::tr("Class"), Tr::tr("Idempotency key")};
}

std::vector<SmallRow> attemptRows(const session::Timeline& timeline, const std::string& vendor,
                                  const Format& format)
{
    struct Call {
        const session::EffectText* effect;
        const session::AttemptText* attempt;
    };
    std::vector<Call> calls;
    for (const auto& effect : timeline.effects)
        if (vendor.empty() || effect.vendor == vendor)
            for (const auto& attempt : effect.attempts)
                calls.push_back({&effect, &attempt});
    std::stable_sort(calls.begin(), calls.end(),
                     [](const Call& a, const Call& b) { return a.attempt->seq < b.attempt->seq; });
    std::vector<SmallRow> rows;
    for (const Call& call : calls)
        rows.push_back(rowOf(*call.effect, *call.attempt, format));
    for (const auto& effect : timeline.effects)
        if (effect.next != Never && (vendor.empty() || effect.vendor == vendor))
            rows.push_back(plannedRow(effect, format));
    return rows;
}

QStringList effectHeaders()
{
    return {Tr::tr("Effect"),        Tr::tr("Vendor"),  Tr::tr("State"),          Tr::tr("Proof"),
            Tr::tr("Taken back by"), Tr::tr("Planned"), Tr::tr("Idempotency key")};
}

namespace {

/// What takes an effect of that kind back.
QString compensation(const session::EffectText& effect)
{
    if (effect.state != EffectState::Done && effect.state != EffectState::Unknown)
        return Tr::tr("nothing to take back");
    switch (effect.ref.operation) {
    case Operation::Ship: return word(Operation::Cancel);
    case Operation::Book: return word(Operation::Unbook);
    case Operation::Capture: return word(Operation::Refund);
    default: return Tr::tr("cannot be taken back");
    }
}

CellInk inkOf(EffectState state)
{
    switch (state) {
    case EffectState::Unknown: return CellInk::Doubt;
    case EffectState::Failed: return CellInk::Failure;
    case EffectState::Done: return CellInk::High;
    default: return CellInk::Mid;
    }
}

}  // namespace

std::vector<SmallRow> effectRows(const session::Timeline& timeline, const Format& format)
{
    std::vector<SmallRow> rows;
    for (const auto& effect : timeline.effects)
        rows.push_back({{word(effect.ref.operation), CellInk::High},
                        {outside(effect.vendor, 60), CellInk::Mid, true},
                        {word(effect.state), inkOf(effect.state)},
                        {effect.reference.empty() ? Tr::tr("no proof") : outside(effect.reference, 80),
                         effect.reference.empty() ? CellInk::Low : CellInk::High, !effect.reference.empty()},
                        {compensation(effect)},
                        {format.clockMs(effect.planned), CellInk::Low, true},
                        {outside(effect.key, 120), CellInk::Low, true}});
    return rows;
}

QStringList changeHeaders() { return {Tr::tr("When"), Tr::tr("What"), Tr::tr("By"), Tr::tr("To")}; }

std::vector<SmallRow> changeRows(const std::vector<session::ItemChange>& changes, const Format& format)
{
    std::vector<SmallRow> rows;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        QString to = outside(change->to, 200);
        if (const auto state = fromName<ExceptionState>(change->to))
            to = word(*state);
        else if (const auto at = parseInstant(change->to))
            to = format.dateTime(*at);
        rows.push_back({{format.dateTime(change->at), CellInk::Low, true},
                        {factWord(change->what), CellInk::High},
                        {change->by.empty() ? Tr::tr("engine") : outside(change->by, 60)},
                        {to.isEmpty() ? Format::none() : to}});
    }
    return rows;
}

}  // namespace holdpoint::ui::exceptions
