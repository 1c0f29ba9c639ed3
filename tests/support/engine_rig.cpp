// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine_rig.h"

#include "core/base/check.h"
#include "core/flow/exception.h"
#include "core/flow/stock.h"
#include "core/model/fact_codec.h"
#include "core/orders/apply.h"

namespace holdpoint::test {
namespace {

const std::vector<std::string> NodeNames{"east", "north", "west"};

class Collect final : public engine::StepSink {
public:
    void step(const engine::Step& step) override
    {
        auto body = decodeStep(step.body);
        HP_CHECK(body.has_value());
        steps.emplace_back(step.seq, std::move(*body));
    }
    std::vector<std::pair<Seq, StepBody>> steps;
};

std::vector<lab::VendorOptions> vendorOptions(const RigOptions& options)
{
    std::vector<lab::VendorOptions> vendors;
    const auto add = [&](const std::string& name, lab::VendorKind kind) {
        lab::VendorOptions v;
        v.name = name;
        v.kind = kind;
        v.latency = options.latency;
        v.fulfilAfter = options.shipAfter;
        v.seed = options.seed;
        v.forgetsEarlyCancel = options.forgetsEarlyCancel;
        vendors.push_back(v);
    };
    for (const std::string& node : NodeNames)
        add("wms-" + node, lab::VendorKind::Warehouse);
    add("pay", lab::VendorKind::Payment);
    add("carrier", lab::VendorKind::Carrier);
    add("shop", lab::VendorKind::Shop);
    add("legacy", lab::VendorKind::Legacy);
    return vendors;
}

VendorProfile profile(Dictionary& names, const std::string& name, FeederSystem system)
{
    VendorProfile p;
    p.name = names.intern<NameKind::Vendor>(name);
    p.system = system;
    return p;
}

}  // namespace

EngineRig::EngineRig(RigOptions options) : options_(std::move(options)), rng_(options_.seed)
{
    sqlite_ = std::make_unique<store::SqliteStore>(storeOptions());
    faulty_ = std::make_unique<FaultyStore>(*sqlite_);
    auto vendors = lab::InProcess::open(vendorOptions(options_), options_.books);
    HP_CHECK(vendors.has_value());
    vendors_ = std::move(*vendors);
    vendors_->advance(clock_.steady());
    publisher_.next = options_.publisher;
    if (options_.wrapStore)
        wrappedStore_ = options_.wrapStore(*faulty_);
    if (options_.wrapDispatcher)
        wrappedVendors_ = options_.wrapDispatcher(*vendors_);
    start();
}

EngineRig::~EngineRig() = default;

Policy EngineRig::policy(Dictionary& names) const
{
    Policy p;
    p.checkStaleness = false;
    p.paymentRule = options_.paymentRule;
    p.unknownLines = options_.unknownLines;
    std::int64_t cost = 100;
    for (const std::string& node : NodeNames) {
        p.vendors.push_back(profile(names, "wms-" + node, FeederSystem::Wms));
        NodeProfile n;
        n.name = names.intern<NameKind::Node>(node);
        n.vendor = p.vendors.back().name;
        n.defaultCost = cost;
        cost += 100;
        p.nodes.push_back(n);
    }
    const auto add = [&](bool wanted, const std::string& name, FeederSystem system, VendorName& slot) {
        p.vendors.push_back(profile(names, name, system));
        if (wanted)
            slot = p.vendors.back().name;
    };
    add(options_.payment, "pay", FeederSystem::Payment, p.payment);
    add(options_.carrier, "carrier", FeederSystem::Shipping, p.carrier);
    add(options_.shop, "shop", FeederSystem::Shop, p.shop);
    add(options_.legacy, "legacy", FeederSystem::Oms, p.legacy);
    if (options_.adjust)
        options_.adjust(p, names);
    return p;
}

void EngineRig::start()
{
    for (bool started = false; !started;)
        try {
            startOnce();
            started = true;
        } catch (const CrashNow&) {
            ++crashes_;
            crash();
        }
}

void EngineRig::startOnce()
{
    engine::Store& store = wrappedStore_ ? *wrappedStore_ : *faulty_;
    engine::Dispatcher& out = wrappedVendors_ ? *wrappedVendors_ : *vendors_;
    engine_ = std::make_unique<engine::Engine>(
        engine::Engine::World{store, clock_, rng_, out, publisher_, crashPoint_},
        [this](Dictionary& names) { return policy(names); }, options_.engine);
    const auto started = engine_->start();
    if (!started)
        throw std::runtime_error(started.error().detail);
    more_ = true;
}

void EngineRig::crash()
{
    engine_.reset();
    vendors_->loseAnswers();
    if (options_.onDeath)
        options_.onDeath();
}

std::unique_ptr<engine::Engine> EngineRig::pause()
{
    auto paused = std::move(engine_);
    if (options_.onDeath)
        options_.onDeath();
    start();
    return paused;
}

std::string EngineRig::event(const std::string& type, const std::string& number, const std::string& data,
                             const std::string& id, const std::string& time) const
{
    const std::string name = id.empty() ? "e" + std::to_string(++eventNumber_) : id;
    const std::string at = time.empty() ? toText(clock_.steady()) : time;
    return R"({"specversion":"1.0","id":")" + name + R"(","source":"shop","type":")" + type +
           R"(","subject":")" + number + R"(","time":")" + at + R"(","data":)" + data + "}";
}

std::string EngineRig::placed(const std::string& number, const std::vector<RigLine>& lines,
                              const std::string& total) const
{
    std::string list;
    for (const RigLine& line : lines)
        list += (list.empty() ? "" : ",") + std::string(R"({"line":)") + std::to_string(line.line) +
                R"(,"sku":")" + line.sku + R"(","units":)" + std::to_string(line.units) + R"(,"price":")" +
                line.price + R"("})";
    return event("order.placed", number,
                 R"({"channel":"web","region":"eu","currency":"EUR","total":")" + total + R"(","lines":[)" +
                     list + "]}");
}

std::string EngineRig::authorised(const std::string& number, const std::string& amount) const
{
    return event("payment.authorised", number,
                 R"({"payment":1,"id":"auth-)" + number + R"(","method":"card","amount":")" + amount +
                     R"(","currency":"EUR"})");
}

std::string EngineRig::cancelAsked(const std::string& number) const
{
    return event("order.cancel_asked", number, R"({"id":"wish-)" + number + R"(","reason":"changed_mind"})");
}

std::string EngineRig::shipped(const std::string& number, int leg) const
{
    return event("shipment.shipped", number,
                 R"({"leg":)" + std::to_string(leg) + R"(,"id":"parcel-)" + std::to_string(leg) + R"("})");
}

void EngineRig::fail(const std::string& vendor, lab::FaultKind kind, std::optional<Operation> operation,
                     std::int64_t times, bool asks)
{
    lab::Fault fault;
    fault.kind = kind;
    fault.operation = operation;
    fault.times = times;
    fault.asks = asks;
    vendors_->find(vendor)->faults().add(fault);
}

std::string EngineRig::counted(const std::string& node, const std::string& sku, int units, int version) const
{
    return event("stock.counted", node,
                 R"({"counts":[{"sku":")" + sku + R"(","units":)" + std::to_string(units) + R"(,"version":)" +
                     std::to_string(version) + "}]}");
}

engine::TurnResult EngineRig::turnUntilDurable(std::vector<engine::Input> inputs)
{
    for (;;) {
        std::vector<engine::Input> copy = inputs;
        try {
            auto result = engine_->turn(copy);
            if (!result)
                throw std::runtime_error(result.error().detail);
            if (result->durability == engine::Durability::durable)
                return std::move(*result);
            if (++repeats_ > options_.patience)
                throw std::runtime_error("not committed, again and again");
        } catch (const CrashNow&) {
            ++crashes_;
            crash();
            start();
            std::erase_if(
                inputs, [](const engine::Input& i) { return std::holds_alternative<VendorAnswer>(i.body); });
        }
    }
}

void EngineRig::note(const std::vector<engine::Input>& inputs)
{
    for (const engine::Input& input : inputs)
        if (const auto* event = std::get_if<engine::EventBytes>(&input.body))
            sent_.push_back(event->bytes);
}

std::vector<engine::Outcome> EngineRig::turn(std::vector<engine::Input> inputs)
{
    note(inputs);
    engine::TurnResult result = turnUntilDurable(std::move(inputs));
    more_ = result.more || result.frame != 0;
    nextDue_ = result.nextDue;
    return std::move(result.outcomes);
}

engine::Outcome EngineRig::post(const std::string& bytes, Lane lane, std::uint32_t batch)
{
    engine::Input input;
    input.body = engine::EventBytes{bytes, lane, batch};
    std::vector<engine::Input> inputs;
    inputs.push_back(std::move(input));
    auto outcomes = turn(std::move(inputs));
    return outcomes.empty() ? engine::Outcome{} : outcomes.front();
}

engine::Outcome EngineRig::command(const std::string& what, EntityId object, const std::string& argument,
                                   std::uint32_t number, Role role)
{
    engine::CommandInput c;
    c.role = role;
    c.what = what;
    c.object = object;
    c.argument = argument;
    c.number = number;
    return deliver(std::move(c));
}

engine::Outcome EngineRig::give(engine::CommandInput command)
{
    if (command.role == Role::Viewer)
        command.role = Role::Engineer;
    return deliver(std::move(command));
}

engine::Outcome EngineRig::deliver(engine::CommandInput c)
{
    c.key = "c" + std::to_string(++commandNumber_);
    c.actor = "ada";
    engine::Input input;
    input.body = std::move(c);
    std::vector<engine::Input> inputs;
    inputs.push_back(std::move(input));
    auto outcomes = turn(std::move(inputs));
    return outcomes.empty() ? engine::Outcome{} : outcomes.front();
}

void EngineRig::stockUp(const std::string& sku, int units)
{
    for (const std::string& node : NodeNames)
        post(counted(node, sku, units));
}

void EngineRig::pump()
{
    vendors_->advance(clock_.steady());
    std::vector<engine::Input> inputs;
    for (VendorAnswer& answer : vendors_->takeAnswers()) {
        engine::Input& input = inputs.emplace_back();
        input.body = std::move(answer);
    }
    const auto webhooks = vendors_->takeWebhooks();
    for (const lab::Webhook& webhook : webhooks) {
        engine::Input& input = inputs.emplace_back();
        input.body = engine::EventBytes{webhook.bytes, Lane::Live, 0};
    }
    const bool due = nextDue_ <= engine_->now();
    if (inputs.empty() && !more_ && !due)
        return;
    turn(std::move(inputs));
    for (const lab::Webhook& webhook : webhooks)
        vendors_->delivered(webhook);
}

void EngineRig::settle()
{
    for (int quiet = 0, rounds = 0; quiet < 2; ++rounds) {
        HP_CHECK(rounds < 10'000);  // something talks to itself
        const Seq before = engine_->lease().lastSeq;
        pump();
        quiet = engine_->lease().lastSeq == before ? quiet + 1 : 0;
    }
}

void EngineRig::pass(Milliseconds time)
{
    settle();
    const Instant end = clock_.steady() + time;
    while (clock_.steady() < end) {
        const Instant now = clock_.steady();
        const Instant due = nextDue_ == Never ? Never : now + (nextDue_ - engine_->now());
        const Instant next = std::max(std::min(vendors_->nextDue(), due), now + Milliseconds{1});
        clock_.advance(std::min(next, end) - now);
        settle();
    }
}

EntityId EngineRig::idOf(const std::string& text, const std::string& space)
{
    const auto giver = engine_->names().find<NameKind::Producer>(space);
    const engine::KeyRow wanted[] = {{giver, text, {}}};
    EntityId found[1];
    HP_CHECK(faulty_->resolve(engine_->lease(), wanted, found).has_value());
    return found[0];
}

std::vector<StepBody> EngineRig::steps(EntityId id)
{
    Collect collect;
    const EntityId ids[] = {id};
    HP_CHECK(faulty_->load(engine_->lease(), ids, collect).has_value());
    std::vector<StepBody> all;
    for (auto& [seq, step] : collect.steps)
        all.push_back(std::move(step));
    return all;
}

namespace {

template <typename T, typename Apply>
T folded(FaultyStore& store, const engine::Lease& lease, EntityId id, Apply apply)
{
    Collect collect;
    const EntityId ids[] = {id};
    HP_CHECK(store.load(lease, ids, collect).has_value());
    T entity;
    entity.id = id;
    for (auto& [seq, step] : collect.steps)
        apply(entity, step, seq);
    return entity;
}

}  // namespace

Order EngineRig::order(EntityId id)
{
    return folded<Order>(*faulty_, engine_->lease(), id,
                         [](Order& o, const StepBody& s, Seq seq) { orders::applyStep(o, s, seq); });
}

ExceptionItem EngineRig::exception(EntityId orderId)
{
    return folded<ExceptionItem>(
        *faulty_, engine_->lease(), orderId.with(EntityKind::Exception),
        [](ExceptionItem& x, const StepBody& s, Seq seq) { flow::applyStep(x, s, seq); });
}

Reservation EngineRig::reservation(EntityId id)
{
    return folded<Reservation>(
        *faulty_, engine_->lease(), id,
        [](Reservation& r, const StepBody& s, Seq seq) { flow::applyStep(r, s, seq); });
}

std::string EngineRig::facts(EntityId id)
{
    std::string names;
    for (const StepBody& step : steps(id))
        for (const Fact& fact : step.facts)
            names += (names.empty() ? "" : " ") + std::string(nameOfKind(kindOf(fact)));
    return names;
}

int EngineRig::inBooks(const std::string& vendor, Operation operation, const std::string& number)
{
    int count = 0;
    for (const auto& [key, entry] : vendors_->find(vendor)->book().entries())
        if (entry.row.effect && entry.row.operation == operation && entry.row.order == number)
            ++count;
    return count;
}

std::int64_t EngineRig::available(const std::string& node, const std::string& sku)
{
    const Position* p = engine_->entities().stock().find(engine_->names().find<NameKind::Node>(node),
                                                         engine_->names().find<NameKind::Sku>(sku));
    return p ? p->available() : 0;
}

std::int64_t EngineRig::onHand(const std::string& node, const std::string& sku)
{
    const Position* p = engine_->entities().stock().find(engine_->names().find<NameKind::Node>(node),
                                                         engine_->names().find<NameKind::Sku>(sku));
    return p ? p->onHand() : 0;
}

}  // namespace holdpoint::test
