// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/decision.h"

#include "core/model/read_checked.h"

namespace holdpoint {
namespace {

void encodeLines(ByteWriter& out, const std::vector<LineUnits>& lines)
{
    out.varint(lines.size());
    for (const LineUnits& line : lines) {
        out.varint(line.line);
        out.varint(line.sku.number);
        out.zigzag(line.units);
    }
}

void decodeLines(ByteReader& in, std::vector<LineUnits>& lines)
{
    for (std::uint64_t n = in.varint(); n > 0 && !in.failed(); --n) {
        LineUnits& line = lines.emplace_back();
        line.line = static_cast<std::uint16_t>(in.varint());
        line.sku.number = static_cast<std::uint32_t>(in.varint());
        line.units = in.zigzag();
    }
}

void encodeCandidate(ByteWriter& out, const Candidate& c)
{
    out.varint(c.node.number);
    out.varint(c.vendor.number);
    out.u8(static_cast<std::uint8_t>(c.open | c.servesRegion << 1 | c.excluded << 2 | c.breakerOpen << 3));
    out.zigzag(c.cost);
    out.zigzag(c.capacityLeft);
    out.u8(static_cast<std::uint8_t>(c.lost));
    out.varint(c.offers.size());
    for (const LineOffer& offer : c.offers) {
        out.zigzag(offer.available);
        out.zigzag(offer.ageMs);
        out.zigzag(offer.windowMs);
    }
}

void decodeCandidate(ByteReader& in, Candidate& c)
{
    c.node.number = static_cast<std::uint32_t>(in.varint());
    c.vendor.number = static_cast<std::uint32_t>(in.varint());
    const std::uint8_t bits = in.u8();
    c.open = bits & 1;
    c.servesRegion = bits & 2;
    c.excluded = bits & 4;
    c.breakerOpen = bits & 8;
    c.cost = in.zigzag();
    c.capacityLeft = in.zigzag();
    c.lost = readEnum<LossReason>(in);
    for (std::uint64_t n = in.varint(); n > 0 && !in.failed(); --n) {
        LineOffer& offer = c.offers.emplace_back();
        offer.available = in.zigzag();
        offer.ageMs = in.zigzag();
        offer.windowMs = in.zigzag();
    }
}

}  // namespace

void encode(ByteWriter& out, const DecisionRecord& record)
{
    out.varint(record.rules);
    out.varint(record.round);
    out.u8(record.splitAllowed);
    encodeLines(out, record.lines);
    out.varint(record.candidates.size());
    for (const Candidate& candidate : record.candidates)
        encodeCandidate(out, candidate);
    out.varint(record.legs.size());
    for (const RoutedLeg& leg : record.legs) {
        out.varint(leg.node.number);
        out.varint(leg.vendor.number);
        encodeLines(out, leg.lines);
    }
}

Result<DecisionRecord> decodeDecisionRecord(ByteReader& in)
{
    DecisionRecord record;
    record.rules = static_cast<std::uint32_t>(in.varint());
    record.round = static_cast<std::uint16_t>(in.varint());
    record.splitAllowed = in.u8() != 0;
    decodeLines(in, record.lines);
    for (std::uint64_t n = in.varint(); n > 0 && !in.failed(); --n)
        decodeCandidate(in, record.candidates.emplace_back());
    for (std::uint64_t n = in.varint(); n > 0 && !in.failed(); --n) {
        RoutedLeg& leg = record.legs.emplace_back();
        leg.node.number = static_cast<std::uint32_t>(in.varint());
        leg.vendor.number = static_cast<std::uint32_t>(in.varint());
        decodeLines(in, leg.lines);
    }
    if (in.failed())
        return Error{Code::Corrupt, "decision record is cut short"};
    return record;
}

}  // namespace holdpoint
