// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <memory>

namespace holdpoint::test {

/// A folder of real files where fsync costs nothing, if the platform has one: for tests of what is written and in which
/// order, not of the disk.
[[nodiscard]] inline std::unique_ptr<QTemporaryDir> quickFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    const QString place = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return std::make_unique<QTemporaryDir>(place + QStringLiteral("/holdpoint-test-XXXXXX"));
}

}  // namespace holdpoint::test
