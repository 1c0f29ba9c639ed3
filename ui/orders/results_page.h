// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/question.h"
#include "ui/common/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace holdpoint::ui {

class CellsModel;
class EmptyState;
class Panel;
class TableView;
struct CellTable;

/// What a search by id came to when it is not one order: several hits, none, or everything with one trace id.
class ResultsPage final : public QWidget {
    Q_OBJECT

public:
    explicit ResultsPage(Context& context);

    /// `O-8841`, a number, a trace id: asks, and shows what comes. One order and nothing else: `foundOne`.
    void find(const QString& text);
    [[nodiscard]] TableView* table() const noexcept { return table_; }
    [[nodiscard]] QString message() const;
    [[nodiscard]] static bool isTraceId(const QString& text);
    /// Enough of one to be looked for, and not all of it.
    [[nodiscard]] static bool isTracePrefix(const QString& text);

signals:
    void foundOne(holdpoint::EntityId entity);
    void opened(holdpoint::EntityId entity);
    void findWanted(const QString& text);
    /// Back to the list.
    void left();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void askFind();
    void askCorrelation();
    void showHits(const std::vector<session::Found>& hits);
    void showTimeline(const session::Timeline& timeline);
    void showTable(CellTable cells, const QList<int>& widths);
    void showNothing(const QString& title, const QString& sentence);

    Context& context_;
    QString text_;
    QLabel* title_;
    QLineEdit* find_;
    Panel* panel_;
    CellsModel* model_;
    TableView* table_;
    EmptyState* empty_;
    QStackedWidget* pages_;
    QString message_;
};

}  // namespace holdpoint::ui
