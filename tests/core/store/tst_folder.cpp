// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"
#include "core/store/store_reader.h"
#include "tests/support/quick_folder.h"
#include "tests/support/store_rig.h"

#include <QtTest>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::test;

/// A data folder in use, not writable, of a newer version or damaged: one error that says so, and no damage.
class Folder : public QObject {
    Q_OBJECT

private slots:
    void init();
    void a_new_folder_is_made_for_its_owner_alone();
    void a_folder_in_use_names_its_holder();
    void the_lock_ends_with_its_store();
    void a_failed_acquire_gives_the_lock_back();
    void a_newer_version_is_left_as_it_is();
    void garbage_is_left_as_it_is();
    void a_database_of_another_program_is_left_as_it_is();
    void ends_that_do_not_meet_are_corrupt_for_good();
    void a_broken_timeline_is_corrupt_for_good();
    void a_file_in_the_place_of_the_folder();
    void a_folder_that_may_not_be_written();
    void a_file_that_may_not_be_written();
    void a_file_open_to_others_is_closed();
    void the_pragmas_hold();
    void the_reserve_is_taken_and_released();

private:
    [[nodiscard]] QString file(const QString& name) const { return folder_->filePath("data/" + name); }
    [[nodiscard]] QByteArray bytes(const QString& name) const;
    void make(std::uint64_t orders = 3);
    void change(const char* sql);
    void expect(Code code);
    void expectAsOther(Code code);

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<StoreRig> rig_;
};

void Folder::init()
{
    rig_.reset();
    folder_ = quickFolder();
    rig_ = std::make_unique<StoreRig>(onDisk(folder_->filePath("data").toStdString()));
}

QByteArray Folder::bytes(const QString& name) const
{
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void Folder::make(std::uint64_t orders)
{
    QVERIFY(rig_->open());
    for (std::uint64_t serial = 1; serial <= orders; ++serial)
        QVERIFY(rig_->durable(rig_->commitOrder(serial)));
    rig_->store.reset();
}

void Folder::change(const char* sql)
{
    auto database = store::Database::open(rig_->options.connection(false));
    QVERIFY(database);
    QVERIFY((*database)->execute(sql));
}

void Folder::expect(Code code)
{
    const auto opened = rig_->open();
    QVERIFY(!opened);
    QCOMPARE(name(opened.error().code).data(), name(code).data());
}

// Root may write everywhere, so such a user looks as nobody, in a process of its own.
void Folder::expectAsOther(Code code)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::geteuid() == 0 && (::setegid(65534) != 0 || ::seteuid(65534) != 0))
            ::_exit(100);
        const auto opened = rig_->open();
        ::_exit(opened ? 101 : static_cast<int>(opened.error().code));
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), static_cast<int>(code));
}

void Folder::a_new_folder_is_made_for_its_owner_alone()
{
    QVERIFY(rig_->open());
    QVERIFY(rig_->durable(rig_->commitOrder(1)));
    for (const char* each : {"", "/holdpoint.db", "/holdpoint.db-wal", "/holdpoint.db-shm", "/lock"}) {
        struct stat status {};
        QCOMPARE(::stat((folder_->filePath("data") + each).toLocal8Bit(), &status), 0);
        QVERIFY2((status.st_mode & 077) == 0, each);
    }
}

void Folder::a_folder_in_use_names_its_holder()
{
    QVERIFY(rig_->open("holdpointd on node-7"));
    StoreRig second(rig_->options);
    const auto opened = second.open("another");
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Code::Conflict);
    QVERIFY(opened.error().detail.find("holdpointd on node-7") != std::string::npos);
    QVERIFY(opened.error().detail.find(std::to_string(::getpid())) != std::string::npos);
    QVERIFY(rig_->durable(rig_->commitOrder(1)));
}

void Folder::the_lock_ends_with_its_store()
{
    make();
    StoreRig second(rig_->options);
    QVERIFY(second.open());
    QCOMPARE(second.lease.lastFrame, FrameNo{3});
    QCOMPARE(second.lease.epoch, rig_->lease.epoch + 1);
}

void Folder::a_failed_acquire_gives_the_lock_back()
{
    make();
    store::SqliteStore wrong(rig_->options);
    QCOMPARE(wrong.acquire(5, "wrong", {}).error().code, Code::Conflict);
    QVERIFY(rig_->open());
}

void Folder::a_newer_version_is_left_as_it_is()
{
    make();
    change("PRAGMA user_version=3");
    const QByteArray before = bytes("holdpoint.db");
    expect(Code::Unsupported);
    QVERIFY(bytes("holdpoint.db") == before);
    const auto reader = store::StoreReader::open(rig_->options);
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, Code::Unsupported);
}

void Folder::garbage_is_left_as_it_is()
{
    QVERIFY(QDir().mkpath(folder_->filePath("data")));
    const QByteArray garbage(8192, 'g');
    QFile out(file("holdpoint.db"));
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(garbage) == garbage.size());
    out.close();
    expect(Code::Corrupt);
    QVERIFY(bytes("holdpoint.db") == garbage);
}

void Folder::a_database_of_another_program_is_left_as_it_is()
{
    QVERIFY(QDir().mkpath(folder_->filePath("data")));
    QFile(file("holdpoint.db")).open(QIODevice::WriteOnly);
    change("CREATE TABLE recipes(name TEXT)");
    const QByteArray before = bytes("holdpoint.db");
    expect(Code::Corrupt);
    QVERIFY(bytes("holdpoint.db") == before);
}

void Folder::ends_that_do_not_meet_are_corrupt_for_good()
{
    make();
    change("DELETE FROM step WHERE seq=3");
    expect(Code::Corrupt);
    QVERIFY(QFile::exists(file("holdpoint.db.corrupt")));
    change(
        "UPDATE partition SET head=2; DELETE FROM frame WHERE number=3");  // mended or not: it was damaged once
    expect(Code::Corrupt);
    QVERIFY(QFile::remove(file("holdpoint.db.corrupt")));
    QVERIFY(rig_->open());
}

void Folder::a_broken_timeline_is_corrupt_for_good()
{
    make();
    change("UPDATE step SET entity=7 WHERE seq=2");
    QVERIFY(rig_->open());
    CollectSteps sink;
    const EntityId ids[] = {order(2)};
    const auto loaded = rig_->store->load(rig_->lease, ids, sink);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, Code::Corrupt);
    QCOMPARE(rig_->commitOrder(4).error().code, Code::Corrupt);
    expect(Code::Corrupt);
}

void Folder::a_file_in_the_place_of_the_folder()
{
    QVERIFY(QFile(folder_->filePath("data")).open(QIODevice::WriteOnly));
    expect(Code::Forbidden);
}

void Folder::a_folder_that_may_not_be_written()
{
    QVERIFY(::chmod(folder_->path().toLocal8Bit(), 0555) == 0);
    expectAsOther(Code::Forbidden);
    QVERIFY(!QFile::exists(folder_->filePath("data")));
}

void Folder::a_file_that_may_not_be_written()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a file to another user");
    make();
    QVERIFY(::chmod(folder_->path().toLocal8Bit(), 0777) == 0);
    QVERIFY(::chmod(folder_->filePath("data").toLocal8Bit(), 0777) == 0);
    QVERIFY(::chmod(file("lock").toLocal8Bit(), 0666) == 0);
    const QByteArray before = bytes("holdpoint.db");
    expectAsOther(Code::Forbidden);
    QVERIFY(bytes("holdpoint.db") == before);
}

void Folder::a_file_open_to_others_is_closed()
{
    make();
    QVERIFY(::chmod(file("holdpoint.db").toLocal8Bit(), 0644) == 0);
    QVERIFY(rig_->open());
    struct stat status {};
    QCOMPARE(::stat(file("holdpoint.db").toLocal8Bit(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t{0600});
}

void Folder::the_pragmas_hold()
{
    make();
    auto database = store::Database::open(rig_->options.connection(false)).value();
    QVERIFY(database->configure());
    const std::pair<const char*, const char*> pragmas[] = {
        {"PRAGMA journal_mode", "wal"},  {"PRAGMA synchronous", "2"},    {"PRAGMA page_size", "4096"},
        {"PRAGMA foreign_keys", "1"},    {"PRAGMA trusted_schema", "0"}, {"PRAGMA cache_size", "-32768"},
        {"PRAGMA busy_timeout", "2000"}, {"PRAGMA user_version", "2"},
    };
    for (const auto& [pragma, value] : pragmas)
        QCOMPARE(database->text(pragma).value(), std::string(value));
    QVERIFY(database->execute("PRAGMA writable_schema=ON"));  // defensive: has no effect
    QVERIFY(!database->execute("UPDATE sqlite_schema SET sql='' WHERE name='step'"));
}

void Folder::the_reserve_is_taken_and_released()
{
    rig_->options.reserveBytes = 1 << 20;
    QVERIFY(rig_->open());
    struct stat status {};
    QCOMPARE(::stat(file("reserve").toLocal8Bit(), &status), 0);
    QVERIFY(status.st_blocks * 512 >= 1 << 20);  // room, not a hole
    QVERIFY(rig_->store->releaseReserve());
    QVERIFY(!QFile::exists(file("reserve")));
    QVERIFY(!rig_->store->releaseReserve());
    QVERIFY(rig_->open());
    QVERIFY(QFile::exists(file("reserve")));
}

QTEST_APPLESS_MAIN(Folder)
#include "tst_folder.moc"
