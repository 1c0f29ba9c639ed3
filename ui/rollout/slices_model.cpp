// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/slices_model.h"

#include "ui/common/row_delegate.h"
#include "ui/common/tooltip.h"
#include "ui/text/format.h"
#include "ui/text/rollout_words.h"

#include <algorithm>

namespace holdpoint::ui::rollout {
namespace {

bool isNumber(int column) { return column >= SlicesModel::Share && column <= SlicesModel::Exceptions; }

ChipKind chipOf(const session::SliceRow& slice)
{
    if (slice.state == SliceState::Waiting)
        return ChipKind::Plain;
    if (slice.verdict == StepVerdict::NoGo)
        return ChipKind::Critical;
    return slice.verdict == StepVerdict::Inconclusive ? ChipKind::Warning : ChipKind::Plain;
}

}  // namespace

SliceAct actOf(const session::SliceRow& slice, RolloutState state)
{
    switch (slice.state) {
    case SliceState::Open: return SliceAct::Pause;
    case SliceState::Paused: return SliceAct::Resume;
    case SliceState::Waiting:
        return state == RolloutState::Hold || state == RolloutState::Running ||
                       state == RolloutState::PausedExpansion || state == RolloutState::PausedIntake
                   ? SliceAct::Start
                   : SliceAct::None;
    case SliceState::Done: break;
    }
    return SliceAct::None;
}

SlicesModel::SlicesModel(const Format& format, QObject* parent) : QAbstractTableModel(parent), format_(format)
{}

void SlicesModel::setBoard(const session::RolloutBoard& board)
{
    const bool same =
        state_ == board.state &&
        std::equal(slices_.begin(), slices_.end(), board.slices.begin(), board.slices.end(),
                   [](const auto& a, const auto& b) { return a.name == b.name && a.state == b.state; });
    state_ = board.state;
    if (same) {
        slices_ = board.slices;
        if (!slices_.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    slices_ = board.slices;
    endResetModel();
}

int SlicesModel::rowOf(const std::string& name) const
{
    for (std::size_t i = 0; i < slices_.size(); ++i)
        if (slices_[i].name == name)
            return static_cast<int>(i);
    return -1;
}

int SlicesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(slices_.size());
}

int SlicesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString SlicesModel::stateText(const session::SliceRow& slice) const
{
    if (slice.excluded)
        return tr("Excluded");
    if (slice.onTrial)
        return tr("On trial");
    return word(slice.state);
}

QString SlicesModel::text(const session::SliceRow& s, int column) const
{
    switch (column) {
    case Slice: return outside(s.name, 80);
    case Share: return shareText(format_, s.weightBp);
    case Orders: return format_.count(s.canaryOrders);
    case Errors: return s.errorsDelta ? pointsDelta(format_, *s.errorsDelta) : Format::none();
    case P95: return s.p95Delta ? timeDelta(format_, *s.p95Delta) : Format::none();
    case Exceptions: return format_.count(s.exceptionsOpen);
    case Verdict:
        return s.state == SliceState::Waiting ? tr("NOT STARTED") : verdictWord(s.verdict, s.reason);
    case State: return stateText(s);
    default: return {};
    }
}

QString SlicesModel::toolTip(const session::SliceRow& s, int column) const
{
    if (column == Slice)
        return outside(s.selector);
    if (column == Share)
        return s.observedShare
                   ? tr("Measured: %1 of eligible orders").arg(format_.percent(*s.observedShare * 100))
                   : tr("Not measured yet");
    if (column == Orders || column == Errors || column == P95)
        return tr("%1 orders in canary, %2 in control")
            .arg(format_.count(s.canaryOrders), format_.count(s.controlOrders));
    if (column == Verdict && !s.deciding.empty())
        return tr("Decided by: %1").arg(metricWord(s.deciding));
    return {};
}

QVariant SlicesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const session::SliceRow& s = slice(index.row());
    const int column = index.column();
    const bool bad =
        column == Errors && s.verdict == StepVerdict::NoGo && s.errorsDelta && *s.errorsDelta > 0;
    switch (role) {
    case Qt::DisplayRole: return text(s, column);
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                : QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    case InkRole:
        return bad ? inkValue(Priority::P1) : column == State ? inkValue(Ink::Mid) : inkValue(Ink::High);
    case StrongRole: return bad || column == Slice;
    case ChipRole: return column == Verdict ? QVariant(static_cast<int>(chipOf(s))) : QVariant();
    case Qt::ToolTipRole: return plainToolTip(toolTip(s, column));
    case KeyRole: return static_cast<qulonglong>(qHash(QString::fromStdString(s.name)) | 1U);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                           text(s, column));
    default: return {};
    }
}

QVariant SlicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Slice: return tr("Slice");
    case Share: return tr("Share");
    case Orders: return tr("Orders");
    case Errors: return tr("Errors v control");
    case P95: return tr("p95 v control");
    case Exceptions: return tr("Exceptions");
    case Verdict: return tr("Verdict");
    case State: return tr("State");
    default: return {};
    }
}

void SlicesModel::retranslate() { emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1); }

}  // namespace holdpoint::ui::rollout
