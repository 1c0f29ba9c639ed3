// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"
#include "ui/exceptions/list_models.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace holdpoint::ui {
class EmptyState;
class StaleOverlay;
class TableView;
}  // namespace holdpoint::ui

namespace holdpoint::ui::exceptions {

class WaitingVeil;

/// The queue: head line, rows of a frozen result, what waits to come in. Nothing in it moves unless the person says so.
class QueueList final : public QWidget {
    Q_OBJECT

public:
    QueueList(Context& context, QWidget* parent);
    ~QueueList() override;

    /// Another text is another result; the old one stays shown, dimmed, until the first rows have come.
    void setFilter(const QString& filter, bool grouped);
    /// A column of the list that is shown: its header, and whether the person has it on.
    struct ColumnChoice {
        int column;
        QString title;
        bool on;
    };
    /// Those that can be taken off.
    [[nodiscard]] std::vector<ColumnChoice> columns() const;
    /// Remembered, for the list of causes and that of items each.
    void setColumn(int column, bool on);
    [[nodiscard]] const QString& filter() const noexcept { return filter_; }
    [[nodiscard]] bool isGrouped() const noexcept { return grouped_; }

    [[nodiscard]] TableView* view() const;
    [[nodiscard]] WindowModel* model() const noexcept { return model_.get(); }
    [[nodiscard]] Marks& marks() noexcept { return marks_; }
    [[nodiscard]] Milliseconds age() const;

    /// The item under the cursor, of a cause its most urgent one; none: nothing.
    [[nodiscard]] EntityId currentItem() const;
    /// Null: the list is not by cause, or nothing is chosen.
    [[nodiscard]] const session::GroupRow* currentGroup() const;
    /// The fingerprint of the cause under the cursor; 0: none.
    [[nodiscard]] std::uint64_t currentCause() const;
    /// Which frozen list is shown.
    [[nodiscard]] session::ResultId result() const noexcept { return frozen_; }
    /// Something between the rows and the foot; owned from now on.
    void setBelow(QWidget* part);
    /// The items of up to `reach` rows before and after the current one, nearest first.
    [[nodiscard]] std::vector<EntityId> neighbours(int reach) const;
    void moveBy(int rows);
    /// To the next row of another cause.
    void moveGroup(int direction);
    void moveTo(int row);
    void bringIn();
    /// Puts the cursor on it, now or as soon as it is there.
    void choose(EntityId item);
    /// The list has the keys from now on, or the page that says why there is none.
    void focusList();

signals:
    void currentChanged();
    void opened();
    /// Rows that are here have other content.
    void rowsChanged(const std::vector<holdpoint::EntityId>& items);
    /// A header was clicked: `word` of `sort:`.
    void sortWanted(const QString& word);
    void groupedWanted(bool grouped);
    /// The header was clicked with the other button, there on the screen.
    void columnsWanted(const QPoint& at);
    /// The engine could not read the filter.
    void refused(const holdpoint::session::Failed& failed);
    /// What came last is given up: the filter of before is wanted again.
    void cancelled(const QString& filter);
    /// Totals or what waits have other values.
    void statusChanged();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    [[nodiscard]] QString columnKey(int column) const;
    void build();
    QWidget* makeHead();
    QWidget* makeFoot();
    void makeModel();
    void onDelta(const session::Delta& delta);
    void onSnapshot(const session::Snapshot& snapshot);
    void refreshHead();
    void fitHead();
    void refreshFoot();
    void refreshEmpty();
    void showPage(QWidget* page);
    void refreshAge();
    void tick();
    [[nodiscard]] EntityId itemAt(int row) const;
    [[nodiscard]] ItemsModel* items() const;
    [[nodiscard]] GroupsModel* groups() const;

    Context& context_;
    QString filter_;
    QString goodFilter_;  ///< the last one whose rows came
    bool grouped_ = true;
    bool loading_ = false;
    Marks marks_;
    std::unique_ptr<Watch> watch_;
    std::unique_ptr<WindowModel> model_;
    Watch* boardWatch_;
    std::optional<session::Board> board_;
    session::ResultId frozen_ = 0;
    Instant frozenAt_ = Never;
    EntityId wanted_;

    QLabel* open_;
    QLabel* past_;
    QLabel* stuck_;
    QPushButton* grouping_;
    QLabel* trend_;
    QStackedWidget* pages_;
    TableView* itemsView_;
    TableView* groupsView_;
    EmptyState* empty_;
    StaleOverlay* stale_;
    WaitingVeil* veil_;
    QPushButton* bringIn_;
    QLabel* counts_;
};

}  // namespace holdpoint::ui::exceptions
