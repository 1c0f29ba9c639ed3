// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/panel.h"

#include "core/session/rollout.h"

namespace holdpoint::ui {
class KeyValue;
}

namespace holdpoint::ui::rollout {

class StepLadder;

/// One slice: its steps with who committed them and when, how it suits a canary, what is cut out of it and what it never
/// exercises.
class SliceDetail final : public Panel {
    Q_OBJECT

public:
    SliceDetail(const Theme& theme, const Format& format, QWidget* parent = nullptr);

    /// Null: no slice is chosen.
    void show(const session::RolloutBoard& board, const session::SliceRow* slice);
    using QWidget::show;

private:
    void fillFigures(const session::RolloutBoard& board, const session::SliceRow& slice);

    const Format& format_;
    StepLadder* ladder_;
    KeyValue* figures_;
    KeyValue* limits_;
};

}  // namespace holdpoint::ui::rollout
