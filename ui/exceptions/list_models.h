// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"
#include "ui/common/window_model.h"

#include <set>

/// The queue as a list of items and as a list of causes.
namespace holdpoint::ui::exceptions {

/// Items chosen for an act on many. GUI thread.
class Marks final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] bool has(qulonglong key) const { return all_ || keys_.contains(key); }
    [[nodiscard]] bool isEmpty() const noexcept { return !all_ && keys_.empty(); }
    /// Everything that matches, here or not.
    [[nodiscard]] bool isAll() const noexcept { return all_; }
    [[nodiscard]] const std::set<qulonglong>& keys() const noexcept { return keys_; }
    void toggle(qulonglong key);
    void add(qulonglong key);
    void setAll();
    void clear();

signals:
    void changed();

private:
    std::set<qulonglong> keys_;
    bool all_ = false;
};

/// One row an item.
class ItemsModel final : public RowsModel<session::ExceptionRow> {
    Q_OBJECT

public:
    enum Column {
        Mark,
        P,
        Sla,
        Item,
        Order,
        Happened,
        Cl,
        StageColumn,
        Owner,
        Where,
        ValueColumn,
        Age,
        ColumnCount
    };

    ItemsModel(Context& context, Watch& watch, const Marks& marks, QObject* parent);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Left and age have other values.
    void tick();
    /// In design pixels; 0 takes what is left.
    [[nodiscard]] static QList<int> widths();
    /// Columns that a list of that width (in design pixels) has no room for, when those of `off` take none.
    [[nodiscard]] static std::set<int> hiddenAt(int width, const std::set<int>& off = {});
    /// The word of `sort:` for a column; empty: it cannot be sorted by.
    [[nodiscard]] static QString sortWord(int column);

protected:
    [[nodiscard]] QVariant cellOf(const session::ExceptionRow& row, int column, int role) const override;

private:
    [[nodiscard]] QString text(const session::ExceptionRow& row, int column) const;

    Context& context_;
    const Marks& marks_;
};

/// One row a cause: all open items of one fingerprint.
class GroupsModel final : public RowsModel<session::GroupRow> {
    Q_OBJECT

public:
    enum Column { P, Happened, Where, StageColumn, Orders, Sla, Owner, ColumnCount };

    GroupsModel(Context& context, Watch& watch, QObject* parent);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void tick();
    [[nodiscard]] static QList<int> widths();
    [[nodiscard]] static std::set<int> hiddenAt(int width, const std::set<int>& off = {});

protected:
    [[nodiscard]] QVariant cellOf(const session::GroupRow& row, int column, int role) const override;

private:
    [[nodiscard]] QString text(const session::GroupRow& row, int column) const;

    Context& context_;
};

/// 16 hex digits: what `group:` takes.
[[nodiscard]] QString groupText(std::uint64_t fingerprint);

}  // namespace holdpoint::ui::exceptions
