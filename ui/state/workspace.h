// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/session.h"

#include <QObject>
#include <QString>

#include <memory>

namespace holdpoint::ui {

/// What the window asks of the program around it: which data folder is open, the demo launch, backups. The program
/// implements it; nothing here waits, everything is told by signals on the GUI thread.
class Workspace : public QObject {
    Q_OBJECT

public:
    enum class State { Closed, Opening, Open, Failed };
    struct Demo {
        bool running = false;
        bool preparing = false;  ///< history is being made
        bool paused = false;
        int done = 0;  ///< orders
        int of = 0;    ///< while preparing
        int speed = 1;
        QString chapter;  ///< code of what goes wrong just now
        qint64 missionMs = 0;
    };
    struct DiskUse {
        qint64 store = -1;  ///< bytes; -1: not known
        qint64 free = -1;
    };

    using QObject::QObject;

    [[nodiscard]] virtual State state() const = 0;
    [[nodiscard]] virtual QString folder() const = 0;
    [[nodiscard]] virtual bool isDemo() const = 0;
    /// Of State::Failed.
    [[nodiscard]] virtual Error error() const = 0;
    /// While Open: a session of its own for one window, whose sinks are called through `executor`.
    [[nodiscard]] virtual std::shared_ptr<session::Session> newSession(session::Executor executor) = 0;
    virtual void open(const QString& folder) = 0;
    /// In a folder of its own, never the one that is open.
    virtual void startDemo() = 0;
    [[nodiscard]] virtual Demo demo() const = 0;
    virtual void setDemoPaused(bool paused) = 0;
    virtual void setDemoSpeed(int times) = 0;
    /// `worse` is one of rate_limits, late_webhooks, duplicates, cancels_in_flight.
    virtual void makeWorse(const QString& worse, bool on) = 0;
    virtual void stopDemo() = 0;
    virtual void backup(const QString& file) = 0;
    virtual void restartEngine() = 0;
    [[nodiscard]] virtual DiskUse diskUse() const = 0;

signals:
    void stateChanged();
    void demoChanged();
    void diskUseChanged();
    void backupEnded(const QString& file, bool ok, const QString& detail);
};

}  // namespace holdpoint::ui
