// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/effect.h"

#include "core/model/read_checked.h"

#include <algorithm>

namespace holdpoint {
namespace {

void encodeContent(ByteWriter& out, const EffectRequest& r)
{
    out.varint(r.order.value());
    out.u8(static_cast<std::uint8_t>(r.ref.operation));
    out.varint(r.ref.part);
    out.u8(r.ref.generation);
    out.varint(r.vendor.number);
    out.text(r.key);
    out.varint(r.contract);
    out.text(r.orderNumber);
    out.varint(r.node.number);
    out.varint(r.region.number);
    out.varint(r.lines.size());
    for (const LineUnits& line : r.lines) {
        out.varint(line.line);
        out.varint(line.sku.number);
        out.zigzag(line.units);
    }
    out.zigzag(r.amount);
    out.varint(r.currency.number());
    out.text(r.reference);
}

}  // namespace

void encode(ByteWriter& out, const EffectRequest& request)
{
    out.varint(request.outbox);
    out.varint(request.epoch);
    out.raw(request.correlation);
    encodeContent(out, request);
}

Result<EffectRequest> decodeEffectRequest(std::span<const std::byte> bytes)
{
    ByteReader in(bytes);
    EffectRequest r;
    r.outbox = in.varint();
    r.epoch = static_cast<std::uint32_t>(in.varint());
    const auto correlation = in.raw(r.correlation.size());
    std::copy(correlation.begin(), correlation.end(), r.correlation.begin());
    r.order = EntityId::fromValue(in.varint());
    r.ref.operation = readEnum<Operation>(in);
    r.ref.part = static_cast<Part>(in.varint());
    r.ref.generation = in.u8();
    r.vendor.number = static_cast<std::uint32_t>(in.varint());
    r.key = in.text();
    r.contract = static_cast<std::uint32_t>(in.varint());
    r.orderNumber = in.text();
    r.node.number = static_cast<std::uint32_t>(in.varint());
    r.region.number = static_cast<std::uint32_t>(in.varint());
    for (std::uint64_t n = in.varint(); n > 0 && !in.failed(); --n) {
        LineUnits& line = r.lines.emplace_back();
        line.line = static_cast<std::uint16_t>(in.varint());
        line.sku.number = static_cast<std::uint32_t>(in.varint());
        line.units = in.zigzag();
    }
    r.amount = in.zigzag();
    r.currency = Currency::fromNumber(static_cast<std::uint16_t>(in.varint()));
    r.reference = in.text();
    if (in.failed())
        return Error{Code::Corrupt, "outbox row is cut short"};
    return r;
}

std::uint64_t fingerprint(const EffectRequest& request)
{
    thread_local std::vector<std::byte> bytes;
    bytes.clear();
    ByteWriter out(bytes);
    encodeContent(out, request);
    return hash64(textOf(bytes));
}

}  // namespace holdpoint
