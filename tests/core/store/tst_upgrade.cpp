// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"
#include "core/store/store_reader.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/quick_folder.h"
#include "tests/support/store_rig.h"

#include <QtTest>

using namespace holdpoint;
using namespace holdpoint::test;
using store::Database;

/// An older store becomes one of this version, and a copy of what it was stays.
class Upgrade : public QObject {
    Q_OBJECT

private slots:
    void init();
    void its_contents_are_there();
    void it_is_as_a_new_one();
    void the_copy_is_as_it_was();
    void it_happens_once();
    void a_reader_does_not_upgrade();
    void a_failed_upgrade_changes_nothing();

private:
    [[nodiscard]] std::unique_ptr<Database> raw(const QString& name);
    [[nodiscard]] static QStringList columns(Database& database);

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<StoreRig> rig_;
};

void Upgrade::init()
{
    rig_.reset();
    folder_ = quickFolder();
    rig_ = std::make_unique<StoreRig>(onDisk(folder_->path().toStdString()));
    QFile planted("tests/data/store/v1.sql");
    QVERIFY(planted.open(QIODevice::ReadOnly));
    QVERIFY(QFile(folder_->filePath("holdpoint.db")).open(QIODevice::WriteOnly));
    const auto done = raw("holdpoint.db")->execute(planted.readAll());
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
}

std::unique_ptr<Database> Upgrade::raw(const QString& name)
{
    auto database = Database::open({.path = folder_->filePath(name).toStdString(), .vfs = {}});
    return database ? std::move(*database) : nullptr;
}

/// Every column with its type, and every index.
QStringList Upgrade::columns(Database& database)
{
    QStringList all;
    auto statement =
        database.prepare("SELECT m.name || '.' || c.name || ' ' || c.type || c.\"notnull\" || c.pk FROM "
                         "sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type='table' UNION ALL "
                         "SELECT sql FROM sqlite_schema WHERE type='index' AND sql NOT NULL ORDER BY 1");
    if (!statement)
        return {};
    const auto read = statement->each(
        [&](store::Statement& row) { all += QString::fromStdString(std::string(row.text(0))); });
    return read ? all : QStringList();
}

void Upgrade::its_contents_are_there()
{
    const auto opened = rig_->open();
    QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
    QCOMPARE(rig_->lease.epoch, std::uint64_t{7});
    QCOMPARE(rig_->lease.lastFrame, FrameNo{2});
    QCOMPARE(rig_->lease.serial, std::uint64_t{12});
    CollectSteps sink;
    const EntityId ids[] = {order(1), order(2)};
    QVERIFY(rig_->store->load(rig_->lease, ids, sink));
    QCOMPARE(sink.bodies, (std::vector<std::string>{"one", "three", "two"}));
    auto reader = store::StoreReader::open(rig_->options).value();
    const auto exceptions = reader->exceptions(true, {}, 10).value();
    QCOMPARE(exceptions.size(), std::size_t{1});
    QCOMPARE(exceptions[0].fingerprint, std::uint64_t{77});
    QCOMPARE(exceptions[0].reopened, std::uint16_t{0});
    QCOMPARE(exceptions[0].problems, std::uint16_t{1});
    StockBook book;
    QVERIFY(rig_->store->stock(rig_->lease, book));
    QCOMPARE(book.find({1}, {2})->onHand(), 40);  // what was on hand counts as counted
    QVERIFY(rig_->durable(rig_->commitOrder(3)));
}

void Upgrade::it_is_as_a_new_one()
{
    QTemporaryDir other;
    StoreRig fresh(onDisk(other.path().toStdString()));
    QVERIFY(fresh.open());
    QVERIFY(rig_->open());
    const auto made = Database::open(fresh.options.connection(true)).value();
    const auto upgraded = Database::open(rig_->options.connection(true)).value();
    QVERIFY(columns(*made).size() > 60);
    QCOMPARE(columns(*upgraded), columns(*made));
    QCOMPARE(upgraded->integer("PRAGMA user_version").value(), store::SchemaVersion);
}

void Upgrade::the_copy_is_as_it_was()
{
    const QStringList before = columns(*raw("holdpoint.db"));
    QVERIFY(rig_->open());
    QVERIFY(rig_->durable(rig_->commitOrder(3)));
    const auto copy = raw("holdpoint.db.v1.bak");
    QVERIFY(copy != nullptr);
    QCOMPARE(copy->integer("PRAGMA user_version").value(), 1);
    QCOMPARE(columns(*copy), before);
    QCOMPARE(copy->integer("SELECT max(seq) FROM step").value(), 3);
    QCOMPARE(copy->integer("SELECT epoch FROM partition").value(), 6);
}

void Upgrade::it_happens_once()
{
    QVERIFY(rig_->open());
    QVERIFY(QFile::remove(folder_->filePath("holdpoint.db.v1.bak")));
    QVERIFY(rig_->open());
    QVERIFY(!QFile::exists(folder_->filePath("holdpoint.db.v1.bak")));
}

void Upgrade::a_reader_does_not_upgrade()
{
    const auto reader = store::StoreReader::open(rig_->options);
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, Code::Unsupported);
    QCOMPARE(raw("holdpoint.db")->integer("PRAGMA user_version").value(), 1);
}

void Upgrade::a_failed_upgrade_changes_nothing()
{
    FaultVfs vfs("faulty-upgrade");
    rig_->options.vfs = vfs.name();
    vfs.arm(DiskFault::Full, 1, true);
    const auto opened = rig_->open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Code::Unavailable);
    QVERIFY(vfs.struck() > 0);
    rig_->store.reset();
    QCOMPARE(raw("holdpoint.db")->integer("PRAGMA user_version").value(), 1);
    vfs.disarm();
    QVERIFY(rig_->open());
    QCOMPARE(rig_->lease.lastFrame, FrameNo{2});
    rig_.reset();  // its connection needs the file system that ends here
}

QTEST_APPLESS_MAIN(Upgrade)
#include "tst_upgrade.moc"
