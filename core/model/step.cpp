// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/step.h"

#include "core/model/fact_codec.h"
#include "core/model/read_checked.h"

#include <algorithm>

namespace holdpoint {
namespace {

constexpr std::uint8_t Format = 1;

// Which optional parts a step has; most have few.
enum Part8 : std::uint8_t {
    HasSource = 1,
    HasSourceTime = 2,
    HasRefersTo = 4,
    HasCorrelation = 8,
    HasReasons = 16,
    HasRecord = 32,
    HasType = 64,
    HasBatch = 128
};

std::uint8_t partsOf(const StepBody& s)
{
    std::uint8_t parts = 0;
    parts |= !s.source.empty() || !s.producer.isNone() ? HasSource : 0;
    parts |= s.sourceTime != Never ? HasSourceTime : 0;
    parts |= s.refersTo != 0 ? HasRefersTo : 0;
    parts |= s.correlation != Correlation{} ? HasCorrelation : 0;
    parts |= !s.reasons.empty() ? HasReasons : 0;
    parts |= s.record.has_value() ? HasRecord : 0;
    parts |= !s.type.isNone() ? HasType : 0;
    parts |= s.batch != 0 ? HasBatch : 0;
    return parts;
}

void encodeHead(ByteWriter& out, const StepBody& s, std::uint8_t parts)
{
    if (parts & HasSource) {
        out.varint(s.producer.number);
        out.text(s.source);
        for (int shift = 0; shift < 64; shift += 8)
            out.u8(static_cast<std::uint8_t>(s.content >> shift));
    }
    if (parts & HasType)
        out.varint(s.type.number);
    if (parts & HasSourceTime)
        out.zigzag(differenceOf(s.sourceTime, s.at));
    if (parts & HasRefersTo)
        out.varint(s.refersTo);
    if (parts & HasCorrelation)
        out.raw(s.correlation);
    if (parts & HasBatch)
        out.varint(s.batch);
}

void decodeHead(ByteReader& in, StepBody& s, std::uint8_t parts)
{
    if (parts & HasSource) {
        s.producer.number = static_cast<std::uint32_t>(in.varint());
        s.source = in.text();
        for (int shift = 0; shift < 64; shift += 8)
            s.content |= static_cast<std::uint64_t>(in.u8()) << shift;
    }
    if (parts & HasType)
        s.type.number = static_cast<std::uint32_t>(in.varint());
    if (parts & HasSourceTime)
        s.sourceTime = readInstant(in, s.at);
    if (parts & HasRefersTo)
        s.refersTo = in.varint();
    if (parts & HasCorrelation) {
        const auto bytes = in.raw(s.correlation.size());
        std::copy(bytes.begin(), bytes.end(), s.correlation.begin());
    }
    if (parts & HasBatch)
        s.batch = static_cast<std::uint32_t>(in.varint());
}

}  // namespace

void StepBody::clear()
{
    input = InputKind::Event;
    disposition = EventDisposition::Accepted;
    marks = 0;
    producer = {};
    source.clear();
    type = {};
    sourceTime = Never;
    content = 0;
    batch = 0;
    refersTo = 0;
    correlation = {};
    facts.clear();
    reasons.clear();
    record.reset();
}

void encode(ByteWriter& out, const StepBody& step)
{
    const std::uint8_t parts = partsOf(step);
    out.u8(Format);
    out.u8(static_cast<std::uint8_t>(static_cast<unsigned>(step.input) |
                                     static_cast<unsigned>(step.disposition) << 4));
    out.u8(step.marks);
    out.u8(parts);
    out.varint(static_cast<std::uint64_t>(step.at.ms));
    encodeHead(out, step, parts);
    out.varint(step.facts.size());
    for (const Fact& fact : step.facts)
        encode(out, fact, step.at);
    if (parts & HasReasons) {
        out.varint(step.reasons.size());
        for (const Reason& reason : step.reasons) {
            out.varint(reason.code.number);
            out.zigzag(reason.value);
        }
    }
    if (parts & HasRecord)
        encode(out, *step.record);
}

namespace {

Result<StepBody> decode(std::span<const std::byte> bytes, bool withRecord)
{
    ByteReader in(bytes);
    StepBody step;
    if (const std::uint8_t format = in.u8(); format != Format)
        return Error{Code::Unsupported, "step format " + std::to_string(format)};
    const std::uint8_t kinds = in.u8();
    if ((kinds & 15) >= CountOf<InputKind> || (kinds >> 4) >= CountOf<EventDisposition>)
        return Error{Code::Corrupt, "step of an unknown kind"};
    step.input = static_cast<InputKind>(kinds & 15);
    step.disposition = static_cast<EventDisposition>(kinds >> 4);
    step.marks = in.u8();
    const std::uint8_t parts = in.u8();
    step.at = {static_cast<std::int64_t>(in.varint())};
    decodeHead(in, step, parts);
    const std::uint64_t facts = in.varint();
    if (facts > bytes.size())
        return Error{Code::Corrupt, "step names more facts than it has bytes"};
    step.facts.reserve(facts);
    for (std::uint64_t i = 0; i < facts && !in.failed(); ++i) {
        auto fact = decodeFact(in, step.at);
        if (!fact)
            return fact.error();
        step.facts.push_back(std::move(*fact));
    }
    if (parts & HasReasons)
        for (std::uint64_t n = in.varint(); n > 0 && !in.failed(); --n) {
            Reason& reason = step.reasons.emplace_back();
            reason.code.number = static_cast<std::uint32_t>(in.varint());
            reason.value = in.zigzag();
        }
    if (withRecord && (parts & HasRecord) != 0) {
        auto record = decodeDecisionRecord(in);
        if (!record)
            return record.error();
        step.record = std::move(*record);
    }
    if (in.failed())
        return Error{Code::Corrupt, "step is cut short"};
    return step;
}

}  // namespace

Result<StepBody> decodeStep(std::span<const std::byte> bytes) { return decode(bytes, true); }

Result<StepBody> decodeStepWithoutRecord(std::span<const std::byte> bytes) { return decode(bytes, false); }

}  // namespace holdpoint
