// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace holdpoint::test {
namespace {

constexpr int LongestRun = 60'000;
constexpr int LookEvery = 2;

}  // namespace

QJsonObject CtlEnd::json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }

bool CtlEnd::saysOneSentence() const
{
    return err.startsWith("holdpointctl: ") && err.endsWith('\n') && err.count('\n') == 1 && err.size() > 30;
}

std::unique_ptr<QProcess> ctlStart(const QStringList& arguments)
{
    auto process = std::make_unique<QProcess>();
    process->start(qEnvironmentVariable("HOLDPOINTCTL"), arguments);
    if (!process->waitForStarted())
        QTest::qFail("holdpointctl does not start: is HOLDPOINTCTL its path?", __FILE__, __LINE__);
    return process;
}

CtlEnd ctlEnd(QProcess& process)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(LongestRun))
        QTest::qFail("holdpointctl does not end", __FILE__, __LINE__);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

CtlEnd ctl(const QStringList& arguments) { return ctlEnd(*ctlStart(arguments)); }

bool waitWhileRunning(QProcess& process, const std::function<bool()>& holds)
{
    while (!holds())
        if (process.waitForFinished(LookEvery) || process.state() == QProcess::NotRunning)
            return holds();
    return true;
}

qint64 bytesBelow(const QString& folder, const QString& pattern)
{
    qint64 sum = 0;
    QDirIterator files(folder, {pattern}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        sum += files.fileInfo().size();
    }
    return sum;
}

QByteArray contentOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void write(const QString& file, const QByteArray& bytes)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        QTest::qFail("a test file cannot be written", __FILE__, __LINE__);
}

void copyFolder(const QString& from, const QString& to)
{
    QDir().mkpath(to);
    for (const QString& name : QDir(from).entryList(QDir::Files))
        QFile::copy(from + '/' + name, to + '/' + name);
}

}  // namespace holdpoint::test
