// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/exception_detail.h"

#include "core/base/check.h"
#include "core/flow/exception.h"
#include "core/views/board_filter.h"
#include "core/views/timeline.h"
#include "core/views/verdict_text.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

using session::ItemChange;

Result<ExceptionItem> foldItem(EntityId id, const std::vector<ReadStep>& steps)
{
    ExceptionItem item;
    item.id = id;
    try {
        for (const ReadStep& step : steps)
            flow::applyStep(item, step.body, step.seq);
    } catch (const CheckFailed& broken) {
        return Error{Code::Corrupt, id.text() + ": " + broken.what()};
    }
    return item;
}

/// What people and the engine did with the item, one after the other.
struct History {
    const Dictionary& names;
    session::ExceptionDetail& detail;
    Seq seq = 0;
    Instant at;

    void add(const char* what, ActorName by, std::string to)
    {
        detail.changes.push_back({seq, at, what, names.text(by), std::move(to)});
    }
    void operator()(const ExceptionOpened& f) { add("opened", {}, names.text(f.code)); }
    void operator()(const ExceptionMoved& f) { add("moved", f.by, std::string(name(f.state))); }
    void operator()(const Assigned& f) { add("assigned", f.by, names.text(f.to)); }
    void operator()(const PrioritySet& f) { add("prioritised", f.by, std::string(name(f.priority))); }
    void operator()(const Snoozed& f)
    {
        add("snoozed", f.by, f.until == Never ? std::string() : toText(f.until));
    }
    void operator()(const Labelled& f)
    {
        add(f.removed ? "unlabelled" : "labelled", f.by, names.text(f.label));
    }
    void operator()(const ExceptionResolved& f) { add("resolved", f.by, std::string(name(f.resolution))); }
    void operator()(const ExceptionReopened&) { add("reopened", {}, {}); }
    void operator()(const Noted& f) { detail.notes.push_back({at, names.text(f.by), f.text}); }
    template <typename Other>
    void operator()(const Other&)
    {}
};

void addHistory(session::ExceptionDetail& detail, const std::vector<ReadStep>& steps, const Dictionary& names)
{
    for (const ReadStep& step : steps)
        for (const Fact& fact : step.body.facts)
            std::visit(History{names, detail, step.seq, step.body.at}, fact.body);
}

/// The newest call of the item's vendor that broke the contract in this way.
void addCall(session::ContractFailure& failure, const std::vector<session::EffectText>& effects)
{
    for (const session::EffectText& effect : effects)
        for (const session::AttemptText& attempt : effect.attempts)
            if (effect.vendor == failure.vendor && attempt.breach == failure.breach) {
                failure.operation = name(effect.ref.operation);
                failure.version = effect.contract;
                failure.seen = attempt.end;
                failure.payload = attempt.payload;
            }
}

std::optional<session::ContractFailure> contractOf(const ExceptionItem& item,
                                                   const std::vector<session::EffectText>& effects,
                                                   const Dictionary& names, const Integrations& integrations)
{
    session::ContractFailure failure;
    failure.breach = {item.pointer, item.expected, item.got};
    if (failure.breach == session::BreachText{})
        return {};
    failure.vendor = names.text(item.vendor);
    failure.firstSeen = failure.seen = item.opened;
    failure.owner = integrations.owner(failure.vendor);
    addCall(failure, effects);
    failure.firstSeen = std::min(failure.firstSeen, failure.seen);
    return failure;
}

void addItem(session::ExceptionDetail& detail, const ExceptionItem& item, const Dictionary& names)
{
    detail.row = textsOf(BoardRow(item), names);
    detail.row.about = item.about;
    detail.row.reopened = item.reopened;
    detail.row.problems = item.problems;
    detail.version = item.version;
    for (const CodeName label : item.labels)
        detail.labels.push_back(names.text(label));
}

/// What follows from the order that the item is about.
Result<> addOrder(store::StoreReader& reader, const Dictionary& names, const Integrations& integrations,
                  const ExceptionItem& item, session::ExceptionDetail& detail)
{
    std::vector<ReadStep> steps;
    if (auto read = readSteps(reader, item.about, steps); !read)
        return read;
    if (steps.empty())
        return {};
    const auto order = foldOrder(item.about, steps);
    if (!order)
        return order.error();
    detail.orderVersion = order->version;
    detail.orderNumber = order->header.number;
    detail.correlation = toHex(order->correlation);
    auto verdict =
        verdictOf(reader, names, integrations, *order, &item, detail.timeline.effects, detail.asOf.at);
    if (!verdict)
        return verdict.error();
    detail.verdict = std::move(*verdict);
    return {};
}

}  // namespace

Result<session::ExceptionDetail> exceptionDetail(store::StoreReader& reader, const Dictionary& names,
                                                 const Integrations& integrations, EntityId id)
{
    std::vector<ReadStep> steps;
    if (auto read = readSteps(reader, id, steps); !read)
        return read.error();
    if (id.kind() != EntityKind::Exception || steps.empty())
        return Error{Code::NotFound, id.text()};
    const auto item = foldItem(id, steps);
    if (!item)
        return item.error();
    auto story = timeline(reader, names, id);
    if (!story)
        return story.error();
    session::ExceptionDetail detail;
    detail.asOf = story->asOf;
    detail.timeline = std::move(*story);
    // An object that is no order is not called again: there is nothing to retry.
    detail.verdict = {RetryVerdict::Futile, "no_open_effect", {}, {}, Never, true};
    addItem(detail, *item, names);
    addHistory(detail, steps, names);
    if (item->about.kind() == EntityKind::Order)
        if (auto added = addOrder(reader, names, integrations, *item, detail); !added)
            return added.error();
    detail.contract = contractOf(*item, detail.timeline.effects, names, integrations);
    const std::string vendor = detail.row.vendor.empty() ? detail.verdict.vendor : detail.row.vendor;
    detail.rules = integrations.rules(vendor);
    return detail;
}

}  // namespace holdpoint::views
