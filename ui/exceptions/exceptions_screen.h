// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"
#include "ui/exceptions/saved_views.h"
#include "ui/exceptions/subject.h"

#include <QWidget>

#include <memory>

class QMenu;
class QPushButton;
class QSplitter;
class QTimer;

namespace holdpoint::ui {
class FilterField;
class ListExport;
class Toasts;
}  // namespace holdpoint::ui

namespace holdpoint::ui::exceptions {

class ActForms;
class Acts;
class ApartPanel;
class DetailCache;
class DetailPane;
class QueueList;

/// The queue of exceptions and the one that is looked at. GUI thread.
class ExceptionsScreen final : public QWidget {
    Q_OBJECT

public:
    explicit ExceptionsScreen(Context& context, QWidget* parent = nullptr);
    ~ExceptionsScreen() override;

    /// Goes there: filter, and what is chosen.
    void show(const Location& location);
    /// The way back: out of an opened cause, else to the whole queue by cause.
    void showAll();
    using QWidget::show;

    [[nodiscard]] QueueList& queue() const { return *queue_; }
    [[nodiscard]] DetailPane& detailPane() const { return *detail_; }
    [[nodiscard]] Toasts& toasts() const { return *toasts_; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void join();
    void joinDetails();
    void retranslate();
    void addCommands();
    void addListCommands();
    void addMarkCommands();
    void addViewCommands();
    void addTabCommands();
    void addFileCommands();
    void addActCommands();
    void add(const char* id, const char* text, QList<QKeySequence> keys, std::function<void()> run,
             std::function<QString()> obstacle = {}, bool listOnly = false);
    void addAct(const char* id, const char* text, const char* what, CommandClass kind, QKeySequence key,
                std::function<QString()> more = {});

    void setFilter(const QString& text, bool grouped);
    void expand();
    void collapse();
    void onCurrent();
    void showDetail();
    void showApart();
    void prefetch();
    void escape();
    void begin(const char* id, const char* what);
    [[nodiscard]] Subject subject() const;
    [[nodiscard]] QString actObstacle(const char* what) const;
    [[nodiscard]] const session::ExceptionDetail* one() const;
    void openMore(QWidget* anchor);
    void openViews();
    void saveView();
    void renameView();
    void deleteView();
    void goView(std::size_t index);
    void copyEvidence();
    void copyRows();
    void exportRows();
    void exported(const QString& path, quint64 rows, const QString& trouble);
    void chooseColumns(const QPoint& at);
    void noteLocation();
    void rememberSeen();
    [[nodiscard]] Instant seenUntil() const;

    Context& context_;
    SavedViews views_;
    Toasts* toasts_;
    DetailCache* details_;
    Acts* acts_;
    ActForms* forms_;
    FilterField* field_;
    QPushButton* mine_;
    QPushButton* save_;
    QPushButton* viewsButton_;
    QSplitter* splitter_;
    QueueList* queue_;
    DetailPane* detail_;
    ApartPanel* apart_;
    QTimer* refreshSoon_;
    ListExport* export_;
    std::vector<const char*> moreIds_;
    QString beforeExpand_;
    Instant seenUntil_ = Never;
    bool shownOnce_ = false;
};

}  // namespace holdpoint::ui::exceptions
