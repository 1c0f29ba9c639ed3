// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/board.h"
#include "ui/launch/log_words.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include <vector>

namespace holdpoint::ui {

class Theme;

/// What was done and what was raised, newest first. New lines come in at the top; the others keep their identity.
class EventLogModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { TimeRole = Qt::UserRole, DetailRole, UrgentRole };

    EventLogModel(const Format& format, QObject* parent);

    void setEntries(const std::vector<session::LogEntry>& entries);
    [[nodiscard]] const session::LogEntry& entry(int row) const
    {
        return entries_[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    const Format& format_;
    std::vector<session::LogEntry> entries_;
};

/// Time in mono, a bold sentence, a quieter line below.
class EventLogDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    EventLogDelegate(const Theme& theme, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& theme_;
};

/// The list of both. Enter or a double click tells which entity the line is about.
class EventLog final : public QListView {
    Q_OBJECT

public:
    EventLog(const Theme& theme, const Format& format, QWidget* parent);

    void setEntries(const std::vector<session::LogEntry>& entries) { model_->setEntries(entries); }
    [[nodiscard]] EventLogModel* log() const noexcept { return model_; }

signals:
    void chosen(const holdpoint::session::LogEntry& entry);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    EventLogModel* model_;
};

}  // namespace holdpoint::ui
