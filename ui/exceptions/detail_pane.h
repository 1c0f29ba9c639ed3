// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"
#include "ui/exceptions/subject.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace holdpoint::ui {
class CommandButton;
class PriorityGlyph;
class TabStrip;
class TableView;
}  // namespace holdpoint::ui

namespace holdpoint::ui::exceptions {

class ItemsModel;
class Marks;
class Overview;
class SmallTable;

/// What is known of one item, or of a cause by its most urgent item: head, acts, five tabs.
class DetailPane final : public QWidget {
    Q_OBJECT

public:
    enum Tab { OverviewTab, EffectsTab, GroupTab, SimilarTab, NotesTab, TabCount };

    DetailPane(Context& context, QWidget* parent);
    ~DetailPane() override;

    /// `count` > 1: the acts are about so many items: a cause that it stands for, or those that are `selected`.
    void show(const session::ExceptionDetail& detail, std::size_t count, Instant seenUntil,
              bool selected = false);
    /// Nothing is chosen, or it has not come yet, or it could not be had: why.
    void showNothing(const QString& sentence);
    [[nodiscard]] const session::ExceptionDetail* detail() const { return shown_ ? &detail_ : nullptr; }
    void setTab(int tab);
    [[nodiscard]] int tab() const;
    /// Where the form of a command opens.
    [[nodiscard]] QWidget* anchorOf(QLatin1String command) const;

signals:
    /// Another item is to be opened in the queue.
    void itemWanted(holdpoint::EntityId item);
    void moreWanted(QWidget* anchor);
    void groupWanted();
    void evidenceWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct ItemList;  ///< a list of items on a tab, watched while the tab is seen

    QWidget* makeHead();
    QWidget* makeActs();
    void makePages();
    void retranslate();
    void refreshHead();
    void refreshTab();
    void refreshNotes();

    Context& context_;
    session::ExceptionDetail detail_;
    std::size_t count_ = 1;
    bool selected_ = false;
    Instant seenUntil_ = Never;
    bool shown_ = false;
    PriorityGlyph* glyph_;
    QLabel* title_;
    QLabel* id_;
    QLabel* sentence_;
    QLabel* nothing_;
    QWidget* body_;
    std::vector<CommandButton*> acts_;
    QPushButton* more_;
    TabStrip* tabs_;
    QStackedWidget* pages_;
    Overview* overview_;
    SmallTable* effects_;
    QLabel* noEffects_;
    std::unique_ptr<ItemList> group_;
    std::unique_ptr<ItemList> similar_;
    QPlainTextEdit* notes_;
    SmallTable* changes_;
    QLabel* noChanges_;
};

}  // namespace holdpoint::ui::exceptions
