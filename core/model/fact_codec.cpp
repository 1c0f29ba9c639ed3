// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fact_codec.h"

#include "core/base/check.h"
#include "core/model/read_checked.h"

#include <algorithm>
#include <type_traits>

namespace holdpoint {
namespace {

template <typename T>
inline constexpr bool isName = false;
template <NameKind K>
inline constexpr bool isName<Name<K>> = true;
template <typename T>
inline constexpr bool isVector = false;
template <typename T>
inline constexpr bool isVector<std::vector<T>> = true;

struct Encoder {
    ByteWriter& out;
    Instant base;

    template <typename T>
    void operator()(const char*, const T& value)
    {
        if constexpr (std::is_same_v<T, std::string>)
            out.text(value);
        else if constexpr (std::is_same_v<T, Instant>)
            value == Never ? out.u8(0) : (out.u8(1), out.zigzag(differenceOf(value, base)));
        else if constexpr (std::is_same_v<T, Hash>)
            value == Hash{} ? out.u8(0) : (out.u8(1), out.raw(value));
        else if constexpr (std::is_same_v<T, EntityId>)
            out.varint(value.value());
        else if constexpr (std::is_same_v<T, Currency>)
            out.varint(value.number());
        else if constexpr (isName<T>)
            out.varint(value.number);
        else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>)
            out.u8(static_cast<std::uint8_t>(value));
        else if constexpr (std::is_signed_v<T>)
            out.zigzag(value);
        else if constexpr (std::is_unsigned_v<T>)
            out.varint(value);
        else if constexpr (isVector<T>) {
            out.varint(value.size());
            for (const auto& item : value)
                std::decay_t<decltype(item)>::fields(item, *this);
        }
    }
};

struct Decoder {
    ByteReader& in;
    Instant base;

    template <typename T>
    void operator()(const char*, T& value)
    {
        if (in.atEnd())
            return;  // written before this field existed
        if constexpr (std::is_same_v<T, std::string>)
            value = in.text();
        else if constexpr (std::is_same_v<T, Instant>)
            value = in.u8() == 0 ? Never : readInstant(in, base);
        else if constexpr (std::is_same_v<T, Hash>)
            readHash(value);
        else if constexpr (std::is_same_v<T, EntityId>)
            value = EntityId::fromValue(in.varint());
        else if constexpr (std::is_same_v<T, Currency>)
            value = Currency::fromNumber(static_cast<std::uint16_t>(in.varint()));
        else if constexpr (isName<T>)
            value.number = static_cast<std::uint32_t>(in.varint());
        else if constexpr (std::is_same_v<T, bool>)
            value = in.u8() != 0;
        else if constexpr (std::is_enum_v<T>)
            value = readEnum<T>(in);
        else if constexpr (std::is_signed_v<T>)
            value = static_cast<T>(in.zigzag());
        else if constexpr (std::is_unsigned_v<T>)
            value = static_cast<T>(in.varint());
        else if constexpr (isVector<T>)
            readItems(value);
    }

    void readHash(Hash& hash)
    {
        if (in.u8() == 0)
            return;
        const auto bytes = in.raw(hash.size());
        std::copy(bytes.begin(), bytes.end(), hash.begin());
    }

    template <typename T>
    void readItems(std::vector<T>& items)
    {
        const std::uint64_t count = in.varint();
        for (std::uint64_t i = 0; i < count && !in.failed() && !in.atEnd(); ++i)
            T::fields(items.emplace_back(), *this);
    }
};

struct Describer {
    const Dictionary& names;
    std::vector<std::pair<std::string, std::string>>& out;

    template <typename T>
    void operator()(const char* field, const T& value)
    {
        if constexpr (isVector<T>) {
            std::string items;
            for (const auto& item : value) {
                std::vector<std::pair<std::string, std::string>> inner;
                Describer describer{names, inner};
                std::decay_t<decltype(item)>::fields(item, describer);
                items += items.empty() ? "" : "; ";
                for (const auto& [key, text] : inner)
                    items += (key == inner.front().first ? "" : " ") + key + "=" + text;
            }
            out.emplace_back(field, std::move(items));
        } else {
            out.emplace_back(field, text(value));
        }
    }

    template <typename T>
    [[nodiscard]] std::string text(const T& value) const
    {
        if constexpr (std::is_same_v<T, std::string>)
            return value;
        else if constexpr (std::is_same_v<T, Instant>)
            return value == Never ? std::string() : toText(value);
        else if constexpr (std::is_same_v<T, Hash>)
            return value == Hash{} ? std::string() : toHex(value);
        else if constexpr (std::is_same_v<T, EntityId>)
            return value.isNone() ? std::string() : value.text();
        else if constexpr (std::is_same_v<T, Currency>)
            return value.text();
        else if constexpr (isName<T>)
            return names.text(value);
        else if constexpr (std::is_same_v<T, bool>)
            return value ? "true" : "false";
        else if constexpr (std::is_enum_v<T>)
            return std::string(name(value));
        else
            return std::to_string(value);
    }
};

/// The first field of `a` that is not the same in `b`.
template <typename Body>
std::string differingField(const Body& a, const Body& b)
{
    std::vector<std::string> fields;
    std::vector<std::vector<std::byte>> values;
    const auto collect = [&](const Body& body) {
        Body::fields(body, [&](const char* field, const auto& value) {
            ByteWriter writer(values.emplace_back());
            Encoder encoder{writer, Instant{}};
            encoder(field, value);
            fields.emplace_back(field);
        });
    };
    collect(a);
    const std::size_t count = values.size();
    collect(b);
    for (std::size_t i = 0; i < count; ++i)
        if (values[i] != values[count + i])
            return fields[i];
    return {};
}

using DecodeBody = FactBody (*)(ByteReader&, Instant);

template <typename Body>
FactBody decodeBody(ByteReader& in, Instant base)
{
    Body body;
    if constexpr (!std::is_same_v<Body, UnknownFact>) {
        Decoder decoder{in, base};
        Body::fields(body, decoder);
    }
    return body;
}

/// kind → decoder, made from the variant, so that a new kind cannot be forgotten.
constexpr auto Decoders = []<std::size_t... I>(std::index_sequence<I...>)
{
    std::array<DecodeBody, 256> table{};
    ((table[std::variant_alternative_t<I, FactBody>::kind] =
          &decodeBody<std::variant_alternative_t<I, FactBody>>),
     ...);
    table[0] = nullptr;
    return table;
}
(std::make_index_sequence<std::variant_size_v<FactBody>>{});

constexpr auto KindNames = [] {
    std::array<std::string_view, 256> names{};
    names[0] = "unknown";
    const auto set = [&names](std::uint8_t kind, std::string_view text) { names[kind] = text; };
    set(Placed::kind, "placed");
    set(LineOrdered::kind, "line");
    set(CancelWished::kind, "cancel_asked");
    set(AddressGiven::kind, "address");
    set(Authorised::kind, "authorised");
    set(Captured::kind, "captured");
    set(Refunded::kind, "refunded");
    set(PaymentFailed::kind, "payment_failed");
    set(ChargedBack::kind, "charged_back");
    set(Picked::kind, "picked");
    set(ShippedFact::kind, "shipped");
    set(DeliveredFact::kind, "delivered");
    set(LostFact::kind, "lost");
    set(RecalledFact::kind, "recalled");
    set(NodeAccepted::kind, "node_accepted");
    set(NodeRefused::kind, "node_refused");
    set(ReturnAsked::kind, "return_asked");
    set(ReturnReceived::kind, "return_received");
    set(HoldWished::kind, "hold_asked");
    set(LegacyDecided::kind, "legacy_decided");
    set(LegacyOutcome::kind, "legacy_outcome");
    set(Taken::kind, "accepted");
    set(OwnerSet::kind, "owner");
    set(Held::kind, "held");
    set(HoldReleased::kind, "hold_released");
    set(RoutingDecided::kind, "decision");
    set(ShipPlanned::kind, "ship_planned");
    set(LegStock::kind, "stock");
    set(EffectPlanned::kind, "effect_planned");
    set(Attempted::kind, "attempt");
    set(Answered::kind, "answer");
    set(NotSent::kind, "not_sent");
    set(CancelVerdict::kind, "cancel_verdict");
    set(ProblemRaised::kind, "problem");
    set(ProblemEnded::kind, "problem_ended");
    set(RefundDue::kind, "refund_due");
    set(Restocked::kind, "restocked");
    set(Withdrawn::kind, "withdrawn");
    set(OpaqueParcel::kind, "opaque_parcel");
    set(ParkExpired::kind, "park_expired");
    set(Parked::kind, "parked");
    set(LineCancelled::kind, "line_cancelled");
    set(Counted::kind, "counted");
    set(Adjusted::kind, "adjusted");
    set(NodeOpened::kind, "node_opened");
    set(Granted::kind, "granted");
    set(Consumed::kind, "consumed");
    set(Released::kind, "released");
    set(Expired::kind, "expired");
    set(GrantRefused::kind, "grant_refused");
    set(ShippedUnreserved::kind, "shipped_unreserved");
    set(HoldExtended::kind, "hold_extended");
    set(ExceptionOpened::kind, "opened");
    set(ExceptionResolved::kind, "resolved");
    set(ExceptionReopened::kind, "reopened");
    set(ExceptionMoved::kind, "moved");
    set(Assigned::kind, "assigned");
    set(Noted::kind, "note");
    set(Snoozed::kind, "snoozed");
    set(Labelled::kind, "label");
    set(PrioritySet::kind, "priority");
    set(JobFrozen::kind, "frozen");
    set(JobProgress::kind, "progress");
    set(JobEnded::kind, "done");
    set(JobItem::kind, "item");
    set(Refused::kind, "refused");
    set(CommandReceived::kind, "received");
    set(CommandMoved::kind, "command_state");
    set(ComparedRoute::kind, "compared");
    set(IntakeSet::kind, "intake");
    set(RolloutAssigned::kind, "assignment");
    set(Disposed::kind, "disposition");
    set(PlanSet::kind, "plan");
    set(RolloutMoved::kind, "rollout_moved");
    set(SliceServed::kind, "slice_served");
    set(PollOpened::kind, "poll_opened");
    set(VoteGiven::kind, "vote");
    set(VotesCleared::kind, "votes_cleared");
    set(GateTurned::kind, "gate");
    set(GateAcknowledged::kind, "gate_acknowledged");
    set(TriggerTurned::kind, "trigger");
    set(OverrideArmed::kind, "override");
    set(FreezeMoved::kind, "freeze");
    set(CommandPassed::kind, "command_passed");
    set(ChecklistMarked::kind, "checklist");
    set(Signed::kind, "signed");
    set(BakeNoted::kind, "bake");
    set(RollbackProposed::kind, "rollback_proposed");
    set(RollbackFrozen::kind, "rollback_frozen");
    set(ReportSealed::kind, "report");
    set(PairCompared::kind, "pair_compared");
    set(VerdictRuled::kind, "verdict");
    set(NormalRuleSet::kind, "normal_rule");
    set(Mirrored::kind, "mirrored");
    set(SideSaid::kind, "side_said");
    set(CallLeaked::kind, "call_leaked");
    set(DayClosed::kind, "day_closed");
    return names;
}();

}  // namespace

std::uint8_t kindOf(const Fact& fact) noexcept
{
    return std::visit(
        [](const auto& body) -> std::uint8_t {
            if constexpr (std::is_same_v<std::decay_t<decltype(body)>, UnknownFact>)
                return body.number;
            else
                return std::decay_t<decltype(body)>::kind;
        },
        fact.body);
}

std::string_view nameOfKind(std::uint8_t kind) noexcept
{
    return KindNames[kind].empty() ? KindNames[0] : KindNames[kind];
}

void encode(ByteWriter& out, const Fact& fact, Instant base)
{
    // The length is written last: nearly all facts need one byte for it, so the body is moved only when it is longer.
    thread_local std::vector<std::byte> scratch;
    scratch.clear();
    ByteWriter body(scratch);
    if (const auto* unknown = std::get_if<UnknownFact>(&fact.body)) {
        body.raw(bytesOf(unknown->bytes));
    } else {
        body.varint(fact.part);
        body.zigzag(differenceOf(fact.at, base));
        std::visit(
            [&](const auto& value) {
                using Body = std::decay_t<decltype(value)>;
                if constexpr (!std::is_same_v<Body, UnknownFact>) {
                    Encoder encoder{body, base};
                    Body::fields(value, encoder);
                }
            },
            fact.body);
    }
    out.u8(kindOf(fact));
    out.blob(scratch);
}

Result<Fact> decodeFact(ByteReader& in, Instant base)
{
    const std::uint8_t kind = in.u8();
    const auto bytes = in.blob();
    if (in.failed())
        return Error{Code::Corrupt, "fact is cut short"};
    if (Decoders[kind] == nullptr)
        return Fact{0, base, UnknownFact{kind, std::string(textOf(bytes))}};
    ByteReader body(bytes);
    Fact fact;
    fact.part = static_cast<Part>(body.varint());
    fact.at = readInstant(body, base);
    fact.body = Decoders[kind](body, base);
    if (body.failed())
        return Error{Code::Corrupt, "fact " + std::string(nameOfKind(kind)) + " is cut short"};
    return fact;
}

std::string firstDifference(const Fact& a, const Fact& b)
{
    if (a.body.index() != b.body.index())
        return "kind";
    if (a.part != b.part)
        return "part";
    return std::visit(
        [&](const auto& left) -> std::string {
            using Body = std::decay_t<decltype(left)>;
            const Body& right = std::get<Body>(b.body);
            if constexpr (std::is_same_v<Body, UnknownFact>)
                return left == right ? "" : "bytes";
            else
                return differingField(left, right);
        },
        a.body);
}

std::vector<std::pair<std::string, std::string>> describe(const Fact& fact, const Dictionary& names)
{
    std::vector<std::pair<std::string, std::string>> out;
    Describer describer{names, out};
    std::visit(
        [&](const auto& body) {
            using Body = std::decay_t<decltype(body)>;
            if constexpr (std::is_same_v<Body, UnknownFact>)
                out.emplace_back("kind", std::to_string(body.number));
            else
                Body::fields(body, describer);
        },
        fact.body);
    return out;
}

std::string canonicalText(const Fact& fact, const Dictionary& names)
{
    std::string line(nameOfKind(kindOf(fact)));
    line += '#' + std::to_string(fact.part) + ' ' + toText(fact.at);
    for (const auto& [field, value] : describe(fact, names))
        line += ' ' + field + '=' + value;
    return line;
}

}  // namespace holdpoint
