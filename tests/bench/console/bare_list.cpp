// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/bare_list.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <numeric>

namespace holdpoint::bench {
namespace {

constexpr int Columns = 9;
constexpr std::uint32_t Divisor = 10;

}  // namespace

class BareList::Model final : public QAbstractTableModel {
public:
    explicit Model(std::size_t rows) : numbers_(rows), found_(rows)
    {
        std::iota(numbers_.begin(), numbers_.end(), 0U);
        found_ = numbers_;
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(found_.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : Columns;
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(found_[static_cast<std::size_t>(index.row())]) : QVariant();
    }
    void filter(std::uint32_t remainder)
    {
        beginResetModel();
        found_.clear();
        for (const std::uint32_t number : numbers_)
            if (number % Divisor == remainder)
                found_.push_back(number);
        endResetModel();
    }

private:
    std::vector<std::uint32_t> numbers_, found_;
};

BareList::BareList(std::size_t rows) : model_(std::make_unique<Model>(rows))
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSelectionBehavior(SelectRows);
    setModel(model_.get());
    resize(900, 700);
}

BareList::~BareList() { setModel(nullptr); }

void BareList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_J)
        return setCurrentIndex(model_->index(currentIndex().row() + 1, 0));
    model_->filter(static_cast<std::uint32_t>(event->key()) % Divisor);
    ++shown_;
}

}  // namespace holdpoint::bench
