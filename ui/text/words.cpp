// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words.h"

#include "ui/text/translate.h"

#include <array>

namespace holdpoint::ui {
namespace {

/// One word for each value: a table that is too short or too long does not compile.
template <typename E>
using Table = std::array<const char*, CountOf<E>>;

template <typename E>
QString pick(const Table<E>& table, E value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < table.size() ? words(table[index]) : QString();
}

#define W QT_TRANSLATE_NOOP

constexpr Table<Stage> Stages{W("words", "Intake"),  W("words", "Decisioning"),  W("words", "Allocation"),
                              W("words", "Handoff"), W("words", "Confirmation"), W("words", "Settlement")};
constexpr Table<Place> Places{W("words", "awaited"),    W("words", "intake"),  W("words", "decisioning"),
                              W("words", "allocation"), W("words", "handoff"), W("words", "confirmation"),
                              W("words", "settlement"), W("words", "held"),    W("words", "finished"),
                              W("words", "with legacy")};
constexpr Table<OrderStatus> Statuses{
    W("words", "awaited"),        W("words", "accepted"),  W("words", "decided"),
    W("words", "reserved"),       W("words", "requested"), W("words", "with the warehouse"),
    W("words", "partly shipped"), W("words", "shipped"),   W("words", "delivered"),
    W("words", "cancelled"),      W("words", "returned"),  W("words", "handed back to legacy")};
constexpr Table<Flag> Flags{W("words", "unpaid"),          W("words", "on hold"),
                            W("words", "backordered"),     W("words", "contradicted"),
                            W("words", "outcome unknown"), W("words", "kept here, not started"),
                            W("words", "lines unknown")};
constexpr Table<FailureClass> Classes{W("words", "none"),          W("words", "transport"),
                                      W("words", "validation"),    W("words", "soft business"),
                                      W("words", "hard business"), W("words", "unclassified")};
constexpr Table<AttemptOutcome> Outcomes{
    W("words", "done"),     W("words", "already processed"),  W("words", "in progress"),
    W("words", "not sent"), W("words", "failed for certain"), W("words", "outcome unknown")};
constexpr Table<PaymentStatus> Payments{W("words", "none"),       W("words", "pending"),
                                        W("words", "authorised"), W("words", "partly captured"),
                                        W("words", "captured"),   W("words", "partly refunded"),
                                        W("words", "refunded"),   W("words", "failed")};
constexpr Table<ShipmentRequest> Requests{
    W("words", "none"),         W("words", "planned"),         W("words", "asked"),
    W("words", "accepted"),     W("words", "refused"),         W("words", "unknown"),
    W("words", "cancel asked"), W("words", "cancel accepted"), W("words", "cancel refused")};
constexpr Table<Fulfilment> Fulfilments{W("words", "none"), W("words", "picked"), W("words", "shipped"),
                                        W("words", "delivered"), W("words", "lost")};
constexpr Table<HoldReason> Holds{W("words", "awaiting payment"),
                                  W("words", "fraud risk"),
                                  W("words", "incorrect address"),
                                  W("words", "out of stock"),
                                  W("words", "unknown delivery date"),
                                  W("words", "awaiting return"),
                                  W("words", "post-purchase offer"),
                                  W("words", "stale stock"),
                                  W("words", "unmapped code"),
                                  W("words", "operator"),
                                  W("words", "other")};
constexpr Table<OrderOwner> Owners{W("words", "legacy"), W("words", "new"), W("words", "being handed back")};
constexpr Table<Lane> Lanes{W("words", "live"),     W("words", "shadow"), W("words", "parallel"),
                            W("words", "backfill"), W("words", "drill"),  W("words", "observe")};
constexpr Table<FeederSystem> Systems{W("words", "eCommerce"),
                                      W("words", "ERP"),
                                      W("words", "warehouse"),
                                      W("words", "OMS"),
                                      W("words", "payment authorisation"),
                                      W("words", "carrier")};
constexpr Table<ExceptionKind> Kinds{
    W("words", "failed order"),         W("words", "mismatched inventory"),
    W("words", "delayed confirmation"), W("words", "incomplete cancellation"),
    W("words", "duplicate effect"),     W("words", "reconciliation drift"),
    W("words", "contract breach"),      W("words", "backfill problem")};
constexpr Table<ExceptionState> ItemStates{W("words", "new"),
                                           W("words", "triaged"),
                                           W("words", "working"),
                                           W("words", "waiting for the engine"),
                                           W("words", "waiting for the vendor"),
                                           W("words", "waiting for the customer"),
                                           W("words", "resolved")};
constexpr Table<Resolution> Resolutions{W("words", "auto"),        W("words", "manual"),
                                        W("words", "compensated"), W("words", "sent to legacy"),
                                        W("words", "accepted"),    W("words", "written off")};
constexpr Table<RetryVerdict> Verdicts{W("words", "safe"), W("words", "done"), W("words", "futile"),
                                       W("words", "unsafe"), W("words", "unknown")};
constexpr Table<CommandState> CommandStates{
    W("words", "requested"), W("words", "accepted"), W("words", "effective"), W("words", "verified"),
    W("words", "refused"),   W("words", "failed"),   W("words", "unknown")};
constexpr Table<Role> Roles{
    W("words", "viewer"),   W("words", "support agent"), W("words", "support lead"),
    W("words", "ops lead"), W("words", "engineer"),      W("words", "commerce manager"),
    W("words", "auditor"),  W("words", "admin"),         W("words", "machine")};
constexpr Table<Operation> Operations{
    W("words", "ship request"), W("words", "ship cancel"), W("words", "capture"),
    W("words", "refund"),       W("words", "void"),        W("words", "booking"),
    W("words", "confirmation"), W("words", "hand-back"),   W("words", "booking cancel")};
constexpr Table<EffectState> EffectStates{W("words", "planned"),  W("words", "outcome unknown"),
                                          W("words", "done"),     W("words", "failed"),
                                          W("words", "not sent"), W("words", "suppressed")};
constexpr Table<EventDisposition> Dispositions{W("words", "accepted"), W("words", "already processed"),
                                               W("words", "waiting for an earlier event"),
                                               W("words", "refused")};
constexpr Table<LossReason> Losses{W("words", "chosen"),
                                   W("words", "too few units"),
                                   W("words", "nothing of any line"),
                                   W("words", "count too old"),
                                   W("words", "closed"),
                                   W("words", "no capacity left"),
                                   W("words", "does not serve the region"),
                                   W("words", "refused this order before"),
                                   W("words", "breaker open"),
                                   W("words", "costs more"),
                                   W("words", "not needed")};
constexpr Table<session::LaunchMetric> Metrics{
    W("words", "Order acceptance"), W("words", "Orchestration p95"), W("words", "Downstream errors"),
    W("words", "Inventory mismatch"), W("words", "Queue backlog")};
constexpr Table<session::LaunchMetric> Definitions{
    W("words", "Orders accepted, of all that were submitted."),
    W("words", "Time from an order accepted to its decision committed, 95th percentile."),
    W("words", "Calls to vendors that failed where no rule expects it, of all calls."),
    W("words", "Counted lines that differ from the book, of all counted lines."),
    W("words", "Orders that wait at a stage or are held.")};
constexpr Table<session::InconclusiveReason> Inconclusive{W("words", "WAIT"),
                                                          W("words", "Too few samples"),
                                                          W("words", "Too few events"),
                                                          W("words", "Not sure yet"),
                                                          W("words", "No data"),
                                                          W("words", "Old data"),
                                                          W("words", "No control group"),
                                                          W("words", "Control fails too"),
                                                          W("words", "Split does not match"),
                                                          W("words", "Too early"),
                                                          W("words", "Metric failed")};
constexpr Table<session::BreakerState> Breakers{W("words", "closed"), W("words", "open"),
                                                W("words", "probing")};
constexpr Table<session::AlarmKind> Alarms{W("words", "Downstream errors"),
                                           W("words", "Acceptance low"),
                                           W("words", "Latency high"),
                                           W("words", "Inventory mismatch"),
                                           W("words", "Backlog rising"),
                                           W("words", "Contract broken"),
                                           W("words", "Breaker open"),
                                           W("words", "SLA wave"),
                                           W("words", "Feed silent"),
                                           W("words", "Engine halted"),
                                           W("words", "Store is not what was signed"),
                                           W("words", "Disk full"),
                                           W("words", "Error budget burns")};
constexpr Table<session::Attribute> Attributes{
    W("words", "node"),    W("words", "vendor"), W("words", "SKU"),
    W("words", "channel"), W("words", "shop"),   W("words", "region"),
    W("words", "lane"),    W("words", "lines"),  W("words", "parcels")};
constexpr Table<session::AlarmKind> Responses{
    W("words", "Stop intake; open the failing orders of that vendor."),
    W("words", "Stop intake; look at intake and decisioning."),
    W("words", "Look at the vendor's answer times; narrow."),
    W("words", "Hold the SKU class; reconcile."),
    W("words", "Narrow or stop intake; look at the first stage that turned."),
    W("words", "Open the contract failure; call the owner of the integration."),
    W("words", "Ask the vendor; its orders wait and are sent when it answers again."),
    W("words", "Support lead: share out the oldest."),
    W("words", "Look at the connector of that feed."),
    W("words", "Nothing is written any more. Restart the engine; reading still works."),
    W("words", "Find out who put it back or changed it; acknowledge once that is known."),
    W("words", "Make room on the store's disk: new events are refused until then, your commands are taken."),
    W("words", "See whether control burns too: then it is a vendor; else stop intake.")};

#undef W

}  // namespace

QString word(Stage stage) { return pick(Stages, stage); }
QString word(Place place) { return pick(Places, place); }
QString word(OrderStatus status) { return pick(Statuses, status); }
QString word(Flag flag) { return pick(Flags, flag); }
QString word(FailureClass cls) { return pick(Classes, cls); }

QString letter(FailureClass cls)
{
    constexpr std::array Letters{"", "T", "V", "S", "H", "?"};
    return QLatin1String(Letters.at(static_cast<std::size_t>(cls)));
}

QString word(AttemptOutcome outcome) { return pick(Outcomes, outcome); }
QString word(PaymentStatus status) { return pick(Payments, status); }
QString word(ShipmentRequest request) { return pick(Requests, request); }
QString word(Fulfilment fulfilment) { return pick(Fulfilments, fulfilment); }
QString word(HoldReason reason) { return pick(Holds, reason); }
QString word(OrderOwner owner) { return pick(Owners, owner); }
QString word(Lane lane) { return pick(Lanes, lane); }
QString word(FeederSystem system) { return pick(Systems, system); }
QString word(ExceptionKind kind) { return pick(Kinds, kind); }
QString word(ExceptionState state) { return pick(ItemStates, state); }
QString word(Resolution resolution) { return pick(Resolutions, resolution); }

QString word(Priority priority) { return QLatin1Char('P') + QString::number(static_cast<int>(priority) + 1); }

QString word(RetryVerdict verdict) { return pick(Verdicts, verdict); }
QString word(CommandState state) { return pick(CommandStates, state); }
QString word(Role role) { return pick(Roles, role); }
QString word(Operation operation) { return pick(Operations, operation); }
QString word(EffectState state) { return pick(EffectStates, state); }
QString word(EventDisposition disposition) { return pick(Dispositions, disposition); }

QString word(Mark mark)
{
    switch (mark) {
    case Mark::Late: return words(QT_TRANSLATE_NOOP("words", "late"));
    case Mark::WouldRegress: return words(QT_TRANSLATE_NOOP("words", "ignored: would regress"));
    case Mark::Contradicts: return words(QT_TRANSLATE_NOOP("words", "contradicts another source"));
    case Mark::OtherContent: return words(QT_TRANSLATE_NOOP("words", "same id, other content"));
    case Mark::Unparked: return words(QT_TRANSLATE_NOOP("words", "released what was waiting"));
    case Mark::NoEffect: return words(QT_TRANSLATE_NOOP("words", "nothing left to do"));
    }
    return {};
}

QString word(LossReason reason) { return pick(Losses, reason); }
QString word(session::LaunchMetric metric) { return pick(Metrics, metric); }
QString definition(session::LaunchMetric metric) { return pick(Definitions, metric); }

QString word(session::GateVerdict verdict, session::InconclusiveReason reason)
{
    switch (verdict) {
    case session::GateVerdict::Go: return words(QT_TRANSLATE_NOOP("words", "GO"));
    case session::GateVerdict::NoGo: return words(QT_TRANSLATE_NOOP("words", "NO-GO"));
    case session::GateVerdict::Inconclusive: return pick(Inconclusive, reason);
    }
    return {};
}

QString word(session::BreakerState state) { return pick(Breakers, state); }
QString word(session::AlarmKind kind) { return pick(Alarms, kind); }
QString word(session::Attribute attribute) { return pick(Attributes, attribute); }
QString response(session::AlarmKind kind) { return pick(Responses, kind); }

}  // namespace holdpoint::ui
