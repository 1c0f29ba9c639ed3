// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/queue_maker.h"

#include "core/engine/engine.h"
#include "core/host/lab_world.h"
#include "core/store/sqlite_store.h"
#include "tests/bench/console/queue_events.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>

namespace holdpoint::bench {
namespace {

constexpr std::size_t InputsPerTurn = 512;
constexpr std::uint64_t TellEvery = 100'000;

[[noreturn]] void stop(const std::string& why)
{
    std::fprintf(stderr, "queue maker: %s\n", why.c_str());
    std::exit(1);
}

/// The warehouses refuse what they are asked to ship; everybody else agrees.
class Vendors final : public engine::Dispatcher, public engine::Publisher {
public:
    void dispatch(const VendorCall& call) override
    {
        VendorAnswer answer;
        answer.outbox = call.outbox;
        answer.order = call.order;
        answer.ref = call.ref;
        answer.attempt = call.attempt;
        answer.start = answer.end = time;
        const bool refuses = call.ref.operation == Operation::Ship;
        answer.outcome = refuses ? AttemptOutcome::FailedForCertain : AttemptOutcome::Done;
        answer.status = refuses ? 422 : 200;
        if (refuses) {
            const Refusal refusal = refusalOf(call.order.value());
            answer.cls = FailureClass::Validation;
            answer.code = refusal.code;
            answer.pointer = refusal.pointer;
        } else {
            answer.reference = "R" + call.orderNumber;
        }
        answers.emplace_back().body = std::move(answer);
    }
    void published(const engine::Batch& batch) override
    {
        for (const ExceptionItem* item : batch.exceptions)
            open += item->version == 1 ? 1 : 0;
    }

    std::deque<engine::Input> answers;
    std::uint64_t open = 0;
    Instant time;
};

store::StoreOptions storeIn(const std::filesystem::path& folder)
{
    auto options = store::StoreOptions::onDisk(folder);
    options.reserveBytes = 0;
    return options;
}

class Maker {
public:
    explicit Maker(const std::filesystem::path& folder)
        : store_(storeIn(folder)), engine_({store_, clock_, rng_, vendors_, vendors_, noCrash_}, queuePolicy)
    {
        if (const auto started = engine_.start(); !started)
            stop(started.error().detail);
        for (const std::string& node : host::LabWorld::warehouses())
            turn({eventOf(stockCounted(node))});
    }

    void run(std::uint64_t rows)
    {
        std::uint64_t placed = 0, told = 0;
        while (vendors_.open < rows) {
            std::vector<engine::Input> inputs;
            while (inputs.size() < InputsPerTurn && !vendors_.answers.empty()) {
                inputs.push_back(std::move(vendors_.answers.front()));
                vendors_.answers.pop_front();
            }
            vendors_.time = clock_.wall();
            const std::string now = toText(vendors_.time);
            for (; inputs.size() < InputsPerTurn && placed < rows; ++placed)
                inputs.push_back(eventOf(placedWrongly(placed, causeOf(placed), now)));
            if (inputs.empty() && ++idle_ > 1'000)
                stop(std::to_string(rows) + " orders opened only " + std::to_string(vendors_.open));
            turn(inputs);
            if (vendors_.open / TellEvery > told)
                std::fprintf(stderr, "%llu rows\n",
                             static_cast<unsigned long long>(TellEvery * (told = vendors_.open / TellEvery)));
        }
    }

private:
    static engine::Input eventOf(std::string bytes)
    {
        engine::Input input;
        input.body = engine::EventBytes{std::move(bytes), Lane::Live, 0};
        return input;
    }

    void turn(std::vector<engine::Input> inputs)
    {
        const auto result = engine_.turn(inputs);
        if (!result)
            stop(result.error().detail);
        for (const engine::Outcome& outcome : result->outcomes)
            if (outcome.failed || outcome.disposition == EventDisposition::Refused)
                stop("an input was refused: " + outcome.rule + " " + outcome.where + " " + outcome.detail);
    }

    store::SqliteStore store_;
    SystemClock clock_;
    SeededRng rng_{1};
    engine::CrashPoint noCrash_;
    Vendors vendors_;
    engine::Engine engine_;
    int idle_ = 0;
};

}  // namespace

Figures makeQueue(const std::filesystem::path& folder, std::uint64_t rows)
{
    Figures figures;
    {
        Maker maker(folder);
        Measure measure;
        maker.run(rows);
        figures = measure.figures(rows, 0);
    }
    Measure::addDisk(figures, folder);
    return figures;
}

}  // namespace holdpoint::bench
