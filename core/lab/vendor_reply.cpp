// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/vendor_reply.h"

namespace holdpoint::lab {
namespace {

void appendMember(std::string& out, std::string_view member, std::string_view text)
{
    out += out.size() > 1 ? "," : "";
    appendQuoted(out, member);
    out += ':';
    appendQuoted(out, text);
}

void appendNumber(std::string& out, std::string_view member, std::int64_t value)
{
    out += out.size() > 1 ? "," : "";
    appendQuoted(out, member);
    out += ':';
    out += std::to_string(value);
}

std::string success(const VendorReply& reply, const VendorCall& call)
{
    if (reply.altered == VendorReply::Altered::Broken)
        return R"({"status":"acc)";
    const bool renamed = reply.altered == VendorReply::Altered::Field;
    const bool revalued = reply.altered == VendorReply::Altered::Enum;
    std::string out = "{";
    if (const auto field = referenceField(call.ref.operation); !field.empty())
        appendMember(out, field, reply.reference);
    appendMember(out, renamed ? "state" : "status",
                 revalued ? "received" : successStatus(call.ref.operation));
    out += '}';
    return out;
}

std::string effectState(const VendorReply& reply, const VendorCall& call)
{
    std::string out = "{";
    appendMember(out, "key", call.key);
    appendMember(out, "operation", name(call.ref.operation));
    const std::string_view state = reply.cls == FailureClass::None ? "done" : "refused";
    appendMember(out, "state", reply.code == "in_progress" ? reply.code : state);
    if (!reply.code.empty())
        appendMember(out, "code", reply.code);
    if (!reply.reference.empty())
        appendMember(out, "reference", reply.reference);
    out += '}';
    return out;
}

std::string_view sideEffect(const VendorReply& reply)
{
    if (reply.status >= 500)
        return "unknown";
    return reply.code == "already_processed" ? "applied" : "none";
}

std::string problem(const VendorReply& reply, const VendorCall& call)
{
    const bool retryable = reply.cls == FailureClass::Transport || reply.cls == FailureClass::SoftBusiness;
    std::string out = "{";
    appendMember(out, "type", "about:blank");
    appendMember(out, "title", reply.code);
    appendNumber(out, "status", reply.status);
    appendMember(out, "code", reply.code);
    appendMember(out, "class", name(reply.cls));
    out += retryable ? ",\"retryable\":true" : ",\"retryable\":false";
    if (reply.retryAfterMs >= 0)
        appendNumber(out, "retry_after_ms", reply.retryAfterMs);
    appendMember(out, "side_effect", sideEffect(reply));
    appendMember(out, "correlation_id", call.traceId);
    appendMember(out, "idempotency_key", call.key);
    if (!reply.field.empty()) {
        out += R"(,"errors":[{"pointer":)";
        appendQuoted(out, reply.field);
        out += R"(,"code":"differs"}])";
    }
    out += '}';
    return out;
}

}  // namespace

std::string bodyOf(const VendorReply& reply, const VendorCall& call)
{
    if (reply.status != 200)
        return problem(reply, call);
    return reply.asked ? effectState(reply, call) : success(reply, call);
}

std::string_view referenceField(Operation operation) noexcept
{
    switch (operation) {
    case Operation::Ship: return "shipment_id";
    case Operation::Capture:
    case Operation::Refund:
    case Operation::Void: return "transaction_id";
    case Operation::Book: return "tracking";
    case Operation::Cancel:
    case Operation::Confirm:
    case Operation::Handback:
    case Operation::Unbook: break;
    }
    return "";
}

std::string_view successStatus(Operation operation) noexcept
{
    switch (operation) {
    case Operation::Ship:
    case Operation::Handback: return "accepted";
    case Operation::Capture:
    case Operation::Refund:
    case Operation::Void: return "succeeded";
    case Operation::Book: return "booked";
    case Operation::Cancel:
    case Operation::Unbook: return "cancelled";
    case Operation::Confirm: return "recorded";
    }
    return "";
}

void appendQuoted(std::string& out, std::string_view text)
{
    constexpr std::string_view Hex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            out += "\\u00";
            out += Hex[byte >> 4];
            out += Hex[byte & 15];
        } else {
            out += c == '"' || c == '\\' ? "\\" : "";
            out += c;
        }
    }
    out += '"';
}

}  // namespace holdpoint::lab
