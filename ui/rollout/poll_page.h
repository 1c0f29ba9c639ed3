// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"
#include "ui/common/context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace holdpoint::ui {
class Panel;
class TableView;
}  // namespace holdpoint::ui

namespace holdpoint::ui::rollout {

class Acts;
class RowsModel;
class Source;

/// The go/no-go poll: gates as they decide, stations with their votes, one's own vote, the result. Adds its commands
/// `rollout.vote_*` and `rollout.co_sign`.
class PollPage final : public QWidget {
    Q_OBJECT

public:
    PollPage(Context& context, Source& source, Acts& acts, QWidget* parent = nullptr);

    void setBoard();
    /// "NO-GO: 1 gate, 1 vote. The step stays locked."
    [[nodiscard]] QString resultText() const;
    void focusVotes();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addVote(const char* id, const char* text, Vote vote, const char* key);
    [[nodiscard]] QWidget* makeVote();
    void give(Vote vote);
    [[nodiscard]] QString voteObstacle() const;
    [[nodiscard]] std::optional<Function> seat() const;
    void fillGates();
    void fillVotes();
    void fillSeats();
    [[nodiscard]] QString openedText() const;
    void retranslate();

    Context& context_;
    Source& source_;
    Acts& acts_;
    Panel* gatesPanel_;
    RowsModel* gates_;
    TableView* gatesTable_;
    Panel* votesPanel_;
    RowsModel* votes_;
    TableView* votesTable_;
    QComboBox* seats_ = nullptr;
    QLineEdit* words_ = nullptr;
    QLabel* wordsAsk_ = nullptr;
    QLabel* result_ = nullptr;
    QLabel* hint_ = nullptr;
    std::optional<Vote> waiting_;  ///< for its sentence
};

}  // namespace holdpoint::ui::rollout
