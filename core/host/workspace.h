// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/live_demo.h"
#include "core/host/local_session.h"

#include <filesystem>
#include <memory>

namespace holdpoint::host {

/// Whether a folder holds a demo launch, and how far it came. Kept in the file `demo` of the folder.
struct DemoMark {
    std::uint64_t seed = 7;
    int orders = 0;  ///< sent so far
};
[[nodiscard]] std::optional<DemoMark> readDemoMark(const std::filesystem::path& folder);
/// Errors: Forbidden, Unavailable.
Result<> writeDemoMark(const std::filesystem::path& folder, const DemoMark& mark);

/// Bytes of a data folder, and of its disk.
struct DiskUse {
    std::uint64_t folder = 0;
    std::uint64_t free = 0;
};

/// What a window opens: a data folder with its engine on the vendors of the lab, its read side and one session. Opening,
/// copying and looking at the disk happen on threads of its own; no function but the destructor waits, and what is told is
/// told through the executor, never inside a call and never after the destructor. One caller's thread.
class Workspace {
public:
    enum class State : std::uint8_t { Opening, Open, Failed };
    struct Options {
        std::filesystem::path folder;
        std::string version;  ///< of the program
        session::Executor executor;
        Milliseconds latency{40};         ///< of the simulated vendors
        Milliseconds fulfilAfter{2'000};  ///< from acceptance to shipping
    };
    /// Called once, when it is open or cannot be. Errors: Conflict (in use, by whom), Forbidden (not writable),
    /// Unsupported (newer version), Corrupt, Unavailable.
    using Opened = std::function<void(const Result<>&)>;
    using Done = std::function<void(const Result<>&)>;

    Workspace(Options options, Opened opened);
    /// Ends the demo, the session, the engine after the turn it is in, and a backup that runs.
    ~Workspace();

    /// Nothing is told from now on. After that the destructor may run on any thread: it waits, this does not.
    void abandon();

    [[nodiscard]] State state() const noexcept { return state_; }
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return options_.folder; }
    /// Null unless open.
    [[nodiscard]] session::Session* session() noexcept { return session_.get(); }
    /// Known from the start, true from `startDemo` on.
    [[nodiscard]] bool isDemo() const noexcept { return mark_.has_value(); }

    /// A launch in an empty folder, or the one that the folder holds goes on; `told` hears how it stands. Errors: Conflict
    /// (the folder holds other data, or a demo runs), Unavailable (not open), and those of `writeDemoMark`.
    Result<> startDemo(LiveDemoOptions options, LiveDemo::Told told);
    /// Null: none was started.
    [[nodiscard]] LiveDemo* demo() noexcept { return demo_.get(); }

    /// Copies the store while it is in use; one at a time. `progress` hears 0 to 1. Errors: Conflict (one runs), Unavailable
    /// (not open); `done` hears those of `store::backup`.
    Result<> backup(const std::filesystem::path& target, std::function<void(double)> progress, Done done);
    void diskUse(std::function<void(const DiskUse&)> told);
    /// After the engine has halted: goes on from what is on disk. Errors: Unavailable (not open, going down).
    Result<> restartEngine(Done done);

private:
    struct Running;

    void open();
    void opened(const Result<>& result);
    template <typename F>
    void tell(F&& call);

    Options options_;
    Opened told_;
    State state_ = State::Opening;
    std::optional<DemoMark> mark_;
    std::shared_ptr<views::Outlet> outlet_;
    std::unique_ptr<Running> running_;  // the opening thread's until it has told
    std::unique_ptr<session::Session> session_;
    std::unique_ptr<LiveDemo> demo_;
    std::atomic<bool> closing_{false};
    std::atomic<bool> copying_{false};
    std::thread opening_;
    std::thread copy_;
    std::thread disk_;
};

}  // namespace holdpoint::host
