// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fire/shim.h"
#include "tests/support/engine_rig.h"

#include <filesystem>
#include <string>

/// The store's work of a few orders, done by a process of its own that may be shot at, and what is left of it.
namespace holdpoint::fire {

/// Where a process works: its store, the vendors' books beside it, and how it goes at it.
struct Ground {
    std::filesystem::path folder;
    std::uint64_t reserveBytes = 0;
    int orders = 3;                   ///< to play, at most three
    std::filesystem::path vendors{};  ///< of their books, if not beside the store

    [[nodiscard]] std::filesystem::path store() const { return folder / "store"; }
    [[nodiscard]] std::filesystem::path books() const { return vendors.empty() ? folder / "books" : vendors; }
    [[nodiscard]] test::RigOptions options() const;
};

/// So many orders on their way, from two nodes; one of three is cancelled in time.
void play(test::EngineRig& rig, int orders);

/// What this process mounts from now on nobody else sees, and it ends with the process. False: not allowed here.
[[nodiscard]] bool mountForUsAlone();

/// How a process ended.
struct End {
    FrameNo acknowledged = 0;  ///< newest frame that it was told is durable
    bool killed = false;
    bool finished = false;  ///< the whole script
    bool struck = false;
    std::string stopped;  ///< why it stopped by itself; one sentence
};
/// A process that plays, from start to end in this object's life.
class Player {
public:
    explicit Player(const Ground& ground, const Plan* plan = nullptr);
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// Until it was told that this frame is durable, or ended.
    void waitFor(FrameNo frame);
    /// Stops it in the middle of whatever it does, lets `meanwhile` look, and kills it.
    void cut(const std::function<void()>& meanwhile);
    /// Until it has ended; what it said.
    [[nodiscard]] End end();

private:
    bool hear();

    int in_ = -1;
    int process_ = 0;
    std::string text_;
    End end_;
};

/// Plays in a process of its own, with that plan.
[[nodiscard]] End playUnderFire(const Ground& ground, const Plan& plan);

/// Opens what is left as a restart does, compares it with what was acknowledged, and plays to the end. What was broken.
/// S1 acknowledged = durable, S2 nothing partial, S3 the chain; then all that holds in any world.
[[nodiscard]] std::string recover(const Ground& ground, const End& end);

}  // namespace holdpoint::fire
