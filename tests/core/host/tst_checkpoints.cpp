// SPDX-License-Identifier: GPL-3.0-or-later
#include "host_rig.h"

#include "core/base/check.h"
#include "core/host/checkpointer.h"

#include <QTest>
#include <fstream>
#include <future>
#include <sys/stat.h>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::host;

namespace {

constexpr Milliseconds Never{3600000};

Hash hashNo(FrameNo number) { return sha256(std::to_string(number)); }

/// A chain of frames up to `head`, without a store.
struct Frames {
    FrameNo head = 0;

    [[nodiscard]] engine::Lease lease() const
    {
        engine::Lease lease;
        lease.lastFrame = head;
        if (head > 0)
            lease.chain = hashNo(head);
        return lease;
    }
    [[nodiscard]] Result<Hash> operator()(FrameNo number) const
    {
        if (number > head)
            return Error{Code::NotFound, "frame " + std::to_string(number)};
        return hashNo(number);
    }
    void publish(Checkpointer& proof, FrameNo count)
    {
        for (FrameNo i = 0; i < count; ++i) {
            engine::Batch batch;
            batch.number = ++head;
            batch.chain = hashNo(head);
            proof.published(batch);
        }
    }
};

class Refuses final : public Signer {
public:
    [[nodiscard]] const PublicKey& key() const noexcept override { return key_; }
    Result<Signature> sign(std::span<const std::byte>) override
    {
        return Error{Code::Unavailable, "the key is away"};
    }

private:
    PublicKey key_{};
};

Checkpointer::Options options(const std::filesystem::path& file, FrameNo everyFrames = 1000)
{
    Checkpointer::Options made;
    made.file = file;
    made.everyFrames = everyFrames;
    made.every = Never;
    return made;
}

std::vector<FrameNo> framesIn(const std::filesystem::path& file)
{
    std::vector<FrameNo> frames;
    for (const std::string& line : linesOf(file)) {
        const auto read = checkpointOf(line);
        frames.push_back(read ? read->frame : 0);
    }
    return frames;
}

void waitFor(const std::function<bool()>& done) { QTRY_VERIFY_WITH_TIMEOUT(done(), 20000); }

/// The first it makes.
std::vector<Checkpoint> madeBy(Checkpointer& proof)
{
    std::vector<Checkpoint> made;
    waitFor([&] {
        for (const Checkpoint& one : proof.take())
            made.push_back(one);
        return !made.empty();
    });
    return made;
}

/// Somebody says that the store is known to have been changed; waits until that is durable.
engine::Outcome acknowledge(LabWorld& world, const std::string& key)
{
    engine::CommandInput known;
    known.key = key;
    known.actor = "ada";
    known.role = Role::SupportAgent;
    known.what = "acknowledge_alarm";
    known.argument = "store_changed";
    engine::Input input;
    input.body = known;
    auto said = std::make_shared<std::promise<engine::Outcome>>();
    auto answer = said->get_future();
    HP_CHECK(world.engine()
                 .post(std::move(input), EngineHost::InputClass::Command,
                       [said](const engine::Outcome& outcome) { said->set_value(outcome); })
                 .has_value());
    return answer.get();
}

/// The database and its log alone, as somebody would who puts a copy back by hand.
void copyStore(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::filesystem::create_directories(to);
    for (const char* file : {"holdpoint.db", "holdpoint.db-wal"}) {
        std::filesystem::remove(to / file);
        if (std::filesystem::exists(from / file))
            std::filesystem::copy_file(from / file, to / file);
    }
}

}  // namespace

/// Signed statements about the chain in a second place: when they are made, and what is told of a store they do not fit.
class CheckpointsTest : public QObject {
    Q_OBJECT

private slots:
    void theEndIsSigned()
    {
        const Folder folder;
        Frames frames;
        {
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            frames.publish(proof, 7);
        }
        QCOMPARE(framesIn(folder.path()), std::vector<FrameNo>{7});
        const auto line = checkpointOf(linesOf(folder.path())[0]);
        QVERIFY(line->hash == hashNo(7));
        QVERIFY(line->key == (*KeyFileSigner::open(folder.path("store.key")))->key());
    }

    void nothingNewIsNotSignedAgain()
    {
        const Folder folder;
        Frames frames;
        for (int start = 0; start < 3; ++start) {
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            if (start == 0)
                frames.publish(proof, 2);
        }
        QCOMPARE(framesIn(folder.path()), std::vector<FrameNo>{2});
        const Folder empty;
        {
            const Checkpointer proof(options(empty.path()), Frames().lease(), Frames());
        }
        QVERIFY(!std::filesystem::exists(empty.path()));
    }

    void soManyFramesAreSignedWhileItRuns()
    {
        const Folder folder;
        Frames frames;
        Checkpointer proof(options(folder.path(), 10), frames.lease(), frames);
        frames.publish(proof, 9);
        QVERIFY(proof.take().empty());
        frames.publish(proof, 1);
        const auto made = madeBy(proof);
        QCOMPARE(made.size(), std::size_t{1});
        QCOMPARE(made[0].frame, FrameNo{10});
        QCOMPARE(framesIn(folder.path()), std::vector<FrameNo>{10});
        QCOMPARE(proof.complaint(), std::string());
    }

    void timeSignsFewFrames()
    {
        const Folder folder;
        Frames frames;
        auto soon = options(folder.path());
        soon.every = Milliseconds{1};
        Checkpointer proof(soon, frames.lease(), frames);
        frames.publish(proof, 1);
        const auto made = madeBy(proof);
        QCOMPARE(made[0].frame, FrameNo{1});
    }

    // The frame was durable and its checkpoint was not.
    void aCrashBeforeTheCheckpointIsNoFault()
    {
        const Folder folder;
        Frames frames;
        {
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            frames.publish(proof, 3);
        }
        frames.head = 5;
        {
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            QCOMPARE(proof.complaint(), std::string());
            QCOMPARE(proof.take().at(0).frame, FrameNo{3});  // the store gets its copy
        }
        QCOMPARE(framesIn(folder.path()), (std::vector<FrameNo>{3, 5}));
    }

    void aTornLineIsWrittenOver()
    {
        const Folder folder;
        Frames frames;
        {
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            frames.publish(proof, 3);
        }
        std::ofstream(folder.path(), std::ios::app) << "{\"frame\":4,\"ha";
        {
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            QCOMPARE(proof.complaint(), std::string());
            frames.publish(proof, 1);
        }
        QCOMPARE(framesIn(folder.path()), (std::vector<FrameNo>{3, 4}));
    }

    void aStoreThatWasPutBackIsTold()
    {
        const Folder folder;
        Frames frames;
        {
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            frames.publish(proof, 3);
        }
        frames.head = 2;
        Checkpointer proof(options(folder.path()), frames.lease(), frames);
        QCOMPARE(proof.complaint(),
                 std::string("The store ends at frame 2, but frame 3 was signed: it was put "
                             "back to an earlier state."));
        QVERIFY(proof.take().empty());
    }

    void aStoreThatWasPutBackIsToldUntilSomebodyKnows()
    {
        const Folder folder;
        Frames frames;
        {
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            frames.publish(proof, 3);
            QVERIFY(!proof.storeChanged());
        }
        frames.head = 2;
        std::string told;
        for (int start = 0; start < 3; ++start) {  // from the second on the newest checkpoint fits again
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            told = told.empty() ? proof.complaint() : told;
            QVERIFY(!told.empty());
            QCOMPARE(proof.complaint(), told);
            QVERIFY(proof.storeChanged());
            frames.publish(proof, 1);
            if (start == 2)
                proof.acknowledge();
            QCOMPARE(proof.storeChanged(), start < 2);
        }
        const Checkpointer proof(options(folder.path()), frames.lease(), frames);
        QCOMPARE(proof.complaint(), std::string());
        QVERIFY(!proof.storeChanged());
    }

    void aNoteThatCannotBeRemovedIsToldOn()
    {
        const Folder folder;
        Frames frames;
        {
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            frames.publish(proof, 3);
        }
        frames.head = 2;
        Checkpointer proof(options(folder.path()), frames.lease(), frames);
        const std::string told = proof.complaint();
        auto note = options(folder.path()).file;
        note.replace_extension(".warning");
        QVERIFY(std::filesystem::remove(note));
        QVERIFY(std::filesystem::create_directories(note / "in the way"));
        proof.acknowledge();
        QVERIFY(proof.storeChanged());
        QVERIFY(proof.complaint().starts_with(told + " It was acknowledged, but "));
        std::filesystem::remove_all(note);
        proof.acknowledge();
        QVERIFY(!proof.storeChanged());
        QCOMPARE(proof.complaint(), std::string());
    }

    void anotherHistoryIsTold()
    {
        const Folder folder;
        Frames frames;
        {
            Checkpointer proof(options(folder.path()), frames.lease(), frames);
            frames.publish(proof, 3);
        }
        const Checkpointer proof(options(folder.path()), frames.lease(),
                                 [](FrameNo) -> Result<Hash> { return hashNo(99); });
        QVERIFY(proof.complaint().starts_with("Frame 3 of the store is not the one that was signed"));
    }

    void aSignerThatFailsIsToldAndKeepsNobodyWaiting()
    {
        const Folder folder;
        Frames frames;
        auto away = options(folder.path(), 2);
        away.signer = std::make_shared<Refuses>();
        {
            Checkpointer proof(away, frames.lease(), frames);
            frames.publish(proof, 2);
            waitFor([&] { return !proof.complaint().empty(); });
            QCOMPARE(proof.complaint(), std::string("No checkpoint can be written: the key is away."));
        }
        QVERIFY(!std::filesystem::exists(folder.path()));
    }

    void aKeyThatOthersMayReadIsNotUsed()
    {
        const Folder folder;
        const auto key = folder.path("store.key");
        const auto made = (*KeyFileSigner::open(key))->key();
        struct stat status {};
        QCOMPARE(::stat(key.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 07777, 0600u);
        QVERIFY((*KeyFileSigner::open(key))->key() == made);
        QCOMPARE(linesOf(folder.path("store.pub")), std::vector<std::string>{toHex(made)});
        QCOMPARE(::chmod(key.c_str(), 0640), 0);
        QCOMPARE(KeyFileSigner::open(key).error().code, Code::Forbidden);
        QCOMPARE(::chmod(key.c_str(), 0600), 0);
        std::ofstream(key, std::ios::app) << "x";
        QCOMPARE(KeyFileSigner::open(key).error().code, Code::Corrupt);
    }

    void aWholeWorldSignsItsEndAndTellsOfAReplacedStore()
    {
        const Folder folder;
        const auto file = folder.path() / "checkpoints.jsonl";
        {
            const auto world = worldOn(folder.path());
            QCOMPARE(world->engine().state().proof, std::string());
            (void)post(*world, {placed("P-1", "SKU")});
        }
        const auto signedFrames = framesIn(file);
        QVERIFY(!signedFrames.empty() && signedFrames.back() > 0);
        {
            const auto world = worldOn(folder.path());  // its first frame takes the copy into the store
            (void)post(*world, {placed("P-2", "SKU")});
            QCOMPARE(world->engine().state().proof, std::string());
        }
        QVERIFY(std::filesystem::remove(folder.path() / "holdpoint.db"));
        (void)std::filesystem::remove(folder.path() / "holdpoint.db-wal");
        const auto world = worldOn(folder.path());
        QVERIFY(world->engine().state().proof.starts_with("The store ends at frame 0, but frame "));
        (void)post(*world, {placed("P-3", "SKU")});
        QVERIFY(!world->engine().state().proof.empty());  // it stays told
        (void)acknowledge(*world, "known");
        (void)post(*world, {placed("P-4", "SKU")});
        waitFor([&] { return world->engine().state().proof.empty(); });
    }

    // The store that is put back remembers the command; the warning is of what happened after it.
    void anAcknowledgementOfAnEarlierWarningDoesNotEndANewerOne()
    {
        const Folder folder;
        const auto kept = folder.path("kept");
        const auto play = [&](const char* order) {
            const auto world = worldOn(folder.path());
            (void)post(*world, {placed(order, "SKU")});
        };
        play("P-1");
        copyStore(folder.path(), kept);
        play("P-2");
        copyStore(kept, folder.path());
        {
            const auto world = worldOn(folder.path());
            QVERIFY(!world->engine().state().proof.empty());
            QVERIFY(acknowledge(*world, "known").disposition != EventDisposition::Duplicate);
            waitFor([&] { return world->engine().state().proof.empty(); });
        }
        copyStore(folder.path(), kept);
        play("P-3");
        copyStore(kept, folder.path());
        const auto world = worldOn(folder.path());
        QVERIFY(!world->engine().state().proof.empty());
        QCOMPARE(acknowledge(*world, "known").disposition, EventDisposition::Duplicate);
        (void)post(*world, {placed("P-4", "SKU")});  // whose frame tells how it stands
        QVERIFY(!world->engine().state().proof.empty());
        (void)acknowledge(*world, "known too");
        waitFor([&] { return world->engine().state().proof.empty(); });
    }
};

QTEST_GUILESS_MAIN(CheckpointsTest)
#include "tst_checkpoints.moc"
