// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ports.h"
#include "core/engine/store.h"
#include "core/host/checkpoint_file.h"
#include "core/host/signer.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace holdpoint::host {

/// Signs where the chain stands, every so many frames or seconds and at the end, on a thread of its own; what cannot be
/// signed or written is told and tried again, and keeps no order waiting. What `published` costs the engine is a lock and
/// forty bytes.
class Checkpointer final : public engine::Publisher {
public:
    struct Options {
        std::filesystem::path file;      ///< the second place; with the end `.key` its signing key
        std::shared_ptr<Signer> signer;  ///< another home of the key; null: a file beside the second place
        FrameNo everyFrames = 1'000;
        Milliseconds every{60'000};
    };
    /// The hash of a frame that the store should have, NotFound if it has not.
    using FrameHash = std::function<Result<Hash>(FrameNo)>;

    /// Begins where the store stands; `hashOf` is asked about the newest checkpoint, during the call.
    Checkpointer(Options options, const engine::Lease& head, const FrameHash& hashOf);
    /// Signs what is not signed yet.
    ~Checkpointer() override;

    void published(const engine::Batch& batch) override;
    /// Those made since the last call and the newest of the start, for a copy in the store.
    [[nodiscard]] std::vector<Checkpoint> take();
    /// One sentence about a store that is not what was signed, or about checkpoints that cannot be written; empty if all
    /// is well.
    [[nodiscard]] std::string complaint() const;
    /// The store is not what was signed. Also of an earlier start, until somebody has said that this is known.
    [[nodiscard]] bool storeChanged() const;
    /// A person knows that the store is not what was signed. While the note of it cannot be removed it stays told, with
    /// the reason.
    void acknowledge();

private:
    void compare(const Checkpoint& newest, const FrameHash& hashOf);
    void remember(std::string warning);
    [[nodiscard]] std::filesystem::path warningFile() const;
    Result<> open();
    void run();
    Result<> sign(FrameNo frame, const Hash& hash);

    Options options_;
    std::optional<CheckpointFile> file_;  // the thread's, once it runs

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    FrameNo frame_ = 0;  // the newest published
    Hash hash_{};
    FrameNo asked_ = 0;  // the newest that was signed, or could not be
    bool unsigned_ = false;
    bool ending_ = false;
    std::vector<Checkpoint> made_;
    std::string found_;
    bool changedStore_ = false;  // what was found
    std::string stuck_;          // why it is told although somebody knows
    std::string failing_;
    std::thread thread_;
};

}  // namespace holdpoint::host
