// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/replay.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace holdpoint::host {
namespace {

constexpr std::size_t InFlight = 4'096;  // inputs sent and not durable yet
constexpr Milliseconds ProgressEvery{100};
constexpr std::size_t CountsPerEvent = 500;
constexpr Milliseconds SettleLimit{120'000};

using Steady = std::chrono::steady_clock;

double secondsSince(Steady::time_point start)
{
    return std::chrono::duration<double>(Steady::now() - start).count();
}

/// What the engine said, collected on its thread and read on ours.
class Tally {
public:
    void sent()
    {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [this] { return open_ < InFlight || failed_; });
        ++open_;
    }
    void unsent()
    {
        const std::lock_guard lock(mutex_);
        --open_;
    }
    void answered(const engine::Outcome& outcome, double ms, bool counts)
    {
        {
            const std::lock_guard lock(mutex_);
            --open_;
            failed_ = failed_ || outcome.failed;
            if (outcome.failed)
                why_ = outcome.detail;
            if (counts) {
                ++byDisposition_[static_cast<std::size_t>(outcome.disposition)];
                latencies_.push_back(static_cast<float>(ms));
            }
            last_ = outcome;
        }
        room_.notify_all();
    }
    bool drained(Milliseconds wait)
    {
        std::unique_lock lock(mutex_);
        return room_.wait_for(lock, wait, [this] { return open_ == 0; });
    }
    [[nodiscard]] std::optional<Error> failure() const
    {
        const std::lock_guard lock(mutex_);
        return failed_ ? std::optional(Error{Code::Unavailable, why_}) : std::nullopt;
    }
    [[nodiscard]] engine::Outcome last() const
    {
        const std::lock_guard lock(mutex_);
        return last_;
    }
    void fill(ReplayResult& result)
    {
        const std::lock_guard lock(mutex_);
        result.accepted = byDisposition_[static_cast<std::size_t>(EventDisposition::Accepted)];
        result.duplicate = byDisposition_[static_cast<std::size_t>(EventDisposition::Duplicate)];
        result.parked = byDisposition_[static_cast<std::size_t>(EventDisposition::Parked)];
        result.refused = byDisposition_[static_cast<std::size_t>(EventDisposition::Refused)];
        if (latencies_.empty())
            return;
        std::sort(latencies_.begin(), latencies_.end());
        result.p50Ms = latencies_[latencies_.size() / 2];
        result.p99Ms = latencies_[latencies_.size() * 99 / 100];
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable room_;
    std::size_t open_ = 0;
    bool failed_ = false;
    std::string why_;
    engine::Outcome last_;
    std::array<std::uint64_t, CountOf<EventDisposition>> byDisposition_{};
    std::vector<float> latencies_;
};

/// The `time` of an event, read without parsing it: importers write it in one form.
Instant timeOf(std::string_view bytes)
{
    constexpr std::string_view field = "\"time\":\"";
    const auto at = bytes.find(field);
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = bytes.substr(at + field.size());
    return parseInstant(rest.substr(0, rest.find('"'))).value_or(Instant{});
}

std::string_view nameOf(lab::ImportMode mode)
{
    if (mode == lab::ImportMode::Shadow)
        return "shadow:";
    return mode == lab::ImportMode::Observe ? "observe:" : "control:";
}

class Run {
public:
    Run(LabWorld& world, const ReplayOptions& options,
        const std::function<bool(const ReplayProgress&)>& progress)
        : world_(world), options_(options), progress_(progress), lane_(laneOf(options.mode))
    {}

    Result<ReplayResult> run()
    {
        importer_ = lab::makeImporter(options_.format);
        if (!importer_)
            return Error{Code::InvalidArgument, "no such format: " + options_.format};
        if (auto opened = importer_->open(options_.path, {options_.mode}); !opened)
            return opened.error();
        if (auto started = startJob(); !started)
            return started.error();
        if (auto sent = sendAll(); !sent)
            return sent.error();
        result_.seconds = secondsSince(start_);
        if (auto ended = end(); !ended)
            return ended.error();
        tally_.fill(result_);
        result_.report = importer_->report();
        result_.totalSeconds = secondsSince(start_);
        return result_;
    }

private:
    static Lane laneOf(lab::ImportMode mode)
    {
        if (mode == lab::ImportMode::Shadow)
            return Lane::Shadow;
        return mode == lab::ImportMode::Observe ? Lane::Observe : Lane::Live;
    }

    Result<> post(engine::Input input, bool counts)
    {
        tally_.sent();
        const auto sentAt = Steady::now();
        const auto reply = [this, sentAt, counts](const engine::Outcome& outcome) {
            tally_.answered(outcome, secondsSince(sentAt) * 1000, counts);
        };
        while (true) {
            if (auto posted = world_.engine().post(input, EngineHost::InputClass::Bulk, reply); posted)
                return {};
            if (const HostState state = world_.engine().state(); state.halted) {
                tally_.unsent();
                return Error{Code::Unavailable, state.haltReason};
            }
            if (!tally_.drained(Milliseconds{1}))
                continue;
        }
    }

    Result<> postAndWait(engine::Input input)
    {
        if (auto posted = post(std::move(input), false); !posted)
            return posted;
        while (!tally_.drained(ProgressEvery))
            if (const HostState state = world_.engine().state(); state.halted)
                return Error{Code::Unavailable, state.haltReason};
        if (auto failure = tally_.failure())
            return *failure;
        return {};
    }

    Result<> startJob()
    {
        engine::Input input;
        const std::string name = "replay:" + options_.format + ':' + std::string(nameOf(options_.mode)) +
                                 std::filesystem::weakly_canonical(options_.path).filename().string();
        input.body = engine::StartJob{name, "replay", importer_->totalRows()};
        if (auto started = postAndWait(std::move(input)); !started)
            return started;
        job_ = tally_.last().entity;
        result_.resumedAt = tally_.last().position;
        if (result_.resumedAt == 0 && options_.stock && options_.mode != lab::ImportMode::Observe)
            if (auto stocked = putStock(); !stocked)
                return stocked;
        return result_.resumedAt > 0 ? importer_->skipTo(result_.resumedAt) : Result<>{};
    }

    // Enough for nearly all orders at the nearest node, so that some have to be split and some go elsewhere.
    Result<> putStock()
    {
        const lab::Demand& demand = importer_->skus();
        int part = 0;
        for (auto sku = demand.begin(); sku != demand.end(); ++part) {
            std::string counts;
            std::size_t n = 0;
            const auto first = sku;
            for (const std::string& node : LabWorld::warehouses()) {
                counts.clear();
                n = 0;
                for (sku = first; sku != demand.end() && n < CountsPerEvent; ++sku, ++n) {
                    const std::int64_t units =
                        std::min<std::int64_t>(sku->second * 7 / 10 + 1, 1'000'000'000);
                    counts += std::string(counts.empty() ? "" : ",") + R"({"sku":)" + quoted(sku->first) +
                              R"(,"units":)" + std::to_string(units) + R"(,"version":1})";
                }
                engine::Input input;
                input.body = engine::EventBytes{R"({"specversion":"1.0","id":"opening-)" +
                                                    std::to_string(part) + R"(","source":"wms-)" + node +
                                                    R"(","type":"stock.counted","subject":")" + node +
                                                    R"(","data":{"counts":[)" + counts + "]}}",
                                                Lane::Live, 0};
                if (auto posted = post(std::move(input), false); !posted)
                    return posted;
            }
        }
        return {};
    }

    static std::string quoted(const std::string& text)
    {
        std::string out = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\')
                out += '\\';
            out += c;
        }
        return out + '"';
    }

    Result<> sendAll()
    {
        while (options_.limit == 0 || result_.sent < options_.limit) {
            auto item = importer_->next();
            if (!item)
                return item.error();
            if (!item->has_value())
                break;
            if (auto sent = send(std::move(**item)); !sent)
                return sent;
            if (!tell(false)) {
                result_.cancelled = true;
                break;
            }
        }
        while (!tally_.drained(ProgressEvery)) {
            (void)tell(true);
            if (const HostState state = world_.engine().state(); state.halted)
                return Error{Code::Unavailable, state.haltReason};
        }
        if (auto failure = tally_.failure())
            return *failure;
        return {};
    }

    Result<> send(lab::ImportItem item)
    {
        engine::Input input;
        input.job = job_;
        input.position = item.position;
        if (auto* event = std::get_if<lab::ImportedEvent>(&item.what)) {
            pace(event->bytes);
            input.body = engine::EventBytes{std::move(event->bytes), lane_, 0, std::move(event->where)};
        } else if (auto* refusal = std::get_if<lab::RowRefusal>(&item.what)) {
            input.body = engine::RowRefusal{options_.format, refusal->rule,
                                            refusal->file + ':' + std::to_string(refusal->line),
                                            refusal->detail, refusal->raw};
        } else {
            return {};  // understood, and nothing to send
        }
        ++result_.sent;
        return post(std::move(input), true);
    }

    void pace(std::string_view bytes)
    {
        if (options_.speed <= 0)
            return;
        const Instant at = timeOf(bytes);
        if (at == Instant{})
            return;
        if (firstTime_ == Instant{})
            firstTime_ = at;
        const double due = static_cast<double>((at - firstTime_).count()) / 1000 / options_.speed;
        for (double left = due - secondsSince(start_); left > 0 && tell(false);
             left = due - secondsSince(start_))
            std::this_thread::sleep_for(
                std::min<std::chrono::duration<double>>(ProgressEvery, std::chrono::duration<double>(left)));
    }

    bool tell(bool waiting)
    {
        if (!progress_ || Steady::now() - told_ < ProgressEvery)
            return true;
        told_ = Steady::now();
        return progress_({importer_->rows(), importer_->totalRows(), result_.sent, secondsSince(start_),
                          waiting, world_.engine().state()});
    }

    Result<> end()
    {
        const bool whole = !result_.cancelled && options_.limit == 0;
        if (whole && options_.mode == lab::ImportMode::Observe) {
            engine::Input sweep;
            sweep.body = engine::SweepEndOfFile{};
            if (auto swept = postAndWait(std::move(sweep)); !swept)
                return swept;
        }
        settle();
        if (!whole)
            return {};
        engine::Input done;
        done.body = engine::EndJob{job_, false};
        return postAndWait(std::move(done));
    }

    // Calls and events of vendors that are under way.
    void settle()
    {
        const auto begin = Steady::now();
        int quiet = 0;
        world_.engine().waitUntil([&](const HostState& state) {
            if (!tell(true) || Steady::now() - begin > SettleLimit)
                return true;
            quiet = world_.isQuiet(state) ? quiet + 1 : 0;
            return quiet >= 3;
        });
    }

    LabWorld& world_;
    const ReplayOptions& options_;
    const std::function<bool(const ReplayProgress&)>& progress_;
    Lane lane_;
    std::unique_ptr<lab::Importer> importer_;
    Tally tally_;
    ReplayResult result_;
    EntityId job_;
    Instant firstTime_;
    Steady::time_point start_ = Steady::now();
    Steady::time_point told_{};
};

}  // namespace

Result<ReplayResult> replay(LabWorld& world, const ReplayOptions& options,
                            const std::function<bool(const ReplayProgress&)>& progress)
{
    return Run(world, options, progress).run();
}

Result<LabWorld::Options> worldFor(const ReplayOptions& options, const std::filesystem::path& folder)
{
    const auto importer = lab::makeImporter(options.format);
    if (!importer)
        return Error{Code::InvalidArgument, "no such format: " + options.format};
    LabWorld::Options world;
    world.folder = folder;
    world.numberSpace = options.format == "cloudevents" ? "shop" : options.format;
    world.paymentRule = importer->hasPayments() ? PaymentRule::AnyAuthorised : PaymentRule::None;
    return world;
}

}  // namespace holdpoint::host
