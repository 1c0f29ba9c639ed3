// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/local_session.h"

namespace holdpoint::host {
namespace {

constexpr std::chrono::milliseconds Tick{100};
// Numbers of commands are far from those that the views give.
constexpr session::RequestId FirstCommand = session::RequestId{1} << 62;

}  // namespace

LocalSession::LocalSession(Parts parts, session::Executor executor)
    : parts_(std::move(parts)),
      reading_(parts_.views.session(executor)),
      submissions_(
          std::make_shared<Submissions>(Submissions::World{parts_.engine, parts_.traffic, parts_.clock,
                                                           [&v = parts_.views] { return v.asOf(); }},
                                        std::move(executor))),
      lastCommand_(FirstCommand),
      time_([this] { keepTime(); })
{}

LocalSession::~LocalSession()
{
    {
        const std::lock_guard lock(timeMutex_);
        stopping_ = true;
    }
    timeChanged_.notify_all();
    time_.join();
    submissions_->end();
}

// Sleeps while there is nothing to wait for.
void LocalSession::keepTime()
{
    std::unique_lock lock(timeMutex_);
    while (true) {
        timeChanged_.wait(lock, [this] { return stopping_ || submissions_->waits(); });
        timeChanged_.wait_for(lock, Tick, [this] { return stopping_; });
        if (stopping_)
            return;
        submissions_->tick();
    }
}

session::RequestId LocalSession::submit(const session::Command& command, session::ReceiptSink& sink)
{
    const session::RequestId id = ++lastCommand_;
    session::Command given = command;
    if (given.on && given.objects.empty())
        given.objects = parts_.views.objectsOf(*given.on);
    submissions_->submit(id, std::move(given), sink);
    {
        const std::lock_guard lock(timeMutex_);  // else the thread could go to sleep on what it has just seen
    }
    timeChanged_.notify_all();
    return id;
}

session::WatchId LocalSession::watch(const session::Query& query, session::Window first,
                                     session::UpdateSink& sink)
{
    return reading_->watch(query, first, sink);
}

void LocalSession::adjust(session::WatchId watch, session::Window window) { reading_->adjust(watch, window); }
void LocalSession::accept(session::WatchId watch) { reading_->accept(watch); }
void LocalSession::unwatch(session::WatchId watch) { reading_->unwatch(watch); }

session::RequestId LocalSession::ask(const session::Question& question, session::AnswerSink& sink)
{
    return reading_->ask(question, sink);
}

session::StreamId LocalSession::open(const session::StreamRequest& request, session::ChunkSink& sink)
{
    return reading_->open(request, sink);
}

void LocalSession::more(session::StreamId stream, std::uint32_t chunks) { reading_->more(stream, chunks); }

void LocalSession::cancel(std::variant<Request, Stream> what)
{
    const auto* request = std::get_if<Request>(&what);
    if (request != nullptr && request->id > FirstCommand)
        return submissions_->forget(request->id);
    reading_->cancel(what);
}

session::LinkState LocalSession::link() const
{
    const HostState host = parts_.engine.state();
    session::LinkState link;
    link.state = host.halted ? session::LinkState::State::Disconnected : session::LinkState::State::Connected;
    link.engine = parts_.name + '#' + std::to_string(host.epoch);
    link.version = parts_.version;
    link.asOf = parts_.views.asOf();
    link.partitionsHeld = host.halted ? 0 : 1;
    link.partitions = 1;
    link.detail = host.halted ? host.haltReason : host.full.empty() ? host.proof : host.full;
    return link;
}

}  // namespace holdpoint::host
