// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connect/http_call.h"
#include "core/connect/http_dispatcher.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>

namespace holdpoint::connect {

/// The inside of HttpDispatcher: a mailbox for the engine's thread, and on its own thread the calls of every vendor.
/// Only wake-ups go through Qt's queue; all that is handed over lies behind our mutex, where a thread sanitizer sees it.
class Caller final : public QObject {
    Q_OBJECT

public:
    Caller(HttpDispatcher::Options options, const Clock& clock, HttpDispatcher::Sink sink);
    ~Caller() override;

    void take(const VendorCall& call);
    [[nodiscard]] std::size_t callsInFlight() const;

private:
    // Qt's access manager opens at most this many connections to a host and lets the rest wait unseen.
    static constexpr int CallsPerManager = 6;

    struct Line {
        explicit Line(QNetworkAccessManager* m) : manager(m) {}
        QNetworkAccessManager* manager;  // child of the Caller
        int calls = 0;
    };
    struct Vendor {
        QUrl base;
        int limit = 1;
        std::vector<Line> lines;
        std::deque<VendorCall> waiting;
        int calls = 0;
    };
    void wake();
    void customEvent(QEvent* wake) override;
    void collect();
    void place(VendorCall call);
    void startCalls(Vendor& vendor);
    Line& freeLine(Vendor& vendor);
    void answerUnsent(VendorCall call, const char* reason);
    void done(Vendor* vendor, Line* line, HttpCall& call, const contracts::HttpOutcome& outcome);
    void stopAll();

    HttpDispatcher::Options options_;
    const Clock& clock_;
    HttpDispatcher::Sink sink_;

    mutable std::mutex mutex_;
    std::deque<VendorCall> mailbox_;
    std::deque<VendorCall> overflow_;  // to be answered as not sent
    std::size_t open_ = 0;             // calls without an answer
    bool stopAsked_ = false;
    bool stopped_ = false;  // nothing of ours happens on the thread any more
    std::condition_variable ended_;

    // Connect thread only.
    std::map<std::string, Vendor> vendors_;
    std::set<HttpCall*> running_;  // children of nobody: deleted when done
    bool stopping_ = false;

    QThread thread_;
};

}  // namespace holdpoint::connect
