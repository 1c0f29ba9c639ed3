// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QDateTime>
#include <QTimeZone>

#include <cmath>

namespace holdpoint::ui {
namespace {

QDateTime utc(Instant at) { return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC); }

QDateTime shown(Instant at, ZoneName zone) { return zone == ZoneName::Utc ? utc(at) : utc(at).toLocalTime(); }

QString two(std::int64_t n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); }

}  // namespace

Milliseconds Format::zoneOffset(Instant at) const
{
    return Milliseconds{zone_ == ZoneName::Utc ? 0 : shown(at, zone_).offsetFromUtc() * 1'000LL};
}

QString Format::zoneText(Instant at) const
{
    return zone_ == ZoneName::Utc ? QStringLiteral("UTC") : shown(at, zone_).timeZoneAbbreviation();
}

QString Format::count(std::int64_t n) const { return locale_.toString(static_cast<qlonglong>(n)); }

QString Format::shortCount(std::int64_t n) const
{
    if (std::llabs(n) < 10'000)
        return count(n);
    if (std::llabs(n) < 1'000'000)
        return tr("%1 k").arg(locale_.toString(static_cast<double>(n) / 1e3, 'f', 1));
    return tr("%1 M").arg(locale_.toString(static_cast<double>(n) / 1e6, 'f', 2));
}

QString Format::percentNumber(double percent) const
{
    const bool fine = percent < 10 || percent > 90;
    // A share just short of all must not read as all.
    const double shownPercent = percent < 100 && percent > 99.99 ? 99.99 : percent;
    return locale_.toString(shownPercent, 'f', percent == 100 || percent == 0 ? 0 : fine ? 2 : 1);
}

QString Format::percent(double percent) const { return tr("%1 %").arg(percentNumber(percent)); }

QString Format::duration(Milliseconds duration) const
{
    const std::int64_t ms = duration.count();
    if (ms < 0)
        return QStringLiteral("−") + this->duration(-duration);
    if (ms < 1'000)
        return tr("%1 ms").arg(ms);
    if (ms < 60'000)
        return tr("%1 s").arg(locale_.toString(static_cast<double>(ms) / 1e3, 'f', ms < 10'000 ? 2 : 1));
    const std::int64_t s = ms / 1'000;
    if (s < 3'600)
        return tr("%1 m %2 s").arg(s / 60).arg(two(s % 60));
    if (s < 86'400)
        return tr("%1 h %2 m").arg(s / 3'600).arg(two(s % 3'600 / 60));
    return tr("%1 d %2 h").arg(s / 86'400).arg(s % 86'400 / 3'600);
}

QString Format::left(Milliseconds duration) const
{
    const std::int64_t s = duration.count() / 1'000;
    if (duration.count() < 0)
        return tr("−%1 m").arg((-duration.count() + 59'999) / 60'000);
    if (s < 3'600)
        return two(s / 60) + QLatin1Char(':') + two(s % 60);
    if (s < 86'400)
        return tr("%1 h %2").arg(s / 3'600).arg(two(s % 3'600 / 60));
    return tr("%1 d %2 h").arg(s / 86'400).arg(s % 86'400 / 3'600);
}

QString Format::ago(Milliseconds duration) const
{
    const std::int64_t s = duration.count() / 1'000;
    if (s < 1)
        return tr("now");
    if (s < 60)
        return tr("%1 s ago").arg(s);
    if (s < 3'600)
        return tr("%1 min ago").arg(s / 60);
    if (s < 86'400)
        return tr("%1 h ago").arg(s / 3'600);
    return tr("%1 d ago").arg(s / 86'400);
}

QString Format::clock(Instant at) const
{
    return at == Never ? none() : shown(at, zone_).toString(QStringLiteral("HH:mm:ss"));
}

QString Format::clockMs(Instant at) const
{
    return at == Never ? none() : shown(at, zone_).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString Format::dateTime(Instant at) const
{
    if (at == Never)
        return none();
    return locale_.toString(shown(at, zone_), QStringLiteral("d MMM yyyy HH:mm:ss")) + QLatin1Char(' ') +
           zoneText(at);
}

QString Format::iso(Instant at) { return at == Never ? QString() : QString::fromStdString(toText(at)); }

QString Format::money(Money money) const
{
    const int digits = money.currency.digits();
    const double value = static_cast<double>(money.minor) / std::pow(10, digits);
    QString text = locale_.toString(value, 'f', digits);
    if (money.currency != Currency{})
        text += QLatin1Char(' ') + QString::fromStdString(money.currency.text());
    return text;
}

QString Format::bytes(qint64 bytes) const
{
    return bytes < 0 ? none() : locale_.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

}  // namespace holdpoint::ui
