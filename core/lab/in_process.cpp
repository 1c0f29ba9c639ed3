// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/in_process.h"

#include "core/lab/read_reply.h"

#include "core/base/check.h"
#include <algorithm>

namespace holdpoint::lab {
namespace {

contracts::HttpOutcome unknownVendor(Instant now)
{
    contracts::HttpOutcome out;
    out.way = contracts::HttpOutcome::Way::NotSent;
    out.reason = "unknown_vendor";
    out.start = out.end = now;
    return out;
}

void loseReply(VendorAnswer& answer)
{
    answer.outcome = AttemptOutcome::OutcomeUnknown;
    answer.cls = FailureClass::Transport;
    answer.code = "vendor_failed";
    answer.reference.clear();
}

}  // namespace

Result<std::unique_ptr<InProcess>> InProcess::open(const std::vector<VendorOptions>& vendors,
                                                   const std::filesystem::path& folder)
{
    auto agreed = contracts::Contracts::compile(contracts::builtInDocuments());
    if (!agreed)
        return agreed.error();
    std::unique_ptr<InProcess> lab(new InProcess(std::move(*agreed)));
    for (const VendorOptions& options : vendors) {
        if (folder.empty()) {
            lab->vendors_.try_emplace(options.name, options);
            continue;
        }
        auto book = VendorBook::open(folder / (options.name + ".book"));
        if (!book)
            return book.error();
        lab->vendors_.try_emplace(options.name, options, std::move(*book));
    }
    for (const auto& [name, vendor] : lab->vendors_)
        for (const auto& [key, entry] : vendor.book().entries())
            lab->tellCarriers(entry.row);
    return lab;
}

void InProcess::advance(Instant now)
{
    HP_CHECK(now >= now_);
    now_ = now;
}

VendorModel* InProcess::find(std::string_view name)
{
    const auto found = vendors_.find(name);
    return found == vendors_.end() ? nullptr : &found->second;
}

// A parcel that was cancelled before it left is never handed to its carrier.
void InProcess::tellCarriers(const BookRow& row)
{
    if (row.operation != Operation::Cancel || !row.effect)
        return;
    for (auto& [name, vendor] : vendors_)
        if (vendor.options().kind == VendorKind::Carrier)
            vendor.trade().done(row, Never);
}

void InProcess::dispatch(const VendorCall& call)
{
    VendorModel* vendor = find(call.vendor);
    if (!vendor) {
        arriving_.emplace(now_,
                          Arriving{nullptr, contracts::readAnswer(call, unknownVendor(now_), contracts_)});
        return;
    }
    const VendorReply reply = call.ask ? vendor->ask(call, now_) : vendor->handle(call, now_);
    if (const BookEntry* entry = vendor->book().find(call.key))
        tellCarriers(entry->row);
    VendorAnswer answer = readReply(call, reply, now_, contracts_);
    const Instant end = answer.end;
    arriving_.emplace(end, Arriving{vendor, std::move(answer)});
}

std::vector<VendorAnswer> InProcess::takeAnswers()
{
    std::vector<VendorAnswer> out;
    std::map<VendorModel*, bool> written;
    while (!arriving_.empty() && arriving_.begin()->first <= now_) {
        auto taken = arriving_.extract(arriving_.begin());
        auto& [vendor, answer] = taken.mapped();
        if (vendor && !written.contains(vendor))
            written[vendor] = vendor->sync().has_value();
        if (vendor && !written[vendor])
            loseReply(answer);
        out.push_back(std::move(answer));
    }
    return out;
}

std::vector<Webhook> InProcess::takeWebhooks()
{
    std::vector<Webhook> out;
    for (auto& [name, vendor] : vendors_) {
        if (vendor.nextDue() > now_ || !vendor.sync())
            continue;
        for (Webhook& webhook : vendor.due(now_))
            out.push_back(std::move(webhook));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Webhook& a, const Webhook& b) { return a.due < b.due; });
    return out;
}

void InProcess::delivered(const Webhook& webhook)
{
    if (VendorModel* vendor = find(webhook.vendor))
        vendor->delivered(webhook);
}

Instant InProcess::nextDue() const
{
    Instant next = arriving_.empty() ? Never : arriving_.begin()->first;
    for (const auto& [name, vendor] : vendors_)
        next = std::min(next, vendor.nextDue());
    return next;
}

std::uint64_t InProcess::effects() const
{
    std::uint64_t sum = 0;
    for (const auto& [name, vendor] : vendors_)
        sum += vendor.book().effects();
    return sum;
}

}  // namespace holdpoint::lab
