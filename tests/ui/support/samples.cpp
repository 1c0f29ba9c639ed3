// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/samples.h"

namespace holdpoint::ui::sample {
namespace {

using namespace session;

EntityId orderId(std::uint64_t n) { return {n, 0, EntityKind::Order}; }

Money dollars(std::int64_t cents) { return {cents, Currency::parse("USD").value()}; }

MetricCard metric(LaunchMetric kind, double value, double limit, bool atLeast, double wave)
{
    MetricCard card;
    card.metric = kind;
    card.value = value;
    card.limit = limit;
    card.atLeast = atLeast;
    card.n = 4'102;
    card.window = Milliseconds{600'000};
    card.asOf = before(0);
    card.verdict = GateVerdict::Go;
    card.reason = InconclusiveReason::None;
    for (std::size_t i = 0; i < TrendMinutes; ++i) {
        const auto step = static_cast<double>(i * 7 % 5) - 2;
        card.trend[i] = value + wave * step;
    }
    card.trend[TrendMinutes - 1] = value;
    return card;
}

StageCard stage(Stage at, std::int64_t perMinute, int p95, std::int64_t retries, std::int64_t failing)
{
    StageCard card;
    card.stage = at;
    card.perMinute = perMinute;
    card.p95 = Milliseconds{p95};
    card.retries = retries;
    card.failing = failing;
    card.waiting = failing / 2 + 3;
    card.left = 41'200 - 100 * static_cast<std::int64_t>(at);
    card.entered = card.left + card.waiting + card.failing;
    card.abnormal = card.firstOut = failing > 20;
    return card;
}

VendorCard vendor(const char* name, FeederSystem system, std::int64_t calls, std::int64_t errors, int p95)
{
    VendorCard card;
    card.vendor = name;
    card.system = system;
    card.calls = calls;
    card.errors = errors;
    card.p95 = Milliseconds{p95};
    card.lastGood = before(1);
    return card;
}

AlarmRow alarm(std::uint64_t id, AlarmKind kind, Priority priority, int secondsAgo)
{
    AlarmRow row;
    row.id = id;
    row.kind = kind;
    row.priority = priority;
    row.raised = before(secondsAgo);
    return row;
}

LogEntry command(const char* what, const char* actor, int secondsAgo, CommandState state, const char* reason)
{
    LogEntry entry;
    entry.seq = 90'000 - static_cast<Seq>(secondsAgo);
    entry.at = before(secondsAgo);
    entry.what = what;
    entry.actor = actor;
    entry.state = state;
    entry.reason = reason;
    return entry;
}

ExceptionRow item(std::uint64_t n, Priority priority, Stage at, const char* code, const char* vendorName,
                  int dueIn, const char* owner, ExceptionKind category, FailureClass cls)
{
    ExceptionRow row;
    row.about = orderId(n);
    row.id = row.about.with(EntityKind::Exception);
    row.priority = priority;
    row.stage = at;
    row.code = code;
    row.vendor = vendorName;
    row.node = vendorName;
    row.due = now() + Milliseconds{dueIn * 1'000};
    row.opened = before(316);
    row.assignee = owner;
    row.category = category;
    row.cls = cls;
    row.region = "US-CA";
    row.channel = "shop-na";
    row.value = dollars(18'450);
    row.group = n % 7 + 1;
    row.problems = 1;
    return row;
}

AttemptText attempt(std::uint16_t n, int startMs, int tookMs, int waitedMs, AttemptOutcome outcome,
                    const char* code, std::uint16_t status)
{
    AttemptText a;
    a.seq = 4U + n;  // of its entry in the timeline
    a.attempt = n;
    a.start = before(340) + Milliseconds{startMs};
    a.end = a.start + Milliseconds{tookMs};
    a.waited = Milliseconds{waitedMs};
    a.outcome = outcome;
    a.cls = FailureClass::Transport;
    a.code = code;
    a.status = status;
    return a;
}

TimelineEntry entry(Seq seq, int ms, const char* type, const char* producer, const char* fact,
                    std::vector<std::pair<std::string, std::string>> fields)
{
    TimelineEntry e;
    e.seq = seq;
    e.entity = orderId(88'213);
    e.at = before(340) + Milliseconds{ms};
    e.type = type;
    e.producer = producer;
    e.input = producer[0] == 0 ? InputKind::Internal : InputKind::Event;
    e.correlation = "0af7651916cd43dd8448eb211c80319c";
    e.facts.push_back({fact, 0, e.at, std::move(fields)});
    return e;
}

DecisionText decision()
{
    DecisionText d;
    d.rules = 3;
    d.lines = {{1, "8831", 1}, {2, "2204", 1}};
    CandidateText west;
    west.node = "WMS-West", west.vendor = "wms-west", west.cost = 410, west.capacityLeft = 212;
    west.offers = {{14, 2'000, 60'000}, {6, 2'000, 60'000}};
    CandidateText east = west;
    east.node = "WMS-East", east.vendor = "wms-east", east.cost = 600, east.lost = LossReason::Costlier;
    CandidateText south = west;
    south.node = "WMS-South", south.vendor = "wms-south", south.lost = LossReason::NotEnough;
    south.offers = {{0, 9'000, 60'000}, {1, 9'000, 60'000}};
    d.candidates = {west, east, south};
    d.legs = {{"WMS-West", "wms-west", d.lines}};
    return d;
}

Timeline timeline()
{
    Timeline t;
    t.asOf.at = now();
    t.about = orderId(88'213);
    t.number = "4C-88213";
    t.entries = {
        entry(1, 114, "order.placed", "shop-na", "placed", {{"value", "184.50 USD"}, {"channel", "shop-na"}}),
        entry(2, 131, "", "", "decision", {{"rules", "3"}}),
        entry(3, 163, "", "", "stock", {{"state", "granted"}, {"node", "WMS-West"}}),
        entry(4, 170, "", "", "effect_planned", {{"operation", "ship"}, {"vendor", "wms-west"}}),
        entry(5, 3'170, "", "", "attempt", {{"outcome", "outcome_unknown"}}),
        entry(6, 4'402, "", "", "attempt", {{"status", "503"}, {"class", "transport"}}),
        entry(7, 13'020, "", "", "attempt", {{"status", "503"}, {"class", "transport"}}),
        entry(8, 13'021, "", "", "problem", {{"code", "attempts_exhausted_ship"}})};
    t.entries[1].decision = decision();
    EffectText ship;
    ship.key = "hp:4C-88213:ship:1";
    ship.ref = {Operation::Ship, 1, 1};
    ship.vendor = "wms-west";
    ship.planned = before(340) + Milliseconds{170};
    ship.contract = 3;
    ship.attempts = {attempt(1, 170, 3'000, 0, AttemptOutcome::OutcomeUnknown, "timeout", 0),
                     attempt(2, 4'402, 120, 1'232, AttemptOutcome::NotSent, "503", 503),
                     attempt(3, 13'020, 90, 8'498, AttemptOutcome::NotSent, "503", 503)};
    ship.next = now() + Milliseconds{41'000};
    ship.state = EffectState::Unknown;
    t.effects = {ship};
    return t;
}

IntegrationRules rules(const char* vendorName, FeederSystem system)
{
    IntegrationRules r;
    r.vendor = vendorName;
    r.system = system;
    r.retryBase = Milliseconds{1'000}, r.retryCap = Milliseconds{60'000}, r.attempts = 8;
    r.callTimeout = Milliseconds{10'000}, r.firstQuestion = Milliseconds{5'000},
    r.unknownLimit = Milliseconds{600'000};
    r.concurrentCalls = 8;
    r.escalation = "Operations";
    return r;
}

}  // namespace

Instant now() { return parseInstant("2026-11-18T14:31:42.000Z").value(); }

Instant before(int seconds) { return now() - Milliseconds{seconds * 1'000LL}; }

Board emptyBoard()
{
    Board b;
    for (std::size_t i = 0; i < b.metrics.size(); ++i)
        b.metrics[i].metric = static_cast<LaunchMetric>(i);
    for (std::size_t i = 0; i < b.stages.size(); ++i)
        b.stages[i].stage = static_cast<Stage>(i);
    return b;
}

Board board()
{
    Board b;
    b.launchStart = before(43 * 60);
    b.metrics = {metric(LaunchMetric::Acceptance, 99.42, 99.0, true, 0.05),
                 metric(LaunchMetric::OrchestrationLatency, 412, 1'000, false, 30),
                 metric(LaunchMetric::DownstreamErrors, 3.71, 2.00, false, 0.1),
                 metric(LaunchMetric::InventoryMismatch, 0.18, 0.50, false, 0.02),
                 metric(LaunchMetric::QueueBacklog, 214, 500, false, 12)};
    MetricCard& errors = b.metrics[2];
    errors.verdict = GateVerdict::NoGo;
    for (std::size_t i = 0; i < TrendMinutes; ++i)
        errors.trend[i] =
            i < 24 ? 0.9 + 0.1 * static_cast<double>(i % 3) : 1.2 + 0.45 * static_cast<double>(i - 23);
    errors.trend[10] = errors.trend[11] = std::nullopt;
    errors.trend[TrendMinutes - 1] = 3.71;
    b.metrics[4].verdict = GateVerdict::Inconclusive;
    b.metrics[4].reason = InconclusiveReason::MinSample;
    b.metrics[4].changePerMinute = 9;
    b.stages = {stage(Stage::Intake, 412, 40, 0, 0),        stage(Stage::Decisioning, 411, 110, 2, 0),
                stage(Stage::Allocation, 409, 320, 6, 1),   stage(Stage::Handoff, 371, 1'620, 184, 31),
                stage(Stage::Confirmation, 366, 480, 9, 4), stage(Stage::Settlement, 365, 290, 3, 2)};
    b.vendors = {vendor("carrier-ups", FeederSystem::Shipping, 1'830, 9, 310),
                 vendor("pay-core", FeederSystem::Payment, 2'050, 4, 180),
                 vendor("wms-east", FeederSystem::Wms, 1'220, 2, 240),
                 vendor("wms-west", FeederSystem::Wms, 1'104, 212, 3'010)};
    b.vendors[0].breaches = 9, b.vendors[0].abnormal = true, b.vendors[0].exceptionsOpen = 9;
    VendorCard& west = b.vendors[3];
    west.unknown = 6, west.breaker = BreakerState::Open, west.abnormal = true, west.exceptionsOpen = 31;
    west.lastBad = before(2), west.lastGood = before(327);
    AlarmRow top = alarm(7, AlarmKind::DownstreamErrors, Priority::P1, 212);
    top.value = 3.71, top.limit = 2.00, top.stage = Stage::Handoff, top.vendor = "wms-west", top.orders = 31;
    top.firstOut = true;
    AlarmRow breaker = alarm(6, AlarmKind::BreakerOpen, Priority::P2, 205);
    breaker.vendor = "wms-west", breaker.orders = 31, breaker.stage = Stage::Handoff;
    AlarmRow breach = alarm(5, AlarmKind::ContractBreach, Priority::P2, 600);
    breach.vendor = "carrier-ups", breach.orders = 9, breach.state = AlarmState::Acknowledged;
    b.alarms = {top, breaker, breach};
    LogEntry raised;
    raised.at = before(212), raised.kind = LogEntry::Kind::AlarmRaised,
    raised.alarm = AlarmKind::DownstreamErrors;
    raised.priority = Priority::P1, raised.vendor = "wms-west", raised.value = 3.71;
    b.log = {
        command("stop_intake", "K. Osei", 154, CommandState::Verified, "wms-west returns 503 on handoff"),
        raised, command("assign", "M. Chen", 240, CommandState::Effective, ""),
        command("retry", "J. Park", 400, CommandState::Refused, "")};
    b.intake = {false, before(154), "K. Osei", 18};
    b.openByPriority = {1, 3, 12, 22};
    b.exceptionsOpen = 38;
    b.pastSla = 1;
    b.arrivedLastMinute = 14;
    b.closedLastMinute = 5;
    b.ordersPerMinute = 412;
    b.orders = 41'233;
    b.finished = 39'870;
    return b;
}

std::vector<ExceptionRow> exceptions()
{
    using K = ExceptionKind;
    using F = FailureClass;
    return {item(88'213, Priority::P1, Stage::Handoff, "attempts_exhausted_ship", "wms-west", 252, "M. Chen",
                 K::FailedOrder, F::Transport),
            item(88'190, Priority::P2, Stage::Confirmation, "contract_breach_book", "carrier-ups", 700, "",
                 K::ContractBreach, F::Validation),
            item(88'055, Priority::P2, Stage::Allocation, "stock_gone_after_handoff", "wms-west", 1'085,
                 "J. Park", K::MismatchedInventory, F::None),
            item(87'911, Priority::P2, Stage::Handoff, "cancel_refused", "wms-east", 1'351, "",
                 K::IncompleteCancellation, F::HardBusiness),
            item(87'702, Priority::P3, Stage::Settlement, "unpaid_after_shipping", "pay-core", 2'470,
                 "A. Ruiz", K::FailedOrder, F::HardBusiness),
            item(87'650, Priority::P3, Stage::Intake, "same_id_other_content", "shop-na", 3'168, "",
                 K::FailedOrder, F::Validation),
            item(87'501, Priority::P3, Stage::Decisioning, "unmapped_sku", "shop-na", 4'080, "",
                 K::FailedOrder, F::Validation),
            item(87'344, Priority::P3, Stage::Settlement, "refund_failed", "pay-core", 4'800, "",
                 K::FailedOrder, F::SoftBusiness),
            item(87'120, Priority::P4, Stage::Confirmation, "stuck_in_confirmation", "carrier-ups", 6'900, "",
                 K::DelayedConfirmation, F::None),
            item(86'004, Priority::P4, Stage::Intake, "newer_exists", "migration", 9'060, "",
                 K::BackfillProblem, F::None)};
}

std::vector<ExceptionRow> manyExceptions(std::size_t count)
{
    const std::vector<ExceptionRow> kinds = exceptions();
    std::vector<ExceptionRow> rows;
    rows.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        ExceptionRow row = kinds[i % kinds.size()];
        row.about = orderId(20'000 + i);
        row.id = row.about.with(EntityKind::Exception);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<GroupRow> groups()
{
    constexpr std::array<std::size_t, 10> Counts{31, 9, 6, 2, 4, 1, 3, 1, 11, 5};
    std::vector<GroupRow> rows;
    const std::vector<ExceptionRow> items = exceptions();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const ExceptionRow& e = items[i];
        rows.push_back({1'000 + i, Counts[i], e.priority, e.due, e.opened, e.category, e.stage, e.cls, e.code,
                        e.vendor, e.id});
    }
    return rows;
}

std::vector<OrderRow> orders()
{
    std::vector<OrderRow> rows;
    for (std::size_t i = 0; i < 40; ++i) {
        OrderRow row;
        row.id = orderId(88'213 - i);
        row.number = "4C-" + std::to_string(88'213 - i);
        row.producer = "shop-na";
        row.version = 8;
        row.place = i == 0 ? Place::Exception : static_cast<Place>(1 + i % 6);
        row.status = i == 0 ? OrderStatus::Requested : static_cast<OrderStatus>(1 + i % 8);
        row.created = before(340 + static_cast<int>(i) * 7);
        row.changed = before(200 + static_cast<int>(i) * 3);
        row.value = dollars(18'450 + static_cast<std::int64_t>(i) * 315);
        row.channel = "shop-na";
        row.region = i % 2 == 0 ? "US-CA" : "US-WA";
        row.vendor = i % 3 == 0 ? "wms-west" : "wms-east";
        row.flags = i == 0 ? 1U << static_cast<unsigned>(Flag::OutcomeUnknown) : 0U;
        rows.push_back(std::move(row));
    }
    return rows;
}

ExceptionDetail exceptionDetail()
{
    ExceptionDetail d;
    d.asOf.at = now();
    d.row = exceptions().front();
    d.version = 4;
    d.orderVersion = 8;
    d.orderNumber = "4C-88213";
    d.correlation = "0af7651916cd43dd8448eb211c80319c";
    d.verdict = {RetryVerdict::Unknown, "outcome_unknown", "hp:4C-88213:ship:1", "wms-west", Never};
    d.labels = {"vendor outage"};
    d.notes = {{before(120), "M. Chen", "Called wms-west: restart under way, back by 14:45."},
               {before(60), "J. Park", "14 of them are promised for tomorrow."}};
    d.changes = {{101, before(316), "opened", "", ""}, {110, before(240), "assigned", "M. Chen", "M. Chen"}};
    d.rules = rules("wms-west", FeederSystem::Wms);
    d.groupOpen = 31;
    d.similarOpen = 3;
    d.timeline = timeline();
    return d;
}

ExceptionDetail contractDetail()
{
    ExceptionDetail d = exceptionDetail();
    d.row = exceptions()[1];
    d.orderNumber = "4C-88190";
    ContractFailure failure;
    failure.vendor = "carrier-ups";
    failure.operation = "book";
    failure.version = 4;
    failure.breach = {"/data/promise_date", "string (date)", "null"};
    failure.firstSeen = before(600);
    failure.seen = before(316);
    failure.others = 8;
    failure.owner = "Engineering";
    d.contract = failure;
    d.verdict = {RetryVerdict::Futile, "same_answer_again", "hp:4C-88190:book:1", "carrier-ups", Never};
    d.rules = rules("carrier-ups", FeederSystem::Shipping);
    d.groupOpen = 9;
    return d;
}

OrderDetail orderDetail()
{
    OrderDetail d;
    d.asOf.at = now();
    d.row = orders().front();
    d.stage = Stage::Handoff;
    d.correlation = "0af7651916cd43dd8448eb211c80319c";
    d.region = "US-CA";
    d.payment = PaymentStatus::Authorised;
    d.promise = now() + Milliseconds{86'400'000};
    d.lines = {{1, "8831", 1, dollars(12'900), 0, "WMS-West", ShipmentRequest::Unknown, Fulfilment::None},
               {2, "2204", 1, dollars(5'550), 0, "WMS-West", ShipmentRequest::Unknown, Fulfilment::None}};
    d.decisions = {decision()};
    d.decidedAt = {before(340) + Milliseconds{131}};
    d.exception = exceptions().front();
    d.verdict = exceptionDetail().verdict;
    d.timeline = timeline();
    return d;
}

session::Contrast contrast()
{
    using session::Attribute;
    using session::Weight;
    session::Contrast contrast;
    contrast.failing = 31;
    contrast.passing = 600;
    contrast.sampled = true;
    contrast.from = before(1'500);
    contrast.to = before(300);
    contrast.rows = {{Attribute::Node, "west", 31, 31, 126, 600, Weight::Sure},
                     {Attribute::Region, "ca-west", 21, 31, 72, 600, Weight::Sure},
                     {Attribute::Lines, "several", 18, 31, 330, 600, Weight::Chance}};
    return contrast;
}

}  // namespace holdpoint::ui::sample
