// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_search.h"

#include <QChar>

namespace holdpoint::ui {
namespace {

constexpr int WordStart = 12;
constexpr int Run = 6;
constexpr int Hit = 1;

bool startsWord(QStringView title, qsizetype at) { return at == 0 || !title[at - 1].isLetterOrNumber(); }

}  // namespace

std::optional<int> fit(QStringView wanted, QStringView title)
{
    int score = 0;
    qsizetype last = -2;
    qsizetype from = 0;
    for (const QChar c : wanted) {
        if (c.isSpace())
            continue;
        qsizetype best = -1;
        // The next start of a word with this letter is worth jumping to; else the next letter.
        for (qsizetype at = from; at < title.size(); ++at) {
            if (title[at].toCaseFolded() != c.toCaseFolded())
                continue;
            if (best < 0)
                best = at;
            if (at == last + 1 || startsWord(title, at)) {
                best = at;
                break;
            }
        }
        if (best < 0)
            return std::nullopt;
        score += Hit + (startsWord(title, best) ? WordStart : 0) + (best == last + 1 ? Run : 0);
        last = best;
        from = best + 1;
    }
    return score - static_cast<int>(title.size() / 8);
}

}  // namespace holdpoint::ui
