// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/question.h"
#include "ui/orders/cells_model.h"

namespace holdpoint::ui {

class Format;

/// A word that stands alone with a capital, inside a sentence: English lowers it.
[[nodiscard]] QString inSentence(const Format& format, const QString& word);

/// A small table as values.
struct CellTable {
    std::vector<CellColumn> columns;
    std::vector<CellRow> rows;
};

[[nodiscard]] CellTable linesTable(const session::OrderDetail& order, const Format& format);
[[nodiscard]] CellTable factsTable(const session::OrderDetail& order, const Format& format);
/// What the outside world was asked, with key and proof.
[[nodiscard]] CellTable effectsTable(const session::OrderDetail& order, const Format& format);
/// Every node that was weighed and why it lost; the chosen ones are marked.
[[nodiscard]] CellTable candidatesTable(const session::DecisionText& decision, const Format& format);
/// `Why WMS-West`, `Why nobody`.
[[nodiscard]] QString whyTitle(const session::DecisionText& decision);
/// `4 nodes weighed, rule set 12`.
[[nodiscard]] QString whySubtitle(const session::DecisionText& decision, const Format& format);
/// What an id belongs to.
[[nodiscard]] CellTable hitsTable(const std::vector<session::Found>& hits);
/// Everything with one trace id, in the order of time.
[[nodiscard]] CellTable correlationTable(const session::Timeline& timeline, const Format& format);

}  // namespace holdpoint::ui
