// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/subject.h"

#include "core/search/parse.h"

#include <QRegularExpression>

namespace holdpoint::ui::exceptions {

QString narrowed(const QString& filter, const QString& term)
{
    auto query = search::parse(filter.toStdString());
    if (!query)
        return {};
    query->sort.clear();
    const QString base = QString::fromStdString(search::normalForm(*query));
    if (term.isEmpty())
        return base;
    if (base.isEmpty())
        return term;
    return query->root.kind == search::Node::Kind::Or ? QStringLiteral("(%1) %2").arg(base, term)
                                                      : base + QLatin1Char(' ') + term;
}

QString sortedBy(const QString& filter, const QString& word)
{
    static const QRegularExpression sort(QStringLiteral("(^|\\s)sort:(\\S*)"));
    const bool again = sort.match(filter).captured(2) == word;
    QString rest = filter;
    rest.remove(sort);
    return (rest.trimmed() + QStringLiteral(" sort:") + (again ? QStringLiteral("-") : QString()) + word)
        .trimmed();
}

}  // namespace holdpoint::ui::exceptions
