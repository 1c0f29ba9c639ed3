// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connect/caller.h"

#include "core/base/check.h"

#include <QCoreApplication>
#include <QNetworkProxy>

#include <algorithm>
#include <utility>

namespace holdpoint::connect {

Caller::Caller(HttpDispatcher::Options options, const Clock& clock, HttpDispatcher::Sink sink)
    : options_(std::move(options)), clock_(clock), sink_(std::move(sink))
{
    HP_CHECK(QCoreApplication::instance());
    for (const HttpDispatcher::Vendor& from : options_.vendors) {
        Vendor& vendor = vendors_[from.name];
        vendor.base = QUrl(QString::fromStdString(from.baseUrl));
        vendor.limit = std::max(1, from.concurrentCalls);
        vendor.lines.reserve(static_cast<std::size_t>(vendor.limit / CallsPerManager + 1));  // addresses stay
    }
    thread_.setObjectName("connect");
    moveToThread(&thread_);
    thread_.start();
}

Caller::~Caller()
{
    {
        std::unique_lock lock(mutex_);
        stopAsked_ = true;
        wake();
        ended_.wait(lock, [this] { return stopped_; });
    }
    thread_.quit();
    thread_.wait();
}

void Caller::take(const VendorCall& call)
{
    const std::lock_guard lock(mutex_);
    const bool isFirst = mailbox_.empty() && overflow_.empty();
    (open_ < options_.maxCalls ? mailbox_ : overflow_).push_back(call);
    ++open_;
    if (isFirst)
        wake();
}

void Caller::wake() { QCoreApplication::postEvent(this, new QEvent(QEvent::User)); }

void Caller::customEvent(QEvent*)
{
    std::unique_lock lock(mutex_);
    const bool stop = stopAsked_;
    lock.unlock();
    stop ? stopAll() : collect();
}

std::size_t Caller::callsInFlight() const
{
    const std::lock_guard lock(mutex_);
    return open_;
}

void Caller::collect()
{
    std::deque<VendorCall> calls;
    std::deque<VendorCall> refused;
    {
        const std::lock_guard lock(mutex_);
        calls.swap(mailbox_);
        refused.swap(overflow_);
    }
    for (VendorCall& call : refused)
        answerUnsent(std::move(call), "connect_queue_full");
    for (VendorCall& call : calls)
        place(std::move(call));
}

void Caller::place(VendorCall call)
{
    const auto found = vendors_.find(call.vendor);
    if (stopping_ || found == vendors_.end())
        return answerUnsent(std::move(call), stopping_ ? "stopped" : "unknown_vendor");
    found->second.waiting.push_back(std::move(call));
    startCalls(found->second);
}

void Caller::startCalls(Vendor& vendor)
{
    while (!vendor.waiting.empty() && vendor.calls < vendor.limit && !stopping_) {
        Line& line = freeLine(vendor);
        auto* call =
            new HttpCall(std::move(vendor.waiting.front()), clock_,
                         [this, &vendor, &line](HttpCall& ended, const contracts::HttpOutcome& outcome) {
                             done(&vendor, &line, ended, outcome);
                         });
        vendor.waiting.pop_front();
        ++vendor.calls;
        ++line.calls;
        running_.insert(call);
        call->start(*line.manager, vendor.base, options_.connectTimeout);
    }
}

Caller::Line& Caller::freeLine(Vendor& vendor)
{
    for (Line& line : vendor.lines)
        if (line.calls < CallsPerManager)
            return line;
    auto* manager = new QNetworkAccessManager(this);
    manager->setProxy(QNetworkProxy::NoProxy);
    manager->setAutoDeleteReplies(false);
    return vendor.lines.emplace_back(manager);
}

void Caller::answerUnsent(VendorCall call, const char* reason)
{
    HttpCall never(std::move(call), clock_, [this](HttpCall& ended, const contracts::HttpOutcome& outcome) {
        done(nullptr, nullptr, ended, outcome);
    });
    never.stop(reason);
}

void Caller::done(Vendor* vendor, Line* line, HttpCall& call, const contracts::HttpOutcome& outcome)
{
    {
        const std::lock_guard lock(mutex_);
        --open_;
    }
    sink_(contracts::readAnswer(call.call(), outcome, options_.contracts));
    if (!vendor)
        return;
    --vendor->calls;
    --line->calls;
    running_.erase(&call);
    call.deleteLater();
    startCalls(*vendor);
}

void Caller::stopAll()
{
    stopping_ = true;
    collect();
    for (auto& [name, vendor] : vendors_)
        for (VendorCall& call : std::exchange(vendor.waiting, {}))
            answerUnsent(std::move(call), "stopped");
    for (HttpCall* call : std::set(running_))
        call->stop("stopped");
    // Managers and replies belong to this thread: they must go before it ends.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (auto& [name, vendor] : vendors_)
        for (Line& line : vendor.lines)
            delete std::exchange(line.manager, nullptr);
    QCoreApplication::removePostedEvents(this, QEvent::User);
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    ended_.notify_one();
}

}  // namespace holdpoint::connect
