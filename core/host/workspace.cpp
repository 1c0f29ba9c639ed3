// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/workspace.h"

#include "core/store/backup.h"

#include <fstream>

namespace holdpoint::host {
namespace {

constexpr int MarkEvery = 25;  // orders between two writings of the mark

std::filesystem::path markOf(const std::filesystem::path& folder) { return folder / "demo"; }

DiskUse lookAtDisk(const std::filesystem::path& folder)
{
    DiskUse use;
    std::error_code failed;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, failed)) {
        std::error_code gone;  // files come and go meanwhile
        if (const auto size = entry.is_regular_file(gone) ? entry.file_size(gone) : 0; !gone)
            use.folder += size;
    }
    if (const auto space = std::filesystem::space(folder, failed); !failed)
        use.free = space.available;
    return use;
}

/// Two folders of one name are two engines.
std::string identityOf(const std::filesystem::path& folder)
{
    std::error_code failed;
    const auto whole = std::filesystem::weakly_canonical(folder, failed);
    return (failed ? folder : whole).string();
}

/// What is shown of integrations is what the engine goes by.
views::ViewsOptions viewsOf(const LabWorld::Options& world)
{
    views::ViewsOptions options;
    options.store = store::StoreOptions::onDisk(world.folder);
    options.policy = [world](Dictionary& names) { return labPolicy(names, world); };
    return options;
}

}  // namespace

std::optional<DemoMark> readDemoMark(const std::filesystem::path& folder)
{
    std::ifstream file(markOf(folder));
    if (!file)
        return std::nullopt;
    DemoMark mark;
    std::string word;
    while (file >> word)
        word == "seed" ? file >> mark.seed : file >> mark.orders;
    return mark;
}

Result<> writeDemoMark(const std::filesystem::path& folder, const DemoMark& mark)
{
    const std::filesystem::path fresh = markOf(folder).string() + ".new";
    {
        std::ofstream file(fresh);
        file << "seed " << mark.seed << "\norders " << mark.orders << '\n';
        if (!file.flush())
            return Error{Code::Forbidden, "cannot write " + fresh.string()};
    }
    std::error_code failed;
    std::filesystem::rename(fresh, markOf(folder), failed);
    return failed ? Result<>(Error{Code::Unavailable, failed.message()}) : Result<>();
}

/// What is there while it is open, in the order in which it goes away.
struct Workspace::Running {
    explicit Running(const LabWorld::Options& options) : views(viewsOf(options)) {}
    ~Running()
    {
        world.reset();
        views.stop();
    }
    SystemClock clock;
    views::Views views;
    Traffic traffic{views};
    std::unique_ptr<LabWorld> world;
};

Workspace::Workspace(Options options, Opened opened)
    : options_(std::move(options)),
      told_(std::move(opened)),
      mark_(readDemoMark(options_.folder)),
      outlet_(std::make_shared<views::Outlet>(options_.executor)),
      opening_([this] { open(); })
{}

void Workspace::abandon()
{
    outlet_->end();
    closing_ = true;
}

Workspace::~Workspace()
{
    abandon();
    for (std::thread* thread : {&opening_, &copy_, &disk_})
        if (thread->joinable())
            thread->join();
    demo_.reset();
    session_.reset();
    running_.reset();
}

template <typename F>
void Workspace::tell(F&& call)
{
    outlet_->post(outlet_, std::forward<F>(call));
}

void Workspace::open()
{
    LabWorld::Options world;
    world.folder = options_.folder;
    world.latency = options_.latency;
    world.fulfilAfter = options_.fulfilAfter;
    auto running = std::make_unique<Running>(world);
    world.publisher = &running->traffic;
    Result<> result;
    if (auto started = LabWorld::start(std::move(world)); !started)
        result = started.error();
    else
        running->world = std::move(*started);
    if (result)
        result = running->views.start();
    if (result)
        running_ = std::move(running);
    tell([this, result] { opened(result); });
}

void Workspace::opened(const Result<>& result)
{
    opening_.join();
    state_ = result ? State::Open : State::Failed;
    if (result)
        session_ = std::make_unique<LocalSession>(
            LocalSession::Parts{running_->world->engine(), running_->views, running_->traffic,
                                running_->clock, identityOf(options_.folder), options_.version},
            options_.executor);
    told_(result);
}

Result<> Workspace::startDemo(LiveDemoOptions options, LiveDemo::Told told)
{
    if (state_ != State::Open)
        return Error{Code::Unavailable, "the folder is not open"};
    if (demo_ && demo_->state().phase != DemoPhase::Ended)
        return Error{Code::Conflict, "a demo runs"};
    if (!mark_ && running_->world->engine().state().frame > 0)
        return Error{Code::Conflict, "the folder holds other data"};
    if (mark_) {
        options.seed = mark_->seed;
        options.skip = std::max(mark_->orders, demo_ ? demo_->state().orders : 0);
    }
    demo_.reset();
    const DemoMark first{options.seed, options.skip};
    if (auto written = writeDemoMark(options_.folder, first); !written)
        return written;
    mark_ = first;
    demo_ = std::make_unique<LiveDemo>(
        *running_->world, options,
        [this, mark = first, told = std::move(told)](const LiveDemoState& state) mutable {
            if (state.orders >= mark.orders + MarkEvery || state.phase == DemoPhase::Ended) {
                mark.orders = state.orders;
                static_cast<void>(
                    writeDemoMark(options_.folder, mark));  // next time some come twice: no harm
            }
            tell([told, state] { told(state); });
        });
    return {};
}

Result<> Workspace::backup(const std::filesystem::path& target, std::function<void(double)> progress,
                           Done done)
{
    if (state_ != State::Open)
        return Error{Code::Unavailable, "the folder is not open"};
    if (copying_.exchange(true))
        return Error{Code::Conflict, "a backup runs"};
    if (copy_.joinable())
        copy_.join();
    copy_ = std::thread([this, target, progress = std::move(progress), done = std::move(done)] {
        const auto report = [&](double share) {
            if (progress)
                tell([progress, share] { progress(share); });
            return !closing_.load();
        };
        const Result<> copied = store::backup(store::StoreOptions::onDisk(options_.folder), target, report);
        copying_ = false;
        tell([done, copied] { done(copied); });
    });
    return {};
}

void Workspace::diskUse(std::function<void(const DiskUse&)> told)
{
    if (disk_.joinable())
        disk_.join();  // a look takes milliseconds
    disk_ = std::thread([this, told = std::move(told)] {
        const DiskUse use = lookAtDisk(options_.folder);
        tell([told, use] { told(use); });
    });
}

Result<> Workspace::restartEngine(Done done)
{
    if (state_ != State::Open)
        return Error{Code::Unavailable, "the folder is not open"};
    return running_->world->engine().restart(
        [outlet = outlet_, done = std::move(done)](const Result<>& result) {
            outlet->post(outlet, [done, result] { done(result); });
        });
}

}  // namespace holdpoint::host
