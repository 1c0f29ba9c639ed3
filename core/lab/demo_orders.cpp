// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/demo_orders.h"

#include "core/base/money.h"

#include <utility>

namespace holdpoint::lab {
namespace {

const std::vector<std::string> Regions{"na-east", "na-west", "eu-north", "eu-south"};
const std::vector<std::string> Channels{"web", "app", "marketplace"};

std::string skuName(std::uint64_t n) { return "SKU-" + std::to_string(1000 + n); }

std::string decimal(std::int64_t minor)
{
    const std::string text = toText(Money{minor, Currency::parse("USD").value()});
    return text.substr(0, text.find(' '));
}

}  // namespace

std::string DemoOrders::opening(const std::string& node, int units)
{
    std::string counts;
    for (int sku = 0; sku < SkuCount; ++sku)
        counts += std::string(sku == 0 ? "" : ",") + R"({"sku":")" +
                  skuName(static_cast<std::uint64_t>(sku)) + R"(","units":)" + std::to_string(units) +
                  R"(,"version":1})";
    return R"({"specversion":"1.0","id":"opening-)" + node + R"(","source":"wms-)" + node +
           R"(","type":"stock.counted","subject":")" + node + R"(","data":{"counts":[)" + counts + "]}}";
}

std::string DemoOrders::event(const std::string& type, const std::string& number, Instant now,
                              const std::string& data)
{
    return R"({"specversion":"1.0","id":"demo-)" + std::to_string(++events_) +
           R"(","source":"shop","type":")" + type + R"(","subject":")" + number + R"(","time":")" +
           toText(now) + R"(","data":)" + data + "}";
}

std::string DemoOrders::placed(const std::string& number, Instant now)
{
    const std::string head = R"({"channel":")" + Channels[rng_.below(Channels.size())] + R"(","region":")" +
                             Regions[rng_.below(Regions.size())] + R"(","currency":"USD","total":")";
    total_ = 0;
    std::string lines;
    const std::uint64_t count = 1 + rng_.below(3);
    const std::uint64_t first = rng_.below(SkuCount);
    for (std::uint64_t line = 1; line <= count; ++line) {
        const std::uint64_t units =
            oneIn(300) ? 500 : 1 + rng_.below(3);  // now and then more than there is anywhere
        const std::int64_t price = 500 + static_cast<std::int64_t>(rng_.below(90)) * 100 - 1;
        total_ += price * static_cast<std::int64_t>(units);
        lines += std::string(line == 1 ? "" : ",") + R"({"line":)" + std::to_string(line) + R"(,"sku":")" +
                 skuName((first + line * 7) % SkuCount) + R"(","units":)" + std::to_string(units) +
                 R"(,"price":")" + decimal(price) + R"("})";
    }
    if (oneIn(120))  // a feed that lost its lines
        return event("order.placed", number, now, head + decimal(total_) + R"(","lines_known":false})");
    return event("order.placed", number, now, head + decimal(total_) + R"(","lines":[)" + lines + "]}");
}

std::vector<std::string> DemoOrders::next(Instant now)
{
    const std::string number = std::to_string(100'000 + ++number_);
    std::vector<std::string> events;
    events.push_back(placed(number, now));
    events.push_back(event("payment.authorised", number, now,
                           R"({"payment":1,"id":"auth-)" + number + R"(","method":"card","amount":")" +
                               decimal(total_) + R"(","currency":"USD"})"));
    if (oneIn(30))
        std::swap(events[0], events[1]);  // the payment overtakes its order
    if (oneIn(20))
        events.push_back(events[rng_.below(2)]);  // delivered twice
    if (oneIn(40))
        events.push_back(event("order.cancel_asked", number, now, R"({"reason":"changed_mind"})"));
    if (oneIn(150))
        events.push_back(
            event("order.hold_asked", number, now, R"({"id":"h1","reason":"bad_mood"})"));  // no such reason
    if (oneIn(200))
        events.push_back(event("order.refurbished", number, now, "{}"));  // no such type
    return events;
}

}  // namespace holdpoint::lab
