// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exceptions/subject.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;

namespace holdpoint::ui::exceptions {

/// What an act on many would touch: a set frozen for it alone, its count and its first items; above `TypeAbove` the count
/// has to be typed. The set lives as long as the preview.
class BulkPreview final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t TypeAbove = 100;
    static constexpr std::size_t Samples = 8;

    BulkPreview(Context& context, const QString& filter, QWidget* parent);
    ~BulkPreview() override;

    /// Why it cannot be sent yet; empty: it can.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] BulkTarget target() const;
    [[nodiscard]] QLineEdit* countField() const noexcept { return typed_; }

signals:
    void changed();

private:
    void take(const session::Snapshot& snapshot);

    Context& context_;
    std::unique_ptr<Watch> watch_;
    BulkTarget target_;
    bool complete_ = false;
    QString failure_;
    QLabel* count_;
    QLabel* samples_;
    QLineEdit* typed_;
};

}  // namespace holdpoint::ui::exceptions
