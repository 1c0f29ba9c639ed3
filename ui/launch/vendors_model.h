// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/board.h"

#include <QAbstractTableModel>

#include <vector>

namespace holdpoint::ui {

class Format;

/// Vendors as a table: abnormal ones first, then by name.
class VendorsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Vendor, Errors, P95, RateLimited, Unknown, Breaches, Breaker, Open, LastGood, ColumnCount };

    VendorsModel(const Format& format, QObject* parent);

    /// `errorLimit`: percent above which a share of errors is red.
    void setVendors(std::vector<session::VendorCard> vendors, Instant now, double errorLimit);
    /// Time has passed: ages are others.
    void setNow(Instant now);
    [[nodiscard]] const session::VendorCard& vendor(int row) const
    {
        return vendors_[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    [[nodiscard]] QString text(const session::VendorCard& vendor, int column) const;
    [[nodiscard]] static double errorShare(const session::VendorCard& vendor);
    [[nodiscard]] bool isBad(const session::VendorCard& vendor, int column) const;

    const Format& format_;
    std::vector<session::VendorCard> vendors_;
    Instant now_;
    double errorLimit_ = 0;
};

}  // namespace holdpoint::ui
