// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/complete.h"
#include "core/search/parse.h"
#include "ui/common/labels.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace holdpoint::ui {

class FilterEdit;

/// One line of a filter. What is read as a term is drawn as a chip and stays text; what cannot be read is marked, with
/// the reason in words below, and the list keeps what it had.
class FilterField final : public QWidget {
    Q_OBJECT

public:
    /// Whole words that may stand for the one that begins so ("ven" → "vendor:", "vendor:w" → "vendor:wms-west").
    using Completer = std::function<QStringList(const QString& prefix)>;

    explicit FilterField(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Tells `queryChanged` at once if it can be read.
    void setText(const QString& text);
    void setPlaceholder(const QString& text);
    /// Offers the fields of that list and their fixed words. Exceptions unless told.
    void setSearched(search::Searched list);
    /// In place of those: for values that a session counts.
    void setCompleter(Completer completer);
    /// Why the list could not be made of it, from the engine; empty: it could.
    void setComplaint(const QString& sentence);
    [[nodiscard]] bool isValid() const noexcept { return valid_; }
    [[nodiscard]] QString complaint() const;
    /// Esc and Enter give the focus to this one; Enter on what cannot be read stays.
    void setList(QWidget* list);
    /// With everything selected.
    void focusIt();

signals:
    /// 30 ms after the last key, and only if it can be read.
    void queryChanged(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void look();
    void tell();
    void showComplaint(const QString& text);

    const Theme& theme_;
    FilterEdit* edit_;
    QLabel* complaint_;
    QTimer debounce_;
    QWidget* list_ = nullptr;
    QString told_;
    bool everTold_ = false;
    bool valid_ = true;
};

/// Why a text is no filter, with the name that was probably meant.
[[nodiscard]] QString sentence(const search::ParseError& error, const QString& text);
/// Fields, and the words of fields that have a fixed list.
[[nodiscard]] QStringList completeFilterWord(const QString& prefix,
                                             search::Searched list = search::Searched::Exceptions);

}  // namespace holdpoint::ui
