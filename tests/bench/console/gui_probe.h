// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QPointer>

#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace holdpoint::bench {

/// Knows when a frame of a window has been painted, and what took long on its thread.
class ProbedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    /// Called when all that had changed in a window has been painted and given to the screen.
    std::function<void()> onFrame;
    std::vector<double> frameMs;         ///< of each, painting alone
    std::map<std::string, double> slow;  ///< the longest of each kind of event above 50 ms, by class and type

private:
    int depth_ = 0;
};

/// Runs events until it is so, or for `seconds`. False: it was not. Looked at after each frame and every 20 ms; the
/// second form after frames alone.
bool runUntil(const std::function<bool()>& isSo, double seconds);
bool runUntilPainted(const std::function<bool()>& isSo, double seconds);
void runFor(double seconds);

/// Types one key, as a keyboard does: press and release wait in the queue of events. Milliseconds are counted from here.
void postKey(QWidget* to, int key, const QString& text = {}, Qt::KeyboardModifiers modifiers = {});

/// Asks the GUI thread every 20 ms whether it is there, from a thread of its own, which also notes how late it was woken
/// itself: what the machine alone did.
class Watchdog {
public:
    Watchdog();
    ~Watchdog();
    /// Ends it. Milliseconds of each question until its answer, and of each waking beyond its time.
    struct Found {
        std::vector<double> answers, wakings;
    };
    [[nodiscard]] Found stop();

private:
    void run();

    QObject here_;
    std::atomic<bool> stopping_{false}, answered_{true}, ended_{false};
    std::atomic<double> answeredAt_{0};
    Found found_;
    std::thread thread_;
};

}  // namespace holdpoint::bench
