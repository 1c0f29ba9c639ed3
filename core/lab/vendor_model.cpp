// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/vendor_model.h"

#include "core/base/hash.h"
#include "core/lab/webhook_text.h"

#include <cstdio>
#include <utility>

namespace holdpoint::lab {
namespace {

std::uint32_t short32(std::string_view text) { return static_cast<std::uint32_t>(hash64(text)); }

BodyPrint printOf(const VendorCall& call)
{
    std::string lines;
    for (const VendorCall::Line& line : call.lines) {
        lines += std::to_string(line.line) + ' ' + std::to_string(line.units) + ' ';
        lines += line.sku;
        lines += '\n';
    }
    return {short32(call.orderNumber),
            short32(lines),
            short32(call.node),
            short32(call.region),
            short32(std::to_string(call.amount)),
            short32(call.currency),
            short32(call.reference)};
}

BookRow rowOf(const VendorCall& call, Instant now)
{
    BookRow row;
    row.at = now;
    row.key = call.key;
    row.operation = call.ref.operation;
    row.part = call.ref.part;
    row.order = call.orderNumber;
    row.node = call.node;
    row.trace = call.traceId;
    row.about = call.reference;
    row.amount = call.amount;
    row.print = printOf(call);
    return row;
}

std::string_view prefixOf(Operation operation)
{
    const std::string_view field = referenceField(operation);
    if (field.empty())
        return "";
    return field == "shipment_id" ? "SH-" : field == "tracking" ? "TR-" : "TX-";
}

/// The vendor's id of an effect: from the key alone, so it does not depend on the order of the calls.
std::string referenceOf(const VendorOptions& vendor, const VendorCall& call)
{
    const std::string_view prefix = prefixOf(call.ref.operation);
    if (prefix.empty())
        return {};
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx",
                  static_cast<unsigned long long>(hash64(call.key) ^ hash64(vendor.name)));
    return std::string(prefix) + digits;
}

Instant jittered(Instant at, Milliseconds base, Milliseconds jitter, std::uint64_t draw)
{
    return at + base +
           Milliseconds(static_cast<std::int64_t>(draw % static_cast<std::uint64_t>(jitter.count() + 1)));
}

}  // namespace

VendorModel::VendorModel(VendorOptions options, VendorBook book)
    : options_(std::move(options)), book_(std::move(book)), trade_(options_.kind, options_.forgetsEarlyCancel)
{
    for (const auto& [key, entry] : book_.entries()) {
        if (entry.effects == 0)
            continue;
        trade_.done(entry.row, leaves(key, entry.row.at));
        enqueue(entry.row);
    }
}

Instant VendorModel::arrival(const std::string& key, Instant now) const
{
    return jittered(now, options_.latency, options_.jitter, hash64(key) ^ options_.seed);
}

Instant VendorModel::leaves(const std::string& key, Instant now) const
{
    return jittered(now, options_.fulfilAfter, options_.fulfilJitter, hash64(key) * 7 ^ options_.seed);
}

VendorReply VendorModel::handle(const VendorCall& call, Instant now)
{
    const BookEntry* known = book_.find(call.key);
    const FaultPlan::Occasion occasion{call.ref.operation, call.key, known ? known->received + 1 : 1, false};
    VendorReply reply;
    reply.due = arrival(call.key, now);
    if (faults_.strike(occasion, {FaultKind::Outage})) {
        reply.way = VendorReply::Way::Refused;
        return reply;
    }
    BookRow row = rowOf(call, now);
    if (strikeBefore(occasion, reply)) {
        row.status = reply.status;
        row.code = reply.code;
        book_.add(std::move(row));
        return reply;
    }
    if (known && known->row.settled)
        return repeat(*known, call, std::move(row), now);
    if (Verdict verdict; strikeRefusal(occasion, verdict))
        return answer(std::move(reply), verdict, std::move(row), true);
    if (const Verdict verdict = trade_.judge(call, now); !verdict.code.empty())
        return answer(std::move(reply), verdict, std::move(row), verdict.cls != FailureClass::Validation);
    return perform(std::move(reply), call, std::move(row), now);
}

VendorReply VendorModel::repeat(const BookEntry& entry, const VendorCall& call, BookRow row, Instant now)
{
    VendorReply reply;
    reply.due = arrival(call.key, now);
    const BookRow& first = entry.row;
    std::size_t differs = 0;
    while (differs < row.print.size() && row.print[differs] == first.print[differs])
        ++differs;
    if (differs < row.print.size() || first.operation != row.operation) {
        const std::string_view field = differs < row.print.size() ? BodyFields[differs] : "operation";
        return answer(std::move(reply),
                      {422, FailureClass::Validation, "key_reused", "/" + std::string(field)}, std::move(row),
                      false);
    }
    if (arrival(call.key, first.at) > now)
        return answer(std::move(reply), {409, FailureClass::Transport, "in_progress", ""}, std::move(row),
                      false);
    if (first.effect && options_.kind == VendorKind::Shop)  // says so by 409; the others repeat their answer
        return answer(std::move(reply), {409, FailureClass::None, "already_processed", ""}, std::move(row),
                      false);
    reply.replayed = true;
    reply.reference = first.reference;
    return answer(std::move(reply), {first.status, first.cls, first.code, ""}, std::move(row), false);
}

/// Notes the answer in the book; nothing was done for this call.
VendorReply VendorModel::answer(VendorReply reply, const Verdict& verdict, BookRow row, bool settled)
{
    reply.status = row.status = verdict.status;
    reply.cls = row.cls = verdict.cls;
    reply.code = row.code = verdict.code;
    reply.field = verdict.field;
    row.settled = settled;
    book_.add(std::move(row));
    return reply;
}

VendorReply VendorModel::perform(VendorReply reply, const VendorCall& call, BookRow row, Instant now)
{
    const FaultPlan::Occasion occasion{row.operation, call.key,
                                       book_.find(row.key) ? book_.find(row.key)->received + 1 : 1, false};
    row.effect = row.settled = true;
    row.status = 200;
    row.reference = reply.reference = referenceOf(options_, call);
    const Instant leaving = leaves(row.key, now);
    planWebhook(occasion, row, leaving);
    trade_.done(row, leaving);
    enqueue(row);
    book_.add(std::move(row));
    strikeAfter(occasion, reply);
    return reply;
}

VendorReply VendorModel::ask(const VendorCall& call, Instant now)
{
    VendorReply reply;
    reply.asked = true;
    reply.due = arrival(call.key, now);
    const FaultPlan::Occasion occasion{call.ref.operation, call.key,
                                       faults_.empty() ? 1 : ++questions_[call.key], true};
    if (faults_.strike(occasion, {FaultKind::Outage})) {
        reply.way = VendorReply::Way::Refused;
        return reply;
    }
    if (strikeBefore(occasion, reply))
        return reply;
    const BookEntry* entry = book_.find(call.key);
    if (!options_.statusQuery || !entry || !entry->row.settled) {
        reply.status = options_.statusQuery ? 404 : 405;
        reply.code = options_.statusQuery ? "no_such_effect" : "no_status_query";
        reply.cls = FailureClass::Validation;
    } else if (arrival(call.key, entry->row.at) > now) {
        reply.code = "in_progress";
    } else if (entry->row.effect) {
        reply.reference = entry->row.reference;
    } else {
        reply.code = entry->row.code;
        reply.cls = entry->row.cls;
    }
    return reply;
}

bool VendorModel::strikeBefore(const FaultPlan::Occasion& occasion, VendorReply& reply)
{
    const Fault* fault =
        faults_.strike(occasion, {FaultKind::Timeout, FaultKind::TooMany, FaultKind::ErrorBefore});
    if (!fault)
        return false;
    reply.cls = FailureClass::Transport;
    if (fault->kind == FaultKind::Timeout) {
        reply.way = VendorReply::Way::Silent;
        reply.status = 0;
    } else if (fault->kind == FaultKind::TooMany) {
        reply.status = 429;
        reply.code = "too_many_requests";
        reply.retryAfterMs = fault->delay.count();
    } else {
        reply.status = 500;
        reply.code = "internal_error";
    }
    return true;
}

bool VendorModel::strikeAfter(const FaultPlan::Occasion& occasion, VendorReply& reply)
{
    const Fault* fault =
        faults_.strike(occasion, {FaultKind::ReplyLost, FaultKind::Dropped, FaultKind::ErrorAfter,
                                  FaultKind::ChangedField, FaultKind::ChangedEnum, FaultKind::BrokenBody});
    if (!fault)
        return false;
    if (fault->kind == FaultKind::ReplyLost || fault->kind == FaultKind::Dropped) {
        reply.way = fault->kind == FaultKind::Dropped ? VendorReply::Way::Dropped : VendorReply::Way::Silent;
    } else if (fault->kind == FaultKind::ErrorAfter) {
        reply.status = 500;
        reply.cls = FailureClass::Transport;
        reply.code = "internal_error";
        reply.reference.clear();
    } else {
        reply.altered = fault->kind == FaultKind::ChangedField  ? VendorReply::Altered::Field
                        : fault->kind == FaultKind::ChangedEnum ? VendorReply::Altered::Enum
                                                                : VendorReply::Altered::Broken;
    }
    return true;
}

bool VendorModel::strikeRefusal(const FaultPlan::Occasion& occasion, Verdict& verdict)
{
    const Fault* fault = faults_.strike(occasion, {FaultKind::RefuseSoft, FaultKind::RefuseHard});
    if (!fault)
        return false;
    if (fault->kind == FaultKind::RefuseSoft)
        verdict = {409, FailureClass::SoftBusiness, "out_of_stock_at_node", ""};
    else
        verdict = {422, FailureClass::HardBusiness, "address_undeliverable", ""};
    if (!fault->code.empty())
        verdict.code = fault->code;
    return true;
}

void VendorModel::planWebhook(const FaultPlan::Occasion& occasion, BookRow& row, Instant leaving)
{
    if (row.operation != Operation::Ship && row.operation != Operation::Book)
        return;
    const Fault* fault =
        faults_.strike(occasion, {FaultKind::NoWebhook, FaultKind::LateWebhook, FaultKind::DuplicateWebhook});
    row.webhookAt = leaving;
    row.copies = 1;
    if (!fault)
        return;
    if (fault->kind == FaultKind::NoWebhook)
        row.copies = 0;
    else if (fault->kind == FaultKind::DuplicateWebhook)
        row.copies = 2;
    else
        row.webhookAt = leaving + fault->delay;
}

void VendorModel::enqueue(const BookRow& row)
{
    if (row.copies == 0 || book_.wasDelivered(webhookId(options_, row)))
        return;
    const Later later{webhookId(options_, row), webhookText(options_, row, leaves(row.key, row.at)),
                      row.order, row.part};
    for (int copy = 0; copy < row.copies; ++copy)
        later_.emplace(row.webhookAt, later);
}

std::vector<Webhook> VendorModel::due(Instant now)
{
    std::vector<Webhook> out;
    while (!later_.empty() && later_.begin()->first <= now) {
        auto taken = later_.extract(later_.begin());
        Later& later = taken.mapped();
        if (!trade_.cancelled(later.order, later.part))
            out.push_back({taken.key(), options_.name, std::move(later.id), std::move(later.bytes)});
    }
    return out;
}

void VendorModel::retry(Webhook webhook, Instant at)
{
    later_.emplace(at, Later{std::move(webhook.id), std::move(webhook.bytes), {}, 0});
}

}  // namespace holdpoint::lab
