// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fire/scene.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::fire;

namespace {

constexpr std::uint64_t Seed = 20'270'115;
constexpr std::uint64_t Frames = 13;  // of the script, about

bool run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(30'000) && process.exitCode() == 0;
}

/// A file system in a file, mounted; what is in the file is what reached the disk. Not mounted any more when it ends.
class Image {
public:
    explicit Image(const QString& place) : place_(place) { QDir().mkpath(place); }
    ~Image() { unmount(); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;

    bool make() const
    {
        QFile disk(file());
        return disk.open(QIODevice::WriteOnly) && disk.resize(qint64{48} << 20) &&
               run(QStringLiteral("mkfs.ext4"), {QStringLiteral("-q"), QStringLiteral("-F"), file()});
    }
    bool mount()
    {
        QDir().mkpath(folder());
        mounted_ =
            run(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("loop"), file(), folder()});
        return mounted_;
    }
    void unmount()
    {
        if (mounted_)
            mounted_ = !run(QStringLiteral("umount"), {folder()}) &&
                       !run(QStringLiteral("umount"), {QStringLiteral("-l"), folder()});
    }
    [[nodiscard]] QString file() const { return place_ + QStringLiteral("/disk"); }
    [[nodiscard]] QString folder() const { return place_ + QStringLiteral("/mounted"); }

private:
    QString place_;
    bool mounted_ = false;
};

}  // namespace

/// The power goes while a process writes: stopped at a moment by seed, the disk's file is copied, the process is killed, and
/// the copy is what a restart finds. HOLDPOINT_FIRE_CUTS=N: so many instead of five.
class PowerTest : public QObject {
    Q_OBJECT

private slots:
    void what_was_acknowledged_is_on_the_disk();
};

void PowerTest::what_was_acknowledged_is_on_the_disk()
{
    const int asked = qEnvironmentVariableIntValue("HOLDPOINT_FIRE_CUTS");
    const int cuts = asked > 0 ? asked : 5;
    if (!mountForUsAlone())
        QSKIP("mounting is not allowed here");
    SeededRng rng(Seed);
    FrameNo acknowledged = 0;
    int during = 0;
    for (int cut = 0; cut < cuts; ++cut) {
        const QTemporaryDir place;
        Image disk(place.filePath("before"));
        if (!disk.make() || !disk.mount())
            QSKIP("a file system in a file cannot be mounted here");
        const std::filesystem::path vendors = place.filePath("vendors").toStdString();
        Player player({disk.folder().toStdString(), 0, 3, vendors});
        const auto frames = static_cast<FrameNo>(1 + rng.below(Frames));
        player.waitFor(frames);
        ::usleep(static_cast<useconds_t>(rng.below(4'000)));
        Image copy(place.filePath("after"));
        player.cut([&] { QVERIFY(QFile::copy(disk.file(), copy.file())); });
        const End end = player.end();
        disk.unmount();
        QVERIFY2(end.stopped.empty(), end.stopped.c_str());
        QVERIFY(end.acknowledged >= frames || end.finished);
        acknowledged += end.acknowledged;
        during += end.finished ? 0 : 1;

        QVERIFY(copy.mount());
        const std::string broken = recover({copy.folder().toStdString(), 0, 3, vendors}, end);
        QVERIFY2(broken.empty(), ("cut " + std::to_string(cut) + ", acknowledged " +
                                  std::to_string(end.acknowledged) + ": " + broken)
                                     .c_str());
    }
    qInfo("%d images, %d of them while it wrote; %llu frames acknowledged, none lost; seed %llu", cuts,
          during, static_cast<unsigned long long>(acknowledged), static_cast<unsigned long long>(Seed));
}

QTEST_GUILESS_MAIN(PowerTest)
#include "tst_power.moc"
