// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/lab_world.h"

#include "core/connect/http_dispatcher.h"
#include "core/host/contract_files.h"
#include "core/host/patience.h"

namespace holdpoint::host {
namespace {

struct Seat {
    const char* name;
    lab::VendorKind kind;
    FeederSystem system;
};
constexpr Seat Seats[] = {
    {"wms-east", lab::VendorKind::Warehouse, FeederSystem::Wms},
    {"wms-north", lab::VendorKind::Warehouse, FeederSystem::Wms},
    {"wms-west", lab::VendorKind::Warehouse, FeederSystem::Wms},
    {"payment", lab::VendorKind::Payment, FeederSystem::Payment},
    {"carrier", lab::VendorKind::Carrier, FeederSystem::Shipping},
    {"shop", lab::VendorKind::Shop, FeederSystem::Shop},
    {"legacy", lab::VendorKind::Legacy, FeederSystem::Oms},
};
constexpr const char* Holder = "holdpoint";
constexpr int ConcurrentCalls = 16;
constexpr Milliseconds RetryWebhook{500};

}  // namespace

const std::vector<std::string>& LabWorld::warehouses()
{
    static const std::vector<std::string> nodes{"east", "north", "west"};
    return nodes;
}

std::vector<std::string> LabWorld::vendorNames()
{
    std::vector<std::string> names;
    for (const Seat& seat : Seats)
        names.emplace_back(seat.name);
    return names;
}

std::filesystem::path LabWorld::bookOf(const std::filesystem::path& folder, const std::string& vendor)
{
    return folder / "vendors" / (vendor + ".book");
}

Policy labPolicy(Dictionary& names, const LabWorld::Options& options)
{
    Policy policy;
    policy.checkStaleness = false;  // counts of a lab are as old as its files
    policy.paymentRule = options.paymentRule;
    policy.unknownLines = options.unknownLines;
    for (const Seat& seat : Seats) {
        VendorProfile profile;
        profile.name = names.intern<NameKind::Vendor>(seat.name);
        profile.system = seat.system;
        profile.concurrentCalls = ConcurrentCalls;
        profile.callTimeout = Milliseconds{2'000};
        policy.vendors.push_back(profile);
    }
    const std::vector<std::vector<std::string>> nearby{{"na-east"}, {"eu-north", "eu-south"}, {"na-west"}};
    std::int64_t cost = 400;
    for (const std::string& node : LabWorld::warehouses()) {
        NodeProfile profile;
        profile.name = names.intern<NameKind::Node>(node);
        profile.vendor = names.intern<NameKind::Vendor>("wms-" + node);
        profile.defaultCost = cost;
        for (const std::string& region : nearby[policy.nodes.size()])
            profile.zones.push_back({names.intern<NameKind::Region>(region), 300});
        cost += 150;
        policy.nodes.push_back(profile);
    }
    policy.payment = names.intern<NameKind::Vendor>("payment");
    policy.carrier = names.intern<NameKind::Vendor>("carrier");
    policy.shop = names.intern<NameKind::Vendor>("shop");
    policy.legacy = names.intern<NameKind::Vendor>("legacy");
    return policy;
}

Result<std::unique_ptr<LabWorld>> LabWorld::start(Options options)
{
    std::unique_ptr<LabWorld> world(new LabWorld(std::move(options)));
    auto agreed = contractsIn(world->options_.contracts);
    if (!agreed)
        return agreed.error();
    // The folder before the vendors, so that whoever finds it in use is told by whom and not which book was first.
    const auto paths = store::StorePaths{world->options_.folder};
    auto lock = patiently([&] { return store::FolderLock::take(paths, Holder); });
    if (!lock)
        return lock.error();
    if (auto started = world->startVendors(); !started)
        return started.error();
    if (auto started = world->startEngine(std::move(*lock), std::move(*agreed)); !started)
        return started.error();
    return world;
}

LabWorld::~LabWorld()
{
    {
        const std::lock_guard lock(readyMutex_);
        ready_ = nullptr;
    }
    engine_.reset();  // its last replies still find the vendors
    vendors_.reset();
}

Result<> LabWorld::startVendors()
{
    std::error_code failed;
    std::filesystem::create_directories(options_.folder / "vendors", failed);
    if (failed)
        return Error{Code::Forbidden, options_.folder.string() + ": " + failed.message()};
    lab::HttpVendors::Options vendors;
    vendors.folder = options_.folder / "vendors";
    for (const Seat& seat : Seats) {
        lab::VendorOptions& vendor = vendors.vendors.emplace_back();
        vendor.name = seat.name;
        vendor.kind = seat.kind;
        vendor.numberSpace = options_.numberSpace;
        vendor.latency = options_.latency;
        vendor.jitter = options_.latency;
        vendor.fulfilAfter = options_.fulfilAfter;
        vendor.fulfilJitter = options_.fulfilAfter;
        vendor.seed = options_.seed;
    }
    vendors.onWebhook = [this](const lab::Webhook& webhook) { take(webhook); };
    auto started = patiently([&] { return lab::HttpVendors::start(vendors, clock_); });
    if (!started)
        return started.error();
    vendors_ = std::move(*started);
    receivers_ = vendors_.get();
    vendorsKnown_.count_down();
    return {};
}

void LabWorld::take(const lab::Webhook& webhook)
{
    vendorsKnown_.wait();
    engine::Input input;
    input.body = engine::EventBytes{webhook.bytes, Lane::Live, 0};
    const auto reply = [this, webhook](const engine::Outcome& outcome) {
        if (outcome.failed)
            return receivers_->undelivered(webhook, RetryWebhook);
        ++webhooks_;
        receivers_->delivered(webhook);
    };
    const std::lock_guard lock(readyMutex_);
    if (ready_ == nullptr || !ready_->post(std::move(input), EngineHost::InputClass::Event, reply))
        receivers_->undelivered(webhook, RetryWebhook);
}

Result<> LabWorld::startEngine(store::FolderLock folder, contracts::Contracts contracts)
{
    EngineHost::Options host;
    host.lock = std::move(folder);
    host.checkpoints = options_.checkpoints;
    host.store = store::StoreOptions::onDisk(options_.folder);
    host.engine.holder = Holder;
    host.seed = options_.seed;
    host.publisher = options_.publisher;
    host.policy = [options = options_](Dictionary& names) { return labPolicy(names, options); };
    host.dispatcher = [&](EngineHost::AnswerSink sink) -> Result<std::unique_ptr<engine::Dispatcher>> {
        connect::HttpDispatcher::Options out;
        out.contracts = std::move(contracts);
        for (const Seat& seat : Seats)
            out.vendors.push_back({seat.name, vendors_->url(seat.name), ConcurrentCalls});
        auto started = connect::HttpDispatcher::start(std::move(out), clock_, std::move(sink));
        if (!started)
            return started.error();
        dispatcher_ = started->get();
        return std::unique_ptr<engine::Dispatcher>(std::move(*started));
    };
    auto started = EngineHost::start(std::move(host));
    if (!started)
        return started.error();
    engine_ = std::move(*started);
    const std::lock_guard lock(readyMutex_);
    ready_ = engine_.get();
    return {};
}

bool LabWorld::isQuiet(const HostState& state) const
{
    return state.queued == 0 && state.openCalls == 0 && dispatcher_->callsInFlight() == 0 &&
           vendors_->pendingWebhooks() == 0;
}

}  // namespace holdpoint::host
