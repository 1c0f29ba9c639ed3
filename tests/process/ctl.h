// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <functional>
#include <memory>

/// `holdpointctl` in processes of its own.
namespace holdpoint::test {

/// What one run said and ended with; -1: it did not end by itself.
struct CtlEnd {
    int code = -1;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] qint64 number(const char* name) const
    {
        return json().value(QLatin1String(name)).toInteger();
    }
    /// Standard error holds one line, and it is a sentence of the program.
    [[nodiscard]] bool saysOneSentence() const;
};

[[nodiscard]] CtlEnd ctl(const QStringList& arguments);
/// A run that goes on; ended with the object.
[[nodiscard]] std::unique_ptr<QProcess> ctlStart(const QStringList& arguments);
[[nodiscard]] CtlEnd ctlEnd(QProcess& process);
/// Until `holds`, or the process has ended by itself; true if it holds.
[[nodiscard]] bool waitWhileRunning(QProcess& process, const std::function<bool()>& holds);

/// Bytes of all files below a folder that match `*pattern`.
[[nodiscard]] qint64 bytesBelow(const QString& folder, const QString& pattern);
/// What stands in a folder: names and bytes of its files, for "nothing was damaged".
[[nodiscard]] QByteArray contentOf(const QString& file);
void write(const QString& file, const QByteArray& bytes);
void copyFolder(const QString& from, const QString& to);

}  // namespace holdpoint::test
