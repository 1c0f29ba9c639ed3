// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/workspace.h"
#include "host_rig.h"
#include "session_rig.h"

#include <QTest>
#include <fstream>

using namespace holdpoint;
using namespace holdpoint::host;

namespace {

/// Keeps the last answer.
class Answers final : public session::AnswerSink {
public:
    void answer(session::RequestId, const session::Answer& answer) override { last = answer; }
    [[nodiscard]] const session::ExceptionDetail* detail() const
    {
        return last ? std::get_if<session::ExceptionDetail>(&*last) : nullptr;
    }
    std::optional<session::Answer> last;
};

/// An item about an order whose warehouse answered with a word nobody was told of.
EntityId brokenAnswerIn(const std::filesystem::path& folder)
{
    const auto world = worldOn(folder);
    lab::Fault fault;
    fault.kind = lab::FaultKind::ChangedEnum;
    fault.operation = Operation::Ship;
    world->vendors().setFaults("wms-east", {fault});
    const auto outcomes = post(*world, {counted("east", "HAT", 9), placed("1", "HAT"), paid("1")});
    settle(*world);
    return outcomes[1].entity.with(EntityKind::Exception);
}

}  // namespace

/// Opening a data folder as a window does: never in the way of the caller.
class WorkspaceTest : public QObject {
    Q_OBJECT

private:
    struct Window {
        Mailbox mail;
        std::optional<Result<>> opened;
        Workspace workspace;
        explicit Window(const std::filesystem::path& folder)
            : workspace({folder, "1", mail.executor(), Milliseconds{2}, Milliseconds{20}},
                        [this](const Result<>& r) { opened = r; })
        {}
        Result<> open()
        {
            if (!mail.until([this] { return opened.has_value(); }))
                return Error{Code::Unavailable, "nothing was told"};
            return *opened;
        }
    };

private slots:
    void itOpensLater()
    {
        const Folder folder;
        Window window(folder.path());
        QCOMPARE(window.workspace.state(), Workspace::State::Opening);
        QVERIFY(window.workspace.session() == nullptr);
        QVERIFY(!window.workspace.startDemo({}, {}).has_value());
        QVERIFY(window.open().has_value());
        QCOMPARE(window.workspace.state(), Workspace::State::Open);
        QVERIFY(window.workspace.session() != nullptr);
        const auto whole = std::filesystem::weakly_canonical(folder.path()).string();
        QCOMPARE(window.workspace.session()->link().engine, whole + "#1");
        QVERIFY(!window.workspace.isDemo());
    }
    void aFolderInUseIsSaidToBe()
    {
        const Folder folder;
        Window first(folder.path());
        QVERIFY(first.open().has_value());
        Window second(folder.path());
        const auto opened = second.open();
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, Code::Conflict);
        QCOMPARE(second.workspace.state(), Workspace::State::Failed);
        QVERIFY(second.workspace.session() == nullptr);
    }
    void integrationsAreShownAsTheEngineHasThem()
    {
        const Folder folder;
        const EntityId item = brokenAnswerIn(folder.path());
        Window window(folder.path());
        QVERIFY(window.open().has_value());
        Answers answers;
        window.workspace.session()->ask(session::AskException{item}, answers);
        QVERIFY(window.mail.until([&] { return answers.last.has_value(); }));
        QVERIFY(answers.detail() != nullptr);
        QCOMPARE(answers.detail()->row.vendor, std::string("wms-east"));
        QVERIFY(answers.detail()->rules.has_value());
        QCOMPARE(answers.detail()->rules->vendor, std::string("wms-east"));
    }
    void aFileIsNoFolder()
    {
        const Folder folder;
        std::ofstream(folder.path("file")) << "x";
        Window window(folder.path("file"));
        QVERIFY(!window.open().has_value());
        QCOMPARE(window.workspace.state(), Workspace::State::Failed);
    }
    void otherDataIsNoDemo()
    {
        const Folder folder;
        {
            const auto world = worldOn(folder.path());
            (void)post(*world, {placed("1", "HAT")});
        }
        Window window(folder.path());
        QVERIFY(window.open().has_value());
        QCOMPARE(window.workspace.startDemo({}, {}).error().code, Code::Conflict);
        QVERIFY(!window.workspace.isDemo());
    }
    void aBackupIsMadeBeside()
    {
        const Folder folder;
        Window window(folder.path());
        QVERIFY(window.open().has_value());
        std::optional<Result<>> done;
        double share = 0;
        QVERIFY(window.workspace
                    .backup(
                        folder.path("copy.db"), [&](double s) { share = s; },
                        [&](const Result<>& r) { done = r; })
                    .has_value());
        QVERIFY(window.mail.until([&] { return done.has_value(); }));
        QVERIFY2(done->has_value(), done->has_value() ? "" : done->error().detail.c_str());
        QVERIFY(share > 0);
        QVERIFY(std::filesystem::exists(folder.path("copy.db")));
        done.reset();
        QVERIFY(window.workspace.backup("/no/such/place.db", {}, [&](const Result<>& r) { done = r; })
                    .has_value());
        QVERIFY(window.mail.until([&] { return done.has_value(); }));
        QVERIFY(!done->has_value());
    }
    void theDiskIsLookedAt()
    {
        const Folder folder;
        Window window(folder.path());
        QVERIFY(window.open().has_value());
        std::optional<DiskUse> use;
        window.workspace.diskUse([&](const DiskUse& u) { use = u; });
        QVERIFY(window.mail.until([&] { return use.has_value(); }));
        QVERIFY(use->folder > 64'000'000);  // the reserve alone is as much
        QVERIFY(use->free > 0);
    }
    void anEngineThatRunsIsLeftRunning()
    {
        const Folder folder;
        Window window(folder.path());
        QVERIFY(window.open().has_value());
        std::optional<Result<>> done;
        QVERIFY(window.workspace.restartEngine([&](const Result<>& r) { done = r; }).has_value());
        QVERIFY(window.mail.until([&] { return done.has_value(); }));
        QVERIFY(done->has_value());
        const auto whole = std::filesystem::weakly_canonical(folder.path()).string();
        QCOMPARE(window.workspace.session()->link().engine, whole + "#1");
    }
    void closingWhileItOpensTellsNothing()
    {
        const Folder folder;
        Mailbox mail;
        bool told = false;
        {
            Workspace workspace({folder.path(), "1", mail.executor()}, [&](const Result<>&) { told = true; });
        }
        QVERIFY(mail.until([&] { return mail.isEmpty(); }));
        QVERIFY(!told);
    }
    void theMarkIsKept()
    {
        const Folder folder;
        std::filesystem::create_directories(folder.path());
        QVERIFY(!readDemoMark(folder.path()).has_value());
        QVERIFY(writeDemoMark(folder.path(), {11, 1234}).has_value());
        QCOMPARE(readDemoMark(folder.path())->seed, std::uint64_t{11});
        QCOMPARE(readDemoMark(folder.path())->orders, 1234);
        QVERIFY(!writeDemoMark(folder.path("nowhere"), {}).has_value());
    }
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
