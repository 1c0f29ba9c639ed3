// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/question.h"
#include "ui/state/client.h"

#include <QObject>
#include <QStringList>

#include <map>

namespace holdpoint::ui::exceptions {

/// Words that complete the filter: fields, words of fixed lists, and values that the queue has now, most frequent first.
/// Values are asked for when their field is typed and kept for `KeptMs`. GUI thread.
class ValueWords final : public QObject {
    Q_OBJECT

public:
    static constexpr std::int64_t KeptMs = 30'000;

    ValueWords(Client& client, QObject* parent);
    [[nodiscard]] QStringList complete(const QString& prefix);

private:
    struct Values {
        QStringList words;
        std::int64_t askedMs = 0;
    };
    void ask(const QString& field, Values& values);

    Client& client_;
    std::map<QString, Values> known_;
};

}  // namespace holdpoint::ui::exceptions
