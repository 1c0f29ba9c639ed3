// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QTableView>

#include <memory>
#include <vector>

namespace holdpoint::bench {

/// The control of what a key costs: a plain table over as many numbers, which on any digit shows those that leave it as
/// remainder, found on the GUI thread, and on J goes one row on. No engine, no words, nothing of ours.
class BareList final : public QTableView {
    Q_OBJECT

public:
    explicit BareList(std::size_t rows);
    ~BareList() override;
    /// One more with each filter that is shown.
    [[nodiscard]] int shown() const noexcept { return shown_; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Model;
    std::unique_ptr<Model> model_;
    int shown_ = 0;
};

}  // namespace holdpoint::bench
