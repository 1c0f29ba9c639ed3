// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/detail.h"
#include "ui/common/context.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QPushButton;
class QVBoxLayout;

namespace holdpoint::ui {

class CellsModel;
class CommandButton;
class Chip;
class ConfirmSheet;
class LaneChart;
class Panel;
class ReceiptLine;
class TableView;
struct CellTable;

/// One order: where it is, what happened to it in which system, why it went where it went, what can be done. Asks again
/// while it is shown; what is looked at stays where it is.
class OrderPage final : public QWidget {
    Q_OBJECT

public:
    explicit OrderPage(Context& context);

    void open(EntityId order);
    [[nodiscard]] EntityId order() const noexcept { return id_; }
    /// Null: it has not come yet.
    [[nodiscard]] const session::OrderDetail* detail() const { return detail_ ? &*detail_ : nullptr; }
    [[nodiscard]] LaneChart* chart() const noexcept { return chart_; }
    /// All 32 digits; empty: none is known.
    [[nodiscard]] QString trace() const;
    void copyTrace();
    /// Why an engine command cannot be given on this order now; empty: it can.
    [[nodiscard]] QString obstacle(const char* what) const;
    /// Asks, then sends.
    void confirm(const char* what);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Table {
        Panel* panel = nullptr;
        CellsModel* model = nullptr;
        TableView* view = nullptr;
    };
    void ask();
    /// Another engine: what is shown is not its own.
    void noticeEngine();
    void take(const session::Answer& answer);
    void showDetail();
    void showHeader();
    void showBanner();
    void showDecision();
    void showAges();
    void retranslate();
    void send(const std::string& what);
    [[nodiscard]] QString confirmDetail(const std::string& what) const;

    [[nodiscard]] QWidget* makeHeader();
    void addActs(QHBoxLayout* row);
    [[nodiscard]] QWidget* makeBanner();
    [[nodiscard]] QWidget* makeTimeline();
    [[nodiscard]] QWidget* makeTables();
    [[nodiscard]] Table makeTable(const char* name, const QList<int>& widths);
    void openEntity(EntityId entity);
    void fit(TableView* view);

    Context& context_;
    EntityId id_;
    std::optional<session::OrderDetail> detail_;
    QString trouble_;
    std::int64_t heardMs_ = 0;
    std::int64_t askedMs_ = 0;
    bool asking_ = false;
    std::string engine_;

    QLabel* title_ = nullptr;
    Chip* place_ = nullptr;
    QLabel* line_ = nullptr;
    QPushButton* trace_ = nullptr;
    QLabel* message_ = nullptr;
    QWidget* body_ = nullptr;
    std::vector<CommandButton*> acts_;
    ConfirmSheet* sheet_ = nullptr;
    ReceiptLine* receipt_ = nullptr;
    QWidget* banner_ = nullptr;
    QLabel* bannerText_ = nullptr;
    QPushButton* bannerOpen_ = nullptr;
    Panel* timeline_ = nullptr;
    LaneChart* chart_ = nullptr;
    QLabel* caption_ = nullptr;
    QLabel* zoom_ = nullptr;
    Table lines_, facts_, effects_, why_;
    QComboBox* rounds_ = nullptr;
};

}  // namespace holdpoint::ui
