// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/webhook_text.h"

#include "core/base/hash.h"

#include <cstdio>

namespace holdpoint::lab {
namespace {

std::string_view wordOf(const BookRow& row)
{
    return row.operation == Operation::Book ? "delivered" : "shipped";
}

void append(std::string& out, std::string_view member, std::string_view text)
{
    out += out.back() == '{' ? "" : ",";
    appendQuoted(out, member);
    out += ':';
    appendQuoted(out, text);
}

std::string traceParent(const BookRow& row)
{
    char span[17];
    std::snprintf(span, sizeof span, "%016llx", static_cast<unsigned long long>(hash64(row.reference) | 1));
    return "00-" + row.trace + "-" + span + "-01";
}

}  // namespace

std::string webhookId(const VendorOptions& vendor, const BookRow& row)
{
    std::string id = vendor.name;
    id += ':';
    id += row.reference;
    id += ':';
    id += wordOf(row);
    return id;
}

std::string webhookText(const VendorOptions& vendor, const BookRow& row, Instant at)
{
    std::string out = "{";
    append(out, "specversion", "1.0");
    append(out, "id", webhookId(vendor, row));
    append(out, "source", vendor.name);
    append(out, "numberspace", vendor.numberSpace);
    append(out, "type", std::string("shipment.").append(wordOf(row)));
    append(out, "subject", row.order);
    append(out, "time", toText(at));
    if (row.trace.size() == 32)
        append(out, "traceparent", traceParent(row));
    append(out, "datacontenttype", "application/json");
    out += R"(,"data":{"leg":)";
    out += std::to_string(row.part);
    append(out, "id", row.reference);
    if (!row.node.empty())
        append(out, "node", row.node);
    if (row.operation == Operation::Book)
        append(out, "tracking", row.reference);
    out += "}}";
    return out;
}

}  // namespace holdpoint::lab
