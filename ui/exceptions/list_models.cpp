// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/list_models.h"

#include "ui/common/row_delegate.h"
#include "ui/text/words.h"

namespace holdpoint::ui::exceptions {
namespace {

constexpr Milliseconds Breaching{15 * 60'000};
constexpr Milliseconds Urgent{5 * 60'000};
constexpr int Right = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);

QVariant slaInk(Instant due, Instant now)
{
    if (due == Never)
        return inkValue(Ink::Low);
    const Milliseconds left = due - now;
    if (left <= Urgent)
        return inkValue(Priority::P1);
    return left <= Breaching ? QVariant(inkValue(Priority::P2)) : QVariant();
}

QString slaText(Instant due, Instant now, const Format& format)
{
    if (due == Never)
        return Format::none();
    const QString left = format.left(due - now);
    return due < now ? left + QStringLiteral(" ✗") : left;
}

bool standsStill(ExceptionState state)
{
    return state == ExceptionState::WaitingCustomer || state == ExceptionState::WaitingVendor;
}

/// As the vendor or the engine wrote it, for the tooltip.
QString codeText(const std::string& code) { return GroupsModel::tr("Code %1").arg(outside(code, 80)); }

QString orDash(const std::string& text, qsizetype most = 80)
{
    return text.empty() ? Format::none() : outside(text, most);
}

/// Columns are let in one after the other while there is room; what is off leaves its room to the next.
std::set<int> withoutRoom(int width, int base, const QList<int>& order, const std::set<int>& off,
                          const QList<int>& widths)
{
    std::set<int> hidden;
    for (const int column : order) {
        if (off.contains(column))
            continue;
        base += widths[column];
        if (width < base)
            hidden.insert(column);
    }
    return hidden;
}

}  // namespace

QString groupText(std::uint64_t fingerprint)
{
    return QStringLiteral("%1").arg(fingerprint, 16, 16, QLatin1Char('0'));
}

void Marks::toggle(qulonglong key)
{
    all_ = false;
    if (key != 0 && keys_.erase(key) == 0)
        keys_.insert(key);
    emit changed();
}

void Marks::add(qulonglong key)
{
    if (key != 0)
        keys_.insert(key);
    emit changed();
}

void Marks::setAll()
{
    keys_.clear();
    all_ = true;
    emit changed();
}

void Marks::clear()
{
    keys_.clear();
    all_ = false;
    emit changed();
}

ItemsModel::ItemsModel(Context& context, Watch& watch, const Marks& marks, QObject* parent)
    : RowsModel(watch, parent), context_(context), marks_(marks)
{
    connect(&marks, &Marks::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, Mark), index(rowCount() - 1, Mark));
    });
}

int ItemsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QList<int> ItemsModel::widths() { return {28, 48, 76, 96, 96, 0, 28, 92, 84, 100, 92, 64}; }

std::set<int> ItemsModel::hiddenAt(int width, const std::set<int>& off)
{
    return withoutRoom(width, 432, {Cl, Order, StageColumn, Owner, Where, ValueColumn, Age}, off, widths());
}

QString ItemsModel::sortWord(int column)
{
    switch (column) {
    case P: return QStringLiteral("priority");
    case Sla: return QStringLiteral("sla");
    case Item: return QStringLiteral("id");
    case ValueColumn: return QStringLiteral("value");
    case Age: return QStringLiteral("age");
    default: return {};
    }
}

QVariant ItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Sla || section == ValueColumn || section == Age))
        return Right;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case P: return tr("P");
    case Sla: return tr("SLA left");
    case Item: return tr("Exception");
    case Order: return tr("About");
    case Happened: return tr("What happened");
    case Cl: return tr("Cl", "column of the failure class");
    case Where: return tr("Where");
    case StageColumn: return tr("Stage");
    case ValueColumn: return tr("Value");
    case Owner: return tr("Owner");
    case Age: return tr("Age");
    default: return QString();
    }
}

void ItemsModel::tick()
{
    if (rowCount() == 0)
        return;
    emit dataChanged(index(0, Sla), index(rowCount() - 1, Sla), {Qt::DisplayRole, InkRole});
    emit dataChanged(index(0, Age), index(rowCount() - 1, Age), {Qt::DisplayRole});
}

QString ItemsModel::text(const session::ExceptionRow& row, int column) const
{
    const Format& format = context_.format;
    const Instant now = context_.client.engineNow();
    switch (column) {
    case Mark: return marks_.has(row.id.value()) ? QStringLiteral("☑") : QStringLiteral("☐");
    case P: return QString::number(static_cast<int>(row.priority) + 1);
    case Sla: {
        const QString left = slaText(row.due, now, format);
        return standsStill(row.state) ? QStringLiteral("‖ ") + left : left;
    }
    case Item: return QString::fromStdString(row.id.text());
    case Order:
        return !row.orderNumber.empty() ? outside(row.orderNumber, 40)
               : row.about.isNone()     ? Format::none()
                                        : QString::fromStdString(row.about.text());
    case Happened: return happening(row.code, row.category);
    case Cl: return letter(row.cls);
    case Where: return orDash(row.vendor.empty() ? row.node : row.vendor);
    case StageColumn: return word(row.stage);
    case ValueColumn: return row.value.minor == 0 ? Format::none() : format.money(row.value);
    case Owner: return orDash(row.assignee, 40);
    case Age: return format.left(std::max(Milliseconds{0}, now - row.opened));
    default: return {};
    }
}

QVariant ItemsModel::cellOf(const session::ExceptionRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::TextAlignmentRole:
        return column == Sla || column == ValueColumn || column == Age ? QVariant(Right) : QVariant();
    case PriorityRole: return column == P ? QVariant(static_cast<int>(row.priority)) : QVariant();
    case InkRole:
        if (column == Sla)
            return standsStill(row.state) ? QVariant(inkValue(Ink::Low))
                                          : slaInk(row.due, context_.client.engineNow());
        return column == Mark || column == Where || column == Item || column == Order
                   ? QVariant(inkValue(Ink::Low))
               : column == StageColumn || column == Age || column == Cl ? QVariant(inkValue(Ink::Mid))
                                                                        : QVariant();
    case MonoRole: return column == Item || column == Order || column == Where;
    case StrongRole:
        return column == Sla && row.due != Never && row.due - context_.client.engineNow() <= Breaching;
    case SecondaryRole:
        if (column != Happened)
            return {};
        if (row.snoozedUntil != Never && row.snoozedUntil > context_.client.engineNow())
            return tr("snoozed until %1").arg(context_.format.clock(row.snoozedUntil));
        return row.state != ExceptionState::New ? QVariant(word(row.state)) : QVariant();
    case Qt::ToolTipRole:
        if (column == Sla)
            return tr("Due %1").arg(context_.format.dateTime(row.due));
        if (column == Happened)
            return codeText(row.code);
        if (column == Order && !row.orderNumber.empty())
            return QString::fromStdString(row.about.text());
        return column == Cl ? QVariant(word(row.cls)) : QVariant();
    case CopyRole:
        if (column == Sla)
            return Format::iso(row.due);
        return column == Mark ? QString() : column == Age ? QVariant(Format::iso(row.opened)) : QVariant();
    default: return {};
    }
}

GroupsModel::GroupsModel(Context& context, Watch& watch, QObject* parent)
    : RowsModel(watch, parent), context_(context)
{}

int GroupsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QList<int> GroupsModel::widths() { return {48, 0, 102, 102, 66, 76, 84}; }

std::set<int> GroupsModel::hiddenAt(int width, const std::set<int>& off)
{
    return withoutRoom(width, 378, {StageColumn, Where, Owner}, off, widths());
}

QVariant GroupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Orders || section == Sla))
        return Right;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case P: return tr("P");
    case Happened: return tr("What happened");
    case Where: return tr("Where");
    case StageColumn: return tr("Stage");
    case Orders: return tr("Orders");
    case Sla: return tr("SLA left");
    case Owner: return tr("Owner");
    default: return {};
    }
}

void GroupsModel::tick()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, Sla), index(rowCount() - 1, Sla), {Qt::DisplayRole, InkRole});
}

QString GroupsModel::text(const session::GroupRow& row, int column) const
{
    switch (column) {
    case P: return QString::number(static_cast<int>(row.priority) + 1);
    case Happened: return happening(row.code, row.category);
    case Where: return orDash(row.vendor);
    case StageColumn: return word(row.stage);
    case Orders: return context_.format.count(static_cast<std::int64_t>(row.count));
    case Sla: return slaText(row.due, context_.client.engineNow(), context_.format);
    case Owner:
        return row.owned > 0 && row.owner.empty()
                   ? tr("%1 owned").arg(context_.format.count(static_cast<std::int64_t>(row.owned)))
                   : orDash(row.owner, 40);
    default: return {};
    }
}

QVariant GroupsModel::cellOf(const session::GroupRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::TextAlignmentRole: return column == Orders || column == Sla ? QVariant(Right) : QVariant();
    case PriorityRole: return column == P ? QVariant(static_cast<int>(row.priority)) : QVariant();
    case InkRole:
        if (column == Sla)
            return slaInk(row.due, context_.client.engineNow());
        return column == Where                            ? QVariant(inkValue(Ink::Low))
               : column == StageColumn || column == Owner ? QVariant(inkValue(Ink::Mid))
                                                          : QVariant();
    case MonoRole: return column == Where;
    case StrongRole:
        return column == Sla && row.due != Never && row.due - context_.client.engineNow() <= Breaching;
    case Qt::ToolTipRole:
        if (column == Happened)
            return codeText(row.code);
        return column == Sla ? QVariant(tr("Due %1").arg(context_.format.dateTime(row.due))) : QVariant();
    case CopyRole: return column == Sla ? QVariant(Format::iso(row.due)) : QVariant();
    default: return {};
    }
}

}  // namespace holdpoint::ui::exceptions
