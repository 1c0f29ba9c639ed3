// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/checker.h"

#include "core/base/check.h"
#include "core/views/name_cache.h"
#include "core/views/numbers.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

constexpr std::size_t Page = 1024;
constexpr std::uint64_t ProgressEach = 1024;

class CollectSteps final : public engine::StepSink {
public:
    CollectSteps(std::vector<StepBody>& bodies, std::vector<Seq>& seqs) : bodies_(bodies), seqs_(seqs) {}
    void step(const engine::Step& step) override
    {
        auto body = decodeStep(step.body);
        if (!body) {
            error = Error{Code::Corrupt, "step " + std::to_string(step.seq) + ": " + body.error().detail};
            return;
        }
        bodies_.push_back(std::move(*body));
        seqs_.push_back(step.seq);
    }
    Result<> error;

private:
    std::vector<StepBody>& bodies_;
    std::vector<Seq>& seqs_;
};

}  // namespace

Result<> OrderKeys::read(store::StoreReader& reader)
{
    auto read = reader.keys([this](ProducerName space, const std::string& text, EntityId entity) {
        if (entity.kind() != EntityKind::Order)
            return;
        keys_.push_back({entity, space, static_cast<std::uint32_t>(texts_.size()),
                         static_cast<std::uint32_t>(text.size())});
        texts_ += text;
    });
    std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) { return a.entity < b.entity; });
    return read;
}

std::string OrderKeys::rootKeyOf(EntityId id, const Dictionary& names)
{
    while (next_ < keys_.size() && keys_[next_].entity < id)
        ++next_;
    if (next_ == keys_.size() || keys_[next_].entity != id)
        return {};
    const Key& key = keys_[next_];
    return names.text(key.space) + '/' + texts_.substr(key.at, key.size);
}

Result<> StoredItems::fetch()
{
    auto page = reader_.exceptions(false, after_, Page);
    if (!page)
        return page.error();
    page_ = std::move(*page);
    next_ = 0;
    read_ += page_.size();
    ended_ = page_.size() < Page;
    if (!page_.empty())
        after_ = page_.back().id;
    return {};
}

Result<const ExceptionItem*> StoredItems::find(EntityId id)
{
    for (;;) {
        while (next_ < page_.size() && page_[next_].id < id)
            ++next_;
        if (next_ < page_.size()) {
            const bool same = page_[next_].id == id;
            found_ += same ? 1 : 0;
            return same ? &page_[next_] : nullptr;
        }
        if (ended_)
            return nullptr;
        if (auto fetched = fetch(); !fetched)
            return fetched.error();
    }
}

Result<> StoredItems::finish()
{
    while (!ended_)
        if (auto fetched = fetch(); !fetched)
            return fetched;
    return {};
}

Checker::Checker(store::StoreReader& reader, const CheckOptions& options)
    : reader_(reader), options_(options), items_(reader)
{}

Result<CheckReport> Checker::run()
{
    const Moment moment(reader_);
    if (!moment.ok)
        return moment.ok.error();
    if (auto read = readAll(); !read)
        return read.error();
    sums();
    return std::move(report_);
}

Result<> Checker::readAll()
{
    const auto head = reader_.head();
    if (!head)
        return head.error();
    const auto moment = asOf(reader_);
    if (!moment)
        return moment.error();
    report_.numbers.asOf = *moment;
    report_.journalHash = head->lease.chain;
    if (auto read = reader_.names(names_); !read)
        return read;
    if (auto read = keys_.read(reader_); !read)
        return read;
    constexpr Result<> (Checker::*Parts[])() = {&Checker::chain,           &Checker::entities,
                                                &Checker::exceptionsCount, &Checker::series,
                                                &Checker::stock,           &Checker::outbox};
    for (const auto part : Parts)
        if (auto read = (this->*part)(); !read)
            return read;
    return {};
}

Result<> Checker::entities()
{
    std::uint64_t all = 0;
    if (options_.progress) {
        auto counted = reader_.entities(EntityKind::None, {}, [&](const engine::EntityRow&) {
            ++all;
            return true;
        });
        if (!counted)
            return counted;
    }
    Result<> inner;
    auto read = reader_.entities(EntityKind::None, {}, [&](const engine::EntityRow& row) {
        inner = entity(row);
        if (inner && options_.progress && ++rows_ % ProgressEach == 0 && !options_.progress(rows_, all))
            inner = Error{Code::Unavailable, "cancelled"};
        return inner.has_value();
    });
    return inner ? read : inner;
}

Result<> Checker::loadSteps(EntityId id)
{
    steps_.bodies.clear();
    steps_.seqs.clear();
    CollectSteps sink(steps_.bodies, steps_.seqs);
    if (auto read = reader_.timeline(id, sink); !read)
        return read;
    return sink.error;
}

Result<> Checker::entity(const engine::EntityRow& row)
{
    ++report_.entities;
    if (auto loaded = loadSteps(row.id); !loaded) {
        if (loaded.error().code != Code::Corrupt)
            return loaded;
        disagree(row.id.text(), "steps", loaded.error().detail, {});
        return {};
    }
    report_.steps += steps_.seqs.size();
    compare<std::uint64_t>(row.id.text(), "version", row.version, steps_.seqs.size());
    compare<Seq>(row.id.text(), "head", row.head, steps_.seqs.empty() ? 0 : steps_.seqs.back());
    try {
        switch (row.id.kind()) {
        case EntityKind::Order: order(row); break;
        case EntityKind::Reservation: reservation(row); break;
        case EntityKind::Exception: return exception(row);
        default: plain(row);
        }
    } catch (const CheckFailed& broken) {
        disagree(row.id.text(), "fold", broken.what(), {});
    }
    return {};
}

void Checker::disagree(std::string entity, std::string what, std::string stored, std::string computed)
{
    ++report_.disagreementCount;
    if (report_.disagreements.size() < options_.keep)
        report_.disagreements.push_back(
            {std::move(entity), std::move(what), std::move(stored), std::move(computed)});
}

Result<CheckReport> check(store::StoreReader& reader, const CheckOptions& options)
{
    return Checker(reader, options).run();
}

}  // namespace holdpoint::views
