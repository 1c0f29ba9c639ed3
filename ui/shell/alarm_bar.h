// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace holdpoint::ui {

class CommandButton;
class PriorityGlyph;

/// Counts by priority and the most urgent alarm that nobody has acknowledged, in one line that never scrolls away.
/// GUI thread.
class AlarmBar final : public QWidget {
    Q_OBJECT

public:
    AlarmBar(Context& context, QWidget* parent);

    /// Null: nothing is known, which is not the same as no alarm.
    void setBoard(const session::Board* board, Freshness freshness);
    /// The alarm shown; null: none.
    [[nodiscard]] const session::AlarmRow* top() const noexcept { return top_ ? &*top_ : nullptr; }

private:
    void showTop();
    [[nodiscard]] QString title(const session::AlarmRow& alarm) const;
    [[nodiscard]] QString where(const session::AlarmRow& alarm) const;
    [[nodiscard]] QString valueText(const session::AlarmRow& alarm, double value) const;
    void flash();

    Context& context_;
    std::optional<session::AlarmRow> top_;
    QWidget* divider_;
    QLabel* p1_;
    QLabel* p2_;
    QLabel* unacknowledged_;
    QLabel* at_;
    QLabel* title_;
    QLabel* where_;
    PriorityGlyph* glyph1_;
    PriorityGlyph* glyph2_;
    PriorityGlyph* glyph_;
    CommandButton* acknowledge_;
    CommandButton* open_;
    QTimer flash_;
    bool outline_ = false;
};

}  // namespace holdpoint::ui
