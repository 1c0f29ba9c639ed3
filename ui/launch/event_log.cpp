// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch/event_log.h"

#include "ui/common/theme.h"
#include "ui/common/tooltip.h"
#include "ui/text/format.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace holdpoint::ui {

EventLogModel::EventLogModel(const Format& format, QObject* parent)
    : QAbstractListModel(parent), format_(format)
{}

void EventLogModel::setEntries(const std::vector<session::LogEntry>& entries)
{
    if (entries == entries_)
        return;
    // The newest line alone says more: a bulk act goes on.
    if (!entries_.empty() && entries.size() == entries_.size() &&
        std::equal(entries.begin() + 1, entries.end(), entries_.begin() + 1)) {
        entries_.front() = entries.front();
        emit dataChanged(index(0), index(0));
        return;
    }
    // The old first line somewhere below: what stands above it is new, and the tail may have been cut.
    const auto same =
        entries_.empty() ? entries.end() : std::find(entries.begin(), entries.end(), entries_.front());
    const auto kept = static_cast<std::size_t>(entries.end() - same);
    const bool grew =
        kept > 0 && kept <= entries_.size() && std::equal(same, entries.end(), entries_.begin());
    if (!grew) {
        beginResetModel();
        entries_ = entries;
        endResetModel();
        return;
    }
    if (kept < entries_.size()) {
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(entries_.size()) - 1);
        entries_.resize(kept);
        endRemoveRows();
    }
    if (same == entries.begin())
        return;
    beginInsertRows({}, 0, static_cast<int>(same - entries.begin()) - 1);
    entries_ = entries;
    endInsertRows();
}

int EventLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant EventLogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const session::LogEntry& entry = this->entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return wordsOf(entry, format_).sentence;
    case TimeRole: return format_.clock(entry.at);
    case DetailRole: return wordsOf(entry, format_).detail;
    case UrgentRole: return wordsOf(entry, format_).urgent;
    case Qt::ToolTipRole: return plainToolTip(wordsOf(entry, format_).detail);
    case Qt::AccessibleTextRole: {
        const LogWords words = wordsOf(entry, format_);
        return QStringLiteral("%1, %2, %3").arg(format_.clock(entry.at), words.sentence, words.detail);
    }
    default: return {};
    }
}

EventLogDelegate::EventLogDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme)
{}

QSize EventLogDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {theme_.px(200), theme_.px(46)};
}

void EventLogDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Tokens& t = theme_.tokens();
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.accentFill);
    const QRect box = option.rect.adjusted(theme_.px(12), theme_.px(5), -theme_.px(12), -theme_.px(5));
    const int half = box.height() / 2;
    painter->setFont(theme_.font(TextRole::Mono));
    const int time = painter->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")) + theme_.px(12);
    painter->setPen(t.inkLow);
    painter->drawText(QRect(box.left(), box.top(), time, half), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data(EventLogModel::TimeRole).toString());
    const auto line = [&](TextRole role, const QColor& ink, int top, const QString& text) {
        const QRect rect(box.left() + time, top, box.width() - time, half);
        painter->setFont(theme_.font(role));
        painter->setPen(ink);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    };
    line(TextRole::Section, index.data(EventLogModel::UrgentRole).toBool() ? t.p1Ink : t.inkHigh, box.top(),
         index.data(Qt::DisplayRole).toString());
    line(TextRole::TableCompact, t.inkMid, box.top() + half,
         index.data(EventLogModel::DetailRole).toString());
    painter->setPen(t.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

EventLog::EventLog(const Theme& theme, const Format& format, QWidget* parent)
    : QListView(parent), theme_(theme), model_(new EventLogModel(format, this))
{
    setObjectName(QStringLiteral("eventLog"));
    setAccessibleName(tr("Event log"));
    setModel(model_);
    setItemDelegate(new EventLogDelegate(theme, this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::activated, this,
            [this](const QModelIndex& index) { emit chosen(model_->entry(index.row())); });
    // Who reads further down keeps what is read where it is.
    connect(model_, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int from, int to) {
        const int at = verticalScrollBar()->value();
        if (at == 0)
            return;
        doItemsLayout();
        verticalScrollBar()->setValue(at + (to - from + 1) * sizeHintForRow(0));
    });
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void EventLog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Event log"));
    QListView::changeEvent(event);
}

void EventLog::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (model_->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(theme_.font(TextRole::Body));
    painter.setPen(theme_.tokens().inkLow);
    painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Nothing has happened yet"));
}

}  // namespace holdpoint::ui
