// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/http_routes.h"

#include "core/base/money.h"
#include "core/contracts/answer.h"
#include "core/lab/read_reply.h"

#include <nlohmann/json.hpp>

namespace holdpoint::lab {
namespace {

using nlohmann::json;

HttpReply problem(std::uint16_t status, const char* code, Instant now, const std::string& detail = {},
                  const std::string& pointer = {})
{
    json body = {{"type", "about:blank"}, {"title", code}, {"status", status}, {"code", code}};
    if (!detail.empty())
        body["detail"] = detail;
    if (!pointer.empty())
        body["errors"] = {{{"pointer", pointer}, {"code", code}, {"detail", detail}}};
    HttpReply reply;
    reply.status = status;
    reply.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
    reply.due = now;
    return reply;
}

HttpReply ok(const json& body, Instant now)
{
    HttpReply reply;
    reply.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
    reply.due = now;
    return reply;
}

HttpReply render(const VendorCall& call, const VendorReply& reply)
{
    const contracts::HttpOutcome wire = wireOf(call, reply, reply.due);
    return {reply.way, wire.status, wire.retryAfter, wire.replayed, wire.body, reply.due};
}

/// The call that a body states; it has passed the request contract.
VendorCall callOf(const json& body, Operation operation)
{
    VendorCall call;
    call.ref.operation = operation;
    call.ref.part = body.at("part").get<Part>();
    call.orderNumber = body.at("order").get<std::string>();
    call.node = body.value("node", std::string());
    call.region = body.value("region", std::string());
    call.reference = body.value("reference", std::string());
    call.currency = body.value("currency", std::string());
    const json lines = body.value("lines", json::array());
    for (const json& line : lines)
        call.lines.push_back({line.at("line").get<std::uint16_t>(), line.at("sku").get<std::string>(),
                              line.at("units").get<std::int64_t>()});
    return call;
}

/// False: not an amount of that currency.
bool readAmount(const json& body, VendorCall& call)
{
    const std::string text = body.value("amount", std::string());
    if (text.empty())
        return true;
    const auto currency = Currency::parse(call.currency);
    if (!currency)
        return false;
    const auto money = parseMoney(text, *currency);
    call.amount = money ? money->minor : 0;
    return money.has_value();
}

HttpReply take(VendorModel& vendor, const contracts::Contracts& agreed, const HttpRequest& request,
               Operation operation, Instant now)
{
    if (request.key.empty())
        return problem(400, "key_missing", now);
    contracts::Json parsed;
    auto breach = parsed.parse(request.body);
    if (!breach)
        breach = agreed.of(vendor.options().name, operation).request.check(parsed);
    if (breach)
        return problem(400, "request_breach", now, "expected " + breach->expected + ", got " + breach->got,
                       breach->pointer);
    const json body = json::parse(request.body);
    VendorCall call = callOf(body, operation);
    call.key = request.key;
    if (request.traceParent.size() == 55)  // 00-<trace>-<span>-<flags>
        call.traceId = request.traceParent.substr(3, 32);
    if (!readAmount(body, call))
        return problem(400, "request_breach", now, "expected an amount of its currency", "/amount");
    return render(call, vendor.handle(call, now));
}

/// The operation that a key names, read from the right; Ship if it names none.
Operation operationOf(std::string_view key)
{
    for (std::size_t end = key.size(); end != std::string_view::npos && end > 0;
         end = key.rfind(':', end - 1)) {
        const std::size_t colon = key.rfind(':', end - 1);
        const std::size_t start = colon == std::string_view::npos ? 0 : colon + 1;
        if (const auto operation = fromName<Operation>(key.substr(start, end - start)))
            return *operation;
    }
    return Operation::Ship;
}

HttpReply state(VendorModel& vendor, std::string_view key, Instant now)
{
    VendorCall call;
    call.ask = true;
    call.key = key;
    call.ref.operation = operationOf(key);
    if (const BookEntry* entry = vendor.book().find(key))
        call.ref.operation = entry->row.operation;
    return render(call, vendor.ask(call, now));
}

HttpReply book(const VendorModel& vendor, Instant now)
{
    json keys = json::array();
    for (const auto& [key, entry] : vendor.book().entries())
        keys.push_back({{"key", key},
                        {"operation", name(entry.row.operation)},
                        {"order", entry.row.order},
                        {"received", entry.received},
                        {"effects", entry.effects},
                        {"code", entry.row.code},
                        {"reference", entry.row.reference}});
    return ok({{"vendor", vendor.options().name},
               {"received", vendor.book().received()},
               {"effects", vendor.book().effects()},
               {"keys", std::move(keys)}},
              now);
}

HttpReply switchFaults(VendorModel& vendor, const std::string& body, Instant now)
{
    auto faults = parseFaults(body);
    if (!faults)
        return problem(400, "faults_unreadable", now, faults.error().detail);
    const std::size_t count = faults->size();
    vendor.faults().set(std::move(*faults));
    return ok({{"faults", count}}, now);
}

Fault faultOf(const json& row)
{
    Fault fault;
    const auto kind = fromName<FaultKind>(row.at("kind").get<std::string>());
    if (!kind)
        throw std::invalid_argument("no such kind of fault: " + row.at("kind").get<std::string>());
    fault.kind = *kind;
    if (const std::string text = row.value("operation", std::string()); !text.empty()) {
        fault.operation = fromName<Operation>(text);
        if (!fault.operation)
            throw std::invalid_argument("no such operation: " + text);
    }
    fault.perMillion = row.value("per_million", fault.perMillion);
    fault.seed = row.value("seed", fault.seed);
    fault.times = row.value("times", fault.times);
    fault.delay = Milliseconds(row.value("delay_ms", fault.delay.count()));
    fault.code = row.value("code", std::string());
    fault.asks = row.value("asks", false);
    return fault;
}

}  // namespace

Result<std::vector<Fault>> parseFaults(std::string_view text)
{
    std::vector<Fault> out;
    try {
        const json parsed = json::parse(text);
        for (const json& row : parsed.at("faults"))
            out.push_back(faultOf(row));
    } catch (const std::exception& error) {
        return Error{Code::InvalidArgument, error.what()};
    }
    return out;
}

HttpReply route(VendorModel& vendor, const contracts::Contracts& agreed, const HttpRequest& request,
                Instant now)
{
    constexpr std::string_view Root = "/v1/";
    constexpr std::string_view Effects = "effects/";
    std::string_view path = request.target;
    if (!path.starts_with(Root))
        return problem(404, "no_such_path", now);
    path.remove_prefix(Root.size());
    const bool post = request.method == "POST";
    if (!post && path.starts_with(Effects))
        return state(vendor, path.substr(Effects.size()), now);
    if (!post && path == "book")
        return book(vendor, now);
    if (post && path == "faults")
        return switchFaults(vendor, request.body, now);
    const auto operation = fromName<Operation>(path);
    if (!operation)
        return problem(404, "no_such_path", now);
    return post ? take(vendor, agreed, request, *operation, now) : problem(405, "method_not_allowed", now);
}

}  // namespace holdpoint::lab
