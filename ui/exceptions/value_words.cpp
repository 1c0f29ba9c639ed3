// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/value_words.h"

#include "core/search/complete.h"
#include "ui/common/filter_field.h"

namespace holdpoint::ui::exceptions {
namespace {

constexpr std::size_t MostValues = 50;

bool hasValues(const QString& field)
{
    static const QStringList fields{QStringLiteral("vendor"), QStringLiteral("node"),
                                    QStringLiteral("code"),   QStringLiteral("channel"),
                                    QStringLiteral("region"), QStringLiteral("owner")};
    return fields.contains(field);
}

}  // namespace

ValueWords::ValueWords(Client& client, QObject* parent) : QObject(parent), client_(client)
{
    connect(&client_, &Client::attached, this, [this] { known_.clear(); });
}

QStringList ValueWords::complete(const QString& prefix)
{
    const qsizetype colon = prefix.indexOf(QLatin1Char(':'));
    const QString field = prefix.left(colon).toLower();
    if (colon < 0 || !hasValues(field))
        return completeFilterWord(prefix);
    Values& values = known_[field];
    if (values.askedMs == 0 || client_.time().monotonicMs() - values.askedMs > KeptMs)
        ask(field, values);
    QStringList found;
    for (const QString& word : values.words)
        if (word.startsWith(prefix, Qt::CaseInsensitive))
            found << word;
    return found;
}

void ValueWords::ask(const QString& field, Values& values)
{
    values.askedMs = client_.time().monotonicMs();
    session::AskValues question;
    question.field = field.toStdString();
    client_.ask(question, this, [this, field](const session::Answer& answer) {
        const auto* counts = std::get_if<std::vector<session::FieldCount>>(&answer);
        if (counts == nullptr)
            return;
        QStringList words;
        for (const auto& [value, count] : *counts)
            if (words.size() < static_cast<qsizetype>(MostValues) && !value.empty())
                words << field + QLatin1Char(':') + QString::fromStdString(search::spelled(value));
        known_[field].words = words;
    });
}

}  // namespace holdpoint::ui::exceptions
