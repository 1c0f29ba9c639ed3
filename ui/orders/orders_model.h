// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rows.h"
#include "ui/common/window_model.h"

namespace holdpoint::ui {

class Format;

/// The list of orders; any length.
class OrdersModel final : public RowsModel<session::OrderRow> {
    Q_OBJECT

public:
    enum Column { Number, Id, PlaceColumn, Status, Owner, Value, Channel, Region, Vendor, Age, ColumnCount };

    /// `client`: for the age of orders.
    OrdersModel(Watch& watch, const Client& client, const Format& format, QObject* parent);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

protected:
    [[nodiscard]] QVariant cellOf(const session::OrderRow& row, int column, int role) const override;

private:
    [[nodiscard]] QString text(const session::OrderRow& row, int column) const;

    const Client& client_;
    const Format& format_;
};

}  // namespace holdpoint::ui
