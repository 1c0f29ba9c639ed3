// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QWidget>

class QVBoxLayout;

namespace holdpoint::ui {
class Panel;
class TableView;
}  // namespace holdpoint::ui

namespace holdpoint::ui::rollout {

class Acts;
class GateChart;
class GateStrips;
class SliceDetail;
class SlicesModel;
class Source;

/// Slices, the chart of the chosen gate, canary against control, and the chosen slice in detail.
class BoardPage final : public QWidget {
    Q_OBJECT

public:
    BoardPage(Context& context, Source& source, Acts& acts, QWidget* parent = nullptr);

    void setBoard();
    /// Chooses it in the table; nothing happens if it is not there.
    void choose(const std::string& slice);
    /// Name of the chosen slice; empty: there is none.
    [[nodiscard]] std::string slice() const;
    void focusSlices();

signals:
    void sliceChanged();
    /// The next step is asked for: the poll decides about it.
    void pollWanted();
    void planWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeSlices(QVBoxLayout* column);
    void makeChart(QVBoxLayout* column);
    void makeButtons();
    [[nodiscard]] QWidget* buttonOf(int row);
    void showSlice();
    void showGate();
    void askTrend();
    void fitTable();
    void retranslate();

    Context& context_;
    Source& source_;
    Acts& acts_;
    Panel* slicesPanel_ = nullptr;
    SlicesModel* slices_ = nullptr;
    TableView* table_ = nullptr;
    Panel* chartPanel_ = nullptr;
    GateChart* chart_ = nullptr;
    Panel* gatesPanel_ = nullptr;
    GateStrips* gates_ = nullptr;
    SliceDetail* detail_ = nullptr;
    std::string chosen_;
    std::string trendOf_;
    Instant trendAt_ = Never;
};

}  // namespace holdpoint::ui::rollout
