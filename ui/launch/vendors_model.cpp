// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch/vendors_model.h"

#include "ui/common/row_delegate.h"
#include "ui/common/tooltip.h"
#include "ui/text/format.h"
#include "ui/text/words.h"

#include <algorithm>

namespace holdpoint::ui {
namespace {

bool isNumber(int column) { return column >= VendorsModel::Errors && column <= VendorsModel::Breaches; }

}  // namespace

VendorsModel::VendorsModel(const Format& format, QObject* parent)
    : QAbstractTableModel(parent), format_(format)
{}

void VendorsModel::setVendors(std::vector<session::VendorCard> vendors, Instant now, double errorLimit)
{
    errorLimit_ = errorLimit;
    std::stable_sort(vendors.begin(), vendors.end(),
                     [](const auto& a, const auto& b) { return a.abnormal > b.abnormal; });
    const bool same = std::equal(vendors.begin(), vendors.end(), vendors_.begin(), vendors_.end(),
                                 [](const auto& a, const auto& b) { return a.vendor == b.vendor; });
    now_ = now;
    if (same) {
        vendors_ = std::move(vendors);
        setNow(now);
        return;
    }
    beginResetModel();
    vendors_ = std::move(vendors);
    endResetModel();
}

void VendorsModel::setNow(Instant now)
{
    now_ = now;
    if (!vendors_.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int VendorsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(vendors_.size());
}

int VendorsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

double VendorsModel::errorShare(const session::VendorCard& v)
{
    return v.calls == 0 ? 0 : 100.0 * static_cast<double>(v.errors) / static_cast<double>(v.calls);
}

QString VendorsModel::text(const session::VendorCard& v, int column) const
{
    switch (column) {
    case Vendor: return outside(v.vendor, 60);
    case Errors:  // of nothing is not zero
        return v.calls == 0 ? Format::none() : format_.percent(errorShare(v));
    case P95: return v.p95 ? format_.duration(*v.p95) : Format::none();
    case RateLimited: return v.calls == 0 ? Format::none() : format_.count(v.rateLimited);
    case Unknown: return format_.count(v.unknown);
    case Breaches: return v.calls == 0 ? Format::none() : format_.count(v.breaches);
    case Breaker: return word(v.breaker);
    case Open: return format_.count(v.exceptionsOpen);
    case LastGood:
        return v.lastGood == Never ? Format::none()
                                   : format_.ago(std::max(now_ - v.lastGood, Milliseconds{0}));
    default: return {};
    }
}

bool VendorsModel::isBad(const session::VendorCard& v, int column) const
{
    switch (column) {
    case Errors: return v.abnormal && errorShare(v) > errorLimit_;
    case RateLimited: return v.abnormal && v.rateLimited > 0;
    case Unknown: return v.abnormal && v.unknown > 0;
    case Breaches: return v.breaches > 0;
    case Breaker: return v.breaker == session::BreakerState::Open;
    default: return false;
    }
}

QVariant VendorsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const session::VendorCard& v = vendor(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(v, column);
    case Qt::TextAlignmentRole:
        return isNumber(column) || column == Open ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                                  : QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    case InkRole:
        return isBad(v, column)                          ? inkValue(Priority::P1)
               : column == Breaker || column == LastGood ? inkValue(Ink::Mid)
                                                         : inkValue(Ink::High);
    case StrongRole: return isBad(v, column) || (column == Vendor && v.abnormal);
    case PriorityRole:
        return column == Vendor && v.abnormal ? QVariant(static_cast<int>(Priority::P1)) : QVariant();
    case Qt::ToolTipRole:
        return column == Errors ? plainToolTip(tr("%1 of %2 calls in 5 minutes")
                                                   .arg(format_.count(v.errors), format_.count(v.calls)))
                                : QVariant();
    case CopyRole:
        return column == LastGood ? QVariant(v.lastGood == Never ? QString() : Format::iso(v.lastGood))
                                  : QVariant();
    case KeyRole: return static_cast<qulonglong>(qHash(QString::fromStdString(v.vendor)) | 1U);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                           text(v, column));
    default: return {};
    }
}

QVariant VendorsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (isNumber(section) || section == Open))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Vendor: return tr("Vendor");
    case Errors: return tr("Errors");
    case P95: return tr("p95");
    case RateLimited: return tr("429s");
    case Unknown: return tr("Unknown");
    case Breaches: return tr("Breaches");
    case Breaker: return tr("Breaker");
    case Open: return tr("Open");
    case LastGood: return tr("Last good");
    default: return {};
    }
}

void VendorsModel::retranslate() { emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1); }

}  // namespace holdpoint::ui
