// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"

#include <QAbstractTableModel>

namespace holdpoint::ui {
class Format;
}

namespace holdpoint::ui::rollout {

/// What the button of a slice does.
enum class SliceAct { None, Pause, Resume, Start };
/// The one act that suits the state of the slice.
[[nodiscard]] SliceAct actOf(const session::SliceRow& slice, RolloutState state);

/// The slices of the plan, in its order. The last column is empty: it is room for the button.
class SlicesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Slice, Share, Orders, Errors, P95, Exceptions, Verdict, State, Action, ColumnCount };

    SlicesModel(const Format& format, QObject* parent);

    void setBoard(const session::RolloutBoard& board);
    [[nodiscard]] const session::SliceRow& slice(int row) const
    {
        return slices_[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] RolloutState state() const noexcept { return state_; }
    /// −1: it is not here.
    [[nodiscard]] int rowOf(const std::string& name) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    [[nodiscard]] QString text(const session::SliceRow& slice, int column) const;
    [[nodiscard]] QString stateText(const session::SliceRow& slice) const;
    [[nodiscard]] QString toolTip(const session::SliceRow& slice, int column) const;

    const Format& format_;
    std::vector<session::SliceRow> slices_;
    RolloutState state_ = RolloutState::Draft;
};

}  // namespace holdpoint::ui::rollout
