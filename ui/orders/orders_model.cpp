// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_model.h"

#include "ui/common/row_delegate.h"
#include "ui/text/format.h"
#include "ui/text/words.h"

#include <algorithm>

namespace holdpoint::ui {
namespace {

QString named(const std::string& name) { return name.empty() ? Format::none() : outside(name, 80); }

}  // namespace

OrdersModel::OrdersModel(Watch& watch, const Client& client, const Format& format, QObject* parent)
    : RowsModel(watch, parent), client_(client), format_(format)
{}

int OrdersModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString OrdersModel::text(const session::OrderRow& row, int column) const
{
    switch (column) {
    case Number: return named(row.number);
    case Id: return QString::fromStdString(row.id.text());
    case PlaceColumn: return word(row.place);
    case Status: return word(row.status);
    case Owner: return word(row.owner);
    case Value: return row.value == Money{} ? Format::none() : format_.money(row.value);
    case Channel: return named(row.channel);
    case Region: return named(row.region);
    case Vendor: return named(row.vendor);
    case Age: return format_.duration(std::max(client_.engineNow() - row.created, Milliseconds{0}));
    default: return {};
    }
}

QVariant OrdersModel::cellOf(const session::OrderRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column == Value || column == Age ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case MonoRole: return column == Number || column == Id;
    case InkRole:
        return inkValue(column == Number || column == PlaceColumn || column == Value ? Ink::High : Ink::Mid);
    case StrongRole: return column == PlaceColumn && row.place == Place::Exception;
    case CopyRole: return column == Age ? QVariant(Format::iso(row.created)) : QVariant();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                           text(row, column));
    default: return {};
    }
}

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Value || section == Age ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("Order");
    case Id: return tr("Id");
    case PlaceColumn: return tr("Place");
    case Status: return tr("Status");
    case Owner: return tr("Owner");
    case Value: return tr("Value");
    case Channel: return tr("Channel");
    case Region: return tr("Region");
    case Vendor: return tr("Vendor");
    case Age: return tr("Age");
    default: return {};
    }
}

void OrdersModel::retranslate() { emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1); }

}  // namespace holdpoint::ui
