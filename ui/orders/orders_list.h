// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace holdpoint::ui {

class EmptyState;
class FilterField;
class OrdersModel;
class Panel;
class TableView;
class Watch;

/// All orders, filtered, of any number; and the line that finds one by any id.
class OrdersList final : public QWidget {
    Q_OBJECT

public:
    explicit OrdersList(Context& context);
    ~OrdersList() override;

    void setFilter(const QString& text);
    [[nodiscard]] QString filter() const;
    void setFindText(const QString& text);
    void focusFind();
    void focusFilter();
    /// The rows, or what stands in their place.
    void focusRows();
    /// Rows that came since are put into the list.
    void bringIn();
    [[nodiscard]] OrdersModel* model() const noexcept { return model_; }
    [[nodiscard]] TableView* table() const noexcept { return table_; }
    [[nodiscard]] const Watch& watch() const noexcept { return *watch_; }
    [[nodiscard]] session::ResultId result() const;
    /// One line at the foot: what an export or a search came to.
    void say(const QString& message);

signals:
    void opened(holdpoint::EntityId order);
    void findWanted(const QString& text);
    void filterChanged(const QString& filter);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void query(const QString& filter);
    void showStatus();
    void retranslate();

    Context& context_;
    Watch* watch_;
    FilterField* field_;
    QLineEdit* find_;
    QLabel* title_;
    QLabel* count_;
    QLabel* foot_;
    Panel* panel_;
    OrdersModel* model_;
    TableView* table_;
    EmptyState* empty_;
    QStackedWidget* pages_;
};

}  // namespace holdpoint::ui
