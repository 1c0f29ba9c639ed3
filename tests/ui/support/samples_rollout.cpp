// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/samples.h"

#include <cmath>

namespace holdpoint::ui::sample {
namespace {

using namespace session;
using holdpoint::GateVerdict;
using holdpoint::InconclusiveReason;

const char* const CaWest = "CA-West · web · standard";

SliceRow slice(const char* name, int weight, std::int64_t orders, std::int64_t exceptions, SliceState state)
{
    SliceRow row;
    row.name = name;
    row.selector = "region:US-CA channel:web sku_class:standard";
    row.weightBp = weight;
    row.observedShare = weight / 10'000.0 + 0.0004;
    row.canaryOrders = orders;
    row.controlOrders = orders * 19;
    row.exceptionsOpen = exceptions;
    row.inFlight = orders / 20;
    row.state = state;
    row.suitability = 85;
    row.ordersPerDay = 3'810;
    row.valuePerDay = 41'220'000;
    row.pastExceptionRate = 0.009;
    row.against = {"volatile"};
    row.notContained = {"carrier: FedEx", "currency: CAD", "SKU class: bulky"};
    return row;
}

std::vector<SliceRow> slices()
{
    SliceRow west = slice(CaWest, 500, 4'133, 31, SliceState::Paused);
    west.errorsDelta = 0.034, west.p95Delta = Milliseconds{210};
    west.verdict = StepVerdict::NoGo, west.deciding = "downstream_err";
    west.cutOut = {"node: WMS-East", "sku_class: bulky"};
    SliceRow market = slice("CA-West · marketplace", 100, 812, 2, SliceState::Open);
    market.errorsDelta = 0.001, market.p95Delta = Milliseconds{20};
    market.verdict = StepVerdict::Go, market.reason = InconclusiveReason::None;
    SliceRow bulky = slice("Rockies · web · bulky", 100, 266, 0, SliceState::Open);
    bulky.errorsDelta = -0.002, bulky.p95Delta = Milliseconds{-50};
    bulky.verdict = StepVerdict::Inconclusive, bulky.reason = InconclusiveReason::MinSample;
    SliceRow gulf = slice("Gulf · web · standard", 0, 0, 0, SliceState::Waiting);
    gulf.controlOrders = 0;
    gulf.observedShare.reset();
    return {west, market, bulky, gulf};
}

GateRow gate(const char* id, Stage stage, const char* unit, double canary, double control)
{
    GateRow g;
    g.id = g.metric = id;
    g.slice = CaWest;
    g.kind = "absolute";
    g.stage = stage;
    g.owner = Function::Engineering;
    g.blocker = true;
    g.verdict = GateVerdict::Go;
    g.reason = InconclusiveReason::None;
    g.value = canary;
    g.unit = unit;
    g.compare = "le";
    g.sample = 4'133, g.least = 500;
    g.share = 0.05;
    g.blockers = 6;
    g.neededHarm = std::log(120.0), g.neededSafe = std::log(20.0);
    g.logESafe = std::log(61.0);
    g.window = Milliseconds{900'000};
    g.watermark = before(42);
    g.canary = {4'133, static_cast<std::int64_t>(canary * 4'133), canary, {}};
    g.control = {78'527, static_cast<std::int64_t>(control * 78'527), control, {}};
    return g;
}

void spread(GateRow& g, double low, double middle, double high, double worst)
{
    g.differenceLow = low, g.difference = middle, g.differenceHigh = high, g.worstAllowed = worst;
}

GateRow downstream()
{
    GateRow g = gate("downstream_err", Stage::Handoff, "%", 0.0371, 0.0033);
    g.kind = "relative";
    g.verdict = GateVerdict::NoGo;
    g.value = 4.4, g.low = 1.58, g.high = 12.9, g.threshold = 2.0;
    g.failures = 40, g.canaryFailures = 14, g.share = 0.1;
    g.logEHarm = std::log(294.0);
    g.ratioHarm = 1.25, g.ratioSafe = 2.0;
    spread(g, 0.026, 0.034, 0.042, 0.010);
    return g;
}

std::vector<GateRow> gates()
{
    GateRow acceptance = gate("acceptance", Stage::Intake, "%", 0.0058, 0.0049);
    acceptance.threshold = 0.01;
    acceptance.low = 0.0041, acceptance.high = 0.0079;
    spread(acceptance, -0.0025, -0.0005, 0.0015, 0.005);
    GateRow latency = gate("latency.p95", Stage::Decisioning, "s", 1.84, 1.63);
    latency.kind = "point", latency.threshold = 2.0;
    latency.canary.p95 = Milliseconds{1'840}, latency.control.p95 = Milliseconds{1'630};
    spread(latency, 0, 0.21, 0.42, 0.52);
    GateRow handoff = gate("latency.p95", Stage::Handoff, "s", 1.62, 0.88);
    handoff.kind = "point", handoff.threshold = 1.0;
    handoff.canary.p95 = Milliseconds{1'620}, handoff.control.p95 = Milliseconds{880};
    handoff.verdict = GateVerdict::NoGo;
    handoff.blocker = false;
    spread(handoff, 0.47, 0.74, 1.05, 0.39);
    GateRow manual = gate("exceptions", Stage::Decisioning, "%", 0.011, 0.0094);
    manual.threshold = 0.02, manual.owner = Function::Support;
    spread(manual, -0.0024, 0.0016, 0.0055, 0.008);
    GateRow stock = gate("inv_mismatch", Stage::Allocation, "%", 0.0018, 0.0020);
    stock.threshold = 0.005, stock.owner = Function::Operations;
    spread(stock, -0.0018, -0.0002, 0.0012, 0.003);
    GateRow split = gate("split_cost", Stage::Allocation, "%", 0.118, 0.112);
    split.blocker = false, split.owner = Function::Commerce, split.threshold = 0.15;
    split.verdict = GateVerdict::Inconclusive, split.reason = InconclusiveReason::MinSample;
    split.sample = 266;
    spread(split, -0.006, 0.006, 0.02, 0.02);
    return {downstream(), acceptance, latency, handoff, manual, stock, split};
}

std::vector<StepRow> steps()
{
    const auto step = [](int number, Phase phase, int weight, int begunMinutes, int endedMinutes) {
        StepRow row;
        row.number = number, row.phase = phase, row.weightBp = weight;
        row.slices = {CaWest};
        if (begunMinutes > 0)
            row.begun = before(begunMinutes * 60), row.by = "K. Osei";
        if (endedMinutes > 0)
            row.ended = before(endedMinutes * 60);
        return row;
    };
    std::vector<StepRow> all{step(1, Phase::Shadow, 0, 8'000, 2'000), step(2, Phase::Canary, 100, 1'500, 12),
                             step(3, Phase::Canary, 500, 0, 0),       step(4, Phase::Expand, 2'500, 0, 0),
                             step(5, Phase::Expand, 5'000, 0, 0),     step(6, Phase::Full, 10'000, 0, 0)};
    all[2].begun = before(587), all[2].by = "K. Osei";
    all[2].capOrdersPerHour = 900;
    return all;
}

ActRow act(const char* what, bool allowed, const char* why = "", std::vector<std::string> unmet = {})
{
    return {what, allowed, why, std::move(unmet), {"commander"}};
}

PollCard poll()
{
    PollCard card;
    card.open = true;
    card.step = 4;
    card.opened = before(220), card.closes = now() + Milliseconds{680'000};
    const auto vote = [](Function seat, const char* who, std::optional<Vote> said, const char* words,
                         int ago) {
        VoteRow row;
        row.seat = seat, row.holder = who, row.vote = said, row.words = words;
        if (said)
            row.by = who, row.at = before(ago);
        return row;
    };
    VoteRow operations = vote(Function::Operations, "L. Haddad", Vote::Go, "", 200);
    operations.old = true, operations.oldBecause = "evidence";
    card.votes = {vote(Function::Engineering, "D. Chen", Vote::NoGo, "wms-west 11.8 % errors", 178),
                  operations, vote(Function::Commerce, "A. Ruiz", Vote::Go, "promise dates match", 190),
                  vote(Function::Support, "m.osei", {}, "", 0)};
    return card;
}

RolloutEvent event(int secondsAgo, const char* what, const char* subject, const char* by, int row = 0)
{
    return {static_cast<Seq>(90'000 - secondsAgo), before(secondsAgo), what, subject, by, "", row};
}

std::vector<PartLine> lines(std::initializer_list<PartLine> all) { return all; }

}  // namespace

RolloutBoard rolloutBoard()
{
    RolloutBoard b;
    b.rollout = EntityId(1, 0, EntityKind::Rollout);
    b.version = 41;
    b.name = "NA-West wholesale";
    b.salt = "7c1e";
    b.plan = "{\n  \"name\": \"NA-West wholesale\",\n  \"steps\": []\n}\n";
    b.state = RolloutState::PausedExpansion;
    b.position = "paused_expansion";
    b.live = true;
    b.step = 3;
    b.phase = Phase::Canary;
    b.since = before(154);
    b.pausedBecause = "a1";
    b.baked = Milliseconds{50 * 60'000}, b.bakeLeast = Milliseconds{60 * 60'000};
    b.bakeMost = Milliseconds{5 * 24 * 3'600'000LL};
    b.verdict = StepVerdict::NoGo;
    b.steps = steps();
    b.slices = slices();
    b.gates = gates();
    b.poll = poll();
    b.command.commander = "m.osei", b.command.deputy = "P. Lind";
    b.command.owners = {"D. Chen", "L. Haddad", "A. Ruiz", "m.osei"};
    b.acts = {act("stop_intake", true),
              act("stop_growth", false, "illegal"),
              act("narrow", true),
              act("resume", false, "conditions", {"no_active_trigger", "cooldown"}),
              act("reopen_intake", false, "illegal"),
              act("step_back", true),
              act("commit_step", false, "conditions", {"poll_go_or_override"}),
              act("roll_back", true),
              act("rehearse", true),
              act("offer_command", true),
              act("vote", true),
              act("override", true)};
    for (ActRow& row : b.acts)
        if (row.what == "vote" || row.what == "stop_intake" || row.what == "narrow")
            row.who.clear();
    b.findings = {
        {"cannot_conclude", false, 4, "split_cost", 0, 0, now() + Milliseconds{9LL * 86'400'000}, ""},
        {"drill_too_old", true, 0, "", 9, 7, Never, ""}};
    b.checklist = {{"rollback_plan", "pre_launch", true, false, "signed by 3 of 4", "", Never},
                   {"event_schema", "pre_launch", false, true, "minutes of 17 Nov", "m.osei", before(90'000)},
                   {"idempotent_writes", "pre_launch", false, false, "", "", Never}};
    b.triggers = {{Trigger::A1, before(154), "downstream_err", "pause_expansion"}};
    b.legacyOrders = 1'956, b.newOrders = 103;
    b.events = {event(154, "pause", "", "", 10), event(280, "breaker_open", "wms-west", ""),
                event(587, "commit", "5 %", "K. Osei", 5)};
    b.wayBack = {"orders_in_flight=214", "finish_here=61", "hand_back=140", "asking=13"};
    return b;
}

GateTrend gateTrend()
{
    GateTrend t;
    t.gate = "downstream_err", t.slice = CaWest;
    t.threshold = 0.01, t.unit = "%";
    for (int i = 0; i < 31; ++i) {
        GateTrend::Point p;
        p.minute = before((30 - i) * 60);
        const double noise = (i * 7 % 5 - 2) * 0.0004;
        const double rise = i < 24 ? 0 : std::min((i - 24) * 0.0082, 0.031);
        if (i < 8 || i > 10) {
            p.canary = 0.0038 + noise + rise;
            p.canaryLow = std::max(*p.canary - 0.0014, 0.0), p.canaryHigh = *p.canary + 0.0014;
            p.control = 0.0035 - noise / 2;
        }
        t.points.push_back(p);
    }
    t.marks = {event(960, "commit", "5 %", "K. Osei", 5), event(316, "breaker_open", "wms-west", ""),
               event(195, "pause", "", "", 10)};
    return t;
}

RollbackCard rollbackPlan()
{
    RollbackCard card = rollback();
    card.rehearsal = true;
    card.running = false;
    card.job = {};
    card.started = Never;
    card.planMade = before(2);
    card.stop = {};
    card.by.clear();
    card.remaining = card.inFlight;
    for (auto& part : card.parts)
        for (PartLine& line : part)
            line.done = line.failed = 0, line.note.clear();
    return card;
}

RollbackCard rollback()
{
    RollbackCard card;
    card.job = EntityId(12, 0, EntityKind::Job);
    card.running = true;
    card.started = before(72), card.planMade = before(91);
    card.by = "m.osei";
    card.stop.state = CommandState::Verified;
    card.stop.requested = before(72), card.stop.accepted = before(72), card.stop.effective = before(71);
    card.stop.verified = before(61);
    card.inFlight = 214, card.remaining = 94;
    card.expected = Milliseconds{240'000};
    card.parts[1] = lines({{"finish_here", 43, 61, 0, ""},
                           {"hand_back", 73, 140, 0, "accepted by legacy"},
                           {"asking", 4, 13, 0, "none retried"}});
    card.parts[2] = lines({{"release_reservations", 31, 31, 0, ""},
                           {"void_shipments", 2, 4, 0, ""},
                           {"refunds", 0, 2, 0, "waiting for Commerce"}});
    card.parts[3] = lines(
        {{"orders", 4'870, 8'116, 0, ""}, {"stock", 482, 1'204, 3, ""}, {"money", 4'870, 8'116, 0, ""}});
    card.cannotUndo = {
        {EntityId(8'841'207, 0, EntityKind::Order), "8841-207", "label_printed", "drain", "operations"}};
    return card;
}

}  // namespace holdpoint::ui::sample
