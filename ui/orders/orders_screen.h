// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QWidget>

class QStackedWidget;

namespace holdpoint::ui {

class ListExport;
class OrderPage;
class OrdersList;
class ResultsPage;

/// Orders: the list, what a search by id came to, and one order. The place says which: `selected` is an order, a filter
/// that starts with `find:` is a search, else it filters the list.
class OrdersScreen final : public QWidget {
    Q_OBJECT

public:
    explicit OrdersScreen(Context& context);
    ~OrdersScreen() override;

    void show(const Location& location);
    using QWidget::show;
    [[nodiscard]] OrdersList* list() const noexcept { return list_; }
    [[nodiscard]] OrderPage* page() const noexcept { return page_; }
    [[nodiscard]] ResultsPage* results() const noexcept { return results_; }
    [[nodiscard]] QWidget* current() const;
    /// Writes the list as it stands into that file.
    void exportTo(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addCommands();
    void addView(const char* id, const char* text, CommandMenu menu, QList<QKeySequence> keys,
                 std::function<void()> run, std::function<QString()> obstacle);
    void addActs();
    void addAct(const char* id, const char* text, const char* what, CommandClass kind,
                QList<QKeySequence> keys);
    void openEntity(EntityId entity);
    void find(const QString& text);
    void goToList();
    void chooseExport();
    [[nodiscard]] QString exportObstacle() const;

    Context& context_;
    OrdersList* list_;
    OrderPage* page_ = nullptr;
    ResultsPage* results_ = nullptr;
    QStackedWidget* pages_;
    ListExport* export_;
};

}  // namespace holdpoint::ui
