// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch/launch_words.h"

#include <QRegularExpression>

#include <cstdlib>

namespace holdpoint::ui {

QString missionTime(Milliseconds since)
{
    const std::int64_t seconds = std::llabs(since.count() / 1'000);
    const auto two = [](std::int64_t n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const QString clock = two(seconds / 3'600 % 24) + QLatin1Char(':') + two(seconds / 60 % 60) +
                          QLatin1Char(':') + two(seconds % 60);
    const std::int64_t days = seconds / 86'400;
    return (since.count() < 0 ? QStringLiteral("T−") : QStringLiteral("T+")) +
           (days > 0 ? QStringLiteral("%1 d ").arg(days) : QString()) + clock;
}

QString vendorFilter(const std::string& vendor)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z][A-Za-z0-9_-]*$"));
    QString name = QString::fromStdString(vendor);
    if (!plain.match(name).hasMatch()) {
        name.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
            .replace(QLatin1Char('"'), QLatin1String("\\\""));
        name = QLatin1Char('"') + name + QLatin1Char('"');
    }
    return QStringLiteral("is:open vendor:") + name;
}

QString joinedParts(QStringList parts)
{
    parts.removeAll({});
    return parts.join(QStringLiteral(" · "));
}

}  // namespace holdpoint::ui
