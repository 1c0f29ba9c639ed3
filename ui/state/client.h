// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"
#include "ui/state/time_source.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace holdpoint::ui {

/// How old what is shown is, by the data's own time.
enum class Freshness { NoData, Live, Ageing, Stale, Disconnected };

/// Runs things on the thread of `receiver`, in order, later. Made on that thread, called on any; `receiver` outlives
/// whoever calls it.
[[nodiscard]] session::Executor executorOf(QObject* receiver);

/// Who sits at this window.
struct Operator {
    std::string name = "operator";
    Role role = Role::Engineer;
};

/// A window's end of one session: requests whose answers arrive as calls of functions on the GUI thread, receipts of
/// commands, and how the link stands. Owns the session while it is attached. GUI thread only; nothing here waits.
class Client final : public QObject {
    Q_OBJECT

public:
    explicit Client(TimeSource time = {});
    ~Client() override;

    /// The engine is there. `session` calls its sinks through `executorOf(this)`.
    void attach(std::shared_ptr<session::Session> session);
    /// It is gone, or another one comes: every watch says so, every open question is forgotten.
    void detach();
    [[nodiscard]] session::Session* session() const noexcept { return session_.get(); }
    [[nodiscard]] bool isAttached() const noexcept { return session_ != nullptr; }
    /// Attached to an engine that runs: a command can be sent.
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] const TimeSource& time() const noexcept { return time_; }
    [[nodiscard]] session::LinkState link() const;
    /// Wall clock of the engine, as well as it is known here.
    [[nodiscard]] Instant engineNow() const;

    /// Commands whose receipts may still come; a measure of what is kept.
    [[nodiscard]] std::size_t commandsKept() const noexcept { return sent_.size(); }
    [[nodiscard]] const Operator& whoami() const noexcept { return operator_; }
    void setOperator(Operator who);

    using OnReceipt = std::function<void(const session::Receipt&)>;
    /// Fills in key, time, actor and role, and sends; with a key that it was given, the time that was said with it first. Returns the key; empty: nothing is attached, nothing was sent.
    /// `onReceipt` is called for each receipt while `context` lives; `receipt` is emitted for all.
    std::string submit(session::Command command, QObject* context = nullptr, OnReceipt onReceipt = {});

    using OnAnswer = std::function<void(const session::Answer&)>;
    /// Asks once; `onAnswer` gets any Progress and then one other answer, while `context` lives.
    void ask(const session::Question& question, QObject* context, OnAnswer onAnswer);

signals:
    void attached();
    void detached();
    /// State of the link, or whose window it is.
    void linkChanged();
    void submitted(const holdpoint::session::Command& command);
    void receipt(const holdpoint::session::Command& command, const holdpoint::session::Receipt& receipt);
    /// Once a second, for ages and clocks.
    void tick();

private:
    struct Sent;
    struct Asked;
    void eachSecond();
    void forgetDone();
    void stamp(session::Command& command) const;

    TimeSource time_;
    std::shared_ptr<session::Session> session_;
    Operator operator_;
    std::vector<std::shared_ptr<Sent>> sent_;
    std::vector<std::shared_ptr<Asked>> asked_;
    session::LinkState::State linkTold_ = session::LinkState::State::Disconnected;
    QTimer second_;
};

/// One watched list or board. Starts when the client is attached, again after each attach. GUI thread.
class Watch final : public QObject, private session::UpdateSink {
    Q_OBJECT

public:
    Watch(Client& client, session::Query query, session::Window first, QObject* parent);
    ~Watch() override;

    /// A new query is a new result; the old one stays shown until the first snapshot.
    void setQuery(session::Query query);
    [[nodiscard]] const session::Query& query() const noexcept { return query_; }
    void setWindow(session::Window window);
    [[nodiscard]] session::Window window() const noexcept { return window_; }
    /// Brings waiting rows in.
    void accept();

    [[nodiscard]] Freshness freshness() const;
    /// Of the newest update.
    [[nodiscard]] const session::AsOf& asOf() const noexcept { return asOf_; }
    /// Since something was last heard; 0 if never.
    [[nodiscard]] Milliseconds age() const;

signals:
    void snapshot(const holdpoint::session::Snapshot& snapshot);
    void delta(const holdpoint::session::Delta& delta);
    void failed(const holdpoint::session::Failed& failed);
    /// The engine is gone; what comes next is another one's, whatever numbers it gives to its results.
    void lost();
    /// The freshness has another value.
    void freshnessChanged(holdpoint::ui::Freshness freshness);

private:
    void update(session::WatchId watch, const session::Update& update) override;
    void start();
    void stop();
    void look();

    Client& client_;
    session::Query query_;
    session::Window window_;
    session::WatchId id_ = 0;
    session::AsOf asOf_;
    std::int64_t heardMs_ = -1;
    Freshness shown_ = Freshness::NoData;
};

}  // namespace holdpoint::ui
