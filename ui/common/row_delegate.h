// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/chip.h"

#include <QStyledItemDelegate>

namespace holdpoint::ui {

/// What a list model says of a cell beside its text (Qt::DisplayRole) and alignment (Qt::TextAlignmentRole).
enum RowRole {
    PriorityRole = Qt::UserRole + 1,  ///< int of Priority: the glyph before the text
    AcknowledgedRole,                 ///< bool: the glyph as an outline
    InkRole,                          ///< inkValue(…): colour of the text; else high
    MonoRole,                         ///< bool
    StrongRole,                       ///< bool: half bold
    SecondaryRole,                    ///< text after " · " in low ink
    ChipRole,                         ///< int of ChipKind: the text in a box
    SpanRole,                         ///< bool, same for a whole row: the text of column 0 over all columns
    CopyRole,                         ///< text to copy where it is another (ISO times, full ids)
    KeyRole,  ///< qulonglong: identity of the row, 0 = not here; by it a selection survives
};
[[nodiscard]] constexpr int inkValue(Ink ink) { return static_cast<int>(ink); }
[[nodiscard]] constexpr int inkValue(Priority priority) { return 16 + static_cast<int>(priority); }

/// Paints all cells of all lists: text, glyph, chip, rule below, edge of the current row. Nothing else has a say (no
/// style sheet), so a screen of rows costs under 3 ms. Fonts and metrics are kept between cells.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    struct Fonts;
    void renew();
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintText(QPainter& painter, QRect box, const QModelIndex& index) const;
    [[nodiscard]] QColor inkOf(const QModelIndex& index) const;

    const Theme& theme_;
    std::unique_ptr<Fonts> fonts_;

public:
    ~RowDelegate() override;
};

}  // namespace holdpoint::ui
