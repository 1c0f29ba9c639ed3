// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/rollout.h"
#include "ui/common/context.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace holdpoint::ui {
class Panel;
class TableView;
}  // namespace holdpoint::ui

namespace holdpoint::ui::rollout {

class Acts;
class RowsModel;
class Source;

/// The plan: as a document that can be written, and beside it what the document says: steps, slices, findings that block or
/// warn; and the checklist before the first step. Checked while one writes; nothing is kept until it is saved.
class PlanPage final : public QWidget {
    Q_OBJECT

public:
    PlanPage(Context& context, Source& source, Acts& acts, QWidget* parent = nullptr);

    void setBoard();
    /// Something was written that is not saved.
    [[nodiscard]] bool isEdited() const;
    /// Why it cannot be read, or how many findings there are.
    [[nodiscard]] QString statusText() const;
    void focusText();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Part {
        Panel* panel = nullptr;
        RowsModel* model = nullptr;
        TableView* table = nullptr;
    };
    [[nodiscard]] Part makePart(const char* name, QVBoxLayout* column);
    [[nodiscard]] QWidget* makeText();
    void addCommands();
    void check();
    void save();
    [[nodiscard]] QString saveObstacle() const;
    void fill(const session::RolloutBoard& board);
    void fillSteps(const session::RolloutBoard& board);
    void fillFindings(const session::RolloutBoard& board);
    void fillChecklist();
    void markItem();
    [[nodiscard]] QString markObstacle() const;
    [[nodiscard]] const session::ChecklistRow* chosenItem() const;
    void retranslate();

    Context& context_;
    Source& source_;
    Acts& acts_;
    Part steps_, findings_, checklist_;
    Panel* textPanel_ = nullptr;
    QPlainTextEdit* text_ = nullptr;
    QLineEdit* second_ = nullptr;
    QLineEdit* reason_ = nullptr;
    QLineEdit* evidence_ = nullptr;
    QLabel* status_ = nullptr;
    QTimer pause_;  ///< a moment without typing
    std::string saved_;
    std::string checked_;  ///< text that the answer below is about
    std::optional<session::RolloutBoard> checkedBoard_;
    QString trouble_;
};

}  // namespace holdpoint::ui::rollout
