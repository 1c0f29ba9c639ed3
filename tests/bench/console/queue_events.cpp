// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/queue_events.h"

#include "core/base/rng.h"
#include "core/host/lab_world.h"

#include <array>

namespace holdpoint::bench {
namespace {

constexpr std::uint64_t FirstNumber = 1'000'000;
constexpr std::uint64_t Mapped = 200, Unmapped = 40;
constexpr std::array Channels{"web", "app", "marketplace", "store", "phone"};
constexpr std::array Regions{"na-east", "na-west", "eu-north", "eu-south", "apac"};
constexpr std::array Codes{
    "address_not_deliverable", "weight_missing",     "hazmat_not_allowed", "carrier_service_closed",
    "customs_missing",         "gift_text_too_long", "sku_blocked",        "cut_off_passed"};
constexpr std::array Pointers{"/order/address", "/order/lines/0/weight", "/order/lines/0/sku",
                              "/order/service"};

/// The first half of the time the first, half of the rest the second …
std::size_t skewed(SeededRng& rng, std::size_t count)
{
    std::size_t at = 0;
    while (at + 1 < count && rng.below(2) == 1)
        ++at;
    return at;
}

std::string head(const char* what, const std::string& number, const char* type)
{
    std::string text = R"({"specversion":"1.0","id":")";
    text.append(what).append("-").append(number).append(R"(","source":"shop","type":")").append(type);
    return text.append(R"(","subject":")").append(number).append("\"");
}

std::string numberOf(std::uint64_t n) { return std::to_string(FirstNumber + n); }

std::string skuOf(std::uint64_t n, bool mapped)
{
    return mapped ? "SKU-" + std::to_string(1'000 + n % Mapped) : "NEW-" + std::to_string(n % Unmapped);
}

}  // namespace

Cause causeOf(std::uint64_t n)
{
    SeededRng rng(n * 3 + 1);
    const std::uint64_t share = rng.below(100);
    return share < 55 ? Cause::LinesUnknown : share < 80 ? Cause::UnmappedSku : Cause::RefusedByVendor;
}

std::string placedWrongly(std::uint64_t n, Cause cause, const std::string& now)
{
    SeededRng rng(n);
    std::string text = head("placed", numberOf(n), "order.placed");
    text.append(R"(,"time":")").append(now).append(R"(","data":{"channel":")");
    text.append(Channels[skewed(rng, Channels.size())]).append(R"(","region":")");
    text.append(Regions[skewed(rng, Regions.size())]).append(R"(","currency":"USD","total":")");
    text.append(std::to_string(10 + rng.below(400))).append(".90\",");
    if (cause == Cause::LinesUnknown)
        return text += R"("lines_known":false}})";
    text.append(R"("lines":[{"line":1,"sku":")").append(skuOf(skewed(rng, 64), cause != Cause::UnmappedSku));
    return text += R"(","units":1,"price":"10.90"}]}})";
}

std::string cancelAsked(std::uint64_t n)
{
    return head("cancel", numberOf(n), "order.cancel_asked") + R"(,"data":{"reason":"changed_mind"}})";
}

std::string paymentAuthorised(std::uint64_t n)
{
    return head("paid", numberOf(n), "payment.authorised") +
           R"(,"data":{"payment":1,"method":"card","amount":"10.90","currency":"USD"}})";
}

std::string addressChanged(std::uint64_t n)
{
    return head("moved", numberOf(n), "order.address") + R"(,"data":{"version":2,"region":"eu-south"}})";
}

std::string stockCounted(const std::string& node)
{
    std::string text = head("opening", node, "stock.counted") + R"(,"data":{"counts":[)";
    for (std::uint64_t sku = 0; sku < Mapped; ++sku)
        text.append(sku == 0 ? "" : ",")
            .append(R"({"sku":")")
            .append(skuOf(sku, true))
            .append(R"(","units":5000000,"version":1})");
    return text += "]}}";
}

Refusal refusalOf(std::uint64_t n)
{
    SeededRng rng(n * 7 + 3);
    return {Codes[skewed(rng, Codes.size())], Pointers[skewed(rng, Pointers.size())]};
}

Policy queuePolicy(Dictionary& names)
{
    host::LabWorld::Options options;
    options.paymentRule = PaymentRule::None;
    Policy policy = host::labPolicy(names, options);
    for (std::uint64_t n = 0; n < Unmapped; ++n)
        policy.unmappedSkus[names.intern<NameKind::Sku>(skuOf(n, false)).number] = true;
    for (SkuRule& rule : policy.skuRules)
        rule.hold = std::chrono::hours{48};  // else grants run out while one measures
    return policy;
}

}  // namespace holdpoint::bench
