// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/labels.h"

#include <QWidget>

class QGridLayout;

namespace holdpoint::ui {

/// Facts in two columns: a quiet name and a value that can be selected and copied.
class KeyValue final : public QWidget {
    Q_OBJECT

public:
    explicit KeyValue(const Theme& theme, QWidget* parent = nullptr);

    /// Number of the new row.
    int addRow(const QString& name, const QString& value = {}, bool mono = false);
    /// An empty value shows as "—".
    void setValue(int row, const QString& value);
    void setName(int row, const QString& name);
    void setRowVisible(int row, bool visible);
    [[nodiscard]] QString value(int row) const;
    void clear();

private:
    struct Row {
        QLabel* name;
        QLabel* value;
    };
    const Theme& theme_;
    QGridLayout* grid_;
    std::vector<Row> rows_;
};

}  // namespace holdpoint::ui
