// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exceptions/acts.h"

#include <QString>

#include <optional>

namespace holdpoint::ui::exceptions {

/// What an act is about at this moment: one item with its details, or many by a filter.
struct Subject {
    std::optional<session::ExceptionDetail> detail;  ///< of the one, or of the example of a cause
    Milliseconds age{0};
    QString manyFilter;         ///< empty: it is one
    std::size_t manyCount = 0;  ///< as far as it is known
    [[nodiscard]] bool isMany() const { return !manyFilter.isEmpty(); }
    [[nodiscard]] bool isNothing() const { return !detail && !isMany(); }
};

/// The filter without its `sort:`, in parentheses if it needs them, with a term added; empty: it cannot be read.
[[nodiscard]] QString narrowed(const QString& filter, const QString& term);
/// The text with another `sort:`; the same word again turns it round.
[[nodiscard]] QString sortedBy(const QString& filter, const QString& word);

}  // namespace holdpoint::ui::exceptions
