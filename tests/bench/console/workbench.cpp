// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/workbench.h"

#include "tests/bench/console/queue_events.h"

namespace holdpoint::bench {
namespace {

/// Agrees to everything, at once.
class Agreeing final : public engine::Dispatcher {
public:
    explicit Agreeing(host::EngineHost::AnswerSink sink) : sink_(std::move(sink)) {}
    void dispatch(const VendorCall& call) override
    {
        VendorAnswer answer;
        answer.outbox = call.outbox;
        answer.order = call.order;
        answer.ref = call.ref;
        answer.asked = call.ask;
        answer.attempt = call.attempt;
        answer.start = answer.end = clock_.wall();
        answer.outcome = AttemptOutcome::Done;
        answer.status = 200;
        answer.reference = "R" + call.orderNumber;
        sink_(std::move(answer));
    }

private:
    host::EngineHost::AnswerSink sink_;
    SystemClock clock_;
};

}  // namespace

Workbench::~Workbench()
{
    engine_.reset();
    views_.stop();
}

Result<> Workbench::begin()
{
    host::EngineHost::Options options;
    options.store = store::StoreOptions::onDisk(folder_);
    options.engine.holder = "bench";
    options.publisher = &log_;
    options.policy = [this](Dictionary& names) {
        log_.watch(names.intern<NameKind::Code>("unmapped_sku"));
        return queuePolicy(names);
    };
    options.dispatcher =
        [](host::EngineHost::AnswerSink sink) -> Result<std::unique_ptr<engine::Dispatcher>> {
        return std::unique_ptr<engine::Dispatcher>(std::make_unique<Agreeing>(std::move(sink)));
    };
    auto started = host::EngineHost::start(std::move(options));
    if (!started)
        return started.error();
    engine_ = std::move(*started);
    return views_.start();
}

bool Workbench::start()
{
    const auto begun = begin();
    state_ = begun ? State::Open : State::Failed;
    if (!begun)
        error_ = begun.error();
    emit stateChanged();
    return begun.has_value();
}

std::shared_ptr<session::Session> Workbench::newSession(session::Executor executor)
{
    return std::make_shared<host::LocalSession>(
        host::LocalSession::Parts{*engine_, views_, traffic_, clock_, "bench", "bench"}, std::move(executor));
}

}  // namespace holdpoint::bench
