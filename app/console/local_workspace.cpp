// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/local_workspace.h"

#include "ui/state/client.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>

#include <thread>

namespace holdpoint::console {
namespace {

constexpr int DiskLookMs = 30'000;

}  // namespace

LocalWorkspace::LocalWorkspace(ui::Settings& settings, Options options)
    : settings_(settings), options_(std::move(options))
{
    if (options_.demoFolders.isEmpty())
        options_.demoFolders = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                               QStringLiteral("/holdpoint/demo");
    diskTimer_.setInterval(DiskLookMs);
    connect(&diskTimer_, &QTimer::timeout, this, &LocalWorkspace::lookAtDisk);
}

LocalWorkspace::~LocalWorkspace() { close(); }

std::shared_ptr<session::Session> LocalWorkspace::newSession(session::Executor)
{
    // The workspace's own session, whose sinks come through the same thread; it lives as long as somebody holds it.
    return current_ && current_->session() != nullptr
               ? std::shared_ptr<session::Session>(current_, current_->session())
               : nullptr;
}

void LocalWorkspace::open(const QString& folder)
{
    demoWanted_ = false;
    openFolder(folder);
}

void LocalWorkspace::openFolder(const QString& folder)
{
    close();
    folder_ = QDir(folder).absolutePath();
    host::Workspace::Options options;
    options.folder = folder_.toStdString();
    options.version = options_.version.toStdString();
    options.executor = ui::executorOf(this);
    options.latency = options_.latency;
    options.fulfilAfter = options_.fulfilAfter;
    enter(State::Opening);
    current_ =
        std::make_shared<host::Workspace>(std::move(options), [this](const Result<>& r) { opened(r); });
}

void LocalWorkspace::opened(const Result<>& result)
{
    if (!result) {
        error_ = result.error();
        demoWanted_ = false;
        enter(State::Failed);
        return;
    }
    settings_.set(ui::Setting::DataFolder, folder_);
    demo_.preparing = demoWanted_;
    diskTimer_.start();
    lookAtDisk();
    enter(State::Open);
    if (demoWanted_)
        runDemo();
}

void LocalWorkspace::startDemo()
{
    const QString name = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    demoWanted_ = true;
    QDir().mkpath(options_.demoFolders);
    openFolder(options_.demoFolders + QLatin1Char('/') + name);
}

void LocalWorkspace::runDemo()
{
    demoWanted_ = false;
    const auto started =
        current_->startDemo(options_.demo, [this](const host::LiveDemoState& s) { demoTold(s); });
    if (!started) {
        error_ = started.error();
        enter(State::Failed);
    }
    emit stateChanged();  // it is a demo from now on
}

void LocalWorkspace::demoTold(const host::LiveDemoState& state)
{
    using Phase = host::DemoPhase;
    demo_.running = state.phase != Phase::Ended;
    demo_.preparing =
        state.phase == Phase::OpeningStock || state.phase == Phase::History || state.phase == Phase::Settling;
    demo_.paused = state.paused;
    demo_.done = state.done;
    demo_.of = state.of;
    demo_.speed = state.speed;
    demo_.chapter = QString::fromUtf8(state.chapter.data(), static_cast<qsizetype>(state.chapter.size()));
    demo_.missionMs = state.mission.count();
    emit demoChanged();
}

void LocalWorkspace::setDemoPaused(bool paused)
{
    if (current_ && current_->demo() != nullptr)
        current_->demo()->pause(paused);
}

void LocalWorkspace::setDemoSpeed(int times)
{
    if (current_ && current_->demo() != nullptr)
        current_->demo()->setSpeed(times);
}

void LocalWorkspace::makeWorse(const QString& worse, bool on)
{
    const auto what = fromName<host::Worse>(worse.toStdString());
    if (what && current_ && current_->demo() != nullptr)
        current_->demo()->makeWorse(*what, on);
}

void LocalWorkspace::stopDemo()
{
    if (current_ && current_->demo() != nullptr)
        current_->demo()->stop();
}

void LocalWorkspace::backup(const QString& file)
{
    if (!current_)
        return;
    const auto done = [this, file](const Result<>& result) {
        emit backupEnded(file, result.has_value(),
                         result ? QString() : QString::fromStdString(result.error().detail));
    };
    if (auto started = current_->backup(
            file.toStdString(), [](double) {}, done);
        !started)
        done(started);
}

void LocalWorkspace::restartEngine()
{
    if (!current_)
        return;
    const auto started = current_->restartEngine([this](const Result<>&) { emit stateChanged(); });
    if (!started)
        emit stateChanged();
}

void LocalWorkspace::lookAtDisk()
{
    if (current_)
        current_->diskUse([this](const host::DiskUse& use) {
            disk_ = {static_cast<qint64>(use.folder), static_cast<qint64>(use.free)};
            emit diskUseChanged();
        });
}

void LocalWorkspace::enter(State state)
{
    state_ = state;
    emit stateChanged();
}

// Opening may wait seconds for a folder that is in use; nobody at the window waits for its end.
void LocalWorkspace::closeLater(std::shared_ptr<host::Workspace> opening)
{
    using namespace std::chrono_literals;
    std::erase_if(closing_, [](const auto& end) { return end.wait_for(0s) == std::future_status::ready; });
    opening->abandon();
    closing_.push_back(
        std::async(std::launch::async, [opening = std::move(opening)]() mutable { opening.reset(); }));
}

void LocalWorkspace::close()
{
    diskTimer_.stop();
    demo_ = {};
    disk_ = {};
    const bool wasOpening = state_ == State::Opening;
    if (state_ != State::Closed)
        enter(State::Closed);  // the window lets go of its session
    // An engine ends after the turn it is in. What it tells still goes to this object, so it must be gone before us.
    if (wasOpening && current_)
        closeLater(std::move(current_));
    current_.reset();
}

}  // namespace holdpoint::console
