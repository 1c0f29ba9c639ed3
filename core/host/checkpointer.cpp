// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/checkpointer.h"

#include "core/host/owned_file.h"

namespace holdpoint::host {

Checkpointer::Checkpointer(Options options, const engine::Lease& head, const FrameHash& hashOf)
    : options_(std::move(options)), frame_(head.lastFrame), hash_(head.chain)
{
    if (auto opened = open(); !opened)
        failing_ = opened.error().detail;
    else if (const auto& newest = file_->last())
        compare(*newest, hashOf);
    // What is signed from now on fits the store again: only this tells at later starts.
    if (const auto told = readOwned(warningFile()); told && found_.empty()) {
        found_ = *told;
        changedStore_ = true;
    }
    unsigned_ = frame_ != asked_;
    thread_ = std::thread([this] { run(); });
}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

Result<> Checkpointer::open()
{
    if (!options_.signer) {
        auto keyFile = options_.file;
        auto signer = KeyFileSigner::open(keyFile.replace_extension(".key"));
        if (!signer)
            return signer.error();
        options_.signer = std::move(*signer);
    }
    auto file = CheckpointFile::open(options_.file);
    if (!file)
        return file.error();
    file_ = std::move(*file);
    return {};
}

// Whether it was this key that signed is the verifier's question: a key may be changed.
void Checkpointer::compare(const Checkpoint& newest, const FrameHash& hashOf)
{
    const std::string frame = std::to_string(newest.frame);
    const auto hash = hashOf(newest.frame);
    if (hash && *hash == newest.hash) {
        asked_ = newest.frame;
        made_.push_back(newest);
    } else if (hash) {
        remember("Frame " + frame + " of the store is not the one that was signed: its history was changed.");
    } else if (hash.error().code == Code::NotFound) {
        remember("The store ends at frame " + std::to_string(frame_) + ", but frame " + frame +
                 " was signed: it was put back to an earlier state.");
    } else {
        found_ = "The newest checkpoint could not be compared: " + hash.error().detail + ".";
    }
}

std::filesystem::path Checkpointer::warningFile() const
{
    auto file = options_.file;
    return file.replace_extension(".warning");
}

void Checkpointer::remember(std::string warning)
{
    found_ = std::move(warning);
    changedStore_ = true;
    // One that cannot be written is told in this life only, as the rest of this place.
    if (const auto written = writeOwned(warningFile(), 0, found_); !written)
        failing_ = written.error().detail;
}

bool Checkpointer::storeChanged() const
{
    const std::lock_guard lock(mutex_);
    return changedStore_;
}

void Checkpointer::acknowledge()
{
    const std::lock_guard lock(mutex_);
    if (!changedStore_)
        return;
    std::error_code failed;
    std::filesystem::remove(warningFile(), failed);
    stuck_ = failed ? " It was acknowledged, but " + warningFile().string() +
                          " cannot be removed: " + failed.message() + "."
                    : "";
    if (failed)  // the next start would tell it again
        return;
    changedStore_ = false;
    found_.clear();
}

void Checkpointer::published(const engine::Batch& batch)
{
    bool due = false;
    {
        const std::lock_guard lock(mutex_);
        frame_ = batch.number;
        hash_ = batch.chain;
        unsigned_ = true;
        due = frame_ - asked_ >= options_.everyFrames;
    }
    if (due)
        changed_.notify_all();
}

void Checkpointer::run()
{
    std::unique_lock lock(mutex_);
    while (!ending_ || unsigned_) {
        changed_.wait_for(lock, options_.every, [this] {
            return ending_ || (unsigned_ && frame_ - asked_ >= options_.everyFrames);
        });
        if (!unsigned_)
            continue;
        const FrameNo frame = frame_;
        const Hash hash = hash_;
        lock.unlock();
        const auto done = sign(frame, hash);
        lock.lock();
        asked_ = frame;
        unsigned_ = frame_ != frame || (!done && !ending_);
        failing_ = done ? "" : "No checkpoint can be written: " + done.error().detail + ".";
    }
}

Result<> Checkpointer::sign(FrameNo frame, const Hash& hash)
{
    if (!file_)
        if (auto opened = open(); !opened)
            return opened;
    const auto signature = options_.signer->sign(signedBytes(frame, hash));
    if (!signature)
        return signature.error();
    const Checkpoint made{frame, hash, options_.signer->key(), *signature};
    if (auto written = file_->append(made); !written)
        return written;
    const std::lock_guard lock(mutex_);
    made_.push_back(made);
    return {};
}

std::vector<Checkpoint> Checkpointer::take()
{
    const std::lock_guard lock(mutex_);
    return std::exchange(made_, {});
}

std::string Checkpointer::complaint() const
{
    const std::lock_guard lock(mutex_);
    return found_.empty() ? failing_ : found_ + stuck_;
}

}  // namespace holdpoint::host
