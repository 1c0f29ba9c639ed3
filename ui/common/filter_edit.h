// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/filter_field.h"

#include <QPlainTextEdit>

class QCompleter;
class QStringListModel;

namespace holdpoint::ui {

/// The editor inside of a FilterField: one line, chips behind the terms, words to complete.
class FilterEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    FilterEdit(const Theme& theme, QWidget* parent);

    void setCompleter(FilterField::Completer completer) { complete_ = std::move(completer); }
    [[nodiscard]] QString line() const;
    void setLine(const QString& text);

    struct Span {
        int from = 0;
        int length = 0;
        bool strong = false;
    };
    /// In characters.
    void setTerms(std::vector<Span> terms, std::optional<Span> wrong);
    [[nodiscard]] const std::vector<Span>& terms() const noexcept { return terms_; }
    [[nodiscard]] std::optional<Span> wrong() const noexcept { return wrong_; }

signals:
    /// By Enter or Esc.
    void left(bool entered);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void wheelEvent(QWheelEvent*) override {}
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRectF boxOf(const Span& span) const;
    [[nodiscard]] QString wordBeforeCursor() const;
    void formatTerms();
    void offer();
    void accept(const QString& word);
    void resizeToTheme();

    const Theme& theme_;
    FilterField::Completer complete_;
    QCompleter* completer_;
    QStringListModel* words_;
    std::vector<Span> terms_;
    std::optional<Span> wrong_;
};

}  // namespace holdpoint::ui
