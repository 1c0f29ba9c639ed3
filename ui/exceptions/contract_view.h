// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/detail.h"
#include "ui/common/context.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace holdpoint::ui::exceptions {

/// The exact contract failure: where, what was expected, what came, since when, who else. The kept answer is fetched when
/// it is asked for and shown as raw text.
class ContractView final : public QWidget {
    Q_OBJECT

public:
    /// Of a kept answer; the rest is cut and said to be.
    static constexpr std::size_t MostPayload = std::size_t{256} << 10;

    ContractView(Context& context, QWidget* parent);
    /// Nothing: hides itself.
    void show(const std::optional<session::ContractFailure>& failure);

signals:
    /// The other items with this failure are wanted.
    void othersWanted();
    void copyWanted();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void fetchPayload();
    void showPayload(const std::vector<std::byte>& bytes);

    Context& context_;
    std::optional<session::ContractFailure> failure_;
    QLabel* where_;
    QLabel* pointer_;
    QLabel* expected_;
    QLabel* got_;
    QLabel* since_;
    QLabel* owner_;
    QPushButton* others_;
    QPushButton* payload_;
    QPushButton* copy_;
    QLabel* payloadState_;
    QPlainTextEdit* raw_;
};

}  // namespace holdpoint::ui::exceptions
