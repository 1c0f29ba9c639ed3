// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/gui_probe.h"

#include "tests/bench/measure.h"

#include <QEventLoop>
#include <QKeyEvent>
#include <QTimer>
#include <QWidget>

namespace holdpoint::bench {
namespace {

constexpr double SlowMs = 50;
constexpr int LookMs = 20;
constexpr std::chrono::milliseconds AskEvery{20};

double msSince(double began) { return (monotonicSeconds() - began) * 1e3; }

bool run(const std::function<bool()>& isSo, double seconds, bool looks)
{
    auto& application = *static_cast<ProbedApplication*>(qApp);
    QEventLoop loop;
    bool found = false;
    const auto look = [&] {
        if (found || !isSo())
            return;
        found = true;
        loop.quit();
    };
    QTimer often, limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    limit.start(static_cast<int>(seconds * 1e3));
    if (looks) {
        QObject::connect(&often, &QTimer::timeout, &loop, look);
        often.start(LookMs);
    }
    application.onFrame = look;
    loop.exec();
    application.onFrame = {};
    return found;
}

}  // namespace

bool ProbedApplication::notify(QObject* receiver, QEvent* event)
{
    // The event may be gone, and the receiver too, when it has been handled.
    const QEvent::Type type = event->type();
    const char* className = receiver->metaObject()->className();
    const bool frame = type == QEvent::UpdateRequest && receiver->isWidgetType() &&
                       static_cast<QWidget*>(receiver)->isWindow();
    const double began = monotonicSeconds();
    ++depth_;
    const bool result = QApplication::notify(receiver, event);
    --depth_;
    const double ms = msSince(began);
    if (depth_ <= 1 && ms > SlowMs) {  // one loop of ours stands below
        double& longest = slow[std::string(className) + " " + std::to_string(type)];
        longest = std::max(longest, ms);
    }
    if (frame) {
        frameMs.push_back(ms);
        if (onFrame)
            onFrame();
    }
    return result;
}

bool runUntil(const std::function<bool()>& isSo, double seconds) { return run(isSo, seconds, true); }

bool runUntilPainted(const std::function<bool()>& isSo, double seconds) { return run(isSo, seconds, false); }

void runFor(double seconds)
{
    static_cast<void>(run([] { return false; }, seconds, false));
}

void postKey(QWidget* to, int key, const QString& text, Qt::KeyboardModifiers modifiers)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease})
        QCoreApplication::postEvent(to, new QKeyEvent(type, key, modifiers, text));
}

Watchdog::Watchdog() : thread_([this] { run(); }) {}

Watchdog::~Watchdog() { static_cast<void>(stop()); }

void Watchdog::run()
{
    while (!stopping_) {
        const double slept = monotonicSeconds();
        std::this_thread::sleep_for(AskEvery);
        found_.wakings.push_back(msSince(slept) - static_cast<double>(AskEvery.count()));
        const double asked = monotonicSeconds();
        answered_ = false;
        QMetaObject::invokeMethod(
            &here_,
            [this] {
                answeredAt_ = monotonicSeconds();
                answered_ = true;
                answered_.notify_all();
            },
            Qt::QueuedConnection);
        answered_.wait(false);
        found_.answers.push_back((answeredAt_ - asked) * 1e3);
    }
    ended_ = true;
}

Watchdog::Found Watchdog::stop()
{
    if (thread_.joinable()) {
        stopping_ = true;
        // What it still asks is answered here.
        while (!ended_)
            QCoreApplication::sendPostedEvents(&here_);
        thread_.join();
    }
    return std::move(found_);
}

}  // namespace holdpoint::bench
