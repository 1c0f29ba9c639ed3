// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_value.h"

#include "ui/text/format.h"

#include <QGridLayout>

namespace holdpoint::ui {

KeyValue::KeyValue(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setColumnStretch(1, 1);
    grid_->setRowStretch(1'000, 1);  // what is left stays below
    const auto space = [this] {
        grid_->setHorizontalSpacing(theme_.px(16));
        grid_->setVerticalSpacing(theme_.px(4));
    };
    space();
    connect(&theme, &Theme::changed, this, space);
}

int KeyValue::addRow(const QString& name, const QString& value, bool mono)
{
    const int row = static_cast<int>(rows_.size());
    rows_.push_back({plainLabel(theme_, name, TextRole::TableCompact, Ink::Low, this),
                     plainLabel(theme_, {}, mono ? TextRole::Mono : TextRole::Body, Ink::High, this)});
    QLabel* label = rows_.back().value;
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    grid_->addWidget(rows_.back().name, row, 0, Qt::AlignLeft | Qt::AlignTop);
    grid_->addWidget(label, row, 1);
    setValue(row, value);
    return row;
}

void KeyValue::setValue(int row, const QString& value)
{
    const Row& r = rows_.at(static_cast<std::size_t>(row));
    r.value->setText(value.isEmpty() ? Format::none() : value);
    r.value->setAccessibleName(r.name->text() + QStringLiteral(": ") + r.value->text());
}

void KeyValue::setName(int row, const QString& name)
{
    rows_.at(static_cast<std::size_t>(row)).name->setText(name);
    setValue(row, value(row));
}

void KeyValue::setRowVisible(int row, bool visible)
{
    const Row& r = rows_.at(static_cast<std::size_t>(row));
    r.name->setVisible(visible);
    r.value->setVisible(visible);
}

QString KeyValue::value(int row) const { return rows_.at(static_cast<std::size_t>(row)).value->text(); }

void KeyValue::clear()
{
    for (const Row& row : rows_) {
        delete row.name;
        delete row.value;
    }
    rows_.clear();
}

}  // namespace holdpoint::ui
