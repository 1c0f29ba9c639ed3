// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/row_delegate.h"

#include "ui/common/icons.h"
#include "ui/common/priority_glyph.h"
#include "ui/common/tooltip.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace holdpoint::ui {
namespace {

constexpr int Pad = 8;

}  // namespace

struct RowDelegate::Fonts {
    QFont plain, strong, mono, small;
    QFontMetrics plainMetrics, strongMetrics, monoMetrics, smallMetrics;

    explicit Fonts(const Theme& theme)
        : plain(theme.font(theme.density() == Density::Compact ? TextRole::TableCompact : TextRole::Body)),
          strong(plain),
          mono(theme.font(theme.density() == Density::Compact ? TextRole::MonoSmall : TextRole::Mono)),
          small(theme.font(TextRole::TableCompact)),
          plainMetrics(plain),
          strongMetrics(plain),
          monoMetrics(mono),
          smallMetrics(small)
    {
        strong.setWeight(QFont::DemiBold);
        strongMetrics = QFontMetrics(strong);
    }
};

RowDelegate::RowDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme)
{
    renew();
    connect(&theme, &Theme::changed, this, &RowDelegate::renew);
}

RowDelegate::~RowDelegate() = default;

void RowDelegate::renew() { fonts_ = std::make_unique<Fonts>(theme_); }

QColor RowDelegate::inkOf(const QModelIndex& index) const
{
    const QVariant value = index.data(InkRole);
    const int ink = value.isValid() ? value.toInt() : inkValue(Ink::High);
    if (ink >= inkValue(Priority::P1))
        return theme_.tokens().ink(static_cast<Priority>(ink - inkValue(Priority::P1)));
    return colorOf(theme_.tokens(), static_cast<Ink>(ink));
}

void RowDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const Tokens& t = theme_.tokens();
    const QRect& r = option.rect;
    if ((option.state & QStyle::State_Selected) != 0)
        painter.fillRect(r, t.accentFill);
    painter.fillRect(r.left(), r.bottom(), r.width(), 1, t.line);
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view == nullptr || view->currentIndex().row() != index.row() || index.column() != 0)
        return;
    painter.fillRect(r.left(), r.top(), 2, r.height() - 1, t.accent);
}

void RowDelegate::paintText(QPainter& painter, QRect box, const QModelIndex& index) const
{
    const bool mono = index.data(MonoRole).toBool();
    const bool strong = !mono && index.data(StrongRole).toBool();
    const QFontMetrics& metrics = mono     ? fonts_->monoMetrics
                                  : strong ? fonts_->strongMetrics
                                           : fonts_->plainMetrics;
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString secondary = index.data(SecondaryRole).toString();
    const QVariant wanted = index.data(Qt::TextAlignmentRole);
    const int side = wanted.isValid() ? wanted.toInt() & Qt::AlignHorizontal_Mask : int(Qt::AlignLeft);
    const QString shown =
        metrics.elidedText(text, secondary.isEmpty() ? Qt::ElideMiddle : Qt::ElideRight, box.width());
    painter.setFont(mono ? fonts_->mono : strong ? fonts_->strong : fonts_->plain);
    painter.setPen(inkOf(index));
    painter.drawText(box, side | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (secondary.isEmpty())
        return;
    box.setLeft(box.left() + metrics.horizontalAdvance(shown));
    if (box.width() < theme_.px(24))
        return;
    painter.setFont(fonts_->small);
    painter.setPen(theme_.tokens().inkLow);
    painter.drawText(
        box, int(Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine,
        fonts_->smallMetrics.elidedText(QStringLiteral(" · ") + secondary, Qt::ElideRight, box.width()));
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintGround(*painter, option, index);
    const int pad = theme_.px(Pad);
    QRect box = option.rect.adjusted(pad, 0, -pad, -1);
    if (index.data(SpanRole).toBool()) {
        // Each cell paints its share of one text: whichever of them is repainted, it fits.
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        const QModelIndex first = index.siblingAtColumn(0);
        painter->save();
        painter->setClipRect(option.rect);
        if (view != nullptr)
            box = QRect(view->visualRect(first).left() + pad, box.top(), view->viewport()->width() - 2 * pad,
                        box.height());
        paintText(*painter, box, first);
        painter->restore();
        return;
    }
    if (const QVariant priority = index.data(PriorityRole); priority.isValid()) {
        const auto p = static_cast<Priority>(priority.toInt());
        const int side = theme_.px(p == Priority::P2 ? 13 : 11);
        if (p != Priority::P4) {
            paintPriority(*painter, QRectF(box.left(), box.top() + (box.height() - side) / 2.0, side, side),
                          p, theme_.tokens(), index.data(AcknowledgedRole).toBool());
            box.setLeft(box.left() + side + theme_.px(4));
        }
    }
    if (const QVariant chip = index.data(ChipRole); chip.isValid())
        paintChip(*painter, box, theme_, index.data(Qt::DisplayRole).toString(),
                  static_cast<ChipKind>(chip.toInt()));
    else
        paintText(*painter, box, index);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetrics& metrics = index.data(MonoRole).toBool() ? fonts_->monoMetrics : fonts_->plainMetrics;
    return {metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * theme_.px(Pad),
            theme_.rowHeight()};
}

bool RowDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                            const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && sizeHint(option, index).width() > option.rect.width())
        text = index.data(Qt::DisplayRole).toString();
    QToolTip::showText(event->globalPos(), plainToolTip(text), view->viewport());
    return true;
}

}  // namespace holdpoint::ui
