// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/client.h"

#include "ui/state/call_queue.h"

#include <QUuid>

#include <algorithm>

namespace holdpoint::ui {
namespace {

constexpr std::int64_t LiveMs = 2'000;
constexpr std::int64_t AgeingMs = 10'000;
constexpr std::size_t MostDone = 64;  // commands in effect that may still be verified

}  // namespace

session::Executor executorOf(QObject* receiver)
{
    return [&queue = CallQueue::of(receiver)](std::function<void()> call) { queue.add(std::move(call)); };
}

struct Client::Sent final : session::ReceiptSink {
    Client* client = nullptr;
    session::Command command;
    std::weak_ptr<session::Session> session;  ///< that may call it
    session::RequestId id = 0;
    QPointer<QObject> context;
    bool hasContext = false;
    OnReceipt onReceipt;
    CommandState state = CommandState::Requested;

    /// Nothing comes any more.
    [[nodiscard]] bool isOver() const
    {
        return session.expired() || state == CommandState::Refused || state == CommandState::Failed ||
               state == CommandState::Verified;
    }
    void receipt(session::RequestId, const session::Receipt& receipt) override
    {
        state = receipt.state;
        if (client == nullptr)
            return;
        if (onReceipt && (!hasContext || context))
            onReceipt(receipt);
        emit client->receipt(command, receipt);
    }
};

struct Client::Asked final : session::AnswerSink {
    QPointer<QObject> context;
    OnAnswer onAnswer;
    session::RequestId id = 0;
    bool ended = false;

    void answer(session::RequestId, const session::Answer& answer) override
    {
        ended = !std::holds_alternative<session::Progress>(answer);
        if (context)
            onAnswer(answer);
    }
};

Client::Client(TimeSource time) : time_(std::move(time))
{
    connect(this, &Client::tick, this, &Client::eachSecond);
    connect(&second_, &QTimer::timeout, this, &Client::tick);
    second_.start(1'000);
}

Client::~Client() { detach(); }

void Client::attach(std::shared_ptr<session::Session> session)
{
    detach();
    session_ = std::move(session);
    linkTold_ = link().state;
    emit attached();
    emit linkChanged();
}

void Client::detach()
{
    if (!session_)
        return;
    emit detached();  // watches end themselves while the session is still there
    for (const auto& asked : asked_)
        if (!asked->ended)
            session_->cancel(session::Session::Request{asked->id});
    session_.reset();
    asked_.clear();
    // A command that was sent cannot be cancelled, and whoever else holds the session may still answer it.
    for (const auto& sent : sent_)
        sent->client = nullptr;
    linkTold_ = link().state;
    emit linkChanged();
}

session::LinkState Client::link() const { return session_ ? session_->link() : session::LinkState{}; }

bool Client::isConnected() const { return link().state == session::LinkState::State::Connected; }

Instant Client::engineNow() const { return time_.wall() + link().clockOffset; }

void Client::setOperator(Operator who)
{
    operator_ = std::move(who);
    emit linkChanged();
}

// A repeat says when it was given first, so that the engine can tell one that is out of time from a new one.
void Client::stamp(session::Command& command) const
{
    if (command.key.empty()) {
        command.key = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        command.given = time_.wall();
    } else if (command.given == Instant{}) {
        const auto known = std::find_if(sent_.begin(), sent_.end(),
                                        [&](const auto& sent) { return sent->command.key == command.key; });
        if (known != sent_.end())
            command.given = (*known)->command.given;
    }
}

std::string Client::submit(session::Command command, QObject* context, OnReceipt onReceipt)
{
    if (!session_)
        return {};
    stamp(command);
    command.actor = operator_.name;
    command.role = operator_.role;
    auto sent = std::make_shared<Sent>();
    sent->client = this;
    sent->command = command;
    sent->context = context;
    sent->hasContext = context != nullptr;
    sent->onReceipt = std::move(onReceipt);
    sent->session = session_;
    sent_.push_back(sent);
    emit submitted(command);
    sent->id = session_->submit(command, *sent);
    return command.key;
}

void Client::ask(const session::Question& question, QObject* context, OnAnswer onAnswer)
{
    if (!session_)
        return;
    auto asked = std::make_shared<Asked>();
    asked->context = context;
    asked->onAnswer = std::move(onAnswer);
    asked_.push_back(asked);
    asked->id = session_->ask(question, *asked);
}

// A command in effect is kept for a while, because some are verified later; the oldest go first.
void Client::forgetDone()
{
    std::erase_if(sent_, [](const auto& sent) { return sent->isOver(); });
    const auto isDone = [](const auto& sent) { return sent->state == CommandState::Effective; };
    auto done = static_cast<std::size_t>(std::count_if(sent_.begin(), sent_.end(), isDone));
    std::erase_if(sent_, [&](const auto& sent) {
        if (done <= MostDone || !isDone(sent))
            return false;
        if (const auto session = sent->session.lock())
            session->cancel(session::Session::Request{sent->id});
        --done;
        return true;
    });
}

void Client::eachSecond()
{
    std::erase_if(asked_, [](const auto& asked) { return asked->ended; });
    forgetDone();
    // An engine that stops says nothing: it is noticed here.
    if (const auto now = link().state; now != linkTold_) {
        linkTold_ = now;
        emit linkChanged();
    }
}

Watch::Watch(Client& client, session::Query query, session::Window first, QObject* parent)
    : QObject(parent), client_(client), query_(std::move(query)), window_(first)
{
    connect(&client_, &Client::attached, this, &Watch::start);
    connect(&client_, &Client::detached, this, [this] {
        stop();
        emit lost();
    });
    connect(&client_, &Client::tick, this, &Watch::look);
    connect(&client_, &Client::linkChanged, this, [this] {
        if (id_ != 0 && query_.actor != client_.whoami().name)  // whose "mine" it is has changed
            setQuery(query_);
        look();
    });
    start();
}

Watch::~Watch() { stop(); }

void Watch::start()
{
    const auto* session = client_.session();
    if (session == nullptr || id_ != 0)
        return;
    query_.actor = client_.whoami().name;
    id_ = client_.session()->watch(query_, window_, *this);
}

void Watch::stop()
{
    if (id_ != 0 && client_.session() != nullptr)
        client_.session()->unwatch(id_);
    id_ = 0;
}

void Watch::setQuery(session::Query query)
{
    stop();
    query_ = std::move(query);
    window_.first = 0;
    start();
}

void Watch::setWindow(session::Window window)
{
    if (window == window_)
        return;
    window_ = window;
    if (id_ != 0)
        client_.session()->adjust(id_, window_);
}

void Watch::accept()
{
    if (id_ != 0)
        client_.session()->accept(id_);
}

Milliseconds Watch::age() const
{
    return Milliseconds{heardMs_ < 0 ? 0 : client_.time().monotonicMs() - heardMs_};
}

Freshness Watch::freshness() const
{
    if (heardMs_ < 0)
        return client_.isAttached() ? Freshness::NoData : Freshness::Disconnected;
    if (!client_.isAttached() || client_.link().state != session::LinkState::State::Connected)
        return Freshness::Disconnected;
    const auto ms = age().count();
    if (ms <= LiveMs)
        return Freshness::Live;
    return ms <= AgeingMs ? Freshness::Ageing : Freshness::Stale;
}

void Watch::look()
{
    const Freshness now = freshness();
    if (now == shown_)
        return;
    shown_ = now;
    emit freshnessChanged(now);
}

void Watch::update(session::WatchId watch, const session::Update& update)
{
    if (watch != id_)
        return;
    if (const auto* failure = std::get_if<session::Failed>(&update)) {
        id_ = 0;
        emit failed(*failure);
        return;
    }
    heardMs_ = client_.time().monotonicMs();
    if (const auto* snap = std::get_if<session::Snapshot>(&update)) {
        asOf_ = snap->asOf;
        emit snapshot(*snap);
    } else if (const auto* change = std::get_if<session::Delta>(&update)) {
        asOf_ = change->asOf;
        emit delta(*change);
    } else if (const auto* age = std::get_if<session::Age>(&update)) {
        asOf_ = age->asOf;
    }
    look();
}

}  // namespace holdpoint::ui
