// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/translate.h"
#include "ui/text/words.h"

#include <QStringList>

namespace holdpoint::ui {
namespace {

QString wordsOf(Code code)
{
    switch (code) {
    case Code::InvalidArgument:
        return words(QT_TRANSLATE_NOOP("words", "That cannot be read. Correct it and try again."));
    case Code::NotFound: return words(QT_TRANSLATE_NOOP("words", "There is no such thing here."));
    case Code::Conflict:
        return words(QT_TRANSLATE_NOOP("words", "It has changed since you looked. Look again."));
    case Code::Stale:
        return words(QT_TRANSLATE_NOOP("words", "What is shown is too old to act on. Wait for fresh data."));
    case Code::Forbidden: return words(QT_TRANSLATE_NOOP("words", "You may not do that."));
    case Code::Unavailable:
        return words(QT_TRANSLATE_NOOP("words", "Not possible just now. Try again shortly."));
    case Code::Corrupt:
        return words(
            QT_TRANSLATE_NOOP("words", "What is on disk cannot be right. Open a backup or ask an engineer."));
    case Code::OutcomeUnknown:
        return words(
            QT_TRANSLATE_NOOP("words", "It may or may not have happened. Ask before doing it again."));
    case Code::Unsupported:
        return words(QT_TRANSLATE_NOOP("words", "This version does not know how to do that."));
    }
    return {};
}

/// Moves or hides other text, or is not seen at all.
bool misleads(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
           c == 0x061C || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0x00AD ||
           c == 0x180E || c == 0x2028 || c == 0x2029 || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE007F);
}

bool isControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

}  // namespace

QString spelledOut(std::string_view code, bool capital)
{
    QString text = outside(code, 80).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (capital && !text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString openingSentence(const Error& error)
{
    const QString detail = outside(error.detail);
    switch (error.code) {
    case Code::Conflict:
        return words(QT_TRANSLATE_NOOP("words", "Another program has this folder open: %1")).arg(detail);
    case Code::Forbidden:
        return words(QT_TRANSLATE_NOOP("words", "This folder cannot be made or written: %1")).arg(detail);
    case Code::Unsupported:
        return words(QT_TRANSLATE_NOOP(
                         "words",
                         "This folder was written by a newer version. Nothing in it was touched. (%1)"))
            .arg(detail);
    case Code::Corrupt:
        return words(
                   QT_TRANSLATE_NOOP(
                       "words",
                       "What is in this folder cannot be trusted. It was not touched; restore a backup. (%1)"))
            .arg(detail);
    case Code::Unavailable:
        return words(QT_TRANSLATE_NOOP(
                         "words", "There is no room, or the disk does not answer. Nothing was lost. (%1)"))
            .arg(detail);
    default: return sentence(error);
    }
}

QString sentence(const Error& error)
{
    const QString detail = outside(error.detail);
    return detail.isEmpty() ? wordsOf(error.code)
                            : wordsOf(error.code) + QStringLiteral(" (") + detail + QLatin1Char(')');
}

QString sentence(const session::Failed& failed)
{
    if (failed.error.code != Code::InvalidArgument)
        return sentence(failed.error);
    QString text = words(QT_TRANSLATE_NOOP("words", "This filter cannot be read: %1."))
                       .arg(outside(failed.error.detail));
    if (!failed.nearest.empty())
        text += QLatin1Char(' ') +
                words(QT_TRANSLATE_NOOP("words", "Did you mean “%1”?")).arg(outside(failed.nearest, 60));
    return text;
}

QString needs(const std::vector<Role>& whoCan)
{
    QStringList roles;
    for (const Role role : whoCan)
        roles << word(role);
    if (roles.isEmpty())
        return words(QT_TRANSLATE_NOOP("words", "Nobody may do that here."));
    const QString last = roles.takeLast();
    const QString all =
        roles.isEmpty()
            ? last
            : words(QT_TRANSLATE_NOOP("words", "%1 or %2")).arg(roles.join(QStringLiteral(", ")), last);
    return words(QT_TRANSLATE_NOOP("words", "Needs %1.")).arg(all);
}

QString outside(std::string_view text, qsizetype most)
{
    // Four bytes are one character at the most: what lies behind need not be decoded to be cut.
    const auto bytes = std::min<qsizetype>(static_cast<qsizetype>(text.size()), most * 4 + 4);
    const QString decoded = QString::fromUtf8(text.data(), bytes);
    QString shown;
    qsizetype count = 0;
    for (const char32_t c : decoded.toUcs4()) {
        if (count == most)
            return shown.left(shown.size() - (shown.back().isLowSurrogate() ? 2 : 1)) + QChar(u'…');
        ++count;
        if (isControl(c))
            shown += QChar(u'␣');
        else if (misleads(c))
            shown += QChar(QChar::ReplacementCharacter);
        else
            shown += QString::fromUcs4(&c, 1);
    }
    return shown;
}

}  // namespace holdpoint::ui
