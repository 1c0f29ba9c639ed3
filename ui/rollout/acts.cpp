// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/acts.h"

#include "ui/rollout/act_specs.h"
#include "ui/rollout/source.h"
#include "ui/text/rollout_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace holdpoint::ui::rollout {

namespace {

QString titleOf(const ActSpec& spec)
{
    QString title = QCoreApplication::translate("commands", spec.text);
    return title.endsWith(QChar(0x2026)) ? title.chopped(1) : title;
}

constexpr int LeastReason = 20;
constexpr int LeastWords = 3;

}  // namespace

Acts::Acts(Context& context, Source& source, ActSheet& sheet, QObject* parent)
    : QObject(parent), context_(context), source_(source), sheet_(sheet)
{
    for (const ActSpec& spec : actSpecs())
        addCommand(spec);
}

void Acts::addCommand(const ActSpec& spec)
{
    CommandSpec command;
    command.id = spec.id;
    command.text = spec.text;
    command.menu = CommandMenu::Launch;
    command.kind = spec.kind;
    command.scope = CommandScope::Rollout;
    command.engineCommand = spec.what;
    if (*spec.keys != '\0')
        command.keys = {QKeySequence(QLatin1String(spec.keys))};
    command.run = [this, &spec] { open(spec); };
    command.obstacle = [this, &spec] { return obstacleOf(spec); };
    context_.commands.add(std::move(command));
}

QString Acts::obstacleOf(const ActSpec& spec) const
{
    if (const QString why = source_.obstacle(spec.what, spec.grows()); !why.isEmpty())
        return why;
    if (!source_.hasPlan())
        return tr("There is no plan.");
    if (spec.has(OfSlice) && spec.grows() && slice_.empty())
        return tr("No slice is chosen.");
    if (spec.has(Gate) && choicesOf(spec).isEmpty())
        return tr("No gate says NO-GO.");
    return {};
}

QStringList Acts::choicesOf(const ActSpec& spec) const
{
    QStringList gates;
    if (!spec.has(Gate))
        return gates;
    // Of a gate that blocks the commander overrides; what does not block its owner acknowledges.
    const bool overriding = spec.what == std::string_view("override");
    for (const session::GateRow& gate : source_.board().gates)
        if (gate.verdict == GateVerdict::NoGo && gate.blocker == overriding && gate.kind != "invariant")
            gates << QString::fromStdString(gate.id);
    gates.removeDuplicates();
    return gates;
}

std::vector<std::pair<QString, QString>> Acts::factsOf(const ActSpec& spec) const
{
    const session::RolloutBoard& board = source_.board();
    std::vector<std::pair<QString, QString>> facts;
    facts.emplace_back(tr("State"), stateWord(board));
    if (spec.has(OfSlice))
        facts.emplace_back(tr("Slice"), slice_.empty() ? tr("all slices") : outside(slice_, 80));
    if (!spec.grows())
        return facts;
    const Format& f = context_.format;
    int go = 0;
    for (const session::GateRow& gate : board.gates)
        go += gate.verdict == GateVerdict::Go;
    facts.emplace_back(tr("Gates"), tr("%1 of %2 say GO; the step: %3")
                                        .arg(go)
                                        .arg(board.gates.size())
                                        .arg(verdictWord(board.verdict, InconclusiveReason::None)));
    const session::StepRow* next = nullptr;
    for (const session::StepRow& step : board.steps)
        if (step.number == board.step + (spec.what == std::string_view("commit_step") ? 1 : 0))
            next = &step;
    if (next != nullptr) {
        double perHour = 0;
        for (const session::SliceRow& slice : board.slices)
            perHour += slice.ordersPerDay.value_or(0) * next->weightBp / 10'000 / 24;
        facts.emplace_back(tr("To"), tr("%1 %2, about %3 orders an hour")
                                         .arg(word(next->phase), shareText(f, next->weightBp),
                                              f.count(static_cast<std::int64_t>(perHour))));
    }
    facts.emplace_back(tr("On duty"), outside(board.command.commander, 40) +
                                          (board.command.deputy.empty()
                                               ? QString()
                                               : tr(", deputy %1").arg(outside(board.command.deputy, 40))));
    facts.emplace_back(tr("Data"), f.ago(source_.watch().age()));
    return facts;
}

void Acts::open(const ActSpec& spec)
{
    if (spec.has(AtOnce))
        return give(spec, {});
    if (context_.navigator.here().screen != QLatin1String("rollouts"))  // its sheet is there
        context_.navigator.go({QStringLiteral("rollouts"), {}, {}});
    ActForm form;
    form.title = titleOf(spec);
    form.facts = factsOf(spec);
    form.choices = choicesOf(spec);
    form.choiceAsk = tr("Gate");
    form.fieldAsk = spec.has(Person)  ? (spec.grows() ? tr("Second person") : tr("Person"))
                    : spec.has(Share) ? tr("Share in %")
                    : spec.has(Step)  ? tr("To step")
                                      : QString();
    if (spec.has(Share)) {
        const session::SliceRow* slice = source_.slice(slice_);
        form.field = slice == nullptr ? QString() : QString::number(slice->weightBp / 200.0);
    }
    if (spec.has(Words) || spec.has(Reason))
        form.wordsAsk = tr("Words");
    if (spec.has(Share))
        form.wordsAsk = tr("Cut out (a predicate as in the plan), if anything");
    form.leastWords = spec.has(Reason) ? LeastReason : spec.has(Words) ? LeastWords : 0;
    if (spec.has(Name))
        form.typed = outside(source_.board().name, 80);
    form.confirm = titleOf(spec);
    form.keep = tr("Keep it as it is");
    form.held = spec.kind == CommandClass::Down;
    form.obstacle = [this, &spec] { return obstacleOf(spec); };
    form.done = [this, &spec](const ActForm::Given& given) { give(spec, given); };
    sheet_.open(std::move(form));
}

void Acts::give(const ActSpec& spec, const ActForm::Given& given)
{
    session::Command command;
    command.what = spec.what;
    command.argument = spec.argument;
    command.text = given.words.toStdString();
    if (!spec.has(Share))  // there it is what is cut out
        command.reason = command.text;
    if (spec.has(OfSlice))
        command.argument = slice_;
    if (spec.has(Gate))
        command.argument = given.choice.toStdString();
    if (spec.has(Person) && !spec.has(Gate))
        command.argument = given.field.toStdString();
    if (spec.has(Person) && spec.has(Gate))  // typed name and second person, as the engine reads them
        command.text = source_.board().name + "|" + given.field.toStdString();
    if (spec.has(Share))
        command.number = static_cast<std::uint32_t>(
            std::clamp(std::lround(context_.format.locale().toDouble(given.field) * 100), 0L, 10'000L));
    if (spec.has(Step))
        command.number = given.field.toUInt();
    send(std::move(command), titleOf(spec));
}

void Acts::send(session::Command command, const QString& title)
{
    command.seen = source_.board().version;
    command.dataAge = source_.watch().age();
    // What goes down waits for no words: where it was done is its reason until words follow.
    const bool down =
        command.what == "stop_intake" || command.what == "stop_growth" || command.what == "narrow";
    if (down && command.reason.empty())
        command.reason = "on " + context_.navigator.here().screen.toStdString();
    const std::string key = context_.client.submit(std::move(command));
    if (!key.empty())
        emit sent(key, title);
}

void Acts::pause(const std::string& slice)
{
    session::Command command;
    command.what = "stop_intake";
    command.argument = slice;
    send(std::move(command), slice.empty() ? tr("Pause all slices") : tr("Pause %1").arg(outside(slice, 60)));
}

void Acts::resume(const std::string& slice)
{
    slice_ = slice;
    const session::ActRow* reopen = source_.act("reopen_intake");
    const session::ActRow* trial = source_.act("reopen_trial");
    const bool trialFirst = reopen != nullptr && !reopen->allowed && trial != nullptr && trial->allowed;
    for (const ActSpec& spec : actSpecs())
        if (spec.what == std::string_view(trialFirst ? "reopen_trial" : "reopen_intake"))
            open(spec);
}

void Acts::vote(Function seat, Vote vote, const QString& words)
{
    session::Command command;
    command.what = "vote";
    command.argument = std::string(name(seat)) + ":" + std::string(name(vote));
    command.text = words.toStdString();
    send(std::move(command), tr("Vote %1").arg(word(vote)));
}

void Acts::coSign(Function seat)
{
    session::Command command;
    command.what = "co_sign";
    command.argument = std::string(name(seat));
    send(std::move(command), tr("Co-sign for %1").arg(word(seat)));
}

void Acts::savePlan(const std::string& plan, const QString& second, const QString& reason)
{
    session::Command command;
    command.what = "set_plan";
    command.text = plan;
    command.argument = second.toStdString();
    command.reason = reason.toStdString();
    send(std::move(command), tr("Save the plan"));
}

void Acts::checkItem(const std::string& item, bool done, const QString& evidence)
{
    session::Command command;
    command.what = "checklist_item";
    command.argument = item;
    command.number = done ? 1 : 0;
    command.text = evidence.toStdString();
    send(std::move(command), checklistWord(item));
}

void Acts::rollBack(const QString& words)
{
    session::Command command;
    command.what = "roll_back";
    command.text = words.toStdString();
    command.reason = command.text;
    send(std::move(command), tr("Roll back"));
}

}  // namespace holdpoint::ui::rollout
