// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/evidence.h"

#include "ui/text/words.h"

namespace holdpoint::ui::exceptions {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(holdpoint::ui::exceptions::Evidence)
};

constexpr qsizetype LongestText = 2'000;

/// As code: in back quotes, without any of its own, so that it stays a text.
QString code(std::string_view text)
{
    QString safe = outside(text, LongestText);
    safe.replace(QLatin1Char('`'), QLatin1Char('\''));
    safe.replace(QLatin1Char('|'), QStringLiteral("¦"));
    return safe.isEmpty() ? Format::none() : QLatin1Char('`') + safe + QLatin1Char('`');
}

QString line(const QString& label, const QString& value)
{
    return QStringLiteral("- %1: %2\n").arg(label, value);
}

QString contractPart(const session::ContractFailure& failure)
{
    QString text = QStringLiteral("\n## %1\n\n").arg(Tr::tr("Contract failure"));
    text += line(Tr::tr("Vendor and operation"), code(failure.vendor + '.' + failure.operation));
    text += line(Tr::tr("Contract version"), QString::number(failure.version));
    text += line(Tr::tr("Field"), code(failure.breach.pointer));
    text += line(Tr::tr("Expected"), code(failure.breach.expected));
    text += line(Tr::tr("Got"), code(failure.breach.got));
    text += line(Tr::tr("First seen"), Format::iso(failure.firstSeen));
    text += line(Tr::tr("Seen for this order"), Format::iso(failure.seen));
    text += line(Tr::tr("Other open orders with the same failure"), QString::number(failure.others));
    if (failure.payload != Hash{})
        text += line(Tr::tr("SHA-256 of the kept answer"), code(toHex(failure.payload)));
    return text;
}

QString attemptsPart(const session::Timeline& timeline, const Format& format)
{
    QString text = QStringLiteral("\n## %1\n\n| %2 | %3 | %4 | %5 | %6 | %7 |\n|---|---|---|---|---|---|\n")
                       .arg(Tr::tr("Every attempt"), Tr::tr("Try"), Tr::tr("Sent"), Tr::tr("Waited"),
                            Tr::tr("Answer"), Tr::tr("Class"), Tr::tr("Idempotency key"));
    for (const auto& effect : timeline.effects)
        for (const auto& a : effect.attempts)
            text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 |\n")
                        .arg(a.asked ? Tr::tr("question %1").arg(a.attempt) : QString::number(a.attempt),
                             Format::iso(a.start), format.duration(a.waited),
                             code(a.status ? std::to_string(a.status) + ' ' + a.code : a.code), word(a.cls),
                             code(effect.key));
    return text;
}

}  // namespace

QString evidenceOf(const session::ExceptionDetail& d, const Format& format)
{
    QString text = QStringLiteral("# %1: %2\n\n")
                       .arg(QString::fromStdString(d.row.id.text()), happening(d.row.code, d.row.category));
    text += line(Tr::tr("Order"), code(d.orderNumber));
    text += line(Tr::tr("Correlation id"), code(d.correlation));
    text += line(Tr::tr("Stage"), word(d.row.stage));
    text += line(Tr::tr("Vendor"), code(d.row.vendor));
    text += line(Tr::tr("Code"), code(d.row.code));
    text += line(Tr::tr("Opened"), Format::iso(d.row.opened));
    text += line(Tr::tr("Open in its group"), QString::number(d.groupOpen));
    if (d.contract)
        text += contractPart(*d.contract);
    text += attemptsPart(d.timeline, format);
    text += QStringLiteral("\n%1 %2: %3\n")
                .arg(Tr::tr("Retry verdict:"), word(d.verdict.verdict), verdictReason(d.verdict));
    text += QStringLiteral("\n%1\n").arg(Tr::tr("As of %1.").arg(Format::iso(d.asOf.at)));
    return text;
}

}  // namespace holdpoint::ui::exceptions
