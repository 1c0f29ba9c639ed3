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

#define W(text) QT_TRANSLATE_NOOP("words", text)

constexpr Table<Stage> Stages{W("Intake"),  W("Decisioning"),  W("Allocation"),
                              W("Handoff"), W("Confirmation"), W("Settlement")};
constexpr Table<Place> Places{W("awaited"),  W("intake"),       W("decisioning"), W("allocation"),
                              W("handoff"),  W("confirmation"), W("settlement"),  W("held"),
                              W("finished"), W("with legacy")};
constexpr Table<OrderStatus> Statuses{W("awaited"),        W("accepted"),  W("decided"),
                                      W("reserved"),       W("requested"), W("with the warehouse"),
                                      W("partly shipped"), W("shipped"),   W("delivered"),
                                      W("cancelled"),      W("returned"),  W("handed back to legacy")};
constexpr Table<Flag> Flags{W("unpaid"),       W("on hold"),         W("backordered"),
                            W("contradicted"), W("outcome unknown"), W("kept here, not started"),
                            W("lines unknown")};
constexpr Table<FailureClass> Classes{W("none"),          W("transport"),     W("validation"),
                                      W("soft business"), W("hard business"), W("unclassified")};
constexpr Table<AttemptOutcome> Outcomes{W("done"),     W("already processed"),  W("in progress"),
                                         W("not sent"), W("failed for certain"), W("outcome unknown")};
constexpr Table<PaymentStatus> Payments{
    W("none"),     W("pending"),         W("authorised"), W("partly captured"),
    W("captured"), W("partly refunded"), W("refunded"),   W("failed")};
constexpr Table<ShipmentRequest> Requests{W("none"),         W("planned"),         W("asked"),
                                          W("accepted"),     W("refused"),         W("unknown"),
                                          W("cancel asked"), W("cancel accepted"), W("cancel refused")};
constexpr Table<Fulfilment> Fulfilments{W("none"), W("picked"), W("shipped"), W("delivered"), W("lost")};
constexpr Table<HoldReason> Holds{W("awaiting payment"),
                                  W("fraud risk"),
                                  W("incorrect address"),
                                  W("out of stock"),
                                  W("unknown delivery date"),
                                  W("awaiting return"),
                                  W("post-purchase offer"),
                                  W("stale stock"),
                                  W("unmapped code"),
                                  W("operator"),
                                  W("other")};
constexpr Table<OrderOwner> Owners{W("legacy"), W("new"), W("being handed back")};
constexpr Table<Lane> Lanes{W("live"), W("shadow"), W("parallel"), W("backfill"), W("drill"), W("observe")};
constexpr Table<FeederSystem> Systems{
    W("eCommerce"), W("ERP"), W("warehouse"), W("OMS"), W("payment authorisation"), W("carrier")};
constexpr Table<ExceptionKind> Kinds{
    W("failed order"),     W("mismatched inventory"), W("delayed confirmation"), W("incomplete cancellation"),
    W("duplicate effect"), W("reconciliation drift"), W("contract breach"),      W("backfill problem")};
constexpr Table<ExceptionState> ItemStates{W("new"),
                                           W("triaged"),
                                           W("working"),
                                           W("waiting for the engine"),
                                           W("waiting for the vendor"),
                                           W("waiting for the customer"),
                                           W("resolved")};
constexpr Table<Resolution> Resolutions{W("auto"),           W("manual"),   W("compensated"),
                                        W("sent to legacy"), W("accepted"), W("written off")};
constexpr Table<RetryVerdict> Verdicts{W("safe"), W("done"), W("futile"), W("unsafe"), W("unknown")};
constexpr Table<CommandState> CommandStates{W("requested"), W("accepted"), W("effective"), W("verified"),
                                            W("refused"),   W("failed"),   W("unknown")};
constexpr Table<Role> Roles{W("viewer"),   W("support agent"), W("support lead"),
                            W("ops lead"), W("engineer"),      W("commerce manager"),
                            W("auditor"),  W("admin"),         W("machine")};
constexpr Table<Operation> Operations{W("ship request"), W("ship cancel"), W("capture"),
                                      W("refund"),       W("void"),        W("booking"),
                                      W("confirmation"), W("hand-back"),   W("booking cancel")};
constexpr Table<EffectState> EffectStates{W("planned"), W("outcome unknown"), W("done"),
                                          W("failed"),  W("not sent"),        W("suppressed")};
constexpr Table<EventDisposition> Dispositions{W("accepted"), W("already processed"),
                                               W("waiting for an earlier event"), W("refused")};
constexpr Table<LossReason> Losses{W("chosen"),
                                   W("too few units"),
                                   W("nothing of any line"),
                                   W("count too old"),
                                   W("closed"),
                                   W("no capacity left"),
                                   W("does not serve the region"),
                                   W("refused this order before"),
                                   W("breaker open"),
                                   W("costs more"),
                                   W("not needed")};
constexpr Table<session::LaunchMetric> Metrics{W("Order acceptance"), W("Orchestration p95"),
                                               W("Downstream errors"), W("Inventory mismatch"),
                                               W("Queue backlog")};
constexpr Table<session::LaunchMetric> Definitions{
    W("Orders accepted, of all that were submitted."),
    W("Time from an order accepted to its decision committed, 95th percentile."),
    W("Calls to vendors that failed where no rule expects it, of all calls."),
    W("Counted lines that differ from the book, of all counted lines."),
    W("Orders that wait at a stage or are held.")};
constexpr Table<session::InconclusiveReason> Inconclusive{W("WAIT"), W("Too few samples"),
                                                          W("Too few events"), W("No data"), W("Old data")};
constexpr Table<session::BreakerState> Breakers{W("closed"), W("open"), W("probing")};
constexpr Table<session::AlarmKind> Alarms{W("Downstream errors"),  W("Acceptance low"), W("Latency high"),
                                           W("Inventory mismatch"), W("Backlog rising"), W("Contract broken"),
                                           W("Breaker open"),       W("SLA wave"),       W("Feed silent"),
                                           W("Engine halted")};
constexpr Table<session::AlarmKind> Responses{
    W("Stop intake; open the failing orders of that vendor."),
    W("Stop intake; look at intake and decisioning."),
    W("Look at the vendor's answer times; narrow."),
    W("Hold the SKU class; reconcile."),
    W("Narrow or stop intake; look at the first stage that turned."),
    W("Open the contract failure; call the owner of the integration."),
    W("Ask the vendor; its orders wait and are sent when it answers again."),
    W("Support lead: share out the oldest."),
    W("Look at the connector of that feed."),
    W("Nothing is written any more. Restart the engine; reading still works.")};

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
QString response(session::AlarmKind kind) { return pick(Responses, kind); }

}  // namespace holdpoint::ui
