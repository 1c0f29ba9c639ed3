// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/numbers.h"

#include "core/views/recount.h"

#include <map>

namespace holdpoint::views {
namespace {

constexpr std::size_t Page = 4096;

Result<> countEvents(store::StoreReader& reader, const Dictionary& names, session::Numbers& numbers)
{
    std::map<std::string, session::EventCounts> byProducer;
    auto read = reader.eachSeries([&](std::uint32_t metric, std::uint32_t producer, std::int64_t,
                                      const store::SeriesSum& sum) {
        if (std::int64_t* all = counterOf(numbers.events, static_cast<Metric>(metric))) {
            *all += sum.n;
            *counterOf(byProducer[names.text(ProducerName{producer})], static_cast<Metric>(metric)) += sum.n;
        }
    });
    numbers.byProducer.assign(byProducer.begin(), byProducer.end());
    return read;
}

/// Rows of a list that is read page by page; `next` reads one page and moves on.
template <typename Next>
Result<std::int64_t> countPages(Next&& next)
{
    std::int64_t count = 0;
    for (;;) {
        const Result<std::size_t> page = next();
        if (!page)
            return page.error();
        count += static_cast<std::int64_t>(*page);
        if (*page < Page)
            return count;
    }
}

}  // namespace

Result<session::AsOf> asOf(store::StoreReader& reader)
{
    const auto head = reader.head();
    if (!head)
        return head.error();
    const engine::Lease& lease = head->lease;
    return session::AsOf{{{lease.partition, lease.lastSeq, lease.lastFrame}}, lease.lastTime};
}

Result<session::Numbers> numbers(store::StoreReader& reader, const Dictionary& names)
{
    session::Numbers numbers;
    const auto moment = asOf(reader);
    if (!moment)
        return moment.error();
    numbers.asOf = *moment;
    if (auto counted = countEvents(reader, names, numbers); !counted)
        return counted.error();
    const auto places = reader.places(EntityKind::Order);
    if (!places)
        return places.error();
    numbers.orders = *places;
    const auto open = countPages([&, after = EntityId{}]() mutable -> Result<std::size_t> {
        const auto page = reader.exceptions(true, after, Page);
        if (!page)
            return page.error();
        if (!page->empty())
            after = page->back().id;
        return page->size();
    });
    if (!open)
        return open.error();
    const auto waiting = countPages([&, after = OutboxId{0}]() mutable -> Result<std::size_t> {
        const auto page = reader.outbox(after, Page);
        if (!page)
            return page.error();
        if (!page->empty())
            after = page->back().id;
        return page->size();
    });
    if (!waiting)
        return waiting.error();
    numbers.exceptionsOpen = *open;
    numbers.outbox = *waiting;
    return numbers;
}

}  // namespace holdpoint::views
