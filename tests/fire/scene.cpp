// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fire/scene.h"

#include "core/base/check.h"
#include "core/store/store_reader.h"
#include "tests/support/invariants.h"

#include <csignal>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace holdpoint::fire {
namespace {

using namespace std::chrono_literals;
using test::EngineRig;

const std::vector<test::RigLine> Hats{{1, "HAT", 2}};
const std::vector<test::RigLine> Cup{{1, "CUP", 1}};

bool isOfTheNorth(int number) { return number == 3; }
enum class Word : std::uint8_t { Durable, Struck, Stopped, Finished };

/// Tells the parent of every durable frame, before anybody else could act on it.
class Telling final : public engine::Publisher {
public:
    explicit Telling(int out) : out_(out) {}
    void published(const engine::Batch& batch) override { say(Word::Durable, std::to_string(batch.number)); }
    void say(Word word, const std::string& text = {}) const
    {
        const std::string line = std::to_string(static_cast<int>(word)) + text + '\n';
        HP_CHECK(::write(out_, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
    }

private:
    int out_;
};

[[noreturn]] void child(const Ground& ground, const Plan* plan, int out)
{
    const Telling telling(out);
    try {
        if (plan != nullptr)
            arm(*plan);
        auto tell = telling;
        test::RigOptions options = ground.options();
        options.publisher = &tell;
        auto* rig = new EngineRig(options);  // never closed: that would write once more
        play(*rig, ground.orders);
        telling.say(Word::Finished);
    } catch (const std::exception& stopped) {
        telling.say(Word::Stopped, stopped.what());
    }
    if (struck() > 0)
        telling.say(Word::Struck);
    cutPower();
    ::_exit(0);
}

void note(End& end, const std::string& line)
{
    const std::string rest = line.substr(1);
    switch (static_cast<Word>(line.front() - '0')) {
    case Word::Durable: end.acknowledged = std::stoull(rest); break;
    case Word::Struck: end.struck = true; break;
    case Word::Stopped: end.stopped = rest; break;
    case Word::Finished: end.finished = true; break;
    }
}

/// As it lies on the disk, before anything is done with it.
std::string look(const Ground& ground, const End& end)
{
    auto reader = store::StoreReader::open(store::StoreOptions::onDisk(ground.store()));
    if (!reader)
        return end.acknowledged == 0 ? "" : "cannot be read: " + reader.error().detail;
    const auto chain = store::checkChain(**reader);
    if (!chain)
        return end.acknowledged == 0 ? "" : "cannot be read: " + chain.error().detail;
    if (chain->firstBroken != 0)
        return "the chain breaks at frame " + std::to_string(chain->firstBroken);
    if (chain->frames < end.acknowledged)
        return "frame " + std::to_string(end.acknowledged) + " was acknowledged, the store ends at " +
               std::to_string(chain->frames);
    if (chain->frames > end.acknowledged + 1)
        return "more than one frame that nobody was told of";
    return {};
}

}  // namespace

test::RigOptions Ground::options() const
{
    test::RigOptions options;
    options.disk = store::StoreOptions::onDisk(store());
    options.disk->reserveBytes = reserveBytes;
    options.books = books();
    options.patience = 3;
    return options;
}

void play(EngineRig& rig, int orders)
{
    rig.post(rig.counted("east", "HAT", 100));
    if (orders > 2)
        rig.post(rig.counted("north", "CUP", 100));
    for (int number = 1; number <= orders; ++number) {
        rig.post(rig.placed(std::to_string(number), isOfTheNorth(number) ? Cup : Hats));
        rig.post(rig.authorised(std::to_string(number)));
    }
    rig.pass(5s);
    if (orders > 1)
        rig.post(rig.cancelAsked("2"));
    rig.pass(5min);
}

bool mountForUsAlone()
{
    return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

Player::Player(const Ground& ground, const Plan* plan)
{
    std::filesystem::create_directories(ground.books());
    int ends[2];
    HP_CHECK(::pipe(ends) == 0);
    process_ = ::fork();
    HP_CHECK(process_ >= 0);
    if (process_ == 0) {
        ::close(ends[0]);
        child(ground, plan, ends[1]);
    }
    ::close(ends[1]);
    in_ = ends[0];
}

Player::~Player()
{
    if (process_ != 0) {
        ::kill(process_, SIGKILL);
        (void)end();
    }
}

bool Player::hear()
{
    char bytes[4096];
    const ssize_t size = ::read(in_, bytes, sizeof bytes);
    if (size <= 0)
        return false;
    text_.append(bytes, static_cast<std::size_t>(size));
    for (std::size_t to = 0; (to = text_.find('\n')) != std::string::npos; text_.erase(0, to + 1))
        note(end_, text_.substr(0, to));
    return true;
}

void Player::waitFor(FrameNo frame)
{
    while (end_.acknowledged < frame && hear()) {
    }
}

void Player::cut(const std::function<void()>& meanwhile)
{
    HP_CHECK(::kill(process_, SIGSTOP) == 0);
    int status = 0;
    HP_CHECK(::waitpid(process_, &status, WUNTRACED) == process_);
    meanwhile();
    if (!WIFSTOPPED(status))
        end_.struck = true;  // it had ended, and has been waited for
    else
        ::kill(process_, SIGKILL);
    process_ = WIFSTOPPED(status) ? process_ : 0;
}

End Player::end()
{
    while (hear()) {
    }
    ::close(in_);
    int status = 0;
    if (process_ != 0) {
        HP_CHECK(::waitpid(process_, &status, 0) == process_);
        end_.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
        HP_CHECK(end_.killed || WIFEXITED(status));
    }
    process_ = 0;
    end_.struck = end_.struck || end_.killed;
    return end_;
}

End playUnderFire(const Ground& ground, const Plan& plan) { return Player(ground, &plan).end(); }

std::string recover(const Ground& ground, const End& end)
{
    if (const std::string broken = look(ground, end); !broken.empty())
        return broken;
    try {
        EngineRig rig(ground.options());
        play(rig, ground.orders);
        const auto found = test::violations(rig);
        if (!found.empty())
            return "afterwards: " + found.front();
        for (int i = 1; i <= ground.orders; ++i) {
            const std::string number = std::to_string(i);
            const std::string node = isOfTheNorth(i) ? "wms-north" : "wms-east";
            if (rig.inBooks(node, Operation::Ship, number) != 1)
                return "afterwards: order " + number + " has another number of shipments than one";
            if (!rig.order(rig.idOf(number)).standing.finished)
                return "afterwards: order " + number + " is not finished";
        }
    } catch (const std::exception& stopped) {
        return std::string("cannot be opened again: ") + stopped.what();
    }
    return {};
}

}  // namespace holdpoint::fire
