// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/board.h"
#include "ui/common/context.h"

#include <QWidget>

#include <array>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace holdpoint::ui {

class CardGrid;
class Chip;
class EmptyState;
class EventLog;
class MetricCardButton;
class Panel;
class ReceiptLine;
class ResumeSheet;
class StageStrip;
class TableView;
class VendorsModel;
class Watch;

/// The launch board: are we safe, where does it hurt, what was done about it. One watch; every red number leads to the
/// exceptions behind it.
class LaunchScreen final : public QWidget {
    Q_OBJECT

public:
    explicit LaunchScreen(Context& context);
    ~LaunchScreen() override;

    void show(const Location& location);
    using QWidget::show;
    [[nodiscard]] const session::Board& board() const noexcept { return board_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void addCommands();
    void makeParts();
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeBody();
    [[nodiscard]] QWidget* makeFooter();
    void makeMetrics(CardGrid* cards);
    void makeStages();
    void makeLower();
    void connectWatch();
    void connectCommands();
    void connectChoices();
    void take(const session::Rows& rows);
    void showBoard();
    void showIntake();
    void showFreshness();
    void showClock();
    void showEmpty();
    /// Another engine: what is shown is not its own.
    void noticeEngine();
    void retranslate();
    void resume();
    void refreshCommands();
    [[nodiscard]] QString emptySentence() const;
    [[nodiscard]] QString resumeObstacle() const;
    void goToExceptions(const QString& filter, EntityId selected = {});
    void openEntity(EntityId entity);

    Context& context_;
    Watch* watch_;
    session::Board board_;
    bool known_ = false;
    QString trouble_;  ///< why the board cannot be shown
    QString told_;     ///< obstacle the buttons know of
    std::string engine_;
    std::string followed_;  ///< key of the command whose receipt is shown

    QWidget* header_ = nullptr;
    QWidget* footer_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    EmptyState* empty_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* subtitle_ = nullptr;
    QLabel* mission_ = nullptr;
    QLabel* intakeText_ = nullptr;
    Chip* intake_ = nullptr;
    Chip* demo_ = nullptr;
    std::array<MetricCardButton*, 5> metrics_{};
    Panel* stagesPanel_ = nullptr;
    StageStrip* stages_ = nullptr;
    QLabel* conservation_ = nullptr;
    Panel* vendorsPanel_ = nullptr;
    VendorsModel* vendors_ = nullptr;
    TableView* vendorTable_ = nullptr;
    Panel* logPanel_ = nullptr;
    EventLog* log_ = nullptr;
    QSplitter* split_ = nullptr;
    QLabel* footerText_ = nullptr;
    ReceiptLine* receipt_ = nullptr;
    ResumeSheet* sheet_ = nullptr;
};

}  // namespace holdpoint::ui
