// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/command.h"
#include "ui/common/labels.h"
#include "ui/text/format.h"

#include <QWidget>

#include <array>

namespace holdpoint::ui {

/// How far a command has come: requested · accepted · effective · verified, each with its time; or refused, failed,
/// unknown, in words with what to do next. Hidden until `start`.
class ReceiptLine final : public QWidget {
    Q_OBJECT

public:
    ReceiptLine(const Theme& theme, const Format& format, QWidget* parent = nullptr);

    /// `what` is the command as a person names it: "Retry O-8841".
    void start(const QString& what, Instant at);
    void add(const session::Receipt& receipt);
    void clear();
    /// All of it as one line.
    [[nodiscard]] QString text() const;

signals:
    void changed();

private:
    void refresh();
    [[nodiscard]] QString steps() const;

    const Format& format_;
    QLabel* what_;
    QLabel* steps_;
    QLabel* trouble_;
    std::array<Instant, 4> at_{};
    QString troubleText_;
};

/// Refused, failed, unknown as a sentence with the next step; empty for the other states.
[[nodiscard]] QString troubleOf(const session::Receipt& receipt);

}  // namespace holdpoint::ui
