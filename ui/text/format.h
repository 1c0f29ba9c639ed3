// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/time.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include <optional>

namespace holdpoint::ui {

enum class ZoneName { Utc, Local };

/// Numbers, times and money as people read them, in one language and one shown zone. A missing value is an em dash,
/// never zero. GUI thread.
class Format {
    Q_DECLARE_TR_FUNCTIONS(holdpoint::ui::Format)

public:
    explicit Format(QLocale locale = QLocale(QLocale::English)) : locale_(std::move(locale)) {}

    void setLocale(QLocale locale) { locale_ = std::move(locale); }
    [[nodiscard]] const QLocale& locale() const noexcept { return locale_; }
    void setZone(ZoneName zone) { zone_ = zone; }
    [[nodiscard]] ZoneName zone() const noexcept { return zone_; }
    /// East of UTC at that moment.
    [[nodiscard]] Milliseconds zoneOffset(Instant at) const;
    /// `UTC`, `CET` …
    [[nodiscard]] QString zoneText(Instant at) const;

    [[nodiscard]] static QString none() { return QStringLiteral("—"); }
    [[nodiscard]] QString count(std::int64_t n) const;
    /// `41.2 k` above 10,000.
    [[nodiscard]] QString shortCount(std::int64_t n) const;
    /// Two decimals below 10 and above 90, else one; without the sign.
    [[nodiscard]] QString percentNumber(double percent) const;
    [[nodiscard]] QString percent(double percent) const;
    /// `412 ms`, `1.31 s`, `2 m 05 s`, `3 h 10 m`, `2 d`.
    [[nodiscard]] QString duration(Milliseconds duration) const;
    /// What is left until a deadline: `04:12`, `1 h 20`, `−4 m` when it is past.
    [[nodiscard]] QString left(Milliseconds duration) const;
    /// `3 s ago`.
    [[nodiscard]] QString ago(Milliseconds duration) const;
    /// `14:03:20`.
    [[nodiscard]] QString clock(Instant at) const;
    /// `14:03:20.114`.
    [[nodiscard]] QString clockMs(Instant at) const;
    /// `23 Nov 2026 14:03:20 UTC`.
    [[nodiscard]] QString dateTime(Instant at) const;
    /// ISO 8601 UTC: for copies and files.
    [[nodiscard]] static QString iso(Instant at);
    [[nodiscard]] QString money(Money money) const;
    [[nodiscard]] QString bytes(qint64 bytes) const;

private:
    QLocale locale_;
    ZoneName zone_ = ZoneName::Utc;
};

}  // namespace holdpoint::ui
